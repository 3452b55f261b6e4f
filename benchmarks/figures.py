"""The table of figures in README.md, made from a run: `python benchmarks/figures.py outputs --write`.

Without `--write` it prints the table; with `--check` it ends with 1 if README.md has another one.
"""

import argparse
import sys
from pathlib import Path

from pipeline import load
from pipeline.cli.records import of_parts
from pipeline.record import Document
from pipeline.score import MACRO, Row, Scores, score
from pipeline.store import read
from pipeline.trial import alone

ROOT = Path(__file__).parent.parent
README, CORPUS = ROOT / "README.md", ROOT / "corpus"
BEGIN, END = "<!-- figures: python benchmarks/figures.py outputs --write -->\n", "<!-- end of figures -->"
LINES = (
    ("entities", "strict", "", "names, span and label", "runs of capitals / the trained model"),
    (
        "money",
        "+bounds",
        "",
        "amounts: value, currency, comparator and bounds",
        "figures with a mark / quantulum3",
    ),
    ("money", "+bounds", "currency", "the same, sums of money only", ""),
    ("dates", "+relation", "", "dates: first and last day, and relation", "four-digit years / dateparser"),
    ("claims", "strict", "", "claims, exact span", "sentences / subject–verb–object"),
    ("claims", "partial", "", "claims, the same by half their words", ""),
    ("claims", "whole", "", "claims, whole: words, predicate and subject", ""),
    ("claims", "kind", MACRO, "kind, end to end (macro)", "the majority label"),
    ("claims", "modality", MACRO, "modality, end to end (macro)", ""),
    ("claims", "polarity", MACRO, "polarity, end to end (macro)", ""),
    ("attribution", "reported", "", "claims that somebody else is made to say", "all the author's"),
    ("transfers", "transfer", "", "money that moves", ""),
)
"""Stage, measure and label; what the reader is told; what stands in the two columns beside."""


def main() -> None:
    """As the module says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("found", type=Path, help="documents.jsonl, or the folder it is in")
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    parser.add_argument("--check", action="store_true", help="end with 1 if README.md has another table")
    given = parser.parse_args()
    made = table(list(read(given.found)))
    text = README.read_text(encoding="utf-8")
    head, rest = text.split(BEGIN)
    _, tail = rest.split(END)
    whole = head + BEGIN + made + END + tail
    if given.write:
        README.write_text(whole, encoding="utf-8")
    elif given.check and whole != text:
        sys.exit(f"README.md has other figures than this run:\n{made}")
    else:
        print(made, end="")


def table(found: list[Document]) -> str:
    """Markdown: dev, test, both with their interval, and what stands beside."""
    gold = parts()
    both = gold["dev"] + gold["test"]
    nlp = load()
    sides = {part: score(found, documents) for part, documents in gold.items()}
    whole = score(found, both, library=[alone(nlp, document) for document in both])
    claims = figure(whole, ("claims", "strict", "")).gold  # those that count: optional ones do not
    lines = [
        f"| F1 on {len(gold['dev'])} op-eds of `dev`, {len(gold['test'])} of `test` ({claims:,} claims) | dev | test "
        "| both, 95 % | trivial / library alone | what these are |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for stage, measure, label, name, beside in LINES:
        key = (stage, measure, label)
        dev, test, both_row = figure(sides["dev"], key), figure(sides["test"], key), figure(whole, key)
        ends = f"{share(both_row.f1)} ({share(both_row.low)} to {share(both_row.high)})"
        others = f"{share(both_row.baseline)} / {share(both_row.library)}"
        lines.append(f"| {name} | {share(dev.f1)} | {share(test.f1)} | {ends} | {others} | {beside} |")
    return "\n".join(lines) + "\n"


def parts() -> dict[str, list[Document]]:
    """Gold of dev and of test."""
    gold = list(read(CORPUS / "gold"))
    return {part: of_parts(gold, [part], CORPUS / "gold") for part in ("dev", "test")}


def figure(scores: Scores, key: tuple[str, str, str]) -> Row:
    """The row, end to end."""
    return next(r for r in scores.rows() if r.scope != "paired" and (r.stage, r.measure, r.label) == key)


def share(value: float | None) -> str:
    """Two decimals without the zero before the point."""
    return "–" if value is None else f"{value:.2f}".replace("0.", ".", 1) if value < 1 else f"{value:.2f}"


if __name__ == "__main__":
    main()
