#!/usr/bin/env bash
# The whole run of the fault tests, with its table: a quarter of an hour or more. Give it a seed to repeat one,
# and the names of rows to run only these (kills, instances, space, damaged, events).
#
#   tests/faults/run.sh [SEED [ROW…]]
set -euo pipefail
cd "$(dirname "$0")/../.."
seed=${1:-1}
shift || true
exec cargo test --test faults -- --full --seed "$seed" "$@"
