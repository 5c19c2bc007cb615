#!/usr/bin/env bash
# Fuzzes targets with coverage, one after another: tests/fuzz/run.sh SECONDS [TARGET…]. Needs a nightly
# toolchain and a C++ compiler. Prints for each how many inputs were run; a crash is kept in artifacts/.
set -eu
cd "$(dirname "$0")"
seconds=$1
shift
all="html pdf text mail json table office zip export document score compare"
targets=${*:-$all}
# What `cargo fuzz build -s none` sets.
export RUSTFLAGS="--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
 -Cllvm-args=-sanitizer-coverage-trace-compares"
host=$(rustc +nightly -vV | sed -n 's/^host: //p')
bins=$(for target in $targets; do printf -- '--bin %s ' "$target"; done)
# shellcheck disable=SC2086
cargo +nightly build --release --target "$host" $bins
RUSTFLAGS="" cargo +nightly run --manifest-path seeds/Cargo.toml -- corpus
for target in $targets; do
    mkdir -p "artifacts/$target"
    echo "== $target"
    "target/$host/release/$target" "corpus/$target" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 \
        -artifact_prefix="artifacts/$target/" -print_final_stats=1 2>&1 |
        grep -E "stat::number_of_executed_units|SUMMARY|panicked|ALARM|ERROR" || true
done
