"""Files that cannot be taken over: one clear sentence each, with the file and the place."""

import json
import zipfile

import pytest


def rewritten(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def change(path, edit):
    """`edit` of a file's JSON; its only line or the whole."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    edit(raw)
    path.write_text(json.dumps(raw), encoding="utf-8")


def label_studio(edit):
    return lambda raw: edit(raw[0], raw[0]["annotations"][0]["result"])


CASES = [
    ("label-studio", lambda raw: raw[0].pop("annotations"), "tasks.json task 1: has no 'annotations' of the right kind"),
    ("label-studio", lambda raw: raw[0].pop("data"), "export as JSON, not as JSON-MIN"),
    ("label-studio", label_studio(lambda task, result: task["data"].update(document="gone", text="Gone.")), "document 'gone' is not among the base records"),
    ("label-studio", label_studio(lambda task, result: task["data"].update(text="Prices rose.")), "its text was edited: 'Prices rose.' stands where"),
    ("label-studio", label_studio(lambda task, result: result[0]["value"].update(labels=["CLAIM"])), "has the label CLAIM; there are claim, predicate"),
    ("label-studio", label_studio(lambda task, result: result[0]["value"].update(start="x")), "has no 'start' of the right kind"),
    ("label-studio", label_studio(lambda task, result: result[0]["value"].update(text="other words")), "says 'other words', the text has"),
    ("label-studio", label_studio(lambda task, result: result.append(dict(result[0]))), "two regions have the id"),
    ("label-studio", label_studio(lambda task, result: task["annotations"].append({"result": []})), "has 2 annotations: say whose with --annotator"),
    ("label-studio", label_studio(lambda task, result: result.append({"type": "relation", "from_id": "e1", "to_id": "nobody"})), "a link 'part' names a mark that is not there"),
    ("label-studio", label_studio(lambda task, result: result.append({"type": "relation", "from_id": "e1", "to_id": "m1", "labels": ["moves"]})), "has a link 'moves' to the amount"),
    ("label-studio", label_studio(lambda task, result: [one["value"].update(choices=["lie"]) for one in result if one.get("from_name") == "claim_kind"]), "has the kind 'lie'; there are fact, prediction"),
    ("label-studio", label_studio(lambda task, result: [one["value"].update(text=["a lot"]) for one in result if one.get("from_name") == "amount_value"]), "has the value 'a lot', which is no figure in digits"),
    ("label-studio", label_studio(lambda task, result: [one["value"].update(text=["soon"]) for one in result if one.get("from_name") == "date_last"]), "has the last 'soon', which is no day YYYY-MM-DD"),
    ("label-studio", label_studio(lambda task, result: [one["value"].update(text=["£9"]) for one in result if one.get("from_name") == "amount_core"]), "does not hold its core '£9'"),
    ("prodigy", lambda raw: raw["spans"][0].update(label="CLAIM"), "prodigy.jsonl line 1, span 1: the label 'CLAIM' is none of ours"),
    ("prodigy", lambda raw: raw["spans"][0].update(label="entity:CITY"), "the label 'entity:CITY' has no such value; there are PERSON"),
    ("prodigy", lambda raw: raw["relations"][0]["head_span"].pop("start"), "relation 1: has no 'start' of the right kind"),
    ("prodigy", lambda raw: raw.update(text=raw["text"] + "More."), "its text was edited"),
    ("doccano", lambda raw: raw["entities"][0].update(end_offset=10_000), "does not lie in the text, which has"),
    ("doccano", lambda raw: raw["entities"][0].update(start_offset=1), "begins or ends inside a character"),
    ("doccano", lambda raw: raw["entities"].append({"id": 1, "label": "date", "start_offset": 4, "end_offset": 8}), "the id '1' is given twice"),
    ("doccano-plain", lambda raw: raw["label"].append([1, 2]), "is not [start, end, label]"),
    ("doccano-plain", lambda raw: raw.pop("label"), "it is no sequence labelling"),
    ("doccano-plain", lambda raw: raw["label"].append([0, 2, "claim:fact"]), "the claim '🎉' (0–1) has no predicate: mark the verb in it"),
    ("doccano-plain", lambda raw: raw["label"].append([0, 2, "subject"]), "belongs to no claim: link a claim to it"),
    ("doccano-plain", lambda raw: raw["label"].append([0, 2, "piece"]), "the piece '🎉' belongs to nothing"),
    ("w3c", lambda raw: raw["@graph"][1]["target"][0]["selector"].pop(0), "annotation 2: has no TextPositionSelector"),
    ("w3c", lambda raw: raw["@graph"][1].update(target="https://example.org"), "its target is none of our op-eds"),
    ("w3c", lambda raw: raw["@graph"][1].update(body=[]), "annotation 2: has 0 tags, it must have one"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("format", "edit", "said"), CASES, ids=[f"{case[0]}-{at}" for at, case in enumerate(CASES)]
)
def test_json_that_is_wrong(through, emoji, format, edit, said):
    there = through(format)
    there.room.mkdir()
    there.send(emoji)
    change(there.files[0], edit)
    refusal = there.refusal(emoji)
    assert said in refusal
    assert "\n" not in refusal


BRAT = [
    ("T1\t", "T1 ", "emoji.ann line 1: is not 'T1<tab>type start end<tab>words'"),
    ("T1\tskipped", "T1\tHeading", "emoji.ann line 1: the type 'Heading' is none of ours"),
    ("T1\tskipped 0", "T1\tskipped 1", "emoji.ann: the skipped 'T1' at 1–17 says"),
    ("T1\tskipped 0 17", "T1\tskipped 0 9999", "does not lie in the text"),
    ("A1\tskipped_reason T1", "A1\tskipped_reason T99", "names 'T99', which is no annotation with a text"),
    ("A1\tskipped_reason", "A1\tskipped_colour", "the type skipped has no attribute 'skipped_colour'"),
    ("A1\tskipped_reason T1 heading", "A1\tskipped_reason T1 shouting", "has the reason 'shouting'; there are heading"),
    ("R1\tpart Arg1:", "R1\tpart ", "is not 'R1<tab>type Arg1:T1 Arg2:T2'"),
    ("A1\t", "E1\t", "is none of T, R, A, M and #"),
    ("name=Ana", "nickname=Ana", "names no field of the type entity"),
    ("T2\t", "T1\t", "T1 is given twice"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), BRAT, ids=range(len(BRAT)))
def test_standoff_that_is_wrong(through, emoji, old, new, said):
    there = through("brat")
    there.room.mkdir()
    there.send(emoji)
    rewritten(there.room / "emoji.ann", old, new)
    refusal = there.refusal(emoji)
    assert said in refusal
    assert "\n" not in refusal


def test_standoff_without_its_text(through, emoji):
    there = through("brat")
    there.room.mkdir()
    there.send(emoji)
    (there.room / "emoji.txt").unlink()
    assert there.refusal(emoji) == "emoji.ann: there is no emoji.txt beside it"


def test_xmi_that_is_wrong(through, emoji):
    there = through("inception")
    there.room.mkdir()
    there.send(emoji)
    xmi, system = there.room / "emoji.xmi", there.room / "TypeSystem.xml"
    whole = xmi.read_text(encoding="utf-8")
    xmi.write_text("<xmi", encoding="utf-8")
    assert there.refusal(emoji).startswith("emoji.xmi: is no UIMA CAS in XMI (")
    xmi.write_text(whole, encoding="utf-8")
    system.unlink()
    assert there.refusal(emoji) == "emoji.xmi: there is no TypeSystem.xml beside it"
    xmi.unlink()
    (there.room / "emoji.zip").write_bytes(b"no")
    assert there.refusal(emoji) == "emoji.zip: is no ZIP file"
    with zipfile.ZipFile(there.room / "emoji.zip", "w") as archive:
        archive.writestr("emoji.xmi", whole)
    assert there.refusal(emoji) == "emoji.zip: does not hold one .xmi and TypeSystem.xml"


@pytest.mark.parametrize("format", ["label-studio", "prodigy", "doccano", "w3c"])
def test_files_that_are_no_json_and_no_utf8(through, emoji, format):
    there = through(format)
    there.room.mkdir()
    there.send(emoji)
    (path,) = there.files
    path.write_text("{", encoding="utf-8")
    assert "is not JSON (" in there.refusal(emoji)
    path.write_text("[" * 100_000, encoding="utf-8")
    assert "is not JSON (" in there.refusal(emoji)
    path.write_bytes(b"\xff")
    assert there.refusal(emoji) == f"{path.name}: is not UTF-8 (byte 0)"


def test_a_document_twice(through, emoji):
    there = through("prodigy")
    there.room.mkdir()
    there.send(emoji)
    (path,) = there.files
    path.write_text(path.read_text(encoding="utf-8") * 2, encoding="utf-8")
    assert there.refusal(emoji) == "prodigy.jsonl line 2: document emoji is in prodigy.jsonl line 1 already"


def test_what_cannot_go_out(exchange, emoji):
    from pipeline.exchange import Refused

    with pytest.raises(Refused, match="document emoji was written without its text"):
        exchange.send(emoji.model_copy(update={"text": None}))
    twice = emoji.model_copy(update={"dates": (emoji.dates[0].model_copy(update={"id": "m1"}),)})
    with pytest.raises(Refused, match="the id 'm1' is that of a"):
        exchange.send(twice)


def test_xml_holds_no_control_characters(through):
    from pipeline.exchange import Refused
    from pipeline.record import Document, MadeBy, digest

    text = "Prices\x0bfell."
    made_by = MadeBy(version="gold", model="hand", config="")
    document = Document(id="v", sha256=digest(text), text=text, made_by=made_by)
    with pytest.raises(Refused, match="document v: XML cannot hold its text"):
        through("inception").send(document)
    there = through("brat")
    assert there.back(document) is document


BOMB = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>', "has a DOCTYPE, which no CAS has"),
        (f'<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">{BOMB}]>', "has a DOCTYPE, which no CAS has"),
        ('<?xml version="1.0" encoding="UTF-7"?>', "is said to be UTF-7"),
    ],
)
def test_xml_that_names_other_files_or_blows_itself_up(through, emoji, head, said):
    there = through("inception")
    there.room.mkdir()
    there.send(emoji)
    for name in ("emoji.xmi", "TypeSystem.xml"):
        path = there.room / name
        whole = path.read_text(encoding="utf-8")
        path.write_text(head + whole.split("?>", 1)[1], encoding="utf-8")
        assert said in there.refusal(emoji)
        path.write_text(whole, encoding="utf-8")


def test_an_archive_that_blows_itself_up_or_is_locked(through, emoji, monkeypatch):
    there = through("inception")
    there.room.mkdir()
    there.send(emoji)
    path = there.room / "emoji.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("emoji.xmi", "TypeSystem.xml"):
            archive.writestr(name, (there.room / name).read_bytes())
            (there.room / name).unlink()
    assert there.fetch(emoji) == [emoji]
    monkeypatch.setattr("pipeline.exchange.inception.MOST", 1_000)
    assert there.refusal(emoji) == "emoji.zip: unpacks to more than 1,000 bytes"
    monkeypatch.undo()
    data = bytearray(path.read_bytes())
    for head, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # the flag that says: encrypted
        start = data.find(head)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(head, start + 4)
    path.write_bytes(data)
    assert "cannot be unpacked" in there.refusal(emoji)
