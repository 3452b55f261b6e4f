"""The assembled pipeline on the project's own op-eds: promises that hold whatever the model says."""

import pytest
import spacy
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pipeline import assemble
from pipeline.extraction import extract_all
from pipeline.record import Article, Document, spans


@pytest.fixture(scope="module")
def found(nlp, corpus):
    return list(extract_all(corpus, nlp=nlp))


def test_every_article_becomes_a_document_full_of_claims(found, corpus):
    assert [one.id for one in found if isinstance(one, Document)] == [article.id for article in corpus]
    assert all(len(one.claims) >= 30 for one in found)


def test_every_span_is_where_it_says(found):
    assert all(one.text[span.start : span.end] == span.text for one in found for span in spans(one))


def test_every_sentence_is_claimed_or_skipped_and_never_both(found):
    for one in found:
        claimed, skipped = {claim.sentence for claim in one.claims}, {each.sentence for each in one.skipped}
        assert not claimed & skipped
        assert claimed | skipped == set(range(max(claimed | skipped) + 1))


def test_the_same_bytes_twice_and_with_two_workers(found, nlp, corpus):
    again = [one.to_json() for one in extract_all(corpus, nlp=nlp)]
    two = [one.to_json() for one in extract_all(corpus, nlp=nlp, workers=2)]
    assert [one.to_json() for one in found] == again == two


def test_standalone_texts_are_sentences(found):
    texts = [claim.text for one in found for claim in one.claims]
    assert all(text[0].upper() == text[0] and "\n" not in text for text in texts)
    assert all(text.rstrip('”’"»)')[-1] in ".?!…" for text in texts)


def test_docs_carry_claims_across_processes_and_disk(nlp, corpus, tmp_path):
    texts = [article.text for article in corpus[:2]]
    one = [doc._.claims for doc in map(nlp, texts)]
    assert [doc._.claims for doc in nlp.pipe(texts, n_process=2, batch_size=1)] == one
    nlp.to_disk(tmp_path / "saved")
    assert [doc._.claims for doc in map(spacy.load(tmp_path / "saved"), texts)] == one
    assert [doc._.claims for doc in map(assemble.load(tmp_path / "saved"), texts)] == one


def test_another_ud_pipeline_will_do(nlp, tmp_path):
    other = spacy.load(assemble.own_model(), exclude=["ner"])
    other.to_disk(tmp_path / "other")
    doc = assemble.load(tmp_path / "other")("Norway gave $3 million to the clinics in 1991.")
    assert [row["amounts"] for row in doc._.claims] == [["m1"]]


def test_a_model_that_is_not_there_is_named():
    with pytest.raises(assemble.ModelNotFound, match="no spaCy pipeline called or at 'nowhere'"):
        assemble.load("nowhere")


def test_each_stage_is_known_to_spacy_by_its_word(nlp):
    order = ["tokenize", "parse", "entities", "money", "dates", "sums", "attribution", "claims", "worth"]
    assert [name for name in nlp.pipe_names if name in order] == order
    assert all(nlp.get_pipe_meta(name).factory == f"opclaims_{name}" for name in order)
    assert nlp.analyze_pipes()["problems"] == {name: [] for name in nlp.pipe_names}


PIECES = [
    "Norway gave $3 million to Chad in 1991, ", "“We will pay,” she said. ", "\r\n\r\n", "\u200b", "e\u0301", "👩‍👩‍👧", "\u2028",
    "because it had not rained since May, ", "\ufeff", "‘no’ ", "—", "; ", "(UN) ", "Dr. Okafor, a nurse, said ", "\t", "؜",
]  # fmt: skip


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.sampled_from(PIECES),
            st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=9),
        ),
        max_size=18,
    )
)
@example(["0\xa0", "“We will pay,” she said. "])
def test_any_text_gives_a_document_whose_offsets_hold(nlp, pieces):
    text = "".join(pieces)
    if not text.strip():
        return
    (found,) = extract_all([Article(where="any", text=text)], nlp=nlp)
    assert isinstance(found, Document), found
    assert all(text[span.start : span.end] == span.text for span in spans(found))
