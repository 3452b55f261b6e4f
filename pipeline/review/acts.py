"""What a desk does to a document, as JSON Patches that give a valid one. Pure; offsets are code points.

    patch = set_field(document, claim, "modality/value", "possible")
    patch = set_role(document, claim, "subject", 3, 8)       # or "object", "predicate", "place" …
    patch = set_span(document, claim, 10, 52)
    patch = grow(document, claim, "end", 1)                  # a word; by=-1 shrinks; unit="character"
    new, patch = add(document, 10, 52)
    new, patch = split(document, claim, 31)
    patch = merge(document, first, second)
    patch = set_at(document, "/amounts/m1/currency", "EUR")
    new, patch = put(document, "amounts", {"span": …})       # an amount, date or entity that was not found

To accept, reject, skip or flag takes no patch. Each raises Refused, with the field, for what the record would not
take. A claim that is cut off from its predicate says so in `abstained` (`predicate`, `not_annotated`), until
`set_role` sets one.
"""

from pipeline.review.cut import add, split
from pipeline.review.fields import grow, put, set_at, set_field, set_role, set_span
from pipeline.review.join import merge

__all__ = ["add", "grow", "merge", "put", "set_at", "set_field", "set_role", "set_span", "split"]
