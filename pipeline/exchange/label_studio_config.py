"""The labelling configuration of Label Studio, made from `fields.csv`."""

from xml.sax.saxutils import quoteattr

from pipeline.exchange.layers import LINKS, Field, fields_of, types

TEXT, LABELS = "text", "type"
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#999999")
"""Okabe and Ito's, which colour-blind readers tell apart."""


def control(type: str, field: str) -> str:
    """Name of the control of a field."""
    return f"{type}_{field}"


def config() -> str:
    """XML: the text, labels for the types of marks, relations, and for each field a control that is there while a mark
    of its type is chosen."""
    lines = ["<View>", "  <Relations>", *(f"    <Relation value={quoteattr(name)}/>" for name in LINKS)]
    lines += ["  </Relations>", f'  <Labels name="{LABELS}" toName="{TEXT}" choice="single">']
    for at, type in enumerate(types()):
        lines.append(f'    <Label value={quoteattr(type)} background="{COLOURS[at % len(COLOURS)]}"/>')
    lines += ["  </Labels>", f'  <Text name="{TEXT}" value="${TEXT}" granularity="symbol"/>']
    for type in types():
        lines += [line for field in fields_of(type).values() for line in _control(field)]
    return "\n".join([*lines, "</View>", ""])


def _control(field: Field) -> list[str]:
    name = control(field.type, field.name)
    when = f'whenTagName="{LABELS}" whenLabelValue="{field.type}" visibleWhen="region-selected"'
    header = f'    <Header value={quoteattr(f"{field.name}: {field.meaning}")} size="6"/>'
    common = f'name="{name}" toName="{TEXT}" perRegion="true"'
    if field.form == "words":
        body = [f'    <TextArea {common} maxSubmissions="1" editable="true" rows="1"/>']
    else:
        choice = "multiple" if field.form == "many" else "single-radio"
        body = [f'    <Choices {common} choice="{choice}" showInLine="true">']
        body += [f"      <Choice value={quoteattr(value)}/>" for value in field.values]
        body += ["    </Choices>"]
    return [f"  <View {when}>", header, *body, "  </View>"]
