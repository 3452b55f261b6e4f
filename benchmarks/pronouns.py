"""Pronoun subjects of claims: how many are named, and how many of those rightly, on the coreference chains of GUM.

    python benchmarks/pronouns.py [--genres news bio court] [--parts train dev] [--wrong 20]

A pronoun counts when it is the subject of a claim that we found and GUM has, before it, a mention of the same thing
that is no pronoun. It is named rightly when the words put for it lie in such a mention, from its first word on, and
hold its head; or are at least half the same words.
The weights are trained on the train part, so dev is the honest one, and small.
Baseline: the last subject before it that is a noun and agrees in number.
"""

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pipeline
from pipeline.record import Document

sys.path.insert(0, str(Path(__file__).parents[1] / "models" / "scripts"))  # no part of the package
import gum

DATA = Path(os.environ.get("OPCLAIMS_DATA", "../shared/data"))
GROUPS = {"he": "he, she", "she": "he, she", "it": "it", "they": "they"}


class Tally:
    """`counted` pronouns, of them `named`, of them `right`."""

    def __init__(self) -> None:
        self.counted = self.named = self.right = 0

    def add(self, text: gum.Text, named: set[int], mentions: list[gum.Mention]) -> bool:
        right = any(_alike(named, mention) for mention in mentions)
        self.counted += 1
        self.named += bool(named)
        self.right += right
        return right

    def __str__(self) -> str:
        of_named, of_all = self.right / max(1, self.named), self.right / max(1, self.counted)
        return f"{self.counted:8} {self.named / max(1, self.counted):8.3f} {of_named:10.3f} {of_all:10.3f}"


def _alike(named: set[int], mention: gum.Mention) -> bool:
    span = set(range(mention.first, mention.last + 1))
    within = named <= span and min(named, default=-1) == mention.first and bool(named & set(mention.heads))
    return within or len(named & span) >= 0.5 * len(named | span)


def last_subject(text: gum.Text, index: int) -> set[int]:
    """The baseline: the shortest noun phrase, as GUM marks it, around the last subject that agrees in number."""
    plural = text.words[index].text.lower() == "they"
    for at in range(index - 1, -1, -1):
        word = text.words[at]
        if word.relation.startswith("nsubj") and word.tag[:2] == "NN" and (word.tag[-1] == "S") == plural:
            around = [range(m.first, m.last + 1) for m in text.mentions if at in m.heads]
            return set(min(around, key=len, default=range(at, at + 1)))
    return set()


def asked(text: gum.Text, found: Document) -> Iterator[tuple[int, set[int], list[gum.Mention], str]]:
    """Of each pronoun that counts: its word, the words put for it, the mentions that are right, the claim."""
    at = {word.start: i for i, word in enumerate(text.words)}
    chains = {m.first: m.chain for m in text.mentions if m.first == m.last}
    seen: set[int] = set()
    for claim in found.claims:
        index = at.get(claim.subject.span.start, -1) if claim.subject and claim.subject.span else -1
        if index in seen or index not in chains or text.words[index].text.lower() not in GROUPS:
            continue
        before = [
            m for m in text.mentions
            if m.chain == chains[index] and m.first < index and text.words[m.first].text.lower() not in gum.PRONOUNS
        ]  # fmt: skip
        if before:
            seen.add(index)
            sources = [
                e.source[0] for e in claim.edits if e.reason == "coreference" and e.text == claim.subject.text
            ]
            span = sources[0] if claim.subject.origin == "coreference" and sources else None
            words = {i for i, w in enumerate(text.words) if span and span.start <= w.start < span.end}
            yield index, words, before, f"{claim.span.text[:90]!r} → {claim.subject.text!r}"


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--genres", nargs="+", default=list(gum.GENRES))
    options.add_argument("--parts", nargs="+", default=["train", "dev"])
    options.add_argument("--wrong", type=int, default=0, help="show so many that are named wrongly")
    given = options.parse_args()
    print(f"{'':24} {'counted':>8} {'named':>8} {'right/named':>11} {'right/all':>9}")
    for part in given.parts:
        file = DATA / "ud" / f"gum-clean-{part}.conllu"
        if not file.exists():
            print(f"skipped: {file} is not there")
            continue
        ours, base, wrong = defaultdict[str, Tally](Tally), defaultdict[str, Tally](Tally), list[str]()
        for text in gum.read(file, given.genres):
            for index, words, mentions, claim in asked(text, pipeline.extract(text.text)):
                group = GROUPS[text.words[index].text.lower()]
                right = ours[group].add(text, words, mentions)
                base[group].add(text, last_subject(text, index), mentions)
                if words and not right:
                    gold = " ".join(
                        word.text for word in text.words[mentions[-1].first : mentions[-1].last + 1]
                    )
                    wrong.append(f"{text.id}: {claim}; GUM: {gold!r}")
        for group in dict.fromkeys(GROUPS.values()):
            print(f"{part:6} {group:8} ours     {ours[group]}\n{'':15} last     {base[group]}")
        print(*wrong[: given.wrong], sep="\n")


if __name__ == "__main__":
    main()
