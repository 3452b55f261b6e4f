"""Relative clauses that stand alone: what "which", "who" and "whose" are, put in their place.

"The contract, which the ministry has not published" → "The ministry has not published the contract"; "Chile, whose
debt fell" → "Chile's debt fell"; "the bank, on which we rely" → "On the bank we rely".
"""

from bisect import bisect_left
from typing import NamedTuple

from pipeline.lexicon import column
from pipeline.marks import Row, cut
from pipeline.plain import Token
from pipeline.stages.claims.link import JOINED
from pipeline.stages.claims.noun_phrases import phrase_of
from pipeline.stages.claims.pieces import as_inside
from pipeline.stages.claims.subjects import Clause, noun_above
from pipeline.stages.claims.tree import NOMINAL, base, child, runs, verb_group, word_before

PRONOUNS = frozenset({"which", "who", "that", "whom", "whose"})
FRONT = 5  # words before the pronoun: "most of", "on the board of"
PARTICLES = ("compound:prt",)


class Relative(NamedTuple):
    """`pronoun` is replaced by `text`, or, where `verb` is set, dropped and `text` put behind that word."""

    pronoun: Token
    text: str
    source: Row
    verb: Token | None
    noun: Token | None = None
    """The thing owned, behind which the text is put with an "of": "the wells *of farmers in the delta*"."""


def relative_antecedent(clause: Clause) -> tuple[Row, None] | None:
    """What a subject `which` or `who` stands for: the noun phrase that the relative clause hangs on."""
    subject, relative = clause.subject, _relative(clause)
    if relative is None or subject is None or subject.lower_ not in PRONOUNS - {"whose"}:
        return None
    row = _noun(relative)
    return (row, None) if row is not None else None


def relative_inside(clause: Clause) -> Relative | None:
    """The relative pronoun of a clause that is not its subject, and what to put for it."""
    relative, doc = _relative(clause), clause.head.doc
    if relative is None:
        return None
    own = [i for i in sorted(clause.own) if not doc[i].is_punct and not doc[i].is_space]
    if not own:
        return None
    front = (doc[i] for i in own[:FRONT] if i < clause.head.i)
    pronoun = next((one for one in front if one.tag_ in ("WDT", "WP", "WP$")), None)
    row = _noun(relative)
    if pronoun is None or row is None or pronoun == clause.subject or pronoun.lower_ not in PRONOUNS:
        return None
    if base(pronoun) == "det":
        return None  # "in which case": see `substitutions.py`
    text = as_inside(doc[_at(relative, row)], row["text"])
    if pronoun.tag_ == "WP$":
        return _owner(pronoun, text, row, doc[_at(relative, row)])
    if pronoun.i == own[0] and child(pronoun, "case") is None:
        verb = pronoun.head if base(pronoun) == "obj" and pronoun.head.pos_ == "VERB" else clause.head
        return Relative(pronoun, text, row, _behind(verb, set(own)))
    return Relative(pronoun, text, row, None)


def _owner(whose: Token, text: str, row: Row, first: Token) -> Relative:
    """ "Chile, whose debt fell": Chile's debt; "men in the delta, whose wells sank": the wells of men in the delta."""
    noun = whose.head
    words = [one for one in first.doc[first.i : whose.i] if one.idx < row["end"]]
    at = next((n for n, one in enumerate(words) if n and one.pos_ in ("ADP", "VERB", "PRON")), 0)
    long = at > 0 and words[at - 1].pos_ == "NOUN"
    if not long or noun.pos_ != "NOUN" or noun.i < whose.i or any(base(one) == "nmod" for one in noun.rights):
        return Relative(whose, text + ("’" if text.endswith("s") else "’s"), row, None)
    return Relative(whose, "the", row, None, noun)


def whose_lent(clause: Clause, words: list[int]) -> Relative | None:
    """The same for a subject that a clause borrows: "whose debt fell and [whose debt] stayed low"."""
    relative, doc = _relative(clause), clause.head.doc
    whose = next((doc[i] for i in words if doc[i].tag_ == "WP$"), None)
    row = _noun(relative) if relative is not None and whose is not None else None
    if relative is None or row is None or whose is None or whose.i in set(clause.own):
        return None
    first = doc[_at(relative, row)]
    return _owner(whose, as_inside(first, row["text"]), row, first)


def where_it_is(clause: Clause) -> tuple[str, Row] | None:
    """ "Zamfara, where most children are out of school" → "in Zamfara", to be put behind the claim."""
    relative, doc = _relative(clause), clause.head.doc
    own = [i for i in sorted(clause.own) if not doc[i].is_punct and not doc[i].is_space]
    first = doc[own[0] - 1] if own and own[0] else None  # "where" itself is left out of the claim
    row = _place(relative) if relative is not None and first is not None and first.lower_ == "where" else None
    if row is None or relative is None:
        return None
    start = doc[_at(relative, row)]
    if start.tag_ == "PRP":
        return None  # "They move here, where rents are low": the parser hung it on the wrong word
    at = relative.head.head.ent_type_ in ("ORG", "FAC")  # one is at a body or building, in a place
    return f"{'at' if at else 'in'} {as_inside(start, row['text'])}", row


def _behind(verb: Token, own: set[int]) -> Token:
    particle = next((one for one in verb.rights if one.dep_ in PARTICLES and one.i == verb.i + 1), None)
    return particle if particle is not None and particle.i in own else verb


def _relative(clause: Clause) -> Clause | None:
    """The relative clause that this is, or that it is joined to."""
    at: Clause | None = clause
    while at is not None and at.link.name in JOINED:
        at = at.above
    return at if at is not None and at.link.name == "relative" else None


def _noun(relative: Clause) -> Row | None:
    noun, start = noun_above(relative), relative.own[0]
    if noun.i >= start or noun.pos_ not in NOMINAL:  # the parser hung the clause elsewhere
        found = _before(relative, start)
        if found is None:
            return None
        noun = found
    noun = _agreeing(relative, _of_its_kind(relative, noun))
    comma = next((i for i in range(noun.i + 1, start) if noun.doc[i].text == ","), start)
    spans = list(runs(noun.doc, [i for i in phrase_of(noun) if i < comma] or [noun.i]))
    if not spans or spans[0][0].lower_ in PRONOUNS - {"that"}:
        return None
    return cut(noun.doc, spans[0].start_char, spans[-1].end_char)


def _place(relative: Clause) -> Row | None:
    """ "a market in Dessa, where": the market; "no census on the shore, where": the shore, where the nearest is a place
    at all."""
    noun = noun_above(relative)
    start = next((i for i in relative.own if not noun.doc[i].is_punct), relative.own[0])
    near = word_before(noun.doc, start)
    while near is not None and (near.is_punct or near.lower_ == "where"):
        near = word_before(noun.doc, near.i)
    place = bool(noun.ent_type_) or noun.lemma_.lower() in column("place_nouns", "lemma")
    if near is None or place or near.pos_ not in ("NOUN", "PROPN"):
        return _noun(relative)
    while base(near) in ("compound", "flat"):
        near = near.head
    words = list(runs(noun.doc, [i for i in phrase_of(near) if i <= near.i]))
    return cut(noun.doc, words[0].start_char, words[-1].end_char) if words else _noun(relative)


def _of_its_kind(relative: Clause, noun: Token) -> Token:
    """ "Dennis Lau, head of Tanah Merah Terminals, *which* runs the port": the terminals, for "which" is no person."""
    pronoun, start = relative.subject, relative.own[0]
    if pronoun is None or pronoun.lower_ != "which" or not is_person(noun):
        return noun
    near = word_before(noun.doc, start)
    near = word_before(noun.doc, near.i) if near is not None and near.is_punct else near
    while near is not None and base(near) in ("compound", "flat"):
        near = near.head
    fits = near is not None and near.pos_ in ("NOUN", "PROPN") and not is_person(near)
    return near if fits and near is not None else noun


def _agreeing(relative: Clause, noun: Token) -> Token:
    """ "porters, cleaners and my mother, who *has* left": the last of a list, where only it agrees."""
    group = verb_group(relative.head)
    singular = relative.subject is not None and any(one.tag_ == "VBZ" for one in group)
    last = [one for one in noun.children if base(one) == "conj" and one.i < relative.own[0]][-1:]
    plural = noun.tag_ in ("NNS", "NNPS")
    return last[0] if singular and plural and last and last[0].tag_ in ("NN", "NNP") else noun


def is_person(noun: Token) -> bool:
    """A name that the model takes for a person's, or a noun for one (tables human_nouns, professions)."""
    lemma = noun.lemma_.lower()
    told = lemma in column("human_nouns", "noun") or lemma in column("professions", "word")
    return noun.ent_type_ == "PERSON" or told


def _before(relative: Clause, start: int) -> Token | None:
    """The head of the noun phrase that ends before the clause."""
    doc, word = relative.head.doc, word_before(relative.head.doc, start)
    while word is not None and (word.is_punct or word.pos_ not in NOMINAL):
        word = word_before(doc, word.i) if word.i > relative.head.sent.start else None
    while word is not None and word.head.pos_ in NOMINAL and word.head.i < start and word.head != word:
        word = word.head
    return word


def _at(relative: Clause, row: Row) -> int:
    """The token at the start of a span row."""
    doc = relative.head.doc
    return bisect_left(range(len(doc)), row["start"], key=lambda i: doc[i].idx)
