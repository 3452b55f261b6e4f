"""Where a new claim stands: its sentence, paragraph and region, as far as its neighbours in the record tell."""

import re
from typing import NamedTuple

from pipeline.record import Document, Region

STOP = re.compile(r"[.?!…]{1,9}[”’\"')\]»]{0,4}\s")
BREAK = re.compile(r"\s{0,20}[\n\u2028\u2029]\s{0,20}")


class Home(NamedTuple):
    """Ordinals from 0, as in Claim."""

    sentence: int
    paragraph: int
    region: Region


def home(document: Document, start: int, end: int) -> Home:
    """Of the claim that overlaps most; else of the nearest claim before it, as many sentences and paragraphs on as
    end in between; else counted from the top of the text."""
    text = document.text or ""
    overlapping = [claim for claim in document.claims if claim.span.start < end and start < claim.span.end]
    if overlapping:
        best = max(overlapping, key=lambda c: min(c.span.end, end) - max(c.span.start, start))
        return Home(best.sentence, best.paragraph, best.region)
    before = [claim for claim in document.claims if claim.span.end <= start]
    last = max(before, key=lambda claim: claim.span.end, default=None)
    between = text[last.span.end if last else 0 : start]
    breaks = len(BREAK.findall(between))
    stops = len(STOP.findall(between))
    known = Home(last.sentence, last.paragraph, last.region) if last else Home(0, 0, "body")
    skipped = next((s for s in document.skipped if s.span.start <= start < s.span.end), None)
    number = skipped.sentence if skipped else known.sentence + max(stops, breaks)
    return Home(number, known.paragraph + breaks, known.region if not breaks else "body")
