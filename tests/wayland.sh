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

for tool in weston Xvfb xdotool; do
  command -v "$tool" >/dev/null || {
    echo "wayland: $tool is missing. apt-get install weston xvfb xdotool" >&2
    exit 2
  }
done

work=$(mktemp -d)
pids=()
cleanup() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap cleanup EXIT

fail() {
  echo "wayland: FAILED: $*" >&2
  sed 's/^/  program: /' "$work/log" >&2 || true
  tail -n 5 "$work/weston" | sed 's/^/  weston: /' >&2 || true
  shot failed
  exit 1
}

shot() {
  if [ -n "${SHOTS:-}" ] && command -v import >/dev/null; then
    mkdir -p "$SHOTS" && DISPLAY=$display import -window root "$SHOTS/wayland-$scale-$1.png" || true
  fi
}

# Waits for a command to succeed: for WHAT SECONDS COMMAND…
wait_for() {
  local what=$1 end=$((SECONDS + $2))
  shift 2
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || fail "$what did not happen"
    sleep 0.2
  done
}

press() { sleep 0.7 && DISPLAY=$display xdotool key --clearmodifiers "$1"; }

exec {display_fd}<> <(:)
Xvfb -displayfd "$display_fd" -screen 0 1400x960x24 -nolisten tcp >/dev/null 2>&1 &
pids+=($!)
read -r -t 20 number <&"$display_fd"
display=":$number"

export XDG_RUNTIME_DIR=$work/run XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data LIBGL_ALWAYS_SOFTWARE=1
unset DBUS_SESSION_BUS_ADDRESS WAYLAND_DISPLAY || true
mkdir -p "$XDG_RUNTIME_DIR" "$XDG_CONFIG_HOME" "$XDG_DATA_HOME"
chmod 700 "$XDG_RUNTIME_DIR"
DISPLAY=$display weston --backend=x11-backend.so --socket=wayland-test --no-config --use-pixman \
  --width=$((1360 / scale)) --height=$((920 / scale)) --scale="$scale" --idle-time=0 >"$work/weston" 2>&1 &
pids+=($!)
wait_for "weston" 20 test -S "$XDG_RUNTIME_DIR/wayland-test"

# No DISPLAY: what runs now runs under Wayland.
env -u DISPLAY WAYLAND_DISPLAY=wayland-test RUST_LOG=parallax=info "$program" --no-file-dialogs \
  assets/samples/ellery-ledger.md assets/samples/quayside-star.md >"$work/log" 2>&1 &
parallax=$!
pids+=("$parallax")
wait_for "the first frame" 60 grep -q "first frame shown" "$work/log"
DISPLAY=$display xdotool mousemove --sync 700 500 click 1
sleep 2
shot open

# The scores of paragraphs, found among the commands, saved under a typed path.
press ctrl+k
sleep 0.7
DISPLAY=$display xdotool type --delay 20 "scores of paragraphs"
press Return
sleep 0.7
press ctrl+a
DISPLAY=$display xdotool type --delay 20 "$work/scores.csv"
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
if grep -i "panicked\|error" "$work/log"; then fail "it complained"; fi
echo "wayland: opened, saved $(wc -l <"$work/scores.csv") lines, closed, at scale $scale"
