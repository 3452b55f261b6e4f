"""Code points and UTF-16 units, in the browser's own JavaScript."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

RUN = """async ([text, points]) => {
    const {Text} = await import("/static/points.js");
    const t = new Text(text);
    return {length: t.length, there: points.map(p => t.unit(p)), back: points.map(p => t.point(t.unit(p))), pieces: points.map(p => t.slice(p, p + 2))};
}"""
texts = st.text(alphabet=st.sampled_from("ab 🚢🤷🏽é\u0301\u200d漢𝔸"), max_size=40)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts)
def test_every_offset_goes_there_and_back(page, text):
    points = list(range(len(text) + 1))
    told = page.evaluate(RUN, [text, points])
    assert told["length"] == len(text)
    assert told["there"] == [len(text[:p].encode("utf-16-le")) // 2 for p in points]
    assert told["back"] == points
    assert told["pieces"] == [text[p : p + 2] for p in points]


def test_every_field_of_words_is_painted_where_it_stands(page, tools):
    told = page.evaluate(
        """async () => {
            const {Doc} = await import("/static/doc.js"), {Paper} = await import("/static/paper.js"), {fields} = await import("/static/fields.js");
            const doc = await Doc.open(0), box = document.createElement("article");
            document.body.append(box);
            const paper = new Paper(box, {}), told = [];
            paper.open(doc);
            for (const id of doc.order) {
                const claim = await doc.whole(id);
                paper.select(id, false);
                for (const field of fields(claim)) told.push([field.span.text, paper.ranges(field.span).map(r => r.toString()).join("")]);
            }
            return told;
        }"""
    )
    assert len(told) > 15 and [pair for pair in told if pair[0] != pair[1]] == []


def test_steps_and_snaps_go_by_words(page):
    told = page.evaluate(
        """async () => {
            const {Text} = await import("/static/points.js");
            const t = new Text("🚢 R$ 1.4 billion, the state-owned 🤷🏽 Señor’s");
            return [t.tokens(0, t.length).map(([a, b]) => t.slice(a, b)), t.step(2, "end", 1), t.step(7, "start", -1), t.step(3, "end", 1, true), t.snap(9, "start")];
        }"""
    )
    assert told == [
        ["🚢", "R", "$", "1.4", "billion", ",", "the", "state-owned", "🤷", "🏽", "Señor’s"],
        3,
        5,
        4,
        9,
    ]
