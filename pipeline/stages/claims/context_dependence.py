"""Which words of a claim point to what stands before it: "she", "those rules", "None came", "the latter"."""

from pipeline.lexicon import by, column
from pipeline.plain import Token
from pipeline.stages.claims.clauses import Clause
from pipeline.stages.claims.coreference import POINTING
from pipeline.stages.claims.inflection import has_plural
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.relatives import is_person, relative_inside
from pipeline.stages.claims.sentential import is_sentential
from pipeline.stages.claims.tree import base, is_set_off

GROUPS = ("it its itself", "he him his himself", "she her hers herself", "they them their theirs themselves")
PRONOUNS = {word: number for number, group in enumerate(GROUPS) for word in group.split()}
IT, THEY = 0, 3
OPENING = frozenset({"who", "whose", "that"})
"""At the start of a claim: of whom it is told stands before ("who never finished default …")."""


def depends_on_context(token: Token, proposition: Proposition, known: set[int]) -> bool:
    """A pronoun of the third person with nothing before it in the claim that it may mean, or a word that points.
    `known`: tokens whose noun the claim has."""
    if token.pos_ == "PRON" and token.lower_ in PRONOUNS and base(token) != "expl":
        return not any(
            one.i < token.i and _may_mean(token, one, known)
            for one in (token.doc[i] for i in proposition.words)
            if _is_subject(one, proposition) or _holds(one, token)
        )
    return _points_back(token, proposition)


def has_relative(proposition: Proposition, known: set[int]) -> bool:
    """ "Some of *which* swallow it all.", where what it stands for is not put in its place."""
    words = [one for one in proposition.tokens if not one.is_punct][:5]
    left = [one for one in words if one.lower_ in ("which", "whom") and one.i not in known]
    if words and words[0].tag_ in ("WP", "WDT", "WP$") and words[0].lower_ in OPENING:
        left += [words[0]] if words[0].i not in known else []
    nouns = [one.i for one in words if one.pos_ in ("NOUN", "PROPN")]
    bare = any(one.i < min(nouns, default=one.i + 1) for one in left)
    return bare and relative_inside(proposition.clause) is None and not is_sentential(proposition.clause)


def is_of_a_time(clause: Clause, dates: set[int]) -> bool:
    """ "in July 2023, the first in the country": the first of what happened then."""
    time = clause.head.lemma_.lower() in column("date_units", "form")
    subject = clause.subject
    return clause.link.name == "appositive" and not time and subject is not None and subject.i in dates


def _points_back(token: Token, proposition: Proposition) -> bool:
    """ "this", "those rules", "None came": what is meant stands before; not "those who pay", "none of the mills"."""
    ways = _ways(token.lower_)
    number = token.pos_ == "NUM" and (base(token) == "nsubj" or _is_one_of(token, proposition))  # of what?
    pointing = token.lower_ in POINTING and token.tag_ == "DT" and not _is_here(token)
    if not (ways or number or pointing):
        return False
    noun = token.head if base(token) in ("det", "amod") else token
    if any(_tells_which(one, token) for one in noun.children):
        return False
    return number or pointing or any(WAYS[way](token, proposition) for way in ways)


def _is_one_of(number: Token, proposition: Proposition) -> bool:
    """ "I have been on two", where no noun before it says two of what."""
    if number.i and number.nbor(-1).lower_ in ("in", "at"):
        return False  # "one in four", "at four"
    bare = number.is_alpha and not any(one.i != number.i for one in number.subtree if base(one) != "case")
    counted = any(
        one.i < number.i and one.tag_ == "NNS" and base(one) != "nsubj" for one in proposition.tokens
    )
    return bare and base(number) in ("obj", "obl") and number.ent_type_ in ("", "CARDINAL") and not counted


def _tells_which(behind: Token, token: Token) -> bool:
    """ "those *who pay*", "none *of the mills*"; not "an older one*, published*", nor "no such law *for fire*"."""
    if behind.i < token.i or base(behind) not in ("acl", "nmod"):
        return False
    return not is_set_off(behind) and not (token.lower_ == "such" and base(behind) == "nmod")


def _ways(word: str) -> tuple[str, ...]:
    return tuple(row["as"] for row in by("pointers", "word").get(word, ()))


def _is_here(this: Token) -> bool:
    """ "this year", "this country": where and when the text was written."""
    return (
        this.lower_ in ("this", "these")
        and base(this) == "det"
        and any(
            this.head.lemma_.lower() in column(name, key)
            for name, key in (("date_units", "form"), ("place_nouns", "lemma"))
        )
    )


def _is_alone(token: Token, proposition: Proposition) -> bool:
    """ "None came", "Ours costs more": a part or a thing without its noun; not "lost most", nor "the mine closed"."""
    if token.pos_ == "NOUN" and any(base(one) == "det" and one.lower_ != "a" for one in token.children):
        return False
    return (
        base(token) == "nsubj"
        or (
            base(token) in ("obj", "advmod")
            and token.lower_ in ("neither", "both")
            and token.head.i == token.i - 1
        )
        or (base(token) == "obj" and token.lower_ not in ("most", "many", "few"))
    )


def _is_ranked(token: Token, proposition: Proposition) -> bool:
    """ "The first is money." """
    the = any(one.lower_ == "the" for one in token.children)
    return the and base(token) in ("nsubj", "obj", "obl", "root") and token.pos_ in ("ADJ", "NOUN", "NUM")


def _is_paired(token: Token, proposition: Proposition) -> bool:
    """ "Both ministries paid": named before."""
    noun = token.head
    told = base(noun) in ("nsubj", "obj") and not any(base(one) == "conj" for one in noun.children)
    return base(token) == "det" and told


def _is_likened(token: Token, proposition: Proposition) -> bool:
    """ "such taxes", "the same minister", of which the claim says no more: "in 2004, the same year", "such as"."""
    noun = token.head
    as_ = token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("as", "that", "time")
    said = any(one.i < token.i and one.lemma_ == noun.lemma_ for one in proposition.tokens)
    return base(token) in ("amod", "det") and not as_ and not said


def _is_beside(token: Token, proposition: Proposition) -> bool:
    """ "the other 57 tonnes": other than which? Not "on the other hand", "one mill paid the other mill"."""
    the = token.i > 0 and token.nbor(-1).lower_ == "the"
    idiom = token.head.lemma_.lower() in column("pointing_idioms", "noun")
    paired = any(one.i < token.i and one.lower_ in ("one", "two", "both") for one in proposition.tokens)
    return the and not idiom and not paired and _is_likened(token, proposition)


def _is_place(token: Token, proposition: Proposition) -> bool:
    """ "Prices have fallen there.", where the claim names no place before."""
    named = any(
        one.i < token.i and one.ent_type_ in ("GPE", "LOC", "FAC", "ORG") for one in proposition.tokens
    )
    back = token.doc[token.i + 1 : token.i + 3].text.lower() == "and back"
    return base(token) == "advmod" and token.pos_ == "ADV" and not named and not back


def _is_time(token: Token, proposition: Proposition) -> bool:
    """ "since then", "at the time", "a month later", where the claim holds no date to count from."""
    before = token.nbor(-1) if token.i else token
    if token.lower_ == "since":
        opens = token.pos_ == "ADV" and base(token) == "advmod"
    elif token.lower_ == "then":
        opens = before.pos_ in ("ADP", "SCONJ")
    elif token.lower_ == "time":
        opens = before.lower_ == "the" and before.i > 0 and before.nbor(-1).lower_ == "at"
    else:
        opens = base(before) == "obl" or any(base(one) in ("obl", "nmod") for one in token.children)
    dated = any(one.i < token.i and one.ent_type_ == "DATE" and one.like_num for one in proposition.tokens)
    return opens and not dated


def _is_done(token: Token, proposition: Proposition) -> bool:
    """ "Few banks did so.", "Doing so would cost": the verb stands before."""
    verb = token.head
    verbs = (one for one in proposition.tokens if one.pos_ == "VERB" and one.i < verb.i and one != verb)
    return verb.lemma_ == "do" and token.i == verb.i + 1 and next(verbs, None) is None


def _is_again(token: Token, proposition: Proposition) -> bool:
    """ "hired a new one": of what kind, a noun before it in the claim may say."""
    kind = any(base(one) in ("det", "amod") for one in token.children)
    nouns = (one for one in proposition.tokens if one.pos_ == "NOUN" and one.i < token.i)
    return kind and base(token) in ("obj", "nsubj", "obl") and next(nouns, None) is None


WAYS = {
    "alone": _is_alone, "ranked": _is_ranked, "paired": _is_paired, "likened": _is_likened, "place": _is_place,
    "time": _is_time, "done": _is_done, "again": _is_again, "beside": _is_beside,
}  # fmt: skip


def _holds(noun: Token, pronoun: Token) -> bool:
    """ "a room with a bucket in *it*" """
    at = pronoun.head
    while at != noun and at.pos_ in ("NOUN", "PROPN") and at.head != at and base(at) == "nmod":
        at = at.head
    return at == noun and pronoun.head != noun


def _is_subject(noun: Token, proposition: Proposition) -> bool:
    return base(noun) in ("nsubj", "csubj") or noun == proposition.clause.subject


def _may_mean(pronoun: Token, noun: Token, known: set[int]) -> bool:
    """A subject before it that agrees, of another verb where the pronoun is no possessive."""
    alone = base(pronoun) != "nmod" and not pronoun.lower_.endswith(("self", "selves"))
    if alone and noun.head == pronoun.head:
        return False
    group = PRONOUNS[pronoun.lower_]
    if noun.tag_ in ("WDT", "WP") and noun.head.dep_ == "acl:relcl":
        noun = noun.head.head  # "the network, which lost its head"
    elif noun.i in known:
        return PRONOUNS.get(noun.lower_) == group
    if noun.pos_ not in ("NOUN", "PROPN") or has_plural(noun) != (group == THEY):
        return False
    return group == THEY or is_person(noun) != (group == IT)
