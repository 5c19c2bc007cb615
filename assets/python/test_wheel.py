"""What the wheel promises, tried in the environment it was installed in. Give it the repository's folder."""

import itertools
import json
import subprocess
import sys
from pathlib import Path

import parallax

REPOSITORY = Path(sys.argv[1])
SAMPLES = [REPOSITORY / "assets/samples" / name for name in ("ellery-ledger.md", "quayside-star.md")]
BODY = "The mayor said it was a great day. Nobody was hurt.\n\nCritics feared a disaster."


def articles(count):
    return ({"id": f"a{n}", "title": f"Shocking vote {n}", "text": BODY, "section": n % 3} for n in range(count))


version = subprocess.run([parallax.program(), "--version"], capture_output=True, text=True, check=True).stdout
assert version.startswith("parallax "), version

# In order, each under its id, whatever is handed through untouched.
scores = list(parallax.score(articles(500), keep=["section"]))
assert [it["id"] for it in scores] == [f"a{n}" for n in range(500)]
assert [it["section"] for it in scores] == [n % 3 for n in range(500)]

# The same figures as the program's own.
lines = "".join(json.dumps(it) + "\n" for it in articles(500))
command = [parallax.program(), "lines", "article", "--keep", "section"]
own = subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout
assert scores == [json.loads(line) for line in own.splitlines()]

# An endless stream in constant memory, left early.
first = list(itertools.islice(parallax.score(articles(10**9), brief=True), 3))
assert [it["id"] for it in first] == ["a0", "a1", "a2"]

# What cannot be scored is named, and the rest goes on; or it raises.
mixed = [{"id": 1, "text": BODY}, {"id": 2}, {"id": 3, "text": BODY}]
given = list(parallax.score(mixed))
assert given[1]["line"] == 2 and given[1]["id"] == 2 and given[1]["error"]
assert given[0]["tone"] == given[2]["tone"]
try:
    list(parallax.score(mixed, errors="raise"))
    raise SystemExit("nothing was raised")
except parallax.ParallaxError as error:
    assert "line 2" in str(error), error


def broken():
    yield {"id": 1, "text": BODY}
    raise KeyError("mine")


try:
    list(parallax.score(broken()))
    raise SystemExit("the caller's own error was lost")
except KeyError:
    pass

assert len(parallax.compare(*SAMPLES)["findings"]) > 0
assert parallax.compare(articles(3), articles(4))["differences"]
assert next(iter(parallax.lines("tone", ["Good news"])))["compound"] == 0.4404

try:
    import pandas
    import polars

    frame = pandas.DataFrame(articles(20))
    joined = frame.merge(pandas.DataFrame(parallax.score(frame.to_dict("records"), brief=True)), on="id")
    assert len(joined) == 20 and joined["tone"].notna().all()
    frame = polars.DataFrame(list(articles(20)))
    scores = polars.DataFrame(list(parallax.score(frame.iter_rows(named=True), brief=True)))
    assert frame.join(scores, on="id")["tone"].null_count() == 0
except ImportError as missing:
    print(f"test_wheel: {missing}: its example was not run")
print("test_wheel: the wheel keeps its promises")
