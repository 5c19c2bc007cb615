# To be sourced: a display of our own, and what every package is tried with: open two articles, save a chart, close.

work=$(mktemp -d)
pids=()
cleanup() {
  local pid
  # shellcheck disable=SC2317
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  [ "$(type -t before_leaving)" != function ] || before_leaving || true
  rm -rf "$work"
}
trap cleanup EXIT

fail() {
  echo "$test: FAILED: $*" >&2
  tail -n 30 "$work"/*.log >&2 2>/dev/null || true
  [ -z "${SHOTS:-}" ] || [ -z "${DISPLAY:-}" ] || import -window root "$SHOTS/failed.png" || true
  exit 1
}

need() {
  local tool
  for tool; do
    command -v "$tool" >/dev/null || {
      echo "$test: $tool is missing; the head of this script says what it comes with" >&2
      exit 2
    }
  done
}

wait_for() {
  local what=$1 end=$((SECONDS + $2))
  shift 2
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || fail "$what did not happen"
    sleep 0.2
  done
}

shot() { [ -z "${SHOTS:-}" ] || { mkdir -p "$SHOTS" && import -window root "$SHOTS/$test-$1.png"; }; }

# A display that programs in another root reach too, by its socket in /tmp/.X11-unix.
start_display() {
  local number
  exec {display_fd}<> <(:)
  Xvfb -displayfd "$display_fd" -screen 0 1400x960x24 -nolisten tcp -ac >/dev/null 2>&1 &
  pids+=($!)
  read -r -t 20 number <&"$display_fd"
  export DISPLAY=":$number"
  openbox >/dev/null 2>&1 &
  pids+=($!)
  unset DBUS_SESSION_BUS_ADDRESS WAYLAND_DISPLAY
}

press() { sleep "${PACE:-0.5}" && xdotool key --clearmodifiers "$1"; }
find_window() { xdotool search --onlyvisible --name "$1"; }

# use_window CHART AS_NAMED COMMAND…: starts the window with COMMAND, which names two articles and says
# --no-file-dialogs, saves the chart as AS_NAMED, which is CHART as seen from here, and closes the window.
use_window() {
  local chart=$1 named=$2 title=' \| .*Parallax$' window program
  shift 2
  "$@" >"$work/program.log" 2>&1 &
  program=$!
  pids+=("$program")
  wait_for "the window with both articles" "${PATIENCE:-60}" find_window "$title"
  window=$(find_window "$title" | head -n 1)
  sleep 2
  xdotool windowactivate --sync "$window" 2>/dev/null || true
  press ctrl+2
  press ctrl+shift+g
  sleep 1
  # A click on a bar at its left selects its paragraph.
  xdotool mousemove --window "$window" 140 690
  sleep 0.5
  xdotool click 1
  sleep 1
  shot both
  press ctrl+e
  sleep 1
  press ctrl+a
  xdotool type --delay 30 "$named"
  sleep 1
  shot saving
  press Return
  wait_for "saving the chart" 30 test -s "$chart"
  sleep 1
  grep -q 'Tone of each paragraph' "$chart" || fail "the chart does not say what it shows"
  shot saved
  press ctrl+q
  wait_for "closing the window" 30 sh -c "! kill -0 $program"
  wait "$program" || fail "the program ended with an error"
}
