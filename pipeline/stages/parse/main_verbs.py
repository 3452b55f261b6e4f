"""Main verbs that a small parser hangs on their own subject, or leaves without it, put right where no doubt is left.

Each function takes a token and returns whether it changed it; `restore` runs them in order.
"""

from spacy.tokens import Doc, Token

from pipeline.stages.parse.labels import NOMINAL, SUBJECTS
from pipeline.stages.parse.mends import Mends


def restore(doc: Doc) -> None:
    """Change labels and heads in place; heads stay inside their sentence."""
    MENDS.run(doc)


def _second_relative(token: Token) -> bool:
    """ "the £2m that the state loses would pay": of two relative clauses behind a noun without a verb the second, with
    a helper as its first word, is the main clause."""
    if token.dep_ != "acl:relcl":
        return False
    noun = token.head
    if noun.dep_ not in ("parataxis", "conj") or noun.pos_ not in NOMINAL:
        return False
    first = next((one for one in noun.rights if one.dep_ == "acl:relcl" and one.i < token.i), None)
    lefts = [one for one in token.lefts if one.dep_ != "punct" and (first is None or one.i > first.i)]
    helped = bool(lefts) and lefts[0].tag_ in ("MD", "VBZ", "VBD", "VBP") and lefts[0].dep_ in ("aux", "cop")
    if first is None or not helped or any(one.dep_ in SUBJECTS for one in (*noun.children, *lefts)):
        return False
    relative = next((one for one in token.lefts if one.i < first.i and one.tag_ in ("WDT", "WP", "IN")), None)
    if relative is not None:
        relative.head = first
    return _made_main(token, noun)


def _joined_clause(token: Token) -> bool:
    """ "…, and not one mill closed": a noun joined to a verb, and a past tense right behind it that was taken for a
    participle."""
    if token.dep_ != "acl" or token.tag_ not in ("VBN", "VBD") or token.head.dep_ != "conj":
        return False
    noun = token.head
    verb = noun.head
    joint = next((one for one in noun.lefts if one.dep_ == "cc"), None)
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(one.dep_ in ("aux", "cop") for one in verb.lefts)
    if token.i != noun.i + 1 or noun.pos_ not in NOMINAL or verb.pos_ != "VERB" or not finite:
        return False
    if joint is None or joint.i == 0 or joint.nbor(-1).text != ",":
        return False
    if any(one.dep_ == "obl:agent" for one in token.rights) or any(one.dep_ == "case" for one in noun.lefts):
        return False
    token.tag_ = "VBD"
    token.set_morph("Mood=Ind|Tense=Past|VerbForm=Fin")
    joint.head = token
    return _made_main(token, noun)


def _quoted_subject(token: Token) -> bool:
    """ "told the trustees, “and banks have costs”": a noun behind the opening mark is joined to none before it, but
    the subject of the verb right behind it."""
    if token.dep_ not in ("conj", "appos", "obj", "nmod") or token.pos_ not in NOMINAL or token.i < 2:
        return False
    verb = token.nbor() if token.i + 1 < len(token.doc) else token
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or any(one.dep_ in SUBJECTS for one in verb.children):
        return False
    between = token.doc[token.head.i + 1 : token.left_edge.i + 1]
    if token.is_ancestor(verb) or not any(one.text in '“‘"' for one in between):
        return False
    token.head, token.dep_ = verb, "nsubj"
    return True


def _made_main(verb: Token, noun: Token) -> bool:
    """The verb takes the noun's place in the tree, and the noun for its subject; for roots see
    interrupted_clauses.py."""
    behind = [one for one in noun.rights if one.i > verb.i and one.dep_ in ("punct", "conj", "parataxis")]
    verb.head, verb.dep_ = noun.head, noun.dep_
    noun.head, noun.dep_ = verb, "nsubj"
    for one in behind:
        one.head = verb
    return True


def _lost_object(token: Token) -> bool:
    """ "with a loan, reviving trade and jobs": the noun behind a gerund that a comma sets off is joined to none before
    the gerund, but is its object."""
    if token.tag_ != "VBG" or token.i < 2 or token.nbor(-1).text != "," or token.i + 1 >= len(token.doc):
        return False
    noun = token.nbor()
    while noun.head.i > token.i and noun.head != noun:
        noun = noun.head
    crossing = noun.head.i < token.i and noun.i > token.i and noun.dep_ in ("conj", "obj", "appos", "nmod")
    lefts = [
        one for one in noun.lefts if one.dep_ != "cc" or one.i == token.i + 1
    ]  # "trade and growth" may be
    bare = not any(one.dep_ in ("case", "cc", "cop", "aux") or one.dep_ in SUBJECTS for one in lefts)
    objects = any(one.dep_ in ("obj", "ccomp", "xcomp") for one in token.children)
    if not crossing or not bare or objects or noun.pos_ not in NOMINAL or noun.is_ancestor(token):
        return False
    token.dep_ = token.dep_ if token.head.pos_ == "VERB" else "acl"
    noun.head, noun.dep_ = token, "obj"
    return True


def _lost_participle(token: Token) -> bool:
    """ "has changed the port, reviving trade": a gerund behind a comma that takes an object is no second port."""
    if token.tag_ != "VBG" or token.dep_ not in ("conj", "appos") or token.head.pos_ not in NOMINAL:
        return False
    takes = any(one.dep_ in ("obj", "obl", "ccomp", "xcomp") for one in token.rights)
    if token.i < 2 or token.nbor(-1).text != "," or any(one.dep_ == "cc" for one in token.lefts) or not takes:
        return False
    if any(one.dep_ == "conj" for one in token.rights) or token.head.dep_ == "conj":
        return False  # a list: "fishing, mining tin and growing tea"
    verb = next((one for one in token.ancestors if one.pos_ == "VERB" and one.tag_ != "VBG"), None)
    if verb is None or verb.i > token.i:
        return False
    token.head, token.dep_ = verb, "advcl"
    return True


def _neither_nor(token: Token) -> bool:
    """ "neither the fund, which paid $4m, nor the state": what "nor" opens is joined to what "neither" opens."""
    if (
        token.dep_ != "conj"
        or token.pos_ not in NOMINAL
        or not any(one.lower_ == "nor" for one in token.lefts)
    ):
        return False
    before = token.doc[token.sent.start : token.i]
    first = next((one for one in reversed(list(before)) if one.lower_ == "neither"), None)
    if first is None or first.head.pos_ not in NOMINAL or token.head == first.head or first.head.i > token.i:
        return False
    if any(one.pos_ == "VERB" and one.head == first.head.head for one in before if one.i > first.i):
        return False
    if token.is_ancestor(first.head):
        return False
    token.head = first.head
    return True


def _before_colon(token: Token) -> bool:
    """ "and on the whole it is: in 2024 most came from wind": what is before a colon with a subject and "is" of its own
    is a clause; the verb behind the colon tells more."""
    if token.n_lefts < 4:  # the colon, the copula, two subjects: few words have so many
        return False
    colon = next((one for one in token.lefts if one.text == ":"), None)
    if colon is None or token.head == token:
        return False
    copula = next((one for one in token.lefts if one.dep_ == "cop" and one.i < colon.i), None)
    subjects = [one for one in token.lefts if one.dep_ in SUBJECTS]
    if copula is None or len(subjects) != 2:
        return False
    if not subjects[0].i < copula.i < colon.i < subjects[1].i:
        return False
    before = [one for one in token.lefts if one.i <= colon.i and one != copula]
    copula.head, copula.dep_, copula.pos_ = token.head, token.dep_, "AUX"
    for one in before:
        one.head = copula
    token.head, token.dep_ = copula, "parataxis"
    return True


def _fronted(token: Token) -> bool:
    """ ", and in the drought of 2023 some did not come": what "and" opens belongs to the clause behind it."""
    if token.dep_ not in ("obl", "nmod") or token.head.i > token.i:
        return False
    joint = next((one for one in token.lefts if one.dep_ == "cc"), None)
    if joint is None or joint.i == 0:
        return False
    rights = (one for one in token.sent if one.i > token.right_edge.i and one.dep_ in ("parataxis", "conj"))
    verb = next((one for one in rights if any(left.dep_ in SUBJECTS for left in one.lefts)), None)
    if joint.nbor(-1).text != "," or verb is None or verb.is_ancestor(token) or token.is_ancestor(verb):
        return False
    if any(one.dep_ in ("cc", "mark") for one in verb.lefts) or verb.left_edge.i <= token.i:
        return False
    token.head, token.dep_ = verb, "obl"
    joint.head, verb.dep_ = verb, "conj"
    return True


MENDS = Mends(
    (_second_relative, frozenset({"acl:relcl"})),
    (_joined_clause, frozenset({"acl"})),
    (_quoted_subject, frozenset({"conj", "appos", "obj", "nmod"})),
    (_lost_object, None),
    (_lost_participle, frozenset({"conj", "appos"})),
    (_neither_nor, frozenset({"conj"})),
    (_before_colon, None),
    (_fronted, frozenset({"obl", "nmod"})),
)
