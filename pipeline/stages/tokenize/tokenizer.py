"""Text → tokens: spaCy's English tokenizer, with the edges of amounts, dashes and quotes set free.

`€400m`, `$15-an-hour` and `2019–2023` must come apart where an amount, a unit or a date begins and ends.
Stateless: everything is rebuilt from code and tables, so nothing is saved with a pipeline.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry
from spacy.vocab import Vocab

from pipeline.lexicon import column
from pipeline.stages.tokenize.runs import Piece, pieces

Rules = dict[str, list[dict[int, str]]]

CURRENCY = r"\$€£¥₦₹₩₽₺₫₱฿₪₴₵₡₲₭₮"
SCALE = r"k|K|mn|mm|m|M|bn|b|B|trn|tn|t|T|cr|crore|lakh"
PREFIXES = [
    rf"(?:US|A|C|NZ|S|HK|NT|R)(?=[{CURRENCY}])",  # US$40m → US $ 40 m
    rf"[{CURRENCY}]",
    r"(?:Rs\.?|RM|KHR|[KTU]?Shs?|Ksh|USD|EUR|GBP|JPY|INR|NGN|N)(?=\d)",
    r"[–—―‒‑“”‘’„«»‹›]",
]
INFIXES = [
    r"[–—―‒“”„«»]",  # dashes and double quotation marks, always
    rf"(?<=\d)(?=(?:{SCALE})(?![^\W_]))",  # 10m-strong → 10 m - strong
    rf"(?<=\w)(?=[{CURRENCY}])",
    rf"(?<=[{CURRENCY}])(?=[\d.])",
    r"(?<=[\w\"'”’)])/(?=[\w\"'“‘(])",
    r"(?<=\w)[)\]](?=[(\[])",  # notes without a space between: rain[1][2]
    r"(?<=[)\]])[(\[]",
    r"(?<=\w)\[(?=\d)",
    r"(?<=[.!?])(?=[\"‘][A-Z])",  # a full stop glued to the next sentence's quotation mark
]
SUFFIXES = [
    rf"(?<=\d)(?:{SCALE})",
    r"(?<=\d)[%‰°]",
    r"[–—―‒“”‘’„«»‹›]",
    rf"(?<=\d)[{CURRENCY}]",
    r"(?<=\d[kmbtKMBT])\.",  # £40m. may end a sentence
    r"(?<=\d(?:bn|tn|mn|mm|cr))\.",
]
# What the treebanks keep whole: days and telephone numbers in figures, 9/11, and short forms such as b/c. Ranges and
# most fractions are none of these.
WHOLE = re.compile(
    r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|[1-9]/\d\d|(?:1-)?\d{3}-\d{3}-\d{4}|\d{4}-\d\d-\d\d|\d\d-\d\d-(?:\d{4}|\d\d)"
    r"|[A-Za-z]/[A-Za-z]"
)
# spaCy cuts gonna and gotta in two, but not these.
CONTRACTED = {"wanna": ("wan", "na"), "outta": ("out", "ta")}
# Faces to spaCy, and in prose the end of a bracket: "(page 8)", "(below):".
FACES = frozenset({"8)", "):", "[:"})
# Short forms that are words or marks of money without their stop: "No." may be an answer.
WORDS_TOO = frozenset({"art.", "no.", "rs."})


class OpedTokenizer:
    """`tokenizer(text) -> Doc` with `doc.text == text`, in time linear in the text.

    Raises nothing: any string that UTF-8 can encode is tokenized.
    """

    def __init__(self, nlp: Language):
        self.vocab: Vocab = nlp.vocab
        self.words = _words(nlp)

    def __call__(self, text: str) -> Doc:
        parts = list(pieces(text))
        if len(parts) == 1 and not parts[0].whole:
            return self.words(text)
        return _joined(self.vocab, [word for part in parts for word in self._cut(part)])

    def _cut(self, piece: Piece) -> list[tuple[str, bool]]:
        """The words of a piece, each with whether a space follows."""
        if piece.whole:
            return [(piece.text.rstrip(" "), piece.text.endswith(" "))]
        return [(token.text, bool(token.whitespace_)) for token in self.words(piece.text)]

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterator[Doc]:
        yield from map(self, texts)

    # What spaCy asks of a tokenizer when a pipeline is saved or sent to another process: nothing to say.
    def to_bytes(self, **_: object) -> bytes:
        return b""

    def from_bytes(self, _data: bytes, **_: object) -> "OpedTokenizer":
        return self

    def to_disk(self, path: str | Path, **_: object) -> None:
        """There is no state to write."""

    def from_disk(self, path: str | Path, **_: object) -> "OpedTokenizer":
        return self


@registry.tokenizers("opclaims.tokenizer.v1")  # type: ignore[misc]
def make_tokenizer():  # type: ignore[no-untyped-def]
    """The tokenizer's factory, for `[nlp.tokenizer]` in a config."""
    return OpedTokenizer


def _words(nlp: Language) -> Tokenizer:
    defaults = nlp.Defaults
    # spaCy's own rule for hyphens splits every one between letters, prefixes too.
    infixes = [rule for rule in defaults.infixes if "(?:-|–" not in rule]
    return Tokenizer(
        nlp.vocab,
        rules=_exceptions(defaults.tokenizer_exceptions),
        prefix_search=compile_prefix_regex([*PREFIXES, *defaults.prefixes]).search,
        suffix_search=compile_suffix_regex([*SUFFIXES, *defaults.suffixes]).search,
        infix_finditer=compile_infix_regex([*infixes, _hyphen(), *INFIXES]).finditer,
        token_match=WHOLE.fullmatch,
        url_match=defaults.url_match,
    )


def _exceptions(defaults: Rules) -> Rules:
    # spaCy keeps "m." together, as an initial would be: that swallows the full stop after "£40m."
    dropped = {f"{letter}." for letter in "bkmpt"} | {"and/or"} | FACES
    cut = {form: [{ORTH: part} for part in parts] for form, parts in CONTRACTED.items()}
    kept = {"al."} | {form.capitalize() for form in column("short_forms", "form") - WORDS_TOO}
    rules = {form: rule for form, rule in defaults.items() if form not in dropped}
    return {**{form: [{ORTH: form}] for form in kept}, **cut, **rules}


def _hyphen() -> str:
    """Hyphens between words and figures, as the treebanks split them: U.S.-China, 10-year; but re-elected is one word.

    Before a capital or a figure every hyphen splits, since a name or a day begins there: non-EU, pre-2014.
    """
    joined = "".join(rf"(?<!(?<![\w-])(?i:{prefix}))" for prefix in sorted(column("prefixes", "prefix")))
    apart = r"(?![a-zß-öø-ÿ]{2})|(?=the\b)"  # "over-the-counter" is no word either
    return rf"(?<=[\w%.]){joined}[-‑](?=\w)|(?<=[\w%.])[-‑](?=\w)(?:{apart})|(?<=[^\W\d_])~(?=[^\W\d_])"


def _joined(vocab: Vocab, words: list[tuple[str, bool]]) -> Doc:
    return Doc(vocab, words=[word for word, _ in words], spaces=[space for _, space in words])
