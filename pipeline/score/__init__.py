"""Found × gold → figures. Knows records, not spaCy.

scores = score(found, gold)
scores.rows()             # a Row per stage, measure, scope and label
scores.errors()           # every error in its sentence, with its cause
scores.rules()            # how often each rule was right
scores.to_dict()          # all of it for scores.json
compare(scores, others)   # two runs against one gold
diff(before, after)       # two runs without gold
alpha(units)              # Krippendorff's, of any number of annotators
"""

from pipeline.score.alpha import alpha
from pipeline.score.alpha import of_cells as alpha_of_cells
from pipeline.score.compare import Change, Comparison, compare
from pipeline.score.diff import Difference, diff
from pipeline.score.error import Error
from pipeline.score.figures import MACRO, Count, Key
from pipeline.score.rows import Row
from pipeline.score.scores import ScoreError, Scores, measures, score

__all__ = [
    "MACRO", "Change", "Comparison", "Count", "Difference", "Error", "Key", "Row", "ScoreError", "Scores", "alpha",
    "alpha_of_cells", "compare", "diff", "measures", "score",
]  # fmt: skip
