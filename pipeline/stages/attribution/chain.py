"""Speech within speech: which saying lies inside which, outermost first. Pure: works on rows."""

from pipeline.marks import Row


def link(rows: list[Row]) -> list[Row]:
    """Give every row its `chain`: the sayings around it, outermost first, itself last. The author's own
    frames are no links; inside direct speech "I" is the speaker, so an author row there becomes theirs."""
    around = _around(rows)
    rows = sorted(rows, key=lambda row: len(around[id(row)]))
    for row in rows:
        speech = [outer for outer in around[id(row)] if outer["source_type"] != "author"]
        quoting = next((outer for outer in reversed(speech) if outer["content"] == "direct"), None)
        if row["source_type"] == "author" and quoting is not None:
            row["source_type"] = quoting["source_type"]
            row["resolved"] = quoting["resolved"] or (quoting["source"] or {}).get("text")
        links = [*speech, row] if row["source_type"] != "author" else speech
        row["chain"] = [{"source": one["source"], "cue": one["cue"]} for one in links]
    return rows


def _around(rows: list[Row]) -> dict[int, list[Row]]:
    """For each row (by identity) those whose content holds its content and cue, widest first. One pass in text
    order with the rows still open: linear where speech is not nested deeply."""
    found: dict[int, list[Row]] = {}
    still_open: list[Row] = []
    for row in sorted(rows, key=lambda row: (row["span"]["start"], -row["span"]["end"])):
        still_open = [outer for outer in still_open if outer["span"]["end"] > row["span"]["start"]]
        found[id(row)] = [outer for outer in still_open if _holds(outer, row)]
        still_open.append(row)
    return found


def _holds(outer: Row, inner: Row) -> bool:
    """Content inside content, and the words of saying too: they are part of what the outer one says."""
    if not (
        outer["span"]["start"] <= inner["span"]["start"] and inner["span"]["end"] <= outer["span"]["end"]
    ):
        return False
    start, end = inner["cue"]["start"], inner["cue"]["end"]
    return any(piece["start"] <= start and end <= piece["end"] for piece in outer["fragments"])
