"""Trained parts → one pipeline, as it ships: syntax, lemmas and names side by side over shared vectors.

python scripts/assemble.py OUT_DIR SYNTAX_DIR LEMMATIZER_DIR NER_DIR
"""

import sys
from pathlib import Path

import spacy

VERSION = "0.1.0"
SOURCES = [
    {"name": "UD English EWT 2.16", "url": "https://github.com/UniversalDependencies/UD_English-EWT",
     "license": "CC BY-SA 4.0"},
    {"name": "GUM v11 (CC BY and CC BY-SA genres)", "url": "https://github.com/amir-zeldes/gum",
     "license": "CC BY 4.0 (annotations)"},
    {"name": "CrossNER politics", "url": "https://github.com/zliucr/CrossNER", "license": "MIT"},
    {"name": "Universal NER over EWT", "url": "https://github.com/UniversalNER/UNER_English-EWT",
     "license": "CC BY-SA 4.0"},
    {"name": "Re-DocRED", "url": "https://github.com/tonytan48/Re-DocRED", "license": "MIT"},
    {"name": "re3d", "url": "https://github.com/dstl/re3d", "license": "public domain, CC BY 3.0 AU, CC BY-SA 3.0"},
    {"name": "all-MiniLM-L6-v2 (word vectors distilled from it)",
     "url": "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2", "license": "Apache-2.0"},
]  # fmt: skip


def main(out: str, syntax: str, lemmatizer: str, ner: str) -> None:
    nlp = spacy.load(syntax, exclude=["lemmatizer"])
    nlp.add_pipe("lemmatizer", source=spacy.load(lemmatizer), before="parser")
    nlp.add_pipe("ner", source=spacy.load(ner))
    nlp.meta.update(
        name="oped",
        version=VERSION,
        description="Tags, features, lemmas, Universal Dependencies and named entities for English op-eds",
        author="the opclaims project",
        license="CC BY-SA 4.0",
        sources=SOURCES,
    )
    nlp.to_disk(out)
    size = sum(file.stat().st_size for file in Path(out).rglob("*") if file.is_file())
    print(f"{out}: {', '.join(nlp.pipe_names)}; {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
