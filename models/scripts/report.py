"""metrics.json → the tables of figures in README.md, between its two marks; and into the model's meta.json.

python scripts/report.py METRICS.json README.md MODEL_DIR
"""

import json
import sys
from pathlib import Path

OPEN, CLOSE = "<!-- figures -->", "<!-- /figures -->"
COLUMNS = {
    "token_f": "words F", "sents_f": "sentences F", "tag_acc": "XPOS", "pos_acc": "UPOS", "morph_acc": "features",
    "lemma_acc": "lemmas", "dep_uas": "UAS", "dep_las": "LAS", "baseline_tag_acc": "XPOS, commonest tag",
}  # fmt: skip
SYSTEMS = {
    "ner_and_tables": "ner + tables (what ships)", "ner_alone": "ner alone", "tables_alone": "tables alone",
    "capitals_baseline": "capitalised runs",
}  # fmt: skip


def table(head: list[str], rows: list[list]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def syntax(metrics: dict) -> str:
    rows = [
        [name, found["words"], *(found.get(key, "") for key in COLUMNS)]
        for name, found in metrics["syntax"].items()
    ]
    return table(["raw text", "words", *COLUMNS.values()], rows)


def names(metrics: dict) -> str:
    rows = []
    for name, found in metrics["names"].items():
        for system, title in SYSTEMS.items():
            score = found[system]["all"]
            rows.append([name, title, score["p"], score["r"], score["f"], score["n"]])
    return table(["held out", "system", "P", "R", "F1", "n"], rows)


def labels(metrics: dict) -> str:
    rows = []
    for name, found in metrics["names"].items():
        for label, score in found["ner_and_tables"].items():
            if label != "all" and score["n"]:
                rows.append([name, label, score["p"], score["r"], score["f"], score["n"]])
    return table(["held out", "label", "P", "R", "F1", "n"], rows)


def main(source: str, readme: str, model: str) -> None:
    metrics = json.loads(Path(source).read_text(encoding="utf-8"))
    speed = f"Speed: {metrics['speed']['words_per_second']} words a second (time of one core)."
    figures = "\n\n".join((OPEN, syntax(metrics), names(metrics), labels(metrics), speed, CLOSE))
    page = Path(readme)
    text = page.read_text(encoding="utf-8")
    before, after = text.split(OPEN)[0], text.split(CLOSE)[1]
    page.write_text(before + figures + after, encoding="utf-8")
    meta = Path(model) / "meta.json"
    content = json.loads(meta.read_text(encoding="utf-8"))
    content["performance"] = metrics
    meta.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
