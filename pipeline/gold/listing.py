"""A text as the annotator sees it: its sentences with their numbers, or the notes still to be filled in."""

from pipeline.gold.quotes import Source


def numbered(text: str) -> str:
    """A line a sentence, `12  It rained.`, with the paragraph before its first one."""
    return "\n".join(_lines(Source.of(text), "¶ {}", "{:>3}  {}")) + "\n"


def blank(text: str, id: str, model: str) -> str:
    """Notes without a note: every sentence with its number, and its words as a comment."""
    head = [f"id: {id}", f"model: {model}", "found:", "sentences:"]
    return "\n".join([*head, *_lines(Source.of(text), "# paragraph {}", "# {1}\n- s: {0}\n")]) + "\n"


def _lines(source: Source, paragraph: str, sentence: str) -> list[str]:
    lines: list[str] = []
    before = -1
    for item in source.sentences:
        if item.paragraph != before:
            lines.append(paragraph.format(item.paragraph))
        lines.append(sentence.format(item.number, " ".join(source.text[item.start : item.end].split())))
        before = item.paragraph
    return lines
