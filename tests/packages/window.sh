# To be sourced: what every package is tried with: open two articles, save a chart, close. Scripts set `test` first.

. tests/display.sh

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
