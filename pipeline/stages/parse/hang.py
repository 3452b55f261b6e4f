"""Hangs a saying that is set off on what is said, as `parataxis`, wherever the parser hung it."""

from spacy.tokens import Doc, Token

from pipeline.stages.parse.asides import Aside, asides, top
from pipeline.stages.parse.tree import Tree

MAIN = frozenset({"ROOT", "conj", "parataxis", "ccomp", "advcl", "acl", "acl:relcl", "advcl:relcl"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "SYM", "NUM"})


def hang(doc: Doc) -> None:
    """Change heads and labels in place, inside a sentence only; a saying that is hung well already stays."""
    tree = Tree(doc)
    for aside in asides(doc):
        content = None if _hangs_well(aside) else _content(aside)
        if content is not None:
            _hang(tree, aside, content)
    tree.write()


def _hangs_well(aside: Aside) -> bool:
    """It has its subject, and either hangs on the content or has the content under it, in one piece."""
    verb = aside.verb
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    if len(subjects) != 1 or not aside.start <= subjects[0].i < aside.end:
        return False
    return verb.dep_ == "parataxis" or any(child.dep_ == "ccomp" for child in verb.children)


def _hang(tree: Tree, aside: Aside, content: Token) -> None:
    verb, inside = aside.verb, range(aside.start, aside.end)
    root = verb.sent.root
    for token in verb.sent:
        if token.i not in inside and token.head.i in inside:
            tree.hang(token, content)
    if root.i in inside:
        tree.hang(content, content, "ROOT")
    tree.hang(verb, content, "parataxis")
    if verb.pos_ == "INTJ":
        verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBP", verb.lower_
    for token in verb.doc[aside.start : aside.end]:
        if token != verb and token.head.i not in inside:
            tree.hang(token, verb, "obl" if token.pos_ in NOMINAL else None)
    passive = any(token.lemma_ == "be" for token in verb.doc[aside.who.end : verb.i])
    tree.hang(top(aside.who, verb), verb, "nsubj:pass" if passive else "nsubj")


def _content(aside: Aside) -> Token | None:
    """The main predicate outside: that of the clause which the saying interrupts, else the root's."""
    outside = [token for token in aside.verb.sent if not aside.start <= token.i < aside.end]
    heads = [token for token in outside if _is_main(token)]
    torn = [head for head in heads if head.i >= aside.end and _begins_before(head, aside)]
    root = aside.verb.sent.root
    if torn:
        return torn[-1]
    return root if root in heads else next(iter(heads), None)


def _begins_before(head: Token, aside: Aside) -> bool:
    return any(child.i < aside.start and child.dep_ not in ("punct", "cc") for child in head.children)


def _is_main(token: Token) -> bool:
    """A finite predicate with its subject that no subordinator opens."""
    if token.dep_ not in MAIN or any(child.dep_ == "mark" for child in token.children):
        return False
    verbs = [token, *(child for child in token.children if child.dep_ in ("aux", "aux:pass", "cop"))]
    finite = any(verb.tag_ in ("VBD", "VBZ", "VBP", "MD") for verb in verbs)
    return finite and any(child.dep_ in SUBJECTS for child in token.children)
