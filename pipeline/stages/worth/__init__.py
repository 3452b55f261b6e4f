"""Stage `worth`: how much a fact-checker would want to check each claim, and how far the claim itself can be trusted.

Reads `doc._.claims`, amounts, dates, the network's votes and certainty (`marks.votes`, `marks.arcs`), and writes back
into each row of claims

    "check_worthiness": {"score": 0.8312, "features": [{"name": "amount", "weight": 1.7023}, …]}
    "confidence": 0.81

`score` is 0 to 1, the logistic of the sum of the weights of the features that hold and of the intercept.
`confidence` is 0 to 1: how likely its words, predicate and subject are right (`confidence.py`).
Into `abstained` goes what is not known of the claim's amounts and dates (`unknown.py`).
"""

from spacy.language import Language

from pipeline.marks import declare
from pipeline.stages.worth.worth import Worth


@Language.factory("opclaims_worth", requires=["doc._.claims"], assigns=["doc._.claims"])
def make(nlp: Language, name: str) -> Worth:
    """The component `opclaims_worth`; it has no settings."""
    declare("claims")
    return Worth()
