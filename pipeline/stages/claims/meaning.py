"""Words of a claim → polarity, modality, kind and facets. Rulings: corpus/GUIDELINES.md, 3."""

from spacy.tokens import Token

from pipeline.lexicon import column, table
from pipeline.stages.claims.frame import Frame
from pipeline.stages.claims.tree import base, child, mark_of, subject_of

Cues = list[list[Token]]


def polarity(frame: Frame, words: set[int]) -> tuple[str, Cues]:
    """Negated where an odd number of cues deny the predicate: "cannot ignore" is affirmed."""
    cues: Cues = [*frame.negations]
    for head in frame.chain:
        for one in head.children:
            if one.i not in words:
                continue
            if base(one) in ("advmod", "det", "cc") and _negates(one):
                cues.append(_with_fixed(one))
            elif base(one) in ("nsubj", "obj") or (one == frame.verb):
                cues += [[word] for word in (one, *one.children) if _is_negative_determiner(word, one)]
        if child(head, "cop") is not None:
            cues += [[word] for word in head.children if _is_negative_determiner(word, head)]
    cues = [cue for number, cue in enumerate(cues) if cue not in cues[:number]]
    return ("negated" if len(cues) % 2 else "affirmed"), cues


def _negates(token: Token) -> bool:
    if token.lower_ not in column("negations", "word") or token.lower_ in ("no", "few"):
        return (
            token.lower_ == "no"
            and token.i + 1 < len(token.doc)
            and token.nbor().lower_ in ("longer", "more")
        )
    after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return after not in ("only", "just", "merely", "simply", "least")


def _with_fixed(token: Token) -> list[Token]:
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return [token, after] if after is not None and token.lower_ == "no" else [token]


def _is_negative_determiner(word: Token, head: Token) -> bool:
    if word.lower_ in ("nobody", "nothing", "none"):
        return True
    if word == head or base(word) not in ("det", "amod", "advmod"):
        return False
    before = word.doc[word.i - 1].lower_ if word.i else ""
    if word.lower_ == "few":
        return before != "a"
    return word.lower_ in ("no", "neither")


def modality(frame: Frame, words: set[int]) -> tuple[str, Cues, str]:
    """`(value, cues, rule)`: the first that applies, from the least real to the plainly asserted."""
    condition = next(
        (one for one in _subordinate(frame) if mark_of(one) in ("if", "unless", "as long as")), None
    )
    would = next((one for one in _helpers(frame) if one.lower_ in ("would", "'d", "’d")), None)
    if would is not None and (condition is not None or _is_perfect(frame)):
        return "counterfactual" if _is_perfect(frame) else "conditional", [[would]], "would"
    if condition is not None:
        return "conditional", [[mark for mark in condition.children if base(mark) == "mark"][:1]], "if"
    if frame.modality is not None and frame.rule in ("let_us", "extraposed"):
        return frame.modality[0], [frame.modality[1]], frame.rule
    rows = {row["word"]: row["modality"] for row in table("modals")}
    for one in (*_helpers(frame), *_adverbs(frame)):
        if one.lower_ in rows and one.i in words:
            return _by_word(frame, one, rows[one.lower_])
    if frame.modality is not None:
        return frame.modality[0], [frame.modality[1]], frame.rule
    if would is not None:
        return "conditional", [[would]], "would"
    if _is_imperative(frame):
        return "recommended", [], "imperative"
    return "asserted", [], "plain"


def _by_word(frame: Frame, cue: Token, value: str) -> tuple[str, Cues, str]:
    if cue.lower_ == "must" and _is_perfect(frame):  # "they must have known": an inference
        value = "probable"
    return value, [[cue]], f"modal_{cue.lower_}"


def _helpers(frame: Frame) -> list[Token]:
    return [*frame.shared, *(one for head in frame.chain for one in head.children if base(one) == "aux")]


def _adverbs(frame: Frame) -> list[Token]:
    return [one for head in frame.chain for one in head.children if base(one) == "advmod"]


def _subordinate(frame: Frame) -> list[Token]:
    return [one for head in frame.chain for one in head.children if base(one) == "advcl"]


def _is_perfect(frame: Frame) -> bool:
    return any(one.lower_ in ("have", "'ve", "’ve") for one in _helpers(frame))


def _is_imperative(frame: Frame) -> bool:
    verb = frame.chain[0]
    if "Imp" in verb.morph.get("Mood"):
        return subject_of(verb) is None
    bare = verb.tag_ == "VB" and not _helpers(frame) and subject_of(verb) is None
    return bare and base(verb) in ("root", "conj") and not any(one.lower_ == "to" for one in verb.children)


def kind(frame: Frame, value: str, rule: str) -> tuple[str, str]:
    """`(kind, rule)`: recommendation, prediction, evaluation or fact, in the order the guidelines ask."""
    if value in ("recommended", "obligatory") and frame.rule not in (
        "helper_require",
        "helper_force",
        "helper_oblige",
    ):
        return "recommendation", rule
    if value == "predicted":
        return "prediction", rule
    if value == "conditional" and any(one.lower_ in ("will", "wo", "shall") for one in _helpers(frame)):
        return "prediction", "will"
    word = _judging_word(frame)
    return ("evaluation", f"evaluative_{word.lower_}") if word is not None else ("fact", "default")


def _judging_word(frame: Frame) -> Token | None:
    """The evaluative word that is the predicate, or in it: "is a steadfast ally"."""
    words = column("evaluative", "word")
    verb = frame.chain[0]
    nominal = child(verb, "cop") is not None or verb.pos_ in ("ADJ", "NOUN")
    if not nominal:
        return None
    candidates = [verb, *(one for one in verb.children if base(one) in ("amod", "conj", "compound"))]
    return next((one for one in candidates if one.lemma_.lower() in words or one.lower_ in words), None)


def facets(frame: Frame, words: list[int], has_amount: bool) -> list[str]:
    """In the order of the record's enum, so that the same claim always reads the same."""
    doc = frame.verb.doc
    found = set(frame.facets)
    if has_amount:
        found.add("quantity")
    rows = {row["lemma"]: row["facet"] for row in table("facets")}
    main = {token.lemma_.lower() for token in frame.chain}
    for index in words:
        token = doc[index]
        facet = rows.get(token.lemma_.lower()) or rows.get(token.lower_)
        if facet == "rule":
            continue
        if facet and (token.lemma_.lower() in main or facet == "comparison" or token.lower_ == "because"):
            found.add(facet)
    subject = subject_of(frame.chain[0])
    if subject is not None and rows.get(subject.lemma_.lower()) == "rule":
        found.add("rule")
    if (
        subject is not None
        and subject.lower_ == "i"
        and any("Past" in verb.morph.get("Tense") for verb in frame.chain)
    ):
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
