"""Which mentions name the same thing, told of names and labels alone."""

from pipeline.stages.entities.same_entity import link


def linked(*mentions):
    """`(name, same_as)` of each; mentions are names of persons, or `(name, label)`."""
    pairs = [(one, "PERSON") if isinstance(one, str) else one for one in mentions]
    rows = [{"name": name, "label": label} for name, label in pairs]
    link(rows)
    assert [row["id"] for row in rows] == [f"e{n}" for n in range(1, len(rows) + 1)]
    return [(row["name"], row["same_as"]) for row in rows]


def test_each_goes_with_the_first_of_its_name_whatever_its_capitals():
    assert linked("Ane Lund", "ANE LUND", "Ane Lund") == [
        ("Ane Lund", None), ("ANE LUND", "e1"), ("Ane Lund", "e1"),
    ]  # fmt: skip


def test_a_country_may_be_taken_for_a_place_and_is_still_the_same():
    assert linked(("Ruvia", "GPE"), ("Ruvia", "LOC"), ("Ruvia", "ORG")) == [
        ("Ruvia", None), ("Ruvia", "e1"), ("Ruvia", None),
    ]  # fmt: skip


def test_a_surname_is_the_last_of_those_who_bear_it_before():
    assert linked("Ane Lund", "Bo Lund", "Lund")[2] == ("Bo Lund", "e2")
    assert linked("Lund", "Ane Lund") == [("Lund", None), ("Ane Lund", None)]


def test_a_first_name_is_the_first_of_those_who_bear_it():
    assert linked("Ane Lund", "Ane Berg", "Ane")[2] == ("Ane Lund", "e1")


def test_junior_is_no_surname():
    assert linked("Bo Lund Jr.", "Lund") == [("Bo Lund Jr.", None), ("Bo Lund Jr.", "e1")]


def test_only_persons_are_called_by_one_word_of_their_names():
    assert linked(("Lund Bank", "ORG"), ("Bank", "ORG")) == [("Lund Bank", None), ("Bank", None)]
