"""WikiWars: spans and TIMEX values of wars told in Wikipedia, beside dateparser's search.

Gold marks both ends of a range; so do we here. An article at the edge of a span is no difference. What we hold to be
no date on purpose (`REFUSED`) stands in gold all the same: figures with all of gold come first, then without it.
"""

import datetime as dt
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from pipeline.stages.dates import parser
from pipeline.stages.dates.item import Item
from pipeline.stages.dates.scan import scan
from pipeline.stages.dates.story import resolved

ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
REFUSED = re.compile(
    r"(?:now|former|formerly|current|recent|future|present|(?:the )?past|per (?:day|week|month|year)"
    r"|an? (?:day|week|month|year)|night"
    r"|night-time|daytime|(?:the|that|this) (?:day|time)|the same time|one day|any one time|all the time"
    r"|\d+(?:\.\d+)? years? (?:old|of age)|(?:spring|summer|autumn|fall|winter))",
    re.IGNORECASE,
)
"""Words of TIMEX2 that tell a reader of claims no day: "now", "former", a rate ("ten a day"), an age, a time of day
without its day, a season that names a thing ("the Spring Offensive"), "at the same time"."""


class Mention(NamedTuple):
    start: int
    end: int
    value: str


def read_wikiwars(file: Path) -> tuple[str, list[Mention], dt.date]:
    """Text without tags, gold mentions (inner ones of nested tags left out), day of publication."""
    raw = file.read_text(encoding="utf-8")
    day = re.search(r"<DATETIME>\s*<TIMEX2[^>]*val=\"(\d{4}-\d\d-\d\d)", raw)
    body = raw[raw.index("<TEXT>") + 6 : raw.index("</TEXT>")]
    text, gold, stack = "", [], []
    for piece in re.split(r"(<TIMEX2[^>]*>|</TIMEX2>)", body):
        if piece.startswith("<TIMEX2"):
            value = re.search(r'\bval="([^"]*)"', piece)
            stack.append((len(text), value[1] if value else ""))
        elif piece == "</TIMEX2>":
            start, value_ = stack.pop()
            if not stack:
                gold.append(Mention(start, len(text), value_))
        else:
            text += piece.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    return text, sorted(gold), dt.date.fromisoformat(day[1]) if day else dt.date(2009, 12, 19)


def ours(text: str, day: dt.date) -> list[Mention]:
    items = resolved(text, scan(text), day, tense=lambda start, end: "past")
    return [mention for item in items for mention in _ends(text, item)]


def _ends(text: str, item: Item) -> list[Mention]:
    """Both ends of a range that was read as one form (1914-18), because the gold marks each."""
    if item.reading.kind != "date" or "/" not in (item.timex or "") or item.rule == "period":
        return [Mention(item.start, item.end, (item.timex or "") + item.reading.part)]
    values = (item.timex or "").split("/")
    link = re.search(r"[-–—]|\s+(?:to|and|through|until)\s+", text[item.start : item.end])
    if not link:
        return [Mention(item.start, item.end, item.timex or "")]
    return [
        Mention(item.start, item.start + link.start(), values[0]),
        Mention(item.start + link.end(), item.end, values[1]),
    ]


def searched(text: str, day: dt.date) -> list[Mention]:
    """What dateparser's own search finds, paragraph by paragraph."""
    found, at = [], 0
    for paragraph in text.split("\n"):
        found += [Mention(at + a, at + b, when.isoformat()) for a, b, when in parser.search(paragraph, day)]
        at += len(paragraph) + 1
    return found


def compare(
    text: str, gold: list[Mention], found: list[Mention], count: Counter[str], errors: int, name: str
) -> None:
    """Pair mentions from left to right; add to the counts; print the first errors."""
    used: set[int] = set()
    shown = 0
    for mention in gold:
        hit = next(
            (
                i
                for i, f in enumerate(found)
                if i not in used and f.start < mention.end and mention.start < f.end
            ),
            None,
        )
        if hit is None:
            shown += _say(shown < errors, name, "missed", text, mention)
            continue
        used.add(hit)
        other = found[hit]
        count["relaxed"] += 1
        strict = _edges(text, mention) == _edges(text, other)
        count["strict"] += strict
        right = mention.value == other.value
        count["value"] += right
        shown += _say(shown < errors and not strict, name, "edges", text, mention, other)
        shown += _say(shown < errors and not right, name, "value", text, mention, other)
    for i, other in enumerate(found):
        if i not in used:
            shown += _say(shown < errors, name, "extra", text, other)
    count["gold"] += len(gold)
    count["found"] += len(found)


def _edges(text: str, mention: Mention) -> tuple[int, int]:
    article = ARTICLE.match(text, mention.start)
    return (article.end() if article else mention.start), mention.end


def _say(wanted: bool, name: str, what: str, text: str, a: Mention, b: Mention | None = None) -> int:
    if wanted:
        left, right = text[max(0, a.start - 40) : a.start], text[a.end : a.end + 30]
        other = f" | found {text[b.start : b.end]!r} {b.value}" if b else ""
        print(f"{name[:6]} {what:6} {left!r} [{text[a.start : a.end]}] {right!r} {a.value}{other}")
    return int(wanted)


def run(folder: Path, system: str, errors: int) -> None:
    """Print precision, recall and F1 of spans, and how many values are right."""
    files = sorted(folder.glob("*.xml"))
    if not files:
        print(f"WikiWars: skipped, {folder} is not there")
        return
    every, held = Counter[str](), Counter[str]()
    for file in files:
        text, gold, day = read_wikiwars(file)
        found = ours(text, day) if system == "ours" else searched(text, day)
        compare(text, gold, found, every, errors, file.name)
        left = [mention for mention in gold if REFUSED.fullmatch(text[mention.start : mention.end])]
        kept = [mention for mention in gold if mention not in left]
        beside = [f for f in found if not any(f.start < m.end and m.start < f.end for m in left)]
        compare(text, kept, beside, held, 0, file.name)
    table(f"WikiWars, {system}", every)
    table(f"WikiWars without what is refused, {system}", held)


def table(title: str, count: Counter[str]) -> None:
    print(f"{title}: gold {count['gold']}, found {count['found']}")
    for key in ("relaxed", "strict"):
        precision, recall = count[key] / max(1, count["found"]), count[key] / max(1, count["gold"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"  {key:8} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    print(f"  values right among found {count['value'] / max(1, count['relaxed']):.3f}")
