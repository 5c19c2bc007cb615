#!/usr/bin/env bash
# Drives the real program in a real window under Wayland, with no X server it could fall back to: it opens two
# articles, finds a word, saves scores by a typed path, goes to the manual and back, and closes by its own command.
#
#   tests/wayland.sh [PROGRAM] [SCALE]
#
# The compositor is weston, shown in an X server without a screen, so that keys can be pressed. SCALE (1 or 2) is
# that of its output. Set SHOTS to a folder to keep screenshots. Needs (Debian): weston xvfb xdotool, and
# imagemagick for screenshots.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/debug/parallax}")
scale=${2:-1}

test=wayland-$scale
. tests/display.sh
PACE=0.8
need weston Xvfb xdotool

start_bare_display
leave_the_desktop
export XDG_RUNTIME_DIR=$work/run XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data
mkdir -p "$XDG_RUNTIME_DIR" "$XDG_CONFIG_HOME" "$XDG_DATA_HOME"
chmod 700 "$XDG_RUNTIME_DIR"
# Without a panel: a click that comes before the pointer would start what stands there.
printf '[shell]\npanel-position=none\n' >"$work/weston.ini"
weston --backend=x11-backend.so --socket=wayland-test --config="$work/weston.ini" --use-pixman \
  --width=$((1360 / scale)) --height=$((920 / scale)) --scale="$scale" --idle-time=0 >"$work/weston.log" 2>&1 &
pids+=($!)
wait_for "weston" 20 test -S "$XDG_RUNTIME_DIR/wayland-test"

# No DISPLAY: what runs now runs under Wayland.
env -u DISPLAY WAYLAND_DISPLAY=wayland-test RUST_LOG=parallax=info "$program" --no-file-dialogs \
  assets/samples/ellery-ledger.md assets/samples/quayside-star.md >"$work/program.log" 2>&1 &
parallax=$!
pids+=("$parallax")
wait_for "the first frame" 60 grep -q "first frame shown" "$work/program.log"
xdotool mousemove --sync 690 490
sleep 0.5
xdotool mousemove --sync 700 500
sleep 0.5
xdotool click 1
sleep 2
shot open

# The scores of paragraphs, found among the commands, saved under a typed path.
press ctrl+k
sleep 1
xdotool type --delay 20 "scores of paragraphs"
press Return
sleep 1
press ctrl+a
xdotool type --delay 20 "$work/scores.csv"
shot path
press Return
wait_for "saving the scores" 30 grep -q "Port Ellery\|paragraph" "$work/scores.csv"
press F1
sleep 1
shot manual
press F1
press ctrl+q
wait_for "closing" 30 sh -c "! kill -0 $parallax"
wait "$parallax" || fail "it ended with an error"
if grep -i "panicked\|error" "$work/program.log"; then fail "it complained"; fi
echo "wayland: opened, saved $(wc -l <"$work/scores.csv") lines, closed, at scale $scale"
