#!/usr/bin/env bash
# Finds the browser and the database the tests use, then runs every test.
set -euo pipefail
cd "$(dirname "$0")/.."

for candidate in "${RTW_CHROMIUM:-}" chromium chromium-browser google-chrome; do
  [ -n "$candidate" ] && command -v "$candidate" >/dev/null && { RTW_CHROMIUM=$(command -v "$candidate"); break; }
done
if [ -z "${RTW_CHROMIUM:-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Chromium for the browser tests." >&2
  DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || true
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >&2 || true
  RTW_CHROMIUM=$(command -v chromium || true)
fi
if ! command -v soffice >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing LibreOffice, which opens our workbooks as a user's program would." >&2
  DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || true
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-calc >&2 || true
fi
[ -n "${RTW_CHROMIUM:-}" ] && export RTW_CHROMIUM
[ -n "${RTW_CHROMIUM:-}" ] || echo "No Chromium: the browser tests cannot run. On Debian: sudo apt install chromium" >&2

exec .venv/bin/python -m pytest -q -n 2 --dist loadfile "$@"
