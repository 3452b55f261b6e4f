"""Figures in a row: one claim each, with what they share; and what looks like a list and is none."""

import pytest

SUMS = (
    "Aid/NN/reached:nsubj reached/VBD/root $9m/CD/reached:obj in/IN/loans:case loans/NNS/$9m:nmod , $4m/CD/$9m:conj"
    " in/IN/grants:case grants/NNS/$4m:nmod and/CC/$2m:cc $2m/CD/$9m:conj in/IN/training:case training/NN/$2m:nmod"
    " by/IN/2024:case 2024/CD/reached:obl ."
)
DATED = (
    "Sales/NNS/fell:nsubj fell=fall/VBD/root to/IN/$9m:case $9m/CD/fell:obl in/IN/2019:case 2019/CD/fell:obl ,"
    " $7m/CD/$9m:conj in/IN/2020:case 2020/CD/$7m:nmod and/CC/$4m:cc $4m/CD/$9m:conj in/IN/2021:case 2021/CD/$4m:nmod ."
)
DASHED = (
    "Norway/NNP/pledged:nsubj has/VBZ/pledged:aux pledged/VBN/root millions/NNS/pledged:obj — $11m/CD/millions:appos"
    " in/IN/2025:case 2025/CD/$11m:nmod alone/RB/2025:advmod ."
)


@pytest.fixture
def cumulative(claimed):
    return claimed(SUMS, money="$9m; $4m; $2m", dates="by 2024")


def test_each_sum_is_a_claim(cumulative):
    assert cumulative.spans == ["Aid reached $9m in loans", "$4m in grants", "$2m in training by 2024"]
    assert [row["amounts"] for row in cumulative.claims] == [["m1"], ["m2"], ["m3"]]


def test_the_items_share_verb_and_date(cumulative):
    assert cumulative.texts == [
        "Aid reached $9m in loans by 2024.",
        "Aid reached $4m in grants by 2024.",
        "Aid reached $2m in training by 2024.",
    ]
    assert [row["dates"] for row in cumulative.claims] == [["d1"]] * 3


def test_what_is_shared_is_in_the_fragments_and_not_in_the_span(cumulative):
    second = cumulative.claims[1]
    assert [piece["text"] for piece in second["fragments"]] == ["Aid reached", "$4m in grants", "by 2024"]
    assert second["span"]["text"] == "$4m in grants"


def test_what_is_shared_has_a_reason(cumulative):
    assert [(edit["text"], edit["reason"]) for edit in cumulative.claims[1]["edits"]] == [
        ("Aid", "elided_argument"),
        ("reached", "shared_predicate"),
        ("by 2024", "shared_adjunct"),
    ]


def test_later_items_hang_on_the_first(cumulative):
    first = "Aid reached $9m in loans"
    assert [cumulative.parent(n) for n in range(3)] == [None, (first, "conjunct_of"), (first, "conjunct_of")]


def test_items_with_dates_of_their_own_share_none(claimed):
    read = claimed(DATED, money="$9m; $7m; $4m", dates="in 2019; in 2020; in 2021")
    assert [row["dates"] for row in read.claims] == [["d1"], ["d2"], ["d3"]]
    assert read.spans == ["Sales fell to $9m in 2019", "$7m in 2020", "$4m in 2021"]


def test_a_sum_after_a_dash_is_a_claim(claimed):
    read = claimed(DASHED, money="millions; $11m", dates="in 2025")
    assert read.spans == ["Norway has pledged millions", "$11m in 2025 alone"]
    assert [row["dates"] for row in read.claims] == [[], ["d1"]]


def test_shares_of_two_towns(claimed):
    read = claimed(
        "Rents/NNS/rose:nsubj rose=rise/VBD/root 9%/CD/rose:obj in/IN/Lima:case Lima/NNP/9%:nmod and/CC/4%:cc"
        " 4%/CD/9%:conj in/IN/Ica:case Ica/NNP/4%:nmod .",
        money="9%; 4%",
    )
    assert read.texts == ["Rents rose 9% in Lima.", "Rents rose 4% in Ica."]


def test_respectively(claimed):
    """Ruling 24: each with its own subject and amount."""
    read = claimed(
        "Mining/NN/bring:nsubj , fishing/NN/Mining:conj and/CC/tourism:cc tourism/NN/Mining:conj bring/VBP/root"
        " $9m/CD/bring:obj , $7m/CD/$9m:conj and/CC/$4m:cc $4m/CD/$9m:conj respectively/RB/bring:advmod .",
        money="$9m; $7m; $4m",
    )
    assert [row["subject"]["text"] for row in read.claims] == ["Mining", "fishing", "tourism"]
    assert [row["amounts"] for row in read.claims] == [["m1"], ["m2"], ["m3"]]
    assert read.texts == ["Mining brings $9m.", "Fishing brings $7m.", "Tourism brings $4m."]


NONE = {
    "a range of one amount": (
        "Aid/NN/reached:nsubj reached/VBD/root $3m/CD/reached:obj to/IN/$4m:case $4m/CD/$3m:nmod .", "$3m to $4m",
    ),
    "from … to": (
        "Debt/NN/rose:nsubj rose=rise/VBD/root from/IN/3%:case 3%/CD/rose:obl to/IN/7%:case 7%/CD/rose:obl .", "3%; 7%",
    ),
    "between … and, read as two": (
        "Aid/NN/fell:nsubj fell=fall/VBD/root between/IN/$3m:case $3m/CD/fell:obl and/CC/$4m:cc $4m/CD/$3m:conj .",
        "between $3m; $4m",
    ),
    "a verb between": (
        "Fees/NNS/let:nsubj of/IN/$9m:case $9m/CD/Fees:nmod let=let/VBD/root banks/NNS/let:obj buy/VB/let:xcomp"
        " land/NN/buy:obj and/CC/boats:cc 40/CD/boats:nummod boats/NNS/land:conj .", "$9m; 40",
    ),
    "two figures of one statement": (
        "Norway/NNP/gave:nsubj gave=give/VBD/root $9m/CD/gave:obj to/IN/towns:case 40/CD/towns:nummod towns/NNS/gave:obl .",
        "$9m; 40",
    ),
    "the same sum in brackets": (
        "Norway/NNP/gave:nsubj gave=give/VBD/root €9m/CD/gave:obj ( $10m/CD/€9m:appos ) .", "€9m; $10m",
    ),
    "one figure and a noun": (
        "Norway/NNP/gave:nsubj gave=give/VBD/root $9m/CD/gave:obj and/CC/advice:cc advice/NN/$9m:conj .", "$9m",
    ),
    "no figure was found": (SUMS, ""),
    "a figure in the subject and one before it": (
        "Of/IN/towns:case 9/CD/towns:nummod towns/NNS/pay:obl , 3/CD/pay:nsubj pay/VBP/root .", "9; 3",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("parse", "money"), NONE.values(), ids=NONE)
def test_no_list(claimed, parse, money):
    assert len(claimed(parse, money=money).claims) == 1


def test_two_verbs_keep_their_own_figures(claimed):
    read = claimed(
        "The/DT/fund:det fund/NN/lost:nsubj lost=lose/VBD/root $9m/CD/lost:obj and/CC/won:cc won=win/VBD/lost:conj"
        " $4m/CD/won:obj .",
        money="$9m; $4m",
    )
    assert [row["amounts"] for row in read.claims] == [["m1"], ["m2"]]
    assert read.claims[1]["rules"][0]["rule"] == "root/conj"


def test_parts_after_including(claimed):
    read = claimed(
        "Chad/NNP/received:nsubj received=receive/VBD/root $9m/CD/received:obj , including/VBG/$4m:case $4m/CD/$9m:nmod"
        " for/IN/roads:case roads/NNS/$4m:nmod and/CC/$3m:cc $3m/CD/$4m:conj for/IN/wells:case wells/NNS/$3m:nmod .",
        money="$9m; $4m; $3m",
    )
    assert [row["amounts"] for row in read.claims] == [["m1"], ["m2"], ["m3"]]
    assert [read.parent(n)[1] for n in (1, 2)] == ["elaborates", "elaborates"]


def test_or_says_the_same_in_other_figures(claimed):
    read = claimed(
        "Peru/NNP/paid:nsubj paid=pay/VBD/root 40%/CD/paid:obj , or/CC/$9m:cc $9m/CD/40%:conj .",
        money="40%; $9m",
    )
    assert [row["amounts"] for row in read.claims] == [["m1", "m2"]]


def test_the_same_sum_in_other_money_is_no_second_item(claimed):
    parse = (
        "Clinics/NNS/got:nsubj got/VBD/root £6m/CD/got:obj ,/,/$8m:punct or/CC/$8m:cc $8m/CD/£6m:conj"
        " in/IN/2024:case 2024/CD/got:obl ."
    )
    read = claimed(parse, money="£6m; $8m")
    assert read.spans == ["Clinics got £6m, or $8m in 2024"] and read.claims[0]["amounts"] == ["m1", "m2"]


def test_a_mere_one_makes_no_list(claimed):
    parse = (
        "Clinics/NNS/got:nsubj got/VBD/root half/NN/got:obj of/IN/money:case the/DT/money:det money/NN/half:nmod"
        " plus/CC/share:cc one/CD/share:nummod share/NN/half:conj ."
    )
    assert claimed(parse, money="half; one").spans == ["Clinics got half of the money plus one share"]


WENT = (
    "Of/IN/$9m:case $9m/CD/went:obl , $4m/CD/went:nsubj went=go/VBD/root to/IN/research:case research/NN/went:obl ,"
    " $3m/CD/$4m:conj to/IN/towns:case towns/NNS/$3m:nmod and/CC/$2m:cc {mere} $2m/CD/$4m:conj to/IN/schools:case"
    " schools/NNS/$2m:nmod ."
)


@pytest.fixture
def went(claimed):
    return claimed(WENT.format(mere="a/DT/$2m:det mere/JJ/$2m:amod"), money="$9m; $4m; $3m; $2m")


def test_figures_that_share_a_verb_said_once_are_a_claim_each(went):
    assert went.spans == ["Of $9m, $4m went to research", "$3m to towns", "a mere $2m to schools"]
    assert [row["subject"]["text"] for row in went.claims] == ["$4m", "$3m", "a mere $2m"]
    assert [row["predicate"]["lemma"] for row in went.claims] == ["go"] * 3


def test_the_verb_is_put_into_its_gap(went):
    assert went.texts[1:] == ["Of $9m, $3m went to towns.", "Of $9m, a mere $2m went to schools."]
    assert [(edit["text"], edit["reason"]) for edit in went.claims[1]["edits"]] == [
        ("Of $9m", "shared_adjunct"),
        ("went", "shared_predicate"),
    ]


def test_each_moves_its_own_sum(went):
    found = [row["transfer"] for row in went.claims]
    assert [one["amount"] for one in found] == ["m2", "m3", "m4"]
    assert [one["recipient"] and one["recipient"]["text"] for one in found] == [None, "towns", "schools"]


NOT_GAPPED = {
    "no preposition behind the second": "$4m/CD/went:nsubj went=go/VBD/root to/IN/research:case research/NN/went:obl ,"
    " $3m/CD/research:appos less/JJR/$3m:amod .",
    "no comma before it": "$4m/CD/went:nsubj went=go/VBD/root to/IN/research:case research/NN/went:obl $3m/CD/research:nmod"
    " for/IN/towns:case towns/NNS/$3m:nmod .",
    "a verb between": "$4m/CD/reached:nsubj that/WDT/given:nsubj:pass was/VBD/given:aux:pass given=give/VBN/$4m:acl:relcl reached/VBD/root"
    " towns/NNS/reached:obj ,"
    " $3m/CD/towns:conj for/IN/schools:case schools/NNS/$3m:nmod .",
}  # fmt: skip


@pytest.mark.parametrize("parse", NOT_GAPPED.values(), ids=NOT_GAPPED)
def test_what_only_looks_as_if_a_verb_were_left_out(claimed, parse):
    read = claimed(parse, money="$4m; $3m")
    assert not any(edit["text"] in ("went", "reached") for row in read.claims for edit in row["edits"])


MARKED = (
    "Fees/NNS/rose:nsubj rose=rise/VBD/root by/IN/3%:case 3%/CD/rose:obl in/IN/2023:case 2023/CD/rose:obl and/CC/4%:cc"
    " {marker} 4%/CD/rose:conj in/IN/2024:case 2024/CD/4%:nmod ."
)


def test_figures_behind_the_same_preposition(claimed):
    read = claimed(MARKED.format(marker="by/IN/4%:case"), money="3%; 4%", dates="in 2023; in 2024")
    assert read.spans == ["Fees rose by 3% in 2023", "by 4% in 2024"]
    assert read.texts[1] == "Fees rose by 4% in 2024."


def test_a_figure_behind_another_preposition_is_no_item(claimed):
    read = claimed(MARKED.format(marker="to/IN/4%:case"), money="3%; 4%", dates="in 2023; in 2024")
    assert len(read.claims) == 1


def test_an_infinitive_of_purpose_parts_no_list(claimed):
    read = claimed(
        "Peru/NNP/spent:nsubj spent=spend/VBD/root $9m/CD/spent:obj to/TO/heat:mark heat/VB/spent:advcl mills/NNS/heat:obj"
        " and/CC/$4m:cc $4m/CD/$9m:conj to/TO/light:mark light/VB/$4m:acl them/PRP/light:obj .",
        money="$9m; $4m",
    )
    assert read.spans == ["Peru spent $9m to heat mills", "$4m to light them"]


def test_an_adverbial_between_commas_belongs_to_the_figure_behind_it(claimed):
    read = claimed(
        "Peru/NNP/owes:nsubj owes=owe/VBZ/root $9m/CD/owes:obj in/IN/loans:case loans/NNS/$9m:nmod and/CC/$4m:cc ,"
        " from/IN/May:case May/NNP/$4m:nmod , $4m/CD/$9m:conj in/IN/fees:case fees/NNS/$4m:nmod .",
        money="$9m; $4m", dates="from May",
    )  # fmt: skip
    assert read.spans == ["Peru owes $9m in loans", "from May, $4m in fees"]


COST = (
    "The/DT/line:det line/NN/cost:nsubj will/MD/cost:aux cost/VB/root $9m/CD/cost:obj , the/DT/pylons:det"
    " pylons/NNS/cost:parataxis $4m/CD/pylons:obj and/CC/land:cc the/DT/land:det land/NN/$9m:conj $3m/CD/land:nmod ."
)


@pytest.fixture
def cost(claimed):
    return claimed(COST, money="$9m; $4m; $3m")


def test_a_subject_and_a_figure_lend_the_verb(cost):
    assert cost.spans == ["The line will cost $9m", "the pylons $4m", "the land $3m"]
    assert [row["subject"]["text"] for row in cost.claims] == ["The line", "the pylons", "the land"]
    assert [row["amounts"] for row in cost.claims] == [["m1"], ["m2"], ["m3"]]
    assert cost.texts[1:] == ["The pylons will cost $4m.", "The land will cost $3m."]


def test_the_lent_verb_agrees_with_its_subject(claimed):
    read = claimed(
        "Peru/NNP/keeps:nsubj keeps/VBZ/root $9m/CD/keeps:obj and/CC/towns:cc the/DT/towns:det towns/NNS/$9m:conj"
        " $4m/CD/towns:nmod .",
        money="$9m; $4m",
    )
    assert read.texts == ["Peru keeps $9m.", "The towns keep $4m."]


def test_two_receivers_are_no_subjects(claimed):
    read = claimed(
        "It/PRP/costs:nsubj costs/VBZ/root the/DT/state:det state/NN/costs:iobj $9m/CD/costs:obj and/CC/town:cc the/DT/town:det"
        " town/NN/$9m:conj $4m/CD/town:nmod .",
        money="$9m; $4m",
    )
    assert not any(row["subject"]["text"] == "the town" for row in read.claims)


def test_the_same_by_another_rate_is_no_second_item(claimed):
    read = claimed(
        "Rice/NN/costs:nsubj costs/VBZ/root $2/CD/costs:obj a/DT/day:det day/NN/$2:nmod , or/CC/$730:cc $730/CD/$2:conj"
        " a/DT/year:det year/NN/$730:nmod .",
        money="$2; $730 a year",
    )
    assert len(read.claims) == 1


def test_a_counted_noun_is_a_subject_of_the_verb_left_out(claimed):
    read = claimed(
        "Rice/NN/went:nsubj went=go/VBD/root from/IN/$2:case $2/CD/went:obl to/IN/$3:case $3/CD/went:obl , a/DT/dozen:det"
        " dozen/CD/eggs:nummod eggs/NNS/$2:appos from/IN/$4:case $4/CD/eggs:nmod to/IN/$5:case $5/CD/eggs:nmod .",
        money="$2; $3; a dozen; $4; $5",
    )
    assert read.texts == ["Rice went from $2 to $3.", "A dozen eggs went from $4 to $5."]


TARIFF = (
    "{front} 15%/NN/is:{label} when/WRB/dear:advmod rice/NN/dear:nsubj is/VBZ/dear:cop dear/JJ/15%:advcl above/IN/$5:case"
    " $5/CD/dear:obl , 25%/NN/15%:conj when/WRB/cheap:advmod it/PRP/cheap:nsubj is/VBZ/cheap:cop cheap/JJ/25%:advcl and/CC/35%:cc"
    " 35%/NN/15%:conj otherwise/RB/35%:advmod ."
)
PLAIN = "The/DT/tariff:det tariff/NN/is:nsubj is=be/VBZ/root"


def test_an_item_may_take_a_clause_with_a_verb_and_a_figure(claimed):
    read = claimed(TARIFF.format(front=PLAIN, label="obj"), money="15%; $5; 25%; 35%")
    assert read.texts == [
        "The tariff is 15% when rice is dear above $5.",
        "The tariff is 25% when it is cheap.",
        "The tariff is 35% otherwise.",
    ]
    assert [row["amounts"] for row in read.claims] == [["m1", "m2"], ["m3"], ["m4"]]


def test_a_relative_inside_an_item_parts_no_list(claimed):
    read = claimed(
        "It/PRP/gives:nsubj gives/VBZ/root $3m/CD/gives:obj for/IN/homes:case homes/NNS/$3m:nmod that/WDT/buy:obj"
        " funds/NNS/buy:nsubj buy/VBP/homes:acl:relcl , and/CC/$2m:cc $2m/CD/$3m:conj for/IN/wells:case wells/NNS/$2m:nmod .",
        money="$3m; $2m",
    )
    assert read.texts == ["It gives $3m for homes that funds buy.", "It gives $2m for wells."]


def test_what_says_something_before_a_colon_is_a_claim_too(claimed):
    read = claimed(
        "Tariffs/NNS/move:nsubj move/VBP/root now/RB/move:advmod : 15%/NN/move:parataxis in/IN/May:case May/NNP/15%:nmod and/CC/9%:cc"
        " 9%/NN/15%:conj in/IN/June:case June/NNP/9%:nmod .",
        money="15%; 9%",
    )
    assert read.texts == [
        "Tariffs move now.",
        "Tariffs move now: 15% in May.",
        "Tariffs move now: 9% in June.",
    ]
    assert len({row["id"] for row in read.claims}) == 3


@pytest.mark.parametrize("case", ["", "to"])
def test_bare_sums_are_one_claim(claimed, case):
    mark = f"{case}/IN/$3m:case" if case else ""
    read = claimed(
        f"Fines/NNS/came:nsubj came=come/VBD/root {mark} $3m/CD/came:obl , $4m/CD/$3m:conj and/CC/$5m:cc $5m/CD/$3m:conj .",
        money="$3m; $4m; $5m",
    )
    assert [row["amounts"] for row in read.claims] == [["m1", "m2", "m3"]]
