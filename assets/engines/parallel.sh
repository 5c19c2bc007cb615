#!/usr/bin/env bash
# Scores articles with GNU parallel: JSON Lines in, JSON Lines out, in order; with -S HOST,… on several machines.
#
#   ./parallel.sh [OPTIONS OF parallel] < articles.jsonl > scores.jsonl
#
# Status 1 of a worker says only that some of its lines could not be scored; anything else is tried again.
set -euo pipefail
export PROGRAM=${PARALLAX:-parallax}
part() { "$PROGRAM" lines article --brief --threads 1 || [ $? = 1 ]; }
export -f part
parallel --will-cite --pipe --keep-order --block 4M --retries 3 --env part --env PROGRAM "$@" part
