"""Scores articles with Dask: JSON Lines in, JSON Lines out, a file for each part."""
import os, subprocess, sys
import dask.bag

COMMAND = [os.environ.get("PARALLAX", "parallax"), "lines", "article", "--brief", "--threads", "1"]
part = lambda lines: subprocess.run(COMMAND, input="".join(lines), stdout=subprocess.PIPE, text=True).stdout.splitlines()
if __name__ == "__main__":
    dask.bag.read_text(sys.argv[1], blocksize="4MB").map_partitions(part).to_textfiles(sys.argv[2] + "/*.jsonl")
