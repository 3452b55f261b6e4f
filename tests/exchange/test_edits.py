"""What annotators do in their tools, and what the record says afterwards."""

import json

import pytest

from pipeline.exchange import as_gold


def utf16(text, at):
    return len(text[:at].encode("utf-16-le")) // 2


class Tasks:
    """The result list of our task in Label Studio's export."""

    def __init__(self, there):
        self.there = there

    def edit(self, change):
        (path,) = self.there.files
        raw = json.loads(path.read_text(encoding="utf-8"))
        change(raw[0]["annotations"][0]["result"])
        path.write_text(json.dumps(raw), encoding="utf-8")


@pytest.fixture
def studio(through, emoji):
    """Edits one export of Label Studio and gives the record."""
    there = through("label-studio")
    there.room.mkdir()
    there.send(emoji)

    def edit(change):
        Tasks(there).edit(change)
        (left,) = there.fetch(emoji)
        return left

    return edit


def region(emoji, type, words, id="drawn", **more):
    start = emoji.text.index(words)
    value = {"start": start, "end": start + len(words), "text": words, "labels": [type]}
    return {"id": id, "type": "labels", "from_name": "type", "to_name": "text", "value": value, **more}


def chosen(id, control, *values, kind="choices"):
    key = "text" if kind == "textarea" else "choices"
    return {
        "id": id,
        "type": kind,
        "from_name": control,
        "to_name": "text",
        "value": {"start": 0, "end": 1, key: list(values)},
    }


def gone(result, *ids):
    result[:] = [
        one for one in result if not {one.get("id"), one.get("from_id"), one.get("to_id")} & set(ids)
    ]


def test_a_kind_is_changed_and_nothing_else(studio, emoji):
    def change(result):
        for one in result:
            if one.get("from_name") == "claim_kind" and one["id"] == emoji.claims[1].id:
                one["value"]["choices"] = ["evaluation"]

    left = studio(change)
    assert left.claims[1] == emoji.claims[1].model_copy(update={"kind": "evaluation"})
    assert left.claims[0] is emoji.claims[0]


def test_a_claim_is_taken_away(studio, emoji):
    left = studio(lambda result: gone(result, emoji.claims[0].id))
    assert [claim.id for claim in left.claims] == [emoji.claims[1].id]
    assert left.claims[0].parent is None
    assert left.amounts == emoji.amounts


def test_a_name_is_taken_away_and_nobody_lists_it(studio):
    left = studio(lambda result: gone(result, "e1"))
    assert left.entities == () and left.claims[0].entities == ()


def test_a_new_name_is_listed_by_the_claims_around_it(studio, emoji):
    def change(result):
        result.append(region(emoji, "entity", "prices"))
        result.append(chosen("drawn", "entity_label", "PRODUCT"))

    left = studio(change)
    assert [(e.id, e.label, e.name) for e in left.entities] == [
        ("e1", "PERSON", "Ana Silva"),
        ("e2", "PRODUCT", "prices"),
    ]
    assert left.claims[1].entities == ("e2",)
    assert as_gold(left, "ann")[1] == []


def test_a_new_claim_with_its_verb(studio, emoji):
    def change(result):
        result.append(region(emoji, "claim", "What farms pay"))
        result.append(region(emoji, "predicate", "pay", "verb"))
        result.append(region(emoji, "subject", "farms", "who"))
        result.append(chosen("verb", "predicate_lemma", "pay", kind="textarea"))
        result.append(chosen("verb", "predicate_tense", "present"))
        result.append(chosen("drawn", "claim_kind", "fact"))

    left = studio(change)
    claim = left.claims[0]
    assert (claim.text, claim.kind, claim.sentence) == ("What farms pay.", "fact", 0)
    assert (claim.predicate.lemma, claim.predicate.tense, claim.predicate.voice) == (
        "pay",
        "present",
        "active",
    )
    assert claim.subject.text == claim.subject.head.text == "farms"
    assert claim.attribution.source_type == "author" and claim.abstained == ()
    assert left.skipped == ()
    assert left.claims[1:] == emoji.claims
    assert as_gold(left, "ann")[1] == []


def test_a_new_mark_goes_to_a_new_claim_rather_than_to_a_smaller_one_that_went_out(studio, emoji):
    def change(result):
        result.append(region(emoji, "claim", "😀 prices fell"))
        result.append(region(emoji, "object", "prices", "what"))

    new, old = sorted(studio(change).claims[1:], key=lambda claim: claim.span.start)
    assert (new.span.text, new.object.text, new.predicate.text) == ("😀 prices fell", "prices", "fell")
    assert old == emoji.claims[1]


def test_a_text_by_hand_is_said(studio, emoji):
    def change(result):
        for one in result:
            if one.get("from_name") == "claim_text" and one["id"] == emoji.claims[1].id:
                one["value"]["text"] = ["The prices of farms fell."]

    claim = studio(change).claims[1]
    assert claim.text == "The prices of farms fell."
    assert [(a.field, a.reason) for a in claim.abstained] == [("edits", "text_by_hand")]


def test_a_subject_that_moved_takes_a_new_head(studio, emoji):
    def change(result):
        for one in result:
            if one["type"] == "labels" and one["value"]["text"] == "prices":
                at = emoji.text.index("😀 prices")
                one["value"] |= {"start": at, "end": at + 8, "text": "😀 prices"}

    claim = studio(change).claims[1]
    assert (claim.subject.span.text, claim.subject.head.text) == ("😀 prices", "prices")


def test_a_relabelled_region_is_another_thing(studio, emoji):
    def change(result):
        for one in result:
            if one.get("id") == "d1" and one["type"] == "labels":
                one["value"]["labels"] = ["amount"]
        result[:] = [one for one in result if one["type"] != "relation" or one["to_id"] != "d1"]

    left = studio(change)
    assert left.dates == () and left.claims[0].transfer.period is None
    assert [(a.id, a.span.text) for a in left.amounts] == [("m1", "more than $3 million"), ("m2", "by 2027")]
    assert left.claims[0].amounts == ("m1", "m2")


def test_an_amount_from_a_tool_without_fields(through, emoji):
    there = through("doccano-plain")
    there.room.mkdir()
    there.send(emoji)
    (path,) = there.files
    raw = json.loads(path.read_text(encoding="utf-8"))
    for words in ("2027;"[:4], "so"):
        at = emoji.text.index(words)
        raw["label"].append([utf16(emoji.text, at), utf16(emoji.text, at + len(words)), "amount"])
    path.write_text(json.dumps(raw), encoding="utf-8")
    (left,) = there.fetch(emoji)
    told = {
        a.span.text: (a.comparator, a.value and str(a.value), [x.reason for x in a.abstained])
        for a in left.amounts
    }
    assert told["2027"] == ("eq", "2027", [])
    assert told["so"] == ("vague", None, ["not_given"])
    assert as_gold(left, "ann")[1] == []


def test_a_claim_that_grew_in_a_tool_without_ids_stays_the_same(through, emoji):
    there = through("doccano")
    there.room.mkdir()
    there.send(emoji)
    (path,) = there.files
    raw = json.loads(path.read_text(encoding="utf-8"))
    for one in raw["entities"]:
        if one["label"] == "claim:fact":
            one["start_offset"] -= 3
    path.write_text(json.dumps(raw), encoding="utf-8")
    (left,) = there.fetch(emoji)
    assert (left.claims[1].id, left.claims[1].span.text) == (emoji.claims[1].id, "😀 prices fell")
    assert left.claims[1].predicate is emoji.claims[1].predicate


@pytest.mark.parametrize("unit", ["UTF-16", "code points"])
def test_offsets_in_the_other_unit_are_mended(through, emoji, unit):
    """Label Studio's regions by their words; doccano's where marks that went out are met."""
    there = through("label-studio" if unit == "UTF-16" else "doccano")
    there.room.mkdir()
    there.send(emoji)
    (path,) = there.files
    raw = json.loads(path.read_text(encoding="utf-8"))
    if unit == "UTF-16":
        for one in raw[0]["annotations"][0]["result"]:
            for key in ("start", "end") if "value" in one else ():
                one["value"][key] = utf16(emoji.text, one["value"][key])
    else:
        points = {utf16(emoji.text, at): at for at in range(len(emoji.text) + 1)}
        for one in raw["entities"]:
            one |= {key: points[one[key]] for key in ("start_offset", "end_offset")}
    path.write_text(json.dumps(raw), encoding="utf-8")
    assert there.fetch(emoji) == [emoji]


@pytest.mark.parametrize(
    "mend", [lambda text: text.replace("\r\n", "\n"), str.strip], ids=["line ends", "blanks"]
)
def test_line_ends_and_outer_blanks_that_a_tool_changed_are_mended(through, emoji, mend):
    there = through("prodigy")
    there.room.mkdir()
    there.send(emoji)
    (path,) = there.files
    raw = json.loads(path.read_text(encoding="utf-8"))
    text = mend(raw["text"])
    shift = {at: len(mend("|" + raw["text"][:at] + "|")) - 2 for at in range(len(raw["text"]) + 1)}
    raw["text"] = text
    ends = [*raw["spans"], *(r[key] for r in raw["relations"] for key in ("head_span", "child_span"))]
    for one in ends:
        one |= {key: shift[one[key]] for key in ("start", "end")}
    path.write_text(json.dumps(raw), encoding="utf-8")
    assert there.fetch(emoji) == [emoji]


def test_whose_annotations_count(through, emoji):
    there = through("label-studio")
    there.room.mkdir()
    there.send(emoji)
    (path,) = there.files
    raw = json.loads(path.read_text(encoding="utf-8"))
    raw[0]["annotations"].append({"completed_by": {"id": 2, "email": "bo@example.org"}, "result": []})
    path.write_text(json.dumps(raw), encoding="utf-8")
    assert there.fetch(emoji, annotator="1") == [emoji]
    (emptied,) = there.fetch(emoji, annotator="bo@example.org")
    assert emptied.claims == emptied.entities == emptied.skipped == ()
    raw[0]["annotations"][0]["ground_truth"] = True
    path.write_text(json.dumps(raw), encoding="utf-8")
    assert there.fetch(emoji) == [emoji]
    raw[0]["annotations"] = [{"was_cancelled": True, "result": []}]
    path.write_text(json.dumps(raw), encoding="utf-8")
    assert there.fetch(emoji) == []


def test_what_prodigy_rejected_is_passed_over(through, emoji):
    there = through("prodigy")
    there.room.mkdir()
    there.send(emoji)
    (path,) = there.files
    raw = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(
        json.dumps({**raw, "answer": "reject"}) + "\n" + json.dumps({**raw, "answer": "accept"}),
        encoding="utf-8",
    )
    assert there.fetch(emoji) == [emoji]


def test_a_span_taken_away_in_prodigy_takes_its_relations_along(through, emoji):
    there = through("prodigy")
    there.room.mkdir()
    there.send(emoji)
    (path,) = there.files
    raw = json.loads(path.read_text(encoding="utf-8"))
    raw["spans"] = [span for span in raw["spans"] if span["label"] != "date"]
    path.write_text(json.dumps(raw), encoding="utf-8")
    (left,) = there.fetch(emoji)
    assert left.dates == () and left.claims[0].transfer.period is None
    assert left.claims[1] is emoji.claims[1]


def test_claims_of_export_as_jsonld_come_back(tmp_path, emoji):
    from pipeline.exchange import fetch
    from pipeline.store.export import export

    path = tmp_path / "claims.jsonld"
    export([emoji], "jsonld", path)
    assert list(fetch([path], "w3c", [emoji])) == [emoji]
    raw = json.loads(path.read_text(encoding="utf-8"))
    claim = next(n for n in raw["@graph"] if n["type"] == "Claim" and n["text"] == "Prices fell.")
    claim |= {"kind": "evaluation", "polarity": "negated"}
    path.write_text(json.dumps(raw), encoding="utf-8")
    (left,) = fetch([path], "w3c", [emoji])
    assert (left.claims[1].kind, left.claims[1].polarity.value) == ("evaluation", "negated")
    assert left.claims[0] is emoji.claims[0]


def test_claims_that_share_a_subject_and_differ_in_whom_it_names(through, emoji):
    """One has its subject resolved to a name, the other not; neither changes when a kind does."""
    ana = emoji.text.index("Ana")
    span = {"start": ana, "end": ana + 3, "text": "Ana"}
    raw = emoji.model_dump(mode="json")
    for claim, name in zip(raw["claims"], ("e1", None), strict=True):
        claim["subject"] = {
            "role": "subject",
            "span": span,
            "text": "Ana",
            "head": span,
            "entity": name,
            "origin": "elided",
        }
    base = type(emoji).model_validate(raw)
    there = through("brat")
    there.room.mkdir()
    there.send(base)
    (path,) = there.files
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(" fact\n", " evaluation\n"), encoding="utf-8")
    (left,) = there.fetch(base)
    assert [claim.subject for claim in left.claims] == [claim.subject for claim in base.claims]
    assert left.claims[1].kind == "evaluation"
    path.write_text(
        "".join(one for one in text.splitlines(keepends=True) if "stands_for" not in one), encoding="utf-8"
    )
    (left,) = there.fetch(base)
    assert [claim.subject.entity for claim in left.claims] == [None, None]
