"""Checks the Doc that a model made, and repairs it in place."""

from spacy.attrs import DEP
from spacy.tokens import Doc

from pipeline.lexicon import column
from pipeline.marks import text_of
from pipeline.stages.parse.clefts import uncleave
from pipeline.stages.parse.conditions import condition
from pipeline.stages.parse.coordination import line_up
from pipeline.stages.parse.interrupted_clauses import rejoin
from pipeline.stages.parse.inversion import turn
from pipeline.stages.parse.lemma import verb_lemma
from pipeline.stages.parse.lost_subjects import open_up
from pipeline.stages.parse.main_verbs import restore
from pipeline.stages.parse.parataxis import hang
from pipeline.stages.parse.phrasal import tie
from pipeline.stages.parse.repair import repair
from pipeline.stages.parse.that_clauses import mend

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
        _verbs(doc)
        repair(doc)
        turn(doc)
        line_up(doc)
        mend(doc)
        restore(doc)
        rejoin(doc)
        open_up(doc)
        hang(doc)
        tie(doc)
        uncleave(doc)
        condition(doc)
        return doc


def check(doc: Doc) -> None:
    """Raises ValueError if what the later stages read is missing or is spelled in another scheme."""
    if not text_of(doc).strip():
        return
    for attribute, component in NEEDED.items():
        if not doc.has_annotation(attribute):
            raise ValueError(
                f"the model has no {component}: give --model a pipeline with tagger, morphologizer, lemmatizer "
                "and a parser trained on Universal Dependencies"
            )
    labels = {doc.vocab.strings[label] for label in set(doc.to_array(DEP).tolist())}
    foreign = sorted(labels & CLEARNLP)
    if foreign:
        raise ValueError(
            f"the model's parser uses ClearNLP labels ({', '.join(foreign)}), not Universal Dependencies: "
            "give --model a pipeline trained on a UD treebank, or leave it out to use ours"
        )


def _verbs(doc: Doc) -> None:
    """Lemmas of verbs that spelling or our tables know better: "lent" → "lend", "overpa" → "overpay", "ow" → "owe"."""
    silent = column("silent_e_verbs", "lemma")
    for token in doc:
        if token.pos_ != "VERB":
            continue
        lemma = verb_lemma(token.text, token.lemma_, token.tag_)
        if token.text.lower() in (f"{lemma}ed", f"{lemma}ing") and f"{lemma}e" in silent:
            lemma = f"{lemma}e"
        token.lemma_ = lemma
