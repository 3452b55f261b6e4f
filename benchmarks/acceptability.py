"""Could an editor print a claim's standalone text? What two readers said of sampled claims, four times.

    python benchmarks/acceptability.py [--run]

`acceptability/first` (five op-eds), `second` and `third` (four each) were written for this by writers who knew nothing
of the program. It was run on them, claims were drawn by the hash of their ids, and two readers who saw op-eds and
sheet, and nothing else, judged each: 1 if it could be printed; else why not. (All writers and readers are one language
model in separate sessions: they agree more than people would.) How many pass hangs on what is asked:

- `first`, `second`: beside title and by-line. The first sheet was judged before pronouns inside claims were named; the
  faults of both were used to mend, so they say nothing of texts to come.
- `third`: alone in a table, for readers who have not read the op-ed; "the ice plant closed in 2019" fails: which one?
- `fourth`, of the op-eds of `third`: under the title, for readers who know what the op-ed is about. Claims of the
  program of 30 November 2026 before that day's work stood among them unmarked: of its 75 the readers passed 30 and 33,
  and of the 56 that did not say that they point out, 26 and 29.

`--run` runs the program as it is now, and tells of the sheet's claims how many it still words so, and of those whose
text it does not say to point out of the claim (`abstained`) how many the readers passed.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).with_suffix("")
Row = dict[str, str]
OP_EDS = {"fourth": "third"}
"""Sheets of the op-eds of another."""


def rows(name: str) -> list[Row]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def kappa(sheet: Sequence[Row]) -> float:
    """Cohen's κ of the two readers."""
    a, b = ([row[key] == "1" for row in sheet] for key in ("ok_a", "ok_b"))
    seen = sum(x == y for x, y in zip(a, b, strict=True)) / len(sheet)
    p, q = sum(a) / len(sheet), sum(b) / len(sheet)
    chance = p * q + (1 - p) * (1 - q)
    return (seen - chance) / (1 - chance)


def show(name: str) -> None:
    sheet = rows(name)
    for reader in "ab":
        why = Counter(row[f"why_{reader}"] for row in sheet if row[f"ok_{reader}"] == "0")
        passed = sum(row[f"ok_{reader}"] == "1" for row in sheet)
        print(f"{name:7} reader {reader}: {passed} of {len(sheet)} pass; not: {dict(why.most_common())}")
    print(f"{name:7} the two agree on {sum(r['ok_a'] == r['ok_b'] for r in sheet)}, κ {kappa(sheet):.2f}")


def points_out(claim: Any) -> bool:
    """It says itself that its text, or its subject, is not understood alone."""
    return any(one.field in ("text", "subject") for one in claim.abstained)


def run(name: str) -> None:
    from pipeline import load  # the model is slow to load
    from pipeline.extraction import extract_all
    from pipeline.read import read
    from pipeline.record import Article, Document

    articles = [one for one in read([str(HERE / OP_EDS.get(name, name))]) if isinstance(one, Article)]
    found = [one for one in extract_all(articles, nlp=load()) if isinstance(one, Document)]
    now = {claim.id: claim for document in found for claim in document.claims}
    same = [row for row in rows(name) if row["claim"] in now and now[row["claim"]].text == row["text"]]
    alone = [row for row in same if not points_out(now[row["claim"]])]
    passed = [sum(row[f"ok_{reader}"] == "1" for row in alone) for reader in "ab"]
    total = [sum(row[f"ok_{reader}"] == "1" for row in same) for reader in "ab"]
    print(f"{name:7} now: {len(same)} claims of the sheet are worded as then ({total[0]}, {total[1]} passed)")
    print(f"{name:7} of them {len(alone)} do not say that they point out ({passed[0]}, {passed[1]} passed)")


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--run", action="store_true", help="run the program on the texts, too")
    given = options.parse_args()
    for name in ("first", "second", "third", "fourth"):
        show(name)
        if given.run:
            run(name)


if __name__ == "__main__":
    main()
