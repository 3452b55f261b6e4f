"""Pronoun subjects → the name they stand for, or an abstention that says why not.

Rules of small reach and known precision: "it" and "they" take the subject of the clause before where number and
kind agree; "he" and "she" take the last person who was a subject. "This" and "that" are never resolved: in an
op-ed they mostly stand for a whole sentence.
"""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.lexicon import column
from pipeline.marks import Row, cut

PERSONS = frozenset({"he", "she"})
THINGS = {"it": False, "they": True}
LONGEST = 80  # characters; a longer antecedent would bury the claim


@dataclass
class Antecedents:
    """The subjects that went before, as the text is read."""

    thing: Token | None = None
    thing_words: tuple[int, ...] = ()
    person: Row | None = None
    sentence: int = -1

    def note(self, subject: Token, words: list[int], entity: Row | None, sentence: int) -> None:
        """Remember a clause's own subject; pronouns are no antecedents."""
        if subject.pos_ == "PRON" or not words:
            return
        if entity is not None and entity["label"] == "PERSON":
            self.person = {**entity["span"], "text": entity["span"]["text"]}
        elif subject.pos_ in ("NOUN", "PROPN"):
            self.thing, self.thing_words, self.sentence = subject, tuple(words), sentence

    def resolve(self, subject: Token | None, sentence: int) -> tuple[Row | None, str | None]:
        """`(span row, None)`, `(None, reason)` for a pronoun that stays, `(None, None)` for anything else."""
        if subject is None or subject.pos_ != "PRON":
            return None, None
        word = subject.lower_
        if word in PERSONS:
            return (self.person, None) if self.person else (None, "no_antecedent")
        if word in THINGS:
            return self._thing(THINGS[word], subject.doc, sentence)
        return (None, "no_antecedent") if word in ("this", "that", "these", "those") else (None, None)

    def _thing(self, plural: bool, doc: Doc, sentence: int) -> tuple[Row | None, str | None]:
        if self.thing is None or sentence - self.sentence > 1:
            return None, "no_antecedent"
        if _is_plural(self.thing) != plural:
            return None, "number_differs"
        if not plural and self.thing.lemma_.lower() in column("professions", "word"):
            return None, "no_antecedent"  # the minister is no "it"
        start, end = doc[self.thing_words[0]].idx, doc[self.thing_words[-1]]
        row = cut(doc, start, end.idx + len(end))
        return (row, None) if len(row["text"]) <= LONGEST else (None, "antecedent_too_long")


def _is_plural(token: Token) -> bool:
    joined = any(child.dep_ == "conj" for child in token.children)
    return joined or "Plur" in token.morph.get("Number", []) or token.tag_ in ("NNS", "NNPS")
