"""Quoted words find their place, or say why not."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pipeline.gold.problems import Wrong
from pipeline.gold.quotes import Quote, Source, find, occurrences

TEXT = "The port cost 1.5 bn. The port, “our’s”, cannot pay 5 and not  15m; the port won’t."


def at(written, sentence, within=()):
    start, end = find(Source.of(TEXT), written, sentence, within)
    return start, TEXT[start:end]


@pytest.mark.parametrize(
    ("written", "sentence", "start", "words"),
    [
        ("port", 0, 4, "port"),
        ("The port", 1, 22, "The port"),
        ("5", 1, 52, "5"),
        ("port@2", 1, TEXT.rindex("port"), "port"),
        ("1.5 bn@s0", 1, 14, "1.5 bn"),
        ("port@s1.2", 0, TEXT.rindex("port"), "port"),
        ('"our\'s"', 1, 32, "“our’s”"),
        ("not 15m", 1, 58, "not  15m"),
        ("can", 1, 41, "can"),
        ("THE PORT", 0, 0, "The port"),
    ],
)
def test_words_stand_somewhere(written, sentence, start, words):
    assert at(written, sentence) == (start, words)


@pytest.mark.parametrize(
    ("written", "sentence", "said"),
    [
        ("ship", 0, "'ship' is not in sentence 0"),
        ("5", 0, "'5' is not in sentence 0 (it is in sentence 1: '5@s1')"),
        ("port", 1, "'port' stands 2 times in sentence 1: write 'port@1' or 'port@2'"),
        ("port@3", 1, "'port' stands only 2 time(s) in sentence 1"),
        ("port@s7", 1, "there is no sentence 7, the last one is 1"),
        ("  ", 1, "a quote has no words"),
    ],
)
def test_words_that_do_not_say_where(written, sentence, said):
    with pytest.raises(Wrong) as error:
        at(written, sentence)
    assert str(error.value) == said


def test_the_narrowest_scope_that_holds_the_words_is_asked_first():
    late = TEXT.rindex("the port")
    assert at("port", 1, [[(late, len(TEXT))]])[0] == late + 4
    assert at("port@1", 1, [[(late, len(TEXT))]])[0] < late


def test_a_place_is_read_from_the_end_only():
    assert Quote.of("a@b@s3.2") == Quote("a@b", 3, 2)
    assert Quote.of("mail@10") == Quote("mail", None, 10)
    assert Quote.of("mail@example") == Quote("mail@example", None, None)


WORDS = st.lists(
    st.sampled_from(
        ["a", "an", "the", "port", "Port", "cost", "5", "15", "1.5", "₹3", "cannot", "not", "it's", "bn", "—"]
    ),
    min_size=1,
    max_size=12,
)


@given(WORDS, st.data())
def test_any_stretch_of_words_resolves_to_its_own_offsets(words, data):
    """Quote a stretch by its words and how many times they stood there before: the answer is the stretch."""
    text = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start = sum(len(word) + 1 for word in words[:first])
    end = start + len(" ".join(words[first : last + 1]))
    quote = text[start:end]
    places = occurrences(text, quote, 0, len(text))
    assume((start, end) in places)  # occurrences of a repeated pattern do not overlap
    source = Source.of(text)
    assume(len(source.sentences) == 1)
    assert find(source, f"{quote}@{places.index((start, end)) + 1}", 0) == (start, end)
    if len(places) == 1:
        assert find(source, quote, 0) == (start, end)


@given(WORDS)
def test_every_word_is_among_its_own_occurrences(words):
    text, start = " ".join(words), 0
    for word in words:
        assert (start, start + len(word)) in occurrences(text, word, 0, len(text))
        start += len(word) + 1


@given(st.text(max_size=30), st.text(max_size=6))
def test_what_is_found_are_the_words_but_for_case_marks_and_white_space(text, words):
    assume(words.strip())
    for start, end in occurrences(text, words, 0, len(text)):
        assert len(text[start:end].split()) == len(words.split())
