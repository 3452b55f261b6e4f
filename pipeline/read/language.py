"""Is it English? The one place that imports py3langid."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from pipeline.record import Article, Failure, Skip

SURE = 0.9
"""Probability of another language from which a text is passed over."""
SHORT = 80
"""Code points; of less, nothing can be said."""
_ENOUGH = 4_000  # code points that are looked at
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
    language, probability = _identifier().classify(article.text[:_ENOUGH])
    return None if language == "en" or probability < SURE else str(language)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
