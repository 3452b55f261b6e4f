"""How far a rule looks: what it reads with so many words between, and no more with one more."""

import pytest

from pipeline.stages.money.amount import find

REACH = [
    ("He cut {}by $3.", "soon ", 9),
    ("Rents rose {}, from 5 to 9.", "soon ", 15),
    ("Rents rose {}from 5 to 9.", "soon ", 7),
    ("Rents rose {}$3.", "further ", 5),
    ("It bought at $7 {}and sold at 5.", "soon ", 57),
    ("It bought at $7 {}and sold at 5.", "or 3 km ", 5),
    ("It fell from 3 million tonnes {}to 2 million.", "soon ", 5),
    ("It is 9 percent {}, against 6 now.", "soon ", 4),
    ("It takes 0.8 percent off; he put {}it at 0.3.", "it ", 3),
    ("It lost 3 million pesos, {}and 4 million to it.", "soon ", 58),
    ("They move 90 million to clinics; {}they move 1.2 billion pesos to parks.", "soon ", 55),
    ("The club owes 11.7 billion lira. {}Its revenue had been 3.2 billion.", "Rain. ", 72),
    ("The club owes 11.7 billion lira. Its revenue {}had been 3.2 billion.", "soon ", 13),
    ("Mexico paid $620,000 {}or US$33,000.", "soon ", 8),
    ("It ruled 22 years {}, nine of them badly.", "soon ", 36),
    ("See https://{}:45 men.", "a", 76),
    ("It rose from 3 {}to 5 million.", "soon ", 5),
    ("It went from 2 to 4 percent {}to 56 percent.", "soon ", 5),
    ("Rice went from $2 to $3{}, eggs from $4 to $6.", " there", 31),
    ("He said a naira {}traded at 463.", "soon ", 4),
    ("The lira fell soon {}8.5 to the euro.", "soon ", 13),
    ("The council voted {}9–2.", "down ", 4),
    ("He asks less about it {}than about Rs 300.", "soon ", 5),
    ("£ is up. {}He sold two pounds.", "Rain fell. ", 180),
    ("He sold two pounds. {}It is up, says the £.", "Rain fell. ", 179),
    ("Senegal votes. Dakar waits, and Senegal pays. Conakry met. {}It cost 3 million francs.", "Rain fell. ", 43),
    ("It met 12 {}systems.", "big ", 4),
    ("It built 45 {}homes a year.", "big ", 2),
    ("It costs $5 {}and $6 million.", " ", 7),
    ("Mexico. {}It cost 4,000 pesos.", "Ghana. ", 39),
    ("It cost 4,000 pesos. {}Mexico paid.", "Ghana paid. ", 19),
]  # fmt: skip


def told(text):
    return [
        (a.value, a.low, a.high, a.unit, a.currency, a.per, a.change, a.rule)
        for a in find(text)
        if a.unit != "kilometre"
    ]


@pytest.mark.parametrize(
    ("text", "between", "most"), REACH, ids=lambda part: part if isinstance(part, str) else ""
)
def test_reach(text, between, most):
    near, last, far = (told(text.format(between * n)) for n in (1, most, most + 1))
    assert near == last != far
