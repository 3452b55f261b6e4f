"""Which lists of the record are tables, and what points to what. The only place that names fields of the record.

Everything else about a column (name, type, checks, comment) follows from `record/`; a list that is not here is a JSON
column of the record it stands in.
"""

from typing import NamedTuple

from pipeline.record import (
    Amount,
    Claim,
    Date,
    Document,
    Edit,
    Entity,
    Facet,
    Found,
    Parent,
    Predicate,
    Record,
    Skipped,
    Span,
    Sum,
    Transfer,
)


class Part(NamedTuple):
    """A table whose rows are the items of these fields of `of`. `key`: `id` is their own, `n` their place in the list,
    none where there is one at most. `model` is a record, a closed set, or the table whose ids they are."""

    table: str
    of: type[Record]
    fields: tuple[str, ...]
    model: object
    key: str | None
    meaning: str = ""


PARTS = (
    Part("entities", Document, ("entities",), Entity, "id"),
    Part("amounts", Document, ("amounts",), Amount, "id"),
    Part("dates", Document, ("dates",), Date, "id"),
    Part("sums", Document, ("sums",), Sum, "id"),
    Part("sum_parts", Sum, ("parts",), "amounts", "n", "The amounts that a sum adds."),
    Part("claims", Document, ("claims",), Claim, "id"),
    Part("skipped", Document, ("skipped",), Skipped, "n"),
    Part("found", Document, ("found",), Found, "n"),
    Part("roles", Claim, ("subject", "predicate", "object", "arguments"), Predicate, "n",
         "What fills the slots of a claim; the predicate also has a verb's features."),
    Part("fragments", Claim, ("fragments",), Span, "n", "The claim's own words, in pieces where others stand between."),
    Part("edits", Claim, ("edits",), Edit, "n"),
    Part("transfers", Claim, ("transfer",), Transfer, None),
    Part("links", Claim, ("parent",), Parent, None, "The claim that a claim hangs on, and how."),
    Part("claim_facets", Claim, ("facets",), Facet, "n", "What a claim is about besides."),
    Part("claim_amounts", Claim, ("amounts",), "amounts", "n", "The amounts that a claim names."),
    Part("claim_dates", Claim, ("dates",), "dates", "n", "The dates that a claim names."),
    Part("claim_entities", Claim, ("entities",), "entities", "n", "The entities that a claim names."),
)  # fmt: skip
"""In an order in which what is pointed to comes first."""


def owner(part: Part) -> Part | None:
    """The part whose items hold this one's: of `edits`, `claims`; None where it is the document itself."""
    return next((above for above in PARTS if above.model is part.of and above.key == "id"), None)


POINTERS = {
    ("entities", "same_as"): "entities",
    ("roles", "entity"): "entities",
    ("transfers", "amount"): "amounts",
    ("transfers", "period"): "dates",
    ("sums", "total"): "amounts",
    ("links", "parent"): "claims",
}
"""(table, column) → the table whose ids stand there. Within one document, always."""

INDICES = {
    "documents": (("outlet", "published"),),
    "entities": (("name",),),
    "amounts": (("currency", "value_number"),),
    "dates": (("last",),),
    "claims": (("kind",), ("check_worthiness",), ("source_type",)),
    "transfers": (("payer",), ("recipient",)),
    "claim_facets": (("facet",),),
}
"""For what people ask: who, how much, when, what sort, how check-worthy. Within a document the keys serve."""


def elsewhere(model: type[Record]) -> frozenset[str]:
    """The fields of a record that have a table of their own."""
    return frozenset(field for part in PARTS if part.of is model for field in part.fields)
