"""Draw what memory.py, scale.py and bar.py measured: `python benchmarks/plots.py` (needs matplotlib).

Reads benchmarks/batch/*.jsonl, writes benchmarks/batch/*.svg; what was not measured is not drawn. The same rows give
the same bytes.
"""

import json
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("svg")
from matplotlib import pyplot

HERE = Path(__file__).parent / "batch"
Row = dict[str, Any]
SIZE = (4.8, 2.8)
"""Inches."""


def main() -> None:
    pyplot.rcParams.update(
        {"svg.hashsalt": "opclaims", "svg.fonttype": "none", "font.size": 8, "axes.grid": True}
    )
    for name, draw in {"memory": memory, "length": length, "documents": documents, "bar": bar}.items():
        if not (path := HERE / f"{name}.jsonl").exists():
            continue
        figure, axes = pyplot.subplots(figsize=SIZE, layout="constrained")
        draw(axes, [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()])
        figure.savefig(HERE / f"{name}.svg", metadata={"Date": None, "Creator": None})
        pyplot.close(figure)
        print(HERE / f"{name}.svg")


def memory(axes: Any, rows: list[Row]) -> None:
    at = [row["documents"] for row in rows]
    axes.plot(at, [row["worker"] for row in rows], label="worker, MiB")
    axes.plot(at, [row["parent"] for row in rows], label="reads and writes, MiB")
    axes.plot(at, [row["words"] / row["seconds"] / 10 for row in rows], "--", label="tens of words a second")
    axes.set(xlabel="documents", ylim=(0, None), title="Memory and speed as documents go by")
    axes.legend(loc="lower left")


def length(axes: Any, rows: list[Row]) -> None:
    axes.plot([row["words"] for row in rows], [row["processor"] for row in rows], "o-")
    axes.set(
        xscale="log", yscale="log", xlabel="words of one text", ylabel="processor seconds", title="Length"
    )


def documents(axes: Any, rows: list[Row]) -> None:
    for workers in sorted({row["workers"] for row in rows}):
        some = [row for row in rows if row["workers"] == workers]
        label = f"{workers} worker{'s' * (workers > 1)}"
        axes.plot([row["documents"] for row in some], [row["seconds"] for row in some], "o-", label=label)
    axes.set(
        xscale="log", yscale="log", xlabel="documents", ylabel="seconds, with the start", title="Documents"
    )
    axes.legend()


def bar(axes: Any, rows: list[Row]) -> None:
    axes.plot([row["at"] for row in rows], [row["truth"] for row in rows], color="0.6", label="what was left")
    said = [row for row in rows if row["left"] is not None]
    axes.plot([row["at"] for row in said], [row["left"] for row in said], label="what the bar said")
    axes.set(xlabel="seconds", ylabel="seconds left", ylim=(0, None), title="Time left")
    axes.legend()


if __name__ == "__main__":
    main()
