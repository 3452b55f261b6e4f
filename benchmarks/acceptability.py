"""Could an editor print a claim's standalone text? What readers said of sampled claims, six times.

    python benchmarks/acceptability.py [--run]

Readers saw op-eds and sheet, and nothing else, and judged each claim: 1 if it could be printed; else why not. (All
writers and readers are one language model in separate sessions: they agree more than people would.) How many pass hangs
on what is asked, and on the op-ed:

- `first` (five op-eds), `second`, `third` (four each) were written for this by writers who knew nothing of the program.
  The first two were judged beside title and by-line, the first before pronouns inside claims were named; the faults of
  both were used to mend, so they say nothing of texts to come. `third`: alone in a table, for readers who have not read
  the op-ed; "the ice plant closed in 2019" fails: which one?
- `fourth`, of the op-eds of `third`: under the title, for readers who know what the op-ed is about. Claims of the
  program of 29 November 2026 stood among them unmarked: of its 75 the readers passed 30 and 33, and of the 56 that did
  not say that they point out, 26 and 29. Its faults, too, have been used since.
- `corpus`: 864 claims of dev and train as the program worded them on 30 November 2026, one reader each, under the
  title; `fix` is what the reader would print. It served to mend.
- `fifth`: five op-eds by a writer of 30 November, judged by two readers after all that, under the title and beside
  `according_to`. Sentences of the op-eds as they stand (`kind` sentence) stood among the claims unmarked: a baseline.
  They would print 16 and 16 of 45 sentences; 22 and 24 of 90 claims; of the 50 that do not say that they point out 21
  and 22, of the 40 that do 1 and 2. So no extract of such op-eds can pass at .85; what it can do is say which do not.

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
SHEETS = ("first", "second", "third", "fourth", "corpus", "fifth")
OP_EDS = {"fourth": HERE / "third", "corpus": HERE.parents[1] / "corpus" / "articles"}
"""Where the op-eds of a sheet are, if not in a folder of its name."""


def rows(name: str) -> list[Row]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def readers(sheet: Sequence[Row]) -> str:
    return "".join(one for one in "ab" if f"ok_{one}" in sheet[0])


def kappa(sheet: Sequence[Row]) -> float:
    """Cohen's κ of the two readers."""
    a, b = ([row[key] == "1" for row in sheet] for key in ("ok_a", "ok_b"))
    seen = sum(x == y for x, y in zip(a, b, strict=True)) / len(sheet)
    p, q = sum(a) / len(sheet), sum(b) / len(sheet)
    chance = p * q + (1 - p) * (1 - q)
    return (seen - chance) / (1 - chance)


def show(name: str, sheet: Sequence[Row]) -> None:
    for reader in readers(sheet):
        why = Counter(row[f"why_{reader}"] for row in sheet if row[f"ok_{reader}"] == "0")
        passed = sum(row[f"ok_{reader}"] == "1" for row in sheet)
        print(f"{name:14} reader {reader}: {passed} of {len(sheet)} pass; not: {dict(why.most_common())}")
    if len(readers(sheet)) == 2:
        alike = sum(row["ok_a"] == row["ok_b"] for row in sheet)
        print(f"{name:14} the two agree on {alike}, κ {kappa(sheet):.2f}")


def points_out(claim: Any) -> bool:
    """It says itself that its text, or its subject, is not understood alone."""
    return any(one.field in ("text", "subject") for one in claim.abstained)


def run(name: str) -> None:
    from pipeline import load  # the model is slow to load
    from pipeline.extraction import extract_all
    from pipeline.read import read
    from pipeline.record import Article, Document

    sheet = rows(name)
    articles = [one for one in read([str(OP_EDS.get(name, HERE / name))]) if isinstance(one, Article)]
    found = (one for one in extract_all(articles, nlp=load()) if isinstance(one, Document))
    now = {claim.id: claim for one in found for claim in one.claims}
    here = [(row, now[row["claim"]]) for row in sheet if row["claim"] in now]
    same = [(row, claim) for row, claim in here if claim.text == row["text"]]
    alone = [row for row, claim in same if not points_out(claim)]
    passed = " and ".join(str(sum(row[f"ok_{one}"] == "1" for row in alone)) for one in readers(sheet))
    total = " and ".join(str(sum(row[f"ok_{one}"] == "1" for row, _ in same)) for one in readers(sheet))
    print(f"{name:14} now: {len(same)} claims of the sheet are worded as then ({total} passed)")
    print(f"{name:14} of them {len(alone)} do not say that they point out ({passed} passed)")


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--run", action="store_true", help="run the program on the texts, too")
    given = options.parse_args()
    for name in SHEETS:
        sheet = rows(name)
        for kind in sorted({row.get("kind", "") for row in sheet}):
            show(f"{name} {kind}".strip(), [row for row in sheet if row.get("kind", "") == kind])
        if given.run:
            run(name)


if __name__ == "__main__":
    main()
