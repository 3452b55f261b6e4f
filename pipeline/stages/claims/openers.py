"""Where a new clause opens: one rule for each relation of Universal Dependencies under which a claim may stand.

Each rule looks at a token and the head of the clause around it and answers with a Link, or None where the words
stay in the clause. Rulings: corpus/GUIDELINES.md, 2; tables: subordinators, factives, hinges.
"""

from functools import cache

from pipeline.lexicon import by, column, table
from pipeline.plain import Token
from pipeline.stages.claims.adverbials import gives_a_reason, is_asked, is_of_a_date, is_told
from pipeline.stages.claims.appositives import appositive, is_measure, is_quality, sums_up
from pipeline.stages.claims.frame import frame_of
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
    word_before,
)


def opens(token: Token, head: Token, cues: frozenset[int]) -> Link | None:
    """Does a new clause open at `token`, inside the clause of `head`?"""
    if sums_up(token, head):
        return Link("summative", "elaborates")
    if is_aside(token):
        return Link("aside")
    if _is_question(token):
        return None
    rule = OPENERS.get(base(token))
    link = WHY if is_reason(head, token) else rule(token, head, cues) if rule else None
    if link is None and token.i in cues and is_predicate(token) and base(token) in ("parataxis", "advcl"):
        return Link("saying")
    return link


def is_aside(token: Token) -> bool:
    """ "The bank, *it turned out*, had failed": a few words of the author's between commas, behind the subject."""
    if base(token) not in ("parataxis", "advcl", "ccomp") or not is_finite(token):
        return False
    words = [token.doc[i] for i in subtree(token) if not token.doc[i].is_punct] or [token]
    subject, after = subject_of(token.head), words[-1].i + 1
    if len(words) > LONGEST_ASIDE or words[0].lower_ not in ("it", "i", "we", "one") or subject is None:
        return False
    closed = after < len(token.doc) and token.doc[after].text in (",", "—", "–")
    between = subject.i < words[0].i and token.head.i > after
    return closed and between and is_set_off(token)


def _is_question(token: Token) -> bool:
    """ "Nobody disputes that it is dying, *only who killed it*": no relative clause."""
    if base(token) not in ("advcl", "acl"):
        return False
    words = [token.doc[i] for i in subtree(token) if not token.doc[i].is_punct][:2] or [token]
    asks = words[-1].tag_ in ("WP", "WRB", "WDT", "WP$")
    return words[0].lower_ in ("only", "not", "just") and asks


def is_reason(why: Token, token: Token) -> bool:
    """ "which is why *the young left*": what has a reason is told, that it has one is not news."""
    if why.lower_ != "why" or child(why, "cop") is None:
        return False
    return token.head == why and token.i > why.i and is_finite(token) and subject_of(token) is not None


def _conj(token: Token, head: Token, cues: frozenset[int]) -> Link | None:
    cc = child(token, "cc")
    if cc is not None and cc.lower_ in ("or", "let"):
        return None  # neither half of "act or lose jobs" is asserted, nor what follows "let alone"
    below = [
        one for one in token.lefts if base(one) == "advcl" and cc is not None and one.left_edge.i == cc.i + 1
    ]
    if any(mark_of(one) in ("if", "unless") for one in (token, *below)) and subject_of(token) is None:
        return None  # a second condition
    if mark_of(token) in ("if", "unless") or is_its_outcome(token, head):
        return None
    if cc is None and is_measure(token) and not any(one.pos_ == "ADP" for one in token.subtree):
        return Link("appositive", "elaborates")
    contrast = cc is not None and cc.lower_ == "but"
    link = Link("conj", "contrast_with" if contrast else "conjunct_of")
    if token.head.i == head.i:
        if _is_pair(head, token):
            return None
        if is_predicate(token) and (
            token.pos_ in ("VERB", "AUX") or child(token, "cop") or subject_of(token)
        ):
            return link
        alike = (child(token, "case") is None) == (child(head, "case") is None)  # not "right, but in a sense"
        told = contrast and alike and child(head, "cop") is not None
        return Link("contrast", "contrast_with") if told else None
    if _is_stray(token):
        return link
    if token.tag_ == head.tag_ == "VBG" != token.head.tag_:
        return link  # "helping to reclaim land and saving lives"
    inside = token.head in frame_of(head).chain[1:] or (
        base(token.head) == "xcomp" and token.head.pos_ == "VERB"
    )
    has_more = any(base(one) in ("obj", "obl", "xcomp", "ccomp") for one in token.children)
    return Link("inner_conj", "conjunct_of") if inside and token.pos_ == "VERB" and has_more else None


def is_its_outcome(token: Token, head: Token) -> bool:
    """ "Break a leg and *you are uninsured*": what follows if one does what the imperative says (a pseudo-imperative:
    Huddleston and Pullum 2002, 10.9.5)."""
    cc = child(token, "cc")
    told = head.tag_ == "VB" and base(head) == "root" and subject_of(head) is None
    helped = any(base(one) in ("aux", "mark") for one in head.children)
    joined = base(token) == "conj" and token.head == head and cc is not None and cc.lower_ in ("and", "or")
    first = head.i == min(subtree(head)) or head.doc[min(subtree(head))].pos_ not in ("NOUN", "PROPN", "PRON")
    return told and not helped and joined and first and is_finite(token) and subject_of(token) is not None


def _is_pair(first: Token, second: Token) -> bool:
    """`owns or limits the rent`, `understand and work with its rules`: two verbs side by side that share an object are
    one predicate, wherever the parser hung it."""
    between = first.doc[first.i + 1 : second.i]
    words = [one for one in between if not _is_stranded(one, first)]
    if len(words) > 2 or any(base(one) not in ("cc", "advmod") for one in words):
        return False
    shared = child(first, "obj")
    if shared is not None:
        return shared.i > second.i
    lacks = first.lemma_.lower() in column("transitive_verbs", "lemma") or len(words) < len(between)
    passive = any(one.dep_ in ("aux:pass", "nsubj:pass") for one in first.children)
    takes = child(second, "obj") is not None or any(
        one.dep_ == "obl" and one.left_edge.i == second.i + 1 for one in second.rights
    )
    return lacks and takes and not passive and child(first, "ccomp", "xcomp") is None


def _is_stranded(word: Token, verb: Token) -> bool:
    """The "to" of "listen to and learn from"."""
    return word.pos_ == "ADP" and word.i == verb.i + 1 and base(word) in ("obl", "case", "advmod", "mark")


def _is_stray(token: Token) -> bool:
    """A finite verb that the parser joined to a noun, or with a subject of its own to a verb deep inside: English
    coordinates like with like, so it belongs to the clause."""
    if token.tag_ not in ("VBZ", "VBD", "VBP") or token.pos_ != "VERB":
        return False
    before = word_before(token.doc, min(subtree(token)))
    set_off = is_set_off(token) or (before is not None and before.lower_ in ("and", "but", "or"))
    thing = token.head.pos_ in NOMINAL or (token.head.pos_ == "ADJ" and child(token.head, "det") is not None)
    return thing or (subject_of(token) is not None and set_off)


def _parataxis(token: Token, head: Token, cues: frozenset[int]) -> Link | None:
    if is_quality(token):
        return Link("appositive", "elaborates")
    if any(base(one) == "cc" and one.lower_ == "let" for one in token.lefts):
        return None  # "let alone …"
    if is_tag(token):
        return Link("aside")
    if token.lower_ == "mind" and any(one.lower_ == "you" for one in token.children):
        return Link("aside")  # "mind you"
    purpose = is_infinitive(token) and subject_of(token) is None
    return Link("parataxis") if is_predicate(token) and token.i not in cues and not purpose else None


def is_tag(token: Token) -> bool:
    """ "The tax is fair, *isn't it*?" """
    words = [one for one in token.subtree if not one.is_punct]
    if len(words) not in (2, 3):
        return False
    helped = words[0].pos_ in ("AUX", "VERB") and words[-1].tag_ in ("PRP", "EX")
    behind = words[-1].i + 1 < len(token.doc) and token.doc[words[-1].i + 1].text == "?"
    return helped and behind and all(one.lower_ in ("not", "n't", "n’t") for one in words[1:-1])


def _ccomp(token: Token, head: Token, cues: frozenset[int]) -> Link | None:
    if token.head.i in cues:
        return Link("content")
    if not is_finite(token):
        return None
    if is_set_off(token) and any(token.doc[i].tag_ in ("WDT", "WP") for i in subtree(token)[:3]):
        return Link("relative", "elaborates")
    if not mark_of(token) and not _precedes(token):
        return Link("conj", "conjunct_of") if is_set_off(token) and subject_of(token) is not None else None
    factive = token.head.lemma_.lower() in column("factives", "lemma")
    return Link("factive", "content_of", stays=True) if factive else None


def _csubj(token: Token, head: Token, cues: frozenset[int]) -> Link | None:
    """`it is widely believed that …`: what is said, though it is the subject of the saying."""
    return Link("content") if token.head.i in cues and is_finite(token) and token.i > token.head.i else None


def _precedes(token: Token) -> bool:
    return token.i < token.head.i


def _advcl(token: Token, head: Token, cues: frozenset[int]) -> Link | None:
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
        return Link("participle", "elaborates") if is_set_off(token) or token.i < token.head.i else None
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


def _acl(token: Token, head: Token, cues: frozenset[int]) -> Link | None:
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


def _oblique(token: Token, head: Token, cues: frozenset[int]) -> Link | None:
    case = child(token, "case")
    if case is not None and case.lower_ in ("as", "at") and _is_named(token, cues):
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


def _xcomp(token: Token, head: Token, cues: frozenset[int]) -> Link | None:
    """`Rana is said to have left`, `the bank expects rents to fall`: what is said has the subject of the passive, or
    the object."""
    if _is_named(token, cues) and not is_infinitive(token):
        return Link("small_clause")
    if token.head.i in cues and _is_gerund(token):
        return Link("content", "content_of", stays=True)  # "denied taking bribes": the denial is a claim, too
    passive = any(one.dep_ in ("aux:pass", "nsubj:pass") for one in token.head.children)
    said = passive or raised_object(token) is not None
    return Link("content") if token.head.i in cues and said and is_infinitive(token) else None


def _is_gerund(token: Token) -> bool:
    return token.tag_ == "VBG" or any(
        one.tag_ == "VBG" for one in token.children if base(one) in ("aux", "cop")
    )


def _is_named(token: Token, cues: frozenset[int]) -> bool:
    """`called [the levy] unjust`, `put [the loss] at $3m`: said of the object of a verb of saying."""
    return token.head.i in cues and token.head.pos_ == "VERB" and raised_object(token) is not None


def raised_object(token: Token) -> Token | None:
    """The object before an infinitive that is its subject: "expects [rents] to fall"."""
    thing = child(token.head, "obj", "iobj")
    return thing if thing is not None and token.head.i < thing.i < token.i else None


LONGEST_ASIDE = 5  # words
WHY = Link("why", "elaborates")
OPENERS = {
    "xcomp": _xcomp,
    "conj": _conj,
    "parataxis": _parataxis,
    "ccomp": _ccomp,
    "csubj": _csubj,
    "advcl": _advcl,
    "acl": _acl,
    "appos": appositive,
    "obl": _oblique,
    "nmod": _oblique,
}
