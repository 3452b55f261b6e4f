"""Hangs a condition on the clause that it is a condition of, where the parser took the condition for the main clause.

"Had the council listened, the bridge would stand" and "If rents fall, whoever pays them gains": small parsers make
the first verb the root and the second its `parataxis` or `conj`.
"""

from spacy.tokens import Doc, Token

from pipeline.stages.parse.labels import SUBJECTS
from pipeline.stages.parse.tree import Tree

JOINED = frozenset({"parataxis", "conj", "ccomp"})
OPENERS = frozenset({"if", "had", "were", "should", "however"})
"""One of these hangs on every condition."""
WOULD = frozenset({"would", "could", "might", "should", "'d", "’d"})


def condition(doc: Doc) -> None:
    """Change heads and labels in place, inside a sentence only."""
    tree = Tree(doc)
    for sentence in doc.sents:
        heads = {_verb(word).i for word in sentence if word.lower_ in OPENERS}
        if not heads or sentence.text.rstrip("\"'”’ \n").endswith("?"):
            continue
        for token in (doc[i] for i in sorted(heads)):
            main = _main(token) if _is_condition(token) else None
            if main is not None:
                _swap(tree, token, main)
    tree.write()


def _verb(word: Token) -> Token:
    """What the opening word hangs on; "however" hangs on an adverb of it."""
    return word.head.head if word.lower_ == "however" else word.head


def _is_condition(token: Token) -> bool:
    return (
        _is_inverted(token)
        or _is_concession(token)
        or any(one.dep_ == "mark" and one.lower_ == "if" and one.i == _first(token) for one in token.lefts)
    )


def _is_concession(token: Token) -> bool:
    """ "However loudly they complain": "however" right before an adverb or adjective."""
    first = token.doc[_first(token)]
    after = token.doc[first.i + 1] if first.i + 1 < len(token.doc) else first
    return first.lower_ == "however" and after.pos_ in ("ADV", "ADJ") and first.head == after


def _is_inverted(token: Token) -> bool:
    """`Had it rained`, `should she ring`: a helper as its first word, the subject behind it."""
    subjects = [one for one in token.lefts if one.dep_ in SUBJECTS]
    if not subjects:
        return False
    first = token.doc[_first(token)]
    helps = first.head == token and first.lower_ in ("had", "were", "should") and first != token
    return helps and first.i < subjects[0].i


def _first(token: Token) -> int:
    """The first word of the clause, "and" not counted."""
    words = [one.left_edge.i for one in token.lefts if one.dep_ not in ("punct", "cc")]
    return min([token.i, *words])


def _main(token: Token) -> Token | None:
    """The finite clause behind a comma that hangs on the condition; an inverted one asks for "would"."""
    for one in token.rights:
        helpers = [child for child in one.children if child.dep_ in ("aux", "aux:pass", "cop")]
        named = any(child.dep_ in SUBJECTS for child in one.lefts)
        finite = any(verb.tag_ in ("VBD", "VBZ", "VBP", "MD") for verb in (one, *helpers))
        joint = any(child.dep_ == "cc" for child in one.lefts)
        behind = token.doc[one.left_edge.i - 1].text == "," or token.doc[one.left_edge.i].text == ","
        if one.dep_ not in JOINED or not (named and finite and (behind or joint)):
            continue
        if _is_inverted(token):
            if any(helper.lower_ in WOULD for helper in helpers):
                return one
        elif not joint and not any(child.dep_ == "mark" for child in one.lefts):
            return one
    return None


def _swap(tree: Tree, token: Token, main: Token) -> None:
    above = main if token.head == token else token.head
    tree.hang(main, above, token.dep_)
    tree.hang(token, main, "advcl")
    for one in token.rights:  # what goes on behind the main clause belongs to it
        if one.i > main.i and one.dep_ in ("conj", "punct", "parataxis", "advcl"):
            tree.hang(one, main)
