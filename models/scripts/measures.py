"""A pipeline × gold Docs → precision, recall, F1. Gold is read as raw text by our own tokenizer; words that it cuts
otherwise count as misses."""

from collections.abc import Callable, Iterable

from spacy.language import Language
from spacy.scorer import PRFScore, Scorer, get_ner_prf
from spacy.tokens import Doc, Token
from spacy.training import Example

SYNTAX = ("token_f", "sents_f", "tag_acc", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las")
PUNCTUATION = ("p", "punct")
COARSE = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


def syntax(nlp: Language, gold: list[Doc]) -> dict[str, float]:
    """F1 of words, sentences, tags, UPOS, features, lemmas, heads, and heads with labels, in per cent.

    Trees as `spacy evaluate` counts them, without punctuation; `las_all` with it, as the CoNLL 2018 task does."""
    examples = [Example(nlp(doc.text), doc) for doc in gold]
    scores = Scorer.score_tokenization(examples)
    for attribute in ("tag", "pos", "morph", "lemma"):
        scores |= Scorer.score_token_attr(examples, attribute)
    whole = Scorer.score_deps(examples, "dep", getter=_label, ignore_labels=())
    scores |= Scorer.score_deps(examples, "dep", getter=_label, ignore_labels=PUNCTUATION)
    scores |= Scorer.score_spans(examples, "sents", getter=_sentences, has_annotation=lambda doc: True)
    return {key: percent(scores[key]) for key in SYNTAX} | {"las_all": percent(whole["dep_las"])}


def _label(token: Token, attribute: str) -> str:
    """As a string: numbers of labels are never among those to be left out."""
    return token.vocab.strings.as_string(getattr(token, attribute)).lower()


def _sentences(doc: Doc, _: str) -> Iterable:
    return doc.sents


def names(found: list[Doc], gold: list[Doc]) -> dict[str, dict]:
    """By label and over all; what the gold leaves open counts neither way."""
    scores = get_ner_prf([Example(*pair) for pair in zip(found, gold, strict=True)])
    counts: dict[str, int] = {}
    for doc in gold:
        for ent in doc.ents:
            counts[ent.label_] = counts.get(ent.label_, 0) + 1
    table = {"all": _row(scores["ents_p"], scores["ents_r"], scores["ents_f"], sum(counts.values()))}
    for label, score in sorted((scores["ents_per_type"] or {}).items()):
        table[label] = _row(score["p"], score["r"], score["f"], counts.get(label, 0))
    return table


def coarse(found: list[Doc], gold: list[Doc]) -> dict[str, dict]:
    """PER, ORG and LOC as the source annotated them, exact edges; our other labels are dropped."""
    scores: dict[str, PRFScore] = {label: PRFScore() for label in ("all", *sorted(set(COARSE.values())))}
    for ours, theirs in zip(found, gold, strict=True):
        guessed = {(e.start_char, e.end_char, COARSE[e.label_]) for e in ours.ents if e.label_ in COARSE}
        right = {(e.start_char, e.end_char, e.label_) for e in theirs.ents}
        for label, score in scores.items():
            score.score_set(*({s for s in spans if label in ("all", s[2])} for spans in (guessed, right)))
    return {label: _row(s.precision, s.recall, s.fscore, s.tp + s.fn) for label, s in scores.items()}


def systems(
    nlp: Language, tables: Callable[[Doc], Doc], baseline: Callable[[Doc], Doc], gold: list[Doc]
) -> dict[str, list[Doc]]:
    """System → its Docs: the model alone, with our tables over it, the tables alone, capitals."""
    guessed = [nlp(doc.text) for doc in gold]
    bare = [nlp.make_doc(doc.text) for doc in gold]
    return {
        "model_and_tables": [tables(doc.copy()) for doc in guessed],
        "model_alone": guessed,
        "tables_alone": [tables(doc.copy()) for doc in bare],
        "capitals_baseline": [baseline(doc) for doc in bare],
    }


def _row(p: float, r: float, f: float, n: int) -> dict:
    return {"p": percent(p), "r": percent(r), "f": percent(f), "n": n}


def percent(value: float | None) -> float:
    return round(100 * (value or 0.0), 1)
