"""Stage `model`: our trained network, the one component of `models/en_oped`. `--model` puts another in its place.

Runs after `tokenize`, whose sentence starts it keeps. Writes `token.tag`, `pos`, `morph`, `lemma`, `head`, `dep` and
`doc.ents`, its votes on check-worthiness (`doc._.votes`) and how sure each head is (`doc._.arcs`, see `marks.py`);
leaves no rows. White space hangs on the word before it. One text at a time, whatever the batch: neighbours change no
digit.
"""

from spacy.language import Language

from pipeline.marks import declare_arcs, declare_votes
from pipeline.stages.model.model import Model


@Language.factory(
    "opclaims_model",
    assigns=[
        "token.tag", "token.pos", "token.morph", "token.lemma", "token.head", "token.dep", "token.is_sent_start",
        "token.ent_iob", "token.ent_type", "doc.ents", "doc._.votes", "doc._.arcs",
    ],
)  # fmt: skip
def make(nlp: Language, name: str) -> Model:
    """The component `opclaims_model`, empty until it is loaded from a folder or from bytes."""
    declare_votes()
    declare_arcs()
    return Model(nlp.vocab)
