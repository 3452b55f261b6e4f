"""The annotators' page tells the truth: its example is the one that is built, its lines can be read, its sets are whole."""

import re
from pathlib import Path

import pytest

from pipeline import record
from pipeline.gold import claims, names, roles
from pipeline.gold.blocks import KEYS
from pipeline.gold.build import TOP

HERE = Path(__file__).parent
PAGE = (HERE.parents[1] / "pipeline" / "gold" / "NOTES.md").read_text(encoding="utf-8")
SETS = (
    record.Comparator, record.CurrencyBasis, record.Change, record.DateKind, record.DateRelation, record.Grain,
    record.Modifier, record.AnchoredTo, record.Region, record.EditReason, record.Origin, record.Tense, record.Voice,
    record.Kind, record.Facet, record.PolarityValue, record.ModalityValue, record.SourceType, record.ContentType,
    record.TransferStatus, record.Aggregation, record.ParentRelation, record.SkipReason,
)  # fmt: skip


def code():
    return set(re.findall(r"\w+", " ".join(re.findall(r"`([^`\n]+)`", PAGE))))


def test_the_example_is_the_one_that_is_built():
    assert (HERE / "example" / "dry-wells.yaml").read_text(encoding="utf-8").strip() in PAGE


def test_every_key_and_every_value_is_named():
    known = {value for values in SETS for value in record.names(values)}
    keys = {*TOP, *KEYS, *claims.KEYS, *roles.KEYS, *roles.ARGUMENTS, *names.LABELS}
    assert (known | keys) - code() - set(re.findall(r"^## (\w+)", PAGE, re.MULTILINE)) == set()


@pytest.mark.parametrize("kind", ["amounts", "dates"])
def test_the_lines_shown_can_be_read(annotate, kind):
    (block,) = re.findall(rf"```yaml\n  {kind}:\n(.*?)```", PAGE, re.DOTALL)
    quotes = [line.partition(" = ")[0].strip(" -<>") for line in block.splitlines()]
    text = "It was " + ", ".join(re.sub("[<>]", "", quote) for quote in quotes)
    document, said = annotate(text, f"sentences:\n- s: 0\n  skip: fragment\n  {kind}:\n{block}")
    assert said == []
    assert len(getattr(document, kind)) == len(quotes) >= 10
