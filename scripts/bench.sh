#!/usr/bin/env bash
# Finds the libraries of the rival that the PDF is measured against, then measures.
#   scripts/bench.sh            everything
#   scripts/bench.sh reading    one module of bench/
set -euo pipefail
cd "$(dirname "$0")/.."

can_load() { .venv/bin/python -c 'import weasyprint' >/dev/null 2>&1; }

if ! can_load && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Pango for WeasyPrint, which the employer PDF is measured against." >&2
  DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || true
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 >&2 || true
fi
can_load || echo "WeasyPrint cannot be loaded. On Debian: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" >&2

exec .venv/bin/python scripts/measure.py "$@"
