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
if [ -z "${INSIDE:-}" ] && command -v dbus-run-session >/dev/null; then
  INSIDE=1 exec dbus-run-session -- "$0" "$program"
fi

test=screen_reader
. tests/display.sh
need Xvfb openbox dbus-run-session python3
start_display
export XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data
export XDG_RUNTIME_DIR=$work/run
mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
# A screen reader is there: programs build their trees only then.
for property in IsEnabled ScreenReaderEnabled; do
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    dbus-send --session --dest=org.a11y.Bus --print-reply /org/a11y/bus org.freedesktop.DBus.Properties.Set \
      string:org.a11y.Status "string:$property" variant:boolean:true >/dev/null 2>&1 && break
    sleep 0.5
  done
done
"$program" --no-file-dialogs >"$work/program.log" 2>&1 &
pids+=($!)
timeout 240 "$python" tests/screen_reader.py || fail "something on the main job cannot be found by its name"
echo "screen_reader: everything that can be pressed on the main job has a name"
