"""What an annotator sees who must not see what the program found."""

from pipeline.record import Document


def blank(document: Document) -> Document:
    """The op-ed alone: no claims, amounts, dates, entities, sums, skipped sentences. Decisions that were made `blind`
    are replayed on this. Such reviews hold what their annotators added: claims, and amounts, dates or names only where
    somebody put them (`acts.put`)."""
    return document.model_copy(
        update={
            "claims": (), "amounts": (), "dates": (), "entities": (), "sums": (), "skipped": (), "leeway": None,
        }
    )  # fmt: skip
