"""A candidate for a sum, before anybody has added it up."""

from typing import NamedTuple

from pipeline.stages.sums.cues import Cue
from pipeline.stages.sums.figure import Figure
from pipeline.stages.sums.lists import Listed


class Candidate(NamedTuple):
    """`total` None: a hundred percent. `whole`: the words say that the parts are all there is. `backward`: the parts
    stand before the total."""

    total: Figure | None
    list: Listed
    cue: Cue
    whole: bool
    rule: str
    backward: bool = False
