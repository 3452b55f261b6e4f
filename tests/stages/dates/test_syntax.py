"""The tense of the clause around a date, and dates that stand aside, on trees made by hand.

A token is `word/TAG/head:relation`; its head is named by its word, the root is `word/TAG/root`.
"""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.stages.dates.syntax import Syntax

AHEAD = ["will", "shall", "'ll", "’ll", "wo", "must", "should", "ought"]
WILL = ["will", "shall", "'ll", "’ll", "wo"]
MAYBE = ["would", "could", "may", "might", "can", "ca"]
BEHIND = ["had", "was", "were", "did", "'d", "’d"]
PERFECT = ["have", "has", "had", "'ve", "’ve", "having"]
BOUND = ["by", "until", "till", "before", "after", "from"]
AHEAD_OF = ["for", "before", "until"]
ARRANGED = [
    "set",
    "scheduled",
    "slated",
    "planned",
    "booked",
    "fixed",
    "called",
    "billed",
    "pencilled",
    "earmarked",
]
COMPARED = ["from", "than", "against", "like", "unlike"]
LEVELS = ["up", "down"]
ASIDE = ["acl", "acl:relcl", "appos", "parataxis"]
ATTRIBUTE = ["compound", "nummod", "amod"]
"""The words stand here once more: a test that took them from the code would not miss one."""
POS = {
    "NN": "NOUN", "NNP": "PROPN", "PRP": "PRON", "MD": "AUX", "IN": "ADP", "TO": "PART", "CD": "NUM", "DT": "DET",
    "JJ": "ADJ", "VBD": "VERB", "VBZ": "VERB", "VB": "VERB", "VBN": "VERB", "POS": "PART", "VB!": "VERB", "VBG": "VERB",
}  # fmt: skip
MORPH = {
    "VBD": "Tense=Past|VerbForm=Fin", "VBZ": "Tense=Pres|VerbForm=Fin", "VB": "VerbForm=Inf", "MD": "VerbForm=Fin",
    "VBN": "Tense=Past|VerbForm=Part", "VB!": "Mood=Imp|VerbForm=Fin", "VBG": "Tense=Pres|VerbForm=Part",
}  # fmt: skip


def parsed(line: str) -> Syntax:
    tokens = [token.split("/") for token in line.split()]
    words = [word for word, _, _ in tokens]
    links = [(word if link == "root" else link.split(":")[0], link) for word, _, link in tokens]
    return Syntax(
        Doc(
            Vocab(), words=words, pos=[POS[tag] for _, tag, _ in tokens], tags=[tag for _, tag, _ in tokens],
            morphs=[MORPH.get(tag, "") for _, tag, _ in tokens], heads=[words.index(head) for head, _ in links],
            deps=["ROOT" if link == "root" else link.split(":", 1)[1] for _, link in links],
        )
    )  # fmt: skip


def at(syntax: Syntax, words: str) -> tuple[int, int]:
    start = syntax.doc.text.index(words)
    return start, start + len(words)


BY = "by/IN/May:case May/NNP"
ON = "in/IN/May:case May/NNP"


@pytest.mark.parametrize(
    ("line", "tense"),
    [
        (f"It/PRP/fell:nsubj fell/VBD/root {ON}/fell:obl", "past"),
        (f"It/PRP/fallen:nsubj has/VBZ/fallen:aux fallen/VBN/root {ON}/fallen:obl", "perfect"),
        (f"It/PRP/fall:nsubj will/MD/fall:aux fall/VB/root {ON}/fall:obl", "future"),
        (f"It/PRP/fall:nsubj would/MD/fall:aux fall/VB/root {ON}/fall:obl", "present"),
        (f"It/PRP/fallen:nsubj would/MD/fallen:aux have/VB/fallen:aux fallen/VBN/root {ON}/fallen:obl", "past"),
        (f"It/PRP/fallen:nsubj will/MD/fallen:aux have/VB/fallen:aux fallen/VBN/root {ON}/fallen:obl", "past"),
        (f"It/PRP/fallen:nsubj will/MD/fallen:aux have/VB/fallen:aux fallen/VBN/root {BY}/fallen:obl", "future"),
        (f"It/PRP/falls:nsubj falls/VBZ/root {ON}/falls:obl", "present"),
        (f"Meet/VB!/root {ON}/Meet:obl", "future"),
        (f"It/PRP/open:nsubj is/VBZ/open:cop open/JJ/root {ON}/open:obl", "present"),
        (f"It/PRP/open:nsubj will/MD/open:aux be/VB/open:cop open/JJ/root {ON}/open:obl", "future"),
        (f"It/PRP/hoped:nsubj hoped/VBD/root to/TO/end:mark end/VB/hoped:xcomp {ON}/end:obl", "open"),
        (f"It/PRP/hopes:nsubj hopes/VBZ/root to/TO/end:mark end/VB/hopes:xcomp {ON}/end:obl", "future"),
        (f"Pacts/NN/hold:nsubj ending/VBG/Pacts:acl {ON}/ending:obl will/MD/hold:aux hold/VB/root", "future"),
        (f"Pacts/NN/held:nsubj ending/VBG/Pacts:acl {ON}/ending:obl held/VBD/root", "past"),
        (f"Pacts/NN/end:nsubj made/VBN/Pacts:acl {ON}/made:obl will/MD/end:aux end/VB/root", "past"),
        ("Goods/NN/pay:nsubj sent/VBN/Goods:acl after/IN/May:case May/NNP/sent:obl will/MD/pay:aux pay/VB/root", "future"),
        ("It/PRP/stood:nsubj stood/VBD/root since/IN/May:case May/NNP/stood:obl", "perfect"),
        ("May/NNP/budget:nmod:poss 's/POS/May:case budget/NN/says:nsubj says/VBZ/root", "past"),
        ("Notes/NN/says:nsubj of/IN/May:case May/NNP/Notes:nmod says/VBZ/root", "past"),
        ("It/PRP/set:nsubj has/VBZ/set:aux been/VBN/set:aux:pass set/VBN/root for/IN/May:case May/NNP/set:obl", "future"),
        ("It/PRP/fall:nsubj will/MD/fall:aux fall/VB/root from/IN/4:case 4/CD/fall:obl in/IN/May:case May/NNP/fall:obl", "past"),
        ("Odds/NN/lie:nsubj of/IN/cut:case a/DT/cut:det May/NNP/cut:compound cut/NN/Odds:nmod lie/VBZ/root", "open"),
        ("They/PRP/said:nsubj said/VBD/root sales/NN/rose:nsubj for/IN/May:case May/NNP/sales:nmod rose/VBD/said:ccomp", "open"),
        ("They/PRP/sat:nsubj sat/VBD/root and/IN/go:cc all/PRP/go:nsubj would/MD/go:aux go/VB/sat:conj by/IN/May:case"
         " May/NNP/go:obl", "past"),
        ("Done/NN/root by/IN/May:case May/NNP/Done:nmod", "future"),
        (f"Rain/NN/root {ON}/Rain:nmod", "past"),
    ],
    ids=lambda value: value if len(value) < 9 else value.replace("/", " ")[:60],
)  # fmt: skip
def test_the_tense_around_a_date(line: str, tense: str) -> None:
    syntax = parsed(line)
    assert syntax.tense(*at(syntax, "May")) == tense


@pytest.mark.parametrize(
    ("line", "aside"),
    [
        ("Funds/NN/held:nsubj set/VBN/Funds:acl in/IN/2019:case 2019/CD/set:obl held/VBD/root six/CD/held:obj in/IN/May:case"
         " May/NNP/held:obl", True),
        ("In/IN/2019:case 2019/CD/laid:obl it/PRP/laid:nsubj laid/VBD/root them/PRP/laid:obj in/IN/May:case May/NNP/laid:obl",
         False),
        ("The/DT/law:det 2019/CD/law:nummod law/NN/ended:nsubj ended/VBD/root in/IN/May:case May/NNP/ended:obl", True),
        ("Floods/NN/began:nsubj of/IN/2019:case 2019/CD/Floods:nmod began/VBD/root in/IN/May:case May/NNP/began:obl", False),
        ("It/PRP/paid:nsubj paid/VBD/root six/CD/paid:obj down/IN/six:advmod from/IN/nine:case nine/CD/down:obl in/IN/2019:case"
         " 2019/CD/down:obl and/IN/lent:cc lent/VBD/paid:conj it/PRP/lent:obj in/IN/May:case May/NNP/lent:obl", True),
        ("In/IN/2019:case 2019/CD/laid:obl it/PRP/laid:nsubj laid/VBD/root them/PRP/laid:obj according/IN/note:case note/NN/laid:obl"
         " of/IN/May:case May/NNP/note:nmod", True),
    ],
    ids=["a clause of its own", "the same clause", "an attribute", "the date of the subject", "what it is measured by",
         "according to what came later"],
)  # fmt: skip
def test_a_date_that_stands_aside(line: str, aside: bool) -> None:
    syntax = parsed(line)
    assert syntax.aside(at(syntax, "2019"), at(syntax, "May")) is aside


def tense(line: str) -> str:
    syntax = parsed(line)
    return syntax.tense(*at(syntax, "May"))


@pytest.mark.parametrize("word", AHEAD)
def test_a_helper_that_looks_ahead(word: str) -> None:
    assert tense(f"It/PRP/fall:nsubj {word}/MD/fall:aux fall/VB/root {ON}/fall:obl") == "future"


@pytest.mark.parametrize("word", MAYBE)
def test_a_helper_of_what_can_be(word: str) -> None:
    assert tense(f"It/PRP/fall:nsubj {word}/MD/fall:aux fall/VB/root {ON}/fall:obl") == "present"


@pytest.mark.parametrize("word", BEHIND)
def test_a_helper_that_looks_back(word: str) -> None:
    assert tense(f"It/PRP/fall:nsubj {word}/MD/fall:aux fall/VB/root {ON}/fall:obl") == "past"


@pytest.mark.parametrize("word", sorted(set(PERFECT) - set(BEHIND)))
def test_a_helper_of_the_perfect(word: str) -> None:
    assert tense(f"It/PRP/fallen:nsubj {word}/VBZ/fallen:aux fallen/VBN/root {ON}/fallen:obl") == "perfect"


@pytest.mark.parametrize("word", WILL)
@pytest.mark.parametrize("perfect", PERFECT)
def test_what_will_have_been_by_a_day_is_ahead(word: str, perfect: str) -> None:
    helpers = f"{word}/MD/fallen:aux {perfect}/VB/fallen:aux"
    assert tense(f"It/PRP/fallen:nsubj {helpers} fallen/VBN/root {BY}/fallen:obl") == "future"
    assert tense(f"It/PRP/fallen:nsubj {helpers} fallen/VBN/root {ON}/fallen:obl") == "past"


@pytest.mark.parametrize("word", BOUND)
def test_a_word_that_sets_a_term(word: str) -> None:
    may = f"{word}/IN/May:case May/NNP"
    helpers = "will/MD/fallen:aux have/VB/fallen:aux"
    assert tense(f"It/PRP/fallen:nsubj {helpers} fallen/VBN/root {may}/fallen:obl") == "future"
    ahead = word in ("by", "until", "till")
    assert tense(f"Done/NN/root {may}/Done:nmod") == ("future" if ahead else "past")
    hoped = f"It/PRP/hoped:nsubj hoped/VBD/root to/TO/end:mark end/VB/hoped:xcomp {may}/end:obl"
    assert tense(hoped) == ("future" if ahead else "open")


@pytest.mark.parametrize("word", ARRANGED)
def test_what_is_set_for_a_day_is_ahead(word: str) -> None:
    may = "for/IN/May:case May/NNP"
    assert tense(f"It/PRP/{word}:nsubj has/VBZ/{word}:aux {word}/VBN/root {may}/{word}:obl") == "future"
    assert tense(f"It/PRP/{word}:nsubj was/VBD/{word}:aux {word}/VBN/root {may}/{word}:obl") == "open"
    assert tense(f"It/PRP/{word}:nsubj was/VBD/{word}:aux {word}/VBN/root {ON}/{word}:obl") == "past"
    vote = f"for/IN/vote:case May/NNP/vote:compound vote/NN/{word}:obl"
    assert tense(f"It/PRP/{word}:nsubj has/VBZ/{word}:aux {word}/VBN/root {vote}") == "future"


@pytest.mark.parametrize("word", AHEAD_OF)
def test_what_is_before_a_days_own_thing_is_ahead(word: str) -> None:
    game = f"{word}/IN/game:case May/NNP/game:nmod:poss 's/POS/May:case game/NN"
    assert tense(f"He/PRP/trains:nsubj trains/VBZ/root {game}/trains:obl") == "present"
    assert tense(f"He/PRP/trains:nsubj trains/VBZ/root {game.replace(word, 'in', 1)}/trains:obl") == "past"


@pytest.mark.parametrize("relation", ATTRIBUTE)
def test_a_date_that_is_an_attribute_in_the_present(relation: str) -> None:
    for article, wanted in (("a", "open"), ("an", "open"), ("the", "past")):
        cut = f"{article}/DT/cut:det May/NNP/cut:{relation} cut/NN/comes:nsubj"
        assert tense(f"{cut} comes/VBZ/root") == wanted


@pytest.mark.parametrize("where", ["in", "on"])
def test_the_level_that_something_falls_from_is_known(where: str) -> None:
    may = f"{where}/IN/May:case May/NNP/fall:obl"
    falls = "It/PRP/fall:nsubj will/MD/fall:aux fall/VB/root"
    assert tense(f"{falls} from/IN/4:case about/IN/4:advmod 4/CD/fall:obl {may}") == "past"
    assert tense(f"{falls} from/IN/top:case top/NN/fall:obl {may}") == "future"  # no figure
    assert tense(f"{falls} to/IN/4:case 4/CD/fall:obl {may}") == "future"
    far = " ".join(f"{word}/JJ/4:amod" for word in ("a", "b", "c", "d", "e"))
    assert tense(f"{falls} from/IN/4:case 4/CD/fall:obl {far} {may}") == "future"


@pytest.mark.parametrize("relation", [*ASIDE, "obl"])
def test_a_date_in_a_part_of_its_own(relation: str) -> None:
    syntax = parsed(
        f"Funds/NN/held:nsubj set/VBN/Funds:{relation} in/IN/2019:case 2019/CD/set:obl held/VBD/root"
        " six/CD/held:obj in/IN/May:case May/NNP/held:obl"
    )
    assert syntax.aside(at(syntax, "2019"), at(syntax, "May")) is (relation in ASIDE)


@pytest.mark.parametrize("relation", [*ATTRIBUTE, "nmod"])
def test_a_date_that_is_an_attribute_sets_no_time(relation: str) -> None:
    syntax = parsed(f"2019/CD/law:{relation} law/NN/ended:nsubj ended/VBD/root {ON}/ended:obl")
    assert syntax.aside(at(syntax, "2019"), at(syntax, "May")) is (relation in ATTRIBUTE)


@pytest.mark.parametrize("word", [*COMPARED, "with"])
def test_what_something_is_compared_with_sets_no_time(word: str) -> None:
    syntax = parsed(
        f"It/PRP/paid:nsubj paid/VBD/root more/JJ/paid:obj {word}/IN/nine:case nine/CD/more:obl in/IN/2019:case"
        f" 2019/CD/nine:nmod {ON}/paid:obl"
    )
    assert syntax.aside(at(syntax, "2019"), at(syntax, "May")) is (word in COMPARED)


@pytest.mark.parametrize("word", [*LEVELS, "well"])
def test_up_and_down_on_a_year(word: str) -> None:
    syntax = parsed(
        f"It/PRP/paid:nsubj paid/VBD/root {word}/JJ/paid:advmod in/IN/2019:case 2019/CD/{word}:obl {ON}/paid:obl"
    )
    assert syntax.aside(at(syntax, "2019"), at(syntax, "May")) is (word in LEVELS)


def test_where_nobody_stands_over_a_date() -> None:
    syntax = parsed(f"It/PRP/fell:nsubj fell/VBD/root {ON}/fell:obl")
    assert syntax.tense(500, 510) == "past"
    assert not syntax.aside((500, 510), at(syntax, "May"))
    assert not syntax.aside(at(syntax, "It"), (500, 510))


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Bread/NN/cost:nsubj cost/VBZ/root", "past"),  # a present would be "costs"
        ("Breads/NN/costs:nsubj costs/VBZ/root", "present"),
        ("It/PRP/cost:nsubj cost/VBZ/root", "present"),
        ("cost/VBZ/root", "present"),
        ("Letters/NN/date:nsubj date/VBZ/root", "past"),
    ],
)
def test_a_present_that_lacks_its_s(line: str, wanted: str) -> None:
    syntax = parsed(f"{line} {ON}/{line.split()[-1].split('/')[0]}:obl")
    for token in syntax.doc:
        token.lemma_ = token.text
        if token.text == "Bread":
            token.set_morph("Number=Sing")
    assert syntax.tense(*at(syntax, "May")) == wanted


def test_deep_trees_end() -> None:
    """A parse of nonsense, each infinitive under the next."""
    words = ["to", "go"] * 400 + ["May"]
    heads = [i + 1 if word == "to" else max(1, i - 2) for i, word in enumerate(words[:-1])] + [799]
    deps = ["mark" if word == "to" else "xcomp" for word in words[:-1]] + ["obl"]
    pos = ["PART" if word == "to" else "VERB" for word in words[:-1]] + ["PROPN"]
    deps[1] = "ROOT"
    syntax = Syntax(Doc(Vocab(), words=words, heads=heads, deps=deps, pos=pos))
    assert syntax.tense(*at(syntax, "May")) == "future"
