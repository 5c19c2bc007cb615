#!/usr/bin/env bash
# Walks the main job as a screen reader meets it (tests/screen_reader.py): on a display and a bus of its own.
#
#   tests/screen_reader.sh [PROGRAM]
#
# Needs (Debian): xvfb openbox dbus at-spi2-core python3-gi gir1.2-atspi-2.0
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/debug/parallax}")
# The python that has the bindings: not every one on the path does.
for python in python3 /usr/bin/python3; do
  "$python" -c 'import gi' 2>/dev/null && break
done
if [ -z "${INSIDE:-}" ]; then
  for tool in Xvfb openbox dbus-run-session python3; do
    command -v "$tool" >/dev/null || {
      echo "screen_reader: $tool is missing. apt-get install xvfb openbox dbus at-spi2-core python3-gi gir1.2-atspi-2.0" >&2
      exit 2
    }
  done
  INSIDE=1 exec dbus-run-session -- "$0" "$program"
fi

work=$(mktemp -d)
pids=()
cleanup() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap cleanup EXIT
exec {display_fd}<> <(:)
Xvfb -displayfd "$display_fd" -screen 0 1400x960x24 -nolisten tcp >/dev/null 2>&1 &
pids+=($!)
read -r -t 20 number <&"$display_fd"
export DISPLAY=":$number" LIBGL_ALWAYS_SOFTWARE=1 XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data
export XDG_RUNTIME_DIR=$work/run
mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
openbox >/dev/null 2>&1 &
pids+=($!)
# A screen reader is there: programs build their trees only then.
for property in IsEnabled ScreenReaderEnabled; do
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    dbus-send --session --dest=org.a11y.Bus --print-reply /org/a11y/bus org.freedesktop.DBus.Properties.Set \
      string:org.a11y.Status "string:$property" variant:boolean:true >/dev/null 2>&1 && break
    sleep 0.5
  done
done
"$program" --no-file-dialogs >"$work/log" 2>&1 &
pids+=($!)
timeout 240 "$python" tests/screen_reader.py || {
  sed 's/^/  program: /' "$work/log" >&2
  echo "screen_reader: FAILED" >&2
  exit 1
}
echo "screen_reader: everything that can be pressed on the main job has a name"
