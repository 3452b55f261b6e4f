"""What the terminal and the page show of a document."""

import pytest

from pipeline.page import segments
from pipeline.page.shown import Shown


def test_a_claim_keeps_its_number_where_others_are_hidden(document):
    kinds = {claim.kind for claim in document.claims}
    hidden = document.claims[0].kind
    shown = Shown(document, kinds - {hidden})
    assert shown.numbers == {claim.id: n for n, claim in enumerate(document.claims, 1)}
    assert list(shown.claims.values()) == [claim for claim in document.claims if claim.kind != hidden]
    assert shown.document.claims == tuple(shown.claims.values())


def test_the_claims_of_all_blocks_are_those_that_are_shown(document):
    shown = Shown(document, {claim.kind for claim in document.claims})
    found = [claim.id for block in segments.blocks(shown.document) for claim in shown.claims_of(block)]
    assert sorted(found) == sorted(shown.claims)


def test_without_its_text_there_is_nothing_to_show(document):
    with pytest.raises(ValueError, match=f"^document {document.id} was written without its text"):
        Shown(document.model_copy(update={"text": None}), ())
