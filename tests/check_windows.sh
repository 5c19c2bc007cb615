#!/usr/bin/env bash
# Builds the program for Windows on Linux, window and all, links it with MinGW and, where there is Wine, runs its
# command line. The window and the installer: tests/packages/windows.sh.
#
#   tests/check_windows.sh
#
# PROFILE=release builds it as packages do. Needs the standard library for Windows (rustup target add
# x86_64-pc-windows-gnu) and a linker and C compiler for it (gcc-mingw-w64-x86-64); wine and wine64 to run it.
set -euo pipefail
cd "$(dirname "$0")/.."
triple=x86_64-pc-windows-gnu

[ -d "$(rustc --print sysroot)/lib/rustlib/$triple/lib" ] && command -v x86_64-w64-mingw32-gcc >/dev/null || {
  echo "check_windows: rustup target add $triple && apt-get install gcc-mingw-w64-x86-64" >&2
  exit 2
}
program=$(. assets/packaging/common.sh && PROFILE=${PROFILE:-dev} build_program "$triple").exe
if ! command -v wine >/dev/null; then
  echo "check_windows: linked for $triple; not run, for want of wine"
  exit
fi
work=$(mktemp -d)
trap 'WINEPREFIX="$work" wineserver -k 2>/dev/null || true; rm -rf "$work"' EXIT
export WINEPREFIX="$work" WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=" PATH="$PATH:/usr/lib/wine"
wine wineboot -i >/dev/null 2>&1
tests/packages/wine_random.sh "$WINEPREFIX/drive_c" "$work"
wine "$program" compare assets/samples/ellery-ledger.md assets/samples/quayside-star.md >"$work/said" || true
grep -q 'Quayside Star' "$work/said" || {
  echo "check_windows: it does not compare under Wine" >&2
  exit 1
}
echo "check_windows: linked for $triple, compares under Wine"
