"""What each stage reads, sets and looks up: the made parts of decides.md, from the factories and the code."""

from thinc.api import Config

from maker import ROOT, code, markdown_table, tables
from maker.blocks import fill
from pipeline.lexicon import table


def filled(page: str) -> str:
    """With a contract for each stage, and the names of the rules."""
    for stage in stages():
        page = fill(page, f"stage {stage}", contract(stage))
    return fill(page, "rules", rules())


def stages() -> list[str]:
    """The order, from default.cfg."""
    order: list[str] = Config().from_disk(ROOT / "pipeline" / "default.cfg")["nlp"]["pipeline"]
    return order


def contract(stage: str) -> str:
    """From the factory: what has to be there, what it sets; from the code: which tables it looks into."""
    meta = _meta(stage)
    used = [one.name for one in tables.tables() if stage in one.readers]
    links = ", ".join(f"[{name}](../pipeline/lexicon/{name}.csv)" for name in used)
    lines = [
        f"- needs: {', '.join(map(code, meta.requires)) or 'nothing'}",
        f"- sets: {', '.join(map(code, meta.assigns)) or 'nothing'}",
        f"- tables: {links or 'none'}",
        f"- code: [pipeline/stages/{stage}](../pipeline/stages/{stage})",
    ]
    return "\n".join(lines)


def _meta(stage: str):  # type: ignore[no-untyped-def]
    from importlib import import_module

    from spacy.language import Language

    import_module(f"pipeline.stages.{stage}")
    return Language.get_factory_meta(f"opclaims_{stage}")


def rules() -> str:
    """What the names of rules in records and on the desk mean."""
    rows = [
        [row["field"], code(row["rule"]), row["meaning"], row["example"]] for row in table("rule_meanings")
    ]
    return markdown_table(["field", "rule", "meaning", "example"], rows)
