"""The standalone sentence: its own words, and edits that point to where every other word comes from."""

import re

import pytest

from pipeline.stages.claims.pieces import Piece, sentence

TEXTS = {
    "a subject lent": (
        "The/DT/mayor:det mayor/NN/closed:nsubj closed=close/VBD/root clinics/NNS/closed:obj and/CC/sold:cc"
        " sold=sell/VBD/closed:conj ferries/NNS/sold:obj .",
        [("The mayor closed clinics.", []), ("The mayor sold ferries.", [("insert", "The mayor", "elided_argument")])],
    ),
    "an auxiliary lent": (
        "Banks/NNS/buy:nsubj will/MD/buy:aux buy/VB/root tin/NN/buy:obj and/CC/sell:cc sell/VB/buy:conj tea/NN/sell:obj .",
        [
            ("Banks will buy tin.", []),
            ("Banks will sell tea.", [("insert", "Banks", "elided_argument"), ("insert", "will", "shared_predicate")]),
        ],
    ),
    "a copula lent": (
        "The/DT/levy:det levy/NN/gift:nsubj is/VBZ/gift:cop not/RB/gift:advmod a/DT/gift:det gift/NN/root but/CC/burden:cc"
        " a/DT/burden:det burden/NN/gift:conj .",
        [
            ("The levy is not a gift.", []),
            ("The levy is a burden.", [("insert", "The levy", "elided_argument"), ("insert", "is", "shared_predicate")]),
        ],
    ),
    "an appositive": (
        "Rana/NNP/wrote:nsubj , a/DT/judge:det former/JJ/judge:amod judge/NN/Rana:appos , wrote=write/VBD/root .",
        [
            ("Rana wrote.", []),
            ("Rana is a former judge.", [("insert", "Rana", "elided_argument"), ("insert", "is", "shared_predicate")]),
        ],
    ),
    "a participle made finite": (
        "Rivers/NNS/burst:nsubj burst=burst/VBD/root , drowning=drown/VBG/burst:advcl towns/NNS/drowning:obj .",
        [
            ("Rivers burst.", []),
            (
                "Rivers drowned towns.",
                [("insert", "Rivers", "elided_argument"), ("replace", "drowned", "elided_argument")],
            ),
        ],
    ),
    "a pronoun named": (
        "Chile/NNP/saved:nsubj saved=save/VBD/root .\nIt/PRP/lent:nsubj lent=lend/VBD/root .",
        [("Chile saved.", []), ("Chile lent.", [("replace", "Chile", "coreference")])],
    ),
    "a small first letter": (
        "Prices/NNS/rose:nsubj rose=rise/VBD/root because/IN/built:mark nobody/NN/built:nsubj built=build/VBD/rose:advcl .",
        [("Prices rose.", []), ("Nobody built.", [])],
    ),
    "a clitic behind a pronoun that is named": (
        "Rents/NNS/rose:nsubj rose=rise/VBD/root .\nThey/PRP/fall:nsubj 'll/MD/fall:aux fall/VB/root .",
        [("Rents rose.", []), ("Rents will fall.", [("replace", "Rents", "coreference"), ("replace", "will", "coreference")])],
    ),
    "a borrowed pronoun named": (
        "Chile/NNP/saved:nsubj saved=save/VBD/root .\nIt/PRP/lent:nsubj lent=lend/VBD/root tin/NN/lent:obj and/CC/sold:cc"
        " sold=sell/VBD/lent:conj tea/NN/sold:obj .",
        [
            ("Chile saved.", []), ("Chile lent tin.", [("replace", "Chile", "coreference")]),
            ("Chile sold tea.", [("insert", "Chile", "elided_argument")]),
        ],
    ),
    "a subject from the start of the sentence": (
        "Yesterday/NN/rose:obl:unmarked rents/NNS/rose:nsubj rose=rise/VBD/root because/IN/paid:mark they/PRP/paid:nsubj"
        " paid=pay/VBD/rose:advcl .",
        [("Yesterday rents rose.", []), ("Rents paid.", [("replace", "rents", "coreference")])],
    ),
    "a connective left out": (
        "But/CC/dry:cc the/DT/well:det well/NN/dry:nsubj is/VBZ/dry:cop dry/JJ/root !",
        [("The well is dry.", [])],
    ),
}  # fmt: skip


REFERS = {
    "a pronoun named": "It | Chile",
    "a clitic behind a pronoun that is named": "They | Rents",
    "a borrowed pronoun named": "It | Chile",
    "a subject from the start of the sentence": "they | rents",
}


@pytest.mark.parametrize("name", TEXTS)
def test_texts_and_edits(claimed, name):
    parse, expected = TEXTS[name]
    found = [
        (row["text"], [(one["op"], one["text"], one["reason"]) for one in row["edits"]])
        for row in sorted(
            claimed(parse, refers=REFERS.get(name, "")).claims, key=lambda row: row["span"]["start"]
        )
    ]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("name", TEXTS)
def test_every_word_is_the_source_s_or_an_edit_s(claimed, name):
    read = claimed(TEXTS[name][0], refers=REFERS.get(name, ""))
    for row in read.claims:
        said = {word.lower() for edit in row["edits"] for word in words(edit["text"])}
        own = {word.lower() for word in words(row["span"]["text"])}
        assert {word.lower() for word in words(row["text"])} <= said | own


@pytest.mark.parametrize("parse", [parse for parse, _ in TEXTS.values()], ids=TEXTS)
def test_edits_point_to_the_words_they_come_from(claimed, parse):
    read = claimed(parse)
    for edit in (edit for row in read.claims for edit in row["edits"]):
        for span in edit["source"]:
            assert read.doc.text[span["start"] : span["end"]] == span["text"]
        if edit["op"] == "insert" and edit["source"]:
            assert edit["text"] == edit["source"][0]["text"]


def test_nothing_is_edited_where_nothing_is_missing(claimed):
    (row,) = claimed(
        "Banks/NNS/lend:nsubj rarely/RB/lend:advmod lend/VBP/root , it/PRP/seems:nsubj seems/VBZ/lend:parataxis ."
    ).claims[:1]
    assert row["edits"] == []


def test_a_line_break_inside_becomes_a_blank(claimed, parsed):
    from spacy.tokens import Doc

    from pipeline.stages.claims import Claims

    doc = parsed("Banks/NNS/lend:nsubj lend/VBP/root money/NN/lend:obj .", layout=False)
    broken = Doc(
        doc.vocab, words=["Banks", "lend", "\n", "money", "."], spaces=[True, False, False, False, False],
        pos=["NOUN", "VERB", "SPACE", "NOUN", "PUNCT"], tags=["NNS", "VBP", "_SP", "NN", "."], lemmas=["bank", "lend", "\n", "money", "."],
        heads=[1, 1, 1, 1, 1], deps=["nsubj", "ROOT", "dep", "obj", "punct"], morphs=["", "VerbForm=Fin", "", "", ""],
    )  # fmt: skip
    (row,) = Claims()(broken)._.claims
    assert (row["text"], row["span"]["text"]) == ("Banks lend money.", "Banks lend\nmoney")


def words(text):
    return re.findall(r"\w+", text)


def test_neither_stays_in_the_text(claimed):
    (row,) = claimed(
        "The/DT/reform:det reform/NN/fair:nsubj is/VBZ/fair:cop neither/CC/fair:cc:preconj fair/JJ/root nor/CC/wise:cc"
        " wise/JJ/fair:conj ."
    ).claims
    assert row["text"] == "The reform is neither fair nor wise."
    assert row["polarity"]["value"] == "negated"


@pytest.mark.xfail(strict=True, reason="8: pronouns named; only who, which and that are")
def test_whose(claimed):
    read = claimed(
        "The/DT/bank:det bank/NN/shrank:nsubj , whose/WP$/chair:nmod:poss chair/NN/left:nsubj left=leave/VBD/bank:acl:relcl ,"
        " shrank=shrink/VBD/root ."
    )
    assert "The bank's chair left." in read.texts


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("tin/NN/sold:obj “ for/IN/cash:case cash/NN/sold:obl ,/,/sold:punct ”", "Peru sold tin “for cash”."),
        ("tin/NN/sold:obj for/IN/cash:case cash/NN/sold:obl", "Peru sold tin for cash."),
    ],
)
def test_a_quotation_that_ends_outside_is_closed(claimed, said, text):
    read = claimed(
        f"Peru/NNP/sold:nsubj sold=sell/VBD/root {said} and/CC/fell:cc rents/NNS/fell:nsubj fell=fall/VBD/sold:conj ."
    )
    assert read.texts[0].replace("“ ", "“") == text


LENT = {
    "since a year": ("since/IN/2019:case 2019/CD/paid:obl", "since 2019", "Fees rose in 2019."),
    "since a day": (
        "since/IN/4:case 4/CD/paid:obl May/NNP/4:nmod:unmarked 2019/CD/4:nmod:unmarked", "since 4 May 2019",
        "Fees rose on 4 May 2019.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("day", "date", "text"), LENT.values(), ids=LENT)
def test_a_day_that_is_lent_is_when_it_was(claimed, day, date, text):
    read = claimed(
        f"Peru/NNP/paid:nsubj has/VBZ/paid:aux paid=pay/VBN/root {day} , when/WRB/rose:advmod fees/NNS/rose:nsubj"
        " rose=rise/VBD/paid:advcl .",
        dates=date,
    )
    assert read.texts[-1] == text


@pytest.mark.parametrize("clitic", ["'d", "’d", "'ll", "’s", "'ve"])
def test_a_clitic_stands_close_however_its_mark_is_set(clitic):
    assert sentence([Piece("the buyers"), Piece(f"{clitic} gladly pay")]) == f"The buyers{clitic} gladly pay."


def test_a_quotation_does_not():
    assert sentence([Piece("the buyers pay"), Piece("'gladly'")]) == "The buyers pay 'gladly'."


@pytest.mark.parametrize(
    ("parse", "texts"),
    [
        (
            "Congress/NNP/paid:nsubj , having/VBG/weighed:aux weighed=weigh/VBN/Congress:acl it/PRP/weighed:obj , paid=pay/VBD/root less/JJR/paid:obj .",
            ["Congress paid less.", "Congress had weighed it."],
        ),
        (
            "Curtis/NNP/lives:nsubj , a/DT/welder:det welder/NN/Curtis:appos , lives/VBZ/root here/RB/lives:advmod and/CC/drives:cc drives/VBZ/lives:conj"
            " far/RB/drives:advmod .",
            ["Curtis lives here.", "Curtis is a welder.", "Curtis drives far."],
        ),
        (
            "The/DT/bank:det bank/NN/dear:nsubj is/VBZ/dear:cop not/RB/dear:advmod dear/JJ/root , mind/VB/dear:parataxis you/PRP/mind:obj .",
            ["The bank is not dear."],
        ),
    ],
    ids=["having", "an aside", "mind you"],
)
def test_asides(claimed, parse, texts):
    assert claimed(parse).texts == texts


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        (
            "Peru/NNP/has:nsubj has=have/VBZ/root forty/CD/beds:nummod beds/NNS/has:obj , but/CC/is:cc there/EX/is:expl is/VBZ/has:conj"
            " nowhere/RB/is:advmod now/RB/is:advmod .",
            "There is nowhere now.",
        ),
        (
            "Rents/NNS/fell:nsubj fell=fall/VBD/root , whereas/IN/rose:mark wages/NNS/rose:nsubj rose=rise/VBD/fell:parataxis .",
            "Wages rose.",
        ),
    ],
    ids=["nothing is lent to there is", "whereas"],
)
def test_how_a_later_clause_begins(claimed, parse, text):
    assert text in claimed(parse).texts


@pytest.mark.parametrize("after", ["bins/NNS", "some/DT"])
def test_a_that_which_points_at_nothing_is_left_out(claimed, after):
    word = after.split("/")[0]
    read = claimed(
        f"Officials/NNS/said:nsubj said=say/VBD/root that/DT/{word}:det {after}/cost:nsubj cost/VBP/said:ccomp more/RBR/cost:advmod .",
        said=f"Officials | said | that {word} cost more | unnamed | indirect",
    )
    assert read.texts == [f"{word.capitalize()} cost more."]
