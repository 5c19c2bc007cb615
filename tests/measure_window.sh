#!/usr/bin/env bash
# Measures the release build in a real window under Xvfb (software rendering) and prints: the time from
# start to the first frame, the longest frame while an article of 2,000 paragraphs a side is opened and
# scrolled, the share of a core an idle window uses, and its memory.
#
#   cargo build --release && tests/measure_window.sh
#
# With a number it measures a collection of so many articles instead, for ten minutes at most: the time until
# something can be read, until nothing is worked on any more, frames, and memory through time. Bars at 100,000
# articles (about 420 MB): 3 s, no frame over 50 ms, memory at most three times the text and 250 MB.
# `cargo bench --bench many -- 100000` goes through every page.
#
#   tests/measure_window.sh target/release/parallax 100000
#
# Needs (Debian): xvfb openbox xdotool.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/release/parallax}")
test=measure_window
. tests/display.sh
need Xvfb openbox xdotool
start_display
leave_the_desktop
export HOME="$work" XDG_DATA_HOME="$work/data"
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
  RUST_LOG=error,parallax=debug "$program" "$@" >"$work/program.log" 2>&1 &
  parallax=$!
  pids+=("$parallax")
  until xdotool search --onlyvisible --name 'Parallax$' >/dev/null 2>&1; do sleep 0.1; done
}
ticks() { awk '{print $14 + $15}' "/proc/$parallax/stat"; }

# So many articles of two outlets as JSON Lines: sentences of the samples in another order in each.
collection() {
  sed -n '/^[A-Z“-].\{60,\}/p' assets/samples/*.md | sed 's/"/\\"/g; s/\([.!?][”"]\?\) /\1\n/g' |
    awk -v number="$1" '
      { sentences[NR] = $0 }
      END {
        srand(1)
        for (at = 0; at < number; at++) {
          text = ""
          for (paragraph = 0; paragraph < 16; paragraph++) {
            for (one = 0; one < 2; one++) text = text sentences[1 + int(rand() * NR)] " "
            text = text "\\n\\n"
          }
          printf "{\"id\": \"%d\", \"source\": \"%s\", \"date\": \"20%02d-%02d-%02d\", ", at,
            at % 2 ? "Star" : "Ledger", 10 + int(rand() * 10), 1 + int(rand() * 12), 1 + int(rand() * 28)
          printf "\"title\": \"%s\", \"text\": \"%s\"}\n", sentences[1 + int(rand() * NR)], text
        }
      }'
}
most() { awk '/VmHWM/{print int($2 / 1024)}' "/proc/$parallax/status"; }
frames() {
  grep -o 'frame took [0-9.]*' "$work/program.log" | awk '{print $3}' | sort -n |
    awk '{v[NR]=$1} END{printf "median %s ms, 99 %% %s ms, longest %s ms, n %d", v[int((NR+1)/2)], v[int(NR*0.99)], v[NR], NR}'
}

if [ -n "${2:-}" ]; then
  collection "$2" >"$work/news.jsonl"
  megabytes=$(($(stat -c %s "$work/news.jsonl") / 1000000))
  begun=$(date +%s%N)
  start "$work/news.jsonl"
  # The title of the window names what is open.
  until xdotool search --onlyvisible --name 'Ledger' >/dev/null 2>&1; do sleep 0.05; done
  since() { echo $((($(date +%s%N) - begun) / 1000000)); }
  now() { awk '/VmRSS/{print int($2 / 1024)}' "/proc/$parallax/status"; }
  echo "$2 articles, $megabytes MB: something to read after $(since) ms; load of the machine $(cut -d' ' -f1 /proc/loadavg)"
  idle=0
  seconds=0
  while [ "$idle" -lt 5 ] && [ "$seconds" -lt 540 ]; do
    before=$(ticks)
    sleep 1
    if [ $(($(ticks) - before)) -lt 10 ]; then idle=$((idle + 1)); else idle=0; fi
    seconds=$(($(since) / 1000))
    if [ $((seconds % 20)) -eq 0 ]; then
      echo "  after $seconds s $(now) MB; load of the machine $(cut -d' ' -f1 /proc/loadavg)"
    fi
  done
  if [ "$idle" -lt 5 ]; then
    echo "after $seconds s NOT all is done; it is measured no longer"
  else
    echo "nothing is worked on after $((seconds - 5)) s"
  fi
  echo "memory $(now) MB, at most $(most) MB (bar: $((3 * megabytes + 250)) MB)"
  echo "the window's thread was on its core for $(($(cut -d' ' -f1 "/proc/$parallax/task/$parallax/schedstat") / 1000000)) ms in all, painting in software included"
  echo "frames of the whole run, with painting in software: $(frames)"
  exit
fi

firsts=()
for _ in 1 2 3 4 5; do
  start assets/samples/ellery-ledger.md assets/samples/quayside-star.md
  sleep 3
  firsts+=("$(grep -o 'first frame shown [0-9]*' "$work/program.log" | grep -o '[0-9]*$')")
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
echo "frames of the whole run, with painting in software: $(frames)"
