"""Ids depend on the content and on nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.record import claim_id


@given(st.text(min_size=1, max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_claim_ids_depend_on_each_part(document_id, quote, path):
    one = claim_id(document_id, quote, path)
    assert one == claim_id(document_id, quote, path)
    assert len(one) == 16
    assert one != claim_id(document_id, quote + "x", path) != claim_id(document_id, quote, path + "x")
