"""Stage `entities`: who and what is named.

Reads the text, `doc.ents` (of a trained `ner`, if there is one), `token.pos` and the by-line that `doc._.tokenize`
found. Writes rows shaped like `record.Entity`, plus the `rule` that decided, into `doc._.entities`; and the same spans
into `doc.ents`:

    {"id": "e1", "span": {...}, "label": "ORG", "name": "United Nations", "same_as": None, "rule": "organisations"}

Only named things (PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE): figures and dates have
stages of their own. `rule` is the table that knew the name; `name_heads` (its head word decided: "Suez Canal");
`titles` (it follows a person's title); `dateline` (the town in capitals that the text begins with); `provision`
("Section 232"), `numbered` ("Route 7"), `facility` ("the Dangote refinery"); `byline` (who signed); `surname` (of a
person named before); `definition` (the text itself defines the abbreviation); or `ner`.
"""

from spacy.language import Language

from pipeline.marks import declare
from pipeline.stages.entities.entities import Entities


@Language.factory(
    "opclaims_entities",
    requires=["doc.ents"],
    assigns=["doc._.entities", "doc.spans", "span._.entities", "doc.ents"],
)
def make(nlp: Language, name: str) -> Entities:
    """The component `opclaims_entities`; it has no settings."""
    declare("entities")
    return Entities()
