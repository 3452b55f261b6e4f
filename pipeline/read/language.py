"""Is it English? The one place that imports py3langid."""

from collections.abc import Iterable, Iterator
from functools import cache
from threading import Lock, Thread
from typing import Any

from pipeline.record import Article, Failure, Skip

SURE = 0.9
"""Probability of another language from which a text is passed over."""
SHORT = 80
"""Code points; of less, nothing can be said."""
_ENOUGH = 4_000  # code points that are looked at
_PIECES, _PIECE = 8, 50
_PLAIN = 0.99
"""Probability of English, in eight pieces of fifty code points from all over, that spares the look at the rest."""
_one = Lock()
_ADVICE = "if it is English, run with --any-language"


def english(items: Iterable[Article | Failure]) -> Iterator[Article | Failure]:
    """The same items; an article in another language is a Skip. What its metadata say is believed."""
    for item in items:
        language = None if isinstance(item, Failure) else other(item)
        if language is None:
            yield item
        else:
            reason = f"is not English, but “{language}”, as it seems"
            yield Skip(where=item.where, reason=reason, advice=_ADVICE, kind="language")


def other(article: Article) -> str | None:
    """The language (ISO 639-1) of what is not English, or None."""
    if article.language:
        return None if article.language.lower().startswith("en") else article.language
    if len(article.text.strip()) < SHORT:
        return None
    text = article.text[:_ENOUGH]
    language, probability = _classified(_sample(text))
    if language == "en" and probability >= _PLAIN:
        return None
    language, probability = _classified(text)
    return None if language == "en" or probability < SURE else language


def prepare() -> None:
    """Load what `english` needs, beside other work: it takes half a second."""
    Thread(target=_identifier, daemon=True).start()


def _sample(text: str) -> str:
    step = max(_PIECE, len(text) // _PIECES)
    return " ".join(text[at : at + _PIECE] for at in range(0, len(text), step))


def _classified(text: str) -> tuple[str, float]:
    language, probability = _identifier().classify(text)
    return str(language), float(probability)


def _identifier() -> Any:
    with _one:  # whoever comes while it is loaded waits
        return _loaded()


@cache
def _loaded() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
