"""Who the speaker is: the type of source, and the name behind "he", "she", "they", "the minister"."""

from pipeline.marks import Row, read, tokens_of
from pipeline.plain import Doc, Token
from pipeline.stages.attribution import frames
from pipeline.stages.attribution.phrase import noun_phrase
from pipeline.stages.attribution.possible_speakers import is_torn

PERSONS = frozenset({"he", "she"})
PLURAL = frozenset({"they", "them", "their"})
OTHERS = frozenset({"it", "its"})
HIS = {"his": "he", "her": "she", "him": "he", "hers": "she", "their": "they", "them": "they", "its": "it"}
CALLED = frozenset({"call", "name"})
TORN = frozenset({"nsubj", "nsubj:pass", "obj", "iobj"})
LONGEST_NAME = 7  # tokens
SENTENCES_BACK, TOKENS_BACK = 4, 200  # how far an antecedent is sought


class Speakers:
    """Answers for one Doc. Sayings are asked in text order, so that a pronoun can look back at them."""

    def __init__(self, doc: Doc):
        entities = read(doc, "entities")
        self.names = {row["id"]: row["name"] for row in entities}
        self.entity_at: dict[int, Row] = {}  # token → the entity it belongs to
        for row in entities:
            for token in tokens_of(doc, row["span"]) or ():
                self.entity_at.setdefault(token.i, row)
        self.sentence = {t.i: n for n, sent in enumerate(doc.sents) for t in sent}
        self.meant = {row["span"]["start"]: row["antecedent"] for row in read(doc, "reference")}
        self.said: dict[int, tuple[str, str]] = {}  # head of a source → its type, its name or words

    def ask(self, head: Token, text: str) -> tuple[str, str | None]:
        """(source type, resolved name or None) of the speaker whose phrase has this head and text."""
        kind, name = self._ask(head, text)
        if head.pos_ != "PRON" or name is not None:
            self.said[head.i] = kind, name or text
        return kind, name

    def words(self, head: Token) -> list[Token]:
        """The noun phrase of a speaker; a name that an entity row knows is taken whole."""
        found = noun_phrase(head)
        entity = self.entity_at.get(head.i) if head.pos_ == "PROPN" else self._name_beside(head)
        if entity is None:
            return [*found, *_surname(found[-1], head)]
        rest = head.doc[found[-1].i + 1 : found[-1].i + LONGEST_NAME]
        found = [*found, *(t for t in rest if t.idx < entity["span"]["end"])]
        return [*found, *_surname(found[-1], head)]

    def _name_beside(self, head: Token) -> Row | None:
        """ "a colleague at the centre, Ruth Abelson": the person whose name follows a noun and a comma."""
        if head.pos_ != "NOUN":
            return None
        phrase = noun_phrase(head)
        commas = [t.i for t in head.doc[head.i : phrase[-1].i + 2] if t.text == ","]
        behind = head.doc[commas[0] + 1 : commas[0] + LONGEST_NAME] if commas else ()
        for token in behind:  # titles, then the name
            entity = self.entity_at.get(token.i)
            if entity is not None or token.pos_ != "PROPN":
                return entity if entity is not None and entity["label"] == "PERSON" else None
        return None

    def _name_in(self, head: Token) -> Row | None:
        """ "team member Rosa Noori": a person's name that follows its noun at once."""
        after = head.nbor(1) if head.i + 1 < len(head.doc) else head
        entity = self.entity_at.get(after.i) if head.pos_ == "NOUN" and after.pos_ == "PROPN" else None
        return entity if entity is not None and entity["label"] == "PERSON" and after.head == head else None

    def _called(self, head: Token) -> Row | None:
        """ "a librarian, a young man called Ruth Abelson": the person whose name the words give."""
        for name in head.subtree if head.pos_ == "NOUN" else ():
            calls = name.head if name.head.dep_ == "acl" and name.head.lemma_ in CALLED else None
            entity = self.entity_at.get(name.i) if calls is not None else None
            own = entity is not None and entity["label"] == "PERSON" and calls.head in (head, *head.children)
            if own and (calls.head == head or calls.head.dep_ == "appos"):
                return entity
        return None

    def _ask(self, head: Token, text: str) -> tuple[str, str | None]:
        word = head.lower_
        if word in frames.FIRST_PERSON or _is_anyone(head):
            return "author", None
        if word == "you":
            anybody = any(c.lower_ in frames.SUPPOSING for c in head.head.children if c.dep_ == "aux")
            return "generic" if anybody else "person", None
        pronoun = HIS.get(word, word)
        if pronoun in PERSONS | PLURAL | OTHERS:
            return self._pronoun(head, pronoun)
        beside = self._name_beside(head) or self._name_in(head) or self._called(head)
        if beside is not None:
            return "person", self._name(beside)
        entity = self.entity_at.get(head.i) if head.pos_ in {"NOUN", "PROPN"} else None
        if entity is not None and self._titled(head):
            return "person", self._name(entity)
        if entity is not None and not (head.pos_ == "NOUN" and head.lemma_.lower() in frames.speaker_types()):
            return frames.LABEL_TYPES.get(entity["label"], "organisation"), self._name(entity)
        return self._noun(head, text), None

    def _titled(self, head: Token) -> bool:
        """A name with "Mayor" or "President" before it is a person's, whatever the entity's label."""
        names = [head, *(t for t in head.subtree if t.dep_ in {"flat", "compound", "nmod:desc"})]
        types = [frames.speaker_types().get(t.lower_) for t in names if t.pos_ == "PROPN"]
        return "person" in types and len(types) > 1

    def _name(self, entity: Row) -> str:
        return str(self.names.get(entity.get("same_as") or entity["id"], entity["name"]))

    def _noun(self, head: Token, text: str) -> str:
        lemma = head.lemma_.lower()
        counted = any(c.dep_ == "nummod" for c in head.children)
        plural = _is_plural(head)
        known = frames.speaker_types().get(head.lower_) or frames.speaker_types().get(lemma)
        if known is not None:
            anyone = any(c.lower_ in {"a", "an", "one", "another"} for c in head.children)
            several = known == "person" and (plural or anyone)
            told = any(c.dep_ in {"nmod", "det", "amod"} for c in head.children)
            ones = lemma == "one" and (head.lower_ == "ones" or told)  # "the good ones", "one of the mothers"
            some = known == "generic" and (head.pos_ != "NOUN" or lemma == "people") and _is_of_known(head)
            return "unnamed" if several or ones or some or (counted and known == "generic") else known
        if head.pos_ == "PROPN":
            return "organisation" if text.isupper() and len(text) > 1 else "person"
        if any(c.lower_ in {"some", "many", "most"} for c in head.children):
            return "generic"
        if head.text.istitle() and any(c.pos_ == "PROPN" and c.dep_ == "compound" for c in head.children):
            return "organisation"  # "Kestrel Ratings"
        known_one = any(c.lower_ == "the" or c.dep_ == "nmod:poss" for c in head.children)
        return "person" if known_one and not plural else "unnamed"

    def _pronoun(self, head: Token, pronoun: str) -> tuple[str, str | None]:
        """Whom the stage `reference` found; else the nearest earlier one that fits: a speaker, or the subject of a main
        clause."""
        meant = self.meant.get(head.idx)
        phrase = tokens_of(head.doc, meant) if meant is not None else None
        if phrase is not None and phrase.root.pos_ in {"NOUN", "PROPN"}:
            kind, name = self._ask(phrase.root, phrase.text)
            return kind, name or phrase.text
        wanted = {"he": ("person",), "she": ("person",), "it": ("organisation", "document")}
        fits = wanted.get(pronoun, ("organisation", "unnamed", "generic"))
        for token in reversed(head.doc[max(0, head.i - TOKENS_BACK) : head.i]):
            if self.sentence[head.i] - self.sentence[token.i] > SENTENCES_BACK:
                break
            kind, name = self.said.get(token.i) or self._main_subject(token)
            if kind == "unnamed" and "person" in fits and not _is_plural(token):  # "a colleague … she"
                return "unnamed", name
            if kind is not None and kind in fits:
                return kind, name
        if pronoun == "they":  # "They say that …" of the world at large, "They told me" of somebody
            return "generic" if head.head.tag_ in {"VBP", "VB"} else "unnamed", None
        return "organisation" if pronoun == "it" else "person", None

    def _main_subject(self, token: Token) -> tuple[str | None, str | None]:
        """Type and name of a subject of a main clause that has a name or a noun for one who can speak."""
        if (
            not token.dep_.startswith("nsubj")
            or token.head.dep_ != "ROOT"
            or token.pos_ not in {"NOUN", "PROPN"}
        ):
            return None, None
        if token.pos_ == "NOUN" and token.lemma_.lower() not in frames.speaker_types():
            return None, None
        phrase = noun_phrase(token)
        text = token.doc[phrase[0].i : phrase[-1].i + 1].text
        kind, name = self._ask(token, text)
        return kind, name or text


def _surname(last: Token, head: Token) -> list[Token]:
    """The second half of a name that the parser took for a second subject: "Agnes Wairimu told me"."""
    after = last.nbor(1) if last.i + 1 < len(last.doc) else last
    torn = last == head and after != head and is_torn(head, after) and after.dep_ in TORN
    return [after] if torn else []


def _is_anyone(one: Token) -> bool:
    """ "One fears that …": the author does; but "one said", told of somebody, and "one could say" are not."""
    verb = one.head
    helped = any(c.dep_ in {"aux", "aux:pass"} for c in verb.children)
    return one.lower_ == "one" and not one.children and verb.tag_ == "VBZ" and not helped


def _is_of_known(quantity: Token) -> bool:
    """ "some of my colleagues", "half of those we met": people whom the author could name."""
    parts = [c for c in quantity.children if c.dep_ == "nmod" and c.i > quantity.i]
    whole = quantity if quantity.pos_ == "NOUN" else next(iter(parts), None)  # "people who know her"
    general = whole is not None and whole.pos_ == "NOUN" and whole.lemma_.lower() != "people"
    if whole is None or (general and frames.speaker_types().get(whole.lemma_.lower()) == "generic"):
        return False
    return whole.lower_ in {"them", "us"} or any(c.dep_ in {"nmod:poss", "acl:relcl"} for c in whole.children)


def _is_plural(token: Token) -> bool:
    return token.tag_ in {"NNS", "NNPS"} or "Plur" in token.morph.get("Number")
