"""What belongs to a claim: openings, alternatives, tags, the comma behind a subject that is lent, "whose"."""

import pytest

TEXTS = {
    "a clause as subject keeps its that": (
        "That/IN/failed:mark it/PRP/failed:nsubj failed=fail/VBD/secret:csubj is/VBZ/secret:cop no/DT/secret:det secret/NN/root .",
        ["That it failed is no secret."],
    ),
    "a degree with its result": (
        "So/RB/poor:advmod poor/JJ/root are/VBP/poor:cop roads/NNS/poor:nsubj that/IN/walks:mark he/PRP/walks:nsubj"
        " walks=walk/VBZ/poor:advcl .",
        ["So poor are roads that he walks."],
    ),
    "no degree without one": (
        "So/RB/poor:advmod poor/JJ/root are/VBP/poor:cop roads/NNS/poor:nsubj .",
        ["Poor are roads."],
    ),
    "an alternative keeps its either": (
        "Either/CC/pays:cc:preconj Peru/NNP/pays:nsubj pays=pay/VBZ/root or/CC/sinks:cc Chile/NNP/sinks:nsubj sinks=sink/VBZ/pays:conj .",
        ["Either Peru pays or Chile sinks."],
    ),
    "let alone opens nothing": (
        "Nobody/NN/read:nsubj read/VBD/root it/PRP/read:obj , let/VB/liked:cc alone/JJ/let:fixed liked=like/VBD/read:parataxis it/PRP/liked:obj .",
        ["Nobody read it, let alone liked it."],
    ),
    "a tag asks nothing": (
        "Rents/NNS/fair:nsubj are/VBP/fair:cop fair/JJ/root , are/VBP/they:cop n't/RB/they:advmod they/PRP/fair:parataxis ?",
        ["Rents are fair."],
    ),
    "what others did as well is no claim": (
        "Peru/NNP/voted:nsubj voted=vote/VBD/root , as/IN/did:mark did=do/VBD/voted:advcl Chile/NNP/did:obj .",
        ["Peru voted, as did Chile."],
    ),
    "an aside behind a lent subject has two commas": (
        "Peru/NNP/sold:nsubj sold=sell/VBD/root mills/NNS/sold:obj and/CC/shut:cc ,/,/#8:punct in/IN/May:case May/NNP/shut:obl"
        " ,/,/#7:punct shut/VBD/sold:conj ports/NNS/shut:obj .",
        ["Peru sold mills.", "Peru, in May, shut ports."],
    ),
    "in which case": (
        "Peru/NNP/paid:nsubj paid=pay/VBD/root , in/IN/case:case which/WDT/case:det case/NN/won:obl Chile/NNP/won:nsubj"
        " won=win/VBD/paid:advcl:relcl .",
        ["Peru paid.", "In that case Chile won."],
    ),
    "a cleft shares its clause": (
        "It/PRP/rain:nsubj was/VBD/rain:cop not/RB/rain:advmod rain/NN/root but/CC/frost:cc frost/NN/rain:conj"
        " that/WDT/came:nsubj came=come/VBD/frost:acl:relcl .",
        ["It was not rain that came.", "It was frost that came."],
    ),
    "whose behind a long noun": (
        "Men/NNS/left:nsubj in/IN/Fiji:case Fiji/NNP/Men:nmod , whose/WP$/wells:nmod:poss wells/NNS/sank:nsubj"
        " sank=sink/VBD/Men:acl:relcl , left=leave/VBD/root .",
        ["The wells of men in Fiji sank.", "Men in Fiji left."],
    ),
    "whose, shared": (
        "Peru/NNP/left:nsubj , whose/WP$/debts:nmod:poss debts/NNS/fell:nsubj fell=fall/VBD/Peru:acl:relcl and/CC/rose:cc"
        " rose=rise/VBD/fell:conj , left=leave/VBD/root .",
        ["Peru’s debts fell.", "Peru’s debts rose.", "Peru left."],
    ),
    "a few words of the author's": (
        "Peru/NNP/failed:nsubj , it/PRP/seems:nsubj seems=seem/VBZ/failed:parataxis , had/VBD/failed:aux failed=fail/VBN/root .",
        ["Peru had failed."],
    ),
    "no relative clause": (
        "Peru/NNP/asks:nsubj asks=ask/VBZ/root that/IN/fell:mark it/PRP/fell:nsubj fell=fall/VBD/asks:ccomp , not/RB/cut:advmod"
        " who/WP/cut:nsubj cut/VBD/fell:advcl:relcl it/PRP/cut:obj .",
        ["Peru asks that it fell, not who cut it."],
    ),
    "a subject that is found is shared": (
        "Banks/NNS/rule:nsubj rule/VBP/root markets/NNS/rule:obj , set/VBD/rule:parataxis prices/NNS/set:obj and/CC/write:cc"
        " write/VB/set:conj laws/NNS/write:obj .",
        ["Banks rule markets.", "Banks set prices.", "Banks write laws."],
    ),
    "a comma opened in the subject is closed": (
        "Peru/NNP/fell:nsubj ,/,/rich:punct once/RB/rich:advmod rich/JJ/Peru:amod , a/DT/state:det state/NN/Peru:appos of/IN/mines:case"
        " mines/NNS/state:nmod , fell=fall/VBD/root .",
        ["Peru, once rich, fell.", "Peru, once rich, is a state of mines."],
    ),
    "a few words behind a semicolon": (
        "It/PRP/held:nsubj held=hold/VBD/root nine/CD/held:obj ;/:/#5:punct now/RB/held:advmod ,/,/#7:punct three/CD/now:appos .",
        ["It held nine."],
    ),
    "each has its own participle": (
        "Diaz/NNP/lost:nsubj , elected=elect/VBN/Diaz:acl in/IN/May:case May/NNP/elected:obl ,/,/cabinet:punct and/CC/cabinet:cc"
        " his/PRP$/cabinet:nmod:poss cabinet/NN/Diaz:conj , sworn=swear/VBN/Diaz:acl in/RP/sworn:compound:prt , lost=lose/VBD/root .",
        ["Diaz and his cabinet lost.", "Diaz was elected in May.", "His cabinet was sworn in."],
    ),
    "no longer without a subject is torn": (
        "no/RB/longer:advmod longer/RBR/speak:advmod speak/VBP/root of/IN/rents:case rents/NNS/speak:obl .",
        [],
    ),
    "begun is no hinge": (
        "Peru/NNP/fell:nsubj , begun=begin/VBN/Peru:acl in/IN/war:case war/NN/begun:obl , fell=fall/VBD/root .",
        ["Peru was begun in war.", "Peru fell."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("parse", "texts"), TEXTS.values(), ids=TEXTS)
def test_the_claims_and_their_words(claimed, parse, texts):
    assert sorted(claimed(parse).texts) == sorted(texts)


ADVICE = {
    "told": ("spare/VB!/root them/PRP/spare:obj", "recommendation"),
    "owed": ("banks/NNS/pay:nsubj must/MD/pay:aux pay/VB/root", "recommendation"),
    "foretold": ("banks/NNS/pay:nsubj will/MD/pay:aux pay/VB/root", "prediction"),
    "plain": ("banks/NNS/pay:nsubj pay/VBP/root", "fact"),
}


@pytest.mark.parametrize(("main", "kind"), ADVICE.values(), ids=ADVICE)
def test_advice_under_a_condition_is_advice(claimed, main, kind):
    verb = "spare" if "spare" in main else "pay"
    claims = claimed(f"If/IN/fails:mark it/PRP/fails:nsubj fails=fail/VBZ/{verb}:advcl , {main} .").claims
    assert [(one["kind"], one["modality"]["value"]) for one in claims] == [(kind, "conditional")]
