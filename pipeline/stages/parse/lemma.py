"""Lemmas that are no words → lemmas that are: "resum" (of "resuming") → "resume". Knows no spaCy.

The trained lemmatizer learns edits of endings; on verbs it has not seen it may cut too much or too little. Nothing
is changed while its lemma is a word.
"""

from collections.abc import Callable, Iterator

ENDINGS = (
    ("ing", ("e", "")),
    ("ied", ("y",)),
    ("ed", ("e", "")),
    ("ies", ("y",)),
    ("es", ("e", "")),
    ("s", ("",)),
)


def candidates(form: str) -> Iterator[str]:
    """Base forms that an inflected lower-case form could have, the likelier first."""
    for ending, replacements in ENDINGS:
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form[: -len(ending)]
            yield from (stem + replacement for replacement in replacements)
            if stem[-1] == stem[-2] and ending in ("ing", "ed"):
                yield stem[:-1]


def repaired(form: str, lemma: str, is_word: Callable[[str], bool]) -> str:
    """The lemma, or the first candidate that is a word if the lemma is none."""
    if is_word(lemma.lower()) or form == lemma:
        return lemma
    return next((word for word in candidates(form.lower()) if is_word(word)), lemma)
