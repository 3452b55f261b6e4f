"""What may follow a form at the end of its sentence, for the tests of the readers of money and of dates."""

ENDS = (
    "",
    ", she said.",
    "; it rained.",
    ": it rained.",
    "!",
    "?",
    "!”",
    ") it rained.",
    " — it rained.",
    " – it rained.",
)
