"""Words of a claim → polarity, modality, kind and facets. Rulings: corpus/GUIDELINES.md, 3."""

from collections.abc import Iterable
from functools import cache

from pipeline.lexicon import column, mapping, table
from pipeline.plain import Span, Token
from pipeline.stages.claims.frame import Frame
from pipeline.stages.claims.infinitives import is_subjunctive
from pipeline.stages.claims.tree import (
    base,
    child,
    is_infinitive,
    is_inverted,
    mark_of,
    subject_of,
    verb_group,
)

Cues = list[list[Token]]


def polarity(frame: Frame, words: set[int]) -> tuple[str, Cues]:
    """Negated where an odd number of cues deny the predicate: "cannot ignore" is affirmed."""
    cues: Cues = [*frame.negations]
    for head in frame.chain:
        for one in head.children:
            if one.i in words and base(one) in ("nsubj", "obj"):
                cues += [[word] for word in (one, *one.children) if _is_negative_determiner(word, one)]
        if child(head, "cop") is not None:
            determiners = (one for one in head.children if base(one) in ("det", "amod", "advmod"))
            cues += [[word] for word in determiners if _is_negative_determiner(word, head)]
            cues += filter(None, [_far_from(head)])
    cues += [_with_longer(one) for one in adverbs_of(frame) if one.i in words and _negates(one)]
    cues = [cue for number, cue in enumerate(cues) if cue not in cues[:number]]
    return ("negated" if len(cues) % 2 else "affirmed"), cues


def adverbs_of(frame: Frame) -> list[Token]:
    """The adverbs of the verbs, and whatever stands between a helper and its verb or right behind a copula."""
    found = {one.i for head in frame.chain for one in head.children if base(one) in ("advmod", "cc", "det")}
    for head in frame.chain:
        verbs = [one.i for one in head.children if base(one) in ("aux", "cop")]
        if verbs and min(verbs) < head.i:
            found |= set(range(min(verbs) + 1, min(head.i, max(verbs) + 3)))
    doc = frame.verb.doc
    near = {i for head in frame.chain for i in (head.i, head.i + 1) if i < len(doc)}
    found |= {i for i in near if doc[i].lower_ in ("not", "n't", "n’t")}  # "They are not."
    return [doc[i] for i in sorted(found) if doc[i].pos_ in ("ADV", "PART", "CCONJ", "DET")]


def _negates(token: Token) -> bool:
    """ "not", "never", "no longer"; but "not only" and "not just" deny nothing."""
    if token.lower_ in ("longer", "more"):
        return token.i > 0 and token.doc[token.i - 1].lower_ == "no"
    if token.lower_ in ("no", "few", "none") or token.lower_ not in column("negations", "word"):
        return False
    after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return after not in ("only", "just", "merely", "simply", "least")


def _with_longer(token: Token) -> list[Token]:
    return [token.doc[token.i - 1], token] if token.lower_ in ("longer", "more") else [token]


def _is_negative_determiner(word: Token, head: Token) -> bool:
    if word.lower_ in ("nobody", "nothing", "none"):
        return True
    if word.lower_ == "neither" and base(word) in ("cc", "det", "advmod"):
        return word != head
    if word == head or base(word) not in ("det", "amod", "advmod"):
        return False
    before = word.doc[word.i - 1].lower_ if word.i else ""
    if word.lower_ == "few":
        return before != "a"
    if word.lower_ in ("hardly", "scarcely"):
        return head.lower_.startswith("any") or any(one.lower_ == "any" for one in head.children)
    if word.lower_ == "not":  # "not one krone", "not a single nurse"
        return word.nbor().lower_ in ("one", "a") if word.i + 1 < len(word.doc) else False
    return word.lower_ == "no"


def _far_from(head: Token) -> list[Token] | None:
    """ "is *far from* perfect", "is *anything but* fair" deny what follows; "is far from the sea" does not."""
    doc = head.doc
    for at in range(max(head.i - 3, 0), min(head.i + 1, len(doc) - 2)):
        words, after = (doc[at].lower_, doc[at + 1].lower_), doc[at + 2]
        if words == ("far", "from") and (after.tag_ in ("JJ", "VBG", "RB") or after.lower_ in ("a", "an")):
            return list(doc[at : at + 2])
        if words == ("anything", "but"):
            return list(doc[at : at + 2])
    return None


def modality(frame: Frame, words: set[int]) -> tuple[str, Cues, str]:
    """`(value, cues, rule)`: the first that applies, from the least real to the plainly asserted."""
    condition = next(
        (one for one in _subordinate(frame) if mark_of(one) in ("if", "unless", "as long as")), None
    )
    inverted = any(is_inverted(one) for one in _subordinate(frame))
    would = next((one for one in _helpers(frame) if one.lower_ in ("would", "'d", "’d")), None)
    if would is not None and any(one.lower_ in ("rather", "sooner") for one in _adverbs(frame)):
        return "asserted", [], "would_rather"
    if would is not None and (inverted or _is_perfect(frame) or (condition and _is_pluperfect(condition))):
        return "counterfactual", [[would]], "would_have"
    if condition is not None:
        return "conditional", [[mark for mark in condition.children if base(mark) == "mark"][:1]], "if"
    if frame.modality is not None and frame.rule in ("let_us", "extraposed"):
        return frame.modality[0], [frame.modality[1]], frame.rule
    rows = mapping("modals", "word", "modality")
    for one in (*_adverbs(frame), *_helpers(frame)):
        if one.lower_ in rows and (one.i in words or one in frame.shared):
            return _by_word(frame, one, rows[one.lower_])
    if frame.modality is not None:
        return frame.modality[0], [frame.modality[1]], frame.rule
    if would is not None:
        if _told_in_the_past(frame):
            return "predicted", [[would]], "would_told"
        return "conditional", [[would]], "would"
    planned = _is_to(frame)
    if planned is not None:
        return "predicted", [[planned, planned.nbor()]], "is_to"
    if _is_imperative(frame):
        return "recommended", [], "imperative"
    if is_subjunctive(frame.chain[0]):
        return "recommended", [], "subjunctive"
    return "asserted", [], "plain"


def _told_in_the_past(frame: Frame) -> bool:
    """ "warned that shells would last two days": a "will" in the mouth of somebody who spoke then."""
    verb = frame.chain[0]
    while base(verb) == "conj" and verb.head != verb:
        verb = verb.head
    if base(verb) not in ("ccomp", "csubj", "acl") or verb.head == verb:
        return False
    if verb.head.tag_ == "VBG" and base(verb.head) == "advcl":  # "said so, adding that it would"
        verb = verb.head
    return any("Past" in one.morph.get("Tense", []) for one in verb_group(verb.head))


def _is_to(frame: Frame) -> Token | None:
    """The "is" of "the line is to carry the power", "the brigade is to be strong"."""
    copulas = [one for one in frame.chain[-1].children if base(one) == "cop"]
    for one in (*_helpers(frame), *copulas[:-1]):
        behind = one.nbor() if one.i + 1 < len(one.doc) else None
        if (
            one.lemma_ == "be"
            and base(one) in ("aux", "cop")
            and behind is not None
            and behind.lower_ == "to"
        ):
            return one
    return None


def _is_pluperfect(verb: Token) -> bool:
    return any(base(one) == "aux" and one.lower_ in ("had", "'d", "’d") for one in verb.children)


def _by_word(frame: Frame, cue: Token, value: str) -> tuple[str, Cues, str]:
    if cue.lower_ == "could" and any(_negates(one) for one in adverbs_of(frame)) and not _is_perfect(frame):
        return "asserted", [[cue]], "could_not"  # an inability that was
    if cue.lower_ == "must" and _is_perfect(frame):  # "they must have known": an inference
        value = "probable"
    return value, [[cue]], f"modal_{cue.lower_}"


def _helpers(frame: Frame) -> list[Token]:
    alone = [head for head in frame.chain if head.tag_ == "MD"]  # "They will not."
    return [
        *frame.shared,
        *alone,
        *(one for head in frame.chain for one in head.children if base(one) == "aux"),
    ]


def _adverbs(frame: Frame) -> list[Token]:
    return [one for head in frame.chain for one in head.children if base(one) == "advmod"]


def _subordinate(frame: Frame) -> list[Token]:
    return [one for head in frame.chain for one in head.children if base(one) == "advcl"]


def _is_perfect(frame: Frame) -> bool:
    return any(one.lower_ in ("have", "'ve", "’ve") for one in _helpers(frame))


def _is_imperative(frame: Frame) -> bool:
    """A bare verb without a subject, with no noun or verb before it in its sentence: "Pay the nurses"."""
    verb = frame.chain[0]
    do = [one for one in _helpers(frame) if one.lower_ in ("do", "don", "don't")]
    helpers = [one for one in _helpers(frame) if one not in do]
    if subject_of(verb) is not None or helpers or any(one.lower_ == "to" for one in verb.children):
        return False
    if verb.tag_ != "VB" and "Imp" not in verb.morph.get("Mood", []):
        return False
    if base(verb) == "conj" and verb.head.tag_ == "VB":
        return subject_of(verb.head) is None and base(verb.head) == "root"
    before = verb.doc[verb.sent.start : verb.i]
    return not any(one.pos_ in ("NOUN", "PROPN", "PRON", "VERB", "AUX") for one in before if one not in do)


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
    will = any(one.lower_ in ("will", "wo", "shall") for one in _helpers(frame))
    if value == "predicted" or (value in ("probable", "possible") and (will or _lies_ahead(frame))):
        return "prediction", rule
    if value == "conditional" and any(
        one.lower_ in ("will", "wo", "shall", "would") for one in _helpers(frame)
    ):
        return "prediction", "conditional"
    if value not in ("intended", "counterfactual") and any(_happens_then(frame, date.root) for date in ahead):
        return "prediction", "date_ahead"
    word = _judging_word(frame)
    if word is not None and not (measured and word.pos_ == "VERB"):
        return "evaluation", f"evaluative_{word.lower_}"
    head = frame.chain[0]
    judges = _is_judgement(frame) or (named and _names(head)) or _far_from(head) is not None
    return ("evaluation", "copula") if not measured and judges else ("fact", "default")


def _is_told(frame: Frame) -> bool:
    """An obligation that is told, not urged: "was forced to", "had to", "would have to", "the fees she has to pay"."""
    if frame.rule in ("helper_require", "helper_force", "helper_oblige"):
        return True
    if frame.rule not in ("helper_have", "helper_need"):
        return False
    below = base(frame.chain[0]) in ("acl", "advcl")
    return below or _is_past(frame) or any(one.lower_ in ("would", "'d", "’d") for one in _helpers(frame))


def _names(word: Token) -> bool:
    """`called him [a fool]`, `thought it [cheap]`; not `put it [at $3m]`, `called it [Stima]`."""
    described = word.pos_ == "NOUN" and word.lemma_.lower() not in column("professions", "word")
    return word.pos_ == "ADJ" or (described and any(one.lower_ in ("a", "an") for one in word.lefts))


def _lies_ahead(frame: Frame) -> bool:
    """`is likely to fall`; not `is likely to have fallen`."""
    likely = any(one.lower_ in ("likely", "unlikely") for one in frame.chain[:-1])
    return likely and is_infinitive(frame.verb) and not _is_perfect(frame)


def _happens_then(frame: Frame, date: Token) -> bool:
    """Is a date the time of what the predicate tells, and that neither told in the past nor a promise ("promises two
    million homes by 2031")?"""
    if _is_past(frame) or frame.verb.lemma_.lower() in _promising():
        return False
    above = date
    while above not in frame.chain and above.head != above and above.pos_ not in ("VERB", "AUX"):
        above = above.head
    return above in frame.chain


@cache
def _promising() -> frozenset[str]:
    """Verbs that say what somebody means to do."""
    return frozenset(row["lemma"] for row in table("helper_verbs") if row["modality"] == "intended")


def _is_past(frame: Frame) -> bool:
    verbs = [
        *_helpers(frame),
        *(one for head in frame.chain for one in (head, child(head, "cop")) if one is not None),
    ]
    finite = [one for one in verbs if one.tag_ in ("VBD", "VBZ", "VBP", "MD")]
    return bool(finite) and finite[0].tag_ == "VBD"


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


def facets(frame: Frame, words: list[int], figures: set[int]) -> list[str]:
    """In the order of the record's enum. `figures`: tokens inside amounts ("more than 30" compares nothing)."""
    measured = bool(figures & set(words))
    found = {*frame.facets, *(["quantity"] if measured else [])}
    rows = mapping("facets", "lemma", "facet")
    main = {token.lemma_.lower() for token in frame.chain}
    for token in (frame.verb.doc[index] for index in words if index not in figures):
        lemma = token.lemma_.lower()
        facet = rows.get(lemma) or rows.get(token.lower_)
        if facet and facet != "rule":
            word_will_do = token.lower_ == "because" or (facet == "comparison" and token.pos_ != "VERB")
            if word_will_do or (lemma in main and (facet != "comparison" or measured)):
                found.add(facet)
        graded = token.tag_ in ("JJR", "RBR", "JJS") and token.lower_ not in ("more", "less", "most", "least")
        if graded and token.doc[max(0, token.i - 1)].lower_ != "no":
            found.add("comparison")
    subject = subject_of(frame.chain[0])
    if subject is not None and rows.get(subject.lemma_.lower()) == "rule":
        found.add("rule")
    past = any("Past" in verb.morph.get("Tense", []) for verb in frame.chain)
    if subject is not None and subject.lower_ in ("i", "we") and past:
        found.add("experience")
    if _defines(frame):
        found.add("definition")
    order = ("quantity", "causal", "comparison", "definition", "commitment", "rule", "experience")
    return [facet for facet in order if facet in found]


def _defines(frame: Frame) -> bool:
    """`Stima means electricity`; `a levy is a kind of tax`."""
    verb = frame.verb
    if verb.lemma_.lower() in ("mean", "define", "denote") and child(verb, "obj") is not None:
        return True
    return child(verb, "cop") is not None and verb.lemma_.lower() in ("kind", "type", "form", "sort")
