"""Where a text says that figures are parts of another: each frame gives candidates, and judges none.

Total first (`total_first.py`), parts first (`parts_first.py`), and shares of a hundred percent.
"""

from collections.abc import Iterator

from pipeline.stages.sums.candidate import Candidate
from pipeline.stages.sums.cues import called_rest
from pipeline.stages.sums.parts_first import parts_first, shorter
from pipeline.stages.sums.sentence import Sentence
from pipeline.stages.sums.total_first import total_first

MOST = 60  # figures; a sentence with more is a table that lost its lines


def candidates(sentence: Sentence, before: Sentence | None, behind: Sentence | None) -> Iterator[Candidate]:
    """Every candidate whose list is in this sentence; `before`, `behind`: its neighbours in the paragraph."""
    if len(sentence.figures) <= MOST:
        yield from total_first(sentence, before, behind)
        yield from parts_first(sentence, before, behind)
        yield from _hundred(sentence)


def _hundred(sentence: Sentence) -> Iterator[Candidate]:
    """ "60 percent came from loans and the remaining 40 percent from grants"."""
    shares = [figure for figure in sentence.figures if figure.kind == ("percent",)]
    for i, share in enumerate(shares[1:], start=1):
        if (cue := called_rest(sentence.between(sentence.start, share.start))) is not None:
            whole = cue.whole and i == len(shares) - 1
            yield from shorter(sentence, None, shares[: i + 1], cue._replace(whole=whole), "hundred")
