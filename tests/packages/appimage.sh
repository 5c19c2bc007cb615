#!/usr/bin/env bash
# Uses the AppImage where it lies: by FUSE where the system has it, and unpacked by itself where it has not, and sees
# that its menu entry and icon can be found. Nothing is left when it is deleted.
#
#   tests/packages/appimage.sh FILE.AppImage
#
# Needs (Debian): xvfb openbox xdotool desktop-file-utils. SHOTS=FOLDER keeps pictures (imagemagick).
set -euo pipefail
cd "$(dirname "$0")/../.."
test=appimage
. tests/packages/window.sh
image=$work/$(basename "$1")
cp "$1" "$image"
need Xvfb openbox xdotool desktop-file-validate
articles=("$PWD"/assets/samples/{ellery-ledger,quayside-star}.md)

start_display -ac
leave_the_desktop
export HOME="$work/home" XDG_DATA_HOME="$work/kept" XDG_CONFIG_HOME="$work/kept" TMPDIR="$work/temporary"
mkdir -p "$HOME" "$XDG_DATA_HOME" "$TMPDIR"

# What integrates it into a desktop reads these.
[ "$(head -c 11 "$image" | tail -c 3)" = "$(printf 'AI\2')" ] || fail "it is no AppImage of type 2"
(cd "$work" && "$image" --appimage-extract >/dev/null) || fail "it cannot be unpacked"
desktop-file-validate "$work/squashfs-root/alt.parallax.parallax.desktop" || fail "its entry in the menu"
[ -s "$work/squashfs-root/.DirIcon" ] || fail "its icon is missing"
[ "$("$work/squashfs-root/AppRun" --version)" = "$("$image" --appimage-extract-and-run --version)" ] ||
  fail "it does not run unpacked"
unpacked=$(du -sk --apparent-size "$work/squashfs-root" | cut -f 1)
rm -r "$work/squashfs-root"

use_window "$work/chart.svg" "$work/chart.svg" \
  "$image" --appimage-extract-and-run --no-file-dialogs "${articles[@]}"
rm "$work/chart.svg"
how="unpacked by itself"
if "$image" --version >"$work/fuse.log" 2>&1; then
  use_window "$work/chart.svg" "$work/chart.svg" "$image" --no-file-dialogs "${articles[@]}"
  how="$how and by FUSE"
else
  echo "appimage: FUSE: not run, it is not to be had here ($(head -n 1 "$work/fuse.log"))"
fi
find "$HOME" "$TMPDIR" -mindepth 1 -print >"$work/left.log"
[ ! -s "$work/left.log" ] || fail "something was left behind: $(head -n 3 "$work/left.log")"
echo "appimage: passed, $how ($(du -k "$1" | cut -f 1) KB, unpacked $unpacked KB)"
