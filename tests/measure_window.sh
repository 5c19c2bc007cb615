#!/usr/bin/env bash
# Measures the release build in a real window under Xvfb (software rendering) and prints: the time from
# start to the first frame, the longest frame while an article of 2,000 paragraphs a side is opened and
# scrolled, the share of a core an idle window uses, and its memory.
#
#   cargo build --release && tests/measure_window.sh
#
# With a number it measures a collection of so many articles instead, for ten minutes at most: the time until
# something can be read, until nothing is worked on any more, memory through time; then by keys and clicks every page
# opened and scrolled, lists sorted, filters by word, date and length set and taken back. Of every step it prints the
# longest frame: with painting (in software here), what the program itself took of it by the clock, and on its core (on
# a busy machine the clock says more of the others), and how long an answer took. Bars at 100,000 articles (about
# 420 MB): 3 s, no frame over 50 ms, filters and sorting within 200 ms, memory at most three times the text and 250 MB.
# `cargo bench --bench many -- 100000` measures the same without a window.
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
now() { awk '/VmRSS/{print int($2 / 1024)}' "/proc/$parallax/status"; }
most() { awk '/VmHWM/{print int($2 / 1024)}' "/proc/$parallax/status"; }
# The frames told since a line of the log: the longest with painting, of the program by the clock and on its core.
frames() {
  tail -n "+$((${1:-0} + 1))" "$work/program.log" |
    sed -n 's/.*frame took \([0-9.]*\) ms, the program \([0-9.]*\) (\([0-9.]*\) on its core).*/\1 \2 \3/p' |
    sort -n | awk '
      { n++; whole[n] = $1; if ($2 > own) own = $2; if ($3 > core) core = $3 }
      END {
        most = int(n * 0.99); if (most < 1) most = 1
        printf "longest frame of the program %s ms, on its core %s%s; with painting %s, 99 %% %s, median %s (%d frames)",
          own, core, (core > 50) ? " OVER" : "", whole[n], whole[most], whole[int((n + 1) / 2)], n
      }'
}
lines() { wc -l <"$work/program.log"; }

# Waits until the program has had next to nothing to do for a while, so many seconds at most.
settle() {
  local quiet=0 end=$((SECONDS + ${1:-60})) before
  while [ $quiet -lt 3 ] && [ $SECONDS -lt $end ]; do
    before=$(ticks)
    sleep 0.4
    if [ $(($(ticks) - before)) -lt 5 ]; then quiet=$((quiet + 1)); else quiet=0; fi
  done
}
# Where the heads of the table on the page of headlines stand, in points from the top of the window.
HEADS=128
# What a step took: NAME COMMAND…; its answer, where it has one.
step() {
  local name=$1 from told
  shift
  from=$(lines)
  "$@"
  settle "${LONGEST:-60}"
  told=$(tail -n "+$((from + 1))" "$work/program.log" | grep -o '\(filter answered\|in order\) after [0-9]* ms' | tr '\n' ';' || true)
  echo "$(printf '%-24s' "$name") ${told:+$told }$(frames "$from"); $(now) MB"
  # What its longest frames did: step, ms by the clock, and on its core.
  tail -n "+$((from + 1))" "$work/program.log" | sed -n 's/.*\(long frame .*\)/    \1/p' |
    awk '{
      sum = 0; rest = $0
      while (match(rest, /[0-9.]+ \(/)) { sum += substr(rest, RSTART); rest = substr(rest, RSTART + RLENGTH) }
      printf "%.1f %s\n", sum, $0
    }' | sort -rn | head -n "${LONG_FRAMES:-2}" | cut -d' ' -f2- || true
}
key() { xdotool key --clearmodifiers "$1"; sleep 0.3; }
page() { key "$1"; settle "${LONGEST:-60}"; scroll; }
scroll() {
  xdotool mousemove --window "$window" 500 450
  for _ in $(seq 1 25); do xdotool click 5; sleep 0.03; done
  for _ in $(seq 1 25); do xdotool click 4; sleep 0.03; done
}
# Writes a condition: the row of its kind in the list, in points from the top, and what stands in its field.
condition() {
  key ctrl+shift+f
  if [ "$1" -gt 0 ]; then
    click 80 49
    sleep 0.5
    click 60 "$1"
    sleep 0.3
    click 260 49
  fi
  xdotool type --delay 8 "$2"
  key Return
}
find() { key ctrl+f; xdotool type --delay 8 "$1"; sleep 0.5; }
# The line for a condition is closed, and the filter taken back.
take_back() { key ctrl+shift+f; key ctrl+z; }
click() { xdotool mousemove --window "$window" "$1" "$2"; sleep 0.2; xdotool click 1; sleep 0.3; }

if [ -n "${2:-}" ]; then
  collection "$2" >"$work/news.jsonl"
  megabytes=$(($(stat -c %s "$work/news.jsonl") / 1000000))
  begun=$(date +%s%N)
  start "$work/news.jsonl"
  # The title of the window names what is open.
  until xdotool search --onlyvisible --name 'Ledger' >/dev/null 2>&1; do sleep 0.05; done
  since() { echo $((($(date +%s%N) - begun) / 1000000)); }
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
  echo "until then: $(frames)"
  shown=$(xdotool search --onlyvisible --name 'Ledger' | head -n 1)
  window=$shown
  step "Findings" page ctrl+1
  step "Read" page ctrl+2
  step "Compare" page ctrl+3
  step "Words" page ctrl+4
  step "People" page ctrl+5
  step "Headlines" page ctrl+6
  shot headlines
  step "  sorted by headline" click 80 "$HEADS"
  step "  sorted by score" click 690 "$HEADS"
  step "  another article" click 120 $((HEADS + 60))
  step "Articles" page ctrl+7
  step "Matrix" page ctrl+m
  step "Over time" page ctrl+l
  key ctrl+6
  step "filter: a word" condition 0 harbour
  shot filter-word
  step "  taken back" take_back
  step "filter: from a day" condition 145 2015-01-01
  shot filter-day
  step "  taken back" take_back
  step "filter: at least words" condition 238 600
  shot filter-length
  step "  taken back" take_back
  key ctrl+2
  step "find a word" find council
  key Escape
  # Found only now where there are very many: that takes a minute and more.
  LONGEST=200 step "Stories" page ctrl+j
  shot stories
  step "  filter: a word" condition 0 harbour
  step "  taken back" take_back
  echo "memory at the end $(now) MB, at most $(most) MB; the whole run: $(frames)"
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
