#!/usr/bin/env bash
# Makes a Python wheel that carries the program: after `pip install FILE` there is `parallax` on the path and
# `import parallax` (score, lines, compare). Needs maturin (pip install maturin).
#
#   assets/python/build_wheel.sh [FOLDER]     the wheel goes to FOLDER, target/wheels by default
#
# FEATURES=gui,pdf,second-reader puts the window in as well. PROFILE=dev builds in a moment and runs slowly.
set -euo pipefail
cd "$(dirname "$0")"
out=${1:-../../target/wheels}
mkdir -p "$out"
out=$(realpath "$out")
maturin build --locked --profile "${PROFILE:-release}" --no-default-features \
  --features "${FEATURES:-pdf,second-reader}" --compatibility linux --out "$out"
