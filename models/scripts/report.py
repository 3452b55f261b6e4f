"""metrics.json → the tables of figures in README.md, between its two marks; the short card in the model's meta.json.

python scripts/report.py METRICS.json README.md MODEL_DIR
"""

import json
import sys
from pathlib import Path

from pipeline import trust

OPEN, CLOSE = "<!-- figures -->", "<!-- /figures -->"
LIMITS = "## Limits"
COLUMNS = {
    "token_f": "words F", "sents_f": "sentences F", "tag_acc": "XPOS", "pos_acc": "UPOS", "morph_acc": "features",
    "lemma_acc": "lemmas", "dep_uas": "UAS", "dep_las": "LAS", "las_all": "LAS with punctuation",
    "baseline_tag_acc": "XPOS, commonest tag",
}  # fmt: skip
SYSTEMS = {
    "model_and_tables": "model + tables (what ships)", "model_alone": "model alone", "tables_alone": "tables alone",
    "capitals_baseline": "capitalised runs",
}  # fmt: skip
SHORT = (
    ("EWT test, raw text: UAS", "ewt-test", "dep_uas"),
    ("EWT test, raw text: LAS", "ewt-test", "dep_las"),
    ("EWT test: lemmas", "ewt-test", "lemma_acc"),
    ("GUM dev, raw text: LAS", "gum-dev", "dep_las"),
)
"""Rows of the short card: title, data, figure."""


def table(head: list[str], rows: list[list]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def syntax(metrics: dict) -> str:
    rows = [
        [name, found["words"], *(found.get(key, "") for key in COLUMNS)]
        for name, found in metrics["syntax"].items()
    ]
    return table(["raw text", "words", *COLUMNS.values()], rows)


def names(metrics: dict, kind: str) -> str:
    rows = []
    for name, found in metrics[kind].items():
        for system, title in SYSTEMS.items():
            score = found[system]["all"]
            rows.append([name, title, score["p"], score["r"], score["f"], score["n"]])
    return table(["held out", "system", "P", "R", "F1", "n"], rows)


def labels(metrics: dict, kind: str) -> str:
    rows = []
    for name, found in metrics[kind].items():
        for label, score in found["model_and_tables"].items():
            if label != "all" and score["n"]:
                rows.append([name, label, score["p"], score["r"], score["f"], score["n"]])
    return table(["held out", "label", "P", "R", "F1", "n"], rows)


def rounding(metrics: dict) -> str:
    keys = ("dep_uas", "dep_las", "tag_acc", "lemma_acc", "f")
    rows = [[name, *(lost.get(key, "") for key in keys)] for name, lost in metrics["rounding"].items()]
    return table(["points lost by rounding", "UAS", "LAS", "XPOS", "lemmas", "names F1 (model alone)"], rows)


def short(metrics: dict) -> list[dict]:
    """`{what, figure, beside}`: the figures of `opclaims model`, each with what it has to be compared to."""
    rows = []
    for title, name, key in SHORT:
        found = metrics["syntax"].get(name, {})
        if key in found:
            rows.append({"what": title, "figure": found[key], "beside": "references: see models/README.md"})
    for kind, said in (("names", "names"), ("coarse", "PER, ORG, LOC as annotated")):
        for name, found in metrics[kind].items():
            tables, capitals = (found[system]["all"]["f"] for system in ("tables_alone", "capitals_baseline"))
            beside = f"{tables} tables alone, {capitals} capitals"
            rows.append(
                {"what": f"{name}: {said}", "figure": found["model_and_tables"]["all"]["f"], "beside": beside}
            )
    return rows


def limits(card: str) -> list[str]:
    """The points of the card's section on limits."""
    section = card.partition(LIMITS)[2].partition("\n## ")[0]
    return [" ".join(point.split()) for point in section.split("\n- ")[1:]]


def main(source: str, readme: str, model: str) -> None:
    metrics = json.loads(Path(source).read_text(encoding="utf-8"))
    size = "Size: {megabytes} MB, the largest file {largest_file} MB.".format(**metrics["size"])
    tables = [
        syntax(metrics),
        "As the sources annotated them, exact edges:", names(metrics, "coarse"), labels(metrics, "coarse"),
        "In our labels:", names(metrics, "names"), labels(metrics, "names"), rounding(metrics), size,
    ]  # fmt: skip
    page = Path(readme)
    text = page.read_text(encoding="utf-8")
    before, after = text.split(OPEN)[0], text.split(CLOSE)[1]
    page.write_text(before + "\n\n".join((OPEN, *tables, CLOSE)) + after, encoding="utf-8")
    meta = Path(model) / "meta.json"
    content = json.loads(meta.read_text(encoding="utf-8"))
    content |= {"performance": metrics, "figures": short(metrics), "limits": limits(text)}
    meta.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    trust.seal(meta.parent)


if __name__ == "__main__":
    main(*sys.argv[1:])
