"""opclaims reads op-eds and writes down, as data, what they claim.

>>> from pipeline import load, extract          # doctest: +SKIP
>>> extract("Japan gave $3 million in 2020.").claims[0].amounts
('m1',)

Both names are imported lazily, so that `import pipeline` (and `opclaims --help`) does not load spaCy.
No module of the package is called `extract` or `load`: importing it would hide the function of that name.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"
__all__ = ["__version__", "extract", "load"]

_HOMES = {"load": "pipeline.assemble", "extract": "pipeline.extraction"}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
