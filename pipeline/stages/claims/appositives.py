"""What stands behind a noun between commas and tells of it, without a verb: a quality, a description, a bare sum.

`Rana, a former judge,`, `trade, worth $3m,`, `the payments, $7m and $6m,`; `Curtis, the welder,` tells nothing new.
"""

from pipeline.lexicon import column
from pipeline.plain import Token
from pipeline.stages.claims.link import Link
from pipeline.stages.claims.tree import NOMINAL, base, child, is_listed, is_set_off, subject_of, subtree

NEAR = 3  # words from a verb to an aside behind it: a particle and a comma


def is_quality(token: Token) -> bool:
    """`Ruvia, poorer than Chad in 2005,`, `trade, worth $3m,`: an adjective with what it takes, set off behind its
    noun."""
    noun = token.head.pos_ in NOMINAL and token.head.i < token.i
    takes = any(base(one) in ("obl", "obj", "nmod") for one in token.rights)
    bare = token.pos_ == "ADJ" and subject_of(token) is None and child(token, "cop", "det", "mark") is None
    return noun and takes and bare and is_set_off(token) and not _in_brackets(token)


def appositive(token: Token, head: Token, cues: frozenset[int]) -> Link | None:
    """`Rana, a former judge,` asserts; `the minister, Rana` and `(UNTAC)` name."""
    if is_quality(token):
        return Link("appositive", "elaborates")
    if is_measure(token):
        return Link("partitive" if portion(token) else "appositive", "elaborates")
    if not is_set_off(token) or token.pos_ != "NOUN" or base(token.head) in ("root", "conj"):
        return None
    if token.head.pos_ in ("SYM", "NUM") or _is_share(token):
        return None
    if is_listed(token) or _only_names(token) or is_lost_object(token) or _goes_on(token):
        return None
    modified = any(base(one) in ("det", "amod", "nmod", "nummod", "acl") for one in token.children)
    return Link("appositive", "elaborates") if modified and not _in_brackets(token) else None


def sums_up(token: Token, head: Token) -> bool:
    """`The bank closed in May, a move that surprised nobody`: said of all that stands before it, wherever the parser
    hung it (a summative appositive: Quirk et al. 1985, 17.80 f. treat it with the sentential relative clause)."""
    if token.lemma_.lower() not in column("summative_nouns", "lemma"):
        return False
    subject = subject_of(head)
    behind = subject is not None and subject.i < head.i < token.i
    behind = behind and (token.head == subject or token.i not in subtree(subject))
    opened = any(base(one) == "det" and one.lower_ in ("a", "an") for one in token.lefts)
    told = any(base(one) in ("acl", "nmod", "amod") for one in token.children)
    listed = is_listed(token) or _goes_on(token)
    return behind and opened and told and is_set_off(token) and not listed and not _in_brackets(token)


def _is_share(token: Token) -> bool:
    """`worth $2bn, about a fifth of what the country makes`: said of the sum before it (see `trailing_phrases.py`);
    `half goes on pay, a fifth on fuel`: of the verb (see `gapping.py`)."""
    of = any(base(one) == "nmod" and one.lower_ == "what" for one in token.rights)
    case = child(token.head, "case")
    marks = (child(one, "case") for one in token.rights if base(one) == "nmod")
    again = (
        case is not None
        and case.lower_ != "of"
        and any(mark and mark.lower_ == case.lower_ for mark in marks)
    )
    return (of or again) and token.lower_ in column("fractions", "word")


def is_measure(token: Token) -> bool:
    """`the last payments, $7m and $6m, …`, `the first wells, 200 of them, …`: bare figures that two commas part from a
    noun without one."""
    noun, words = token.head, [i for i in subtree(token) if not token.doc[i].is_punct]
    counted = any(base(one) == "nummod" for one in noun.children) or noun.pos_ not in ("NOUN", "PROPN")
    if token.pos_ not in ("SYM", "NUM") or counted or not words or not is_set_off(token) or noun.i > token.i:
        return False
    verb = any(token.doc[i].pos_ in ("VERB", "AUX") for i in words)
    closed = words[-1] + 1 < len(token.doc) and token.doc[words[-1] + 1].text in (",", ".")
    opened = token.doc[words[0] - 1].text == ","
    joint = any(one.tag_ == "CC" for one in token.lefts)
    return opened and closed and not verb and not joint and not _in_brackets(token)


def portion(token: Token) -> list[int]:
    """`200 of them [in Gao]`: the words of a part of what stands before, if more is said of it; else none."""
    words = subtree(token)
    whole = next((i for i in words if token.doc[i].lower_ in ("them", "it", "these") and i > token.i), None)
    said = [i for i in words if whole is not None and i > whole and not token.doc[i].is_punct]
    return (
        [i for i in words if whole is not None and i <= whole and not token.doc[i].is_punct] if said else []
    )


def _only_names(token: Token) -> bool:
    """`Curtis, the welder,` and `the pact, all 40 pages of it,` tell nothing new."""
    words = [one for one in token.children if base(one) not in ("punct", "det", "appos", "conj", "cc")]
    first = next((token.doc[i] for i in subtree(token) if not token.doc[i].is_punct), token)
    return first.lower_ == "all" or (first.lower_ == "the" and not words)


def _goes_on(token: Token) -> bool:
    """`controls the shore, the post and 6,000 men`: a list behind a verb, of which the parser made an apposition."""
    noun = token.head
    last = next((one for one in token.rights if base(one) == "conj"), None)
    joined = last is not None and any(cc.lower_ in ("and", "or") for cc in last.lefts)
    first = next((token.doc[i] for i in subtree(token) if not token.doc[i].is_punct), token)
    opened = first.lower_ in ("a", "an")
    behind_verb = noun.pos_ == "NOUN" and base(noun) in ("obj", "obl", "nmod")
    return joined and behind_verb and not opened


def is_lost_object(token: Token) -> bool:
    """`signed, with officials, an agreement`: the object of the verb, behind what stands between commas."""
    aside, verb = token.head, token.head.head
    first = next((i for i in subtree(aside) if not token.doc[i].is_punct), aside.i)
    near = 0 < first - verb.i <= NEAR
    return (
        near
        and base(aside) == "obl"
        and is_set_off(aside)
        and verb.pos_ == "VERB"
        and child(verb, "obj") is None
    )


def _in_brackets(token: Token) -> bool:
    return any(one.text in "()[]" for one in token.subtree)
