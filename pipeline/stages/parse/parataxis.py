"""Hangs a saying that is set off on what is said, as `parataxis`, wherever the parser hung it."""

from spacy.tokens import Doc, Token

from pipeline.stages.parse.asides import Aside, asides, helps, top
from pipeline.stages.parse.labels import HELPERS, NOMINAL, SUBJECTS
from pipeline.stages.parse.tree import Tree

MAIN = frozenset({"ROOT", "conj", "parataxis", "ccomp", "advcl", "acl", "acl:relcl", "advcl:relcl"})


def hang(doc: Doc) -> None:
    """Change heads and labels in place, inside a sentence only; a saying that is hung well already stays."""
    tree = Tree(doc)
    for aside in asides(doc):
        content = None if _hangs_well(aside) else _content(aside)
        if content is not None:
            _hang(tree, aside, content)
        around = content or aside.verb.head
        subject = _lost_subject(aside, around)
        if subject is not None:
            tree.hang(subject, around, "nsubj")
        relative = _relative_behind(aside)
        if relative is not None:
            tree.hang(relative, top(aside.who, aside.verb))
    tree.write()


def _relative_behind(aside: Aside) -> Token | None:
    """ "…, says Rana, who bakes": hung on a noun before the saying, though "who" is the speaker."""
    doc = aside.verb.doc
    who = doc[aside.end + 1] if aside.end + 1 < aside.verb.sent.end else doc[aside.end - 1]
    clause = who.head
    wrong = clause.dep_.startswith("acl") and clause.head.i < aside.start and clause.i > who.i
    return clause if who.lower_ in ("who", "whose") and wrong else None


def _hangs_well(aside: Aside) -> bool:
    """It has its subject, and either hangs on the content or has the content under it, in one piece."""
    verb = aside.verb
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    if len(subjects) != 1 or not aside.start <= subjects[0].i < aside.end:
        return False
    if subjects[0].dep_ == "nsubj:pass" and not _is_told(aside):
        return False
    if verb.dep_ == "parataxis":
        nominal = verb.head.dep_ in SUBJECTS or verb.head.pos_ in NOMINAL | {"DET"}
        return not nominal or _is_main(verb.head)
    return any(child.dep_ == "ccomp" and _is_whole(child) for child in verb.children)


def _is_whole(content: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in content.lefts) or content.tag_ == "VB"


def _is_told(aside: Aside) -> bool:
    """In the passive: "I am told"."""
    return any(token.lemma_ == "be" for token in aside.verb.doc[aside.who.end : aside.verb.i])


def _hang(tree: Tree, aside: Aside, content: Token) -> None:
    verb, inside = aside.verb, range(aside.start, aside.end)
    chain = tree.above(content)
    anchor = next((i for i in tree.above(verb) if i not in inside), None)
    for token in verb.sent:
        of_speaker = token.dep_ in ("appos", "acl:relcl", "acl") and token.head in aside.who
        if token.i in inside or tree.heads[token.i] not in inside or of_speaker:
            continue
        if token.i not in chain:
            tree.hang(token, content)
        elif anchor is None or anchor in chain[: chain.index(token.i) + 1]:
            tree.hang(token, token, "ROOT")
        else:
            tree.hang(token, verb.doc[anchor])
    tree.hang(verb, content, "parataxis")
    if verb.pos_ == "INTJ":
        verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBP", verb.lower_
    for token in verb.doc[aside.start : aside.end]:
        if token != verb and tree.heads[token.i] not in inside:
            tree.hang(token, verb, "aux" if helps(token) else "obl" if token.pos_ in NOMINAL else None)
    tree.hang(top(aside.who, verb), verb, "nsubj:pass" if _is_told(aside) else "nsubj")


def _content(aside: Aside) -> Token | None:
    """The main predicate outside: that of the clause which the saying interrupts, else the root's."""
    outside = [token for token in aside.verb.sent if not aside.start <= token.i < aside.end]
    heads = [token for token in outside if _is_main(token)]
    torn = [head for head in heads if head.i >= aside.end and _begins_before(head, aside)]
    root = aside.verb.sent.root
    if torn:
        return torn[-1]
    behind = next((t for t in outside if t.i >= aside.end and _is_finite(t) and t.dep_ not in HELPERS), None)
    if behind is not None and _lost_subject(aside, behind) is not None:
        return behind
    return root if root in heads else next(iter(heads), None)


def _lost_subject(aside: Aside, content: Token) -> Token | None:
    """ "Rents, we are assured, will fall": the noun before, where the verb right behind the saying has no subject."""
    if content.i < aside.end or any(child.dep_ in SUBJECTS for child in content.lefts):
        return None
    verbs = [content.i, *(child.i for child in content.lefts if child.dep_ == "cop")]
    between = content.doc[aside.end + 1 : min(verbs)]
    before = [t for t in content.sent if t.i < aside.start - 1 and not t.is_space]
    if not before or any(t.pos_ not in ("AUX", "ADV", "PART") for t in between):
        return None
    if any(t.pos_ in ("VERB", "AUX") or t.text == "," for t in before):
        return None
    nouns = [
        t
        for t in before
        if t.pos_ in ("NOUN", "PROPN", "PRON") and t.dep_ not in ("compound", "nmod", "flat")
    ]
    return next((t for t in nouns if t.head not in before or t.head == t), None)


def _begins_before(head: Token, aside: Aside) -> bool:
    return any(child.i < aside.start and child.dep_ not in ("punct", "cc") for child in head.children)


def _is_main(token: Token) -> bool:
    """A finite predicate with its subject that no subordinator opens."""
    if token.dep_ not in MAIN or any(
        child.dep_ == "mark" and child.lower_ != "to" for child in token.children
    ):
        return False
    return _is_finite(token) and any(child.dep_ in SUBJECTS for child in token.children)


def _is_finite(token: Token) -> bool:
    verbs = [token, *(child for child in token.children if child.dep_ in HELPERS)]
    return any(verb.tag_ in ("VBD", "VBZ", "VBP", "MD") for verb in verbs)
