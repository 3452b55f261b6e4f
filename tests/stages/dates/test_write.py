"""Dates on the Doc: offsets, ids, the day of publication, and what the tags refuse."""

import pickle

import pytest
import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline import marks
from pipeline.stages.dates import make
from pipeline.stages.dates.write import Dates


@pytest.fixture(autouse=True)
def _published() -> None:
    marks.declare("dates")
    if not Doc.has_extension("published"):
        Doc.set_extension("published", default=None)


def read(words: str, pos: str = "", **more: list) -> list[dict]:  # type: ignore[type-arg]
    doc = Doc(Vocab(), words=words.split(), pos=pos.split() or None, **more)
    return marks.read(Dates()(doc), "dates")


def test_rows_have_ids_and_offsets_in_order() -> None:
    doc = spacy.blank("en")("🙂 It has been open since 1994, and will close by 2030.")
    rows = marks.read(Dates()(doc), "dates")
    assert [row["id"] for row in rows] == ["d1", "d2"]
    assert [row["span"]["text"] for row in rows] == ["since 1994", "by 2030"]
    assert all(doc.text[r["span"]["start"] : r["span"]["end"]] == r["span"]["text"] for r in rows)
    assert [span.text for span in doc.spans["dates"]] == ["since 1994", "by 2030"]
    assert doc.spans["dates"][0]._.dates["id"] == "d1"


def test_the_day_of_publication_is_the_docs_own() -> None:
    doc = spacy.blank("en")("Sales fell last month.")
    doc._.published = "2025-06-11"
    (row,) = marks.read(Dates()(doc), "dates")
    assert (row["first"], row["last"], row["anchored_to"]) == ("2025-05-01", "2025-05-31", "published")
    doc._.published = None
    (row,) = marks.read(Dates()(doc), "dates")
    assert (row["first"], row["last"], row["anchored_to"]) == (None, None, "none")


def test_a_verb_is_no_month() -> None:
    assert read("Then in May rents rose .", "ADV ADP PROPN NOUN VERB PUNCT")[0]["core"]["text"] == "May"
    assert read("To that end May protesters march ?", "ADP PRON NOUN AUX NOUN VERB PUNCT") == []
    assert read("They hope to March on .", "PRON VERB PART VERB ADP PUNCT") == []


def test_a_noun_that_is_no_season_is_refused_by_its_tag() -> None:
    assert read("Rents rose in spring .", "NOUN VERB ADP NOUN PUNCT")[0]["grain"] == "season"
    assert read("They settled in fall prey .", "PRON VERB ADP VERB NOUN PUNCT") == []


def test_a_year_that_counts_the_plural_after_it_is_a_number() -> None:
    words, pos = "1999 ballots were lost .", "NUM NOUN AUX VERB PUNCT"
    morphs = ["", "Number=Plur", "", "", ""]
    heads, deps = [1, 3, 3, 3, 3], ["nummod", "nsubj:pass", "aux:pass", "ROOT", "punct"]
    assert read(words, pos, morphs=morphs, heads=heads, deps=deps) == []
    deps[0] = "compound"
    assert len(read(words, pos, morphs=morphs, heads=heads, deps=deps)) == 1


TAGS = ("ADJ", "ADP", "ADV", "AUX", "NOUN", "NUM", "PROPN", "VERB")


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("word", ["May", "Tuesday", "spring"])
def test_only_a_noun_is_a_month_a_day_a_season(word: str, tag: str) -> None:
    found = read(f"Rents rose in {word} .", f"NOUN VERB ADP {tag} PUNCT")
    assert bool(found) is (tag in ("NOUN", "PROPN"))
    assert read(f"Rents rose in early {word} 2020 .", f"NOUN VERB ADP ADJ {tag} NUM PUNCT")


def counted(before: str, tag: str, **more: str) -> bool:
    """Whether the year in "… 1999 ballots were lost" is a number of ballots."""
    plural, noun = more.get("number", "Plur"), more.get("noun", "NOUN")
    doc = Doc(
        Vocab(), words=[before, "1999", "ballots", "were", "lost"], pos=[tag, "NUM", noun, "AUX", "VERB"],
        morphs=["", "", f"Number={plural}", "", ""], heads=[4, 2, 4, 4, 4],
        deps=["dep", more.get("dep", "nummod"), "nsubj:pass", "aux:pass", "ROOT"],
    )  # fmt: skip
    return not marks.read(Dates()(doc), "dates")


@pytest.mark.parametrize("tag", ["DET", "ADP", "PRON", "PART"])
def test_a_year_after_an_article_or_a_preposition_counts_nothing(tag: str) -> None:
    assert not counted("the", tag)


@pytest.mark.parametrize("mark", [":", ";", "—", "–"])
def test_a_number_may_stand_behind_a_pause(mark: str) -> None:
    assert counted(mark, "PUNCT")
    assert not counted("(", "PUNCT")


def test_what_a_number_counts_is_a_plural_noun() -> None:
    assert counted("So", "ADV")
    assert counted("So", "ADV", dep="nummod:gov")
    assert not counted("So", "ADV", dep="nmod")
    assert not counted("So", "ADV", number="Sing")
    assert not counted("So", "ADV", noun="PROPN")


def test_how_often_a_sum_is_paid_belongs_to_the_sum() -> None:
    marks.declare("money")
    doc = spacy.blank("en")("They lose a million each day, and 2 million in 1999.")
    for words, left in (("a million each day", ["in 1999"]), ("They lose", ["each day", "in 1999"])):
        start = doc.text.index(words)
        span = {"start": start, "end": start + len(words), "text": words}
        marks.put(doc, "money", [{"id": "m1", "span": span}])
        rows = marks.read(Dates()(doc), "dates")
        assert [row["span"]["text"] for row in rows] == left


def test_an_outlet_has_its_own_order_of_figures() -> None:
    if not Doc.has_extension("outlet"):
        Doc.set_extension("outlet", default=None)
    doc = spacy.blank("en")("It opened on 3/4/21.")
    for outlet, day in (
        ("The Guardian", "2021-04-03"),
        ("New York Times", "2021-03-04"),
        (None, "2021-03-04"),
    ):
        doc._.outlet = outlet
        assert [row["first"] for row in marks.read(Dates()(doc), "dates")] == [day]
    doc._.outlet = "The Guardian"
    assert [row["first"] for row in marks.read(Dates(day_first=False)(doc), "dates")] == ["2021-03-04"]


def test_the_tense_of_the_governing_verb_gives_the_direction() -> None:
    words, pos = "They will meet on Tuesday .", "PRON AUX VERB ADP PROPN PUNCT"
    heads, deps = [2, 2, 2, 4, 2, 2], ["nsubj", "aux", "ROOT", "case", "obl", "punct"]
    for will, day in (("will", "2025-06-17"), ("did", "2025-06-10")):
        doc = Doc(Vocab(), words=words.replace("will", will).split(), pos=pos.split(), heads=heads, deps=deps)
        doc._.published = "2025-06-11"
        (row,) = marks.read(Dates()(doc), "dates")
        assert row["first"] == day


def test_an_empty_doc_has_no_dates() -> None:
    assert marks.read(Dates()(spacy.blank("en")("")), "dates") == []


def test_the_factory_and_its_option_survive_saving(tmp_path) -> None:  # type: ignore[no-untyped-def]
    nlp = spacy.blank("en")
    nlp.add_pipe("opclaims_dates", config={"day_first": True})
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    for each in (nlp, again, pickle.loads(pickle.dumps(nlp))):
        (row,) = each("It opened on 3/4/21.")._.dates
        assert row["first"] == "2021-04-03"


def test_two_workers_write_what_one_writes() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("opclaims_dates")
    texts = ["It opened in 1994.", "It closed two weeks ago.", "Nothing."]
    one = [doc._.dates for doc in nlp.pipe(texts)]
    assert one == [doc._.dates for doc in nlp.pipe(texts, n_process=2)]
    assert len(one[0]) == 1


def test_the_factory_says_what_it_writes() -> None:
    assert make.__module__ == "pipeline.stages.dates"
    assert "doc._.dates" in spacy.blank("en").get_factory_meta("opclaims_dates").assigns
