"""Ids depend on the content and on nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.record import claim_id, digest


@given(st.text(min_size=1, max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_claim_ids_depend_on_each_part(document_id, quote, path):
    one = claim_id(document_id, quote, path)
    assert one == claim_id(document_id, quote, path)
    assert len(one) == 16
    assert one != claim_id(document_id, quote + "x", path) != claim_id(document_id, quote, path + "x")


def test_ids_are_those_that_sha256sum_gives():
    """`printf 'op\\0Ana paid\\0s0.c1' | sha256sum`: whoever has the parts can make the id, in any release."""
    assert claim_id("op", "Ana paid", "s0.c1") == "f401bbe482a9f213"
    assert digest("é") == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"
