"""The op-eds written for the project: each says what it is, is long enough, and is unlike the others."""

import datetime as dt
from pathlib import Path

import pytest

from pipeline.read import read
from pipeline.record import Article

ARTICLES = sorted((Path(__file__).parents[2] / "corpus" / "articles").glob("*.md"))
CURRENCIES = {
    "amazon-grid": "R$", "campus-ledger": "$", "cocoa-arithmetic": "GH¢", "desert-of-data": "Dh", "dhaka-wages": "Tk",
    "indus-after-flood": "Rs", "marathwada-canals": "₹", "mekong-turbines": "US$", "nairobi-clinics": "KSh",
    "northern-shield": "¥", "nusantara-vote": "Rp", "prairie-rents": "$", "rent-islands": "€", "rice-and-promises": "₱",
    "salt-flat-bargain": "pesos", "stadium-dakar": "FCFA", "subsidy-ghost": "₦", "sugar-on-the-table": "pesos",
    "the-empty-depot": "€", "the-marathon-debt": "drachmas", "the-uninsurable-coast": "$", "tuna-and-tide": "F$",
    "vistula-ballot": "zloty", "waiting-list-letter": "£", "riders-without-cover": "Rs", "roses-drink-first": "Sh",
    "the-bridge-we-painted": "$", "the-price-of-a-dinner": "£", "boxes-and-wafers": "S$", "the-chairmans-lira": "lira",
    "the-lending-room": "£", "the-price-of-a-vial": "$",
}  # fmt: skip


def article(path: Path) -> Article:
    (item,) = read([str(path)])
    assert isinstance(item, Article), item
    return item


@pytest.fixture(params=ARTICLES, ids=lambda path: path.stem)
def op_ed(request: pytest.FixtureRequest) -> Article:
    return article(request.param)


def test_every_op_ed_has_the_money_of_its_country() -> None:
    assert {path.stem: CURRENCIES[path.stem] in article(path).text for path in ARTICLES} == dict.fromkeys(
        CURRENCIES, True
    )


def test_an_op_ed_says_what_it_is_and_is_long_enough(op_ed: Article) -> None:
    assert op_ed.id == Path(op_ed.where).stem
    assert op_ed.title and op_ed.byline and op_ed.outlet
    assert isinstance(op_ed.published, dt.date)
    assert len(op_ed.text.split()) >= 600
    assert not op_ed.text.startswith(("\n", "---"))


def test_titles_authors_and_outlets_differ() -> None:
    op_eds = [article(path) for path in ARTICLES]
    for field in ("id", "title", "byline", "outlet", "published"):
        assert len({getattr(op_ed, field) for op_ed in op_eds}) == len(op_eds), field
