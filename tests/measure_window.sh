#!/usr/bin/env bash
# Measures the release build in a real window under Xvfb (software rendering) and prints: the time from
# start to the first frame, the longest frame while an article of 2,000 paragraphs a side is opened and
# scrolled, the share of a core an idle window uses, and its memory.
#
#   cargo build --release && tests/measure_window.sh
#
# Needs (Debian): xvfb openbox xdotool.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/release/parallax}")
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
export DISPLAY=":$number" HOME="$work" XDG_DATA_HOME="$work/data"
unset DBUS_SESSION_BUS_ADDRESS WAYLAND_DISPLAY
openbox >/dev/null 2>&1 &
pids+=($!)
sleep 1

# A sample article, repeated until it has 2,000 paragraphs.
long() {
  echo "A long article for measuring"
  for ((i = 0; i < 182; i++)); do
    printf '\n'
    sed -n '/^[A-Z“-].\{60,\}/p' "assets/samples/$1" | sed 's/$/\n/'
  done
}
long ellery-ledger.md >"$work/a.txt"
long quayside-star.md >"$work/b.txt"

start() {
  RUST_LOG=error,parallax=debug "$program" "$@" >"$work/log" 2>&1 &
  parallax=$!
  pids+=("$parallax")
  until xdotool search --onlyvisible --name 'Parallax$' >/dev/null 2>&1; do sleep 0.1; done
}
ticks() { awk '{print $14 + $15}' "/proc/$parallax/stat"; }

firsts=()
for _ in 1 2 3 4 5; do
  start assets/samples/ellery-ledger.md assets/samples/quayside-star.md
  sleep 3
  firsts+=("$(grep -o 'first frame shown [0-9]*' "$work/log" | grep -o '[0-9]*$')")
  kill "$parallax"
  wait "$parallax" 2>/dev/null || true
done
echo "first frame after start: ${firsts[*]} ms (five starts)"

start "$work/a.txt" "$work/b.txt"
sleep 6
echo "memory with 2,000 paragraphs a side: $(awk '/VmRSS/{print int($2 / 1024)}' "/proc/$parallax/status") MB"
before=$(ticks)
sleep 10
after=$(ticks)
echo "idle: $(awk -v t=$((after - before)) -v hz="$(getconf CLK_TCK)" 'BEGIN{printf "%.2f", t / hz / 10 * 100}') % of a core over 10 s"
window=$(xdotool search --onlyvisible --name 'Parallax$' | head -n 1)
xdotool mousemove --window "$window" 300 400
for _ in $(seq 1 60); do xdotool click 5; sleep 0.03; done
sleep 1
echo "frames of the whole run, with painting in software: $(grep -o 'frame took [0-9.]*' "$work/log" | awk '{print $3}' | sort -n | awk '{v[NR]=$1} END{printf "median %s ms, 99 %% %s ms, longest %s ms, n %d", v[int((NR+1)/2)], v[int(NR*0.99)], v[NR], NR}')"
