"""Stage `sums`: amounts that are the parts of another, and whether they make it.

Reads `doc._.money`, and where they were left, sentences, tags, `doc._.dates` (their figures are no parts) and the
paragraphs of `doc._.tokenize`. Leaves rows shaped like `record.Sum` in `doc._.sums`, ids `s1`, `s2` … in text order.
What is a sum, and when it may be called contradicted: `check.py` (the pure part), decisions/0012.
"""

from spacy.language import Language

from pipeline.marks import declare
from pipeline.stages.sums.write import Sums


@Language.factory(
    "opclaims_sums", requires=["doc._.money"], assigns=["doc._.sums", "doc.spans", "span._.sums"]
)
def make(nlp: Language, name: str) -> Sums:
    """The component `opclaims_sums`; it has no settings."""
    declare("sums")
    return Sums()
