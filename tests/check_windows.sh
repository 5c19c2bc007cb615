#!/usr/bin/env bash
# Builds the program for Windows on Linux, window and all, links it with MinGW and, where there is Wine, runs its
# command line. The window and the installer: tests/packages/windows.sh.
#
#   tests/check_windows.sh [--release]
#
# Needs the standard library for Windows (rustup target add x86_64-pc-windows-gnu) and a linker and C compiler for it
# (gcc-mingw-w64-x86-64); wine and wine64 to run it.
set -euo pipefail
cd "$(dirname "$0")/.."
target=x86_64-pc-windows-gnu

[ -d "$(rustc --print sysroot)/lib/rustlib/$target/lib" ] && command -v x86_64-w64-mingw32-gcc >/dev/null || {
  echo "check_windows: rustup target add $target && apt-get install gcc-mingw-w64-x86-64" >&2
  exit 2
}
cargo build --locked --bin parallax --target "$target" "$@"
profile=debug
[ "${1:-}" != --release ] || profile=release
program=${CARGO_TARGET_DIR:-target}/$target/$profile/parallax.exe
if ! command -v wine >/dev/null; then
  echo "check_windows: linked for $target; not run, for want of wine"
  exit
fi
work=$(mktemp -d)
trap 'WINEPREFIX="$work" wineserver -k 2>/dev/null || true; rm -rf "$work"' EXIT
export WINEPREFIX="$work" WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=" PATH="$PATH:/usr/lib/wine"
wine "$program" compare assets/samples/ellery-ledger.md assets/samples/quayside-star.md | grep -q 'Quayside Star' || {
  echo "check_windows: it does not compare under Wine" >&2
  exit 1
}
echo "check_windows: linked for $target, compares under Wine"
