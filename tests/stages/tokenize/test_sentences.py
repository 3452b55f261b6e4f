"""Where sentences must start and must not, before any parser has been asked."""

import pytest
import spacy

from pipeline.lexicon import table
from pipeline.marks import read
from pipeline.stages.tokenize import make
from pipeline.stages.tokenize.tokenizer import OpedTokenizer

NLP = spacy.blank("en")
TOKENIZE, STAGE = OpedTokenizer(NLP), make(NLP, "tokenize")


def sentences(text):
    doc = STAGE(TOKENIZE(text))
    starts = [token.i for token in doc if token.is_sent_start]
    return [doc[start:end].text.strip() for start, end in zip(starts, [*starts[1:], len(doc)], strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rents rose. Wages fell.", 2),
        ("Rents rose, wages fell", 1),
        ("It fell by 3.2 bn. Nobody saw it.", 2),
        ("We met Dr. Okafor on p. 4 of U.S. aid.", 1),
        ("He moved to the U.S. His brother stayed.", 2),
        ("They met at 5 p.m. The talks failed.", 2),
        ("The U.S. Senate met.", 1),
        ("“We will not go!” he said.", 1),
        ("He left. “We will not go.” Then it rained.", 3),
        ('The last left. "At this rate," he said, "it ends."', 2),
        ("Rents rose.\n\nand wages fell", 2),
        ("We owe Rs. 500 crore. They do not.", 2),
        ("Prices rose 9%. 40 shops closed.", 2),
        ("What would be? Nobody knows.", 2),
    ],
)
def test_starts(text, expected):
    assert len(sentences(text)) == expected, sentences(text)


@pytest.mark.parametrize("row", table("short_forms"), ids=lambda row: row["form"])
def test_no_sentence_starts_after_a_short_form(row):
    assert sentences(row["example"]) == [row["example"]]


def test_a_clause_after_a_semicolon_is_a_stretch_of_its_own_and_a_list_item_is_not():
    assert (
        len(sentences("The fund lent nothing for years; the farmers of the valley left for the city.")) == 2
    )
    assert len(sentences("Mali, poor; Niger, poorer; Chad, poorest.")) == 1


def test_rows_say_where_everything_is():
    text = "(Lima): “We will pay,” said the mayor.\n\nNobody paid at all."
    rows = read(STAGE(TOKENIZE(text)), "tokenize")
    assert {row["kind"]: row["span"]["text"] for row in rows} == {
        "found": "Lima",
        "region": "(Lima):",
        "quote": "“We will pay,”",
        "paragraph": "Nobody paid at all.",
    }
    assert [row["index"] for row in rows if row["kind"] == "paragraph"] == [0, 1]


def test_no_sentence_is_longer_than_two_hundred_tokens():
    text = "and ".join(["we paid "] * 150) + "."  # 300 words "we paid and …", of which no mark ends one
    lengths = [len(TOKENIZE(one)) for one in sentences(text)]
    assert len(lengths) == 3 and lengths[:2] == [200, 200]
