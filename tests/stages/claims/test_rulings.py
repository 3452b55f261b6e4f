"""The hard cases that corpus/GUIDELINES.md, 9 rules on, each in words of our own; the number is the ruling's."""

import pytest

LENT = "lent=lend/VBD/{0} us/PRP/lent:iobj engineers/NNS/lent:obj"


def test_2_an_inserted_saying_is_nobody_s_words_but_the_critics(claimed):
    read = claimed(
        "The/DT/mine:det mine/NN/moved:nsubj moved=move/VBD/root 900/CD/families:nummod families/NNS/moved:obj and/CC/fouled:cc"
        " , critics/NNS/say:nsubj say/VBP/fouled:parataxis , fouled/VBD/moved:conj the/DT/lake:det lake/NN/fouled:obj .",
        said="critics | say | fouled the lake | generic | indirect",
        money="900",
    )
    first, second = read.claims
    assert (first["attribution"]["source_type"], second["attribution"]["source_type"]) == (
        "author",
        "generic",
    )
    assert [piece["text"] for piece in second["fragments"]] == ["The mine", "fouled the lake"]
    assert second["span"]["text"] == "fouled the lake"


def test_3_a_total_and_its_parts(claimed):
    read = claimed(
        "Aid/NN/rose:nsubj rose=rise/VBD/root to/IN/£9m:case £9m/CD/rose:obl , with/IN/£4m:case £4m/CD/rose:obl for/IN/roads:case"
        " roads/NNS/£4m:nmod and/CC/£5m:cc £5m/CD/£4m:conj for/IN/wells:case wells/NNS/£5m:nmod .",
        money="£9m; £4m; £5m",
    )
    assert read.spans == ["Aid rose to £9m", "£4m for roads", "£5m for wells"]
    assert [read.parent(n) for n in (1, 2)] == [("Aid rose to £9m", "elaborates")] * 2
    assert [row["amounts"] for row in read.claims] == [["m1"], ["m2"], ["m3"]]


def test_4_a_loan_inside(claimed):
    read = claimed(
        "The/DT/pier:det pier/NN/burned:nsubj , built=build/VBN/pier:acl with/IN/loan:case a/DT/loan:det yen/NN/loan:compound"
        " loan/NN/built:obl of/IN/$3m:case $3m/CD/loan:nmod , burned/VBD/root .",
        money="$3m",
    )
    assert [row["amounts"] for row in read.claims] == [[], ["m1"]]
    assert read.texts == ["The pier burned.", "The pier was built with a yen loan of $3m."]


def test_5_nobody_denies(claimed):
    (row,) = claimed(
        "Nobody/NN/denies:nsubj denies=deny/VBZ/root that/IN/unfair:mark the/DT/fee:det fee/NN/unfair:nsubj is/VBZ/unfair:cop"
        " unfair/JJ/denies:ccomp .",
        said="Nobody | denies | the fee is unfair | generic | indirect",
    ).claims
    assert (row["span"]["text"], row["kind"], row["polarity"]["value"]) == (
        "the fee is unfair",
        "evaluation",
        "affirmed",
    )
    assert row["attribution"]["source_type"] == "generic"


def test_6_an_if_clause_is_the_condition(claimed):
    (row,) = claimed(
        "If/IN/fail:mark the/DT/rains:det rains/NNS/fail:nsubj fail/VBP/starve:advcl , herds/NNS/starve:nsubj"
        " will/MD/starve:aux starve/VB/root ."
    ).claims
    assert (row["kind"], row["modality"]["value"]) == ("prediction", "conditional")
    assert [(one["role"], one["text"]) for one in row["arguments"]] == [("condition", "If the rains fail")]


@pytest.mark.parametrize(
    "question", ["Who/WP/live:nsubj can/MD/live:aux live/VB/root on/IN/air:case air/NN/live:obl ?"]
)
def test_8_a_question_that_is_answered_asserts_nothing(claimed, question):
    read = claimed(f"{question}\nThe/DT/union:det union/NN/pays:nsubj pays/VBZ/root .")
    assert [row["reason"] for row in read.skipped] == ["question"]
    assert read.spans == ["The union pays"]


def test_10_let_us_not_forget(claimed):
    read = claimed(
        "Let/VB!/root us/PRP/Let:obj not/RB/forget:advmod forget/VB/Let:xcomp that/IN/lent:mark Chile/NNP/lent:nsubj "
        + LENT.format("forget:ccomp")
        + " ."
    )
    whole, inner = read.claims
    assert (whole["kind"], whole["polarity"]["value"], whole["predicate"]["lemma"]) == (
        "recommendation",
        "negated",
        "forget",
    )
    assert (inner["span"]["text"], inner["kind"], inner["polarity"]["value"]) == (
        "Chile lent us engineers",
        "fact",
        "affirmed",
    )
    assert read.parent(1) == (whole["span"]["text"], "content_of")


@pytest.mark.parametrize(
    ("rest", "kind", "value"),
    [
        ("have/VB/known:aux known=know/VBN/root", "fact", "probable"),
        ("resign/VB/root", "recommendation", "obligatory"),
    ],
)
def test_12_must_of_inference_and_of_duty(claimed, rest, kind, value):
    head = rest.split()[-1].split("=")[0].split("/")[0]
    (row,) = claimed(f"The/DT/board:det board/NN/{head}:nsubj must/MD/{head}:aux {rest} .").claims
    assert (row["kind"], row["modality"]["value"]) == (kind, value)


def test_13_a_promise_in_quotation_marks(claimed):
    (row,) = claimed(
        "“ The/DT/bank:det bank/NN/repay:nsubj will/MD/repay:aux repay/VB/root savers/NNS/repay:obj , ” said=say/VBD/repay:parataxis"
        " its/PRP$/chair:nmod:poss chair/NN/said:nsubj .",
        said="its chair | said | The bank will repay savers | person | direct",
    ).claims
    assert (row["region"], row["kind"], row["modality"]["value"]) == ("quote", "prediction", "predicted")
    assert row["attribution"]["source"]["text"] == "its chair"


def test_14_speech_in_speech_keeps_the_innermost(claimed, parsed):
    from pipeline import marks
    from pipeline.stages.claims import Claims

    doc = parsed(
        "Rana/NNP/said:nsubj said=say/VBD/root auditors/NNS/found:nsubj found=find/VBD/said:ccomp that/IN/missing:mark"
        " funds/NNS/missing:nsubj were/VBD/missing:cop missing/JJ/found:ccomp .",
        said="auditors | found | funds were missing | person | indirect",
    )
    (row,) = marks.read(doc, "attribution")
    at = {
        words: marks.cut(doc, doc.text.index(words), doc.text.index(words) + len(words))
        for words in ("Rana", "said")
    }
    chain = [{"source": at["Rana"], "cue": at["said"]}, {"source": row["source"], "cue": row["cue"]}]
    marks.put(doc, "attribution", [row | {"chain": chain}])
    (claim,) = Claims()(doc)._.claims
    assert claim["span"]["text"] == "funds were missing"
    assert claim["attribution"]["source"]["text"] == "auditors"
    assert [link["source"]["text"] for link in claim["attribution"]["chain"]] == ["Rana", "auditors"]


def test_15_not_a_but_b(claimed):
    read = claimed(
        "The/DT/pact:det pact/NN/favour:nsubj is/VBZ/favour:cop not/RB/favour:advmod a/DT/favour:det favour/NN/root"
        " but/CC/lifeline:cc a/DT/lifeline:det lifeline/NN/favour:conj for/IN/ports:case ports/NNS/lifeline:nmod ."
    )
    assert [row["polarity"]["value"] for row in read.claims] == ["negated", "affirmed"]
    assert [row["predicate"]["lemma"] for row in read.claims] == ["be", "be"]
    assert read.texts[1] == "The pact is a lifeline for ports."


def test_17_one_in_five(claimed):
    (row,) = claimed(
        "Only/RB/one:advmod one/CD/finishes:nsubj in/IN/five:case five/CD/one:nmod girls/NNS/five:nmod finishes/VBZ/root"
        " school/NN/finishes:obj .",
        money="one in five",
    ).claims
    assert (row["polarity"]["value"], row["facets"], row["amounts"]) == ("affirmed", ["quantity"], ["m1"])


def test_19_a_promise_is_a_fact(claimed):
    (row,) = claimed(
        "Lima/NNP/promised:nsubj has/VBZ/promised:aux promised=promise/VBN/root to/TO/pay:mark pay/VB/promised:xcomp $3m/CD/pay:obj"
        " by/IN/2027:case 2027/CD/pay:obl .",
        money="$3m",
        dates="by 2027",
    ).claims
    assert (row["kind"], row["modality"]["value"], row["predicate"]["lemma"]) == ("fact", "intended", "pay")
    assert "commitment" in row["facets"]
    assert (row["transfer"]["status"], row["dates"]) == ("pledged", ["d1"])


def test_20_so_called(claimed):
    (row,) = claimed(
        "The/DT/dividend:det so-called/JJ/dividend:amod “ peace/NN/dividend:compound dividend/NN/came:nsubj ” never/RB/came:advmod"
        " came=come/VBD/root ."
    ).claims
    assert (row["attribution"]["source_type"], row["polarity"]["value"], row["region"]) == (
        "author",
        "negated",
        "body",
    )


def test_23_a_semicolon_between_two_dates(claimed):
    read = claimed(
        "He/PRP/wrote:nsubj wrote=write/VBD/root in/IN/March:case March/NNP/wrote:obl ;\nby/IN/May:case May/NNP/closed:obl"
        " the/DT/mill:det mill/NN/closed:nsubj closed=close/VBD/root .",
        dates="in March; by May",
    )
    assert [(row["sentence"], row["dates"]) for row in read.claims] == [(0, ["d1"]), (0, ["d2"])]


def test_25_refusing_denies_and_is_the_author_s(claimed):
    (row,) = claimed(
        "Rana/NNP/refused:nsubj refused=refuse/VBD/root to/TO/comment:mark comment/VB/refused:xcomp ."
    ).claims
    assert (row["kind"], row["polarity"]["value"], row["predicate"]["lemma"]) == (
        "fact",
        "negated",
        "comment",
    )
    assert row["attribution"]["source_type"] == "author"


def test_25_a_denial_and_what_it_denies(claimed):
    read = claimed(
        "Rana/NNP/denied:nsubj denied=deny/VBD/root taking=take/VBG/denied:xcomp bribes/NNS/taking:obj .",
        said="Rana | denied | taking bribes | person | indirect | negates",
    )
    assert [row["polarity"]["value"] for row in read.claims] == ["affirmed", "negated"]
    assert read.parent(1) == ("Rana denied taking bribes", "content_of")


def test_26_according_to(claimed):
    (row,) = claimed(
        "According=accord/VBG/census:case to/IN/According:fixed the/DT/census:det 2021/CD/census:nummod census/NN/own:obl ,"
        " 62%/CD/own:nsubj own/VBP/root homes/NNS/own:obj .",
        said="the 2021 census | According to | 62% own homes | document | indirect",
        money="62%",
        dates="2021",
    ).claims
    assert (row["span"]["text"], row["dates"], row["amounts"]) == ("62% own homes", [], ["m1"])
    assert row["attribution"]["source_type"] == "document"


def test_27_we_are_no_experience(claimed):
    (row,) = claimed("We/PRP/know:nsubj Kenyans/NNPS/We:appos know/VBP/root better/RBR/know:advmod .").claims
    assert (row["subject"]["origin"], "experience" in row["facets"]) == ("author", False)


def test_28_no_on_the_object(claimed):
    (row,) = claimed(
        "More/JJR/dozen:advmod than/IN/More:fixed a/DT/dozen:det dozen/NN/towns:nummod towns/NNS/have:nsubj have/VBP/root"
        " no/DT/clinic:det clinic/NN/have:obj .",
        money="More than a dozen",
    ).claims
    assert (row["polarity"]["value"], row["amounts"], row["facets"]) == ("negated", ["m1"], ["quantity"])
