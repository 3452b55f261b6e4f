"""A trained pipeline × held-out gold → metrics.json: syntax on raw text, names by label, baselines, size.

    python scripts/evaluate.py MODEL_DIR OUT.json TRAIN.spacy syntax|names|coarse:NAME:GOLD.spacy … [--float MODEL_DIR]

`names` are scored in our labels (what the gold leaves open, see names.py, counts neither way), `coarse` as the source
annotated them. `--float`: the same model without rounding; what rounding costs is written beside.
"""

import argparse
import json
from pathlib import Path

import baselines
import measures
import spacy
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from pipeline.stages.entities.entities import Entities

SCORES = {"names": measures.names, "coarse": measures.coarse}


def measured(nlp, kind: str, gold: list[Doc], commonest: dict[str, str]) -> dict:
    if kind == "syntax":
        bare = [Example(nlp.make_doc(doc.text), doc) for doc in gold]
        counts = {"sentences": sum(len(list(doc.sents)) for doc in gold), "words": sum(map(len, gold))}
        baseline = {"baseline_tag_acc": measures.percent(baselines.tag_accuracy(commonest, bare))}
        return {**counts, **measures.syntax(nlp, gold), **baseline}
    docs = measures.systems(nlp, Entities(), baselines.capitals, gold)
    return {name: SCORES[kind](found, gold) for name, found in docs.items()}


def lost(whole, kind: str, gold: list[Doc], found: dict) -> dict[str, float]:
    """What the rounded model has less than the whole one, in points."""
    if kind == "syntax":
        better = measures.syntax(whole, gold)
        return {
            key: round(better[key] - found[key], 1) for key in ("dep_uas", "dep_las", "tag_acc", "lemma_acc")
        }
    better = SCORES[kind]([whole(doc.text) for doc in gold], gold)["all"]["f"]
    return {"f": round(better - found["model_alone"]["all"]["f"], 1)}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("model", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("train", type=Path)
    options.add_argument("gold", nargs="+", help="kind:name:path")
    options.add_argument("--float", type=Path)
    chosen = options.parse_args()
    nlp = spacy.load(chosen.model)
    whole = spacy.load(chosen.float) if chosen.float else None
    commonest = baselines.commonest_tags(DocBin().from_disk(chosen.train).get_docs(nlp.vocab))
    metrics: dict[str, dict] = {"syntax": {}, "names": {}, "coarse": {}, "rounding": {}}
    for kind, name, path in (item.split(":") for item in chosen.gold):
        gold = list(DocBin().from_disk(path).get_docs(nlp.vocab))
        metrics[kind][name] = measured(nlp, kind, gold, commonest)
        if whole:
            metrics["rounding"][f"{kind} {name}"] = lost(whole, kind, gold, metrics[kind][name])
        print(
            name,
            json.dumps(_brief(kind, metrics[kind][name])),
            metrics["rounding"].get(f"{kind} {name}", ""),
            flush=True,
        )
    files = [file.stat().st_size for file in chosen.model.rglob("*") if file.is_file()]
    metrics["size"] = {"megabytes": round(sum(files) / 1e6, 1), "largest_file": round(max(files) / 1e6, 1)}
    chosen.out.write_text(json.dumps(metrics, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _brief(kind: str, found: dict) -> dict:
    return found if kind == "syntax" else {system: scores["all"] for system, scores in found.items()}


if __name__ == "__main__":
    main()
