"""Where the noun phrase of a speaker begins and ends."""

from pipeline.plain import Token
from pipeline.stages.attribution.clause import CLAUSES, EDGES, SUBJECTS, after_comma, children, marked

AHEAD = frozenset({"case", "mark", "punct", "cc", "advmod", "discourse", "cop"})
BEHIND = frozenset({"acl:relcl", "appos", "parataxis", "punct", "discourse", "list", "dep"})
MODIFIERS = frozenset({"nmod", "obl", "acl", "advcl", "amod"})


def noun_phrase(head: Token) -> list[Token]:
    """The words of a speaker: its modifiers, conjuncts, and a name that stands beside it; no relative clause, no
    other apposition, no preposition before it."""
    out = {t.i for token in head.subtree if token != head and _is_outside(token, head) for t in token.subtree}
    kept = [t for t in head.subtree if t == head or (t.i not in out and not t.is_space)]
    block = _block(kept, head)
    while len(block) > 1 and (block[-1].text in EDGES or block[-1].dep_ == "cc"):
        block = block[:-1]
    while len(block) > 1 and block[0].text in EDGES:
        block = block[1:]
    return block


def _is_outside(token: Token, head: Token) -> bool:
    if token.dep_ == "appos" and is_name_of(token, head):
        return False
    if token.i < head.i:
        clausal = token.dep_ in CLAUSES and token.pos_ in {"VERB", "AUX"}
        return clausal or (token.head == head and (token.dep_ in AHEAD or _is_adjunct(token)))
    if token.dep_ == "punct" and (token.head != head or token.tag_ == "HYPH"):
        return False  # inside the phrase: "A, B and C", "auditor-general"
    own_case = token.head == head and token.dep_ == "case"  # the 's of a possessor
    return own_case or token.dep_ in BEHIND or (token.head == head and _is_afterthought(token, head))


def is_name_of(token: Token, head: Token) -> bool:
    """ "the minister, Ana Silva": the apposition is a name, and what it stands beside is none."""
    return token.head == head and token.pos_ == "PROPN" and head.pos_ == "NOUN" and token.i > head.i


def _is_adjunct(token: Token) -> bool:
    """ "In Manchester, the officer", hung on the officer."""
    return token.dep_ in {"obl", "nmod", "advcl"} and bool(children(token, "case", "mark"))


def _is_afterthought(token: Token, head: Token) -> bool:
    """A conjunct that no "and" joins, a modifier behind a comma, a clause ("a report that the centre released")."""
    if token.dep_ == "conj":
        return not any(children(c, "cc") for c in children(head, "conj"))
    if token.dep_ in MODIFIERS and after_comma(token):
        return True
    return token.dep_ == "acl" and bool(children(token, "mark", *SUBJECTS)) and not marked(token, "to")


def _block(kept: list[Token], head: Token) -> list[Token]:
    """The run of neighbours around the head; a comma that was taken out does not part conjuncts or a name."""
    left = right = next(i for i, t in enumerate(kept) if t.i == head.i)
    while left > 0 and kept[left].i - kept[left - 1].i == 1:
        left -= 1
    while right + 1 < len(kept) and _joins(kept[right], kept[right + 1], head):
        right += 1
    return kept[left : right + 1]


def _joins(one: Token, other: Token, head: Token) -> bool:
    gap = other.i - one.i
    named = any(is_name_of(t, head) and other.i == t.left_edge.i for t in children(head, "appos"))
    return gap == 1 or (gap == 2 and (other.dep_ in {"conj", "cc"} or named))
