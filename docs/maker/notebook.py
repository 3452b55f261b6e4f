"""A notebook as a page: cells, outputs and pictures as they were left when it was run last."""

import base64
import json
import re
from pathlib import Path
from typing import Any


def page(path: Path) -> tuple[str, dict[str, bytes]]:
    """Markdown, and the pictures that it shows, by file name."""
    pictures: dict[str, bytes] = {}
    parts = [f'<a href="{path.name}" download>The same as a notebook</a>']  # no link to a page
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            parts.append(source)
            continue
        parts.append(f"```python\n{source}\n```")
        for output in cell["outputs"]:
            parts.append(_output(output, pictures, path.stem))
    head, *rest = parts[1:] if parts[1:] else [""]
    title, _, below = head.partition("\n")
    return "\n\n".join([title, parts[0], below.strip(), *rest]) + "\n", pictures


def _output(output: dict[str, Any], pictures: dict[str, bytes], stem: str) -> str:
    data = output.get("data", {})
    if "image/png" in data:
        name = f"{stem}-{len(pictures) + 1}.png"
        pictures[name] = base64.b64decode("".join(data["image/png"]))
        return f"![What the code above draws]({name})"
    if "text/html" in data:  # a frame
        table = re.search(r"<table.*</table>", "".join(data["text/html"]), re.DOTALL)
        rows = re.sub(r">\s+<", "><", table[0]) if table else ""
        return f'<div class="frame">{rows}</div>'
    text = _text(data) or "".join(output.get("text", ()))
    return f"```text\n{text.rstrip()}\n```"


def _text(data: dict[str, Any]) -> str:
    return "".join(data.get("text/plain", ())).strip()
