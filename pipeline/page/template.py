"""The one place that knows jinja2: a template of ours, with what is cut and escaped fixed."""

from functools import cache
from pathlib import Path
from typing import Any


@cache
def template(path: Path) -> Any:
    """Everything that is put in is escaped; a name that is not given is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(path.parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    ).get_template(path.name)
