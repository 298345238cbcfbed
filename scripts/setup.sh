#!/usr/bin/env bash
# Creates .venv with the pinned requirements; quick when nothing changed.
#   scripts/setup.sh         what the program needs
#   scripts/setup.sh --dev   and what tests and checks need
set -euo pipefail
cd "$(dirname "$0")/.."

requirements=requirements.txt
[ "${1:-}" = "--dev" ] && requirements=requirements-dev.txt

# The developers' list holds everything of the program's list, so its stamp serves for both.
stamp_of() { echo ".venv/.installed-$(sha256sum "$1" | cut -c1-16)"; }
[ -e "$(stamp_of requirements-dev.txt)" ] && exit 0
[ -e "$(stamp_of "$requirements")" ] && exit 0

fail() { printf '\n%s\n' "$*" >&2; exit 1; }

find_python() {
  for candidate in python3.13 python3.12 python3.11 python3; do
    command -v "$candidate" >/dev/null || continue
    "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$candidate"; return; }
  done
}

apt_install() {
  command -v apt-get >/dev/null || return 1
  [ "$(id -u)" = 0 ] || return 1
  DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 &&
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

python=$(find_python)
if [ -z "$python" ]; then
  apt_install python3 python3-venv || fail "Python 3.11 or newer is needed. On Debian: sudo apt install python3 python3-venv"
  python=$(find_python)
  [ -n "$python" ] || fail "This system's Python is older than 3.11. Install Python 3.11 or newer."
fi

if ! [ -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    apt_install python3-venv || fail "Python's venv module is missing. On Debian: sudo apt install python3-venv"
  fi
  echo "Creating .venv with $("$python" --version)." >&2
  rm -rf .venv
  "$python" -m venv .venv
fi

echo "Installing $requirements (a few minutes the first time)." >&2
.venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r "$requirements" ||
  fail "The requirements could not be installed. Is the package index reachable?"
rm -f .venv/.installed-*
touch "$(stamp_of "$requirements")"
