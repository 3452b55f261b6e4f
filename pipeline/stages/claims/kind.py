"""Frame → recommendation, prediction, evaluation or fact. Rulings: corpus/GUIDELINES.md, 3; table: evaluative."""

from collections.abc import Iterable
from functools import cache

from pipeline.lexicon import column, table
from pipeline.plain import Span, Token
from pipeline.stages.claims.auxiliaries import helpers_of, is_past, is_perfect
from pipeline.stages.claims.frame import Frame
from pipeline.stages.claims.modality import is_imperative
from pipeline.stages.claims.polarity import far_from
from pipeline.stages.claims.tree import base, child, is_future, is_infinitive


def kind(
    frame: Frame, value: str, rule: str, measured: bool, ahead: Iterable[Span] = (), named: bool = False
) -> tuple[str, str]:
    """`(kind, rule)`: recommendation, prediction, evaluation or fact, in the order the guidelines ask.

    `named`: the claim is what somebody calls something ("called the levy a theft").
    `measured`: the claim has an amount or a date. "Building is necessary" judges, "tuition was $4,120" tells.
    `ahead`: those of its dates that lie after the day of publication.
    """
    if value in ("recommended", "obligatory") and not _is_told(frame):
        return "recommendation", rule
    if value == "conditional" and rule == "if" and _urges(frame):
        return "recommendation", "urged_if"
    helpers = helpers_of(frame)
    will = any(map(is_future, helpers))
    if value == "predicted" or (value in ("probable", "possible") and (will or _lies_ahead(frame))):
        return "prediction", rule
    if value == "conditional" and (will or any(one.lower_ == "would" for one in helpers)):
        return "prediction", "conditional"
    if value not in ("intended", "counterfactual") and any(_happens_then(frame, date.root) for date in ahead):
        return "prediction", "date_ahead"
    word = _judging_word(frame)
    if word is not None and not (measured and word.pos_ == "VERB"):
        return "evaluation", f"evaluative_{word.lower_}"
    head = frame.chain[0]
    judges = _is_judgement(frame) or (named and _names(head)) or far_from(head) is not None
    return ("evaluation", "copula") if not measured and judges else ("fact", "default")


def _urges(frame: Frame) -> bool:
    """ "If the bank fails, *spare* the clerks", "if the money comes, it *ought* to go to them"."""
    urged = frame.modality is not None and frame.modality[0] in ("recommended", "obligatory")
    helped = any(one.lower_ in ("should", "must", "ought") for one in helpers_of(frame))
    return is_imperative(frame) or helped or urged


def _is_told(frame: Frame) -> bool:
    """An obligation that is told, not urged: "was forced to", "had to", "would have to", "the fees she has to pay"."""
    if frame.rule in ("helper_require", "helper_force", "helper_oblige"):
        return True
    if frame.rule not in ("helper_have", "helper_need"):
        return False
    below = base(frame.chain[0]) in ("acl", "advcl")
    return below or is_past(frame) or any(one.lower_ in ("would", "'d", "’d") for one in helpers_of(frame))


def _names(word: Token) -> bool:
    """`called him [a fool]`, `thought it [cheap]`; not `put it [at $3m]`, `called it [Stima]`."""
    described = word.pos_ == "NOUN" and word.lemma_.lower() not in column("professions", "word")
    return word.pos_ == "ADJ" or (described and any(one.lower_ in ("a", "an") for one in word.lefts))


def _lies_ahead(frame: Frame) -> bool:
    """`is likely to fall`; not `is likely to have fallen`."""
    likely = any(one.lower_ in ("likely", "unlikely") for one in frame.chain[:-1])
    return likely and is_infinitive(frame.verb) and not is_perfect(frame)


def _happens_then(frame: Frame, date: Token) -> bool:
    """Is a date the time of what the predicate tells, and that neither told in the past nor a promise ("promises two
    million homes by 2031")?"""
    if is_past(frame) or frame.verb.lemma_.lower() in _promising():
        return False
    above = date
    while above not in frame.chain and above.head != above and above.pos_ not in ("VERB", "AUX"):
        above = above.head
    return above in frame.chain


@cache
def _promising() -> frozenset[str]:
    """Verbs that say what somebody means to do."""
    return frozenset(row["lemma"] for row in table("helper_verbs") if row["modality"] == "intended")


def _judging_word(frame: Frame) -> Token | None:
    """The evaluative word that is the predicate, or in it: "is a steadfast ally", "we need doctors"."""
    words = column("evaluative", "word")
    verb = frame.verb if frame.rule.startswith("helper") else frame.chain[0]
    candidates = [verb]
    if child(verb, "cop") is not None or verb.pos_ in ("ADJ", "NOUN"):
        candidates += [one for one in verb.children if base(one) in ("amod", "conj", "compound")]
    return next((one for one in candidates if one.lemma_.lower() in words or one.lower_ in words), None)


def _is_judgement(frame: Frame) -> bool:
    """A copula with an adjective or with "a …"; a name, "the …" or "Peru's …" says what a thing is, and where or
    who it is can be looked up."""
    guessed = frame.rule == "extraposed" and frame.modality is not None and frame.modality[0] == "probable"
    verb = frame.verb if guessed else frame.chain[0]  # "is likely to have left" judges nothing
    copula = child(verb, "cop")
    if copula is None or verb.pos_ in ("PROPN", "NUM", "ADV") or verb.ent_type_ or verb.lower_ == "what":
        return False  # "is what a nurse can pay"
    if verb.pos_ == "NOUN":
        names = any(
            base(one) in ("nmod", "case") and (one.pos_ == "ADP" or one.dep_ == "nmod:poss")
            for one in verb.children
        )
        definite = any(one.lower_ in ("the", "this", "that") for one in verb.children if base(one) == "det")
        return not (names or definite) and verb.lemma_.lower() not in column("professions", "word")
    return verb.pos_ in ("ADJ", "PRON", "VERB")
