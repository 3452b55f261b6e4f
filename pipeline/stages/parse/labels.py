"""Groups of labels and words that the files of this stage ask for: relations of Universal Dependencies, parts of
speech, tags of the Penn Treebank, names of the calendar."""

from spacy.tokens import Token

from pipeline.lexicon import column

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl"})
HELPERS = frozenset({"aux", "aux:pass", "cop"})
NOUNS = frozenset({"NOUN", "PROPN", "NUM", "SYM"})
NOMINAL = NOUNS | {"PRON"}
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def is_month_or_weekday(token: Token) -> bool:
    """`May`, `mon`: by the word alone."""
    return token.lower_ in column("months", "form") or token.lower_ in column("weekdays", "form")
