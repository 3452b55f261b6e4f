"""Total first: "Aid came to $60m: $20m for …", "$60m, of which $20m …", "Of the $60m, $20m …", "… Of this, $20m …"."""

from collections.abc import Iterator, Sequence

from pipeline.stages.sums.candidate import Candidate
from pipeline.stages.sums.cues import Cue, at, called_rest, light, named, starting
from pipeline.stages.sums.figure import Figure
from pipeline.stages.sums.lists import listed, unsure
from pipeline.stages.sums.sentence import Sentence, Word

OF_SOME = "of some"  # the rule that ties and never contradicts
NEAR = 6  # words between a cue and the figure it is about
_MARKS = (":", "—", "–", "(")
_CLOSING = {"(": ")", "—": "—", "–": "–"}


def total_first(sentence: Sentence, before: Sentence | None, behind: Sentence | None) -> Iterator[Candidate]:
    """A list behind its total, which may stand in the sentence before. Its rest may stand in the one behind."""
    for first in sentence.figures:
        earlier = [f for f in sentence.others(first) if f.end <= first.start]
        opened = _opened(sentence, earlier[-1], first) if earlier else _opened_back(sentence, before, first)
        if opened is None or opened[0].vague:
            continue
        total, cue, rule = opened
        found = listed(sentence, first, total.end if earlier else sentence.start, _stop(sentence, cue))
        found = unsure(found.parts) if rule == OF_SOME else found
        said = found.rest is not None and found.rest.whole
        said = said or (rule == "colon" and found.closed and named(sentence, total) is not None)
        yield _with_rest(Candidate(total, found, cue, cue.whole or said, rule), behind)


def _opened(sentence: Sentence, total: Figure, first: Figure) -> tuple[Figure, Cue, str] | None:
    """The cue that makes `first` the first part of the figure before it."""
    gap = sentence.between(total.end, first.start)
    cue = _mark(gap) or _among(gap)
    if cue is not None:
        return total, cue, "colon" if cue.end - cue.start == 1 else "opened"
    if "," not in [word.low for word in gap]:
        return None
    behind = sentence.between(first.end, sentence.end)
    them = at(behind, 0, "them")
    if them is not None:
        return total, them, "of them"
    ahead = sentence.between(sentence.start, total.start)
    start = starting(ahead, "starts")
    if start is not None and len(ahead) <= NEAR and total == sentence.others(total)[0]:
        return total, start, "of the total"
    return None


def _mark(gap: Sequence[Word]) -> Cue | None:
    """A colon, dash or bracket right before the first part."""
    for i in range(len(gap) - 1, -1, -1):
        if gap[i].low in _MARKS:
            return at(gap, i, "opens") if light(gap[i + 1 :]) else None
    return None


def _among(gap: Sequence[Word]) -> Cue | None:
    """ "of which", "made up of", a few words before the first part."""
    for i in range(max(0, len(gap) - NEAR - 2), len(gap)):
        cue = at(gap, i, "opens")
        if cue is not None and gap[i].low not in _MARKS:
            return cue
    return None


def _opened_back(
    sentence: Sentence, before: Sentence | None, first: Figure
) -> tuple[Figure, Cue, str] | None:
    """ "Of this, $20m …": the only figure of its kind in the sentence before is the total. "Of the money raised in
    spring, $20m …" may speak of another."""
    ahead = sentence.between(sentence.start, first.start)
    totals = before.others(first) if before is not None else ()
    if len(totals) != 1 or len(ahead) > 2 * NEAR:
        return None
    if cue := starting(ahead, "back"):
        return totals[0], cue, "of this"
    cue = starting(ahead, "starts")
    return (totals[0], cue, OF_SOME) if cue else None


def _stop(sentence: Sentence, cue: Cue) -> int:
    """Where the list must end: at the end of the sentence, of the bracket, at the second dash."""
    marks = [word for word in sentence.words if word.start >= cue.start]
    closing = _CLOSING.get(marks[0].low) if marks else None
    return next((word.start for word in marks[1:] if word.low == closing), sentence.end)


def _with_rest(found: Candidate, behind: Sentence | None) -> Candidate:
    """The rest may be named in the next sentence: "… The remaining $15m went to towns." """
    if behind is None or found.list.rest is not None:
        return found
    more = behind.others(found.list.parts[0])
    rest = [(f, cue) for f in more if (cue := called_rest(behind.between(behind.start, f.start)))]
    if len(rest) != 1:
        return found
    (figure, cue), parts = rest[0], found.list.parts
    extended = found.list._replace(parts=(*parts, figure), rest=cue, open=False)
    return found._replace(list=extended, whole=found.whole or cue.whole)
