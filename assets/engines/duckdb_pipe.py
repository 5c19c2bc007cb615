"""Scores articles with DuckDB: Parquet in, Parquet out, through a pipe, one row an article.

    python duckdb_pipe.py IN.parquet OUT.parquet
"""

import os
import subprocess
import sys
import tempfile

import duckdb


def main(source, target):
    program = os.environ.get("PARALLAX", "parallax")
    with tempfile.TemporaryDirectory() as folder:
        lines, scores = f"{folder}/in.jsonl", f"{folder}/out.jsonl"
        duckdb.sql(f"COPY (SELECT * FROM '{source}') TO '{lines}' (FORMAT json)")
        with open(scores, "wb") as out:
            done = subprocess.run([program, "lines", "article", "--brief", lines], stdout=out, check=False)
        if done.returncode not in (0, 1):
            raise SystemExit(f"parallax ended with {done.returncode}")
        duckdb.sql(f"COPY (SELECT * FROM read_json('{scores}', format='newline_delimited')) TO '{target}'")


if __name__ == "__main__":
    main(*sys.argv[1:])
