"""`carries.csv` is true: a change that a format can hold comes in; one that it cannot leaves the base as it was."""

from pipeline.exchange import carries, unfold
from pipeline.record import Document


def edited(document, change):
    """The record after `change` of its JSON."""
    raw = document.model_dump(mode="json")
    change(raw)
    return Document.model_validate(raw)


def proven(exchange, base, change, flag):
    """Sent with a change and read against the record without it."""
    sent = edited(base, change)
    assert sent != base
    left = exchange.back(sent, base)
    wanted = sent if getattr(carries()[exchange.format], flag) else base
    assert left == wanted


def test_a_field_of_a_claim(exchange, emoji):
    def change(raw):
        raw["claims"][1]["polarity"]["value"] = "negated"

    proven(exchange, emoji, change, "fields")


def test_a_field_in_words(exchange, emoji):
    def change(raw):
        raw["entities"][0]["name"] = "Ana | Silva = \\n \n 😀"

    proven(exchange, emoji, change, "fields")


def test_a_figure(exchange, emoji):
    def change(raw):
        raw["amounts"][0] |= {"value": "3.50", "low": "3.50"}

    proven(exchange, emoji, change, "fields")


def test_the_field_in_the_label_is_held_by_all(exchange, emoji):
    def change(raw):
        raw["claims"][1]["kind"] = "evaluation"

    sent = edited(emoji, change)
    assert exchange.back(sent, emoji) == sent


def test_a_link(exchange, emoji):
    def change(raw):
        raw["claims"][1]["parent"] = None

    proven(exchange, emoji, change, "links")


def test_gaps_are_held_by_all_that_have_links(exchange, emoji):
    def change(raw):
        raw["claims"][0]["fragments"] = [raw["claims"][0]["fragments"][0], raw["claims"][0]["span"]]

    if carries()[exchange.format].links:
        proven(exchange, emoji, change, "links")


def test_marks_have_gaps_where_the_table_says_so(exchange, emoji):
    exchange.send(emoji)
    (page,) = exchange.pages()
    assert any(len(mark.edges) > 1 for mark in page.marks) == carries()[exchange.format].gaps
    assert any(mark.type == "piece" for mark in page.marks) != carries()[exchange.format].gaps


def test_ids_are_kept_where_the_table_says_so(exchange, emoji):
    exchange.send(emoji)
    (page,) = exchange.pages()
    assert page.anonymous != carries()[exchange.format].ids
    assert (page.unit == "UTF-16") == (
        carries()[exchange.format].unit == "UTF-16" and exchange.format != "inception"
    )


def test_what_is_lost_is_counted(exchange, emoji):
    sheet = unfold(emoji).sheet
    loss, held = exchange.send(emoji), carries()[exchange.format]
    assert (loss.fields > 0) != held.fields
    assert (loss.links >= len(sheet.links)) != held.links
    assert loss.alike == 0


def test_what_no_format_holds_stays_with_the_base(exchange, emoji):
    more = {"leeway": {"optional": ["m1"], "accept": []}, "url": "https://example.org/1"}
    base = edited(
        emoji,
        lambda raw: (
            raw.update(more) or raw["claims"][1].update(abstained=[{"field": "object", "reason": "x"}])
        ),
    )
    sent = edited(base, lambda raw: raw["claims"][1].update(kind="evaluation"))
    assert exchange.back(sent, base) == sent
