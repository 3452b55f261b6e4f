"""`opclaims model`: the card, in short."""

import json

CARD = {
    "lang": "en", "name": "oped", "version": "9.9.9", "license": "CC BY-SA 4.0", "description": "Reads op-eds.",
    "figures": [{"what": "EWT test: LAS", "figure": 88.8, "beside": "79.9 the CNN before"}],
    "sources": [{"name": "A treebank", "license": "CC BY 4.0", "url": "https://example.org"}],
    "limits": ["Not for tweets."],
}  # fmt: skip


def card(folder, content):
    (folder / "meta.json").write_text(
        content if isinstance(content, str) else json.dumps(content), encoding="utf-8"
    )
    return folder


def test_it_says_what_it_is_how_good_from_what_and_where_it_ends(opclaims, here):
    done = opclaims("model", card(here, CARD))
    assert done.exit_code == 0
    for said in (
        "en_oped 9.9.9",
        "CC BY-SA 4.0",
        "88.8",
        "79.9 the CNN before",
        "A treebank",
        "CC BY 4.0",
        "Not for tweets.",
    ):
        assert said in done.stdout


def test_json_is_the_card_as_it_lies_there(opclaims, here):
    assert json.loads(opclaims("model", card(here, CARD), "--json").stdout) == CARD


def test_another_model_may_say_less(opclaims, here):
    done = opclaims("model", card(here, {"lang": "xx", "name": "bare"}))
    assert done.exit_code == 0
    assert done.stdout.split() == ["xx_bare", "?", "·", "licence", "not", "given"]


def test_marks_in_a_card_are_text(opclaims, here):
    assert "[bold]" in opclaims("model", card(here, {**CARD, "limits": ["[bold] is a word"]})).stdout


def test_no_card_is_one_sentence(opclaims, here):
    for folder in (here / "nowhere", card(here, "{"), card(here, "[]")):
        done = opclaims("model", folder)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr.count("\n") == 1 and str(folder) in done.stderr
