"""money: the amounts of an op-ed (money, percentages, measures, counts) with bounds, currency, rate and direction.

Reads `doc.text` and `doc._.outlet`; needs no tags and no parse, but with them finds counts without a noun and
more ages (`tree.py`). Leaves rows shaped like `record.Amount`:
`doc._.money`, `doc.spans["money"]`, `span._.money`. What an amount is: `amount.py`; what its bounds mean: `bounds.py`.
"""

from spacy.language import Language

from pipeline.marks import declare

from .write import Money


@Language.factory("opclaims_money", assigns=["doc._.money", "doc.spans", "span._.money"])
def make(nlp: Language, name: str) -> Money:
    """The component `opclaims_money`; it has no settings."""
    declare("money")
    return Money()
