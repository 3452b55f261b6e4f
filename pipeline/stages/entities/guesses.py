"""What a trained `ner` left in `doc.ents`, cleaned: edges, impossible words, labels that the tables know better."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from pipeline.lexicon import table
from pipeline.marks import text_of
from pipeline.stages.entities.name import LABELS, Found, Known, decide, is_name, lookup, stands, trim

_OPENING = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "PART", "PRON", "SCONJ", "VERB"})
_CLOSING = frozenset({"ADP", "CCONJ", "DET", "SCONJ"})
_TRUSTED = frozenset(
    "invest investment share stake holding faith trust confidence belief believe interest job role".split()  # noqa: SIM905
)
ROW = 6  # names in a row
_TONGUE = frozenset({"speak", "learn", "write", "read", "teach", "study", "translate"})


def guessed(doc: Doc) -> Iterator[Found]:
    """What the model found, trimmed, with the label that the tables or the head word give it."""
    ents = [_opened(ent) for ent in doc.ents]
    votes = _votes(ents)
    for ent in ents:
        if ent.label_ not in LABELS or not _can_be_name(ent) or _is_currency(ent[-1]):
            continue
        guess = votes[ent.text].most_common(1)[0][0]
        if guess == "PERSON" and _is_capital(ent, votes):
            guess = "GPE"
        ent = whole(ent) if guess == "PERSON" else ent
        start, end = trim(ent.text, guess)
        start, end = ent.start_char + start, ent.start_char + end
        name = text_of(doc)[start:end]
        if is_name(name, guess) and stands(text_of(doc), start, end):
            yield Found(start, end, in_context(ent, decide(name, guess)))


def _is_capital(ent: Span, votes: dict[str, Counter[str]]) -> bool:
    """ "Washington announced its tariffs": the name of a capital alone, and nobody of the text bears it."""
    known = lookup(ent.text)
    before = ent[0].nbor(-1) if ent.start else None
    surname = before is not None and before.text[:1].isupper() and not before.is_sent_start
    if known is None or known.kind != "capital" or surname:
        return False
    return not any(name.endswith(f" {ent.text}") for name, labels in votes.items() if labels["PERSON"])


def _votes(ents: Iterable[Span]) -> dict[str, Counter[str]]:
    """The labels that the same words were given in this text: the commonest counts for all, of equals the first."""
    votes: dict[str, Counter[str]] = {}
    for ent in ents:
        votes.setdefault(ent.text, Counter())[ent.label_] += 1
    return votes


def _opened(ent: Span) -> Span:
    """Without words that only open the sentence ("But Rio", "For Peru") or lead on from it ("Rio in")."""
    start, end = ent.start, ent.end
    if ent.label_ != "WORK_OF_ART":
        while start < end - 1 and ent.doc[start].pos_ in _OPENING:
            start += 1
        while end - 1 > start and ent.doc[end - 1].pos_ in _CLOSING and ent.doc[end - 1].is_lower:
            end -= 1
    if end - 1 > start and _is_currency(ent.doc[end - 1]):  # "Nestlé Nigeria N177bn"
        end -= 1
    return Span(ent.doc, start, end, label=ent.label_)


def _is_currency(token: Token) -> bool:
    """The mark of the amount that follows at once: "N" of "N177bn", "Rs" of "Rs21,000"."""
    glued = not token.whitespace_ and token.i + 1 < len(token.doc) and token.nbor().text[:1].isdigit()
    return glued and token.text in _marks()


@cache
def _marks() -> frozenset[str]:
    return frozenset(mark for row in table("currencies") for mark in row["marks"].split(";") if mark)


def whole(ent: Span) -> Span:
    """A person's name with the other half of a double name ("Ruth Ashworth-Pryce"); but "Trump-Xi" is two persons."""
    start, end, doc = ent.start, ent.end, ent.doc
    if end + 1 < len(doc) and _hyphen(doc[end]) and _joins(ent, doc[end + 1]):
        end += 2
    if start > 1 and _hyphen(doc[start - 1]) and _joins(ent, doc[start - 2]):
        start -= 2
    return Span(doc, start, end, label=ent.label_)


def _hyphen(token: Token) -> bool:
    return token.text == "-" and not token.whitespace_ and not token.nbor(-1).whitespace_


def _joins(ent: Span, other: Token) -> bool:
    two = len(ent) == 1 and other.ent_type_ == "PERSON"
    return other.text.isalpha() and other.ent_type_ != "NORP" and not lookup(other.text) and not two


def in_context(ent: Span, known: Known) -> Known:
    """A label that grammar knows better than a guess. Towns take no article: "the Siret" is a river (or a range of
    mountains, a desert). And who is quoted "in Polish", or speaks it, uses a language."""
    before, after = (
        (ent[0].nbor(-1) if ent.start else None),
        (ent.doc[ent.end] if ent.end < len(ent.doc) else None),
    )
    noun = after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")
    if before is None or noun or len(ent) > 1:
        return known
    if known.label == "GPE" and known.rule == "ner" and before.lower_ == "the" and ent.text[-1:] != "s":
        return known._replace(label="LOC")
    if known.label in ("ORG", "PERSON") and known.rule == "ner" and _is_where(ent) and not _elsewhere(ent):
        return known._replace(label="GPE")
    spoken = before.lower_ in ("in", "into") or before.lemma_ in _TONGUE
    if known.label == "NORP" and (spoken or _is_spoken(ent)):
        return known._replace(label="LANGUAGE")
    return known


def _is_spoken(ent: Span) -> bool:
    """ "She spoke Tamil at home and *English* at school": in a row behind such a verb."""
    noun = ent[0]
    for _ in range(ROW):
        if not noun.dep_.startswith("conj"):
            break
        noun = noun.head
    return noun is not ent[0] and noun.dep_ == "obj" and noun.head.lemma_ in _TONGUE and ent.text[-1:] != "s"


def _is_where(ent: Span) -> bool:
    """ "Clinics in Nsanje and Mangochi": behind "in", alone or in a row; not "shares in Nestlé", "faith in Modi"."""
    noun = ent[0]
    for _ in range(ROW):
        if not noun.dep_.startswith("conj"):
            break
        noun = noun.head
    inside = any(one.lower_ == "in" and one.dep_ == "case" for one in noun.children)
    return inside and noun.head.lemma_.lower() not in _TRUSTED and not ent.text.isupper()


def _elsewhere(ent: Span) -> bool:
    """Is it part of a longer name of the text: "Modi" of "Narendra Modi"?"""
    others = (other for other in ent.doc.ents if len(other) > 1)
    return any(ent.text in (other[0].text, other[-1].text) for other in others)


def _can_be_name(ent: Span) -> bool:
    """Some word of it is a proper noun, or a noun or adjective that has its capital inside a sentence ("the
    Commission"); of works, laws, events and peoples any noun will do. No tags: yes."""
    if len(ent) == 1 and ent[0].is_stop and not ent[0].text.isupper():
        return False
    loose = ent.label_ in ("NORP", "WORK_OF_ART", "LAW", "EVENT") or not ent[0].is_sent_start
    return bool({token.pos_ for token in ent} & ({"PROPN", "", "NOUN", "ADJ"} if loose else {"PROPN", ""}))
