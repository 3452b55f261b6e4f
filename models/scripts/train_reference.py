"""Train the weights of pronouns' antecedents on coreference in GUM and on our own gold (the train parts; the dev parts
are only measured). What our gold asks counts twice: it is op-eds, and little.

    python models/scripts/train_reference.py [--data ../shared/data/ud] [--write]

Every personal and possessive pronoun of the third person asks a question: which of the candidates? A candidate is right
if GUM has it in the same chain; where none is, "nothing" is right. Earlier pronouns stand for what GUM says
(teacher forcing). Conditional logit with ridge, by L-BFGS from zero, no randomness: the same data give the same table.
Printed: precision and how many are named, at several thresholds, over five folds of documents, then on dev; beside
it the nearest candidate that fits. `--write` puts the weights into `pipeline/lexicon/antecedents.csv`; its features
and examples stay.
"""

import argparse
import csv
import os
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import gum
import numpy as np
from reference_gold import gold_questions
from scipy.optimize import minimize
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.assemble import load
from pipeline.stages.reference.candidates import Candidate, Text
from pipeline.stages.reference.choice import COLUMNS
from pipeline.stages.reference.mention import PRONOUNS, words_of
from pipeline.stages.reference.reference import question

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "pipeline" / "lexicon" / "antecedents.csv"
RIDGE = 1.0
FOLDS = 5
OP_EDS = 2  # times that a question of our gold counts
STAGES = ("reference", "attribution", "claims", "worth", "sums")


class Asked(NamedTuple):
    """One pronoun: the features of "nothing", then of each candidate; what each mentions; which are right."""

    document: str
    column: str
    options: list[Mapping[str, float]]
    same: list[str | None]
    right: list[bool]


def gold_chains(text: gum.Text, doc: Doc) -> tuple[dict[int, str], dict[tuple[int, int], str]]:
    """Chains by the token that heads a mention, and by first and last token of a mention of several."""
    token_at = {token.idx: token.i for token in doc}
    where = [token_at.get(word.start, -1) for word in text.words]
    heads: dict[int, str] = {}
    spans: dict[tuple[int, int], str] = {}
    for one in sorted(text.mentions, key=lambda m: m.first - m.last):  # the shorter overrule
        spans[where[one.first], where[one.last]] = one.chain
        heads.update({where[head]: one.chain for head in one.heads[-1:] + one.heads[:1]})
    return heads, spans


def chain_of(
    one: Candidate, said: dict[int, str], heads: dict[int, str], spans: dict[tuple[int, int], str]
) -> str | None:
    if one.at.i in said:
        return said[one.at.i]
    words = words_of(one.mention)
    whole = spans.get((words[0], words[-1]))
    return whole if len(one.mention.members) > 1 else whole or heads.get(one.mention.head.i)


def questions(nlp: Language, text: gum.Text) -> list[Asked]:
    doc = nlp(text.text)
    heads, spans = gold_chains(text, doc)
    state, said, found = Text.of(doc), dict[int, str](), list[Asked]()
    for token in doc:
        group = PRONOUNS.get(token.lower_) if token.pos_ == "PRON" else None
        if group is None:
            state.pass_by(token)
            continue
        chain = spans.get((token.i, token.i)) or heads.get(token.i)
        asking, asked = question(state, token, group)
        right = [chain is not None and chain_of(one, said, heads, spans) == chain for one, _ in asked]
        options = [asking.features_of_nothing(), *(its for _, its in asked)]
        same = [None, *(one.mention.same for one, _ in asked)]
        found.append(Asked(text.id, COLUMNS[group], options, same, [not any(right), *right]))
        if chain is not None and any(right):
            state.stands_for(token, asked[right.index(True)][0].mention, group)
            said[token.i] = chain
    return found


def fit(asked: Sequence[Asked], names: Sequence[str]) -> Any:
    """Weights that make the right options likely: minus log-likelihood plus RIDGE/2 · w²."""
    place = {name: i for i, name in enumerate(names)}
    rows, owner, good = [], [], []
    for number, one in enumerate(asked):
        for its, right in zip(one.options, one.right, strict=True):
            row = np.zeros(len(names))
            for name, value in its.items():
                row[place[name]] = value
            rows.append(row)
            owner.append(number)
            good.append(right)
    x, owner, good = np.array(rows), np.array(owner), np.array(good)

    def loss(w: Any) -> tuple[float, Any]:
        z = np.exp(np.clip(x @ w, -30, 30))
        total = np.bincount(owner, z, len(asked))
        hit = np.bincount(owner, z * good, len(asked))
        gradient = ((z / total[owner]) - (z * good / hit[owner])) @ x + RIDGE * w
        return float(np.sum(np.log(total) - np.log(hit)) + RIDGE / 2 * w @ w), gradient

    return minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 2000}).x


def answer(one: Asked, weights: Mapping[str, float]) -> tuple[float, bool, bool]:
    """(probability, something is named, it is right) of the best choice."""
    odds: dict[str | None, float] = defaultdict(float)
    right: dict[str | None, bool] = defaultdict(bool)
    for its, same, good in zip(one.options, one.same, one.right, strict=True):
        odds[same] += float(np.exp(sum(weights.get(name, 0.0) * value for name, value in its.items())))
        right[same] |= good
    best = max(odds, key=lambda same: odds[same])
    return odds[best] / sum(odds.values()), best is not None, right[best]


def nearest(one: Asked) -> bool:
    return len(one.right) > 1 and one.right[1]


def show(title: str, asked: Sequence[Asked], answers: Sequence[tuple[float, bool, bool]]) -> None:
    """Of those that have an antecedent how many are named; of those named how many rightly."""
    have = sum(not one.right[0] for one in asked)
    near = sum(nearest(one) for one in asked)
    print(f"{title}: {len(asked)} pronouns, {have} with an antecedent among the candidates")
    print(f"   the nearest always: right {near / max(1, len(asked)):.3f}")
    for enough in (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        named = [right for p, something, right in answers if something and p >= enough]
        precision, recall = sum(named) / max(1, len(named)), sum(named) / max(1, have)
        print(f"   p >= {enough:.1f}: named {len(named):5}  right {precision:.3f}  recall {recall:.3f}")


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument(
        "--data", type=Path, default=Path(os.environ.get("OPCLAIMS_DATA", "../shared/data")) / "ud"
    )
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    nlp = load()
    for stage in STAGES:
        nlp.remove_pipe(stage)
    parts = {
        part: [q for text in gum.read(given.data / f"gum-clean-{part}.conllu") for q in questions(nlp, text)]
        for part in ("train", "dev")
    }
    ours = {
        part: [Asked(*one) for one in gold_questions(nlp, ROOT / "corpus", part)] for part in ("train", "dev")
    }
    columns = {}
    for column in dict.fromkeys(COLUMNS.values()):
        train, dev = ([one for one in parts[part] if one.column == column] for part in ("train", "dev"))
        op_eds = {part: [one for one in ours[part] if one.column == column] for part in ours}
        train += OP_EDS * op_eds["train"]
        names = sorted({name for one in train for its in one.options for name in its})
        documents = sorted({one.document for one in train})
        asked, answers = [], []
        for fold in range(FOLDS):
            out = set(documents[fold::FOLDS])
            weights = dict(
                zip(names, fit([one for one in train if one.document not in out], names), strict=True)
            )
            held = [one for one in train if one.document in out]
            asked += held
            answers += [answer(one, weights) for one in held]
        show(f"{column}, five folds of train", asked, answers)
        columns[column] = dict(zip(names, fit(train, names), strict=True))
        show(
            f"{column}, dev of our gold",
            op_eds["dev"],
            [answer(one, columns[column]) for one in op_eds["dev"]],
        )
        show(f"{column}, dev", dev, [answer(one, columns[column]) for one in dev])
    if given.write:
        write(columns)


def write(columns: Mapping[str, Mapping[str, float]]) -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        examples = {row["feature"]: row["example"] for row in csv.DictReader(file)}
    names = sorted({name for weights in columns.values() for name in weights})
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["feature", *columns, "example"])
        for name in names:
            table.writerow(
                [name, *(f"{columns[c].get(name, 0.0):.4f}" for c in columns), examples.get(name, "")]
            )


if __name__ == "__main__":
    main()
