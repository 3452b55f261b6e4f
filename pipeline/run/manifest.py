"""`run.json`: what was asked, with which versions, and what came of it. No times, no folders, no workers."""

import json
import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from pipeline import __version__
from pipeline.convert.rates import PACKAGE as RATES
from pipeline.read.sources import printable
from pipeline.record import Kind, names
from pipeline.run.summary import Options, Summary

_PACKAGES = ("spacy", "dateparser", "quantulum3", "pandas", "pydantic")
"""Those that can change a record or a table; with `--convert`, the package of rates can, too."""


def manifest(sources: Sequence[str], options: Options, summary: Summary) -> bytes:
    """The file's bytes. Workers and the output folder are left out: they do not change what is found."""
    made_by = summary.counts.made_by
    whole = {
        "versions": {"opclaims": __version__, "python": platform.python_version(), **_versions(options)},
        "made_by": made_by and made_by.model_dump(),
        "sources": [printable(source) for source in sources],
        "options": {
            "published": options.published and options.published.isoformat(),
            "model": options.model,
            "with_text": options.with_text,
            "convert": options.convert,
        },
        "counts": _counted(summary),
        "failures": [failure.model_dump() for failure in summary.failures],
        "interrupted": summary.interrupted,
    }
    return (json.dumps(whole, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def _counted(summary: Summary) -> dict[str, Any]:
    counts = summary.counts
    return {
        "documents": counts.documents,
        "failures": len(summary.failures),
        "claims": counts.claims,
        "claims_by_kind": {kind: counts.kinds[kind] for kind in names(Kind)},
        "amounts": counts.amounts,
        "dates": counts.dates,
        "sums": counts.sums,
        "contradicted_sums": counts.contradicted,
        "entities": counts.entities,
        "skipped_sentences": counts.skipped,
    }


def _versions(options: Options) -> dict[str, str | None]:
    packages = _PACKAGES if options.convert is None else (*_PACKAGES, RATES)
    return {package: _version(package) for package in packages}


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
