"""The parses of `cases.txt`, one test each."""

from pathlib import Path

import pytest

from pipeline.stages.attribution.attribution import Attribution


def read_cases():
    name, parse, expected = "", [], []
    for line in [*Path(__file__).with_name("cases.txt").read_text(encoding="utf-8").splitlines(), "## end"]:
        if line.startswith("## "):
            if parse:
                yield pytest.param("\n".join(parse), expected, id=name)
            name, parse, expected = line[3:], [], []
        elif line.startswith("= "):
            expected.append([part.strip() for part in line[2:].split("|")])
        elif line and not line.startswith("#"):
            parse.append(line)


def text(span):
    return span["text"] if span else "-"


def check(row, wanted):
    kind, source, cue, content, how, *more = wanted
    found = [row["source_type"], text(row["source"]), text(row["cue"]), row["span"]["text"], row["content"]]
    if (
        cue.startswith(("In ", "By ")) and row["source_type"] != "author"
    ):  # a phrase's cue stretches over its owner
        assert found[2].split()[0] == cue.split()[0] and found[2].split()[-1] == cue.split()[-1]
        found[2] = cue
    assert found == [kind, source, cue, content, how]
    assert row["negates"] == ("negates" in more)
    for key, value in (item.split("=") for item in more if "=" in item):
        if key == "chain":
            assert len(row["chain"]) == int(value)
        else:
            assert (row[key] or "-") == value


@pytest.mark.parametrize(("parse", "expected"), list(read_cases()))
def test_case(parsed, parse, expected):
    doc = Attribution()(parsed(parse))
    rows = sorted(doc._.attribution, key=lambda row: (row["cue"]["start"], row["span"]["start"]))
    assert len(rows) == len(expected), [(row["rule"], row["span"]["text"]) for row in rows]
    for row, wanted in zip(rows, expected, strict=True):
        check(row, wanted)


@pytest.mark.parametrize(("parse", "expected"), list(read_cases()))
def test_offsets_hold(parsed, parse, expected):
    doc = Attribution()(parsed(parse))
    for row in doc._.attribution:
        links = [link[key] for link in row["chain"] for key in ("source", "cue")]
        for span in (row["span"], row["source"], row["cue"], *row["fragments"], *links):
            assert span is None or doc.text[span["start"] : span["end"]] == span["text"]


def test_there_are_enough_of_both():
    cases = [case.values[1] for case in read_cases()]
    assert sum(not expected for expected in cases) >= 25
    assert sum(bool(expected) for expected in cases) >= 50
