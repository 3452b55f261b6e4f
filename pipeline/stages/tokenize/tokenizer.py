"""Text → tokens: spaCy's English tokenizer, with the edges of amounts, dashes and quotes set free.

`€400m`, `$15-an-hour` and `2019–2023` must come apart where an amount, a unit or a date begins and ends.
Stateless: everything is rebuilt from code, so nothing is saved with a pipeline.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry
from spacy.vocab import Vocab

# spaCy's affix search is quadratic in a run of punctuation (20,000 quotation marks: 25 s, see pitfalls),
# so stretches without white space are handed to it in pieces of at most this many characters.
LONGEST = 100
_LONG_RUN = re.compile(rf"\S{{{LONGEST}}}")

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
    r"(?<=[\w%.])[-‑](?=\w)",  # hyphens between words and figures, as the treebanks split them: U.S.-China
    rf"(?<=\d)(?=(?:{SCALE})(?![^\W_]))",  # 10m-strong → 10 m - strong
    rf"(?<=\w)(?=[{CURRENCY}])",
    rf"(?<=[{CURRENCY}])(?=[\d.])",
    r"(?<=[\w\"'”’)])/(?=[\w\"'“‘(])",
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


class OpedTokenizer:
    """`tokenizer(text) -> Doc` with `doc.text == text`, in time linear in the text.

    Raises nothing: any string that UTF-8 can encode is tokenized.
    """

    def __init__(self, nlp: Language):
        self.vocab: Vocab = nlp.vocab
        self.words = _words(nlp)

    def __call__(self, text: str) -> Doc:
        if _LONG_RUN.search(text) is None:
            return self.words(text)
        return _joined(self.vocab, [self.words(piece) for piece in _pieces(text)])

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
    # spaCy keeps "m." together, as an initial would be: that swallows the full stop after "£40m."
    scales = {f"{letter}." for letter in "bkmpt"}
    exceptions = {form: rule for form, rule in defaults.tokenizer_exceptions.items() if form not in scales}
    return Tokenizer(
        nlp.vocab,
        rules=exceptions,
        prefix_search=compile_prefix_regex([*PREFIXES, *defaults.prefixes]).search,
        suffix_search=compile_suffix_regex([*SUFFIXES, *defaults.suffixes]).search,
        infix_finditer=compile_infix_regex([*defaults.infixes, *INFIXES]).finditer,
        token_match=None,
        url_match=defaults.url_match,
    )


def _pieces(text: str) -> list[str]:
    """Cut runs of `LONGEST` and more into pieces of `LONGEST`, and around them."""
    pieces, start = [], 0
    for run in _LONG_RUN.finditer(text):
        if run.start() > start:
            pieces.append(text[start : run.start()])
        pieces.append(run.group())
        start = run.end()
    return [*pieces, text[start:]] if start < len(text) else pieces


def _joined(vocab: Vocab, docs: list[Doc]) -> Doc:
    words = [token.text for doc in docs for token in doc]
    spaces = [bool(token.whitespace_) for doc in docs for token in doc]
    return Doc(vocab, words=words, spaces=spaces)
