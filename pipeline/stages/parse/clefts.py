"""`What he said was that P`, `the minister's claim is that P`: UD makes P the root, and the saying its outer subject.

The rules read sayings from above, so the saying becomes the head and P its `ccomp`.
"""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from pipeline.lexicon import column, table
from pipeline.stages.parse.tree import Tree

OUTER = frozenset({"nsubj", "nsubj:outer", "nsubj:pass", "csubj", "csubj:outer"})
WHAT = frozenset({"what", "all"})
NOT = frozenset({"not", "n't", "n’t", "never", "no"})
"""What he did not say, the author says."""


def uncleave(doc: Doc) -> None:
    """Change heads and labels in place, inside a sentence only."""
    found = list(_clefts(doc))
    if not found:
        return
    tree = Tree(doc)
    for content, saying, copula in found:
        tree.hang(saying, saying if content.head == content else content.head, content.dep_)
        tree.hang(content, saying, "ccomp")
        for token in content.children:
            if token.i <= copula.i and token != saying and not token.is_ancestor(saying):
                tree.hang(token, saying)
        for token in (one for one in saying.ancestors if one in content.children and one != saying):
            tree.hang(token, saying, "obj")  # the "what" of "what he said"
    tree.write()


def _clefts(doc: Doc) -> Iterator[tuple[Token, Token, Token]]:
    """(content, saying, copula) of each."""
    for that in doc:
        if that.lower_ != "that" or that.dep_ != "mark" or that.i == 0:
            continue
        content, copula = that.head, that.nbor(-1)
        if copula.head != content or copula.lemma_ != "be" or content.i < that.i:
            continue
        subject = next((c for c in content.children if c.dep_ in OUTER and c.i < copula.i), None)
        saying = _saying(subject) if subject is not None else None
        if saying is not None and any(c.dep_ in OUTER | {"expl"} and c.i > that.i for c in content.children):
            yield content, saying, copula


def _saying(subject: Token) -> Token | None:
    """The noun of saying, or the verb of saying in "what he said"."""
    if subject.pos_ == "NOUN" and subject.lemma_.lower() in column("attribution_nouns", "lemma"):
        return subject
    verbs = [c for c in subject.children if c.dep_ == "acl:relcl"] if subject.lower_ in WHAT else [subject]
    said = (verb for verb in verbs if verb.pos_ == "VERB" and verb.lemma_.lower() in _verbs())
    return next((verb for verb in said if not any(c.lower_ in NOT for c in verb.children)), None)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(r["lemma"] for r in table("reporting_verbs") if "that" in r["takes"].split())
