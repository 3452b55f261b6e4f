"""Reviews: what people decide on claims → corrected records. No spaCy, no HTTP, no clock.

    log = Log("reviews.jsonl")                       # append-only; two processes may write
    reviewed = replay(document, log.decisions)       # Reviewed: .document, .standing(pointer), .done, .undone
    patch = acts.set_field(document, claim, "modality/value", "possible")
    decision = draft(reviewed, "edit", claim, patch, id="…", when="2026-03-01T10:00:00Z", who="ada")
    reviewed.check(decision)                         # Refused, Conflict
    reviewed.take_all(log.append(decision))          # Conflict; what others wrote in between comes first

| file | what |
|---|---|
| `keyed.py` `patch.py` | a Document as a tree in which paths are stable; JSON Patch on it |
| `decision.py` `draft.py` | one line of the log; one that is filled in from the document as it stands |
| `versions.py` `lock.py` `log.py` | nobody overwrites anybody; the file |
| `changes.py` `standing.py` `replay.py` | decisions → the corrected document, what each claim stands at, undo, redo |
| `acts.py` | the patches of a desk: set a field, set, grow, shrink a span, add, split, merge |
| `anchor.py` | decisions on an older text or extraction → on the present one |
| `together.py` | logs of several people on one document; conflicts |
| `queue.py` | which claims and documents to review next, to learn most |
| `rates.py` | how often what a rule decided was accepted, edited, rejected |
"""

from pipeline.review import acts
from pipeline.review.anchor import Anchored, anchored
from pipeline.review.blind import blank
from pipeline.review.changes import Refused
from pipeline.review.decision import Decision, Quote
from pipeline.review.draft import draft
from pipeline.review.keyed import BadTree, keyed, unkeyed
from pipeline.review.log import BadLog, Conflict, Log, Torn
from pipeline.review.patch import BadPatch
from pipeline.review.queue import Next, next_claims, next_documents
from pipeline.review.rates import DECIDED, Rate, rates
from pipeline.review.replay import Refusal, Reviewed, Standing, replay
from pipeline.review.reshape import UNKNOWN
from pipeline.review.together import Together, together

__all__ = [
    "DECIDED", "UNKNOWN", "Anchored", "BadLog", "BadPatch", "BadTree", "Conflict", "Decision", "Log", "Next", "Quote",
    "Rate", "Refusal", "Refused", "Reviewed", "Standing", "Together", "Torn", "acts", "anchored", "blank", "draft",
    "keyed", "next_claims", "next_documents", "rates", "replay", "together", "unkeyed",
]  # fmt: skip
