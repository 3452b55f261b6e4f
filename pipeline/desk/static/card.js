// The card of a claim: everything that the record says of it, each field with the rule that decided it.
import {el, words} from "./dom.js";
import {fields} from "./fields.js";
import {path} from "./patch.js";

const share = value => value === null || value === undefined ? "–" : value.toFixed(2);
const rules = (claim, field) => [...new Set((claim.rules ?? []).filter(r => r.field === field || r.field.startsWith(`${field}.`)).map(r => r.rule))].join(", ");
const ruled = (claim, field) => el("code", {class: "rule", title: "the rule that decided it"}, rules(claim, field));
const button = (act, key, label, extra = {}) => el("button", {type: "button", "data-act": act, ...extra}, label, key && el("kbd", {}, key));
const VERDICTS = [["accept", "a", "Accept"], ["reject", "x", "Reject"], ["skip", "s", "Skip"], ["flag", "f", "Flag"]];
export const MARKS = {accepted: "✓", rejected: "✗", edited: "✎", added: "+", skipped: "–", flagged: "⚑"};

// `desk` gives: doc, field (key of the active one), gold (a claim of gold or null), comments.
export function card(desk, claim) {
  const {doc} = desk, standing = doc.standing(path("claims", claim.id));
  return [
    el("header", {},
      el("span", {class: `number ${claim.kind}`}, String(doc.numberOf(claim.id))),
      el("h2", {}, "Claim ", el("span", {class: "of"}, `${desk.place} of ${desk.count}`)),
      standing.status && el("span", {class: `badge ${standing.status}`}, `${MARKS[standing.status]} ${standing.status}`, standing.who && ` by ${standing.who}`),
      meter("confidence", claim.confidence), meter("worth checking", claim.check_worthiness?.score)),
    text(doc, claim),
    el("div", {class: "verdicts", role: "group", "aria-label": "Decide"},
      VERDICTS.map(([act, key, label]) => button(act, key, label, {class: act})), button("comment", "c", "Comment")),
    labels(claim),
    desk.gold ? versions(desk, claim, desk.gold) : doc.gold ? el("section", {class: "versions"}, el("h3", {}, "Only in A: the other version has no such claim")) : null,
    spans(desk, claim),
    values(doc, claim),
    transfer(claim),
    rest(doc, claim),
    history(desk.comments ?? []),
  ];
}

const meter = (label, value) => value === null || value === undefined ? null
  : el("span", {class: "meter"}, el("meter", {min: 0, max: 1, value, "aria-label": label}), ` ${share(value)} `, el("small", {}, label));

function text(doc, claim) {
  const given = claim.wording ?? [], whole = given.map(piece => piece[0]).join("") === claim.text;
  const inside = whole ? given.map(([piece, why]) => why ? el("ins", {title: `filled in: ${words(why)}`}, piece) : piece) : claim.text;
  return el("div", {class: "standalone"}, el("p", {lang: doc.language ?? "en"}, inside), button("text", "e", "Edit", {"aria-label": "Edit the standalone text"}));
}

function labels(claim) {
  const row = (act, key, name, value, field) => [el("dt", {}, name), el("dd", {}, button(act, key, el("span", {class: "value"}, value)), ruled(claim, field))];
  return el("dl", {class: "labels"},
    row("kind", "1–4", "kind", [el("span", {class: `swatch ${claim.kind}`}), ` ${claim.kind}`], "kind"),
    row("modality", "m", "modality", claim.modality.value, "modality"),
    row("polarity", "p", "polarity", claim.polarity.value, "polarity"),
    row("source_type", "y", "said by", claim.attribution.source_type + (claim.attribution.content === "none" ? "" : `, ${claim.attribution.content}`), "attribution"),
    row("relation", "r", "hangs on", claim.parent ? `${words(claim.parent.relation)}` : "nothing", "parent"),
    row("facets", "t", "facets", claim.facets?.length ? claim.facets.join(", ") : "none", "facets"));
}

function spans(desk, claim) {
  return el("section", {}, el("h3", {}, "Words ", el("small", {}, "choose one, then move its edges; or select text and press ", el("kbd", {}, "w"))),
    el("ul", {class: "spans"}, fields(claim).map(field => el("li", {class: field.key === desk.field ? "active" : ""},
      el("button", {type: "button", "data-field": field.key, "aria-pressed": String(field.key === desk.field), title: `code points ${field.span.start}–${field.span.end}`},
        el("span", {class: "name"}, words(field.label)),
        el("span", {class: "words"}, field.span.text, field.role && field.role.text !== field.span.text && el("i", {}, ` → ${field.role.text}`),
          field.role && field.role.origin !== "explicit" && el("i", {}, ` ${field.role.origin}`))),
      ruled(claim, field.rule)))));
}

function values(doc, claim) {
  const line = (layer, list, id) => {
    const thing = doc.things[list].get(id);
    return thing && el("li", {class: layer}, el("button", {type: "button", "data-thing": id, "data-list": list, title: "edit"},
      el("q", {}, thing.span.text), " ", el("b", {}, doc.tip(layer, id))), thing.rule && el("code", {class: "rule"}, thing.rule));
  };
  const found = [...(claim.amounts ?? []).map(id => line("amount", "amounts", id)), ...(claim.dates ?? []).map(id => line("date", "dates", id)),
    ...(claim.entities ?? []).map(id => line("entity", "entities", id))].filter(Boolean);
  return found.length ? el("section", {}, el("h3", {}, "Amounts, dates, names"), el("ul", {class: "values"}, found)) : null;
}

function transfer(claim) {
  const t = claim.transfer;
  return t && el("section", {}, el("h3", {}, "Transfer"), el("p", {},
    `${t.payer?.text ?? "?"} → ${t.recipient?.text ?? "?"}${t.instrument ? `, ${t.instrument.text}` : ""}${t.purpose ? `, for ${t.purpose.text}` : ""}; `,
    button("status", "", words(t.status)), " ", button("aggregation", "", words(t.aggregation)), ruled(claim, "transfer")));
}

function rest(doc, claim) {
  const lines = [
    ...(claim.edits ?? []).map(edit => [edit.op, el("span", {}, el("q", {}, edit.text), ` ${words(edit.reason)}`)]),
    ...(claim.abstained ?? []).map(each => [each.field, `not known: ${words(each.reason)}`]),
    claim.parent && ["parent", el("button", {type: "button", "data-claim": claim.parent.claim}, `${words(claim.parent.relation)} ${doc.numberOf(claim.parent.claim)}`)],
    claim.check_worthiness?.features?.length && ["worth", claim.check_worthiness.features.slice(0, 5).map(f => `${words(f.name)} ${f.weight > 0 ? "+" : "−"}${Math.abs(f.weight).toFixed(2)}`).join(" · ")],
    ["where", `${claim.span.start}–${claim.span.end}, sentence ${claim.sentence}, ${claim.region}`],
    ["id", el("code", {}, claim.id)],
  ].filter(Boolean);
  return el("section", {}, el("h3", {}, "Also"), el("dl", {class: "rest"}, lines.map(([name, value]) => [el("dt", {}, words(name)), el("dd", {}, value)])));
}

function history(comments) {
  return comments.length ? el("section", {class: "comments"}, el("h3", {}, "Comments"), el("ul", {}, comments.map(each =>
    el("li", {}, el("b", {}, each.who), ` ${each.when.slice(0, 16).replace("T", " ")}: `, each.note ?? "")))) : null;
}

// Adjudication: this version and that of gold, field by field; what differs is said and can be taken.
export function differences(ours, theirs) {
  const value = {
    words: claim => (claim.fragments?.length ? claim.fragments : [claim.span]).map(p => p.text).join(" … "),
    text: claim => claim.text, kind: claim => claim.kind, modality: claim => claim.modality.value, polarity: claim => claim.polarity.value,
    subject: claim => claim.subject?.span.text ?? "–", predicate: claim => claim.predicate.span.text, object: claim => claim.object?.span.text ?? "–",
    "said by": claim => [claim.attribution.source_type, claim.attribution.source?.text].filter(Boolean).join(": "),
    facets: claim => claim.facets?.join(", ") || "none",
  };
  return Object.entries(value).map(([name, of]) => [name, of(ours), of(theirs)]);
}

// A claim that only the other version has.
export function lacking(desk, claim) {
  return [
    el("header", {}, el("span", {class: `number ${claim.kind}`}, "B"), el("h2", {}, "Only in B ", el("span", {class: "of"}, `${desk.place} of ${desk.count}`)),
      desk.doc.status(desk.current) && el("span", {class: "badge rejected"}, `${MARKS.rejected} left out`)),
    el("div", {class: "standalone"}, el("p", {}, claim.text)),
    el("p", {class: "verdicts"}, button("right", "l", "Take B’s claim", {class: "accept"}), button("left", "h", "Leave it out", {class: "reject"})),
    el("dl", {class: "labels"}, differences(claim, claim).map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])),
  ];
}

function versions(desk, claim, gold) {
  const rows = differences(claim, gold), apart = rows.filter(([, ours, theirs]) => ours !== theirs);
  return el("section", {class: "versions"}, el("h3", {}, apart.length ? `Two versions: ${apart.length} fields differ` : "Two versions, equal in every field"),
    el("table", {}, el("thead", {}, el("tr", {}, el("td", {}), el("th", {scope: "col"}, "A", el("small", {}, " found")), el("th", {scope: "col"}, "B", el("small", {}, ` ${desk.goldName}`)))),
      el("tbody", {}, apart.map(([name, ours, theirs]) => el("tr", {class: "apart"}, el("th", {scope: "row"}, name), el("td", {}, ours), el("td", {}, theirs))))),
    el("p", {class: "verdicts"}, button("left", "h", "Keep A"), button("right", "l", "Take B")));
}
