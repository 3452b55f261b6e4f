"""Checks the Doc that a model made, and repairs it in place."""

from spacy.tokens import Doc

from pipeline.lexicon import column, mapping
from pipeline.stages.parse.clefts import uncleave
from pipeline.stages.parse.conditions import condition
from pipeline.stages.parse.hang import hang
from pipeline.stages.parse.lemma import repaired
from pipeline.stages.parse.mains import restore
from pipeline.stages.parse.parted import rejoin
from pipeline.stages.parse.repair import repair
from pipeline.stages.parse.thats import mend

CLEARNLP = frozenset({"dobj", "nsubjpass", "pobj", "auxpass", "csubjpass", "dative", "acomp"})
"""Labels of spaCy's own English models (ClearNLP guidelines) that Universal Dependencies do not have."""
NEEDED = {
    "DEP": "parser",
    "POS": "morphologizer (or tagger with attribute_ruler)",
    "LEMMA": "lemmatizer",
}


class Parse:
    """Doc → Doc, without state."""

    def __call__(self, doc: Doc) -> Doc:
        check(doc)
        _repair_lemmas(doc)
        _irregular(doc)
        repair(doc)
        mend(doc)
        restore(doc)
        rejoin(doc)
        hang(doc)
        uncleave(doc)
        condition(doc)
        return doc


def check(doc: Doc) -> None:
    """Raises ValueError if what the later stages read is missing or is spelled in another scheme."""
    if not doc.text.strip():
        return
    for attribute, component in NEEDED.items():
        if not doc.has_annotation(attribute):
            raise ValueError(
                f"the model has no {component}: give --model a pipeline with tagger, morphologizer, lemmatizer "
                "and a parser trained on Universal Dependencies"
            )
    foreign = sorted({token.dep_ for token in doc} & CLEARNLP)
    if foreign:
        raise ValueError(
            f"the model's parser uses ClearNLP labels ({', '.join(foreign)}), not Universal Dependencies: "
            "give --model a pipeline trained on a UD treebank, or leave it out to use ours"
        )


def _repair_lemmas(doc: Doc) -> None:
    """Where the model brings word vectors, their keys say which lemmas are words."""
    vectors, strings = doc.vocab.vectors, doc.vocab.strings
    if vectors.n_keys < 1:
        return

    def is_word(word: str) -> bool:
        return word in strings and strings[word] in vectors

    for token in doc:
        if token.pos_ == "VERB":
            token.lemma_ = repaired(token.text, token.lemma_, is_word)


def _irregular(doc: Doc) -> None:
    """Lemmas that our tables of verbs know better: of a past tense ("lent" → "lend"), and those that lost their
    silent e ("owed" → "owe")."""
    base, silent = mapping("irregular_verbs", "past", "lemma"), column("silent_e_verbs", "lemma")
    for token in doc:
        form, lemma = token.text.lower(), token.lemma_
        if token.pos_ == "VERB" and token.tag_ in ("VBD", "VBN"):
            token.lemma_ = base.get(form, lemma)
        if form in (f"{lemma}ed", f"{lemma}ing") and f"{lemma}e" in silent:
            token.lemma_ = f"{lemma}e"
