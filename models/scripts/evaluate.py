"""A trained pipeline × held-out gold → metrics.json: syntax on raw text, names by label, baselines, speed.

    python scripts/evaluate.py MODEL_DIR OUT.json TRAIN.spacy syntax|names:NAME:GOLD.spacy …

Gold documents are read as raw text by our own tokenizer; tokens that it cuts otherwise count as misses.
Names that the gold leaves open (see names.py) count neither way.
"""

import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import baselines
import spacy
from spacy.language import Language
from spacy.scorer import Scorer, get_ner_prf
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from pipeline.stages.entities.entities import Entities

SYNTAX = ("token_f", "sents_f", "tag_acc", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las")


def syntax(nlp: Language, gold: list[Doc], train: list[Doc]) -> dict:
    examples = [Example(nlp(doc.text), doc) for doc in gold]
    scores = {**Scorer(nlp).score(examples), **Scorer.score_tokenization(examples)}
    found = {key: _percent(scores[key]) for key in SYNTAX if key in scores}
    table = baselines.commonest_tags(train)
    found["baseline_tag_acc"] = _percent(baselines.tag_accuracy(table, examples))
    return {"sentences": sum(len(list(doc.sents)) for doc in gold), "words": sum(map(len, gold)), **found}


def names(nlp: Language, gold: list[Doc]) -> dict:
    """Per system, overall and by label: precision, recall, F1, n of gold."""
    entities = Entities()
    guessed = [nlp(doc.text) for doc in gold]
    bare = [nlp.make_doc(doc.text) for doc in gold]
    systems = {
        "ner_alone": guessed,
        "ner_and_tables": [entities(doc.copy()) for doc in guessed],
        "tables_alone": [entities(doc.copy()) for doc in bare],
        "capitals_baseline": [baselines.capitals(doc) for doc in bare],
    }
    return {name: _prf(found, gold) for name, found in systems.items()}


def _prf(found: list[Doc], gold: list[Doc]) -> dict:
    scores = get_ner_prf([Example(*pair) for pair in zip(found, gold, strict=True)])
    counts: dict[str, int] = {}
    for doc in gold:
        for ent in doc.ents:
            counts[ent.label_] = counts.get(ent.label_, 0) + 1
    table = {"all": _triple(scores["ents_p"], scores["ents_r"], scores["ents_f"], sum(counts.values()))}
    for label, score in sorted((scores["ents_per_type"] or {}).items()):
        table[label] = _triple(score["p"], score["r"], score["f"], counts.get(label, 0))
    return table


def _triple(p: float, r: float, f: float, n: int) -> dict:
    return {"p": _percent(p), "r": _percent(r), "f": _percent(f), "n": n}


def _percent(value: float | None) -> float | None:
    return None if value is None else round(100 * value, 1)


def speed(nlp: Language, texts: Iterable[str]) -> dict:
    """Words a second of one core's time, so that a busy machine does not show."""
    texts = list(texts)
    start = time.process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return {"words": words, "words_per_second": round(words / (time.process_time() - start))}


def main(model: str, out: str, train: str, *given: str) -> None:
    nlp = spacy.load(model)
    training = list(DocBin().from_disk(train).get_docs(nlp.vocab))
    metrics: dict[str, dict] = {"syntax": {}, "names": {}}
    for kind, name, path in (item.split(":") for item in given):
        gold = list(DocBin().from_disk(path).get_docs(nlp.vocab))
        metrics[kind][name] = syntax(nlp, gold, training) if kind == "syntax" else names(nlp, gold)
        if kind == "syntax" and "speed" not in metrics:
            metrics["speed"] = speed(nlp, (doc.text for doc in gold))
    Path(out).write_text(json.dumps(metrics, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(json.dumps(metrics["syntax"], indent=1))
    for name, found in metrics["names"].items():
        print(name, {system: scores["all"] for system, scores in found.items()})


if __name__ == "__main__":
    main(*sys.argv[1:])
