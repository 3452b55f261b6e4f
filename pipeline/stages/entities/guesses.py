"""What a trained `ner` left in `doc.ents`, cleaned: edges, impossible words, labels that the tables know better."""

from collections import Counter
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span

from pipeline.marks import text_of
from pipeline.stages.entities.name import LABELS, Found, decide, is_name, stands, trim

_OPENING = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "PART", "PRON", "SCONJ", "VERB"})


def guessed(doc: Doc) -> Iterator[Found]:
    """What the model found, trimmed, with the label that the tables or the head word give it."""
    votes = _votes(doc.ents)
    for ent in doc.ents:
        ent = _opened(ent)
        if ent.label_ not in LABELS or not _can_be_name(ent):
            continue
        start, end = trim(ent.text, ent.label_)
        start, end = ent.start_char + start, ent.start_char + end
        name = text_of(doc)[start:end]
        if is_name(name) and stands(text_of(doc), start, end):
            yield Found(start, end, decide(name, votes[ent.text].most_common(1)[0][0]))


def _votes(ents: Iterable[Span]) -> dict[str, Counter[str]]:
    """The labels that the same words were given in this text: the commonest counts for all, of equals the first."""
    votes: dict[str, Counter[str]] = {}
    for ent in ents:
        votes.setdefault(_opened(ent).text, Counter())[ent.label_] += 1
    return votes


def _opened(ent: Span) -> Span:
    """Without the words that only open the sentence: "But Rio", "For Peru"."""
    start = ent.start
    while start < ent.end - 1 and ent.doc[start].pos_ in _OPENING and ent.label_ != "WORK_OF_ART":
        start += 1
    return Span(ent.doc, start, ent.end, label=ent.label_)


def _can_be_name(ent: Span) -> bool:
    """Some word of it is a proper noun, or a noun or adjective that has its capital inside a sentence ("the
    Commission"); of works, laws, events and peoples any noun will do. No tags: yes."""
    if len(ent) == 1 and ent[0].is_stop and not ent[0].text.isupper():
        return False
    loose = ent.label_ in ("NORP", "WORK_OF_ART", "LAW", "EVENT") or not ent[0].is_sent_start
    return bool({token.pos_ for token in ent} & ({"PROPN", "", "NOUN", "ADJ"} if loose else {"PROPN", ""}))
