"""Dates: what day a text means, or from which to which, and whether that is since, by, until, before or after.

Reads `doc.text`, `doc._.published` (ISO string or None) and, where a tagger and a parser ran, `token.pos_`, `morph`
and `dep_`. Writes `doc._.dates`: rows shaped like `record.Date`, ids `d1`, `d2` … in text order. `day_first` says
how to read 3/4/21 (null: as the text's other dates say, else month first). The pure part is `date.find`.
"""

from spacy.language import Language

from pipeline.marks import declare
from pipeline.stages.dates.write import Dates


@Language.factory(
    "opclaims_dates",
    assigns=["doc._.dates", "doc.spans", "span._.dates"],
    default_config={"day_first": None},
)
def make(nlp: Language, name: str, day_first: bool | None) -> Dates:
    """The component; it holds only its option."""
    declare("dates")
    return Dates(day_first=day_first)
