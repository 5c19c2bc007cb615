"""How much faster `parallax lines tone --brief` is than Python's VADER on the same sentences, a line each.

    pip install vaderSentiment
    python against_vader.py SENTENCES.txt [PROGRAM]

Both read the same file in this process and a child of it, and both are timed by the CPU they take, so that a busy
machine changes little. The four scores of every line are held against each other (`--exact`: as VADER gives them).
"""
import json, os, resource, subprocess, sys, time

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

path, program = sys.argv[1], (sys.argv[2:] or ["parallax"])[0]
lines = [line.rstrip("\n") for line in open(path, encoding="utf-8") if line.strip()]
analyser = SentimentIntensityAnalyzer()
begun = time.process_time()
expected = [analyser.polarity_scores(line) for line in lines]
python = time.process_time() - begun


def cpu():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


before = cpu()
command = [program, "lines", "tone", "--exact", "--brief", "--threads", "1"]
text = "\n".join(lines) + "\n"
done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
parallax = cpu() - before
given = [json.loads(line) for line in done.stdout.splitlines()]
names = ["neg", "neu", "pos", "compound"]
apart = sum(any(one[name] != other[name] for name in names) for one, other in zip(expected, given))
print(f"{len(lines)} sentences: VADER {python:.2f} s, Parallax {parallax:.2f} s of CPU: {python / parallax:.0f} times")
print(f"{apart} of them differ in a score")
sys.exit(len(given) != len(lines) or apart > 0)
