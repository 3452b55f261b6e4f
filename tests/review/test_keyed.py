"""A document as a tree of maps, there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.record import Document
from pipeline.review import BadTree, keyed, unkeyed
from pipeline.review.keyed import parts_of, pointer
from pipeline.review.patch import apply, difference

ids = st.lists(st.text(max_size=5), min_size=6, max_size=6, unique=True)


def renamed(document, new, order):
    """The document with other ids for its claims, in another order."""
    known = dict(zip((claim.id for claim in document.claims), new, strict=True))
    claims = [
        claim.model_copy(
            update={
                "id": known[claim.id],
                "parent": claim.parent
                and claim.parent.model_copy(update={"claim": known[claim.parent.claim]}),
            }
        )
        for claim in document.claims
    ]
    return document.model_copy(update={"claims": tuple(claims[at] for at in order)})


@given(new=ids, order=st.permutations(range(6)))
def test_there_and_back(document, new, order):
    document = renamed(document, new, order)
    assert unkeyed(keyed(document)) == document


@given(parts=st.lists(st.text(max_size=4), max_size=4))
def test_a_pointer_keeps_its_parts(parts):
    assert parts_of(pointer(*parts)) == parts


def test_paths_are_by_id(document):
    tree = keyed(document)
    assert tree["claims"]["c5"]["modality"]["value"] == "possible"
    assert tree["amounts"]["m1"]["value"] == "3000000"
    assert tree["order"]["claims"] == {"ids": ["c1", "c2", "c3", "c4", "c5", "c6"], "by_place": True}


def test_what_moves_is_put_in_its_place(document):
    tree = keyed(document)
    tree["claims"]["c0"] = {**tree["claims"].pop("c6"), "id": "c0"}
    tree["claims"]["c7"] = {**tree["claims"]["c1"], "id": "c7"}
    assert [claim.id for claim in unkeyed(tree).claims] == ["c1", "c7", "c2", "c3", "c4", "c5", "c0"]


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("claims", "c5", "kind"), "rumour", "/claims/c5/kind: is 'rumour', none of 'fact'"),
        (("claims", "c5", "id"), "c9", "/claims/c5: does not hold a thing of that id"),
        (("claims", "c5", "span", "start"), 1, "/claims/c5/span: span 1:"),
        (("title",), 4, "/title: is 4, not text"),
        (("amounts", "m1"), None, "/amounts/m1: does not hold"),
    ],
)
def test_what_is_no_document_is_named(document, path, value, message):
    tree = keyed(document)
    inner = tree
    for part in path[:-1]:
        inner = inner[part]
    inner[path[-1]] = value
    with pytest.raises(BadTree, match=message):
        unkeyed(tree)


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
trees = st.dictionaries(st.text(max_size=3), json, max_size=4)


@given(before=trees, after=trees)
def test_the_difference_leads_from_one_to_the_other(before, after):
    assert apply(before, difference(before, after)) == after


def test_validated(document):
    assert Document.model_validate_json(document.to_json()) == document
