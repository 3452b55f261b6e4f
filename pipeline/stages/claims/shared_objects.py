"""Right-node raising, what two joined verbs share behind the second: "must listen to, and learn from, [the traders]".

The first lacks it, or, where the parser hung it there, the second does. Read from the words: the joint stands behind a
comma or dash, a mark of the same sort stands behind the second verb, and what follows is what both take.
"""

from pipeline.plain import Doc, Token
from pipeline.stages.claims.subjects import Clause
from pipeline.stages.claims.tree import base, is_set_off, subtree

PAIRS = {",": ",", "—": "—", "–": "–", "--": "--"}
TAKING = ("obj", "ccomp", "xcomp", "obl", "nmod", "parataxis", "appos", "conj", "iobj")
TAKEN = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "SCONJ", "SYM"})
LONGEST = 12  # tokens between the marks


def share(clauses: list[Clause]) -> None:
    """Each of the two gets the words as `shared`; the mark before them is left out."""
    for second in clauses:
        first = second.above
        if first is not None and second.link.name == "contrast":
            _share_cleft(first, second)
        if first is None or second.link.name != "conj" or first.shared or second.shared:
            continue
        mark = _second_mark(first, second)
        words = _shared(first, second, mark) if mark else []
        if mark and any(one.above is second and one.link.name == "content" for one in clauses):
            first.asserts = False  # "The ministers believed, and still believe, that …"
        if words:
            second.own = [i for i in second.own if i != mark]
            first.own = [i for i in first.own if i != mark]
            for clause in (first, second):
                clause.shared = words if not set(words) <= set(clause.own) else []


def _share_cleft(first: Clause, second: Clause) -> None:
    """ "It was not the drought but the pumps [that emptied the lake]"."""
    verb = next((one for one in second.head.rights if base(one) == "acl" and not is_set_off(one)), None)
    it = first.subject is not None and first.subject.lower_ == "it"
    if verb is not None and it and not any(base(one) == "acl" for one in first.head.rights):
        first.shared = [i for i in subtree(verb) if not (verb.doc[i].is_punct or verb.doc[i].is_space)]


def _second_mark(first: Clause, second: Clause) -> int:
    """The mark behind the second verb, of the sort that stands before the joint; 0 where there is no such pair."""
    doc, joint = second.head.doc, next((one for one in second.head.lefts if base(one) == "cc"), None)
    mark = PAIRS.get(doc[joint.i - 1].text) if joint is not None and joint.i > 1 else None
    if joint is None or mark is None or not _is_bare(first, joint.i - 1):
        return 0
    end = second.head.i + 1
    if mark == ",":
        end += end < len(doc) and _is_stranded(doc[end], second.head)
        return end if end < len(doc) and doc[end].text == mark else 0
    behind = doc[end : min(end + LONGEST, len(doc))]
    return next((one.i for one in behind if one.text == mark), 0)


def _is_bare(first: Clause, end: int) -> bool:
    """The first verb, at most with its preposition, stands right before the mark, and takes nothing."""
    verb = first.head
    words = verb.doc[verb.i + 1 : end]
    takes = any(base(one) in ("obj", "ccomp", "xcomp") and verb.i < one.i < end for one in verb.children)
    return verb.i < end and not takes and all(_is_stranded(one, verb) for one in words)


def _is_stranded(word: Token, verb: Token) -> bool:
    """`to` of "listen to, and"."""
    return word.pos_ == "ADP" and word.doc[word.i + 1].is_punct and word.i - verb.i == 1


def _shared(first: Clause, second: Clause, mark: int) -> list[int]:
    """The words behind the mark that one of the two takes."""
    own = {*first.own, *second.own}
    doc: Doc = second.head.doc
    words = [i for i in sorted(own) if i > mark]
    while words and (doc[words[-1]].is_punct or doc[words[-1]].is_space):
        words.pop()
    if not words or words[0] != mark + 1 or doc[words[0]].pos_ not in TAKEN:
        return []
    heads = (first.head, second.head)
    top = next((doc[i] for i in words if doc[i].head in heads and doc[i].i > mark), None)
    return words if top is not None and base(top) in TAKING else []
