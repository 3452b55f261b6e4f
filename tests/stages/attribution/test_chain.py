"""Speech within speech, on rows alone."""

from pipeline.stages.attribution.chain import link

TEXT = "A said that B said that C said that it rained."


def row(text, cue, source, source_type="person", content="indirect"):
    def span(words):
        start = TEXT.index(words)
        return {"start": start, "end": start + len(words), "text": words}

    return {
        "span": span(text), "fragments": [span(text)], "cue": span(cue), "source": span(source),
        "source_type": source_type, "content": content, "resolved": None, "chain": [],
    }  # fmt: skip


def rows(**changes):
    first = row("B said that C said that it rained", "A said", "A")
    first["cue"] = {"start": 2, "end": 6, "text": "said"}
    second = row("C said that it rained", "B said", "B") | {"cue": {"start": 14, "end": 18, "text": "said"}}
    third = row("it rained", "C said", "C") | {"cue": {"start": 26, "end": 30, "text": "said"}}
    return [first | changes, second, third]


def speakers(found):
    return [[link["source"]["text"] for link in one["chain"]] for one in found]


def test_outermost_first_and_the_own_link_last():
    assert speakers(link(rows())) == [["A"], ["A", "B"], ["A", "B", "C"]]


def test_the_order_given_does_not_matter():
    assert speakers(link(rows()[::-1])) == [["A"], ["A", "B"], ["A", "B", "C"]]


def test_of_two_that_begin_at_one_place_the_longer_is_around_the_other():
    inner, outer = row("B said", "C said", "C"), row("B said that C said", "A said", "A")
    for given in ([inner, outer], [outer, inner]):
        assert speakers(link([dict(one) for one in given])) == [["A"], ["A", "C"]]


def test_the_author_is_no_link():
    assert speakers(link(rows(source_type="author"))) == [[], ["B"], ["B", "C"]]


def test_i_in_direct_speech_is_the_speaker():
    first, second, third = rows(content="direct", resolved="Ana Silva")
    found = link([first, second | {"source_type": "author"}, third])
    assert (found[1]["source_type"], found[1]["resolved"]) == ("person", "Ana Silva")
    assert speakers(found)[1] == ["A", "B"]


def test_i_in_indirect_speech_stays_the_author():
    first, second, third = rows()
    assert link([first, second | {"source_type": "author"}, third])[1]["source_type"] == "author"


def test_a_saying_beside_is_not_inside():
    one, two, _ = rows()
    one["fragments"] = [{"start": 21, "end": 45, "text": TEXT[21:45]}]  # the cue of B stands in a gap
    assert speakers(link([one, two])) == [["A"], ["B"]]


def test_no_rows():
    assert link([]) == []
