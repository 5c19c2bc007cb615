#!/usr/bin/env bash
# Scores articles with DuckDB's own shell, in two lines: Parquet in, Parquet out.
#
#   ./duckdb.sh IN.parquet OUT.parquet
set -euo pipefail
duckdb -c "COPY (FROM '$1') TO '/dev/stdout' (FORMAT json)" | { "${PARALLAX:-parallax}" lines article --brief || [ $? = 1 ]; } |
  duckdb -c "COPY (FROM read_json('/dev/stdin', format='newline_delimited')) TO '$2'"
