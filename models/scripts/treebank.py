"""Universal Dependencies files → gold Docs, one a paragraph.

    python scripts/treebank.py OUT.spacy FILE.conllu …

The words are the treebank's: training reads them as they are, `evaluate.py` reads the raw text.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

LONGEST = 10  # sentences in one training text
Row = list[str]


def sentences(path: Path) -> Iterator[tuple[bool, list[Row]]]:
    """(starts a paragraph?, the sentence's ten-column rows, multiword lines included) for each sentence."""
    opens, rows = False, []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(("# newdoc", "# newpar")):
            opens = True
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield opens, rows
            opens, rows = False, []
    if rows:
        yield opens, rows


def words(rows: Iterable[Row]) -> list[tuple[Row, bool]]:
    """(row, is a space behind it?) for each word: empty nodes left out, multiword tokens as their parts."""
    found: list[tuple[Row, bool]] = []
    last_part, space = 0, True
    for row in rows:
        if "." in row[0]:
            continue
        after = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            last_part, space = int(row[0].split("-")[1]), after
        elif int(row[0]) <= last_part:
            found.append((row, space and int(row[0]) == last_part))
        else:
            found.append((row, after))
    return found


def gold(vocab: Vocab, paragraph: list[list[Row]]) -> Doc:
    """One Doc with tags, UPOS, features, lemmas, heads, labels and sentence starts."""
    columns: dict[str, list] = {key: [] for key in ("words", "spaces", "tags", "pos", "morphs", "lemmas")}
    heads, deps, starts = [], [], []
    for rows in paragraph:
        first = len(heads)
        for at, (row, space) in enumerate(words(rows)):
            values = (row[1], space, row[4], row[3], row[5] if row[5] != "_" else "", row[2])
            for key, value in zip(columns, values, strict=True):
                columns[key].append(value)
            heads.append(first + (int(row[6]) - 1 if row[6] != "0" else at))
            deps.append("ROOT" if row[6] == "0" else row[7])
            starts.append(at == 0)
    return Doc(vocab, **columns, heads=heads, deps=deps, sent_starts=starts)


def docs(path: Path, vocab: Vocab) -> Iterator[Doc]:
    """The paragraphs of a file, none longer than `LONGEST` sentences."""
    paragraph: list[list[Row]] = []
    for opens, rows in sentences(path):
        if paragraph and (opens or len(paragraph) == LONGEST):
            yield gold(vocab, paragraph)
            paragraph = []
        paragraph.append(rows)
    if paragraph:
        yield gold(vocab, paragraph)


def main(out: str, *sources: str) -> None:
    store = DocBin(store_user_data=False)
    vocab = Vocab()
    for source in sources:
        for doc in docs(Path(source), vocab):
            store.add(doc)
    Path(out).parent.mkdir(parents=True, exist_ok=True)
    store.to_disk(out)
    print(f"{out}: {len(store)} paragraphs")


if __name__ == "__main__":
    main(*sys.argv[1:])
