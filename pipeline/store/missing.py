"""Libraries that not everybody needs are extras; where one is missing, a sentence says how to get it."""

from collections.abc import Iterator
from contextlib import contextmanager


class MissingExtra(ImportError):
    """A library is not installed; the message says which `pip install` adds it."""


@contextmanager
def extra(name: str) -> Iterator[None]:
    """Around imports: `with extra("parquet"): import pyarrow`. Raises MissingExtra."""
    try:
        yield
    except ModuleNotFoundError as error:
        library = (error.name or "a library").split(".")[0]
        raise MissingExtra(f"{library} is not installed: python -m pip install 'opclaims[{name}]'") from None
