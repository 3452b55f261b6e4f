"""The closed sets of values: what a field with a fixed vocabulary may say."""

from typing import Any, Literal, get_args

EntityLabel = Literal[
    "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE",
    "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL",
]  # fmt: skip
"""OntoNotes 5 names."""
VALUE_LABELS: frozenset[EntityLabel] = frozenset(
    {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"}
)
"""Those of figures and dates: entities that amounts and dates are as well. Gold leaves them out; nobody marks them."""
Comparator = Literal["eq", "approx", "gt", "ge", "lt", "le", "range", "vague"]
CurrencyBasis = Literal["code", "unique_mark", "word", "context", "outlet", "default", "ambiguous"]
Change = Literal["up", "down"]
DateKind = Literal["date", "duration", "set", "vague"]
DateRelation = Literal[
    "in", "on", "by", "since", "until", "before", "after", "during", "between", "around", "as_of"
]  # fmt: skip
Grain = Literal[
    "day", "week", "month", "season", "quarter", "half", "year", "fiscal_year", "decade", "century"
]  # fmt: skip
Modifier = Literal["start", "mid", "end"]
AnchoredTo = Literal["absolute", "published", "sentence", "none"]
PublishedFrom = Literal["metadata", "dateline", "option", "none"]
Region = Literal["headline", "body", "quote", "dateline", "byline", "boilerplate"]
EditOp = Literal["insert", "replace", "delete"]
EditReason = Literal[
    "coreference", "elided_argument", "shared_predicate", "shared_adjunct", "inherited_date", "abbreviation"
]  # fmt: skip
RoleName = Literal[
    "subject", "predicate", "object", "place", "time", "manner", "cause", "purpose", "recipient",
    "condition", "concession", "complement", "instrument", "topic", "source", "other",
]  # fmt: skip
Origin = Literal["explicit", "elided", "coreference", "author"]
Tense = Literal["past", "present", "future", "none"]
Voice = Literal["active", "passive"]
Kind = Literal["fact", "prediction", "recommendation", "evaluation"]
Facet = Literal["quantity", "causal", "comparison", "definition", "commitment", "rule", "experience"]
PolarityValue = Literal["affirmed", "negated"]
ModalityValue = Literal[
    "asserted", "probable", "possible", "predicted", "obligatory", "recommended", "intended",
    "conditional", "counterfactual", "question",
]  # fmt: skip
SourceType = Literal["author", "person", "organisation", "document", "unnamed", "generic"]
ContentType = Literal["none", "direct", "indirect", "mixed"]
TransferStatus = Literal["pledged", "committed", "disbursed", "planned", "estimated", "unspecified"]
Aggregation = Literal["cumulative", "annual", "stock", "one_off", "unspecified"]
ParentRelation = Literal[
    "conjunct_of", "elaborates", "condition_of", "reason_for", "contrast_with", "content_of"
]  # fmt: skip
AlternativeField = Literal[
    "span", "label", "value", "comparator", "relation", "days", "kind", "polarity", "modality", "source_type",
    "predicate", "subject", "object",
]  # fmt: skip
SkipReason = Literal["heading", "dateline", "byline", "boilerplate", "question", "fragment", "no_predicate"]


def names(closed_set: Any) -> tuple[str, ...]:
    """The values of one of the closed sets above: `names(Kind)`."""
    return get_args(closed_set)
