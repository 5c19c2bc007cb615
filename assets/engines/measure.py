"""What scoring many articles costs, alone and inside Spark, and how it compares with Python's VADER there.

    python measure.py [ARTICLES] [TEXT…]

Makes ARTICLES (10,000) articles of 4 kB, whose sentences are drawn from TEXT (the samples of the repository), and
prints: CPU for an article, use of the cores and memory of `parallax lines article --brief`; with pyspark installed,
the wall time of the same articles through Spark, by Parallax and by `cat`, which is what Spark itself takes; with
vaderSentiment too, the CPU of both on the same sentences in the same partitions of Spark, and scores that differ.
The program is PARALLAX, or `parallax` on the path.
"""

import importlib.util
import json
import os
import pathlib
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
PROGRAM = shutil.which(os.environ.get("PARALLAX", "parallax")) or sys.exit("measure: no program")
COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
SAMPLES = HERE.parent / "samples"
TEXTS = [pathlib.Path(it) for it in sys.argv[2:]] or [SAMPLES / "quayside-star.md", SAMPLES / "ellery-ledger.md"]
BYTES = 4_000  # of an article's text
THROUGH_SPARK = 100_000  # at most: Spark keeps what it hands on


def sentences():
    """Sentences of the texts, as a full stop, a question or an exclamation ends them."""
    found = []
    for path in TEXTS:
        for line in path.read_text(encoding="utf-8").splitlines():
            text = json.loads(line).get("text", "") if path.suffix == ".jsonl" else line
            found += [it for it in re.split(r"(?<=[.?!”])\s+", text.strip()) if len(it) > 20]
    return found or sys.exit("measure: the texts hold no sentence")


def article(number, stock, chance):
    text, size = [], 0
    while size < BYTES:
        text.append(chance.choice(stock))
        size += len(text[-1].encode()) + 1
        if len(text) % 4 == 0:
            text[-1] += "\n\n"
    return json.dumps({"id": number, "title": chance.choice(stock), "text": " ".join(text)}, ensure_ascii=False) + "\n"


def articles(count):
    stock, chance = sentences(), random.Random(1)
    for number in range(count):
        yield article(number, stock, chance).encode()


def used(who):
    it = resource.getrusage(who)
    return it.ru_utime + it.ru_stime


def peak(pid):
    """Most memory a process held until now, in MB; None where the system does not tell."""
    try:
        lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return None
    return next((int(it.split()[1]) / 1000 for it in lines if it.startswith("VmHWM")), None)


def alone(source):
    """The filter alone: a file in, nothing kept."""
    before, begun, most = used(resource.RUSAGE_CHILDREN), time.monotonic(), None
    with open(source, "rb") as given:
        child = subprocess.Popen([PROGRAM, "lines", "article", "--brief"], stdin=given, stdout=subprocess.DEVNULL)
        while child.poll() is None:
            most = max(filter(None, (most, peak(child.pid))), default=None)
            time.sleep(0.05)
    wall, cpu = time.monotonic() - begun, used(resource.RUSAGE_CHILDREN) - before
    assert child.returncode == 0, child.returncode
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    print(
        f"alone: {COUNT} articles, {cpu / COUNT * 1e3:.3f} ms of CPU each, {wall:.0f} s, "
        f"{cpu / wall / cores:.0%} of {cores} cores, at most {most:.1f} MB"
    )


def in_spark(source, few):
    from pyspark.sql import SparkSession

    from spark import COMMAND, score

    os.environ["PYSPARK_PYTHON"] = sys.executable
    spark = SparkSession.builder.appName("measure").master("local[*]").config("spark.ui.showConsoleProgress", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    spark.sparkContext.addPyFile(str(HERE / "spark.py"))
    lines = spark.sparkContext.textFile(str(source), minPartitions=8)
    lines.count()  # The file has been read once, and Spark has started.
    walls = {}
    for name, command in (("cat", ["cat"]), ("Parallax", COMMAND)):
        begun = time.monotonic()
        count = lines.mapPartitions(lambda part, command=command: score(part, command)).count()
        walls[name] = time.monotonic() - begun
        assert count == few, (name, count)
    share = walls["cat"] / walls["Parallax"]
    print(f"Spark: {few} articles, {walls['Parallax']:.1f} s by Parallax, {walls['cat']:.1f} s by cat ({share:.0%})")
    if importlib.util.find_spec("vaderSentiment"):
        against_vader(spark)
    spark.stop()


NAMES = ["neg", "neu", "pos", "compound"]


def by_vader(lines):
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyser, lines = SentimentIntensityAnalyzer(), list(lines)
    begun = time.process_time()
    scores = [[found[name] for name in NAMES] for found in map(analyser.polarity_scores, lines)]
    yield time.process_time() - begun, scores


def by_parallax(lines):
    text = "".join(line + "\n" for line in lines).encode()
    before = used(resource.RUSAGE_CHILDREN)
    command = [PROGRAM, "lines", "tone", "--exact", "--brief", "--threads", "1"]
    done = subprocess.run(command, input=text, stdout=subprocess.PIPE, check=True)
    found = [json.loads(it) for it in done.stdout.splitlines()]
    yield used(resource.RUSAGE_CHILDREN) - before, [[it[name] for name in NAMES] for it in found]


def against_vader(spark):
    """The same sentences, split before either sees them, in the same partitions."""
    stock, chance = sentences(), random.Random(2)
    given = spark.sparkContext.parallelize([chance.choice(stock) for _ in range(200_000)], 8)
    python, parallax = (given.mapPartitions(by).collect() for by in (by_vader, by_parallax))
    seconds = [sum(cpu for cpu, _ in parts) for parts in (python, parallax)]
    pairs = [pair for one, other in zip(python, parallax) for pair in zip(one[1], other[1], strict=True)]
    apart = sum(one != other for one, other in pairs)
    print(
        f"VADER in Spark: {len(pairs)} sentences, {seconds[0]:.2f} s of CPU by Python, {seconds[1]:.2f} s by Parallax: "
        f"{seconds[0] / seconds[1]:.0f} times; {apart} differ in a score"
    )


def main():
    with tempfile.TemporaryDirectory() as folder:
        source, few = pathlib.Path(folder) / "all.jsonl", min(COUNT, THROUGH_SPARK)
        with open(source, "wb") as out:
            out.writelines(articles(COUNT))
        alone(source)
        if not (importlib.util.find_spec("pyspark") and shutil.which("java")):
            return print("measure: Spark: not run, there is no pyspark or no java")
        part = source if few == COUNT else pathlib.Path(folder) / "few.jsonl"
        if few < COUNT:
            with open(part, "wb") as out:
                out.writelines(articles(few))
        in_spark(part, few)


if __name__ == "__main__":
    main()
