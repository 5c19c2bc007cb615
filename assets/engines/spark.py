"""Scores articles with Spark: JSON Lines or Parquet in, Parquet out, one row an article, joined by id.

    python spark.py IN OUT [MASTER]      IN: .parquet, or anything else as JSON Lines
"""

import os
import subprocess
import sys
import threading

from pyspark.sql import SparkSession
from pyspark.sql.functions import col, struct, to_json

PROGRAM = os.environ.get("PARALLAX", "parallax")
COMMAND = [PROGRAM, "lines", "article", "--brief", "--threads", "1"]


def score(lines, command=COMMAND):
    """One child for each partition. Status 1 only says that some lines could not be scored: they say so."""
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def feed():
        with child.stdin:
            for line in lines:
                child.stdin.write(line.encode() + b"\n")

    feeder = threading.Thread(target=feed)
    feeder.start()
    for answer in child.stdout:
        yield answer.decode().rstrip("\n")
    feeder.join()
    if child.wait() not in (0, 1):
        raise RuntimeError(f"parallax ended with {child.returncode}")  # Spark tries the partition again.


def main(source, target, master=None):
    builder = SparkSession.builder.appName("parallax")
    builder = builder.master(master) if master else builder
    spark = builder.config("spark.speculation", "true").getOrCreate()
    if source.endswith(".parquet"):
        frame = spark.read.parquet(source)
        lines = frame.select(to_json(struct(*[col(name) for name in frame.columns]))).rdd.map(lambda row: row[0])
    else:
        lines = spark.sparkContext.textFile(source, minPartitions=8)
    answers = lines.mapPartitions(score)
    scores = spark.read.json(answers)
    scores.write.mode("overwrite").parquet(target)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
