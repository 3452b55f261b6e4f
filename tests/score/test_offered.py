"""What the package offers, and the closed sets of its words."""

from collections.abc import Callable
from typing import Any, get_args

import pytest

from pipeline.record import names
from pipeline.record.closed_sets import EntityLabel
from pipeline.score import diff, measures, score
from pipeline.score.diff import How
from pipeline.score.error import Cause, Sort
from pipeline.score.figures import Scope

FIGURES = {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"}


def test_whoever_imports_everything_gets_what_is_offered() -> None:
    offered: dict[str, Any] = {}
    exec("from pipeline.score import *", offered)
    assert {"MACRO", "Key", "Row", "Error", "alpha", "compare", "diff", "score"} <= offered.keys()
    assert offered["MACRO"] == "macro average"


def test_the_measures_in_the_order_of_the_pipeline() -> None:
    assert measures() == [
        "entities.strict", "entities.exact", "entities.partial", "entities.type",
        "money.span", "money.partial", "money.value", "money.+currency", "money.+comparator", "money.+bounds",
        "dates.span", "dates.partial", "dates.relation", "dates.value", "dates.+relation", "dates.days",
        "claims.strict", "claims.partial", "claims.words", "claims.whole", "claims.kind", "claims.polarity",
        "claims.modality", "claims.predicate", "claims.subject", "claims.object", "claims.amounts", "claims.dates",
        "attribution.source_type", "attribution.content", "attribution.source", "attribution.reported",
        "transfers.transfer", "transfers.amount", "transfers.payer", "transfers.recipient", "transfers.status",
        "transfers.aggregation",
    ]  # fmt: skip


@pytest.mark.parametrize("label", names(EntityLabel))
def test_names_are_counted_and_figures_are_not(draft: Callable, label: str) -> None:
    """What is labelled as a figure or a day is counted under money and dates already."""
    read = draft("Ruvia fell.").name("Ruvia", label).done()
    (strict,) = [r for r in score([read], [read]).rows() if (r.stage, r.measure) == ("entities", "strict")]
    assert strict.gold == strict.found == strict.right == (label not in FIGURES)


def test_every_sort_of_error_and_every_cause_occurs_and_no_other(draft: Callable) -> None:
    text = "The dam broke and the town drowned. Ana wept in May. Nobody came for $5."
    one = (
        draft(text)
        .claim("The dam broke and the town drowned", "broke")
        .claim("Ana wept", "wept", subject="Ana")
    )
    one.money("$5", "5").claim("Nobody came", "came", amounts=["a1"], object="Nobody")
    other = draft(text).claim("The dam broke", "broke").claim("the town drowned", "drowned")
    other.claim("wept in", "wept", kind="evaluation").claim("Nobody came for", "came", subject="Nobody").date(
        "in May", None, None
    )
    pair = one.done(), other.done()
    errors = [*score([pair[0]], [pair[1]]).errors(), *score([pair[1]], [pair[0]]).errors()]
    assert {error.sort for error in errors} == set(get_args(Sort))
    assert {error.cause for error in errors} == set(get_args(Cause))


def test_every_scope_and_every_way_to_differ_occurs(draft: Callable) -> None:
    read = [draft("It fell.", id).done() for id in "abc"]
    assert {row.scope for row in score(read, read).rows()} == set(get_args(Scope))
    titled = read[1].model_copy(update={"title": "Dams"})
    assert {each.how for each in diff(read[:2], [titled, read[2]])} == set(get_args(How))
