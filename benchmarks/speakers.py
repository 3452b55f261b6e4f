"""Whom a pronoun stands for that is made to say something ("she told a seminar"): `attribution.speaker`, counted.

    python benchmarks/speakers.py [corpus/articles]

`speakers.csv`: every source of gold that is a pronoun, and who that is: `meant`, the nearest noun phrase before it that
says so, `also`, its other names in the text; empty where the text does not say. Written by an annotator (a language
model in a session of its own) from the op-eds alone. Beside it the trivial answer: the last person named before, for
"it" the last organisation, for "they" nobody.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from pipeline import load
from pipeline.extraction import extract_all
from pipeline.read import read
from pipeline.record import Article, Attribution, Document

HERE = Path(__file__).parent
SPLIT = HERE.parent / "corpus" / "split.csv"
LAST = {"he": "PERSON", "she": "PERSON", "it": "ORG"}
ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "my", "our", "mr", "mrs", "ms", "dr"})


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def said(document: Document, start: int) -> Attribution | None:
    """The attribution whose source starts there."""
    sources = (claim.attribution for claim in document.claims)
    return next((one for one in sources if one.source is not None and one.source.start == start), None)


def answer(document: Document, start: int) -> str | None:
    """What the program says: "" where it leaves the pronoun as it is, None where it found no source there."""
    one = said(document, start)
    if one is None:
        return None
    return one.speaker.text if one.speaker is not None else ""


def trivial(document: Document, start: int, pronoun: str) -> str:
    label = LAST.get(pronoun.lower())
    names = [one.name for one in document.entities if one.label == label and one.span.end <= start]
    return names[-1] if names else ""


def words(phrase: str) -> set[str]:
    plain = phrase.lower().replace("’s", "").replace("'s", "").replace(",", " ")
    return {word for word in plain.split() if word not in ARTICLES}


def right(given: str, row: dict[str, str]) -> bool:
    """One of the names, or all the words of one, or a part of one that holds its last word."""
    names = [words(name) for name in (row["meant"], *row["also"].split("|")) if name.strip()]
    found = words(given)
    return any(name <= found or (found <= name and found) for name in names)


def outcome(given: str | None, row: dict[str, str]) -> str:
    if given is None:
        return "no source found"
    if not given:
        return "left" if row["meant"] else "rightly left"
    return "right" if right(given, row) else "wrong"


def show(name: str, outcomes: Iterable[str]) -> None:
    counts = Counter(outcomes)
    named = counts["right"] + counts["wrong"]
    share = f"{counts['right'] / named:.2f}" if named else "–"
    print(f"{name:26} named {named:3}, right {counts['right']:3} ({share}); {dict(sorted(counts.items()))}")


def main(folder: str) -> None:
    articles = [one for one in read([folder]) if isinstance(one, Article)]
    found = {one.id: one for one in extract_all(articles, nlp=load()) if isinstance(one, Document)}
    parts = {row["document"]: row["split"] for row in table(SPLIT)}
    rows = [row for row in table(HERE / "speakers.csv") if row["document"] in found]
    for part in ("train", "dev", "test"):
        some = [row for row in rows if parts[row["document"]] == part]
        pairs = [(found[row["document"]], int(row["start"]), row) for row in some]
        show(f"{part}, {len(some)} sources", (outcome(answer(d, at), row) for d, at, row in pairs))
        show("    last name", (outcome(trivial(d, at, row["source"]), row) for d, at, row in pairs))


if __name__ == "__main__":
    main(*(sys.argv[1:] or [str(HERE.parent / "corpus" / "articles")]))
