#!/usr/bin/env bash
# Drives the real program in a real window on a display of its own: opens one article from the command
# line and one through the native file dialog, finds a word, clicks a bar of the chart, rejects a match and
# takes that back, saves the chart (SVG, PNG, PDF), a report and the whole as a document through native
# dialogs, checks the files, closes the window, and opens the document in a new process.
#
#   tests/real_window.sh [PROGRAM] [ARTICLE_A ARTICLE_B]
#
# Without articles it takes the sample story. Set SHOTS to a folder to keep screenshots of each step.
# Needs (Debian): xvfb openbox xdotool zenity libxml2-utils, and imagemagick for screenshots.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/debug/parallax}")
article_a=$(realpath "${2:-assets/samples/ellery-ledger.md}")
article_b=$(realpath "${3:-assets/samples/quayside-star.md}")

test=real_window
. tests/display.sh
need Xvfb openbox xdotool zenity xmllint

dialogs='^(Open articles|Save |zenity)'

# Answers a GTK file dialog with a path.
answer() {
  wait_for "the file dialog" 30 find_window "$dialogs"
  local dialog
  dialog=$(find_window "$dialogs" | tail -n 1)
  sleep 1.5
  xdotool windowactivate --sync "$dialog" || true
  shot "dialog-$2"
  if [ "$1" = open ]; then press ctrl+l; else press ctrl+a; fi
  sleep 0.7
  xdotool type --delay 12 "$3"
  press Return
}

start_display
leave_the_desktop
# Settings in a folder of our own.
export HOME="$work/home" XDG_DATA_HOME="$work/home/data" XDG_CONFIG_HOME="$work/home/config"
mkdir -p "$XDG_DATA_HOME" "$XDG_CONFIG_HOME"

before=$(sha256sum "$article_a" "$article_b")
RUST_LOG=error,parallax=info "$program" "$article_a" >"$work/program.log" 2>&1 &
parallax=$!
pids+=("$parallax")
wait_for "the window" 40 find_window 'Parallax$'
sleep 2
shot 1-one-source

press ctrl+shift+o
answer open b "$article_b"
wait_for "opening the second article" 30 find_window ' \| .*Parallax$'
sleep 2
shot 2-both-sources

# The chart of the texts is opened; a click on a bar at its left selects its paragraph.
press ctrl+2
press ctrl+shift+g
sleep 1
shot 3-chart
id=$(find_window 'Parallax$' | head -n 1)
xdotool mousemove --window "$id" 140 690
sleep 0.5
xdotool click 1
sleep 1.5
shot 3-bar-clicked

# Words are found in both texts; stepping goes there.
press ctrl+f
xdotool type --delay 30 "council"
press F3
press F3
sleep 1
shot 4-found
press Escape
press Escape
sleep 0.5

# A match is rejected and taken back.
press m
press g
press Delete
sleep 1
shot 5-rejected
press ctrl+z
sleep 1

for format in svg png pdf; do
  press ctrl+e
  answer save "$format" "$work/chart.$format"
  wait_for "saving the chart as $format" 30 test -s "$work/chart.$format"
done
sleep 1
shot 6-saved
xmllint --noout "$work/chart.svg" || fail "the SVG is not well-formed"
grep -q 'Tone of each paragraph' "$work/chart.svg" || fail "the SVG does not say what it shows"
head -c 8 "$work/chart.png" | od -An -tx1 | grep -q '89 50 4e 47 0d 0a 1a 0a' || fail "the PNG is none"
head -c 5 "$work/chart.pdf" | grep -q '%PDF-' || fail "the PDF is none"

# The window of the report opens with the keyboard on Save.
press ctrl+r
sleep 1
shot 6-report
press Return
answer save report "$work/report.html"
wait_for "saving the report" 30 test -s "$work/report.html"
grep -q '<svg' "$work/report.html" || fail "the report has no chart"
if [ -n "${SHOTS:-}" ] && command -v chromium >/dev/null; then
  chromium --headless --no-sandbox --disable-gpu --disable-background-networking --no-first-run \
    --user-data-dir="$work/chromium" --window-size=1200,2400 --screenshot="$SHOTS/report.png" \
    "file://$work/report.html" >/dev/null 2>&1 || fail "the report does not open in a browser"
fi

press ctrl+s
answer save document "$work/story.parallax"
wait_for "saving the document" 30 test -s "$work/story.parallax"
[ -z "$(find "$work" -maxdepth 1 -name '.parallax-*')" ] || fail "a stray file was left"

press ctrl+q
wait_for "closing the window" 20 sh -c "! kill -0 $parallax"
wait "$parallax" || fail "the program ended with an error"

# A new process opens the document.
document=$(sha256sum "$work/story.parallax")
"$program" "$work/story.parallax" >>"$work/program.log" 2>&1 &
parallax=$!
pids+=("$parallax")
wait_for "opening the document" 40 find_window '^story\.parallax .*Parallax$'
sleep 2
shot 7-document
press ctrl+q
wait_for "closing the window again" 20 sh -c "! kill -0 $parallax"
wait "$parallax" || fail "the program ended with an error after opening a document"
[ "$document" = "$(sha256sum "$work/story.parallax")" ] || fail "opening changed the document"
[ "$before" = "$(sha256sum "$article_a" "$article_b")" ] || fail "an opened file was changed"
grep -h 'first frame' "$work/program.log" || true
echo "real_window: passed"
