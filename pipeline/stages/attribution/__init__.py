"""Stage `attribution`: who is made to say what.

Reads the parse (Universal Dependencies), `doc._.tokenize` (quotations) and `doc._.entities` (who speaks).
Writes `doc._.attribution`, a row a saying:

    {"id": "s1", "span": content, "fragments": [its pieces], "source": span | None, "cue": span | None,
     "source_type": "person", "content": "indirect", "lemma": "warn", "stance": "warn", "negates": False,
     "chain": [{"source": …, "cue": …}, …], "resolved": name | None, "rule": "verb+that"}

`span` leaves out quotation marks and the attribution itself (where that stands in the middle, `fragments` are
the pieces around it); `source` is the speaker's noun phrase without relative clause and apposition; `negates`
means that the source says no to the content ("denied that"); `chain` is speech within speech, outermost first,
this row's own link last; `resolved` is the name behind a pronoun or a shorter mention. The author's own frames
("I believe that …") are rows with `source_type` "author", `source` None, `content` "none" and no link of their own.
"""

from spacy.language import Language

from pipeline.marks import declare
from pipeline.stages.attribution.attribution import Attribution


@Language.factory(
    "opclaims_attribution",
    assigns=["doc._.attribution", "doc.spans", "span._.attribution"],
    requires=["token.dep", "token.head", "token.lemma", "token.pos"],
)
def make(nlp: Language, name: str) -> Attribution:
    """The component `opclaims_attribution`; it has no settings."""
    declare("attribution")
    return Attribution()
