#!/usr/bin/env bash
# The whole run of the fault tests, with its table: minutes long. Give it a seed to repeat one.
#
#   tests/faults/run.sh [SEED]
set -euo pipefail
cd "$(dirname "$0")/../.."
exec cargo test --test faults -- --full --seed "${1:-1}"
