"""Parallax from Python: runs the program as a child process and gives what it says as dicts.

No number is computed here. Nothing leaves the machine.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sysconfig
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Union

__all__ = ["Article", "ParallaxError", "compare", "lines", "program", "score"]

#: An article: the fields of a collection (title, text, outlet, date, url, id …), or its text.
Article = Union[Mapping[str, Any], str]


class ParallaxError(RuntimeError):
    """What the program said went wrong."""


def program() -> str:
    """The path of the program: PARALLAX if that is set, the one of this package, else the one on the path."""
    named = os.environ.get("PARALLAX")
    if named:
        return named
    name = "parallax.exe" if os.name == "nt" else "parallax"
    own = Path(sysconfig.get_path("scripts")) / name
    found = str(own) if own.is_file() else shutil.which(name)
    if not found:
        raise ParallaxError("the program parallax is neither in this environment nor on the path")
    return found


def score(
    articles: Iterable[Article],
    *,
    detail: Literal["article", "paragraph", "sentence"] = "article",
    brief: bool = False,
    keep: Sequence[str] = (),
    threads: int | None = None,
    errors: Literal["give", "raise"] = "give",
    options: Sequence[str] = (),
) -> Iterator[dict[str, Any]]:
    """The scores of each article, in order: the columns of ``parallax score``, with ``id`` and the fields in
    ``keep`` handed through. Reads and gives one after another, in constant memory.

    ``options`` are further arguments of ``parallax lines`` (``["--exact"]``).
    """
    arguments = ["--detail", detail, *options]
    return lines("article", articles, brief=brief, keep=keep, threads=threads, errors=errors, options=arguments)


def lines(
    kind: Literal["tone", "headline", "wording", "target", "article"],
    texts: Iterable[Article],
    *,
    brief: bool = False,
    keep: Sequence[str] = (),
    threads: int | None = None,
    errors: Literal["give", "raise"] = "give",
    options: Sequence[str] = (),
) -> Iterator[dict[str, Any]]:
    """What ``parallax lines KIND`` says of each text, in order."""
    command = [program(), "lines", kind, *options]
    command += ["--brief"] if brief else []
    command += ["--keep", ",".join(keep)] if keep else []
    command += ["--threads", str(threads)] if threads else []
    failed: list[BaseException] = []
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdin and child.stdout and child.stderr
        feeder = threading.Thread(target=_feed, args=(texts, child.stdin, failed), daemon=True)
        said: list[bytes] = []
        listener = threading.Thread(target=lambda stream: said.append(stream.read()), args=(child.stderr,), daemon=True)
        feeder.start()
        listener.start()
        answers = 0
        is_whole = False
        try:
            for line in child.stdout:
                answer = json.loads(line)
                if errors == "raise" and "error" in answer and "line" in answer:
                    raise ParallaxError(f"line {answer['line']} (id {answer.get('id')!r}): {answer['error']}")
                answers += 1
                yield answer
            is_whole = True
        finally:
            if not is_whole:
                child.kill()  # Whoever stops reading early wants no more of it.
                with contextlib.suppress(BrokenPipeError):
                    child.stdin.close()
        feeder.join()
        listener.join()
        status = child.wait()
    if failed:
        raise failed[0]
    # Status 1: lines that could not be scored, each of which was given.
    if status not in (0, 1) or (status == 1 and answers == 0):
        raise ParallaxError(b"".join(said).decode(errors="replace").strip() or f"status {status}")


def _feed(texts: Iterable[Article], stream: Any, failed: list[BaseException]) -> None:
    """Writes every article as one line; a program that has gone wants no more."""
    try:
        for text in texts:
            record = {"text": text} if isinstance(text, str) else dict(text)
            stream.write(json.dumps(record, default=_plain).encode() + b"\n")
    except BrokenPipeError:
        pass
    except BaseException as error:  # noqa: BLE001 - raised again where the answers are read
        failed.append(error)
    finally:
        try:
            stream.close()
        except BrokenPipeError:
            pass


def _plain(value: Any) -> Any:
    """Dates as ISO 8601, numbers of numpy as numbers, all else as text."""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value.item() if hasattr(value, "item") else str(value)


def compare(
    a: str | os.PathLike[str] | Iterable[Article],
    b: str | os.PathLike[str] | Iterable[Article],
    *,
    options: Sequence[str] = (),
) -> dict[str, Any]:
    """The comparison of two sources, as ``parallax compare A B --format json`` gives it. A source is the path
    of a file or folder, or articles."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [_source(source, Path(folder) / f"{name}.jsonl") for name, source in (("A", a), ("B", b))]
        command = [program(), "compare", *paths, "--format", "json", *options]
        done = subprocess.run(command, capture_output=True, check=False)
    if not done.stdout:
        raise ParallaxError(done.stderr.decode(errors="replace").strip())
    return json.loads(done.stdout)


def _source(source: str | os.PathLike[str] | Iterable[Article], at: Path) -> str:
    if isinstance(source, (str, os.PathLike)):
        return os.fspath(source)
    with at.open("w", encoding="utf-8") as file:
        for article in source:
            record = {"text": article} if isinstance(article, str) else dict(article)
            file.write(json.dumps(record, default=_plain) + "\n")
    return str(at)
