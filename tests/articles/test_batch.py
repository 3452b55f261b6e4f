"""A run with workers of its own: the same records as in this process, however many there are."""

from pathlib import Path

from pipeline.extraction import extract_all
from pipeline.run import Options, run, workers
from pipeline.store import line

ARTICLES = Path(__file__).parents[2] / "corpus" / "articles"


def test_workers_write_what_the_pipeline_finds(nlp, corpus, tmp_path):
    sources = [str(path) for path in sorted(ARTICLES.glob("*.md"))[:3]]
    for count in (1, 2):
        options = Options(workers=count)
        with workers(options) as work:
            run(sources, tmp_path / str(count), options=options, work=work)
    names = sorted(path.name for path in (tmp_path / "1").iterdir())
    assert all(
        (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()
        for name in names
        if name != "shards"
    )
    whole = b"".join(line(document) for document in extract_all(corpus[:3], nlp=nlp))
    assert (tmp_path / "1" / "documents.jsonl").read_bytes() == whole
