"""A Document, with the claims of some kinds and all that stands in it by id: for the terminal and the page."""

from collections.abc import Collection

from pipeline.page import sums
from pipeline.page.segments import Block
from pipeline.record import Claim, Document


class Shown:
    """Every claim keeps the number that it has among all. Raises ValueError for a document without its text."""

    def __init__(self, document: Document, kinds: Collection[str]) -> None:
        if document.text is None:
            raise ValueError(f"document {document.id} was written without its text: there is nothing to show")
        self.numbers = {claim.id: n for n, claim in enumerate(document.claims, 1)}
        claims = tuple(claim for claim in document.claims if claim.kind in kinds)
        self.document = document.model_copy(update={"claims": claims})
        self.claims = {claim.id: claim for claim in claims}
        self.amounts = {amount.id: amount for amount in document.amounts}
        self.dates = {date.id: date for date in document.dates}
        self.entities = {entity.id: entity for entity in document.entities}
        self.contradicted = sums.contradicted(document)

    def claims_of(self, block: Block) -> list[Claim]:
        """In the order of their numbers."""
        return [self.claims[key] for key in sorted(block.claims, key=self.numbers.__getitem__)]
