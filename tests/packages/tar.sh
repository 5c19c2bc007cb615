#!/usr/bin/env bash
# Unpacks the portable archive, uses the program where it lies, installs it for a user, uses that, installs it again
# under a running window, and removes it: nothing is left. Tries what can go wrong on the way.
#
#   tests/packages/tar.sh ARCHIVE
#
# Needs (Debian): xvfb openbox xdotool. SHOTS=FOLDER keeps pictures (imagemagick).
set -euo pipefail
cd "$(dirname "$0")/../.."
test=tar
. tests/packages/window.sh
archive=$(realpath "$1")
need Xvfb openbox xdotool
articles=(assets/samples/ellery-ledger.md assets/samples/quayside-star.md)

tar -C "$work" -xzf "$archive"
folder=$(echo "$work"/parallax-*)
start_display -ac
leave_the_desktop
export HOME="$work/home" XDG_DATA_HOME="$work/kept" XDG_CONFIG_HOME="$work/kept"
mkdir -p "$HOME" "$XDG_DATA_HOME"
use_window "$work/chart.svg" "$work/chart.svg" "$folder/bin/parallax" --no-file-dialogs "${articles[@]}"
rm "$work/chart.svg"

# An older C library.
mkdir "$work/old"
printf '#!/bin/sh\necho glibc 2.31\n' >"$work/old/getconf"
chmod 755 "$work/old/getconf"
PATH="$work/old:$PATH" "$folder/install.sh" >"$work/old.log" 2>&1 && fail "an older C library was not noticed"
grep -q 'needs the GNU C library 2\.[0-9]* or later.*' "$work/old.log" && grep -q 'has 2.31' "$work/old.log" ||
  fail "an older C library is not named"
[ ! -e "$HOME/.local" ] || fail "something was installed all the same"

# Another one that comes first in PATH.
mkdir "$work/other"
ln -s /bin/true "$work/other/parallax"
PATH="$work/other:$PATH" "$folder/install.sh" >"$work/install.log" 2>&1 || fail "it cannot be installed"
grep -q "still starts another one: $work/other/parallax" "$work/install.log" || fail "another parallax is not named"
"$HOME/.local/bin/parallax" --version >/dev/null

(
  sleep 8
  "$folder/install.sh" >"$work/again.log" 2>&1
) &
PACE=6 use_window "$work/chart.svg" "$work/chart.svg" "$HOME/.local/bin/parallax" --no-file-dialogs "${articles[@]}"
grep -q installed "$work/again.log" || fail "it cannot be installed under a running window"

"$folder/install.sh" remove >"$work/remove.log" || fail "it cannot be removed"
find "$HOME" -mindepth 1 -print >"$work/left.log"
[ ! -s "$work/left.log" ] || fail "something was left behind"

# A folder that cannot be written (root can write everywhere but below a file).
touch "$work/file"
PREFIX="$work/file/prefix" "$folder/install.sh" >"$work/closed.log" 2>&1 && fail "a closed folder was not noticed"
grep -q 'cannot be written' "$work/closed.log" || fail "a closed folder is not named"
echo "tar: passed ($(du -k "$archive" | cut -f 1) KB, unpacked $(du -sk --apparent-size "$folder" | cut -f 1) KB)"
