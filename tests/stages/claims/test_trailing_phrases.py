"""What is said after a comma at a clause's end, and what only looks like it."""

import pytest

from pipeline.lexicon import table

CLERKS = "Ruvia/NNP/pays:nsubj pays/VBZ/root 40/CD/clerks:nummod clerks/NNS/pays:obj ,"
UP = "up/RB/9:advmod from/IN/9:case 9/CD/clerks:nmod in/IN/2003:case 2003/CD/9:nmod ."


def test_a_level_and_where_it_came_from(claimed):
    read = claimed(f"{CLERKS} {UP}", money="40; 9", dates="in 2003")
    assert read.spans == ["Ruvia pays 40 clerks", "up from 9 in 2003"]
    assert read.claims[0]["amounts"] == ["m1"]
    assert read.claims[1]["dates"] == ["d1"]
    assert read.parent(1) == ("Ruvia pays 40 clerks", "elaborates")


def test_most_of_whom(claimed):
    read = claimed(
        f"{CLERKS} most/JJS/sleep:nsubj of/IN/whom:case whom/WP/most:nmod sleep/VBP/clerks:acl:relcl here/RB/sleep:advmod ."
    )
    assert read.spans == ["Ruvia pays 40 clerks", "most of whom sleep here"]


@pytest.mark.parametrize(
    "tail",
    [
        "in/IN/2003:case 2003/CD/pays:obl .",
        "up/RB/pays:advmod there/RB/pays:advmod .",
        "most/JJS/days:amod days/NNS/pays:obl:unmarked .",
        "mostly/RB/pays:advmod in/IN/cash:case cash/NN/pays:obl .",
    ],
)
def test_no_claim_of_its_own(claimed, tail):
    read = claimed(f"{CLERKS} {tail}", money="40")
    assert len(read.claims) == 1
    assert read.spans == [read.doc.text.removesuffix(".")]


def test_up_from_without_an_amount_before(claimed):
    assert len(claimed(f"{CLERKS} {UP}").claims) == 1


COMPARED = {
    "a part of something": ("a/DT/fifth:det fifth/NN/clerks:appos of/IN/need:case the/DT/need:det need/NN/fifth:nmod .", "a fifth of the need"),
    "behind an adverb": (
        "roughly/RB/half:advmod half/NN/pays:dep of/IN/need:case the/DT/need:det need/NN/half:nmod .", "roughly half of the need",
    ),
    "times": ("five/CD/times:nummod times/NNS/pays:dep the/DT/need:det need/NN/times:nmod .", "five times the need"),
}  # fmt: skip


@pytest.mark.parametrize(("tail", "span"), COMPARED.values(), ids=COMPARED)
def test_what_an_amount_is_measured_by(claimed, tail, span):
    read = claimed(f"{CLERKS} {tail}", money="40")
    assert read.spans == ["Ruvia pays 40 clerks", span]
    assert read.claims[1]["subject"]["text"] == "40 clerks"
    assert read.parent(1) == ("Ruvia pays 40 clerks", "elaborates")


def test_a_comparison_inside_a_figure_is_none(claimed):
    read = claimed(f"{CLERKS} more/JJR/9:advmod than/IN/9:advmod 9/CD/pays:dep .", money="40; more than 9")
    assert [row["subject"]["text"] for row in read.claims] == ["Ruvia", "Ruvia"]


TAGS = {
    "more": "JJR",
    "less": "JJR",
    "fewer": "JJR",
    "than": "IN",
    "as": "RB",
    "enough": "JJ",
    "twice": "RB",
    "the": "DT",
}


@pytest.mark.parametrize("row", table("comparison_tails"), ids=lambda row: row["words"])
def test_each_row_of_the_table_opens_a_tail(claimed, row):
    first, tail = row["example"].replace("*", "").removesuffix(".").split(", ")
    words = " ".join(f"{word}/{TAGS.get(word, 'NN')}/pays:dep" for word in tail.split())
    read = claimed(f"{CLERKS} {words} .", money="40")
    assert row["words"] == " ".join(tail.split()[:2])
    assert read.spans == [first, tail]


JUDGED = {
    "a fall": ("a/DT/fall:det fall/NN/clerks:appos of/IN/two:case two/CD/fall:nmod .", "a fall of two"),
    "an eighth": ("barely/RB/eighth:advmod an/DT/eighth:det eighth/NN/clerks:appos .", "barely an eighth"),
    "the most": ("the/DT/most:det most/JJS/clerks:appos since/IN/2008:case 2008/CD/most:nmod .", "the most since 2008"),
    "its lowest": ("its/PRP$/level:nmod:poss lowest/JJS/level:amod level/NN/clerks:appos .", "its lowest level"),
    "up by a share": ("up/RB/7:advmod 7/CD/clerks:appos in/IN/year:case a/DT/year:det year/NN/7:nmod .", "up 7 in a year"),
}  # fmt: skip


@pytest.mark.parametrize(("tail", "span"), JUDGED.values(), ids=JUDGED)
def test_what_an_amount_is(claimed, tail, span):
    read = claimed(f"{CLERKS} {tail}", money="40; 7" if " 7" in span else "40")
    assert read.spans == ["Ruvia pays 40 clerks", span]
    assert read.claims[1]["subject"]["text"] == "40 clerks"
    assert read.claims[1]["predicate"]["lemma"] == "be"


def test_what_a_year_was(claimed):
    read = claimed(
        "We/PRP/taught:nsubj taught=teach/VBD/root in/IN/1995:case 1995/CD/taught:obl , the/DT/year:det"
        " year/NN/taught:obl:unmarked of/IN/queues:case queues/NNS/year:nmod .",
        dates="in 1995",
    )
    assert read.spans == ["We taught in 1995", "the year of queues"]
    assert read.texts[1] == "We taught in 1995, the year of queues."


@pytest.mark.parametrize(
    ("tail", "span"),
    [
        ("some/DT/pays:parataxis of/IN/them:case them/PRP/some:nmod in/IN/kind:case kind/NN/pays:obl .", "some of them in kind"),
        ("the/DT/first:det first/JJ/Lima:amod of/IN/them:case them/PRP/first:nmod in/IN/Lima:case Lima/NNP/pays:obl .",
         "the first of them in Lima"),
    ],
)  # fmt: skip
def test_a_portion_of_it(claimed, tail, span):
    read = claimed(f"{CLERKS} {tail}")
    assert read.spans == ["Ruvia pays 40 clerks", span]
    assert (read.claims[1]["subject"]["text"], read.claims[1]["predicate"]["lemma"]) == (
        span.split(" in ")[0],
        "be",
    )


@pytest.mark.parametrize(
    "tail",
    [
        "a/DT/porter:det porter/NN/clerks:conj and/CC/cook:cc a/DT/cook:det cook/NN/clerks:conj .",
        "a/DT/year:det year/NN/early:obl:unmarked early/RB/pays:advmod .",
        "all/DT/pays:obl of/IN/them:case them/PRP/all:nmod .",
    ],
    ids=["a list", "a time", "no more than a part"],
)
def test_no_judgement(claimed, tail):
    assert len(claimed(f"{CLERKS} {tail}", money="40").claims) == 1


def test_what_it_was_follows_the_verb_above(claimed):
    paid = "Ruvia/NNP/paid:nsubj paid=pay/VBD/root 40/CD/clerks:nummod clerks/NNS/paid:obj ,"
    read = claimed(f"{paid} {UP}", money="40; 9", dates="in 2003")
    assert read.texts[1] == "Ruvia paid 40 clerks, up from 9 in 2003."


def test_two_parts_of_whom(claimed):
    read = claimed(
        f"{CLERKS} most/JJS/sleep:nsubj of/IN/whom:case whom/WP/most:nmod sleep/VBP/clerks:acl:relcl here/RB/sleep:advmod and/CC/eat:cc"
        " all/DT/eat:nsubj of/IN/#12:case whom/WP/all:nmod eat/VBP/sleep:conj there/RB/eat:advmod ."
    )
    assert "all of whom eat there" in read.spans


def test_the_clause_goes_on_behind_its_tail(claimed):
    read = claimed(
        f"{CLERKS} a/DT/fall:det fall/NN/clerks:appos of/IN/two:case two/CD/fall:nmod , and/CC/May:cc in/IN/May:case May/NNP/pays:obl .",
        money="40",
    )
    assert read.spans[1] == "a fall of two"
    assert [piece["text"] for piece in read.claims[0]["fragments"]] == ["Ruvia pays 40 clerks", "and in May"]


def test_a_clause_behind_a_comma_is_no_judgement(claimed):
    read = claimed(
        "We/PRP/asked:nsubj asked/VBD/root 40/CD/clerks:nummod clerks/NNS/asked:obj , a/DT/bank:det bank/NN/clerks:appos"
        " is/VBZ/bank:cop safe/JJ/bank:amod .",
        money="40",
    )
    assert not any(row["rules"][0]["rule"].endswith("/tail") for row in read.claims)


def test_what_a_thing_is(claimed):
    read = claimed(
        "They/PRP/saw:nsubj saw=see/VBD/root a/DT/light:det yellow/JJ/light:amod light/NN/saw:obj , the/DT/last:det"
        " last/JJ/light:appos of/IN/May:case May/NNP/last:nmod ."
    )
    assert read.texts[1] == "A yellow light was the last of May."
