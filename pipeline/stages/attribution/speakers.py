"""Who the speaker is: the type of source, and the name behind "he", "she", "they", "the minister"."""

from spacy.tokens import Doc, Token

from pipeline.marks import Row, read
from pipeline.stages.attribution import clause, frames

PERSONS = frozenset({"he", "she"})
PLURAL = frozenset({"they", "them", "their"})
OTHERS = frozenset({"it", "its"})
HIS = {"his": "he", "her": "she", "him": "he", "hers": "she", "their": "they", "them": "they", "its": "it"}
SENTENCES_BACK = 4  # how far an antecedent is sought


class Speakers:
    """Answers for one Doc. Sayings are asked in text order, so that a pronoun can look back at them."""

    def __init__(self, doc: Doc):
        self.entities = sorted(read(doc, "entities"), key=lambda row: row["span"]["start"])
        self.names = {row["id"]: row["name"] for row in self.entities}
        self.sentence = {t.i: n for n, sent in enumerate(doc.sents) for t in sent}
        self.said: list[tuple[int, str, str | None, str]] = []  # sentence, source type, name, source text

    def ask(self, head: Token, text: str) -> tuple[str, str | None]:
        """(source type, resolved name or None) of the speaker whose phrase has this head and text."""
        kind, name = self._ask(head, text)
        if head.pos_ != "PRON" or name is not None:
            self.said.append((self.sentence[head.i], kind, name, text))
        return kind, name

    def _ask(self, head: Token, text: str) -> tuple[str, str | None]:
        word = head.lower_
        if word in frames.FIRST_PERSON:
            return "author", None
        pronoun = HIS.get(word, word)
        if pronoun in PERSONS | PLURAL | OTHERS:
            return self._pronoun(head, pronoun)
        entity = self._entity(head)
        if entity is not None and not (head.pos_ == "NOUN" and head.lemma_.lower() in frames.speaker_types()):
            return frames.LABEL_TYPES.get(entity["label"], "organisation"), self._name(entity)
        return self._noun(head, text), None

    def _entity(self, head: Token) -> Row | None:
        inside = [e for e in self.entities if e["span"]["start"] <= head.idx < e["span"]["end"]]
        return inside[0] if inside else None

    def _name(self, entity: Row) -> str:
        return str(self.names.get(entity.get("same_as") or entity["id"], entity["name"]))

    def _noun(self, head: Token, text: str) -> str:
        lemma = head.lemma_.lower()
        counted = any(c.dep_ == "nummod" for c in head.children)
        plural = head.tag_ in {"NNS", "NNPS"} or "Plur" in head.morph.get("Number")
        known = frames.speaker_types().get(lemma) or frames.speaker_types().get(head.lower_)
        if known is not None:
            anyone = any(c.lower_ in {"a", "an", "one", "another"} for c in head.children)
            several = known == "person" and (plural or anyone)
            return "unnamed" if several or (counted and known == "generic") else known
        if head.pos_ == "PROPN":
            return "organisation" if text.isupper() and len(text) > 1 else "person"
        if any(c.lower_ in {"some", "many", "most"} for c in head.children):
            return "generic"
        return "unnamed"

    def _pronoun(self, head: Token, pronoun: str) -> tuple[str, str | None]:
        """The nearest earlier speaker that fits, else the nearest earlier entity that fits and is a subject."""
        here = self.sentence[head.i]
        wanted = {"he": ("person",), "she": ("person",), "it": ("organisation", "document")}
        fits = wanted.get(pronoun, ("organisation", "unnamed", "generic"))
        for sentence, kind, name, text in reversed(self.said):
            if here - sentence <= SENTENCES_BACK and kind in fits:
                return kind, name or text
        entity = self._earlier(head, fits, here)
        if entity is not None:
            return fits[0], self._name(entity)
        noun = self._earlier_noun(head, fits, here)
        if noun is not None:
            return noun
        return {"they": "generic", "it": "organisation"}.get(pronoun, "person"), None

    def _earlier(self, head: Token, fits: tuple[str, ...], here: int) -> Row | None:
        for entity in reversed(self.entities):
            if entity["span"]["start"] >= head.idx or frames.LABEL_TYPES.get(entity["label"]) not in fits:
                continue
            tokens = head.doc.char_span(
                entity["span"]["start"], entity["span"]["end"], alignment_mode="expand"
            )
            if tokens is None or here - self.sentence[tokens.start] > SENTENCES_BACK:
                continue
            if tokens.root.dep_.startswith("nsubj"):
                return entity
        return None

    def _earlier_noun(self, head: Token, fits: tuple[str, ...], here: int) -> tuple[str, str] | None:
        """The nearest earlier subject whose noun is in the table of speakers: "the minister … he"."""
        for token in reversed(head.doc[: head.i]):
            if here - self.sentence[token.i] > SENTENCES_BACK:
                return None
            if token.pos_ == "NOUN" and token.dep_.startswith("nsubj"):
                kind = self._noun(token, token.text)
                if kind in fits and token.lemma_.lower() in frames.speaker_types():
                    phrase = clause.noun_phrase(token)
                    return kind, head.doc[phrase[0].i : phrase[-1].i + 1].text
        return None
