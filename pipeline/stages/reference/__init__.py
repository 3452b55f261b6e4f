"""Stage `reference`: what "he", "she", "it" and "they" stand for.

Reads the parse (Universal Dependencies), `doc._.entities`, and the quotations of `doc._.tokenize`.
Writes `doc._.reference`, a row a pronoun that is named:

    {"id": "r1", "span": the pronoun, "antecedent": span, "probability": 0.93}

`antecedent` is the noun phrase that stands nearest before it among those that mean the same thing; a name or a noun,
never a pronoun. A pronoun without a row is left as it is: nothing fits, or the weights do not tell.
`candidates` says what could be meant, `features` what speaks for it, `choice` decides.
"""

from spacy.language import Language

from pipeline.marks import declare
from pipeline.stages.reference.reference import Reference


@Language.factory(
    "opclaims_reference",
    assigns=["doc._.reference", "doc.spans", "span._.reference"],
    requires=["token.dep", "token.head", "token.lemma", "token.pos"],
)
def make(nlp: Language, name: str) -> Reference:
    """The component `opclaims_reference`; it has no settings."""
    declare("reference")
    return Reference()
