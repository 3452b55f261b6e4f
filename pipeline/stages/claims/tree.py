"""Reading a Universal Dependencies tree: the few questions that the other files of this stage ask of a token."""

from collections.abc import Callable, Iterator
from operator import attrgetter

from pipeline.lexicon import mapping
from pipeline.marks import Row, tokens_of
from pipeline.plain import Doc, Span, Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "csubj:outer"})


base: Callable[[Token], str] = attrgetter("base")
"""The universal part of the relation: `nsubj:pass` → `nsubj`. Asked for thirty times a word."""


def child(token: Token, *labels: str) -> Token | None:
    """The first child under one of these relations, subtypes included unless a subtype is named."""
    for one in token.children:
        if one.dep_ in labels or base(one) in labels:
            return one
    return None


def subject_of(head: Token) -> Token | None:
    """The head of a clause's own subject; an expletive is none."""
    for one in head.children:
        if one.dep_ in SUBJECTS:
            return one
    return None


def has_verb_form(token: Token, *forms: str) -> bool:
    """`forms`: values of the feature VerbForm, "Fin", "Ger", "Inf" or "Part"; one is enough."""
    return any(form in forms for form in token.morph.get("VerbForm", []))


def verb_group(head: Token) -> list[Token]:
    """The verb (or what stands for it), and its auxiliaries and copula: what carries tense and mood."""
    return [head, *(one for one in head.children if base(one) in ("aux", "cop"))]


def is_finite(head: Token) -> bool:
    """The verb, its copula or one of its auxiliaries carries tense."""
    return any(
        has_verb_form(verb, "Fin") or verb.tag_ in ("VBD", "VBZ", "VBP", "MD") for verb in verb_group(head)
    )


def is_participle(head: Token) -> bool:
    """`revitalizing trade`, `launched in 2025`: a participle without auxiliary or copula."""
    helped = child(head, "cop") is not None or any(
        base(one) == "aux" and (has_verb_form(one, "Fin") or one.tag_ == "MD") for one in head.children
    )
    return not helped and (has_verb_form(head, "Ger", "Part") or head.tag_ in ("VBG", "VBN"))


def is_inverted(verb: Token) -> bool:
    """`Had the council listened, …`: a condition without "if"."""
    subject = subject_of(verb)
    helper = next(
        (one for one in verb.children if one.lower_ in ("had", "were", "should") and one.i < verb.i), None
    )
    return subject is not None and helper is not None and helper.i < subject.i and not mark_of(verb)


def is_future(helper: Token) -> bool:
    """`will`, `'ll`, `wo` n't, `shall`: what table modals says of them is predicted."""
    return mapping("modals", "word", "modality").get(helper.lower_) == "predicted"


def is_infinitive(head: Token) -> bool:
    """A "to" stands under it; the bare "pay" of "must pay" is none here."""
    return any(one.lower_ == "to" and one.pos_ == "PART" for one in head.children)


def is_predicate(token: Token) -> bool:
    """A verb, or a noun or adjective with a copula or a subject of its own."""
    if token.pos_ in ("VERB", "AUX"):
        return True
    return child(token, "cop") is not None or subject_of(token) is not None


def mark_of(head: Token) -> str:
    """The subordinator in small letters ("because", "by", "even though"), or "" where there is none."""
    marks = [one for one in head.children if base(one) == "mark" and one.i < head.i and one.lower_ != "to"]
    if not marks:
        marks = [
            one for one in head.children if base(one) == "advmod" and one.lower_ in ("when", "once", "where")
        ]
    if not marks:
        return ""
    words = " ".join(word.lower_ for word in (marks[0], *_fixed(marks[0])))
    before = word_before(head.doc, marks[0].i)
    even = before is not None and before.lower_ == "even" and words in ("as", "though")
    return f"even {words}" if even else words


def _fixed(token: Token) -> list[Token]:
    return [one for one in token.children if base(one) == "fixed"]


def subtree(token: Token, without: frozenset[int] = frozenset()) -> list[int]:
    """Indices of the tokens under `token`, in order, leaving out the subtrees of the tokens in `without`."""
    found, todo = [], [token]
    while todo:
        one = todo.pop()
        if one.i not in without:
            found.append(one.i)
            todo.extend(one.children)
    return sorted(found)


def is_listed(token: Token) -> bool:
    """A conjunct, or what the parser took for an appositive though it has no article and a conjunct follows."""
    if token.pos_ not in NOMINAL or token.i < token.head.i:
        return False
    bare = token.pos_ == "NOUN" and not any(base(one) in ("det", "nmod") for one in token.lefts)
    followed = any(base(one) == "conj" and one.i > token.i for one in token.head.children)
    return base(token) == "conj" or (
        base(token) == "appos" and bare and followed and token.head.pos_ == "NOUN"
    )


def word_before(doc: Doc, index: int) -> Token | None:
    """The token before this one that is no white space."""
    while index > 0:
        index -= 1
        if not doc[index].is_space:
            return doc[index]
    return None


def is_set_off(token: Token) -> bool:
    """A comma, dash or bracket stands right before the words under `token`, wherever the parser hung the mark."""
    doc = token.doc
    first = next((i for i in subtree(token) if not doc[i].is_punct and not doc[i].is_space), token.i)
    before = word_before(doc, first)
    return before is not None and before.text in (",", "—", "–", "--", "(", ";", ":")


def runs(doc: Doc, indices: list[int]) -> Iterator[Span]:
    """The contiguous stretches of these tokens, white space between them not counted, trimmed at their edges."""
    if not indices:
        return
    start, end = indices[0], indices[0]
    for index in indices:
        if index > end and any(not doc[i].is_space for i in range(end, index)):
            yield from _trimmed(doc, start, end)
            start = index
        end = index + 1
    yield from _trimmed(doc, start, end)


Edges = tuple[int, int]
"""First and last token (half-open)."""
OPENING, CLOSING = "([“‘«\"'", ")]”’»\"'"


def _trimmed(doc: Doc, start: int, end: int) -> Iterator[Span]:
    """Without commas, dashes and stops at the edges, nor a bracket or mark whose partner is elsewhere."""
    while start < end and (doc[start].is_space or _is_loose(doc, start, start, end)):
        start += 1
    while start < end and (doc[end - 1].is_space or _is_loose(doc, end - 1, start, end)):
        end -= 1
    while end - start > 2 and doc[start].text in OPENING and _is_whole_quotation(doc, start, end):
        start, end = start + 1, end - 1
        while end > start and doc[end - 1].text in (",", ".", ";", ":"):
            end -= 1
    if start < end:
        yield doc[start : _with_partner(doc, start, end)]


def _with_partner(doc: Doc, start: int, end: int) -> int:
    """The end, moved behind the closing mark of a quotation that begins inside: `is "from the heart"`; a comma or stop
    before the mark ends the claim."""
    closes = end < len(doc) and doc[end].text in '”"'
    return end + (closes and sum(token.text in '“”"' for token in doc[start:end]) % 2)


def _is_whole_quotation(doc: Doc, start: int, end: int) -> bool:
    """One pair of marks around everything: they belong to who quotes, not to what is said; so do brackets around a
    clause."""
    if doc[start].text in "([" and not any(token.pos_ in ("VERB", "AUX") for token in doc[start:end]):
        return False
    signs = {"‘": "‘’", "(": "()", "[": "[]"}.get(doc[start].text, '“”"«»')
    marks = [i for i in range(start, end) if doc[i].text in signs]
    return marks == [start, end - 1]


def _is_loose(doc: Doc, at: int, start: int, end: int) -> bool:
    token = doc[at]
    if token.text in ("%", "$", "€", "£", "₹", "¥") or not (
        token.is_punct or token.text in ("—", "–", "-", "--")
    ):
        return False
    if token.text in OPENING and at == start:
        return not any(other.text in CLOSING for other in doc[at + 1 : end])
    if token.text in CLOSING and at == end - 1:
        # a mark behind a stop ends the quotation, not the words: “… at all.”
        stopped = doc[at - 1].text in (",", ".", ";", ":") and doc[start].text not in OPENING
        return stopped or not any(other.text in OPENING for other in doc[start:at])
    return True


def edges(doc: Doc, row: Row) -> Edges | None:
    """Those of what a row stands on; None where no token stands there."""
    span = tokens_of(doc, row["span"])
    return (span.start, span.end) if span is not None else None
