"""Small questions about money words: where a figure hangs in the tree, behind which preposition, of what sort it is."""

from pipeline.lexicon import mapping
from pipeline.marks import Row, tokens_of
from pipeline.plain import Doc, Token
from pipeline.stages.claims.tree import base

MONEY = frozenset({"gift", "loan", "charge", "penalty", "debt"})
"""The kinds of table instruments that are sums themselves; a budget, a bill or a contract only has one."""
MEASURES = frozenset({"of", "worth", "totalling", "totaling"})
"""What stands between a noun and its sum: "a fund *of* $3 million", "arms *worth* $3 million"."""


def root_of(doc: Doc, row: Row) -> Token | None:
    """The token on which the others of a figure or a date hang; "a year" behind it may hang elsewhere."""
    core = row.get("core") or row["span"]
    span = tokens_of(doc, core)
    return span.root if span is not None else None


def kind_of(token: Token | None) -> str:
    """The kind of a noun that names a sort of money ("loan" → `loan`, "royalty" → `charge`), else ""."""
    if token is None or token.pos_ != "NOUN":
        return ""
    if (
        not token.text.islower() and token.i != token.sent.start
    ):  # "the Fund" is a body, "Aid" at the front is none
        return ""
    return mapping("instruments", "lemma", "kind").get(token.lemma_.lower(), "")


def marker_of(token: Token, amount: Row) -> str:
    """The preposition before a noun, or ""; "between" and "over" belong to the sum itself."""
    start, end = amount["span"]["start"], amount["span"]["end"]
    for one in token.children:
        if base(one) == "case" and one.i < token.i and not start <= one.idx < end:
            return str(one.lower_)
    if not start <= token.idx < end:
        return ""
    first = token  # of the sum
    while first.i and first.nbor(-1).idx + len(first.nbor(-1)) > start:
        first = first.nbor(-1)
    before = first.nbor(-1) if first.i else token  # the parser hung it on another word of the sum
    return str(before.lower_) if before.pos_ == "ADP" and base(before) == "case" else ""


def is_passive(verb: Token) -> bool:
    """ "was paid", or a bare participle behind its noun: "the sum paid"."""
    helped = any(base(one) == "aux" for one in verb.children)
    bare = verb.tag_ == "VBN" and not helped and base(verb) in ("acl", "advcl")
    return bare or any(one.dep_ == "aux:pass" for one in verb.children)
