"""Whatever is wrong with a file, there is a sentence and no crash: files with one value, or some of their text, replaced."""

import json
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.exchange import FORMATS, Refused
from pipeline.record import Document

JUNK = (None, True, -1, 0, 10**12, 1.5, "", "x", "claim:fact", [], ["x"], {}, {"id": "e1"}, [[1, 2, "claim"]])
SOME = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def places(value, path=()):
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from places(inner, (*path, key))


def put(value, path, junk):
    if not path:
        return junk
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = put(copy[path[0]], path[1:], junk)
    return copy


@pytest.fixture(scope="module")
def out(exchange_of, emoji, tmp_path_factory):
    """Format → the exchange that went out, its main file, and what that holds."""
    made = {}
    for format in FORMATS:
        there = exchange_of(tmp_path_factory.mktemp(format), format)
        there.send(emoji)
        (path,) = there.files
        made[format] = there, path, path.read_text(encoding="utf-8")
    return made


def survives(there, emoji):
    """The record, or a sentence."""
    with suppress(Refused):
        for left in there.fetch(emoji):
            assert Document.model_validate_json(left.to_json()) == left


@pytest.mark.parametrize(
    "format", [name for name, one in FORMATS.items() if name not in ("brat", "inception")]
)
@SOME
@given(data=st.data())
def test_a_value_that_is_something_else(format, out, emoji, data):
    there, path, text = out[format]
    raw = json.loads(text)
    place = data.draw(st.sampled_from(list(places(raw))))
    path.write_text(json.dumps(put(raw, place, data.draw(st.sampled_from(JUNK)))), encoding="utf-8")
    survives(there, emoji)


@pytest.mark.parametrize("format", ["brat", "inception"])
@SOME
@given(data=st.data())
def test_some_text_that_is_something_else(format, out, emoji, data):
    there, path, text = out[format]
    start = data.draw(st.integers(0, len(text)))
    end = min(len(text), start + data.draw(st.integers(0, 30)))
    junk = data.draw(
        st.sampled_from(("", " ", "\n", "\t", "T1", "#", "0", "99999999", '"', "<x>", "claim", "😀"))
    )
    path.write_text(text[:start] + junk + text[end:], encoding="utf-8", newline="")
    survives(there, emoji)
