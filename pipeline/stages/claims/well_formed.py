"""Does a proposition stand on its own feet? What the parser tore from its sentence is better left unsaid than printed.

"Whose job it is.", "If by nuanced he means that they were not.", "Released last fall.", "To fix it." are no claims.
"""

from pipeline.lexicon import select
from pipeline.plain import Token
from pipeline.stages.claims.clauses import Clause
from pipeline.stages.claims.frame import Frame
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.relatives import relative_inside
from pipeline.stages.claims.sentential import is_sentential
from pipeline.stages.claims.tree import base, child

WH_TAGS = frozenset({"WDT", "WP", "WP$"})
OPENERS = frozenset({"if", "whether", "unless", "because", "lest", "than"})
FINITE_TAGS = frozenset({"VBZ", "VBD", "MD"})
PROFORMS = frozenset({"so", "neither", "nor", "than", "as"})
FREE = frozenset({"whatever", "whoever", "whichever"})
SUBJECT_LIKE = frozenset({"nsubj", "csubj", "expl"})


def is_well_formed(proposition: Proposition, frame: Frame, imperative: bool, named: bool) -> bool:
    """`imperative`: it tells somebody to do something, and needs no subject; `named`: what its pronoun stands for is
    put in its place."""
    doc, clause = frame.verb.doc, proposition.clause
    words = [doc[i] for i in proposition.own if not doc[i].is_punct and not doc[i].is_space]
    if not words:
        return False
    lent = bool(proposition.subject_words or proposition.gap)
    first = words[0] if words[0].pos_ != "ADP" or len(words) == 1 else words[1]  # "by which time"
    inside = named or is_sentential(clause) or relative_inside(clause) is not None
    if _announces(words) or _has_not_come(clause.link.name, words) or _is_torn(words, clause):
        return False
    if not lent and _is_free_relative(words, clause.head):
        return False
    finite = sum(one.tag_ in FINITE_TAGS for one in words)  # "what bred it was a habit" has two
    if (
        not lent
        and not inside
        and finite < 2
        and first.tag_ in WH_TAGS
        and base(first) != "det"
        and _opens(first, clause.head)
    ):
        return False
    if not lent and first.lower_ in OPENERS and base(first) == "mark" and first.head == clause.head:
        return False
    return lent or imperative or frame.subject is not None or not _is_headless(words, clause.head)


def _announces(words: list[Token]) -> bool:
    """ "Here is what Congress should do": says nothing yet."""
    return (
        words[0].lower_ == "here"
        and len(words) > 2
        and words[1].lemma_ == "be"
        and words[2].tag_ in ("WP", "PRP$")
    )


def _has_not_come(link: str, words: list[Token]) -> bool:
    """ "before [a single pod was ripe]", "before any farmer was paid": these words say that it had not happened."""
    start = words[0].i
    before = words[0].nbor(-1).lower_ if start else ""
    opening = [one.lower_ for one in words[:2]]
    return link.startswith("advcl") and before == "before" and ("any" in opening or "single" in opening)


def _is_torn(words: list[Token], clause: Clause) -> bool:
    """ "do the coaches" (so do they), "there have been", "which they are": the words that would make sense of it stand
    elsewhere."""
    first, subject = words[0], clause.subject
    behind = subject is not None and subject.i > first.i
    if clause.link.name == "appositive" and _is_of_a_list(clause):
        return True
    if clause.link.name == "absolute" and clause.head.pos_ not in ("VERB", "AUX") and not _counts(words):
        return True
    if behind and first.pos_ == "AUX" and first.i and first.nbor(-1).lower_ in PROFORMS:
        return True
    if (
        first == clause.head
        and first.lemma_ in ("do", "be", "have")
        and first.i
        and first.nbor(-1).lower_ == "as"
    ):
        return True
    if first.lower_ == "there" and all(one.lemma_ in ("be", "have") for one in words[1:]):
        return True
    if _disagrees(clause) or _thinks(words) or [one.lower_ for one in words[1:4]] == ["is", "to", "say"]:
        return True
    return (behind and first.tag_ == "WDT" and words[-1].pos_ == "AUX") or _lacks_than(words, clause)


def _counts(words: list[Token]) -> bool:
    """ "with trade at $3bn" tells a figure; "with your coat on" nothing that one could check."""
    return any(one.like_num or one.pos_ in ("NUM", "SYM") for one in words)


def _thinks(words: list[Token]) -> bool:
    """ "I think." inside a sentence."""
    said = [one.lower_ for one in words]
    return len(said) == 2 and said[0] in ("i", "we") and said[1] in select("asides", "word", "form", "I")


def _is_of_a_list(clause: Clause) -> bool:
    """ "the Front, which holds the shore, [the post and 6,000 men]": of the list that the clause between began."""
    token, noun = clause.head, clause.head.head
    joined = any(base(one) == "conj" and any(cc.lower_ == "and" for cc in one.lefts) for one in token.rights)
    between = any(base(one) == "acl" and noun.i < one.i < token.i for one in noun.children)
    return joined and between and base(token) == "appos"


def _disagrees(clause: Clause) -> bool:
    """ "we is now free": the parser lent the wrong subject."""
    subject, verb = clause.subject, clause.head
    group = [verb, *(one for one in verb.children if base(one) in ("aux", "cop"))]
    singular = any(one.tag_ == "VBZ" for one in group)
    return (
        singular
        and subject is not None
        and subject.lower_ in ("we", "they", "you", "i")
        and subject.head != verb
    )


def _lacks_than(words: list[Token], clause: Clause) -> bool:
    """ "Less than the council thinks.": the subordinator in the middle was taken for one that opens."""
    own = set(clause.own)
    inside = words[0].doc[words[0].i + 1 : words[-1].i]
    return any(
        one.lower_ == "than" and {one.i - 1, one.i, one.i + 1} & own == {one.i - 1, one.i + 1}
        for one in inside
    )


def _is_free_relative(words: list[Token], head: Token) -> bool:
    """ "roughly what it spends on lunch", "whoever is left behind": a noun phrase, though it holds a verb."""
    first = next((one for one in words if one.pos_ != "ADV" or one.tag_ == "WRB"), words[0])
    finite = sum(one.tag_ in FINITE_TAGS | {"VBP"} for one in words)
    if first.lower_ in FREE or finite > 1:
        return finite < 2
    under = base(head) == "acl" and head in (first.head, *first.children)
    return first.lower_ == "what" and (first == head or under)


def _opens(wh: Token, head: Token) -> bool:
    """The wh-word belongs to the clause that is the whole claim, not to one inside it ("what bred it was a habit")."""
    if any(base(one) == "acl" for one in wh.children) or wh.lower_.endswith("ever"):
        return False
    if wh.lower_ in ("who", "which") and base(head) in ("acl", "conj"):
        return False  # a relative clause whose noun is not known is one that lacks a name, and no fragment
    holder = wh
    for _ in range(4):
        if holder == head:
            return True
        if holder.head == holder or base(holder) in ("csubj", "ccomp", "acl", "advcl"):
            return False
        holder = holder.head
    return False


def _is_headless(words: list[Token], head: Token) -> bool:
    """It begins with its verb and nothing in it is a subject: "missed a lunch", "no longer speak", "to fix it"."""
    longer = len(words) > 2 and [one.lower_ for one in words[:2]] == ["no", "longer"]
    first = words[2] if longer else words[0]
    begins = (
        base(first) != "case"
        and first.tag_ in ("VBD", "VBN", "VBZ", "VBP", "MD", "TO", "VBG")
        and first.pos_ in ("VERB", "AUX", "PART")
    )
    subjects = any(base(one) in SUBJECT_LIKE and one.head in (head, *head.children) for one in words)
    finite = any(one.tag_ in FINITE_TAGS and one.head != first for one in words[1:4])  # "aid breeds": a noun
    return begins and not finite and not subjects and child(head, "nsubj", "csubj", "expl") is None
