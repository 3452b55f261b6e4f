"""Money that moves: who gives whom how much, for what, how firmly. corpus/GUIDELINES.md, 8."""

import re

import pytest

GAVE = "Norway/NNP/{0}:nsubj {1} $3m/CD/{0}:obj"
STATUS = {
    "gave": ("gave=give/VBD/root", "gave", "disbursed"),
    "spent": ("spent=spend/VBD/root", "spent", "disbursed"),
    "pledged": ("pledged=pledge/VBD/root", "pledged", "pledged"),
    "allocated": ("allocated=allocate/VBD/root", "allocated", "committed"),
    "budgeted": ("budgeted=budget/VBD/root", "budgeted", "planned"),
    "vowed to give": ("vowed/VBD/root to/TO/give:mark give/VB/vowed:xcomp", "give", "pledged"),
    "promised to pay": ("promised=promise/VBD/root to/TO/pay:mark pay/VB/promised:xcomp", "pay", "pledged"),
}  # fmt: skip


@pytest.mark.parametrize(("verb", "head", "status"), STATUS.values(), ids=STATUS)
def test_status(claimed, verb, head, status):
    subject_of = verb.split()[0].split("/")[0].split("=")[0]
    read = claimed(f"Norway/NNP/{subject_of}:nsubj {verb} $3m/CD/{head}:obj .", money="$3m")
    found = read.claims[0]["transfer"]
    assert (found["status"], found["amount"], found["payer"]["text"]) == (status, "m1", "Norway")


NONE = {
    "no verb of giving": ("Norway/NNP/counted:nsubj counted/VBD/root $3m/CD/counted:obj .", "$3m"),
    "no sum": ("Norway/NNP/gave:nsubj gave=give/VBD/root advice/NN/gave:obj .", ""),
    "a count, no sum": (
        "Norway/NNP/gave:nsubj gave=give/VBD/root 40/CD/books:nummod books/NNS/gave:obj .", "40",
    ),
    "a share": ("Norway/NNP/gave:nsubj gave=give/VBD/root 40%/CD/gave:obj .", "40%"),
    "the sum in another claim": (
        "Norway/NNP/gave:nsubj gave=give/VBD/root help/NN/gave:obj and/CC/saw:cc Peru/NNP/saw:nsubj saw=see/VBD/gave:conj"
        " $3m/CD/saw:obj .", "$3m",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("parse", "money"), NONE.values(), ids=NONE)
def test_no_transfer(claimed, parse, money):
    assert [row["transfer"] for row in claimed(parse, money=money).claims] in ([None], [None, None])


def transfer(claimed, rest, money="$3m", verb="gave=give/VBD/root", head="gave", **rows):
    read = claimed(f"{GAVE.format(head, verb)} {rest} .", money=money, **rows)
    return read.claims[0]["transfer"]


def test_recipient_and_purpose(claimed):
    found = transfer(claimed, "to/IN/Chad:case Chad/NNP/gave:obl for/IN/wells:case wells/NNS/gave:obl")
    assert [found[name]["text"] for name in ("payer", "recipient", "purpose")] == [
        "Norway",
        "Chad",
        "wells",
    ]


def test_what_is_not_said_is_null(claimed):
    found = transfer(claimed, "gladly/RB/gave:advmod")
    assert [found[name] for name in ("recipient", "purpose", "instrument", "period")] == [None] * 4
    assert found["aggregation"] == "unspecified"


def test_instrument_with_its_compound(claimed):
    found = transfer(claimed, "in/IN/loans:case yen/NN/loans:compound loans/NNS/gave:obl")
    assert found["instrument"]["text"] == "yen loans"


def test_a_passive_s_payer_stands_behind_by(claimed):
    read = claimed(
        "$3m/CD/paid:nsubj:pass was/VBD/paid:aux:pass paid=pay/VBN/root by/IN/Norway:case Norway/NNP/paid:obl:agent .",
        money="$3m",
    )
    assert read.claims[0]["transfer"]["payer"]["text"].endswith("Norway")


def test_a_passive_without_by_has_no_payer(claimed):
    read = claimed("$3m/CD/paid:nsubj:pass was/VBD/paid:aux:pass paid=pay/VBN/root .", money="$3m")
    assert read.claims[0]["transfer"]["payer"] is None


@pytest.mark.parametrize(
    ("date", "aggregation"),
    [("since", "cumulative"), ("by", "cumulative"), ("in", "unspecified"), ("before", "unspecified")],
)
def test_aggregation_by_the_date(claimed, date, aggregation):
    found = transfer(claimed, f"{date}/IN/2024:case 2024/CD/gave:obl", dates=f"{date} 2024")
    assert (found["aggregation"], found["period"]) == (aggregation, "d1")


def test_a_sum_a_year_is_annual(claimed):
    found = transfer(claimed, "a/DT/year:det year/NN/$3m:nmod", money="$3m a year")
    assert found["aggregation"] == "annual"


def test_will_give_is_pledged(claimed):
    found = transfer(claimed, "gladly/RB/give:advmod", verb="will/MD/give:aux give/VB/root", head="give")
    assert found["status"] == "pledged"


def test_each_item_of_a_list_is_its_own_transfer(claimed):
    read = claimed(
        "Norway/NNP/gave:nsubj gave=give/VBD/root $3m/CD/gave:obj in/IN/loans:case loans/NNS/$3m:nmod and/CC/$2m:cc"
        " $2m/CD/$3m:conj in/IN/grants:case grants/NNS/$2m:nmod .",
        money="$3m; $2m",
    )
    found = [row["transfer"] for row in read.claims]
    assert [(one["amount"], one["instrument"]["text"]) for one in found] == [
        ("m1", "loans"),
        ("m2", "grants"),
    ]


SIDES = {
    "two objects": ("Norway/NNP/lent:nsubj lent=lend/VBD/root Peru/NNP/lent:iobj $3m/CD/lent:obj", {"payer": "Norway", "recipient": "Peru"}),
    "someone with a sum": (
        "Norway/NNP/provided:nsubj provided=provide/VBD/root Nepal/NNP/provided:obj with/IN/$3m:case $3m/CD/provided:obl",
        {"payer": "Norway", "recipient": "Nepal"},
    ),
    "the passive of two objects": (
        "miners/NNS/paid:nsubj:pass were/VBD/paid:aux:pass paid=pay/VBN/root $3m/CD/paid:obj by/IN/Norway:case Norway/NNP/paid:obl:agent",
        {"payer": "Norway", "recipient": "miners"},
    ),
    "the sum as passive subject": (
        "$3m/CD/spent:nsubj:pass was/VBD/spent:aux:pass spent=spend/VBN/root on/IN/wells:case wells/NNS/spent:obl", {"purpose": "wells"},
    ),
    "what is financed": (
        "port/NN/financed:nsubj:pass was/VBD/financed:aux:pass financed=finance/VBN/root by/IN/Norway:case Norway/NNP/financed:obl:agent"
        " with/IN/$3m:case $3m/CD/financed:obl", {"payer": "Norway", "purpose": "port"},
    ),
    "a loan from somebody": (
        "port/NN/built:nsubj:pass was/VBD/built:aux:pass built=build/VBN/root with/IN/loan:case a/DT/loan:det $39m/CD/loan:compound"
        " loan/NN/built:obl from/IN/Japan:case Japan/NNP/loan:nmod", {"payer": "Japan", "purpose": "port", "instrument": "loan"},
    ),
    "a lender who stands behind from": (
        "Kenya/NNP/financed:nsubj financed=finance/VBD/root the/DT/port:det port/NN/financed:obj with/IN/loan:case a/DT/loan:det"
        " $39m/CD/loan:compound loan/NN/financed:obl from/IN/Japan:case Japan/NNP/loan:nmod",
        {"payer": "Japan", "recipient": "Kenya", "purpose": "the port", "instrument": "loan"},
    ),
    "who signs a loan to somebody lends": (
        "Japan/NNP/signed:nsubj signed=sign/VBD/root a/DT/loan:det $39m/CD/loan:compound loan/NN/signed:obj to/IN/Kenya:case"
        " Kenya/NNP/loan:nmod", {"payer": "Japan", "recipient": "Kenya", "instrument": "loan"},
    ),
    "who signs one from somebody borrows": (
        "Kenya/NNP/signed:nsubj signed=sign/VBD/root a/DT/loan:det $39m/CD/loan:compound loan/NN/signed:obj from/IN/Japan:case"
        " Japan/NNP/loan:nmod", {"payer": "Japan", "recipient": "Kenya", "instrument": "loan"},
    ),
    "a light verb": (
        "Peru/NNP/took:nsubj took=take/VBD/root out/RP/took:compound:prt a/DT/loan:det loan/NN/took:obj of/IN/$3m:case $3m/CD/loan:nmod"
        " from/IN/Norway:case Norway/NNP/took:obl", {"payer": "Norway", "recipient": "Peru", "instrument": "loan"},
    ),
    "a fine": (
        "Peru/NNP/imposed:nsubj imposed=impose/VBD/root a/DT/fine:det fine/NN/imposed:obj of/IN/$3m:case $3m/CD/fine:nmod on/IN/Norway:case"
        " Norway/NNP/imposed:obl", {"payer": "Norway", "recipient": "Peru", "instrument": "fine"},
    ),
    "who is fined pays": (
        "miners/NNS/fined:nsubj:pass were/VBD/fined:aux:pass fined=fine/VBN/root $3m/CD/fined:obj by/IN/Peru:case Peru/NNP/fined:obl:agent",
        {"payer": "miners", "recipient": "Peru"},
    ),
    "what is bought": (
        "port/NN/bought:nsubj:pass was/VBD/bought:aux:pass bought=buy/VBN/root for/IN/$3m:case $3m/CD/bought:obl by/IN/Norway:case"
        " Norway/NNP/bought:obl:agent", {"payer": "Norway", "purpose": "port"},
    ),
    "who buys pays the seller": (
        "Peru/NNP/sold:nsubj sold=sell/VBD/root the/DT/port:det port/NN/sold:obj for/IN/$3m:case $3m/CD/sold:obl to/IN/Norway:case"
        " Norway/NNP/sold:obl", {"payer": "Norway", "recipient": "Peru", "purpose": "the port"},
    ),
    "what costs, and whom": (
        "port/NN/cost:nsubj cost/VBD/root Peru/NNP/cost:iobj $3m/CD/cost:obj", {"payer": "Peru", "purpose": "port"},
    ),
    "the noun's own sides": (
        "Japan/NNP/aid:nmod:poss 's/POS/Japan:case aid/NN/reached:nsubj to/IN/Kenya:case Kenya/NNP/aid:nmod reached/VBD/root $3m/CD/reached:obj",
        {"payer": "Japan", "recipient": "Kenya", "instrument": "aid"},
    ),
    "in order to": (
        "Norway/NNP/spent:nsubj spent=spend/VBD/root $3m/CD/spent:obj to/TO/heat:mark heat/VB/spent:advcl schools/NNS/heat:obj",
        {"payer": "Norway", "purpose": "to heat schools"},
    ),
    "the poor": (
        "$3m/CD/went:nsubj went=go/VBD/root to/IN/poor:case the/DT/poor:det poor/JJ/went:obl", {"recipient": "the poor"},
    ),
    "a sum goes to a thing": ("$3m/CD/went:nsubj went=go/VBD/root to/IN/research:case research/NN/went:obl", {"purpose": "research"}),
    "who is ordered to pay": (
        "court/NN/ordered:nsubj ordered/VBD/root Norway/NNP/ordered:obj to/TO/pay:mark pay/VB/ordered:xcomp $3m/CD/pay:obj",
        {"payer": "Norway"},
    ),
    "who wants to borrow": (
        "Peru/NNP/wants:nsubj wants/VBZ/root to/TO/borrow:mark borrow/VB/wants:xcomp $3m/CD/borrow:obj from/IN/Norway:case"
        " Norway/NNP/borrow:obl", {"payer": "Norway", "recipient": "Peru"},
    ),
    "what is wanted spent": (
        "Peru/NNP/wants:nsubj wants/VBZ/root $3m/CD/wants:obj spent=spend/VBN/$3m:acl on/IN/wells:case wells/NNS/spent:obl",
        {"purpose": "wells"},
    ),
    "who is allotted it": (
        "Peru/NNP/allotted:nsubj:pass was/VBD/allotted:aux:pass allotted=allot/VBN/root $3m/CD/allotted:obj",
        {"recipient": "Peru"},
    ),
    "what sells by itself": (
        "port/NN/sold:nsubj sold=sell/VBD/root for/IN/$3m:case $3m/CD/sold:obl", {"purpose": "port"},
    ),
    "somebody behind a bare adjective": (
        "Norway/NNP/lent:nsubj lent=lend/VBD/root $3m/CD/lent:obj free/JJ/lent:obj to/IN/Peru:case Peru/NNP/lent:obl",
        {"payer": "Norway", "recipient": "Peru"},
    ),
    "an aim, not when it is paid back": (
        "Norway/NNP/lent:nsubj lent=lend/VBD/root $3m/CD/lent:obj to/TO/repaid:mark be/VB/repaid:aux:pass"
        " repaid=repay/VBN/lent:advcl", {"payer": "Norway"},
    ),
    "what is due": (
        "Peru/NNP/due:nsubj was/VBD/due:cop due/JJ/root $3m/CD/due:obl", {"recipient": "Peru"},
    ),
    "defence, and not the defence": (
        "Norway/NNP/found:nsubj found=find/VBD/root $3m/CD/found:obj for/IN/defence:case defence/NN/found:obl",
        {"payer": "Norway", "purpose": "defence"},
    ),
    "the treasury, hung on the sum": (
        "port/NN/cost:nsubj cost/VBD/root treasury/NN/$3m:compound $3m/CD/cost:obj", {"payer": "treasury", "purpose": "port"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("parse", "expected"), SIDES.values(), ids=SIDES)
def test_sides(claimed, parse, expected):
    places = "; ".join(f"GPE {name}" for name in ("Norway", "Peru", "Kenya", "Japan") if name in parse)
    parse = parse.replace("$3m", "$3000000")
    found = claimed(f"{parse} .", money=re.search(r"\$\w+", parse)[0], entities=places).claims[0]["transfer"]
    names = ("payer", "recipient", "purpose", "instrument")
    assert {name: found[name]["text"] for name in names if found[name]} == expected


MOVED_BY = {
    "which": "Norway/NNP/gave:nsubj gave=give/VBD/root $3m/CD/gave:obj , which/WDT/spent:obj Peru/NNP/spent:nsubj spent=spend/VBD/$3m:acl:relcl"
    " on/IN/wells:case wells/NNS/spent:obl",
    "none of which": "Norway/NNP/gave:nsubj gave=give/VBD/root $3m/CD/gave:obj , none/NN/$3m:appos of/IN/which:case which/WDT/none:nmod"
    " Peru/NNP/spent:nsubj spent=spend/VBD/none:acl:relcl on/IN/wells:case wells/NNS/spent:obl",
}  # fmt: skip


@pytest.mark.parametrize("parse", MOVED_BY.values(), ids=MOVED_BY)
def test_a_relative_clause_moves_the_sum_it_hangs_on(claimed, parse):
    gave, spent = [row["transfer"] for row in claimed(f"{parse} .", money="$3m").claims]
    assert (gave["amount"], gave["payer"]["text"]) == ("m1", "Norway")
    assert (spent["amount"], spent["payer"]["text"], spent["purpose"]["text"]) == ("m1", "Peru", "wells")


def test_of_a_share_of_a_sum_the_share_moves(claimed):
    read = claimed(
        "5%/CD/went:nsubj of/IN/$3m:case $3m/CD/5%:nmod went=go/VBD/root to/IN/research:case research/NN/went:obl .",
        money="5%; $3m",
    )
    assert read.claims[0]["transfer"]["amount"] == "m1"


def test_of_two_sums_the_one_that_the_verb_moves(claimed):
    read = claimed(
        "of/IN/$9m:case $9m/CD/went:obl $3m/CD/went:nsubj went=go/VBD/root to/IN/research:case research/NN/went:obl .",
        money="$9m; $3m",
    )
    assert read.claims[0]["transfer"]["amount"] == "m2"


def test_a_part_of_the_sum_moves(claimed):
    read = claimed(
        "Norway/NNP/gave:nsubj gave=give/VBD/root $3m/CD/gave:obj , of/IN/which:case which/WDT/spent:obl 5%/CD/spent:nsubj:pass"
        " was/VBD/spent:aux:pass spent=spend/VBN/$3m:acl:relcl .", money="$3m; 5%",
    )  # fmt: skip
    assert [row["transfer"]["amount"] for row in read.claims] == ["m1", "m2"]


def test_a_clause_inside_a_sum_moves_it_where_nothing_else_does(claimed):
    read = claimed(
        "Peru/NNP/saw:nsubj saw=see/VBD/root the/DT/$3m:det $3m/CD/saw:obj that/WDT/promised:obj Norway/NNP/promised:nsubj"
        " promised=promise/VBD/$3m:acl:relcl .", money="$3m",
    )  # fmt: skip
    (found,) = (row["transfer"] for row in read.claims)
    assert (found["payer"]["text"], found["status"]) == ("Norway", "pledged")


@pytest.mark.parametrize(
    ("words", "status"),
    [("never/RB/paid:advmod", "unspecified"), ("once/RB/paid:advmod", "disbursed")],
    ids=["denied", "told"],
)
def test_what_was_never_paid_is_not_told_as_paid(claimed, words, status):
    read = claimed(f"Norway/NNP/paid:nsubj {words} paid=pay/VBD/root $3m/CD/paid:obj .", money="$3m")
    assert read.claims[0]["transfer"]["status"] == status


def test_what_is_proposed_is_not_paid(claimed):
    read = claimed(
        "Norway/NNP/proposed:nsubj proposed=propose/VBD/root paying=pay/VBG/proposed:xcomp $3m/CD/paying:obj .", money="$3m"
    )  # fmt: skip
    assert read.claims[0]["transfer"]["status"] == "planned"


def test_what_ended_up_costing_it_has_cost(claimed):
    read = claimed(
        "port/NN/ended:nsubj ended=end/VBD/root up/RP/ended:compound:prt costing=cost/VBG/ended:xcomp $3/$/million:nummod"
        " million/CD/costing:obj .", money="$3 million",
    )  # fmt: skip
    assert read.claims[0]["transfer"]["status"] == "disbursed"


STILL = {
    "a cut, which is given to nobody": "Norway/NNP/announced:nsubj announced=announce/VBD/root $3m/CD/announced:obj of/IN/cuts:case"
    " cuts=cut/NNS/$3m:nmod",
    "a sum in a noun that says something else": "Norway/NNP/gave:nsubj gave=give/VBD/root advice/NN/gave:obj to/IN/firms:case firms/NNS/gave:obl"
    " of/IN/$3m:case $3m/CD/firms:nmod",
    "a level": "petrol/NN/went:nsubj went=go/VBD/root to/IN/$3m:case $3m/CD/went:obl",
    "the end of a sale": "flats/NNS/go:nsubj are/VBP/go:aux go/VBG/root at/IN/$3m:case $3m/CD/go:obl",
    "a condition": "clinics/NNS/close:nsubj close/VBP/root if/IN/paid:mark Norway/NNP/paid:nsubj paid=pay/VBD/close:advcl $3m/CD/paid:obj",
    "what might have been": "Norway/NNP/paid:nsubj would/MD/paid:aux have/VB/paid:aux paid=pay/VBN/root $3m/CD/paid:obj",
    "a count that grows": "exports/NNS/rose:nsubj rose=rise/VBD/root to/IN/$3m:case $3m/CD/rose:obl",
    "giving up": "Norway/NNP/gave:nsubj gave=give/VBD/root up/RP/gave:compound:prt $3m/CD/gave:obj",
    "a tax that raises": "tax/NN/raised:nsubj raised=raise/VBD/root $3m/CD/raised:obj",
}  # fmt: skip


@pytest.mark.parametrize("parse", STILL.values(), ids=STILL)
def test_money_that_stays_where_it_is(claimed, parse):
    assert [row["transfer"] for row in claimed(f"{parse} .", money="$3m").claims] == [None]


@pytest.mark.parametrize(
    ("sum_", "moves"),
    [("$3 million", True), ("$4", False), ("$4 a year", True)],
    ids=["a large price", "a price of daily life", "a yearly price"],
)
def test_what_costs_is_a_payment_where_it_is_large_or_yearly(claimed, sum_, moves):
    figure, *unit = sum_.split()
    head = "million" if unit == ["million"] else figure
    tail = {
        "million": f"{figure}/$/million:nummod million/CD/cost:obj",
        "year": f"{figure}/CD/cost:obj a/DT/year:det year/NN/{figure}:nmod",
    }.get(unit[-1] if unit else "", f"{figure}/CD/cost:obj")
    found = claimed(f"bread/NN/cost:nsubj cost/VBD/root {tail} .", money=sum_).claims[0]["transfer"]
    assert head in sum_ and (found is not None) is moves


def test_a_price_by_the_tonne_is_never_large(claimed):
    read = claimed(
        "a/DT/tonne:det tonne/NN/cost:nsubj cost/VBD/root $3/$/million:nummod million/CD/cost:obj .",
        money="$3 million",
    )
    assert read.claims[0]["transfer"] is None


HELPED = {
    "will": ("will/MD/{v}:aux", {"spend": "pledged", "cost": "estimated", "receive": "planned"}),
    "may": ("may/MD/{v}:aux", {"spend": "unspecified", "cost": "unspecified", "receive": "unspecified"}),
    "should": (
        "should/MD/{v}:aux",
        {"spend": "unspecified", "cost": "unspecified", "receive": "unspecified"},
    ),
    "would": ("would/MD/{v}:aux", {"spend": "estimated", "cost": "estimated", "receive": "estimated"}),
}


@pytest.mark.parametrize(
    ("helper", "verb", "status"), [(h, v, s) for h, verbs in HELPED.values() for v, s in verbs.items()]
)
def test_status_by_the_helper(claimed, helper, verb, status):
    read = claimed(
        f"Norway/NNP/{verb}:nsubj {helper.format(v=verb)} {verb}/VB/root $3/$/million:nummod million/CD/{verb}:obj .",
        money="$3 million",
    )
    assert read.claims[0]["transfer"]["status"] == status


def test_what_is_ordered_is_not_yet_paid(claimed):
    parse, _ = SIDES["who is ordered to pay"]
    assert claimed(f"{parse} .", money="$3m").claims[0]["transfer"]["status"] == "unspecified"


def test_what_something_costs_today_nobody_need_have_paid(claimed):
    read = claimed(
        "port/NN/costs:nsubj costs/VBZ/root $3/$/million:nummod million/CD/costs:obj .", money="$3 million"
    )
    assert read.claims[0]["transfer"]["status"] == "unspecified"


DAYS = {
    "a month": ("in/IN/March:case March/NNP/gave:obl", "in March", "one_off"),
    "a year with a number": ("in/IN/2024:case 2024/CD/gave:obl", "in 2024", "unspecified"),
    "last year": ("last/JJ/year:amod year/NN/gave:obl:tmod", "last year", "annual"),
    "a date that belongs to a noun": (
        "from/IN/budget:case last/JJ/month:amod month/NN/budget:nmod:poss 's/POS/month:case budget/NN/gave:obl", "last month", "unspecified",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("words", "date", "aggregation"), DAYS.values(), ids=DAYS)
def test_how_a_sum_adds_up_over_its_time(claimed, words, date, aggregation):
    assert transfer(claimed, words, dates=date)["aggregation"] == aggregation


def test_what_is_to_be_paid_by_a_day_does_not_add_up_until_then(claimed):
    found = transfer(
        claimed,
        "by/IN/2030:case 2030/CD/give:obl",
        verb="will/MD/give:aux give/VB/root",
        head="give",
        dates="by 2030",
    )
    assert found["aggregation"] == "unspecified"


@pytest.mark.parametrize("verb", ["stood at", "rose to"])
def test_a_debt_is_a_stock(claimed, verb):
    word, marker = verb.split()
    lemma = {"stood": "stand", "rose": "rise"}[word]
    read = claimed(
        f"debt/NN/{word}:nsubj {word}={lemma}/VBD/root {marker}/IN/$3m:case $3m/CD/{word}:obl .", money="$3m"
    )
    assert read.claims[0]["transfer"]["aggregation"] == "stock"


def test_it_is_a_debt_where_it_stands_for_one(claimed):
    read = claimed(
        "The/DT/debt:det debt/NN/grew:nsubj grew=grow/VBD/root .\n"
        "It/PRP/rose:nsubj rose=rise/VBD/root to/IN/$3m:case $3m/CD/rose:obl .",
        money="$3m",
        refers="It | The debt",
    )
    assert read.claims[1]["transfer"]["aggregation"] == "stock"


def test_goods_with_their_price_are_no_instrument(claimed):
    found = transfer(claimed, "in/IN/rice:case rice/NN/gave:obl")
    assert found["instrument"] is None


PRICES = {
    "a small price with a buyer": (
        "Peru/NNP/sold:nsubj sold=sell/VBD/root hall/NN/sold:obj to/IN/Norway:case Norway/NNP/sold:obl for/IN/$3:case $3/CD/sold:obl",
        {"payer": "Norway", "recipient": "Peru", "status": "disbursed", "aggregation": "one_off"},
    ),
    "a small price alone": ("Peru/NNP/sold:nsubj sold=sell/VBD/root tea/NN/sold:obj for/IN/$3:case $3/CD/sold:obl", None),
    "what would have cost": (
        "port/NN/cost:nsubj would/MD/cost:aux have/VB/cost:aux cost/VBN/root $3000000/CD/cost:obj", {"purpose": "port", "status": "estimated"},
    ),
    "what would have been paid": ("Peru/NNP/paid:nsubj would/MD/paid:aux have/VB/paid:aux paid=pay/VBN/root $3000000/CD/paid:obj", None),
    "who paid it": (
        "Peru/NNP/wonders:nsubj wonders/VBZ/root who/WP/paid:nsubj paid=pay/VBD/wonders:ccomp $3000000/CD/paid:obj", None,
    ),
    "a debt that doubled": (
        "debt/NN/doubled:nsubj doubled=double/VBD/root to/IN/$3000000:case $3000000/CD/doubled:obl", {"aggregation": "stock"},
    ),
    "a price that doubled": ("fare/NN/doubled:nsubj doubled=double/VBD/root to/IN/$3000000:case $3000000/CD/doubled:obl", None),
    "a fund with a sum in it": (
        "Peru/NNP/promised:nsubj promised=promise/VBD/root a/DT/fund:det fund/NN/promised:obj with/IN/$3000000:case $3000000/CD/fund:nmod",
        {"payer": "Peru", "status": "pledged", "instrument": "fund"},
    ),
    "what somebody pays": (
        "the/DT/levy:det levy/NN/reached:nsubj that/WDT/pays:obj Peru/NNP/pays:nsubj pays=pay/VBZ/levy:acl:relcl reached/VBD/root"
        " $3000000/CD/reached:obj", {"payer": "Peru", "status": "disbursed"},
    ),
    "one fine": (
        "Peru/NNP/fined:nsubj fined=fine/VBD/root Norway/NNP/fined:iobj $3000000/CD/fined:obj", {"payer": "Norway", "aggregation": "one_off"},
    ),
    "one who may be fined": (
        "Norway/NNP/fined:nsubj:pass may/MD/fined:aux be/VB/fined:aux:pass fined=fine/VBN/root $3000000/CD/fined:obj",
        {"payer": "Norway", "aggregation": "unspecified"},
    ),
    "whom a court orders to pay": (
        "court/NN/ordered:nsubj ordered/VBD/root Norway/NNP/ordered:obj to/TO/pay:mark pay/VB/ordered:advcl $3000000/CD/pay:obj",
        {"payer": "Norway", "status": "unspecified"},
    ),
    "having paid": (
        "Having=have/VBG/paid:aux paid=pay/VBN/wants:advcl $3000000/CD/paid:obj Peru/NNP/wants:nsubj wants/VBZ/root land/NN/wants:obj",
        {"status": "disbursed"},
    ),
    "back to somebody": (
        "Peru/NNP/handed:nsubj handed=hand/VBD/root $3000000/CD/handed:obj back/RB/handed:advmod to/IN/Norway:case Norway/NNP/back:obl",
        {"payer": "Peru", "recipient": "Norway"},
    ),
    "a verb taken for a noun": (
        "port/NN/cost:nsubj cost/NN/root Peru/NNP/cost:iobj $3000000/CD/cost:obj", {"payer": "Peru", "purpose": "port"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("parse", "expected"), PRICES.values(), ids=PRICES)
def test_what_moves_and_what_does_not(claimed, parse, expected):
    places = "; ".join(f"GPE {name}" for name in ("Norway", "Peru") if name in parse)
    rows = claimed(f"{parse} .", money=re.search(r"\$\d+", parse)[0], entities=places).claims
    found = next((row["transfer"] for row in rows if row["transfer"]), None)
    if expected is None:
        assert found is None
        return
    assert found is not None
    assert {
        key: found[key]["text"] if isinstance(found[key], dict) else found[key] for key in expected
    } == expected
