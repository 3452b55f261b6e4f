// The closed lists of the record, in the order in which they are offered (tests/desk/test_terms.py: as in pipeline/record).
export const KINDS = ["fact", "prediction", "recommendation", "evaluation"];
export const FACETS = ["quantity", "causal", "comparison", "definition", "commitment", "rule", "experience"];
export const MODALITIES = ["asserted", "probable", "possible", "predicted", "obligatory", "recommended", "intended", "conditional", "counterfactual", "question"];
export const SOURCES = ["author", "person", "organisation", "document", "unnamed", "generic"];
export const RELATIONS = ["conjunct_of", "elaborates", "condition_of", "reason_for", "contrast_with", "content_of"];
export const STATUSES = ["pledged", "committed", "disbursed", "planned", "estimated", "unspecified"];
export const AGGREGATIONS = ["cumulative", "annual", "stock", "one_off", "unspecified"];
export const COMPARATORS = ["eq", "approx", "gt", "ge", "lt", "le", "range", "vague"];
export const WHEN = ["in", "on", "by", "since", "until", "before", "after", "during", "between", "around", "as_of"];
export const LABELS = ["PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"];
export const DATES = ["date", "duration", "set", "vague"];
export const CHANGES = ["up", "down"];
export const POLARITIES = ["affirmed", "negated"];
export const ROLES = ["place", "time", "manner", "cause", "purpose", "recipient", "condition", "concession", "complement", "instrument", "topic", "source", "other"];
