"""Figures for JSON."""

from dataclasses import asdict, is_dataclass
from typing import Any


def plain(value: Any) -> Any:
    """For JSON: figures to four decimals, lists for tuples, dicts for dataclasses."""
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    return round(value, 4) if isinstance(value, float) else value
