"""What stands in quotation marks, whichever a newspaper takes; and whether a claim is quoted, partly or not at all."""

import pytest

from pipeline.gold.quotes import Source
from pipeline.gold.speech import quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("She said: “We pay.” Nobody did.", ["We pay."]),
        ("Sie sagt: „Wir zahlen“, und ging.", ["Wir zahlen"]),
        ("Elle dit: «Nous payons» et part.", ["Nous payons"]),
        ("Elle dit: ‹Nous payons› et part.", ["Nous payons"]),
        ("She said: ‘We pay.’ Nobody did.", ["We pay."]),
        ('She said: "We pay." Nobody did.', ["We pay."]),
        ("She said: 'We pay.' Nobody did.", ["We pay."]),
        ("“One,” she said, “and two.”", ["One,", "and two."]),
        ("She said: “We pay.", ["We pay."]),  # open to the end of the paragraph
        ("She said: ‘We pay.", []),  # or no quotation at all, but an apostrophe
        ("She said: 'We pay.", []),
        ("The town's dam and the towns' wells", []),
        ("‘It’s the towns’ dam,’ she said.", ["It’s the towns’ dam,"]),
        ("'It's the towns' dam,' she said.", ["It's the towns' dam,"]),
        ("‘We pay the towns’ she said.", ["We pay the towns"]),  # behind an s, for want of a better one
        ('It is 5" wide and 6" high', []),
        ('He paid." Nobody did.', []),
        ("Nothing here.", []),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(Source.of(text), 0)] == quoted


def test_a_quotation_ends_with_its_paragraph() -> None:
    text = "She said: “We pay.\n\nNobody “did” it."
    source = Source.of(text)
    first, last = quotations(source, 0), quotations(source, len(source.sentences) - 1)
    assert [text[start:end] for start, end in first] == ["We pay."]
    assert [text[start:end] for start, end in last] == ["did"]


TEXT = "“We will pay,” said Ama Osei. The dam “is old”, she said, and nobody came."


@pytest.mark.parametrize(
    ("number", "span", "predicate", "content"),
    [
        (0, "We will pay", "will pay = pay, future", "direct"),
        (1, "The dam “is old”", "is = be, present", "mixed"),
        (1, "nobody came", "came = come, past", "indirect"),
    ],
)
def test_a_claim_is_quoted_with_all_its_words_with_some_or_with_none(
    annotate, number, span, predicate, content
) -> None:
    document, _ = annotate(TEXT, notes(number, span, predicate, "by: person\n      cue: said"))
    (claim,) = [claim for claim in document.claims if claim.sentence == number]
    assert (claim.attribution.content, claim.region) == (content, "quote" if content == "direct" else "body")


def notes(number: int, span: str, predicate: str, said: str) -> str:
    return f"""
sentences:
- s: {number}
  claims:
    - span: {span}
      predicate: {predicate}
      kind: fact
      {said}
- s: {1 - number}
  skip: fragment
"""


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ("cue: said\n      speaker: Ama Osei", "somebody speaks: say what they are, by: author person organisation"),
        ("by: person", "by person wants a speaker, or at least a cue"),
        ("by: person\n      cue: said\n      content: none", "content 'none' does not go with by 'person': only the author has none"),
        ("content: direct", "content 'direct' does not go with by 'author': only the author has none"),
        ("by: person\n      chain:\n        - Ama Osei", "a link of a chain is: speaker / cue (a dash where there is none)"),
        ("by: man\n      cue: said", "'man' is none of author, person"),
    ],
)  # fmt: skip
def test_who_speaks_is_said_whole(annotate, said, complaint) -> None:
    document, problems = annotate(TEXT, notes(0, "We will pay", "will pay = pay, future", said))
    assert document is None and any(complaint in problem for problem in problems), problems


def test_a_chain_has_its_links_and_the_innermost_speaks(annotate) -> None:
    said = 'by: person\n      chain:\n        - Ama Osei / -\n        - "- / said"'
    document, problems = annotate(TEXT, notes(0, "We will pay", "will pay = pay, future", said))
    assert problems == []
    (claim,) = document.claims
    chain = [
        (link.source and link.source.text, link.cue and link.cue.text) for link in claim.attribution.chain
    ]
    assert chain == [("Ama Osei", None), (None, "said")]
    assert (claim.attribution.source, claim.attribution.cue and claim.attribution.cue.text) == (None, "said")


@pytest.mark.parametrize(
    "predicate",
    ["will pay", "will pay = ", "will pay = , future", "will pay = pay", "will pay = pay, future past", "will pay = pay, future active passive",
     "will pay = pay, future soon"],
)  # fmt: skip
def test_a_predicate_wants_its_lemma_one_tense_and_at_most_one_voice(annotate, predicate) -> None:
    document, problems = annotate(TEXT, notes(0, "We will pay", predicate, "by: person\n      cue: said"))
    assert document is None
    assert any(
        "predicate: wants behind its words the lemma, the tense (past present future none)" in one
        for one in problems
    )
