"""Names from twelve regions of the world: does one do as well in Accra as in London?

    python benchmarks/names.py [--model models/en_oped]

Reads `benchmarks/names/regions.txt` (how it was made: `benchmarks/names/README.md`) and prints F1 by region and
by label, exact edges and label, of the stage as it ships (model and tables), the model alone, the tables alone and
runs of capitals; and the recall of the first. A region has about 80 names: some points between two are chance, so
the recall's 95 % interval (Wilson 1927) is beside.
"""

import argparse
import math
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Doc

from pipeline.assemble import load
from pipeline.stages.entities.entities import Entities

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "models" / "scripts"))  # no part of the package
from baselines import capitals  # noqa: E402

REGIONS = ROOT / "benchmarks" / "names" / "regions.txt"
_MARKED = re.compile(r"\[([^\[\]|]+)\|([A-Z_]+)\]")
Name = tuple[int, int, str]  # start, end, label


class Paragraph(NamedTuple):
    region: str
    text: str
    names: frozenset[Name]


class Counts(NamedTuple):
    right: int = 0
    found: int = 0
    gold: int = 0

    def plus(self, found: set[Name], gold: set[Name]) -> "Counts":
        return Counts(self.right + len(found & gold), self.found + len(found), self.gold + len(gold))

    @property
    def f(self) -> float:
        return 2 * self.right / max(1, self.found + self.gold)

    def recall(self) -> tuple[float, float, float]:
        """The recall, and the ends of its 95 % interval (Wilson 1927)."""
        n, z = max(1, self.gold), 1.96
        share = self.right / n
        middle = (share + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return share, middle - half, middle + half


def paragraphs(text: str) -> Iterator[Paragraph]:
    """`# region` opens a region; each further line that is not empty is a paragraph with its names marked."""
    region = ""
    for line in text.splitlines():
        if line.startswith("# "):
            region = line[2:].strip()
        elif line.strip():
            yield _plain(region, line.strip())


def _plain(region: str, line: str) -> Paragraph:
    names, text, at = set(), "", 0
    for mark in _MARKED.finditer(line):
        text += line[at : mark.start()]
        names.add((len(text), len(text) + len(mark.group(1)), mark.group(2)))
        text += mark.group(1)
        at = mark.end()
    return Paragraph(region, text + line[at:], frozenset(names))


def guessed(doc: Doc) -> set[Name]:
    """Runs of capitalised words inside a sentence, all taken for persons (the commonest label)."""
    return {(start, end, "PERSON") for start, end, _ in _names(capitals(doc))}


def systems(model: str) -> dict[str, Callable[[str], set[Name]]]:
    nlp = load(model)
    early = [name for name in nlp.pipe_names if name in ("model", "tokenize")]

    def trained(text: str) -> Doc:
        with nlp.select_pipes(enable=early):
            return nlp(text)

    return {
        "model and tables": lambda text: _names(Entities()(trained(text))),
        "model alone": lambda text: _names(trained(text)),
        "tables alone": lambda text: _names(Entities()(nlp.make_doc(text))),
        "capitals": lambda text: guessed(nlp.make_doc(text)),
    }


def _names(doc: Doc) -> set[Name]:
    return {(e.start_char, e.end_char, e.label_) for e in doc.ents}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--model", default=str(ROOT / "models" / "en_oped"))
    chosen = options.parse_args()
    texts = list(paragraphs(REGIONS.read_text(encoding="utf-8")))
    found = {way: [read(text.text) for text in texts] for way, read in systems(chosen.model).items()}
    regions = dict.fromkeys(text.region for text in texts)
    table(
        "region", {region: (lambda text, _, r=region: text.region == r) for region in regions}, texts, found
    )
    labels = sorted({label for text in texts for *_, label in text.names})
    table("label", {label: (lambda _, name, k=label: name[2] == k) for label in labels}, texts, found)


def table(
    title: str,
    rows: dict[str, Callable[[Paragraph, Name], bool]],
    texts: list[Paragraph],
    found: dict[str, list[set[Name]]],
) -> None:
    """F1 of every system by row, and the recall of the first with its interval."""
    print(f"\n{title:26}  names  recall  (95 %)     " + "".join(f"{way:>18}" for way in found))
    for row, belongs in {**rows, "all": lambda *_: True}.items():
        counts = {way: Counts() for way in found}
        for at, text in enumerate(texts):
            gold = {name for name in text.names if belongs(text, name)}
            for way in found:
                counts[way] = counts[way].plus({name for name in found[way][at] if belongs(text, name)}, gold)
        first = next(iter(counts.values()))
        recall, low, high = first.recall()
        print(
            f"{row:26} {first.gold:6}  {recall:6.2f}  {low:.2f}–{high:.2f}  "
            + "".join(f"{c.f:18.2f}" for c in counts.values())
        )


if __name__ == "__main__":
    main()
