"""The gold: complete, true to its text, and what the reader of articles reads is what was annotated."""

import csv
from pathlib import Path

import pytest

from pipeline.gold import check_gold, read_notes
from pipeline.read import read
from pipeline.record import VALUE_LABELS, Article, Claim, Document, EntityLabel, Span, names, spans

CORPUS = Path(__file__).parents[2] / "corpus"
GOLD = sorted((CORPUS / "gold").glob("*.jsonl"))


@pytest.fixture(params=GOLD, ids=lambda path: path.stem)
def document(request: pytest.FixtureRequest) -> Document:
    (line,) = request.param.read_text(encoding="utf-8").splitlines()
    return Document.model_validate_json(line)


def test_gold_is_held_out_in_part() -> None:
    with (CORPUS / "split.csv").open(encoding="utf-8", newline="") as file:
        parts = [row["split"] for row in csv.DictReader(file)]
    assert {part: parts.count(part) for part in ("train", "dev", "test")} == {
        "train": 16,
        "dev": 8,
        "test": 8,
    }


def test_the_readme_counts_what_is_in_the_gold(document: Document) -> None:
    things = ("claims", "amounts", "dates", "entities")
    counts = ", ".join(f"{len(getattr(document, thing))} {thing}" for thing in things)
    (row,) = (
        line
        for line in (CORPUS / "README.md").read_text(encoding="utf-8").splitlines()
        if line.startswith(f"| `{document.id}`")
    )
    assert counts.replace("entities", "names") in row


def test_every_document_of_the_split_has_gold_and_no_other_has() -> None:
    with (CORPUS / "split.csv").open(encoding="utf-8", newline="") as file:
        split = {row["document"]: row["split"] for row in csv.DictReader(file)}
    assert set(split) == {path.stem for path in GOLD}
    assert set(split) <= {path.stem for path in (CORPUS / "articles").glob("*.md")}
    assert set(split.values()) <= {"train", "dev", "test"}


def test_gold_has_the_text_and_the_data_that_the_reader_reads(document: Document) -> None:
    (op_ed,) = read([str(CORPUS / "articles" / f"{document.id}.md")])
    assert isinstance(op_ed, Article)
    assert document.text == op_ed.text
    for field in ("id", "title", "byline", "outlet", "published"):
        assert getattr(document, field) == getattr(op_ed, field), field


def test_gold_is_complete_and_marked_as_gold(document: Document) -> None:
    assert document.made_by.version == "gold"
    assert 55 <= len(document.claims) <= 140
    assert {thing.rule for thing in (*document.amounts, *document.dates)} == {"gold"}
    assert all(claim.confidence is None and claim.check_worthiness is None for claim in document.claims)
    assert {entity.label for entity in document.entities} <= set(names(EntityLabel)) - VALUE_LABELS


def test_every_span_of_gold_is_the_text_that_stands_there(document: Document) -> None:
    assert document.text is not None
    for span in spans(document):
        assert document.text[span.start : span.end] == span.text


def test_every_sentence_has_a_claim_or_a_reason_to_have_none(document: Document) -> None:
    claimed = {claim.sentence for claim in document.claims}
    skipped = {item.sentence for item in document.skipped}
    assert not claimed & skipped
    assert claimed | skipped == set(range(max(claimed | skipped) + 1))


def test_lists_are_in_order_of_start_then_end(document: Document) -> None:
    for items in (document.entities, document.amounts, document.dates, document.claims):
        edges = [(item.span.start, item.span.end) for item in items]
        assert edges == sorted(edges)


def test_figures_and_dates_lie_within_one_sentence_and_hold_their_core(document: Document) -> None:
    assert document.text is not None
    for thing in (*document.amounts, *document.dates):
        assert thing.span.start <= thing.core.start < thing.core.end <= thing.span.end
        assert "\n" not in thing.span.text


def test_a_claim_lists_the_figures_and_names_inside_its_fragments(document: Document) -> None:
    for claim in document.claims:
        assert list(claim.amounts) == [a.id for a in document.amounts if _holds(claim, a.span)]
        assert {d.id for d in document.dates if _holds(claim, d.span)} <= set(claim.dates)
        assert {e.id for e in document.entities if _holds(claim, e.span)} <= set(claim.entities)


def test_claims_of_one_sentence_share_its_paragraph_and_nothing_crosses_one(document: Document) -> None:
    paragraph: dict[int, int] = {}
    for claim in document.claims:
        assert paragraph.setdefault(claim.sentence, claim.paragraph) == claim.paragraph
        assert "\n" not in claim.span.text
        edges = [(piece.start, piece.end) for piece in claim.fragments]
        assert edges == sorted(edges)
        assert any(claim.span.start == start for start, _ in edges)


def test_claims_begin_and_end_without_quotation_marks_stops_or_connectives(document: Document) -> None:
    for claim in document.claims:
        words = claim.span.text
        assert words.strip(" \n.,;:—") == words
        assert not words.startswith(("“", "”")) or words.count("“") == words.count("”")
        assert not words.endswith(("“", "”")) or words.count("“") == words.count("”")
        assert words.split()[0].lower() not in {"and", "but", "meanwhile", "first,"}
        assert not words.lower().startswith("because") or words.lower().startswith("because of")


def test_parents_and_sources_stand_in_the_sentence_of_their_claim(document: Document) -> None:
    sentence = {claim.id: claim.sentence for claim in document.claims}
    for claim in document.claims:
        if claim.parent is not None:
            assert sentence[claim.parent.claim] == claim.sentence
            assert claim.parent.claim != claim.id
        said = claim.attribution
        assert (said.content == "none") == (said.source_type == "author")
        if said.source_type == "author":
            assert said.source is None
        else:  # "is said to have …" names no speaker: then the words of saying stand alone
            assert said.source is not None or said.cue is not None


def test_first_mentions_come_first_and_have_the_same_name(document: Document) -> None:
    known = {entity.id: entity for entity in document.entities}
    for entity in document.entities:
        if entity.same_as is not None:
            first = known[entity.same_as]
            assert first.same_as is None
            assert first.span.start < entity.span.start
            assert first.name == entity.name


def _holds(claim: Claim, span: Span) -> bool:
    return any(piece.start <= span.start and span.end <= piece.end for piece in claim.fragments)


@pytest.mark.parametrize("path", sorted((CORPUS / "notes").glob("*.yaml")), ids=lambda path: path.stem)
def test_notes_still_make_the_gold(path: Path) -> None:
    made, problems = read_notes(path, CORPUS / "articles")
    assert made is not None and not problems
    assert made == Document.model_validate_json(
        (CORPUS / "gold" / f"{path.stem}.jsonl").read_text(encoding="utf-8")
    )


@pytest.mark.parametrize("path", sorted((CORPUS / "notes/second").glob("*.yaml")), ids=lambda path: path.stem)
def test_second_notes_can_be_built(path: Path) -> None:
    made, problems = read_notes(path, CORPUS / "articles")
    assert made is not None and not problems


def test_nothing_is_wrong_with_the_gold() -> None:
    assert [
        str(finding) for finding in check_gold(CORPUS / "gold", CORPUS / "articles", CORPUS / "split.csv")
    ] == []
