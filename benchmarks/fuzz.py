"""Texts that nobody wrote, through everything: `python benchmarks/fuzz.py [--documents N] [--seed N] [--slow]`.

Random characters, op-eds of the corpus that were damaged, and word salad (`fuzz_texts.py`), a third each. What is
looked for in each document:

- an exception other than one clear ValueError about the text;
- a span whose words are not those of the text (the record refuses it), an id given twice, a claim that hangs on itself,
  pieces of a claim out of order, an edit whose source is nowhere;
- other bytes when it is read again (every `--again`th);
- more than ten times the median time of a thousand characters of plain text.

`--trees`: each parse is damaged, too (`fuzz_trees.py`): rules must bear another model.

`--slow`: patterns that repeat (`fuzz_patterns.py`), at n, 2n and 4n words; twice the words may cost three times the
time. `--kilobytes 100`: the same patterns, each so long: seconds, and how many times those of plain text.
`--only NAME` is one of the makers or patterns. The digest is of all records: the same whatever PYTHONHASHSEED is.
Texts that failed are written to `--keep FOLDER`. Exits with 1 where something was found.
"""

import argparse
import hashlib
import sys
import time
import traceback
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import Random
from statistics import median

from fuzz_patterns import PATTERNS
from fuzz_patterns import text as pattern
from fuzz_texts import MAKERS, ROOT
from fuzz_trees import TREE
from spacy.language import Language

from pipeline import extract, load
from pipeline.record import Claim, Document

SLOWER = 10
"""Times the time of plain text that a text may take."""
DOUBLING = 3
"""Times the time that twice the text may take."""
SHORT = 400
"""Characters: under this, the time of a text is mostly what every text costs."""
LEAST = 0.1
"""Seconds under which a doubling is not judged: the clock's noise is larger."""
CLEAR = ("is empty", "has a NUL", "is not valid Unicode", "; an op-ed has at most")
CLOCK = time.thread_time


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--documents", type=int, default=2000, help="how many (default 2,000)")
    options.add_argument("--seed", type=int, default=1, help="another seed, other texts (default 1)")
    options.add_argument("--again", type=int, default=10, help="read every so manieth twice (default 10)")
    options.add_argument("--only", action="append", help="this maker or pattern")
    options.add_argument("--keep", type=Path, help="write the texts that failed into this folder")
    options.add_argument("--slow", action="store_true", help="patterns that repeat, in place of random texts")
    options.add_argument("--trees", action="store_true", help="with a tenth of each parse made wrong")
    options.add_argument("--kilobytes", type=int, help="patterns of this length, in place of random texts")
    options.add_argument("--words", type=int, default=500, help="words of the shortest pattern (default 500)")
    given = options.parse_args()
    nlp = load()
    if given.trees:
        nlp.add_pipe(TREE, after="model")
    plain = pace(nlp)
    print(f"plain text: {1000 * plain:.1f} ms for a thousand characters")
    look = long if given.kilobytes else slow if given.slow else fuzz
    wrong = look(nlp, given, plain)
    print(f"{wrong} found")
    return min(wrong, 1)


def pace(nlp: Language) -> float:
    """Seconds for a thousand characters of the corpus: the median of its articles."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus" / "articles").glob("*.md"))]
    extract(texts[0], nlp=nlp)
    return median(_timed(text, nlp)[0] * 1000 / len(text) for text in texts)


def fuzz(nlp: Language, given: argparse.Namespace, plain: float) -> int:
    """Random texts; the number of those with something wrong."""
    makers = [name for name in MAKERS if not given.only or name in given.only]
    sha, wrong = hashlib.sha256(), 0
    for number in range(given.documents):
        name = makers[number % len(makers)]
        text = MAKERS[name](Random(f"{given.seed} {number} {name}"))
        line, found = _one(text, nlp, plain, again=number % given.again == 0)
        sha.update(line.encode())
        if found:
            wrong += 1
            _tell(f"{name} {given.seed}:{number}", text, found, given.keep)
    print(f"{given.documents:,} documents, seed {given.seed}; digest {sha.hexdigest()[:16]}")
    return wrong


def _one(text: str, nlp: Language, plain: float, again: bool) -> tuple[str, list[str]]:
    """The record as a line, and what is wrong with it."""
    try:
        seconds, document = _timed(text, nlp)
    except ValueError as error:
        clear = type(error) is ValueError and any(part in str(error) for part in CLEAR)
        return "", [] if clear else [traceback.format_exc(limit=-4)]
    except Exception:
        return "", [traceback.format_exc(limit=-4)]
    line = document.to_json()
    found = list(broken(document, text))
    ratio = 1000 / max(len(text), SHORT) / plain
    if (
        seconds * ratio > SLOWER and (seconds := _timed(text, nlp)[0]) * ratio > SLOWER
    ):  # not what is loaded once
        found.append(f"takes {seconds * ratio:.0f} times as long as plain text ({seconds:.2f} s)")
    if again and extract(text, nlp=nlp).to_json() != line:
        found.append("gives other bytes when it is read again")
    return line, found


def _timed(text: str, nlp: Language) -> tuple[float, Document]:
    started = CLOCK()
    document = extract(text, nlp=nlp)
    return CLOCK() - started, document


def broken(document: Document, text: str) -> Iterator[str]:
    """What the record itself does not refuse. (Spans, ids and the ids that are named it does.)"""
    parents = {claim.id: claim.parent.claim for claim in document.claims if claim.parent}
    for claim in document.claims:
        yield from (f"claim {claim.id}: {what}" for what in _of_claim(claim, text))
        seen, up = {claim.id}, parents.get(claim.id)
        while up is not None and up not in seen:
            seen.add(up)
            up = parents.get(up)
        if up is not None:
            yield f"claim {claim.id} hangs on itself"
    for item in (*document.amounts, *document.dates):
        if not item.span.start <= item.core.start < item.core.end <= item.span.end:
            yield f"{item.id}: core {item.core} is not in {item.span}"
        if (low := getattr(item, "low", None)) is not None and item.high is not None and low > item.high:
            yield f"{item.id}: {low} to {item.high}"


def _of_claim(claim: Claim, text: str) -> Iterator[str]:
    ends = [(piece.start, piece.end) for piece in claim.fragments]
    if not ends or any(first[1] > second[0] for first, second in pairwise(ends)):
        yield f"its pieces are out of order: {ends}"
    if not claim.text.strip():
        yield "stands alone as nothing"
    for edit in claim.edits:
        if any(span.end > len(text) for span in edit.source):
            yield f"edit {edit} is out of the text"
    for role in (claim.subject, claim.predicate, claim.object, *claim.arguments):
        if role is not None and not role.text.strip():
            yield f"{role.role} has no words"


def slow(nlp: Language, given: argparse.Namespace, _plain: float) -> int:
    """Patterns at n, 2n, 4n words; the number of those that grow faster than their text."""
    wrong = 0
    for name in PATTERNS:
        if given.only and name not in given.only:
            continue
        texts = [pattern(name, times * given.words) for times in (1, 2, 4)]
        try:
            seconds = [
                min(_timed(text, nlp)[0] for _ in range(2 if len(text) < 20_000 else 1)) for text in texts
            ]
        except Exception:
            wrong += 1
            _tell(name, texts[0], [traceback.format_exc(limit=-4)], given.keep)
            continue
        ratios = [after / before for before, after in pairwise(seconds) if after > LEAST]
        late = max(ratios, default=0) > DOUBLING
        wrong += late
        times = "".join(f"{second:8.2f}" for second in seconds)
        grown = " ".join(f"×{ratio:.1f}" for ratio in ratios)
        print(f"{name:20}{times} s   {grown}{'   SLOW' if late else ''}", flush=True)
    return wrong


def long(nlp: Language, given: argparse.Namespace, plain: float) -> int:
    """Patterns of so many thousand characters; the number of those that take more than ten times as long as plain
    text."""
    wrong, size = 0, 1000 * given.kilobytes
    for name in PATTERNS:
        if given.only and name not in given.only:
            continue
        words = 1000
        while len(text := pattern(name, words)) < size:
            words *= 2
        seconds, _ = _timed(text[:size], nlp)
        times = seconds / (plain * given.kilobytes)
        wrong += times > SLOWER
        print(f"{name:20}{seconds:8.2f} s   ×{times:.1f}{'   SLOW' if times > SLOWER else ''}", flush=True)
    return wrong


def _tell(name: str, text: str, found: list[str], keep: Path | None) -> None:
    print(f"{name}: " + "; ".join(found), flush=True)
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{name.replace(' ', '-').replace(':', '-')}.txt").write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    sys.exit(main())
