"""Patterns that repeat, for fuzz.py: where a rule looks back over what it has seen, they make it slow.

Each is a beginning, a piece that is repeated, and an end; `#` in a piece is the number of the turn.
"""

PATTERNS: dict[str, tuple[str, str, str]] = {
    "nested parentheses": ("Japan (", "gave money (", ")."),
    "open brackets": ("", "( ", "."),
    "commas": ("The ministry bought ", "rice, ", "and salt."),
    "and": ("Japan ", "gave money and ", "left."),
    "or names": ("Either ", "Mr Alan Okoye or ", "Japan paid."),
    "names, commas": ("The minister met ", "Amina Okoye, ", "and Japan."),
    "he said that": ("", "he said that ", "Japan paid."),
    "according to": ("", "according to the bank, ", "Japan paid."),
    "quote never closed": ("He said “", "the dam is late and ", "it leaks"),
    "quotes opened": ("", "“the dam is late, he said, ", "it leaks."),
    "quotes closed": ("", "“It is late,” he said. ", ""),
    "no full stop": ("", "the government of the country gave money to the farmers of the valley in the year ", "."),
    "no marks": ("", "words upon words ", ""),
    "currency marks": ("It cost ", "$# € £ ", "."),
    "digits": ("It cost ", "# ", "."),
    "one long number": ("It cost $", "1234567890", "."),
    "amounts": ("It cost ", "$# million, ", "in all."),
    "plus": ("It cost ", "$# plus ", "$3, a total of $9."),
    "percent": ("Of them ", "#% rose, ", "and 3% fell."),
    "dates": ("It met on ", "3 May 2019, ", "and in 2020."),
    "days before": ("", "two days before ", "Monday it rained."),
    "years": ("Between ", "2019 and ", "2020 it rained."),
    "semicolons": ("", "Japan paid; ", "it rained."),
    "colons": ("", "Japan paid: ", "it rained."),
    "dashes": ("", "Japan — a land — ", "paid."),
    "hyphens": ("the ", "far-", "off dam paid."),
    "relatives": ("This is ", "the man who paid the woman who saw ", "Japan."),
    "nested relatives": ("The man ", "that the woman ", "saw paid."),
    "neither nor": ("It is neither ", "red nor ", "blue."),
    "not": ("It is ", "not ", "so."),
    "he": ("Japan paid. ", "he ", "paid."),
    "he paid": ("Amina Okoye left. ", "She paid it because they saw her. ", ""),
    "which": ("Japan paid, ", "which means that, ", "it rained."),
    "if": ("", "if it rains, ", "Japan pays."),
    "because": ("Japan paid ", "because it rained ", "."),
    "to do": ("Japan wants ", "to try ", "to pay."),
    "of": ("It is the head ", "of the house ", "."),
    "in": ("It rained ", "in Japan ", "."),
    "all caps": ("", "JAPAN GAVE MONEY TO THE BANK. ", ""),
    "a word a line": ("", "Japan\n\n", "paid."),
    "headings": ("", "# The dam\n\nIt leaks.\n\n", ""),
    "names alone": ("", "Amina Okoye ", "paid."),
    "possessives": ("", "Japan's ", "dam leaks."),
    "abbreviations": ("", "the World Bank (WB) ", "paid."),
    "questions": ("", "Who paid? ", ""),
    "same sentence": ("", "Japan gave the World Bank $3 million in 2019. ", ""),
    "appositives": ("Japan, ", "the land of the sun, ", "paid."),
    "full stops": ("It rained", ".", ""),
    "full stops apart": ("It rained ", ". ", ""),
    "quotation marks": ("", "\" ", "it rained."),
    "blank": ("It rained", " ", "here."),
    "new lines": ("It rained.", "\n", "It paid."),
    "emoji": ("It rained ", "👍🏽 ", "."),
    "combining marks": ("It rained a", "\u0301", "."),
}  # fmt: skip


def text(name: str, words: int) -> str:
    """The pattern, repeated until it has about so many words."""
    begin, piece, end = PATTERNS[name]
    turns = max(1, words // max(1, len(piece.split())))
    return begin + "".join(piece.replace("#", str(turn + 3)) for turn in range(turns)) + end
