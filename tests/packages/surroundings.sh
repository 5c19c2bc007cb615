#!/usr/bin/env bash
# Starts the program where something is missing: no display, one that does not answer, no OpenGL, a home that cannot be
# written. Each says what is missing and what to do, in words; none crashes; nothing is lost in silence.
#
#   tests/packages/surroundings.sh [PROGRAM]
#
# PROGRAM is target/debug/parallax unless said otherwise. Needs (Debian): xvfb openbox xdotool. The home that cannot be
# written is tried as root only, as another user. SHOTS=FOLDER keeps pictures (imagemagick).
set -euo pipefail
cd "$(dirname "$0")/../.."
test=surroundings
. tests/packages/window.sh
program=$(realpath "${1:-${CARGO_TARGET_DIR:-target}/debug/parallax}")
need Xvfb openbox xdotool
articles=(assets/samples/ellery-ledger.md assets/samples/quayside-star.md)
mkdir "$work/home"

# refuses WHAT WORDS NAME=VALUE…: the window does not open, and the message says WORDS.
refuses() {
  local what=$1 words=$2 status=0
  shift 2
  env -u WAYLAND_DISPLAY -u WAYLAND_SOCKET HOME="$work/home" XDG_DATA_HOME="$work/home" "$@" \
    timeout 60 "$program" "${articles[@]}" >"$work/$what.log" 2>&1 || status=$?
  [ "$status" = 1 ] || fail "$what: ended with $status"
  grep -qF "$words" "$work/$what.log" || fail "$what: does not say “$words”"
  grep -qF 'The command line needs no window: parallax compare' "$work/$what.log" || fail "$what: does not say what works"
  ! grep -E 'panicked|/registry/' "$work/$what.log" || fail "$what: says more than anybody wants to know"
}
refuses no-display 'there is no display here' DISPLAY=
refuses no-answer 'does not answer' DISPLAY=:9999
start_display -ac
leave_the_desktop
refuses no-opengl 'nothing here draws with OpenGL' LIBGL_DRIVERS_PATH=/nonexistent __EGL_VENDOR_LIBRARY_DIRS=/nonexistent \
  GALLIUM_DRIVER=none
echo "surroundings: no display, no answer, no OpenGL: each is told, with what to do"

if [ "$(id -u)" = 0 ]; then
  mkdir "$work/closed" "$work/open"
  cp "$program" "${articles[@]}" "$work/open/"
  chmod 755 "$work" "$work/open" "$work/closed"
  chmod 777 "$work/open"
  use_window "$work/open/chart.svg" "$work/open/chart.svg" setpriv --reuid nobody --clear-groups env HOME="$work/closed" \
    XDG_DATA_HOME= "$work/open/$(basename "$program")" --no-file-dialogs "$work"/open/*.md
  grep -q 'settings cannot be read.*is forgotten when the window closes' "$work/program.log" || fail "a home that cannot be read is not told"
  echo "surroundings: a home that cannot be written is told, and the work goes on"
fi
echo "surroundings: passed"
