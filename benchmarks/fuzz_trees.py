"""A component that makes parses wrong, for fuzz.py: heads, dependencies and tags that no model of ours would give.

What it does depends on the text alone, so that a second reading is damaged alike.
"""

from random import Random

from spacy.language import Language
from spacy.tokens import Doc, Token

TREE = "fuzz_tree"
SHARE = 0.1
"""Of the tokens, for each kind of damage."""
DEPS = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "nmod:poss", "advcl", "acl", "acl:relcl", "ccomp",
    "xcomp", "csubj", "conj", "cc", "cop", "aux", "aux:pass", "mark", "case", "det", "amod", "advmod",
    "nummod", "compound", "compound:prt", "flat", "fixed", "appos", "parataxis", "discourse", "expl",
    "punct", "dep", "list", "orphan", "vocative", "obl:tmod",
)  # fmt: skip
"""Universal Dependencies."""


@Language.component(TREE)
def damaged(doc: Doc) -> Doc:
    """Heads stay within their sentence and make a tree; all else may be wrong."""
    random = Random(doc.text)
    words = [token for token in doc if not token.is_space]
    for token in words:
        if random.random() < SHARE:
            token.dep_ = random.choice(DEPS) if token.head != token else token.dep_
        if random.random() < SHARE:
            other = random.choice(words)
            token.pos, token.tag_ = other.pos, other.tag_
        if random.random() < SHARE:
            token.lemma_ = random.choice(words).lemma_
        if random.random() < SHARE:
            _moved(token, random)
    return doc


def _moved(token: Token, random: Random) -> None:
    """Under another head of the sentence that does not stand under it."""
    sentence = token.sent
    head = random.choice([*sentence])
    if token.head != token and head != token and not token.is_ancestor(head):
        token.head = head
