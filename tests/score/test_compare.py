"""Two runs against one gold: what became better, what worse, and how sure that is."""

from collections.abc import Callable

import pytest

from pipeline.record import Document
from pipeline.score import Change, Comparison, ScoreError, Scores, compare, score
from pipeline.score.interval import RESAMPLES, resampled

TEXT = "The dam broke. Ana Sol wept."


def run(draft: Callable, ids: range, *claims: tuple[str, str]) -> list[Document]:
    documents = []
    for n in ids:
        one = draft(TEXT, f"d{n:02}")
        for words, verb in claims:
            one.claim(words, verb)
        documents.append(one.done())
    return documents


def changed(comparison: Comparison, measure: str) -> Change:
    (one,) = [
        c
        for c in comparison.changes
        if (c.stage, c.measure, c.scope, c.label) == ("claims", measure, "end_to_end", "")
    ]
    return one


BOTH = (("The dam broke", "broke"), ("Ana Sol wept", "wept"))


def test_a_run_does_not_differ_from_itself(draft: Callable) -> None:
    gold = run(draft, range(12), *BOTH)
    scores = score(run(draft, range(12), BOTH[0]), gold)
    comparison = compare(scores, scores)
    assert comparison.mended == comparison.new == ()
    assert {c.difference for c in comparison.changes} <= {0.0, None}
    assert not any(c.certain for c in comparison.changes)


def test_what_became_better_and_what_worse_is_listed(draft: Callable) -> None:
    gold = run(draft, range(3), *BOTH)
    first, second = score(run(draft, range(3), BOTH[0]), gold), score(run(draft, range(3), BOTH[1]), gold)
    comparison = compare(second, first)
    assert [(e.document, e.gold) for e in comparison.mended] == [(f"d0{n}", "Ana Sol wept") for n in range(3)]
    assert [(e.document, e.gold) for e in comparison.new] == [(f"d0{n}", "The dam broke") for n in range(3)]
    assert changed(comparison, "strict").difference == 0.0


def test_the_interval_of_a_difference_is_paired(draft: Callable) -> None:
    """Half of the documents are hard for both runs: each figure is uncertain, the difference much less."""
    gold = run(draft, range(12), *BOTH)
    better = score(run(draft, range(6)) + run(draft, range(6, 12), *BOTH), gold)
    worse = score(
        run(draft, range(6)) + run(draft, range(6, 11), *BOTH) + run(draft, range(11, 12), BOTH[0]), gold
    )
    one = changed(compare(better, worse), "strict")
    own = next(r for r in worse.rows() if (r.stage, r.measure) == ("claims", "strict"))
    assert one.difference is not None and one.low is not None and one.high is not None
    assert own.low is not None and own.high is not None
    assert 0 <= one.low <= one.difference <= one.high
    assert one.high - one.low < (own.high - own.low) / 2  # unpaired it would be wider than either


def test_below_ten_documents_there_is_no_interval(draft: Callable) -> None:
    gold = run(draft, range(9), *BOTH)
    one = changed(compare(score(gold, gold), score([], gold)), "strict")
    assert (one.difference, one.low, one.high, one.certain) == (1.0, None, None, False)


def test_runs_on_different_gold_cannot_be_compared(draft: Callable) -> None:
    one, other = run(draft, range(2), *BOTH), run(draft, range(1, 3), *BOTH)
    with pytest.raises(ScoreError, match="scored on different gold"):
        compare(score(one, one), score(other, other))


def test_an_error_made_twice_and_then_once_is_mended_once(draft: Callable) -> None:
    gold = draft("a a a").done()
    twice = draft("a a a").name("a").name("a").done()
    once = twice.model_copy(update={"entities": twice.entities[:1]})
    comparison = compare(score([once], [gold]), score([twice], [gold]))
    assert (len(comparison.mended), len(comparison.new)) == (1, 0)


def test_resamples_are_ten_thousand_and_always_the_same(draft: Callable) -> None:
    scores: Scores = score(run(draft, range(10), BOTH[0]), run(draft, range(10), *BOTH))
    first, second = resampled(scores.tallies), resampled(scores.tallies)
    assert all(len(f1) == RESAMPLES == 10_000 for f1 in first.values())
    assert all(
        (first[key] == second[key]).all() or not first[key].any()
        for key in first
        if (first[key] == first[key]).all()
    )


def test_an_error_that_is_another_one_now_is_neither_mended_nor_new(draft: Callable) -> None:
    gold = [draft("Ruvia paid $5 then.", "d1").money("$5", "5").done()]
    six, seven = ([draft("Ruvia paid $5 then.", "d1").money("$5", value).done()] for value in ("6", "7"))
    comparison = compare(score(seven, gold), score(six, gold))
    assert comparison.mended == comparison.new == ()
    assert {(e.field, e.found) for e in comparison.otherwise} >= {("value", "7")}
    again = compare(score(gold, gold), score(six, gold))
    assert again.new == again.otherwise == () and {e.field for e in again.mended} >= {"value"}
    worse = compare(score(six, gold), score(gold, gold))
    assert worse.mended == worse.otherwise == () and {e.field for e in worse.new} >= {"value"}


@pytest.mark.parametrize(
    ("low", "high", "certain"),
    [
        (0.01, 0.2, True), (-0.2, -0.01, True), (-0.1, 0.1, False), (0.0, 0.1, False), (-0.1, 0.0, False),
        (None, None, False), (None, 0.1, False), (0.1, None, False),
    ],
)  # fmt: skip
def test_a_difference_is_certain_where_its_interval_leaves_out_zero(
    low: float | None, high: float | None, certain: bool
) -> None:
    assert Change("claims", "strict", "end_to_end", "", 0.5, 0.4, 0.1, low, high).certain is certain


def test_every_total_is_compared_in_the_order_of_the_table(draft: Callable) -> None:
    gold = run(draft, range(3), *BOTH)
    ours, theirs = score(gold, gold), score(run(draft, range(3), BOTH[0]), gold)
    changes = compare(ours, theirs).changes
    assert [c[:4] for c in map(tuple_of, changes)] == [
        (r.stage, r.measure, r.scope, r.label) for r in ours.rows(labels=False)
    ]
    strict = changed(compare(ours, theirs), "strict")
    assert (strict.f1, strict.against, strict.difference) == (1.0, pytest.approx(2 / 3), pytest.approx(1 / 3))
    back = changed(compare(theirs, ours), "strict")
    assert (back.f1, back.against, back.difference) == (pytest.approx(2 / 3), 1.0, pytest.approx(-1 / 3))


def tuple_of(change: Change) -> tuple[object, ...]:
    return (change.stage, change.measure, change.scope, change.label)


def test_a_figure_of_one_run_alone_has_no_difference(draft: Callable) -> None:
    gold = run(draft, range(1))
    some = [gold[0].model_copy(update={"claims": run(draft, range(1), BOTH[0])[0].claims})]
    one, other = changed(compare(score(some, gold), score(gold, gold)), "strict"), None
    assert (one.f1, one.against, one.difference) == (0.0, None, None)
    other = changed(compare(score(gold, gold), score(some, gold)), "strict")
    assert (other.f1, other.against, other.difference) == (None, 0.0, None)


def test_an_error_made_twice_and_then_three_times_is_new_once(draft: Callable) -> None:
    gold = draft("a a a").done()
    thrice = draft("a a a").name("a").name("a").name("a").done()
    twice = thrice.model_copy(update={"entities": thrice.entities[:2]})
    comparison = compare(score([thrice], [gold]), score([twice], [gold]))
    assert (len(comparison.mended), len(comparison.new)) == (0, 1)


def test_a_claim_too_many_is_the_same_question_in_its_sentence_only(draft: Callable) -> None:
    text = "Ana fell and Bo rose. Cy wept."
    gold = draft(text).done()
    one, same, other = (
        draft(text).claim(words, words.split()[1]).done() for words in ("Ana fell", "Bo rose", "Cy wept")
    )
    beside = compare(score([same], [gold]), score([one], [gold]))
    assert (beside.mended, beside.new, [e.found for e in beside.otherwise]) == ((), (), ["Bo rose"])
    elsewhere = compare(score([other], [gold]), score([one], [gold]))
    assert [e.found for e in elsewhere.mended] == ["Ana fell"] and [e.found for e in elsewhere.new] == [
        "Cy wept"
    ]
    assert elsewhere.otherwise == ()


def test_two_things_missed_in_one_sentence_are_two_questions(draft: Callable) -> None:
    text = "Ana fell and Bo rose."
    gold = draft(text).name("Ana").name("Bo").done()
    ana, bo = draft(text).name("Ana").done(), draft(text).name("Bo").done()
    comparison = compare(score([ana], [gold]), score([bo], [gold]))
    assert [e.gold for e in comparison.mended] == ["Ana"] and [e.gold for e in comparison.new] == ["Bo"]


def test_another_rule_does_not_make_another_error(draft: Callable) -> None:
    gold = draft("It cost $5.").money("$5", "5").done()
    one, other = (draft("It cost $5.").money("$5", "6", rule=rule).done() for rule in ("old", "new"))
    comparison = compare(score([one], [gold]), score([other], [gold]))
    assert comparison.mended == comparison.new == comparison.otherwise == ()
