"""Stage `parse`: is the tree what the rules read, and a few slips of the model put right.

Runs right after the trained components. Reads and writes `token.dep`, `token.head`, `token.lemma`, and where a word was
taken for another (a past tense for a participle) `token.tag`, `token.pos`, `token.morph`; leaves no rows. The component
raises ValueError, in one sentence for a person, if the model left no Universal Dependencies, parts of speech
or lemmas.
"""

from spacy.language import Language

from pipeline.stages.parse.parse import Parse


@Language.factory(
    "opclaims_parse",
    requires=["token.dep", "token.head", "token.pos", "token.lemma"],
    assigns=["token.dep", "token.head", "token.lemma", "token.tag", "token.pos", "token.morph"],
)
def make(nlp: Language, name: str) -> Parse:
    """The component `opclaims_parse`; it has no settings."""
    return Parse()
