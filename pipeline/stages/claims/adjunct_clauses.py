"""Where a clause opens that stands beside its main clause or behind a noun: "after the dam broke", "which nobody read",
"closing the mill", "with trade reaching $2bn" (relations advcl, acl, and "with"). Rulings: corpus/GUIDELINES.md, 2;
tables: subordinators, hinges.
"""

from functools import cache

from pipeline.lexicon import by, column, table
from pipeline.plain import Token
from pipeline.stages.claims.adverbials import gives_a_reason, is_asked, is_of_a_date, is_told
from pipeline.stages.claims.appositives import is_quality
from pipeline.stages.claims.complement_clauses import is_named
from pipeline.stages.claims.link import Link
from pipeline.stages.claims.tree import (
    NOMINAL,
    base,
    child,
    has_verb_form,
    is_finite,
    is_infinitive,
    is_inverted,
    is_participle,
    is_predicate,
    is_set_off,
    mark_of,
    subject_of,
    subtree,
)


def _precedes(token: Token) -> bool:
    return token.i < token.head.i


def adverbial(token: Token, head: Token, cues: frozenset[int]) -> Link | None:
    """`after the dam broke`, `since nobody donates` (table subordinators); `closing the mill`, `with trade falling`."""
    if token.i in cues:
        return None
    mark = mark_of(token)
    if mark == "without":
        return None  # "without a soldier having to march": no soldier had to
    if _is_absolute(token, mark):
        return Link("absolute", "elaborates")
    form = "finite" if is_finite(token) else "-ing"
    row = next((row for row in by("subordinators", "mark").get(mark, ()) if row["verb"] == form), None)
    if row is not None:
        if row["past_only"] == "1" and not _has_happened(token, head) and not _is_dated(token, mark):
            return None
        if (mark == "as" and not is_told(token)) or (mark == "when" and is_asked(token)):
            return None
        beside = _is_dated(token, mark) or (mark == "since" and form == "finite" and gives_a_reason(token))
        stays = row["stays"] == "1" and not beside
        return Link(f"advcl_{mark.replace(' ', '_')}", row["relation"] or None, stays=stays)
    if token.dep_.endswith("relcl") and is_set_off(token) and (mark == "where" or _has_pronoun(token)):
        return Link("relative", "elaborates")
    if mark == "where" and is_set_off(token) and is_finite(token) and not _precedes(token):
        return Link("relative", "elaborates")
    if mark or is_inverted(token):
        return None
    if is_finite(token) and subject_of(token) is not None and (_precedes(token) or is_set_off(token)):
        return Link("conj", "conjunct_of")
    if is_participle(token) and not is_infinitive(token) and _says_something(token):
        return Link("participle", "elaborates") if is_set_off(token) or _precedes(token) else None
    return None


def _has_happened(token: Token, head: Token) -> bool:
    """ "after the dam broke", "once it has broken"; not "before an account is blocked", though "blocked" is a past
    participle, nor what lies ahead."""
    helpers = [one for one in token.children if base(one) in ("aux", "cop")]
    told = any(one.tag_ == "VBD" for one in (token, *helpers))
    if _is_perfect(token):
        return told or not _lies_ahead(head)
    return (
        told
        or (token.tag_ == "VBN" and not helpers)
        or any("Past" in one.morph.get("Tense", []) for one in helpers)
    )


def _is_perfect(token: Token) -> bool:
    return token.tag_ == "VBN" and any(
        one.lower_ in ("has", "have") for one in token.children if base(one) == "aux"
    )


def _lies_ahead(head: Token) -> bool:
    """ "is to be paid after the builder has recovered his costs": neither has happened."""
    helpers = [one for one in head.children if base(one) in ("aux", "cop", "mark")]
    modal = any(one.tag_ == "MD" for one in helpers)
    return modal or ("is to" in " ".join(one.lower_ for one in helpers))


def _has_pronoun(token: Token) -> bool:
    """`…, which nobody read`, also where the parser hung it on the verb."""
    words = [token.doc[i] for i in subtree(token) if not token.doc[i].is_punct]
    return any(one.tag_ in ("WDT", "WP", "WP$") for one in words[:3]) and is_predicate(token)


def _is_dated(token: Token, mark: str) -> bool:
    return mark == "when" and is_of_a_date(token)


def _says_something(token: Token) -> bool:
    """`Looking ahead,` is a hinge; `facing a second drought,` says something."""
    hinges = column("hinges", "lemma")
    takes = any(not one.is_punct for one in token.rights)
    done = token.tag_ == "VBN" and token.lower_ not in _done() and takes  # "begun in 1998" says something
    return done or (token.lemma_.lower() not in hinges and token.lower_ not in hinges)


@cache
def _done() -> frozenset[str]:
    """The hinges that are past participles: "given", "based"."""
    words = (row["example"].split("*")[1].lower() for row in table("hinges"))
    return frozenset(word for word in words if not word.endswith("ing"))


def adnominal(token: Token, head: Token, cues: frozenset[int]) -> Link | None:
    """`…, which nobody read`, `…, worth $3m`, `…, signed in May`: said of a noun, and set off from it."""
    if is_quality(token):
        return Link("appositive", "elaborates")
    if token.i in cues or not is_set_off(token) or (is_infinitive(token) and not is_finite(token)):
        return None
    if _is_instance(token):
        return None
    if token.head.lower_ == "what" and not _has_pronoun(token):
        return None  # "…, about what a mill ships in a day": no clause about "what"
    told = mark_of(token) in ("when", "where") and is_finite(token)
    if token.dep_.endswith("relcl") or told:
        return Link("relative", "elaborates") if is_predicate(token) else None
    return Link("participle", "elaborates") if is_participle(token) and _says_something(token) else None


def _is_instance(token: Token) -> bool:
    """`reforms, such as cutting fees`: names an example, and tells nothing."""
    return token.tag_ == "VBG" and any(one.lower_ in ("such", "like", "including") for one in token.lefts)


def oblique(token: Token, head: Token, cues: frozenset[int]) -> Link | None:
    """`put the loss at $3m`; `…, with trade reaching $2bn`."""
    case = child(token, "case")
    if case is not None and case.lower_ in ("as", "at") and is_named(token, cues):
        return Link("small_clause")
    if case is None or case.lower_ != "with" or not is_set_off(token):
        return None
    return Link("absolute", "elaborates") if absolute_head(token) is not None else None


def absolute_head(token: Token) -> Token | None:
    """The participle of "with trade reaching $2bn", wherever the parser put it; behind a comma it is said of the
    subject: "paid with a loan, reviving trade"."""
    if token.pos_ not in NOMINAL:
        return token
    for one in token.children:
        form = base(one) in ("acl", "amod") and has_verb_form(one, "Ger", "Part") and one.i > token.i
        if form and not is_set_off(one):
            return one
    return None


def _is_absolute(token: Token, mark: str) -> bool:
    return mark == "with" and subject_of(token) is not None
