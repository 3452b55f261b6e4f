"""Which words of a claim point to what stands before it: "she", "those rules", "None came", "the latter"."""

from pipeline.lexicon import column
from pipeline.plain import Token
from pipeline.stages.claims.coreference import POINTING
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.tree import base

ELLIPTIC = frozenset(
    {
        "none",
        "both",
        "neither",
        "either",
        "others",
        "another",
        "some",
        "most",
        "few",
        "many",
        "several",
        "each",
    }
)
GROUPS = ("it its itself", "he him his himself", "she her hers herself", "they them their theirs themselves")
PRONOUNS = {word: number for number, group in enumerate(GROUPS) for word in group.split()}
IT, THEY = 0, 3


def points(token: Token, proposition: Proposition, known: set[int]) -> bool:
    """A pronoun of the third person with nothing before it in the claim that it may mean, or a word that points.
    `known`: tokens whose noun the claim has."""
    if token.pos_ == "PRON" and token.lower_ in PRONOUNS and base(token) != "expl":
        return not any(
            one.i < token.i and _is_subject(one, proposition) and _may_mean(token, one, known)
            for one in (token.doc[i] for i in proposition.words)
        )
    return _points_back(token)


def _points_back(token: Token) -> bool:
    """ "this", "those rules", "None came": what is meant stands before; not "those who pay", "none of the mills"."""
    number = token.pos_ == "NUM" or token.lower_ in ("dozen", "dozens")  # "six were shut": of what?
    bare = (token.lower_ in ELLIPTIC or number) and base(token) in ("nsubj", "obj")
    pointing = token.lower_ in POINTING and token.tag_ == "DT"
    noun = token.head if base(token) == "det" else token
    told = any(base(one) in ("acl", "nmod") and one.i > token.i for one in noun.children)
    return (bare or pointing) and not told


def _is_subject(noun: Token, proposition: Proposition) -> bool:
    return base(noun) in ("nsubj", "csubj") or noun == proposition.clause.subject


def _may_mean(pronoun: Token, noun: Token, known: set[int]) -> bool:
    """A subject before it that agrees, of another verb where the pronoun is no possessive."""
    alone = base(pronoun) != "nmod" and not pronoun.lower_.endswith(("self", "selves"))
    if alone and noun.head == pronoun.head:
        return False
    group = PRONOUNS[pronoun.lower_]
    if noun.i in known:
        return PRONOUNS.get(noun.lower_) == group
    if noun.pos_ not in ("NOUN", "PROPN") or _is_plural(noun) != (group == THEY):
        return False
    return group == THEY or _is_person(noun) != (group == IT)


def _is_person(noun: Token) -> bool:
    people = column("human_nouns", "noun") | column("professions", "word")
    return noun.ent_type_ == "PERSON" or noun.lemma_.lower() in people


def _is_plural(noun: Token) -> bool:
    return any(base(one) == "conj" for one in noun.children) or noun.tag_ in ("NNS", "NNPS")
