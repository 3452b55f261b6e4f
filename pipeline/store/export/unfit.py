"""What a format cannot hold."""


class Unfit(ValueError):
    """A document that a format cannot hold; the message names it and says why."""


def text_of(id: str, text: str | None, format: str) -> str:
    """The text of a document. Raises Unfit for one that was written without."""
    if text is None:
        raise Unfit(f"document {id} was written without its text, which {format} needs")
    return text
