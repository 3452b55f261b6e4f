"""How well and how fast amounts are read, beside quantulum3 alone. Run by hand: `python benchmarks/money.py`.

Quality: the Recognizers-Text files (MIT) in `../shared/data/specs`, or below `OPCLAIMS_DATA`; skipped with a word
if they are not there. Three readings of a hit: span, value, value + currency (or unit). And the share of our own
negatives (`tests/stages/money/negatives.csv`) on which nothing is found.
Speed: sentences a second on plain text; hostile texts, twice as long each time.

Measured on 30 November 2026 (2 busy cores, Python 3.11, quantulum3 0.10.0), F1 of value + unit, ours / quantulum3
alone: currency .973 / .397, percent .857 / .857, age 1.00 / .889, dimension .833 / .565, number .290 / .498 (bare
numbers that count nothing are no amounts to us, by decision). Look-alikes left alone: 263 / 73 of 263. Sentences a
second: 19,500 / 700, 28 to 1. Hostile texts: twice the text took at most 2.8 times as long wherever it took longer
than half a second.
What is missed of currency: a word before its figure ("sen 100,000"), Chinese spoken sums ("five mao five") and
satoshis as a unit of their own (to us a hundred-millionth of XBT).
"""

import csv
import json
import os
import re
import time
import warnings
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

from pipeline.stages.money.amount import find

ROOT = Path(__file__).parent.parent
DATA = Path(os.environ.get("OPCLAIMS_DATA", ROOT.parent / "shared/data"))
NEGATIVES = ROOT / "tests/stages/money/negatives.csv"
SPECS = ("CurrencyModel", "PercentModel", "AgeModel", "DimensionModel", "NumberModel")
Found = tuple[int, int, "Decimal | None", "str | None"]
"""Start and end of the figure, its value, its currency or unit."""
Reader = Callable[[str], list[Found]]

NAMES = {
    "United States dollar": "USD", "Dollar": "$", "Japanese yen": "JPY", "Pound": "£", "British pound": "GBP",
    "Chinese yuan": "CNY", "Euro": "EUR", "Rupee": "₹", "Canadian dollar": "CAD", "Franc": "franc", "Pence": "pence",
    "Cent": "cent", "Bitcoin": "XBT", "Foot": "foot", "Metric ton": "tonne", "Meter": "metre", "Kilometer": "kilometre",
}  # fmt: skip
AMBIGUOUS = {
    "$": ("USD",),
    "£": ("GBP",),
    "₹": ("INR",),
    "franc": ("currency", "CHF"),
    "pence": ("GBP",),
    "cent": ("USD",),
    "Age": ("year",),
}


def main() -> None:
    """Print the tables."""
    warnings.filterwarnings("ignore")
    readers: dict[str, Reader] = {"opclaims": ours, "quantulum3 alone": theirs}
    print(f"{'file':18}{'reader':18}{'n':>5}  {'span':>14}{'value':>17}{'value+unit':>17}   (P / R / F1)")
    for spec in SPECS:
        path = DATA / f"specs/{spec}.json"
        if not path.is_file():
            print(f"{spec:18}skipped: {path} is not there")
            continue
        cases = list(load(path, spec))
        for name, reader in readers.items():
            kind = [(gold, [f for f in reader(text) if _asked(spec, f[3])]) for text, gold in cases]
            print(f"{spec:18}{name:18}{len(cases):>5}  " + "   ".join(scores(kind)))
    bounds()
    for name, reader in readers.items():
        silent(name, reader)
    speed(readers)
    hostile()


def load(path: Path, spec: str) -> Iterator[tuple[str, list[Found]]]:
    """(text, gold) of one file; gold without a value ("dollar" alone) is left out, ends are made half-open."""
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        gold = []
        for result in case["Results"]:
            resolution = result.get("Resolution") or {}
            value = resolution.get("value")
            value = None if value == "null" else value
            unit = resolution.get("isoCurrency") or NAMES.get(
                resolution.get("unit", ""), resolution.get("unit")
            )
            unit = "pound" if spec == "DimensionModel" and unit == "£" else unit
            if value is None:
                continue
            number = Decimal(value.rstrip("%")) / (100 if unit in ("pence", "cent") else 1)
            gold.append(
                (result["Start"], result["End"] + 1, number, "percent" if spec == "PercentModel" else unit)
            )
        yield case["Input"], gold


def ours(text: str) -> list[Found]:
    """opclaims; of a range both ends are in its bounds, so its value is left open."""
    return [(a.core_start, a.core_end, a.value, a.currency or a.unit) for a in find(text)]


def theirs(text: str) -> list[Found]:
    """quantulum3 as it comes, but without its classifier, and on at most 300 characters (its time is cubic)."""
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False
    try:
        found = parser.parse(text[:300])
    except Exception:  # it raises what it likes
        return []
    return [(*q.span, Decimal(repr(q.value)), _unit_name(q.unit)) for q in found]


def _unit_name(unit: object) -> str:
    """A currency's code, "percent", or their own name."""
    code = getattr(unit, "currency_code", None)
    name = str(getattr(unit, "name", ""))
    return code or ("percent" if name == "percentage" else name)


def _asked(spec: str, unit: str | None) -> bool:
    """A file has gold for one kind of amount only; what a reader finds of another kind is not counted against it."""
    if spec == "CurrencyModel":
        return unit is not None and (unit.isupper() or unit == "currency")
    if spec == "PercentModel":
        return unit == "percent"
    if spec == "AgeModel":
        return unit in ("year", "month", "week", "day")
    return spec != "DimensionModel" or (
        unit not in ("count", "dimensionless", "percent") and not str(unit).isupper()
    )


def scores(pairs: list[tuple[list[Found], list[Found]]]) -> Iterator[str]:
    """Precision, recall and F1 for span, value, value + unit. A pair must overlap; values agree to six places."""
    for test in (_same_span, _same_value, _same_all):
        hits = sum(sum(any(test(g, f) for f in found) for g in gold) for gold, found in pairs)
        wanted, given = sum(len(gold) for gold, _ in pairs), sum(len(found) for _, found in pairs)
        precision, recall = hits / given if given else 0, hits / wanted if wanted else 0
        f1 = 2 * precision * recall / (precision + recall) if hits else 0
        yield f"{precision:.2f}/{recall:.2f}/{f1:.3f}"


def _same_span(gold: Found, found: Found) -> bool:
    return gold[:2] == found[:2]


def _same_value(gold: Found, found: Found) -> bool:
    overlap = gold[0] < found[1] and found[0] < gold[1]
    if gold[2] is None or found[2] is None:
        return overlap and gold[2] is found[2]
    return overlap and abs(gold[2] - found[2]) <= Decimal("0.000001") * max(1, abs(gold[2]))


def _same_all(gold: Found, found: Found) -> bool:
    if not _same_value(gold, found):
        return False
    wanted, given = str(gold[3]).lower().replace(" ", "_"), str(found[3]).lower().replace("meter", "metre")
    if gold[3] is None:
        return True
    return given == wanted.replace("meter", "metre") or found[3] in AMBIGUOUS.get(str(gold[3]), ())


def bounds() -> None:
    """How often both bounds are right ("[20,30)": 20 and 30); quantulum3 alone knows none."""
    path = DATA / "specs/NumberRangeModel.json"
    if not path.is_file():
        print(f"bounds skipped: {path} is not there")
        return
    right = wanted = 0
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        found = {(a.low, a.high) for a in find(case["Input"])}
        for result in case["Results"]:
            ends = result["Resolution"]["value"].strip("[]()").split(",")
            wanted += 1
            right += tuple(Decimal(end) if end else None for end in ends) in found
    print(
        f"bounds            opclaims          {right} of {wanted} in NumberRangeModel (the rest: bare numbers)"
    )


def silent(name: str, reader: Reader) -> None:
    """On how many sentences without an amount nothing is found."""
    if not NEGATIVES.is_file():
        print(f"negatives skipped: {NEGATIVES} is not there")
        return
    with NEGATIVES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    quiet = sum(not reader(row["text"]) for row in rows)
    print(f"negatives         {name:18}{quiet} of {len(rows)} sentences without an amount are left alone")


def speed(readers: dict[str, Reader]) -> None:
    """Sentences a second (processor time, so that a busy machine tells the same) on plain addresses in `raw/`."""
    paths = sorted((DATA / "raw/state_union").glob("*.txt"))
    if not paths:
        print(f"speed skipped: no texts in {DATA / 'raw/state_union'}")
        return
    text = " ".join(path.read_text(encoding="utf-8", errors="replace") for path in paths[-4:])
    sentences = [sentence for sentence in re.split(r"(?<=[.!?])\s+", text) if len(sentence) < 300][::4][:400]
    rates = {}
    for name, reader in readers.items():
        reader("It cost $5, and 40 km.")  # tables and imports
        begin = time.process_time()
        for sentence in sentences:
            reader(sentence)
        rates[name] = len(sentences) / (time.process_time() - begin)
        print(f"speed {name:18}{rates[name]:>10,.0f} sentences/s ({len(sentences)} sentences, one at a time)")
    ratio = rates["opclaims"] / rates["quantulum3 alone"]
    begin = time.process_time()
    find(text)
    rate = len(text) / (time.process_time() - begin)
    print(f"speed ratio {ratio:.0f} to 1; opclaims on the whole text: {rate:,.0f} characters/s")


def hostile() -> None:
    """Seconds for 100,000 and 200,000 characters of nothing but trouble: twice the text, about twice the time."""
    for piece in HOSTILE:
        taken = []
        for size in (100_000, 200_000):
            text = (piece * (size // len(piece) + 1))[:size]
            begin = time.process_time()
            find(text)
            taken.append(time.process_time() - begin)
        print(f"hostile {piece[:24]!r:28}{taken[0]:7.2f} s {taken[1]:7.2f} s   × {taken[1] / taken[0]:.1f}")


HOSTILE = (
    *(
        "9",
        "$",
        ",",
        ".",
        " ",
        "1,",
        "1.",
        "1 ",
        "$1",
        "$ ",
        "$1 ",
        "1-",
        "1–2",
        "1/2",
        "½",
        "%",
        "5%",
        "(",
        "é",
        "x5",
    ),
    *(
        "a ",
        "million ",
        "hundred and ",
        "one ",
        "half a ",
        "two million ",
        "more than ",
        "more than 5 ",
        "between ",
    ),
    *(
        "$5 and ",
        "5, ",
        "from 5 to ",
        "per ",
        "5 a year ",
        "up ",
        "by ",
        "cut ",
        "tens of ",
        "kr ",
        "5 kr ",
        "Rs",
    ),
    *("5 pesos ", "\u00a0", "1 000 ", "5 kPa ", "5 dollars 5 "),
)

if __name__ == "__main__":
    main()
