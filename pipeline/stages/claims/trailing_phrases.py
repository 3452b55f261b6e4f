"""What is said after a comma at the end of a clause, in shapes that parsers mostly miss.

"employs 412 administrators, up from 187 in 2003", "spent £9bn, more than we had" and "nine donors, most of whom wanted
photographs" are two claims each. The shape is read from the words; the rest of the clause loses them.
"""

from pipeline.lexicon import column
from pipeline.marks import Row, tokens_of
from pipeline.plain import Doc, Token
from pipeline.stages.claims.adverbials import ends_a_date
from pipeline.stages.claims.apposed import apposed, made
from pipeline.stages.claims.appositives import is_lost_object
from pipeline.stages.claims.clauses import Clause
from pipeline.stages.claims.gapping import gapped
from pipeline.stages.claims.noun_phrases import phrase_of
from pipeline.stages.claims.respective import respective
from pipeline.stages.claims.tree import NOMINAL, base, child

MARKS = frozenset({",", "—", "–", "--", ":"})
OWNERS = frozenset({"the", "its", "their", "his", "her", "our", "my"})
RANKS = frozenset({"first", "second", "third", "last"})
PARTS = frozenset(
    {"most", "many", "some", "all", "both", "none", "half", "each", "few", "several", "one", "two"}
)


def cut_trailing_phrases(clause: Clause, doc: Doc, amounts: list[Row]) -> list[Clause]:
    """The clauses at the end of this one; their words are taken from it."""
    own = sorted(clause.own)
    if gapped(clause, doc, amounts) or respective(clause, doc, amounts):
        return []
    for place, index in enumerate(own[:-2]):
        if doc[index].text not in MARKS or index < clause.head.i:
            continue
        words = own[place + 1 :]
        found = (shape(clause, doc, words, amounts) for shape in SHAPES)
        tail = next((one for one in found if one is not None), None)
        if tail is not None:
            left = [i for i in words if i not in set(tail.own)]
            clause.own = [*own[:place], *left, *_gone_on(doc, tail)]
            return [tail, *_parts_behind(clause, doc, tail, amounts)]
    return []


def _gone_on(doc: Doc, tail: Clause) -> list[int]:
    """The words behind a comma and "and": the clause goes on there, they are given back to it."""
    for place, index in enumerate(tail.own[:-1]):
        if doc[index].text == "," and doc[tail.own[place + 1]].lower_ in ("and", "but", "or"):
            behind, tail.own = tail.own[place:], tail.own[:place]
            return behind
    return []


def _parts_behind(clause: Clause, doc: Doc, tail: Clause, amounts: list[Row]) -> list[Clause]:
    """`none of which they paid [and all of which we lent]`"""
    for place, index in enumerate(tail.own[1:-3], 1):
        if doc[index].lower_ == "and":
            second = _part(clause, doc, tail.own[place + 1 :], amounts)
            if second is not None and second.head.i > index:
                tail.own = tail.own[:place]
                return [second]
    return []


def _level(clause: Clause, doc: Doc, words: list[int], amounts: list[Row]) -> Clause | None:
    """`up from 187 in 2003`, `up 4% in a year`, said of the amount before it."""
    if doc[words[0]].lower_ not in ("up", "down") or len(words) < 3:
        return None
    if doc[words[1]].lower_ != "from" and not _is_figure(doc, words[1:], amounts):
        return None
    return _of_amount(clause, doc, doc[words[0]], words, amounts)


def _compared(clause: Clause, doc: Doc, words: list[int], amounts: list[Row]) -> Clause | None:
    """`roughly a fifth of what it costs`, `more than we had`: what the amount before is measured by."""
    adverbs = next((n for n, i in enumerate(words) if doc[i].pos_ != "ADV"), 0)
    for first in range(adverbs + 1):
        said = [doc[i].lower_ for i in words[first : first + 3]]
        opens = " ".join(said[:2]) in column("comparison_tails", "words") and not _is_figure(
            doc, words, amounts
        )
        part = said[2:] == ["of"] and said[1] in column("fractions", "word")
        if opens or part or said[1:2] == ["times"]:
            return _of_amount(clause, doc, doc[words[first]], words, amounts)
    return None


def _is_figure(doc: Doc, words: list[int], amounts: list[Row]) -> bool:
    """ "more than 12 points higher": the comparison is inside a figure."""
    return any(row["span"]["start"] == doc[words[0]].idx for row in amounts)


def _of_amount(clause: Clause, doc: Doc, head: Token, words: list[int], amounts: list[Row]) -> Clause | None:
    """A tail that is said of the last amount before it, if the clause has one."""
    spans = [tokens_of(doc, row["span"]) for row in amounts]
    before = [span for span in spans if span is not None and span.end <= words[0]]
    if not before or before[-1].start not in set(clause.own):
        return None
    subject = list(range(before[-1].start, words[0] - 1))
    return made(clause, head, "appositive", words, subject, doc[subject[0] : subject[-1] + 1].root)


def _judged(clause: Clause, doc: Doc, words: list[int], amounts: list[Row]) -> Clause | None:
    """`a fall of 12 points`, `barely an eighth`, `the most since 2008`: what the amount or thing before it is."""
    opening = next((n for n, i in enumerate(words) if doc[i].pos_ not in ("ADV", "PART")), 0)
    head = next((doc[i] for i in words[opening:] if doc[i].head.i not in set(words)), None)
    torn = child(clause.head, "case") is not None or _has_verb(doc, words)  # the parser lost the predicate
    if head is None or torn or not _judges(doc, words[opening:], head):
        return None
    before = doc[words[0] - 2]
    if base(head) == "obl":
        day = ends_a_date(before) and head.lemma_.lower() in column("date_units", "form")
        return made(clause, head, "appositive", words, [before.i], before) if day else None
    if before.pos_ in ("VERB", "AUX", "ADP") or head.i < words[opening]:
        return None
    noun = head.head
    plain = noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() not in column("date_units", "form")
    if base(head) == "appos" and plain and not any(base(one) == "nummod" for one in noun.children):
        return made(clause, head, "appositive", words, phrase_of(noun), noun)
    return _of_amount(clause, doc, head, words, amounts)


def _has_verb(doc: Doc, words: list[int]) -> bool:
    """A finite verb that no pronoun or subordinator before it opens: these words are a clause of their own."""
    verb = next((i for i in words if _is_finite_form(doc[i])), None)
    before = [doc[i] for i in words if verb is not None and i < verb]
    opened = any(one.tag_ in ("WDT", "WP", "WP$", "WRB", "PRP", "IN") and one.pos_ != "ADP" for one in before)
    return verb is not None and not opened


def _judges(doc: Doc, words: list[int], head: Token) -> bool:
    """An "a", or a "the" before a superlative or ordinal; no member of a list."""
    first, near = doc[words[0]].lower_, [doc[i] for i in words[:4]]
    listed = base(head) in ("conj", "obj", "nsubj", "iobj") or any(
        base(one) == "conj" for one in head.children
    )
    if listed or is_lost_object(head) or head.pos_ in ("VERB", "AUX", "ADV"):
        return False
    if first in ("a", "an"):
        return head.pos_ in NOMINAL
    top = any(one.tag_ in ("JJS", "RBS") or one.lower_ in RANKS for one in near)
    year = head.lemma_.lower() in column("date_units", "form") and any(
        one.i > head.i for one in head.children
    )
    return first in OWNERS and (top or year)


def _portion(clause: Clause, doc: Doc, words: list[int], amounts: list[Row]) -> Clause | None:
    """`some of it for export`, `the first of them in Lima`: the verb is the one before, or "be"."""
    place = next((n for n, i in enumerate(words[:6]) if doc[i].lower_ == "of"), 0)
    if not place or place + 2 >= len(words) or doc[words[place + 1]].lower_ not in ("it", "them"):
        return None
    part, rest = words[: place + 2], words[place + 2 :]
    if any(doc[i].pos_ in ("VERB", "AUX", "ADP") for i in part[:place]):
        return None
    if doc[rest[0]].tag_ not in ("IN", "VBN", "VBG", "JJ", "TO") or any(
        _is_finite_form(doc[i]) for i in rest
    ):
        return None
    noun = next((doc[i] for i in reversed(part[:place]) if doc[i].pos_ != "ADV"), doc[part[0]])
    return made(clause, noun, "partitive", words, part, noun)


def _is_finite_form(token: Token) -> bool:
    return token.tag_ in ("VBD", "VBZ", "VBP", "MD")


def _part(clause: Clause, doc: Doc, words: list[int], amounts: list[Row]) -> Clause | None:
    """`most of whom wanted photographs`"""
    if doc[words[0]].lower_ not in PARTS or [doc[i].lower_ for i in words[1:3]] not in (
        ["of", "whom"],
        ["of", "which"],
    ):
        return None
    verb = next((doc[i] for i in words if doc[i].tag_ in ("VBD", "VBZ", "VBP")), None)
    return made(clause, verb, "relative", words, words[:3], doc[words[2]]) if verb is not None else None


SHAPES = (_level, _compared, _part, _portion, apposed, _judged)
