"""The trained model read by eye once, and held to it: where sentences break, and that nothing but the text decides."""

import importlib.metadata
import json
import os
import subprocess
import sys

import pytest

from pipeline import assemble

WHOLE = [
    '"We will not go!" he said, and sat down.',
    "“Is this what we were promised?” asked the minister on Monday.",
    "‘It cost us everything,’ she told the court. ",
    "The U.S. Senate passed the bill in May.",
    "Nobody in the U.S. has paid that much since the war.",
    "Dr. Okafor and Mrs. J. K. Mensah signed the letter.",
    "The bridge cost $3.2 bn., i.e. twice the sum of Jan. 2019.",
    "Prof. A. B. Rahman of St. Mary's wrote to Gov. Ruiz at 5 p.m. on Friday.",
    "Acme Corp. and Zenith Ltd. both refused to pay the No. 2 fund.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_one_sentence_stays_one(nlp, text):
    assert [sent.text.strip() for sent in nlp(text.strip()).sents] == [text.strip()]


@pytest.mark.parametrize(
    "parts",
    [
        ["It was signed in Washington D.C. on Friday.", "Nobody came."],
        ["He moved to the U.S.", "His brother stayed."],
        ["“We tried.”", "Then the money ran out."],
        ["Who paid?", "Nobody did!", "And so it went."],
        ["The price rose by 4.5 percent.", "In 2019 it fell."],
    ],
)
def test_sentences_break_where_one_ends(nlp, parts):
    assert [sent.text.strip() for sent in nlp(" ".join(parts)).sents] == parts


def test_headings_and_one_line_paragraphs_are_sentences_of_their_own(nlp):
    lines = ["Why the dam failed", "Nobody in Accra had asked the engineers", "The water came at night."]
    assert [sent.text.strip() for sent in nlp("\n\n".join(lines)).sents] == lines


def test_no_name_goes_on_in_the_next_paragraph(nlp):
    doc = nlp("The troops have now left the whole of South\n\nAfrica is waking up to its debts.")
    assert not [ent.text for ent in doc.ents if "\n" in ent.text]


SCRIPT = """
import json, sys
from pipeline.assemble import load
from pipeline.extraction import extract_all
from pipeline.read import read
print(json.dumps([one.to_json() for one in extract_all(read(sys.argv[1:]), nlp=load())]))
"""


def test_the_number_of_threads_changes_no_record():
    article = str(assemble.HERE.parent / "corpus" / "articles" / "nairobi-clinics.md")
    found = []
    for threads in ("1", "2"):
        names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
        said = subprocess.run(
            [sys.executable, "-c", SCRIPT, article],
            env={**os.environ, **dict.fromkeys(names, threads)}, capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
        found.append(json.loads(said))
    assert found[0] == found[1] and len(found[0]) == 1


def test_nothing_heavy_is_installed_with_it():
    needed = [line for line in importlib.metadata.requires("opclaims") or () if "extra ==" not in line]
    assert needed and not [line for line in needed if line.startswith(("torch", "transformers", "spacy-"))]
