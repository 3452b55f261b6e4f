"""Found × gold → figures. Knows records, not spaCy.

scores = score(found, gold)
scores.rows()      # a Row per stage, measure, scope and label
scores.to_dict()   # the same for scores.json
scores.errors()    # every error in its sentence
"""

from pipeline.score.error import Error
from pipeline.score.figures import Count, Key
from pipeline.score.rows import Row
from pipeline.score.scores import ScoreError, Scores, score

__all__ = ["Count", "Error", "Key", "Row", "ScoreError", "Scores", "score"]
