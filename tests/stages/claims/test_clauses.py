"""Where a claim begins and ends: what opens a claim of its own, and what must not. corpus/GUIDELINES.md, 2."""

import pytest

RANA = "Rana/NNP/wrote:nsubj , a/DT/judge:det former/JJ/judge:amod judge/NN/Rana:appos , wrote=write/VBD/root"

SPLIT = {
    "a relative that hangs on the verb": (
        "It/PRP/runs:nsubj runs/VBZ/root to/IN/pages:case pages/NNS/runs:obl ,/,/read:punct which/WDT/read:obj nobody/NN/read:nsubj"
        " read/VBD/runs:advcl:relcl .",
        ["It runs to pages", "which nobody read"],
    ),
    "a quality set off": (
        "Ruvia/NNP/grew:nsubj , poorer=poor/JJR/Ruvia:parataxis than/IN/Chad:case Chad/NNP/poorer:obl , grew=grow/VBD/root .",
        ["Ruvia , grew", "poorer than Chad"],
    ),
    "what a thing is worth": (
        "Trade/NN/grew:nsubj , worth/JJ/Trade:acl $/$/worth:obj 3/CD/$:nummod , grew=grow/VBD/root .",
        ["Trade , grew", "worth $3"],
    ),
    "verb phrases": (
        "The/DT/mayor:det mayor/NN/closed:nsubj closed=close/VBD/root two/CD/clinics:nummod clinics/NNS/closed:obj"
        " and/CC/sold:cc sold=sell/VBD/closed:conj the/DT/ferry:det ferry/NN/sold:obj .",
        ["The mayor closed two clinics", "sold the ferry"],
    ),
    "clauses": (
        "The/DT/dam:det dam/NN/broke:nsubj broke=break/VBD/root and/CC/resigned:cc the/DT/council:det"
        " council/NN/resigned:nsubj resigned/VBD/broke:conj .",
        ["The dam broke", "the council resigned"],
    ),
    "three verbs": (
        "Ruvia/NNP/taxed:nsubj taxed/VBD/root tea/NN/taxed:obj , mined=mine/VBD/taxed:conj tin/NN/mined:obj"
        " and/CC/burned:cc burned/VBD/taxed:conj peat/NN/burned:obj .",
        ["Ruvia taxed tea", "mined tin", "burned peat"],
    ),
    "what follows a dash stays with the last verb": (
        "Ruvia/NNP/taxed:nsubj taxed/VBD/root tea/NN/taxed:obj and/CC/mined:cc mined=mine/VBD/taxed:conj tin/NN/mined:obj"
        " — trades/NNS/taxed:parataxis that/WDT/last:nsubj last/VBP/trades:acl:relcl .",
        ["Ruvia taxed tea", "mined tin trades that last"],
    ),
    "a reason behind for": (
        "Rents/NNS/rose:nsubj rose=rise/VBD/root ,/,/built:punct for/IN/built:mark nobody/NN/built:nsubj built=build/VBD/rose:advcl .",
        ["Rents rose", "nobody built"],
    ),
    "but": (
        "Rents/NNS/rose:nsubj rose=rise/VBD/root but/CC/fell:cc wages/NNS/fell:nsubj fell=fall/VBD/rose:conj .",
        ["Rents rose", "wages fell"],
    ),
    "not but": (
        "The/DT/levy:det levy/NN/gift:nsubj is/VBZ/gift:cop not/RB/gift:advmod a/DT/gift:det gift/NN/root"
        " but/CC/burden:cc a/DT/burden:det burden/NN/gift:conj .",
        ["The levy is not a gift", "a burden"],
    ),
    "because": (
        "Rents/NNS/rose:nsubj rose=rise/VBD/root because/IN/built:mark nobody/NN/built:nsubj built=build/VBD/rose:advcl"
        " homes/NNS/built:obj .",
        ["Rents rose", "nobody built homes"],
    ),
    "since with -ing": (
        "Since/IN/joining:mark joining=join/VBG/doubled:advcl the/DT/pact:det pact/NN/joining:obj , Ruvia/NNP/doubled:nsubj"
        " has/VBZ/doubled:aux doubled=double/VBN/root its/PRP$/exports:nmod:poss exports/NNS/doubled:obj .",
        ["Since joining the pact, Ruvia has doubled its exports", "joining the pact"],
    ),
    "when, in the past": (
        "When/WRB/doubled:advmod prices/NNS/doubled:nsubj doubled=double/VBD/ate:advcl , families/NNS/ate:nsubj"
        " ate=eat/VBD/root less/JJR/ate:obj .",
        ["When prices doubled, families ate less", "prices doubled"],
    ),
    "although": (
        "Although/IN/grew:mark exports/NNS/grew:nsubj grew=grow/VBD/fell:advcl , wages/NNS/fell:nsubj fell=fall/VBD/root .",
        ["exports grew", "wages fell"],
    ),
    "participle at the end": (
        "The/DT/river:det river/NN/burst:nsubj burst=burst/VBD/root its/PRP$/banks:nmod:poss banks/NNS/burst:obj ,"
        " drowning=drown/VBG/burst:advcl three/CD/villages:nummod villages/NNS/drowning:obj .",
        ["The river burst its banks", "drowning three villages"],
    ),
    "gerunds over an infinitive": (
        "Peru/NNP/gave:nsubj gave=give/VBD/root $3/CD/gave:obj , helping=help/VBG/gave:advcl to/TO/clear:mark clear/VB/helping:xcomp"
        " land/NN/clear:obj and/CC/saving:cc saving=save/VBG/clear:conj lives=life/NNS/saving:obj .",
        ["Peru gave $3", "helping to clear land", "saving lives"],
    ),
    "participle at the front": (
        "Facing=face/VBG/sold:advcl a/DT/drought:det second/JJ/drought:amod drought/NN/Facing:obj , the/DT/town:det"
        " town/NN/sold:nsubj sold=sell/VBD/root its/PRP$/herd:nmod:poss herd/NN/sold:obj .",
        ["Facing a second drought", "the town sold its herd"],
    ),
    "participle inside": (
        "The/DT/port:det port/NN/reopened:nsubj , built=build/VBN/port:acl with/IN/loan:case a/DT/loan:det"
        " loan/NN/built:obl , reopened/VBD/root .",
        ["The port , reopened", "built with a loan"],
    ),
    "relative with commas": (
        "The/DT/bank:det bank/NN/closed:nsubj , which/WDT/lends:nsubj lends/VBZ/bank:acl:relcl to/IN/farmers:case"
        " farmers/NNS/lends:obl , closed=close/VBD/root .",
        ["The bank , closed", "which lends to farmers"],
    ),
    "appositive": (f"{RANA} the/DT/report:det report/NN/wrote:obj .", ["Rana , wrote the report", "a former judge"]),
    "absolute": (
        "Exports/NNS/grew:nsubj grew=grow/VBD/root , with/IN/reaching:mark sales/NNS/reaching:nsubj"
        " reaching=reach/VBG/grew:advcl Peru/NNP/reaching:obj .",
        ["Exports grew", "sales reaching Peru"],
    ),
    "where, hung on the verb": (
        "Cars/NNS/crawl:nsubj crawl/VBP/root here/RB/crawl:advmod , where/WRB/ends:advmod the/DT/road:det road/NN/ends:nsubj"
        " ends/VBZ/crawl:advcl .",
        ["Cars crawl here", "the road ends"],
    ),
    "where something is to come": (
        "In/IN/Mali:case Mali/NNP/slept:obl , where/WRB/strong:advmod the/DT/fleet:det fleet/NN/strong:nsubj is/VBZ/strong:cop"
        " to/TO/strong:mark be/VB/strong:cop strong/JJ/Mali:acl:relcl , crews/NNS/slept:nsubj slept=sleep/VBD/root .",
        ["In Mali , crews slept", "the fleet is to be strong"],
    ),
    "when, and what goes on from the verb": (
        "Rana/NNP/paid:nsubj paid=pay/VBD/root well/RB/paid:advmod when/WRB/fell:advmod rents/NNS/fell:nsubj"
        " fell=fall/VBD/paid:advcl ,/,/grew:punct and/CC/grew:cc the/DT/town:det town/NN/grew:nsubj grew=grow/VBD/fell:conj .",
        ["Rana paid well when rents fell", "rents fell", "the town grew"],
    ),
    "colon": (
        "The/DT/well:det well/NN/dry:nsubj is/VBZ/dry:cop dry/JJ/root : the/DT/pump:det pump/NN/stolen:nsubj:pass"
        " was/VBD/stolen:aux:pass stolen=steal/VBN/dry:parataxis .",
        ["The well is dry", "the pump was stolen"],
    ),
    "factive": (
        "We/PRP/ignore:nsubj can/MD/ignore:aux not/RB/ignore:advmod ignore/VB/root that/IN/doubled:mark"
        " rents/NNS/doubled:nsubj have/VBP/doubled:aux doubled=double/VBN/ignore:ccomp .",
        ["We can not ignore that rents have doubled", "rents have doubled"],
    ),
}  # fmt: skip

WHOLE = {
    "no more than a trade": "Curtis/NNP/left:nsubj , the/DT/welder:det welder/NN/Curtis:appos , left=leave/VBD/root .",
    "all of it": "Pacts/NNS/fell:nsubj , all/DT/pages:det 40/CD/pages:nummod pages/NNS/Pacts:appos , fell=fall/VBD/root .",
    "an object behind an aside": "We/PRP/signed:nsubj signed/VBD/root , with/IN/clerks:case clerks/NNS/signed:obl , a/DT/pact:det"
    " new/JJ/pact:amod pact/NN/clerks:appos .",
    "a second condition": "Banks/NNS/lend:nsubj will/MD/lend:aux lend/VB/root if/IN/fall:mark rents/NNS/fall:nsubj fall/VBP/lend:advcl"
    " and/CC/rise:cc if/IN/rise:mark wages/NNS/rise:nsubj rise/VBP/lend:conj .",
    "a quality not set off": "Towns/NNS/grew:nsubj poorer=poor/JJR/Towns:amod than/IN/Chad:case Chad/NNP/poorer:obl"
    " grew=grow/VBD/root .",
    "bare list": "Mali/NNP/signed:nsubj , Niger/NNP/Mali:conj and/CC/Chad:cc Chad/NNP/Mali:conj signed/VBD/root .",
    "an instance": "Rana/NNP/backs:nsubj backs/VBZ/root reforms/NNS/backs:obj ,/,/cutting:punct such/JJ/cutting:mark as/IN/such:fixed"
    " cutting=cut/VBG/reforms:acl fees/NNS/cutting:obj .",
    "joined objects": "The/DT/pact:det pact/NN/covers:nsubj covers/VBZ/root trade/NN/covers:obj and/CC/tax:cc"
    " tax/NN/trade:conj .",
    "joined adjectives": "The/DT/road:det road/NN/long:nsubj is/VBZ/long:cop long/JJ/root and/CC/narrow:cc"
    " narrow/JJ/long:conj .",
    "restrictive relative": "The/DT/banks:det banks/NNS/small:nsubj that/WDT/failed:nsubj failed/VBD/banks:acl:relcl"
    " were/VBD/small:cop small/JJ/root .",
    "restrictive participle": "Farmers/NNS/lost:nsubj growing=grow/VBG/Farmers:acl maize/NN/growing:obj"
    " lost=lose/VBD/root money/NN/lost:obj .",
    "purpose": "The/DT/town:det town/NN/borrowed:nsubj borrowed=borrow/VBD/root to/TO/build:mark build/VB/borrowed:advcl"
    " a/DT/school:det school/NN/build:obj .",
    "complement": "The/DT/union:det union/NN/wants:nsubj wants/VBZ/root to/TO/leave:mark leave/VB/wants:xcomp .",
    "condition first": "If/IN/fall:mark prices/NNS/fall:nsubj fall/VBP/close:advcl , the/DT/mill:det mill/NN/close:nsubj"
    " will/MD/close:aux close/VB/root .",
    "condition last": "The/DT/mill:det mill/NN/close:nsubj will/MD/close:aux close/VB/root unless/IN/rise:mark"
    " prices/NNS/rise:nsubj rise/VBP/close:advcl .",
    "when, as a habit": "When/WRB/rise:advmod prices/NNS/rise:nsubj rise/VBP/eat:advcl , families/NNS/eat:nsubj"
    " eat/VBP/root less/JJR/eat:obj .",
    "before, to come": "The/DT/council:det council/NN/act:nsubj must/MD/act:aux act/VB/root before/IN/breaks:mark"
    " the/DT/dam:det dam/NN/breaks:nsubj breaks/VBZ/act:advcl .",
    "degree": "The/DT/town:det town/NN/poor:nsubj is/VBZ/poor:cop so/RB/poor:advmod poor/JJ/root that/IN/begs:mark"
    " it/PRP/begs:nsubj begs/VBZ/poor:ccomp .",
    "hope that": "Farmers/NNS/hope:nsubj hope/VBP/root that/IN/return:mark rains/NNS/return:nsubj return/VB/hope:ccomp .",
    "a name in apposition": "The/DT/minister:det minister/NN/resigned:nsubj , Sara/NNP/minister:appos , resigned/VBD/root .",
    "right, but in a sense": "Rana/NNP/right:nsubj is/VBZ/right:cop right/JJ/root ,/,/sense:punct but/CC/sense:cc in/IN/sense:case a/DT/sense:det"
    " sense/NN/right:conj .",
    "without": "Towns/NNS/grew:nsubj grew=grow/VBD/root , without/IN/paying:mark paying=pay/VBG/grew:advcl tax/NN/paying:obj .",
    "as he will": "Rents/NNS/fall:nsubj may/MD/fall:aux fall/VB/root , as/IN/will:mark they/PRP/will:nsubj surely/RB/will:advmod will/MD/fall:advcl .",
    "a bare noun": "The/DT/withdrawal:det withdrawal/NN/angered:nsubj of/IN/troops:case troops/NNS/withdrawal:nmod"
    " angered/VBD/root Chad/NNP/angered:obj .",
    "between": "The/DT/road:det road/NN/runs:nsubj runs/VBZ/root between/IN/Lima:case Lima/NNP/runs:obl and/CC/Ica:cc"
    " Ica/NNP/Lima:conj .",
    "two verbs with one object": "The/DT/law:det law/NN/bans:nsubj bans/VBZ/root or/CC/limits:cc limits/VBZ/bans:conj"
    " night/NN/work:compound work/NN/bans:obj .",
    "a description": "The/DT/dam:det failed/VBN/dam:amod dam/NN/costs:nsubj costs/VBZ/root money/NN/costs:obj .",
}  # fmt: skip


@pytest.mark.parametrize(("parse", "spans"), SPLIT.values(), ids=SPLIT)
def test_split(claimed, parse, spans):
    """A gap inside a span is shown by the words around it: "The port , reopened"."""
    read = claimed(parse)
    found = {" ".join(p["text"] for p in own_pieces(row)) for row in read.claims}
    assert found == {span.replace(" , ", " ") for span in spans}


def own_pieces(row):
    """The fragments that stand inside the claim's own span."""
    span = row["span"]
    return [p for p in row["fragments"] if span["start"] <= p["start"] and p["end"] <= span["end"]]


@pytest.mark.parametrize("parse", WHOLE.values(), ids=WHOLE)
def test_do_not_split(claimed, parse):
    read = claimed(parse)
    assert read.spans == [read.doc.text.removesuffix(".")]


@pytest.mark.parametrize(
    ("case", "words", "above", "relation"),
    [
        ("verb phrases", "sold the ferry", "The mayor closed two clinics", "conjunct_of"),
        ("three verbs", "burned peat", "Ruvia taxed tea", "conjunct_of"),
        ("but", "wages fell", "Rents rose", "contrast_with"),
        ("not but", "a burden", "The levy is not a gift", "contrast_with"),
        ("because", "nobody built homes", "Rents rose", "reason_for"),
        ("since with -ing", "joining the pact", "Since joining the pact, Ruvia has doubled its exports", "elaborates"),
        ("although", "exports grew", "wages fell", "contrast_with"),
        ("participle at the end", "drowning three villages", "The river burst its banks", "elaborates"),
        ("relative with commas", "which lends to farmers", "The bank, which lends to farmers, closed", "elaborates"),
        ("appositive", "a former judge", "Rana, a former judge, wrote the report", "elaborates"),
        ("absolute", "sales reaching Peru", "Exports grew", "elaborates"),
        ("factive", "rents have doubled", "We can not ignore that rents have doubled", "content_of"),
    ],
)  # fmt: skip
def test_parent(claimed, case, words, above, relation):
    read = claimed(SPLIT[case][0])
    assert read.parent(read.spans.index(words)) == (above, relation)


@pytest.mark.parametrize("case", ["clauses", "colon", "because"])
def test_the_first_has_no_parent(claimed, case):
    assert claimed(SPLIT[case][0]).claims[0]["parent"] is None


@pytest.mark.parametrize(
    ("case", "words", "fragments"),
    [
        ("verb phrases", "sold the ferry", ["The mayor", "sold the ferry"]),
        ("not but", "a burden", ["The levy is", "a burden"]),
        ("since with -ing", "joining the pact", ["joining the pact", "Ruvia"]),
        ("participle at the end", "drowning three villages", ["The river", "drowning three villages"]),
        ("participle at the front", "Facing a second drought", ["Facing a second drought", "the town"]),
        ("participle inside", "built with a loan", ["The port", "built with a loan"]),
        ("appositive", "a former judge", ["Rana", "a former judge"]),
        ("clauses", "the council resigned", ["the council resigned"]),
        ("colon", "the pump was stolen", ["the pump was stolen"]),
    ],
)
def test_fragments_hold_what_is_borrowed_and_no_more(claimed, case, words, fragments):
    read = claimed(SPLIT[case][0])
    row = read.claims[read.spans.index(words)]
    assert [piece["text"] for piece in row["fragments"]] == fragments


def test_a_participle_behind_a_comma_is_said_of_the_subject(claimed):
    read = claimed(
        "Peru/NNP/paid:nsubj paid=pay/VBD/root with/IN/loan:case a/DT/loan:det loan/NN/paid:obl , reviving=revive/VBG/loan:acl"
        " trade/NN/reviving:obj ."
    )
    assert read.texts == ["Peru paid with a loan.", "Peru revived trade."]
