"""Runs every engine that is installed on the same articles and compares what it says, line by line."""

import collections
import importlib.util
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).parent
PROGRAM = os.environ["PARALLAX"] = shutil.which(os.environ.get("PARALLAX", "parallax")) or sys.exit("no program")
COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 200
BODIES = [
    "The mayor said it was a great day. Nobody was hurt, the police said.\n\nCritics feared a disaster.",
    "<p>Shocking waste of money, critics say.</p><p>The council “welcomes” the debate.</p>",
    "A quiet vote. It passed. Opponents were furious, and supporters were glad about the result.",
]


def article(n):
    record = {"id": n, "title": f"You won’t believe what council number {n} did", "text": BODIES[n % 3] * (1 + n % 4)}
    return {**record, "text": ""} if n % 50 == 49 else record  # Some hold no text; those have no headline either.


RECORDS = [{**it, "title": None} if not it["text"] else it for it in map(article, range(COUNT))]


def by_id(answers):
    """Answers by id, without the number of their line, which counts within a part."""
    found = {}
    for answer in answers:
        answer = {name: value for name, value in answer.items() if value is not None and name != "line"}
        assert answer["id"] not in found, f"id {answer['id']} twice"
        found[answer["id"]] = answer
    return found


def alone(lines, *options):
    done = subprocess.run([PROGRAM, "lines", "article", "--brief", *options], input=lines, stdout=subprocess.PIPE)
    assert done.returncode == 1, done.returncode  # Some lines have no text.
    return done.stdout


def here(name, *modules, programs=()):
    missing = [it for it in modules if not importlib.util.find_spec(it)]
    missing += [it for it in programs if not shutil.which(it)]
    if missing:
        print(f"test_engines: {name}: not run, there is no {', '.join(missing)}")
    return not missing


def same(name, answers, wanted):
    found = by_id(answers)
    wrong = [key for key in wanted if found.get(key) != wanted[key]]
    assert not wrong and len(found) == len(wanted), (name, len(found), wrong[:3], [(found.get(k), wanted[k]) for k in wrong[:1]])
    print(f"test_engines: {name}: {len(found)} answers, every one the same")


def descendants(pid):
    """The processes that a process started, and those that they started: nobody else's."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], stdout=subprocess.PIPE, text=True).stdout.splitlines()
    rows = [line.split(None, 2) for line in listed]
    family, found = {pid}, []
    for _ in range(8):  # Deep enough: driver, master, worker, executor, Python, program.
        for row in rows:
            if len(row) == 3 and int(row[1]) in family and int(row[0]) not in family:
                family.add(int(row[0]))
                found.append((int(row[0]), row[2]))
    return found


def run_and_kill(command, environment, victim):
    """Runs a command to its end; once the program is at work below it, kills one of its processes that is called so."""
    spark = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    said, killed = [], None
    listener = threading.Thread(target=lambda: said.append(spark.stderr.read()))
    listener.start()
    while victim and not killed and spark.poll() is None:
        running = descendants(spark.pid)
        if any("lines article" in args for _, args in running):
            for pid, args in running:
                if victim in args:
                    os.kill(pid, signal.SIGKILL)
                    killed = pid
                    break
        time.sleep(0.1)
    spark.wait()
    listener.join()
    assert spark.returncode == 0, said[0][-3000:]
    assert killed or not victim, f"there was no {victim} to kill"


def main():
    folder = pathlib.Path(tempfile.mkdtemp())
    source = folder / "in.jsonl"
    source.write_text("".join(json.dumps(it) + "\n" for it in RECORDS))
    lines = source.read_bytes()
    one = alone(lines, "--threads", "1")
    assert alone(lines, "--threads", "2") == one and alone(lines) == one
    answers = [json.loads(line) for line in one.splitlines()]
    wanted = by_id(answers)
    assert collections.Counter("error" in it for it in answers) == {False: COUNT - COUNT // 50, True: COUNT // 50}
    print(f"test_engines: alone: {len(answers)} answers, the same on 1, 2 and all threads")

    if here("GNU parallel", programs=["parallel"]):
        done = subprocess.run([HERE / "parallel.sh", "--block", "20k"], input=lines, stdout=subprocess.PIPE, check=True)
        same("GNU parallel", map(json.loads, done.stdout.splitlines()), wanted)
    if here("Dask", "dask"):
        subprocess.run([sys.executable, HERE / "dask_bag.py", source, folder / "dask"], check=True)
        found = [json.loads(it) for part in sorted((folder / "dask").glob("*")) for it in part.read_text().splitlines()]
        same("Dask", found, wanted)
    if here("DuckDB", "duckdb", "pyarrow"):
        import pyarrow
        import pyarrow.parquet

        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(RECORDS), folder / "in.parquet")
        subprocess.run([sys.executable, HERE / "duckdb_pipe.py", folder / "in.parquet", folder / "duck.parquet"], check=True)
        same("DuckDB, Parquet in and out", pyarrow.parquet.read_table(folder / "duck.parquet").to_pylist(), wanted)
        if here("DuckDB's shell", programs=["duckdb"]):
            subprocess.run([HERE / "duckdb.sh", folder / "in.parquet", folder / "shell.parquet"], check=True)
            same("DuckDB's shell", pyarrow.parquet.read_table(folder / "shell.parquet").to_pylist(), wanted)
    if here("Spark", "pyspark", "pyarrow", programs=["java"]):
        import pyarrow.parquet

        # Slow enough to be met at work.
        slow = folder / "slow.sh"
        slow.write_text(f"#!/bin/sh\nsleep 1\nexec '{PROGRAM}' \"$@\"\n")
        slow.chmod(0o755)
        for what, path, victim in (
            ("JSON Lines", source, None),
            ("Parquet, a worker's program killed", folder / "in.parquet", "lines article"),
            ("JSON Lines, an executor killed", source, "CoarseGrainedExecutorBackend"),
        ):
            if not path.exists():
                continue
            out = folder / f"spark-{len(what)}"
            # Two executors, each a process of its own.
            command = [sys.executable, HERE / "spark.py", path, out, "local-cluster[2,1,1024]"]
            program = {"PARALLAX": str(slow)} if victim else {}
            run_and_kill(command, {**os.environ, "PYSPARK_PYTHON": sys.executable, **program}, victim)
            same(f"Spark, {what}", pyarrow.parquet.read_table(out).to_pylist(), wanted)
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
