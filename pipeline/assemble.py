"""default.cfg + a trained model → `nlp`, the spaCy pipeline that leaves claims on a Doc."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from thinc.api import Config

from pipeline import lexicon, marks, trust

HERE = Path(__file__).parent
ORDER = HERE / "default.cfg"
TOKENIZER = {"@tokenizers": "opclaims.tokenizer.v1"}


class ModelNotFound(OSError):
    """There is no trained pipeline where one was looked for."""


def load(model: str | Path | None = None) -> Language:
    """The pipeline, ready to run: `load()("Japan gave $3m.")._.claims`.

    `model`: a folder or package with a trained spaCy pipeline whose dependencies are Universal Dependencies
    (tagger or morphologizer, lemmatizer, parser; NER if it has one); ours if None. A pipeline that was saved
    with our stages in it is loaded as it is. Raises ModelNotFound; trust.Untrusted if ours is not as it was made or
    any holds a pickle; or what spaCy says about a broken model.
    """
    if model is None:
        model = own_model()
        trust.check(model, sealed=True)
    elif Path(model).is_dir():
        trust.check(Path(model))
    nlp = _trained(model)
    marks.declare_metadata()
    config = Config().from_disk(ORDER)
    names = config["nlp"]["pipeline"]
    before = names[: names.index("model")]
    for place, name in enumerate(before):
        _add(nlp, name, config["components"][name], before=nlp.pipe_names[place] if nlp.pipe_names else None)
    for name in names[len(before) + 1 :]:
        _add(nlp, name, config["components"][name])
    return nlp


def own_model() -> Path:
    """Where our model is: inside the installed package, or beside it in a checkout."""
    for folder in (HERE / "en_oped", HERE.parent / "models" / "en_oped"):
        if (folder / "meta.json").is_file():
            return folder
    raise ModelNotFound(
        "the trained model en_oped is not installed; reinstall opclaims, or give --model PATH"
    )


def describe(nlp: Language) -> tuple[str, str]:
    """Name and version of the trained model; a hash of everything else that decides what is extracted."""
    meta = nlp.meta
    return f"{meta['lang']}_{meta['name']}-{meta['version']}", _rules_hash()


@cache
def _rules_hash() -> str:
    """First 16 hex digits over the stages' order and every table of the lexicon."""
    sha = hashlib.sha256(ORDER.read_bytes())
    for path in sorted(lexicon.HERE.iterdir()):
        if path.suffix in (".csv", ".jsonl"):
            sha.update(path.name.encode() + path.read_bytes())
    return sha.hexdigest()[:16]


def _trained(model: str | Path) -> Language:
    try:
        return spacy.load(model, config={"nlp": {"tokenizer": TOKENIZER}})
    except OSError as error:
        if Path(model).is_dir():
            raise ModelNotFound(f"{model} is not a spaCy pipeline: {_first_sentence(error)}") from error
        raise ModelNotFound(f"there is no spaCy pipeline called or at {str(model)!r}") from error


def _first_sentence(error: Exception) -> str:
    return str(error).split("\n", 1)[0].split(". ", 1)[0]


def _add(nlp: Language, name: str, section: dict[str, Any], before: str | None = None) -> None:
    if name in nlp.pipe_names:
        return
    options = {key: value for key, value in section.items() if key != "factory"}
    nlp.add_pipe(section["factory"], name=name, config=options, before=before)
