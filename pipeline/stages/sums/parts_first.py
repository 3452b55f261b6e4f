"""Parts first: "$20m for … and $15m for …, $60m in all", "… That makes $60m"."""

from collections.abc import Iterator, Sequence

from pipeline.stages.sums.candidate import Candidate
from pipeline.stages.sums.cues import Cue, after, before, is_cue, starting
from pipeline.stages.sums.figure import Figure
from pipeline.stages.sums.lists import listed, unsure
from pipeline.stages.sums.sentence import Sentence

_BREAKS = (",", "—", "–", "(", ";")


def parts_first(sentence: Sentence, earlier: Sentence | None, later: Sentence | None) -> Iterator[Candidate]:
    """A list before its total, which may stand in the next sentence. Of two sentences nobody knows which figures are
    parts: they are if they make the total."""
    for total in sentence.figures:
        parts = [f for f in sentence.others(total) if f.end <= total.start]
        cue = _closed(sentence, parts[-1], total) if parts and not total.vague else None
        if cue is not None:
            yield from shorter(sentence, total, parts, cue, "in all")
            if earlier is not None:
                all_ = unsure((*earlier.others(total), *parts))
                yield Candidate(total, all_, cue, True, "in all", backward=True)
    if later is not None:
        for total in later.figures:
            yield from _makes(sentence, later, total)


def _makes(sentence: Sentence, later: Sentence, total: Figure) -> Iterator[Candidate]:
    """ "… That makes $60m": the cue reaches from the start of the next sentence to its only figure."""
    ahead = later.between(later.start, total.start)
    cue = starting(ahead, "next")
    if cue is not None and ahead[-1].end == cue.end and len(later.others(total)) == 1 and not total.vague:
        yield from shorter(sentence, total, sentence.others(total), cue, "that makes")


def _closed(sentence: Sentence, last: Figure, total: Figure) -> Cue | None:
    """The cue by which a figure right behind a list is its total."""
    closes = before(sentence, total, "closes")
    if closes is not None and closes.start >= last.end:
        return closes
    gap = sentence.between(last.end, total.core_start)
    place = max((i for i, word in enumerate(gap) if word.low in _BREAKS), default=None)
    if place is None:
        return None
    lead = sentence.between(gap[place].end, total.start)
    if gap[place].low == ";":
        return after(sentence, total) if lead and is_cue(lead, "link") else None
    cue = before(sentence, total, "before")
    if cue is not None:
        return cue if gap[place + 1 :] and gap[place + 1].start == cue.start else None
    return after(sentence, total) if not lead or is_cue(lead, "link") else None


def shorter(
    sentence: Sentence, total: Figure | None, parts: Sequence[Figure], cue: Cue, rule: str
) -> Iterator[Candidate]:
    """The whole list, then shorter ones that end like it: its first figure may belong to something else."""
    for i in range(len(parts) - 1):
        found = listed(sentence, parts[i], sentence.start, parts[-1].end)
        if found.parts[-1] == parts[-1]:
            found = found._replace(sure=found.sure and not i, guess=i > 0)
            yield Candidate(total, found, cue, cue.whole, rule, backward=True)
