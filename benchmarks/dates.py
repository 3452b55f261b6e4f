"""Dates beside dateparser's own search: WikiWars, Recognizers-Text cases, GUM, speed, hostile text.

    python benchmarks/dates.py [--errors N]

The data are not part of the project: `../shared/data`, or the folder named by OPCLAIMS_DATA; what is absent is
skipped with a word. What each set counts, how conventions are converted, and what is refused on purpose stand in
`dates_wikiwars.py`, `dates_specs.py` and `dates_gum.py`.

Measured (Python 3.11, dateparser 1.5.0; seconds of the process, for the machine is shared), ours | dateparser.search:

    WikiWars, 16 documents         spans relaxed F1 .933 | .778   strict .870 | .133   values of those found .874 | .174
    ... without what is refused    spans relaxed F1 .964 | .796   strict .903 | .113   values of those found .884 | .182
    DateTimeModel, half            value F1 .807 | .189   without what is refused .900 | .185   misfires 1 | 18 of 33
    DatePeriodParser, half         value F1 .803 | .016   without what is refused .968 | .020
    DateParser, half               value F1 .718 | .493   without what is refused .824 | .522
    GUM, 739 `<date when>`         found .950 | .923   value right .843 | .812
    plain text                     10.5 to 13.5 times as fast; 62 hostile generators: twice the text costs at most 2.2 x

The misfire is "between the 21st and 23rd", which the cases leave unread. "In 3 years", to DatePeriodParser.json
no stretch, is a date in DateParser.json.
"""

import argparse
import datetime as dt
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

import dates_gum
import dates_specs
import dates_wikiwars
from dates_wikiwars import searched

from pipeline.stages.dates.date import find

DATA = Path(os.environ.get("OPCLAIMS_DATA", Path(__file__).parents[2] / "shared" / "data"))
SYSTEMS = ("ours", "dateparser.search")
HOSTILE = (
    "1", "19", "1,000,000 ", "2019-", "3/", "1999/", "2019-20 ", "FY2019-20", "Q3 ", "'", "- ", "\n", "\u00a0", "may ",
    "the last ", "in the early ", "one two ", "twenty ", "ago ", "years ", "and a half ", "from 1 ", "from ", "to ",
    "between now and ", "Mon ", "Tuesday the ", "the 1st of ", "3 p.m. ", "at 11:30 ", "the end of ", "before the ",
    "two years before ", "two or three ", "every other ", "this time last ", "that March ", "by then ", "Christmas ",
    "the Cold War ", "1990s ", "BC ", "nineteen ninety-", "in the spring of ", "the week of ", "🙂",
    "the first Friday of ", "April ninth through ", "10/1-", "week 12 of ", "two years and three months ", "nineteen ",
    "one thousand seven hundred and ", "on the day after the ", "in the first week of the ", "in the Thatcher ",
    "Ramadan ", "'94 ", "end-", "in its first ", "more than two weeks before ", "next week between Monday and ",
)  # fmt: skip


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", type=int, default=0, help="print so many errors of each set")
    wanted = options.parse_args().errors
    for system in SYSTEMS:
        dates_wikiwars.run(DATA / "dates/wikiwars", system, wanted if system == "ours" else 0)
    for system in SYSTEMS:
        dates_specs.run(DATA / "specs", system, wanted if system == "ours" else 0)
    for system in SYSTEMS:
        dates_gum.run(DATA / "ud", system)
    speed()
    sys.exit(hostile())


def speed() -> None:
    """Words a second on plain news text, beside dateparser.search, in one run."""
    files = sorted((DATA / "raw/state_union").glob("*.txt"))
    if not files:
        print(f"speed: skipped, {DATA}/raw/state_union is not there")
        return
    text, day = files[-1].read_text(encoding="utf-8", errors="replace")[:20_000], dt.date(2006, 2, 1)
    runs = {"ours": lambda: find(text, published=day), "dateparser.search": lambda: searched(text, day)}
    rounds = [
        {name: timed(run) for name, run in runs.items()} for _ in range(9)
    ]  # in turns: the machine is shared
    rates = {name: len(text.split()) / min(times[name] for times in rounds) for name in runs}
    for name, rate in rates.items():
        print(f"{name}: {rate:,.0f} words/s (best of nine)")
    print(f"ours is {rates['ours'] / rates['dateparser.search']:.1f} times as fast")


def hostile() -> int:
    """Twice the text, three times: the worst growth of all generators. 1 if one grows threefold or more."""
    worst = 0.0
    for piece in HOSTILE:
        texts = [piece * (size // len(piece)) for size in (50_000, 100_000, 200_000)]
        times = [min(timed(partial(find, text, published=None)) for _ in range(2)) for text in texts]
        growth = max((b + 0.03) / (a + 0.03) for a, b in pairwise(times))
        worst = max(worst, growth)
        if growth >= 3 or times[-1] > 3:
            print(f"{piece!r}: " + ", ".join(f"{t:.2f}" for t in times) + f" s, growth {growth:.1f}")
    print(f"hostile text: {len(HOSTILE)} generators, each doubling costs at most {worst:.1f} times as much")
    return int(worst >= 3)


def timed(run: Callable[[], object]) -> float:
    """Seconds of this process alone: neither runs in threads, and the machine is shared."""
    start = time.process_time()
    run()
    return time.process_time() - start


if __name__ == "__main__":
    main()
