"""What is tied, what is contradicted, and what is left alone. Each pitfall is the shortest sentence that shows it."""

import pytest

NAMES = {"clinics": "NOUN", "schools": "NOUN", "roads": "NOUN", "army": "NOUN", "navy": "NOUN", "got": "VERB"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Aid came to $60m: $20m for clinics, $25m for schools and $15m for roads.", ("$20m $25m $15m", "$60m")),
        ("Clinics got $20m, schools $25m and roads $15m, which makes $60m in all.", ("$20m $25m $15m", "$60m")),
        ("Clinics got $20m, schools got $25m and roads got $15m, $60m in all.", ("$20m $25m $15m", "$60m")),
        ("Schools (₦1.1tn), clinics (₦0.8tn) and roads (₦1.2tn), together ₦3.1tn.", ("₦1.1tn ₦0.8tn ₦1.2tn", "₦3.1tn")),
        ("It has $60m: $20m for clinics, $25m for schools and $15m for roads.", ("$20m $25m $15m", "$60m")),
        ("It has $60m a year: $20m for clinics, $25m for schools, $15m for roads.", ("$20m $25m $15m", "$60m")),
        ("It asked for $60m. Of this, $45m was for clinics and $15m for roads.", ("$45m $15m", "$60m")),
        ("It lent about $2.3bn: $1.2bn in 2020 and $1.1bn in 2021.", ("$1.2bn $1.1bn", "$2.3bn")),
        ("It paid €4.7m: €1.9m to clinics, €1.9m to schools and €1m to roads.", ("€1.9m €1.9m €1m", "€4.7m")),
        ("Rent is Tk 300; food, Tk 200; fares, Tk 100. That makes Tk 600.", ("Tk 300 Tk 200 Tk 100", "Tk 600")),
        ("It paid $20m in May. In June it paid $25m, for a total of $45m.", ("$20m $25m", "$45m")),
        ("It paid $41.4bn and this goes along with another $7.7bn, for a total of $49.1bn.", ("$41.4bn $7.7bn", "$49.1bn")),
        ("It raised $60m in May. Of the money raised, $45m came by post and $15m by hand.", ("$45m $15m", "$60m")),
        ("Of the €82bn, €33bn went on ships and €44bn on tanks. It kept the remaining €5bn.", ("€33bn €44bn €5bn", "€82bn")),
        ("Of the 36 billion, 1.2 billion pesos went to fountains; the other 34.8 billion vanished.", ("1.2 billion pesos 34.8 billion", "36 billion")),
        ("Diesel gave 60 percent and gas the other 40 percent.", ("60 percent 40 percent", "")),
        ("Demand rose by 8 percent, and 70 percent came from coal and the remaining 30 percent from wind.", ("70 percent 30 percent", "")),
    ],
)  # fmt: skip
def test_tied(sums_of, text, found):
    assert sums_of(text, **NAMES) == [(*found, True)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Aid came to $60m: $20m for clinics, $25m for schools and $10m for roads.",
            ("$20m $25m $10m", "$60m"),
        ),
        (
            "Aid came to $60m: $20m for clinics, $25m for schools and $40m for roads.",
            ("$20m $25m $40m", "$60m"),
        ),
        (
            "Clinics got $20m, schools $25m and roads $10m, which makes $60m in all.",
            ("$20m $25m $10m", "$60m"),
        ),
        (
            "The army has $60m, of which it gave clinics $30m and the navy the remaining $15m.",
            ("$30m $15m", "$60m"),
        ),
        ("Of the $60m, $40m went to clinics and $35m to schools.", ("$40m $35m", "$60m")),
        (
            "Sixty percent came from loans and the remaining 30 percent from grants.",
            ("Sixty percent 30 percent", ""),
        ),
        ("It paid more than $60m: $20m to clinics, $25m to schools and $40m to roads.", None),
        ("It paid a total of more than $60m: $20m to clinics and $25m to schools.", None),
        (
            "Rent is Tk 300; food, Tk 200; fares, Tk 150. That makes Tk 600.",
            ("Tk 300 Tk 200 Tk 150", "Tk 600"),
        ),
    ],
)
def test_contradicted(sums_of, text, found):
    expected = [(*found, False)] if found else []
    assert [sum_ for sum_ in sums_of(text, **NAMES) if not sum_[2]] == expected


@pytest.mark.parametrize(
    ("pitfall", "text"),
    [
        ("examples", "It spent $60m last year: $20m on a stadium and $5m on a statue."),
        ("some of it", "The fund raised $60m, including $20m from Japan and $15m from Korea."),
        ("some of it", "It set aside $60m, of which $20m will go to clinics and $15m to roads."),
        ("differences", "Aid came to $60m: $20m more than in May and $5m less than promised."),
        ("a state, then others", "Aid rose to $60m: from $20m in 2019 and $25m in 2020."),
        ("later states", "The bill came to $60m; in May it was $80m, and in June $90m."),
        ("one more in the next sentence", "Aid came to $60m: $20m for clinics and $25m for schools. Another $15m went to roads."),
        ("one more in the sentence before", "Oslo gave $10m. Rome gave $20m and Paris $25m, for a total of $60m."),
        ("a part without a figure", "Aid came to $60m: $20m for clinics, $25m for schools and an undisclosed sum for roads."),
        ("a part without a figure", "Aid came to $60m: $20m for clinics and $25m for schools. The rest was never explained."),
        ("parts overlap", "Of the 100 patients, 70 patients coughed and 60 patients had a fever."),
        ("cut in two ways", "Of the $60m, $40m came from Japan and $30m went to schools."),
        ("two sides of a balance", "The bank has $60m: $45m in loans to the state, $20m in deposits from it."),
        ("a comparison", "It cost ₦4.4tn, more than was spent on schools (₦1.1tn) and roads (₦1.2tn) put together."),
        ("a larger total", "Rome gave $20m and Paris $25m, bringing the total to $300m."),
        ("a larger total", "Rome gave $20m and Paris $25m; in all $300m was raised."),
        ("a larger total", "Rome gave $20m and Paris $25m, $60m in all with the fees."),
        ("a part of a part", "Aid came to $60m: $20m for clinics, $25m for schools (of which $5m for books) and $15m for roads."),
        ("rates", "The price came to $60: $20 a head for adults and $10 a head for children."),
        ("so much each", "Costs totalled $60m: $20m each for two bridges and $5m for a road."),
        ("another currency", "Aid came to $60m: $20m for clinics, €15m for schools and $15m for roads."),
        ("a figure nobody read", "Aid came to $60m: $20m for clinics, 30ish for schools and $10m for roads."),
        ("no sum at all", "The total cost is $60m. Clinics will get $20m and schools $25m."),
        ("shares of a whole not said", "Turnout was 62 percent; 52 percent voted yes and 41 percent no."),
        ("the other one", "One party got 45 percent and the other 35 percent."),
        ("the other one", "Of the $60m, one town got $20m and the other $25m."),
        ("shares of different wholes", "The richest 10 percent own 70 percent of the land; the remaining 90 percent share 30 percent."),
        ("shares of a share", "It cut 20 percent of its staff, then 20 percent of the remaining 80 percent."),
        ("a share in the sentence before", "Coal gives 40 percent. Gas gives 20 percent and wind the remaining 30 percent."),
        ("a product", "It lost ₱14 or more a kilo. The missing ₱6, times all that was sold, comes to ₱28 billion."),
        ("a bound that anything fits", "Of the $60m, more than $20m went to clinics and $15m to roads."),
        ("vague", "Aid came to $60m: $20m for clinics, $25m for schools and millions of dollars for roads."),
        ("a total of no size", "It paid a total of millions of dollars: $20m to clinics and $25m to schools."),
        ("a conversion", "It paid $60m: €50m at the rate of the day."),
        ("one part", "Aid came to $60m: $20m for clinics and much else."),
        ("no amounts", "Nobody was paid anything: not a cent."),
    ],
)  # fmt: skip
def test_left_alone(sums_of, pitfall, text):
    assert sums_of(text, **NAMES) == [], pitfall


def test_a_total_may_be_a_part_of_the_next(sums_of):
    text = "It has $60m: $40m for clinics and $20m for roads. Of the $40m, $30m is for doctors and $10m for drugs."
    assert sums_of(text) == [("$40m $20m", "$60m", True), ("$30m $10m", "$40m", True)]


def test_neighbours_end_with_the_paragraph(sums_of):
    assert sums_of("It asked for $60m.\n\nOf this, $45m was for clinics and $15m for roads.") == []


def test_without_tags_only_lists_of_figures_are_contradicted(sums_of):
    text = "Aid totalled $60m: clinics got $20m, schools $25m and roads $10m."
    assert sums_of(text) == []
    assert sums_of(text, **NAMES) == []  # "clinics got" stands between the colon and the first figure


def test_a_table_without_lines_is_no_sentence(sums_of):
    assert sums_of("It paid " + ", ".join(f"${n}m" for n in range(2, 80)) + ", in all $3159m.") == []
