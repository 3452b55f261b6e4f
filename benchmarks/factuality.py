"""Did it happen? What polarity and modality of claims say, beside what people said of the same predicates.

    python benchmarks/factuality.py [--part dev]

Decomp UDS 2.0 (White et al. 2020): for predicates of English EWT, whether what they tell happened or is so, from -3
to 3, people's answers normalised; above 0 is yes. Each sentence is read by itself. A claim whose predicate is such a
predicate says yes where it is affirmed and asserted; denied, wished, predicted, asked or supposed it says no.
Predicates that no claim has are counted beside. The baseline says what is said most often.
"""

import argparse
import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline import extract, load
from pipeline.record import Claim

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("OPCLAIMS_DATA", ROOT.parent / "shared" / "data"))


class Judged(NamedTuple):
    """A predicate: where its word stands in its sentence, and how far people say that it happened."""

    start: int
    value: float


class Sentence(NamedTuple):
    text: str
    predicates: list[Judged]


def sentences(part: str) -> Iterator[Sentence]:
    """Those of a part of EWT with predicates that people judged."""
    known = json.loads((DATA / "factuality" / "ud_ids.json").read_text(encoding="utf-8"))
    with zipfile.ZipFile(DATA / "factuality" / "uds-factuality.zip") as file:
        judged = json.loads(file.read("factuality.json"))["data"]
    by_id = {known[key]["sentence_id"]: found for key, found in judged.items() if key in known}
    for sent_id, text, starts in treebank(DATA / "ud" / f"en_ewt-ud-{part}.conllu"):
        if predicates := by_id.get(sent_id):
            places = {starts[_token(name)]: _value(found) for name, found in predicates.items()}
            yield Sentence(text, [Judged(start, value) for start, value in sorted(places.items())])


def _token(name: str) -> int:
    """`ewt-dev-12-semantics-pred-7` → 7."""
    return int(name.rsplit("-", 1)[1])


def _value(found: dict) -> float:
    return float(found["factuality"]["factual"]["value"])


def treebank(path: Path) -> Iterator[tuple[str, str, dict[int, int]]]:
    """(sent_id, text, number of a word → where it begins) of each sentence."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        head = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
        starts, at = {}, 0
        for line in lines:
            number, form, *_ = [*line.split("\t"), ""]
            if number.isdigit():
                at = max(at, head["text"].find(form, at))
                starts[int(number)] = at
                at += len(form) if head["text"].startswith(form, at) else 0
        if head:
            yield head["sent_id"], head["text"], starts


def happened(claim: Claim) -> bool:
    return claim.polarity.value == "affirmed" and claim.modality.value == "asserted"


def compared(part: str) -> tuple[list[tuple[bool, bool]], int]:
    """(people's, ours) for each predicate that a claim has; and how many no claim has."""
    nlp, pairs, without = load(), [], 0
    for sentence in sentences(part):
        claims = {claim.predicate.head.start: claim for claim in extract(sentence.text, nlp=nlp).claims}
        for judged in sentence.predicates:
            if judged.start in claims:
                pairs.append((judged.value > 0, happened(claims[judged.start])))
            else:
                without += 1
    return pairs, without


def f1(pairs: list[tuple[bool, bool]], label: bool) -> float:
    both = sum(a == b == label for a, b in pairs)
    return 2 * both / max(1, sum(a == label for a, _ in pairs) + sum(b == label for _, b in pairs))


def show(name: str, pairs: list[tuple[bool, bool]]) -> None:
    right = sum(a == b for a, b in pairs) / len(pairs)
    yes, no = f1(pairs, True), f1(pairs, False)
    print(f"{name:22} accuracy {right:.3f}  F1 yes {yes:.3f}  F1 no {no:.3f}  macro F1 {(yes + no) / 2:.3f}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument(
        "--part", default="dev", choices=["train", "dev", "test"], help="of EWT (default dev)"
    )
    chosen = options.parse_args()
    if not (DATA / "factuality").is_dir():
        raise SystemExit(f"{DATA / 'factuality'} is not here: set OPCLAIMS_DATA")
    pairs, without = compared(chosen.part)
    yes = sum(a for a, _ in pairs)
    print(
        f"EWT {chosen.part}: {len(pairs)} predicates of claims, {yes} of them yes; {without} more are no claim's"
    )
    show("polarity and modality", pairs)
    show("what is most often so", [(a, 2 * yes >= len(pairs)) for a, _ in pairs])


if __name__ == "__main__":
    main()
