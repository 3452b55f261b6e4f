"""Words → rows of tables: every table that is looked up knows what its example marks."""

import re

import pytest

from pipeline import lexicon
from pipeline.page.lookup import Word, meaning, named, rows, spoken, words
from pipeline.record import Span

LOOKUPS = lexicon.table("lookups")
LEMMAS = {
    "failed": "fail", "caused": "cause", "warned": "warn", "gave": "give", "loans": "loan", "conj": "conj", "$39 million": "amount",
}  # fmt: skip


def said(text):
    return Word(text.lower(), Span(start=0, end=len(text), text=text))


@pytest.mark.parametrize("look", LOOKUPS, ids=lambda row: f"{row['field']} {row['table']} {row['column']}")
def test_every_table_knows_the_word_that_its_example_marks(look):
    marked = re.search(r"\*(.+?)\*", look["example"])[1]
    word = said(LEMMAS.get(marked, marked))
    table = lexicon.table(look["table"])
    values = [row[look["value"]] for row in table] if look["value"] else []
    found = [row for row in rows(look["field"], [word], values) if row.file.endswith(f"/{look['table']}.csv")]
    assert found, "no row has the word"
    with (lexicon.HERE / f"{look['table']}.csv").open(encoding="utf-8", newline="") as file:
        line = file.read().split("\n")[found[0].line - 1]
    assert LEMMAS.get(marked, marked).lower() in line.lower(), "the line is the one that has it"
    if look["value"]:
        assert not [
            row
            for row in rows(look["field"], [word], ["of another kind"])
            if row.file.endswith(f"/{look['table']}.csv")
        ]


@pytest.mark.parametrize("name", sorted({path.stem for path in lexicon.HERE.glob("*.csv")}))
def test_every_row_has_the_line_on_which_it_ends(name):
    text = (lexicon.HERE / f"{name}.csv").read_text(encoding="utf-8")
    numbers = lexicon.lines(name)
    assert len(numbers) == len(lexicon.table(name))
    assert list(numbers) == sorted(set(numbers)) and numbers[-1] == text.count("\n")


def test_the_longest_form_wins_and_its_place_is_told():
    text = "It cost no more than US$40 million."
    (comparator, currency, scale) = rows("amount", spoken([Span.of(text, 8, 34)]), ("le", "USD", None))[:3]
    assert (comparator.said.text, comparator.row["cue"]) == ("no more than", "no more than")
    assert (currency.said.text, currency.row["code"]) == ("US$", "USD")
    assert text[scale.said.start : scale.said.end] == "million"


def test_a_word_that_stands_for_another_value_is_not_the_reason():
    (row,) = rows("modality", [said("will")], ["predicted"])
    assert row.row["word"] == "will"
    assert rows("modality", [said("will")], ["possible"]) == []


def test_lemmas_lead_to_rows_too():
    text = "They warned of it."
    span = Span.of(text, 5, 11)
    assert rows("attribution", words([span], {})) == []
    (row,) = rows("attribution", words([span], {(5, 11): "warn"}))
    assert (row.row["lemma"], row.said) == ("warn", span)


def test_the_word_in_the_name_of_a_rule():
    assert [named(rule).form for rule in ("modal_will", "advcl_as_long_as", "if")] == [
        "will",
        "as long as",
        "if",
    ]


def test_rules_mean_something():
    assert meaning("span", "advcl_because") == "an adverbial clause"
    assert meaning("modality", "modal_will") == "a modal verb or adverb"
    assert meaning("span", "of tomorrow") is None


def test_stretches_are_found_where_they_stand():
    found = {word.form: word.span for word in spoken([Span.of("Pay  $5m now", 0, 12)])}
    assert set(found) >= {"pay", "$", "$5", "5", "m", "m now", "pay $5m"}
    assert (found["pay $5m"].start, found["pay $5m"].end) == (0, 8)
