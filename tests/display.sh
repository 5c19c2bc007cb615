# To be sourced by scripts that drive the program in a real window, which set `test` to their name first: a folder
# that goes with them (`$work`; logs in it are shown where something fails), what they start (`pids`), a display of
# their own, and waiting for what is to happen. Set SHOTS to a folder to keep screenshots.

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
  [ -z "${DISPLAY:-}" ] || shot failed
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

# Waits for a command to succeed: for WHAT SECONDS COMMAND…
wait_for() {
  local what=$1 end=$((SECONDS + $2))
  shift 2
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || fail "$what did not happen"
    sleep 0.2
  done
}

shot() {
  if [ -n "${SHOTS:-}" ] && command -v import >/dev/null; then
    mkdir -p "$SHOTS" && import -window root "$SHOTS/$test-$1.png" || true
  fi
}

# A display without a window manager.
start_bare_display() {
  local number
  exec {display_fd}<> <(:)
  Xvfb -displayfd "$display_fd" -screen 0 1400x960x24 -nolisten tcp "$@" >/dev/null 2>&1 &
  pids+=($!)
  read -r -t 20 number <&"$display_fd"
  export DISPLAY=":$number" LIBGL_ALWAYS_SOFTWARE=1
}

# A display with a window manager. With -ac, programs in another root reach it too, by its socket in /tmp/.X11-unix.
start_display() {
  start_bare_display "$@"
  openbox >/dev/null 2>&1 &
  pids+=($!)
}

# Nothing of the user's is read or changed, and no service of the desktop answers.
leave_the_desktop() { unset DBUS_SESSION_BUS_ADDRESS WAYLAND_DISPLAY; }

# A key pressed while the window is still busy with the last step could be lost: say it once, slowly.
press() { sleep "${PACE:-0.5}" && xdotool key --clearmodifiers "$1"; }
find_window() { xdotool search --onlyvisible --name "$1"; }
