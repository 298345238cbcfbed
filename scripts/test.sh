#!/usr/bin/env bash
# Finds the browser, the office program and the database the tests use, then runs every test.
set -euo pipefail
cd "$(dirname "$0")/.."

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

install() {
  echo "Installing $1." >&2
  shift
  DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || true
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2 || true
}

# A workbook names Arial; Liberation Sans has its widths and comes with every desktop that has LibreOffice.
has_widths_of_arial() { fc-match Arial 2>/dev/null | grep -qiE 'arial|liberation|arimo'; }

for candidate in "${RTW_CHROMIUM:-}" chromium chromium-browser google-chrome; do
  [ -n "$candidate" ] && command -v "$candidate" >/dev/null && { RTW_CHROMIUM=$(command -v "$candidate"); break; }
done
if [ -z "${RTW_CHROMIUM:-}" ] && can_install; then
  install "Chromium for the browser tests" chromium fonts-dejavu-core
  RTW_CHROMIUM=$(command -v chromium || true)
fi
if can_install && { ! command -v soffice >/dev/null || ! has_widths_of_arial; }; then
  install "LibreOffice, which opens our workbooks as a user's program would" libreoffice-calc fonts-liberation fontconfig
fi
[ -n "${RTW_CHROMIUM:-}" ] && export RTW_CHROMIUM
[ -n "${RTW_CHROMIUM:-}" ] || echo "No Chromium: the browser tests cannot run. On Debian: sudo apt install chromium" >&2

exec .venv/bin/python -m pytest -q -n 2 --dist loadfile "$@"
