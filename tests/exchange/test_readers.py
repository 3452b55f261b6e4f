"""Each format as its own world reads it."""

import json
import re
from xml.etree import ElementTree

import pyld.jsonld
import pytest
import rdflib
import spacy
from cassis import load_cas_from_xmi, load_typesystem
from spacy.tokens import Doc

from pipeline.exchange import unfold
from pipeline.exchange.gaps import closed
from pipeline.exchange.layers import LINKS, fields, types


@pytest.fixture
def sent(through, emoji, gold):
    def make(format):
        there = through(format)
        there.room.mkdir()
        there.send(emoji, *gold)
        return there.room

    return make


def test_dkpro_cassis_reads_our_xmi(sent, emoji):
    room = sent("inception")
    cas = load_cas_from_xmi(
        (room / "emoji.xmi").read_text(encoding="utf-8"), load_typesystem(room / "TypeSystem.xml")
    )
    assert cas.sofa_string == emoji.text
    claims = cas.select("webanno.custom.Claim")
    assert [claim.get_covered_text() for claim in claims] == [claim.span.text for claim in emoji.claims]
    assert {link.role for link in claims[0].links.elements} >= {"part", "piece", "moves", "borrows"}
    (amount,) = cas.select("webanno.custom.Amount")
    assert (amount.comparator, amount.value) == ("gt", "3000000")
    tokens = cas.select("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token")
    assert [t.get_covered_text() for t in tokens][:4] == ["🎉", "🎉", "What", "farms"]


def test_offsets_in_xmi_count_utf16(sent, emoji):
    xmi = (sent("inception") / "emoji.xmi").read_text(encoding="utf-8")
    begin = len(emoji.text[: emoji.claims[1].span.start].encode("utf-16-le")) // 2
    assert f'begin="{begin}"' in xmi and begin > emoji.claims[1].span.start


def test_spacy_makes_the_doc_of_our_tokens(sent):
    for line in (sent("prodigy") / "prodigy.jsonl").read_text(encoding="utf-8").splitlines():
        task = json.loads(line)
        tokens = task["tokens"]
        doc = Doc(spacy.blank("en").vocab, [t["text"] for t in tokens], [t["ws"] for t in tokens])
        assert doc.text == task["text"]
        assert [(t.idx, t.idx + len(t)) for t in doc] == [(t["start"], t["end"]) for t in tokens]
        for span in task["spans"]:
            found = doc.char_span(span["start"], span["end"])
            assert found is not None and found.text == span["text"]
            assert (found.start, found.end - 1) == (span["token_start"], span["token_end"])
        for relation in task["relations"]:
            assert relation["head"] == relation["head_span"]["token_end"] < len(tokens)


def test_brat_would_accept_our_standoff(sent):
    """Its rules: ids once, types and attributes declared, words as in the text, arguments there, one line each."""
    room = sent("brat")
    declared = re.split(r"\[(\w+)\]\n", (room / "annotation.conf").read_text(encoding="utf-8"))
    sections = dict(zip(declared[1::2], declared[2::2], strict=True))
    names = {
        key: {line.split("\t")[0] for line in body.splitlines() if line} for key, body in sections.items()
    }
    ends = {line.split("\t")[0]: line for line in sections["relations"].splitlines() if line}
    for path in room.glob("*.ann"):
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        ids, kinds = set(), {}
        for line in path.read_text(encoding="utf-8").split("\n")[:-1]:
            id, body, *rest = line.split("\t")
            assert re.fullmatch(r"[TRA#]\d+", id) and id not in ids
            ids.add(id)
            head, *arguments = body.split(" ")
            assert re.fullmatch(r"[A-Za-z0-9_-]+", head)
            if id[0] == "T":
                kinds[id] = head
                pieces = [tuple(map(int, piece.split())) for piece in " ".join(arguments).split(";")]
                assert head in names["entities"]
                assert (
                    rest == [re.sub(r"\s", " ", " ".join(text[a:b] for a, b in pieces))]
                    or "\u00a0" in rest[0]
                )
            elif id[0] == "A":
                assert head in names["attributes"] and arguments[0] in kinds
            elif id[0] == "R":
                types = [kinds[one.partition(":")[2]] for one in arguments]
                assert all(re.search(rf"[:|]{one}\b", ends[head]) for one in types)
            else:
                assert head == "AnnotatorNotes" and arguments[0] in kinds and len(rest) == 1


def test_linked_data_reads_our_annotations(sent, emoji):
    found = json.loads((sent("w3c") / "annotations.jsonld").read_text(encoding="utf-8"))
    graph = rdflib.Graph()
    graph.parse(data=json.dumps(pyld.jsonld.expand(found)), format="json-ld")
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    claim = rdflib.URIRef(f"urn:opclaims:emoji:mark:{emoji.claims[0].id}")
    assert (claim, oa.motivatedBy, oa.tagging) in graph
    exact = {
        str(o)
        for target in graph.objects(claim, oa.hasTarget)
        for s in graph.objects(target, oa.hasSelector)
        for o in graph.objects(s, oa.exact)
    }
    assert exact == {"will pay more than $3 million", "by 2027"}
    values = {
        str(v) for body in graph.objects(claim, oa.hasBody) for v in graph.objects(body, rdflib.RDF.value)
    }
    assert "claim:prediction" in values
    links = list(graph.subjects(oa.motivatedBy, oa.linking))
    assert len(links) >= len(unfold(emoji).sheet.links)


def test_doccano_counts_like_browsers(sent, emoji):
    first = json.loads((sent("doccano") / "doccano.jsonl").read_text(encoding="utf-8").splitlines()[0])
    units = emoji.text.encode("utf-16-le")
    seen = {
        (e["label"], units[2 * e["start_offset"] : 2 * e["end_offset"]].decode("utf-16-le"))
        for e in first["entities"]
    }
    assert ("entity:PERSON", "Ana 👩🏽‍🌾 Silva") in seen and ("predicate", "will pay") in seen
    assert {e["id"] for e in first["entities"]} >= {r["from_id"] for r in first["relations"]}


def test_the_configuration_of_label_studio_has_a_control_for_every_field(sent):
    room = sent("label-studio")
    root = ElementTree.parse(room / "config.xml").getroot()
    assert [one.get("value") for one in root.iter("Label")] == list(types())
    assert {one.get("value") for one in root.iter("Relation")} == set(LINKS)
    controls = {
        one.get("name"): [c.get("value") for c in one]
        for tag in ("Choices", "TextArea")
        for one in root.iter(tag)
    }
    assert controls == {f"{f.type}_{f.name}": list(f.values) for f in fields() if f.name}
    for task in json.loads((room / "tasks.json").read_text(encoding="utf-8")):
        for item in task["predictions"][0]["result"]:
            if item["type"] == "choices":
                assert set(item["value"]["choices"]) <= set(controls[item["from_name"]])
            elif item["type"] == "labels":
                where = item["value"]
                assert task["data"]["text"][where["start"] : where["end"]] == where["text"]


def test_every_mark_goes_out(sent, emoji):
    task = json.loads((sent("label-studio") / "tasks.json").read_text(encoding="utf-8"))[0]
    regions = [one for one in task["predictions"][0]["result"] if one["type"] == "labels"]
    assert len(regions) == len(closed(unfold(emoji).sheet).marks)
