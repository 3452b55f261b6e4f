"""What the op-ed does not say of a claim's values."""

from pipeline.stages.worth.unknown import unknown

MONTH = {"id": "d1", "kind": "date", "first": None, "last": None}
PESOS = {"id": "m1", "currency_basis": "ambiguous"}
CLAIM = {"amounts": ["m1"], "dates": ["d1"], "abstained": []}
NO_DAY = {"field": "dates", "reason": "no_publication_day"}
WHOSE = {"field": "amounts", "reason": "currency_ambiguous"}


def test_last_month_of_an_op_ed_without_a_day():
    assert unknown(CLAIM, [], [MONTH], None) == [NO_DAY]
    assert unknown(CLAIM, [], [MONTH], "2025-03-01") == []


def test_what_is_vague_asks_for_no_day():
    assert unknown(CLAIM, [], [{**MONTH, "kind": "vague"}, {**MONTH, "id": "d2"}], None) == []
    assert unknown(CLAIM, [], [{**MONTH, "first": "2020-01-01"}], None) == []


def test_pesos_of_nobody_knows_where():
    assert unknown(CLAIM, [PESOS], [], None) == [WHOSE]
    assert unknown(CLAIM, [{**PESOS, "currency_basis": "context"}], [], None) == []
    assert unknown({**CLAIM, "amounts": []}, [PESOS], [], None) == []


def test_what_was_said_is_not_said_again():
    assert unknown({**CLAIM, "abstained": [WHOSE]}, [PESOS], [MONTH], None) == [NO_DAY]
