#!/usr/bin/env bash
# Before a release: makes every kind of package twice, here and in a fresh clone elsewhere, compares their bytes, and
# tries each. Tells the time and the size of each.
#
#   tests/packages/run.sh [KIND…]        deb, rpm, appimage and tar by default; windows too
#
# The program is built here once (PROGRAM and WINDOWS_PROGRAM name ones that are built already); AGAIN=program builds it
# in the clone a second time, which shows that the program is the same as well. As root, for deb's Debian of its own.
# Needs what assets/packaging/build.sh and the scripts beside this one name. PACK=fast is for trying this script.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- deb rpm appimage tar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
  echo "packages: FAILED: $*" >&2
  exit 1
}
[ -z "$(git status --porcelain)" ] || echo "packages: note: what is not committed is not in the clone" >&2

# The program first, so that times are those of packing.
if [ -z "${PROGRAM:-}" ]; then
  PROGRAM=$(. assets/packaging/common.sh && linux_program) || fail "the program cannot be built"
fi
PROGRAM=$(realpath "$PROGRAM")
export PROGRAM
[ -z "${WINDOWS_PROGRAM:-}" ] || WINDOWS_PROGRAM=$(realpath "$WINDOWS_PROGRAM")
git clone -q . "$work/clone"
for kind; do
  SECONDS=0
  FOLDER="$work/first" assets/packaging/build.sh "$kind" >/dev/null 2>"$work/log" || { cat "$work/log" >&2 && fail "$kind"; }
  echo "packages: $kind made in $SECONDS s"
  (
    cd "$work/clone"
    [ "${AGAIN:-}" != program ] || unset PROGRAM WINDOWS_PROGRAM
    FOLDER="$work/second" assets/packaging/build.sh "$kind" >/dev/null 2>"$work/log"
  ) || { cat "$work/log" >&2 && fail "$kind in a clone"; }
done
for package in "$work"/first/*; do
  [ "${package##*/}" != SHA256SUMS ] || continue
  cmp "$package" "$work/second/${package##*/}" || fail "${package##*/} differs when it is made again"
  # 35 MB are the most without the weights of the second reader, which are in it here: 60 with them.
  size=$(du -k --apparent-size "$package" | cut -f 1)
  echo "packages: ${package##*/}: $size KB, the same bytes twice"
  [ "${PACK:-}" = fast ] || [ "$size" -le 61440 ] || fail "${package##*/} is larger than 60 MB"
done
for kind; do
  case $kind in
    deb) tests/packages/metadata.sh "$work"/first/*.deb && tests/packages/deb.sh "$work"/first/*.deb ;;
    windows) tests/packages/windows.sh "$work"/first/*.zip "$work"/first/*-setup.exe "$PROGRAM" ;;
    rpm) tests/packages/rpm.sh "$work"/first/*.rpm ;;
    appimage) tests/packages/appimage.sh "$work"/first/*.AppImage ;;
    tar) tests/packages/tar.sh "$work"/first/*-linux-*.tar.gz ;;
    *) echo "packages: $kind is made, not tried" ;;
  esac || fail "$kind"
done
echo "packages: passed"
