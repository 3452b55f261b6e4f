"""The texts of gold, read otherwise than `run` does, to know what our figures are worth.

alone(nlp, document)     # by libraries alone: the trained model's names, quantulum3, dateparser, triples of the parse
on_gold(nlp, document)   # by our stages, each given gold instead of what the stages before it found
reread.reread(text)      # each amount of ours by quantulum3, too: where the two differ (`page.render`: as a page)
"""

from pipeline.trial.alone import alone
from pipeline.trial.on_gold import GIVEN, on_gold

__all__ = ["GIVEN", "alone", "on_gold"]
