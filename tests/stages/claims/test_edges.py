"""The edges of a claim: what is left out of it, what is lost of it, and what parsers get wrong. corpus/GUIDELINES.md, 2."""

import pytest

BANK = "The/DT/bank:det bank/NN/closed:nsubj"


@pytest.mark.parametrize(
    ("opening", "span"),
    [
        ("However/RB/closed:advmod ,", "The bank closed"),
        ("But/CC/closed:cc", "The bank closed"),
        ("Yet/CC/closed:cc ,", "The bank closed"),
        ("Then/RB/closed:advmod ,", "The bank closed"),
        ("Yesterday/NN/closed:obl:unmarked ,", "Yesterday, The bank closed"),
        ("Probably/RB/closed:advmod", "Probably The bank closed"),
    ],
)
def test_connectives_are_left_out_and_adverbs_kept(claimed, opening, span):
    assert claimed(f"{opening} {BANK} closed=close/VBD/root .").spans == [span]


def test_content_of_saying_is_the_claim_and_the_saying_none(claimed):
    read = claimed(
        "Officials/NNS/said:nsubj said=say/VBD/root that/IN/safe:mark the/DT/bridge:det bridge/NN/safe:nsubj"
        " was/VBD/safe:cop safe/JJ/said:ccomp .",
        said="Officials | said | the bridge was safe | unnamed | indirect",
    )
    assert read.spans == ["the bridge was safe"]
    assert read.claims[0]["parent"] is None


def test_an_inserted_saying_makes_a_gap(claimed):
    read = claimed(
        "The/DT/mill:det mill/NN/close:nsubj , she/PRP/said:nsubj said=say/VBD/close:parataxis , will/MD/close:aux"
        " close/VB/root .",
        said="she | said | The mill, she said, will close | person | indirect",
    )
    assert [[piece["text"] for piece in row["fragments"]] for row in read.claims] == [
        ["The mill", "will close"]
    ]


def test_a_semicolon_ends_no_sentence(claimed):
    read = claimed(f"{BANK} closed=close/VBD/root ;\nrents/NNS/fell:nsubj fell=fall/VBD/root .")
    assert [(row["span"]["text"], row["sentence"]) for row in read.claims] == [
        ("The bank closed", 0),
        ("rents fell", 0),
    ]


def test_rescued_where_the_parser_took_a_noun_for_the_root(claimed):
    read = claimed(
        "The/DT/price:det price/NN/root of/IN/rice:case rice/NN/price:nmod rose=rise/VBD/rice:acl ."
    )
    assert read.spans == ["The price of rice rose"]
    assert read.claims[0]["subject"]["text"] == "The price of rice"


def test_a_noun_without_a_verb_is_not_rescued(claimed):
    read = claimed("A/DT/tale:det sad/JJ/tale:amod tale/NN/root of/IN/neglect:case neglect/NN/tale:nmod .")
    assert (read.spans, read.skipped[0]["reason"]) == ([], "no_predicate")


@pytest.mark.parametrize(
    "opening",
    [
        "Looking=look/VBG/closed:advcl ahead/RB/Looking:advmod",
        "Judging=judge/VBG/closed:advcl by/IN/queues:case queues/NNS/Judging:obl",
        "Including=include/VBG/Lima:case Lima/NNP/closed:obl",
    ],
)
def test_a_hinge_is_no_claim(claimed, opening):
    assert len(claimed(f"{opening} , {BANK} closed=close/VBD/root .").claims) == 1


def test_the_noun_of_an_absolute_is_in_its_span(claimed):
    read = claimed(
        "Exports/NNS/grew:nsubj grew=grow/VBD/root , with/IN/sales:case sales/NNS/grew:obl reaching=reach/VBG/sales:acl"
        " Peru/NNP/reaching:obj ."
    )
    assert read.spans[1].endswith("sales reaching Peru")


def test_two_verbs_of_which_only_the_second_has_an_object(claimed):
    read = claimed(
        "The/DT/dam:det dam/NN/broke:nsubj broke=break/VBD/root and/CC/drowned:cc drowned/VBD/broke:conj three/CD/towns:nummod"
        " towns/NNS/drowned:obj ."
    )
    assert read.spans == ["The dam broke", "drowned three towns"]


def test_content_is_never_lost(claimed):
    read = claimed(
        "Officials/NNS/said:nsubj said=say/VBD/root on/IN/Monday:case Monday/NNP/said:obl that/IN/close:mark the/DT/pier:det"
        " pier/NN/close:nsubj , which/WDT/opened:nsubj opened/VBD/pier:acl:relcl in/IN/May:case May/NNP/opened:obl ,"
        " would/MD/close:aux close/VB/Monday:acl:relcl .",
        said="Officials | said | the pier, which opened in May, would close | unnamed | indirect",
    )
    assert any(row["predicate"]["lemma"] == "close" for row in read.claims)


OR = "We/PRP/act:nsubj must/MD/act:aux act/VB/root now/RB/act:advmod or/CC/lose:cc lose/VB/act:conj jobs/NNS/lose:obj ."


def test_or_asserts_neither_half(claimed):
    assert claimed(OR).spans == ["We must act now or lose jobs"]


def test_having_lost(claimed):
    read = claimed(
        "Having=have/VBG/lost:aux lost=lose/VBN/resigned:advcl votes/NNS/lost:obj , Rana/NNP/resigned:nsubj resigned/VBD/root ."
    )
    assert read.spans == ["Having lost votes", "Rana resigned"]


def test_what_someone_is_said_to_do_is_the_claim(claimed):
    (row,) = claimed(
        "Rana/NNP/said:nsubj:pass is/VBZ/said:aux:pass said=say/VBN/root to/TO/left:mark have/VB/left:aux left=leave/VBN/said:xcomp"
        " Peru/NNP/left:obj .",
        said=" | is said | Rana is said to have left Peru | generic | indirect",
    ).claims
    assert (row["predicate"]["lemma"], row["subject"]["text"]) == ("leave", "Rana")


def test_then_without_a_comma_tells_when(claimed):
    assert claimed(f"Then/RB/closed:advmod {BANK} closed=close/VBD/root .").spans == ["Then The bank closed"]


def test_when_of_a_clause_inside_is_kept(claimed):
    read = claimed(
        "Rents/NNS/rose:nsubj rose=rise/VBD/root and/CC/left:cc when/WRB/came:advmod rain/NN/came:nsubj came=come/VBD/left:advcl"
        " ,/,/came:punct families/NNS/left:nsubj left=leave/VBD/rose:conj ."
    )
    assert "when rain came, families left" in read.spans


def test_brackets_around_a_clause_are_left_out(claimed):
    read = claimed(
        "The/DT/mill:det mill/NN/pays:nsubj ( the/DT/bank:det bank/NN/closed:nsubj closed=close/VBD/pays:parataxis )"
        " pays/VBZ/root ."
    )
    assert "the bank closed" in read.spans


@pytest.mark.parametrize(
    ("ending", "said"),
    [("ward/NN/closed:obl ,/,/closed:punct ”", "“the ward"), ("ward/NN/closed:obl ”", "“the ward”")],
)
def test_a_comma_before_the_closing_mark_ends_the_claim(claimed, ending, said):
    read = claimed(
        f"{BANK} closed=close/VBD/root “ the/DT/ward:det {ending} and/CC/fell:cc rents/NNS/fell:nsubj fell=fall/VBD/closed:conj ."
    )
    assert read.spans[0].replace(" ”", "”").replace("“ ", "“").endswith(said)
