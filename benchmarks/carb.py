"""Claims as open facts (`opclaims export --as tuples`) beside CaRB's gold, and beside baselines.

    python benchmarks/carb.py [--show N]

Sentences come cut into tokens as in the Penn Treebank; they are put together as people write them, read each as an
op-ed of its own, and what is found is given back in the tokens. Pronouns stay as written. Baselines, on the same
sentences with the same matcher: the triples of the parse (`pipeline/trial`), and each sentence cut once, at the verb
of its root. `--show N` prints N sentences with what was missed. Published for the test part, which we do not have:
ClausIE 45.0, OpenIE4 48.8 (the figures of our issue; the paper's own scorer, other sentences of the same kind).
"""

import argparse
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from carb_match import Fact, area, best, compared, curve, words
from spacy.tokens import Doc

from pipeline import load
from pipeline.extraction import document, prepared
from pipeline.record import Article, Document, Span
from pipeline.store.export.facts import Phrase, facts
from pipeline.trial.triples import triples

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("OPCLAIMS_DATA", ROOT.parent / "shared" / "data"))
SPELLED = {"``": "“", "''": "”", "`": "‘", "-LRB-": "(", "-RRB-": ")"}
BEHIND = frozenset(
    [
        ",",
        ".",
        ";",
        ":",
        "?",
        "!",
        "'s",
        "n't",
        "'",
        "'re",
        "'ll",
        "'ve",
        "'d",
        "'m",
        "%",
        ")",
        "”",
        "...",
        "-",
    ]
)
"""Tokens that stand right behind the one before."""
BEFORE = frozenset([*"($“#‘-", "US$"])
"""Tokens that stand right before the next."""
Tokens = list[tuple[str, int, int]]
"""Each token as CaRB has it, with its code points in the sentence as people write it."""
Found = dict[str, list[Fact]]


def gold(path: Path) -> Found:
    """Sentence → its facts; a line is sentence, relation, arguments, with tabs."""
    found: Found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        sentence, relation, *arguments = line.strip().split("\t")
        found.setdefault(sentence.strip(), []).append(Fact(words(relation), tuple(map(words, arguments))))
    return found


def spelled(sentence: str) -> tuple[str, Tokens]:
    """The sentence as people write it, and where each token stands in it."""
    text, tokens, glued = "", [], True
    for token in sentence.split():
        sign = SPELLED.get(token, token).replace("\\/", "/")
        text += "" if glued or sign in BEHIND else " "
        tokens.append((token, len(text), len(text) + len(sign)))
        text += sign
        glued = sign in BEFORE
    return text, tokens


def in_tokens(spans: Iterable[Span], tokens: Tokens) -> tuple[str, ...]:
    kept = list(spans)
    return tuple(token for token, start, end in tokens if any(start < s.end and s.start < end for s in kept))


def ours(record: Document, tokens: Tokens) -> Iterator[Fact]:
    def said(phrase: Phrase) -> tuple[str, ...]:
        return in_tokens(phrase.spans, tokens) if phrase.spans else words(phrase.text)

    for fact in facts(record, written=True):
        arguments = tuple(said(each) for each in (fact.subject, *fact.arguments))
        yield Fact(said(fact.relation), arguments, fact.claim.confidence or 0.0)


def of_triples(doc: Doc, tokens: Tokens) -> Iterator[Fact]:
    for claim in triples(doc, doc.text, (), ()):
        roles = [each.span for each in (claim.subject, claim.object) if each is not None]
        yield Fact(
            in_tokens([claim.predicate.span], tokens), tuple(in_tokens([span], tokens) for span in roles)
        )


def whole(doc: Doc, tokens: Tokens) -> Iterator[Fact]:
    root = next((token for token in doc if token.dep_ == "ROOT"), None)
    if root is not None:
        start, end = root.idx, root.idx + len(root)
        sides = [tuple(t for t, a, _ in tokens if a < start), tuple(t for t, a, _ in tokens if a >= end)]
        yield Fact(tuple(t for t, a, _ in tokens if start <= a < end), tuple(sides))


def read_all(sentences: Sequence[str]) -> dict[str, Found]:
    """Name of a reader → sentence → facts."""
    nlp = load()
    found: dict[str, Found] = {
        "claims as tuples": {},
        "triples of the parse": {},
        "the sentence, cut once": {},
    }
    for sentence in sentences:
        text, tokens = spelled(sentence)
        article = Article(where="CaRB", text=text)
        doc, head = prepared(article, nlp)
        doc = nlp(doc)
        found["claims as tuples"][sentence] = list(ours(document(doc, article, head, nlp), tokens))
        found["triples of the parse"][sentence] = list(of_triples(doc, tokens))
        found["the sentence, cut once"][sentence] = list(whole(doc, tokens))
    return found


def show(wanted: Found, found: Found, count: int) -> None:
    for sentence in islice(wanted, count):
        print(f"\n{sentence}")
        for fact in wanted[sentence]:
            recall = max((compared(fact, each)[1] for each in found[sentence]), default=0.0)
            print(f"  gold  {recall:.2f} {_spoken(fact)}")
        for fact in found[sentence]:
            precision = max(compared(each, fact)[0] for each in wanted[sentence])
            print(f"  found {precision:.2f} {_spoken(fact)}")


def _spoken(fact: Fact) -> str:
    subject, *rest = (" ".join(each) for each in fact.arguments)
    return "(" + "; ".join([subject, " ".join(fact.relation), *rest]) + ")"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--show", type=int, default=0, metavar="N", help="print the first N sentences")
    chosen = options.parse_args()
    path = DATA / "claims" / "carb-dev.tsv"
    if not path.is_file():
        raise SystemExit(f"{path} is not here: set OPCLAIMS_DATA")
    wanted = gold(path)
    readers = read_all(list(wanted))
    print(f"{len(wanted)} sentences, {sum(map(len, wanted.values()))} facts of gold")
    print(f"{'':24} {'facts':>6} {'P':>6} {'R':>6} {'F1':>6} {'AUC':>6}   best from confidence")
    for name, found in readers.items():
        points = curve(wanted, found)
        top, count = best(points), sum(map(len, found.values()))
        figures = (top.precision, top.recall, top.f1, area(points))
        print(f"{name:24} {count:6}", *(f"{each:6.3f}" for each in figures), f"  {top.confidence:.2f}")
    if chosen.show:
        show(wanted, readers["claims as tuples"], chosen.show)


if __name__ == "__main__":
    main()
