"""Gold: what an annotator writes in words → the record, and whether gold holds together. No spaCy.

`read_notes` makes a Document of a notes file and its article; `check_gold` looks at what is in the corpus;
`numbered` and `blank` show the sentences that notes speak of. The format of notes is told in `NOTES.md`.
"""

from pipeline.gold.check import check_gold
from pipeline.gold.files import read_notes
from pipeline.gold.listing import blank, numbered
from pipeline.gold.merge import Merged, merged
from pipeline.gold.problems import Problem, Problems, Wrong
from pipeline.gold.sentences import Sentence, sentences

__all__ = [
    "Merged", "Problem", "Problems", "Sentence", "Wrong", "blank", "check_gold", "merged", "numbered", "read_notes",
    "sentences",
]  # fmt: skip
