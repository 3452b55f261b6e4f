"""What MkDocs asks for (`hooks` in mkdocs.yml): more pages, and links that hold in the site."""

import sys
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "docs"), str(ROOT)]

from maker import site  # noqa: E402  (once it can be found)


def on_files(files: Files, config: Any) -> Files:
    """Adds what is not in `docs/`."""
    for path, content in site.added():
        files.append(File.generated(config, path, content=content))
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Links to other places of the repository become links to their pages here."""
    return site.relinked(markdown, page.file.src_uri)
