"""Words as the network is shown them: what tells nothing of a sentence's grammar is taken off before it reads. Pure.

How quotation marks are set, whose money it is, and which digits a figure has must not move a tree: a network that was
trained on some of each reads 48% and 47% a little differently. So marks are shown straight, money as dollars, years as
2000 and every other digit as 5; the Doc keeps its words (decisions/0018).
"""

import re
from functools import lru_cache

SHOWN = str.maketrans("“”„‘’£€¥₦₹₱₩₺₽₫₴₪฿₵₡₲₸₾", '"""\'\'' + "$" * 18)
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
DIGIT = re.compile(r"\d")


@lru_cache(maxsize=50_000)
def seen(word: str) -> str:
    """The word in the form that the network is shown; of the same length."""
    if YEAR.fullmatch(word):
        return "2000"
    return DIGIT.sub("5", word).translate(SHOWN)
