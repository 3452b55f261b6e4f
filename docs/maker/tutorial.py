"""The notebook, run anew and saved with what it says: `python docs/write.py --notebook`."""

from pathlib import Path

from maker import DOCS

NOTEBOOK = DOCS / "tutorial.ipynb"


def run(path: Path = NOTEBOOK):  # type: ignore[no-untyped-def]
    """The notebook with its outputs, run in its folder. Raises nbclient's CellExecutionError."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": path.parent}}
    )
    client.execute()
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)  # times of day
    return notebook


def save() -> None:
    import nbformat

    notebook = run()
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    NOTEBOOK.write_text(nbformat.writes(notebook).rstrip() + "\n", encoding="utf-8")
