"""Sentence → clauses that assert something, each with its own words and the words it borrows.

A clause is found by walking down the dependency tree from the root: at each word, a rule says whether a new
clause opens there. What it opens with is its `link`; a link says too whether the words stay in the clause above
(a `since` phrase is an argument and a claim) and how the two relate. Rulings: corpus/GUIDELINES.md, 2.
"""

from pipeline.lexicon import column, mapping, select
from pipeline.plain import Span, Token
from pipeline.stages.claims.adjunct_clauses import absolute_head
from pipeline.stages.claims.chains import DASHES
from pipeline.stages.claims.link import Link
from pipeline.stages.claims.openers import is_reason, opens
from pipeline.stages.claims.recovered_subjects import recover_subjects
from pipeline.stages.claims.subjects import VERBLESS, Clause, give_subject
from pipeline.stages.claims.tree import (
    NOMINAL,
    base,
    is_finite,
    is_participle,
    is_predicate,
    subject_of,
    subtree,
)

ROOT = Link("root")
FINITE = Link("finite")
SHORT = 4  # words


def rescued(stretch: Span, taken: frozenset[int] = frozenset()) -> list[Clause]:
    """A clause for words in which the parser took a noun for the root though a finite verb is there.

    `taken`: tokens of clauses that are known inside the stretch."""
    free = [token for token in stretch if token.i not in taken]
    head = next((token for token in free if token.tag_ in ("VBD", "VBZ", "VBP", "MD")), None)
    if head is None or head.i == stretch.start:
        return []
    if head.tag_ == "MD":
        head = next((token for token in free if token.i > head.i and token.tag_ == "VB"), head)
    clause = Clause(head, FINITE, None, path=FINITE.name)
    clause.own = [token.i for token in free if not token.is_space]
    clause.own = sorted(set(clause.own) - _edges(clause))
    clause.subject_words = [i for i in clause.own if i < head.i and head.doc[i].tag_ != "MD"]
    nouns = [i for i in clause.subject_words if head.doc[i].pos_ in NOMINAL]
    clause.subject = head.doc[nouns[-1]] if nouns else None
    return [clause] if nouns else []


def clauses_of(root: Token, cues: frozenset[int]) -> list[Clause]:
    """Every clause of a sentence, in order of their heads. `cues`: tokens that are words of saying; a clause
    headed by one says only that something was said, so it asserts nothing itself."""
    found = [_opened(root, ROOT, None, cues)]
    # grows while it is read: no recursion, for a bad parse may be a thousand levels deep
    for clause in found:
        found += _walk(clause, cues)
    _move_afterthoughts(found)
    _cut_tail(found[0])
    for clause in found:  # clauses above come first: a clause below may borrow from them
        clause.own = sorted(set(clause.own) - _edges(clause))
        give_subject(clause)
        clause.asserts = clause.asserts and not _is_stump(clause)
    return sorted(recover_subjects(found), key=lambda clause: clause.head.i)


def _opened(head: Token, link: Link, above: Clause | None, cues: frozenset[int]) -> Clause:
    verbless = link.name in VERBLESS
    asserts = head.i not in cues and (is_predicate(head) or verbless)
    asserts = asserts and link.name != "aside" and not any(is_reason(head, one) for one in head.children)
    path = f"{above.path}/{link.name}" if above else link.name
    return Clause(head, link, above, asserts=asserts, path=path)


def _is_stump(clause: Clause) -> bool:
    """A participle for a root, without subject: the parser lost the verb of the sentence."""
    lost = is_participle(clause.head) and not is_finite(clause.head)
    spoken = clause.link.name == "content" and clause.head.tag_ == "VBG"
    return (clause.link is ROOT or spoken) and clause.subject is None and lost


def _walk(clause: Clause, cues: frozenset[int]) -> list[Clause]:
    """Take the words under the clause's head into it; the clauses that open on the way, not yet walked."""
    below: list[Clause] = []
    todo = [clause.head]
    while todo:
        token = todo.pop()
        clause.own.append(token.i)
        for one in token.children:
            if cues and any(case.i in cues and base(case) == "case" for case in one.children):
                continue  # "according to the census": says who, not what
            link = opens(one, clause.head, cues)
            if link is None:
                todo.append(one)
            else:
                below.append(_below(one, link, clause, cues))
    return below


def _below(token: Token, link: Link, clause: Clause, cues: frozenset[int]) -> Clause:
    head = (absolute_head(token) if link.name == "absolute" else None) or token
    opened = _opened(head, link, clause, cues)
    if head is not token:  # what the parser hung on the noun, as it does with the later items of a list
        opened.own.extend(i for i in subtree(token, frozenset({head.i})) if i > head.i)
    if link.stays:
        clause.own.extend(subtree(token, frozenset(_gone_on(token, clause))))
    return opened


def _gone_on(token: Token, clause: Clause) -> list[int]:
    """`It paid well when prices were low, [and by 1992 the town grew]`: a clause with a subject of its own that a comma
    and "and" part from a subordinate one behind the verb goes on from the verb."""
    if token.i < clause.head.i:
        return []
    later = (one for one in token.rights if base(one) == "conj" and subject_of(one) is not None)
    return [one.i for one in later if any(base(cc) == "cc" and cc.nbor(-1).text == "," for cc in one.lefts)]


def _move_afterthoughts(found: list[Clause]) -> None:
    """`It can hedge and [it can] help — benefits that last`: a noun behind a dash stays with the last verb, not
    with the first, on which the parser hung it."""
    last = {id(one.above): one for one in found if one.above is not None and one.link.name == "conj"}
    for clause in found:
        later = last.get(id(clause))
        for one in clause.head.rights if later is not None and later.own else ():
            loose = base(one) in ("parataxis", "appos") and one.pos_ in NOMINAL and one.i > max(later.own)
            first = one.left_edge
            if loose and DASHES & {first.text, first.nbor(-1).text}:
                words = [i for i in subtree(one) if i in clause.own]
                clause.own = [i for i in clause.own if i not in words]
                later.own += words


def _cut_tail(clause: Clause) -> None:
    """ "In 2015 it covered 900 hectares[; today, 300]": a few words behind a semicolon that lack their verb are no part
    of what stands before; the things of a list are."""
    doc, own = clause.head.doc, sorted(clause.own)
    at = next((n for n, i in enumerate(own) if doc[i].text == ";" and i > clause.head.i), None)
    if at is None or any(doc[i].text in (":", "—") for i in own):
        return
    tail = [doc[i] for i in own[at + 1 :] if not doc[i].is_punct and not doc[i].is_space]
    if 0 < len(tail) <= SHORT and not any(one.pos_ in ("VERB", "AUX") for one in tail):
        clause.own = own[:at]


def _edges(clause: Clause) -> set[int]:
    """Words of the clause that are not the claim's: conjunction, subordinator, connective."""
    doc, name = clause.head.doc, clause.link.name
    first = min((i for i in clause.own if doc[i].is_alpha and base(doc[i]) not in ("cc", "mark")), default=0)
    left = {one.i for one in clause.head.children if base(one) in ("discourse", "vocative")}
    left |= {one.i for one in clause.head.children if base(one) == "cc" and one.i < first}
    left -= {i for i in left if doc[i].lower_ in ("neither", "nor")}  # they deny, and so they are said
    alternative = any(doc[i].lower_ == "or" for i in clause.own)
    left -= {i for i in left if doc[i].lower_ == "either" and alternative}
    left |= _front_of_reason(clause) | _before_mark(clause)
    if name not in ("root", "inner_conj"):
        left |= {
            i
            for one in clause.head.children
            if base(one) == "mark"
            for i in subtree(one)
            if one.lower_ != "to"
        }
    own = set(clause.own)
    left |= {
        i
        for i in own
        if doc[i].lower_ in select("focus_adverbs", "word", "stands", "before")
        and i + 1 < len(doc)
        and i + 1 not in own - left
        and _opens_below(doc[i + 1])
    }
    words = [i for i in sorted(own) if i not in left and not doc[i].is_punct and not doc[i].is_space]
    if [doc[i].lower_ for i in words[:2]] == ["not", "only"] and len(words) > 3:
        left |= {words.pop(0), words.pop(0)}  # "Not only did the council borrow, …"
    while len(words) > 1 and (_is_connective(doc[words[0]], clause) or _is_joint(doc[words[0]])):
        left.add(words.pop(0))
    return left


def _before_mark(clause: Clause) -> set[int]:
    """ "[two minutes] before the tanker struck": how long before is no part of what happened then."""
    if not clause.link.name.startswith("advcl"):
        return set()
    mark = next(
        (one for one in clause.head.children if base(one) == "mark" and one.lower_ in ("before", "after")),
        None,
    )
    return {i for i in clause.own if mark is not None and i < mark.i < clause.head.i}


def _front_of_reason(clause: Clause) -> set[int]:
    """`which is why [the young left]`, also where the parser hung its first words inside."""
    own, doc = [i for i in sorted(clause.own) if not clause.head.doc[i].is_punct], clause.head.doc
    why = next((n for n, i in enumerate(own[:4]) if doc[i].lower_ == "why"), 0)
    opens = (
        why >= 2
        and doc[own[why - 1]].lemma_ == "be"
        and doc[own[why - 2]].lower_ in ("which", "that", "this")
    )
    return set(own[: why + 1]) if opens and clause.head.i > own[why] else set()


def _is_joint(token: Token) -> bool:
    """The "and" before a clause, wherever the parser hung it; "both … and", "either … or" stay."""
    return token.lower_ in ("and", "but", "or") and base(token) == "cc"


def _opens_below(token: Token) -> bool:
    """The word is a subordinator: what stands before it ("not because …") belongs to its clause."""
    return base(token) == "mark"


def _opens_subject(that: Token, clause: Clause) -> bool:
    """ "[That the vote was bought] is no secret": the clause is the subject of the claim."""
    return that.head != clause.head and base(that.head) in ("csubj", "ccomp") and that.head.i < clause.head.i


def _is_complementizer(that: Token) -> bool:
    """Before a plural, a determiner or a pronoun "that" points at nothing: "that bins would cost more"."""
    after = that.doc[that.i + 1] if that.i + 1 < len(that.doc) else that
    plain = after.tag_ in ("NNS", "NNPS", "DT", "PRP", "PRP$", "EX", "CD", "JJR", "RBR", "IN", "NNP")
    return plain and base(that) in ("det", "nsubj", "obj", "advmod")


def _is_connective(token: Token, clause: Clause) -> bool:
    """`However`, and at the head of a subordinate clause `when`, `where`, `with` and `even`."""
    if token.lower_ == "whereas" or (
        token.lower_ == "that" and (base(token) == "mark" or _is_complementizer(token))
    ):
        return not _opens_subject(token, clause)
    degree = token.lower_ == "so" and token.head.i == token.i + 1 and token.head.pos_ in ("ADJ", "ADV")
    if degree and any(token.doc[i].lower_ == "that" for i in clause.own):
        return False  # "So poor are they that …"
    if token.lower_ in column("connectives", "word"):
        after = token.doc[token.i + 1].text if token.i + 1 < len(token.doc) else ""
        if after != "," and mapping("connectives", "word", "comma")[token.lower_] == "1":
            return False  # "then the bank closed" tells when
        return (
            after == ","
            or clause.link is FINITE
            or (token.head == clause.head and base(token) in ("advmod", "cc", "mark"))
        )
    if clause.link.name in ("absolute", "participle"):
        return token.lower_ in ("with", "while", "thus", "thereby") and token.i < clause.head.i
    if clause.link is not ROOT:
        opens = token.lower_ in ("where", "even") or token.head == clause.head
        return opens and token.lower_ in ("when", "where", "even", "once") and token.i < clause.head.i
    return False
