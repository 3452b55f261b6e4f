// What a key or a button does. `desk` is the page's one Desk (desk.js).
import {LEFT} from "./doc.js";
import {$, announce, ask, choose, tell, words} from "./dom.js";
import {empty, fields, set, targets} from "./fields.js";
import {help} from "./keys.js";
import {parts, path} from "./patch.js";
import {queue} from "./queue.js";
import {AGGREGATIONS, CHANGES, COMPARATORS, DATES, FACETS, KINDS, LABELS, MODALITIES, POLARITIES, RELATIONS, SOURCES, STATUSES, WHEN} from "./terms.js";

const PAUSE = 500;

const options = values => values.map(value => ({value, label: words(value)}));
const put = (claim, value, ...where) => ({op: "replace", path: path("claims", claim.id, ...where), value});
const edit = (desk, ...patch) => desk.decide("edit", {patch});

// Edges that keys moved are one decision once the keys rest, or something else is done.
export function settle(desk) {
  clearTimeout(desk.timer);
  const {moving, movingOf} = desk;
  desk.moving = null;
  if (!moving || movingOf.claim !== desk.current || !desk.claim) return;
  put_span(desk, movingOf.field, desk.doc.text.span(moving.start, moving.end));
}
// Words and roles are set by the server, which knows verbs and names; until it answers the page shows its own guess.
function put_span(desk, key, span) {
  const {claim, doc} = desk, guess = set(claim, key, span, doc.text, doc.things.entities), at = [span.start, span.end];
  const [name, which] = key.split(" "), pieces = fields(claim).filter(each => each.key.startsWith("words")).length;
  const slot = name === "role" ? which : name === "arguments" ? claim.arguments[which].role : name;
  const twice = name === "arguments" && claim.arguments.filter(each => each.role === slot).length > 1;
  if (key === "words 0" && pieces === 1) desk.decide("edit", {act: {name: "span", at}, shown: guess});
  else if (["subject", "predicate", "object", "arguments", "role"].includes(name) && !twice) desk.decide("edit", {act: {name: "role", slot, at}, shown: guess});
  else edit(desk, ...guess);
}
function move(desk, edge, by, character) {
  const now = desk.moving ?? fields(desk.claim).find(each => each.key === desk.field)?.span;
  if (!now) return;
  const to = desk.doc.text.step(now[edge], edge, by, character), next = {start: now.start, end: now.end, [edge]: to};
  if (next.start >= next.end) return;
  Object.assign(desk, {moving: next, movingOf: {claim: desk.current, field: desk.field}});
  desk.paper.activate(next, true);
  announce(desk.doc.text.slice(next.start, next.end));
  clearTimeout(desk.timer);
  desk.timer = setTimeout(() => settle(desk), PAUSE);
}
export function moved(desk, edge, point) {
  const now = fields(desk.claim).find(each => each.key === desk.field)?.span;
  if (now) put_span(desk, desk.field, desk.doc.text.span(...(edge === "start" ? [point, now.end] : [now.start, point])));
}

export function field(desk, key) {
  settle(desk);
  desk.field = key;
  desk.render();
  const now = fields(desk.claim).find(each => each.key === key);
  if (now) { desk.paper.reveal(now.span); announce(`${now.label}: ${now.span.text}`); }
}
function turn(desk, by) {
  const all = fields(desk.claim), at = all.findIndex(each => each.key === desk.field);
  field(desk, all[(at + by + all.length) % all.length].key);
}

// Selecting words by keys: what is selected is the browser's own selection, as if a mouse had made it.
export function selecting(desk, event) {
  const chosen = desk.doc && desk.paper.selection();
  if (!chosen || !event.key.startsWith("Arrow") || event.ctrlKey || event.metaKey) return undefined;
  const text = desk.doc.text, by = event.key === "ArrowRight" || event.key === "ArrowDown" ? 1 : -1, far = event.key === "ArrowUp" || event.key === "ArrowDown" ? 12 : 1;
  let {start, end} = chosen;
  for (let i = 0; i < far; i += 1) {
    if (event.shiftKey) end = text.step(end, "end", by, event.altKey);
    else { start = text.step(start, "start", by); [, end] = text.tokens(start, Math.min(start + 80, text.length))[0] ?? [0, start + 1]; }
  }
  if (start < end) choose_words(desk, {start, end});
  return "nothing";
}
function choose_words(desk, span) {
  const ranges = desk.paper.ranges(span);
  if (!ranges.length) return;
  getSelection().setBaseAndExtent(ranges[0].startContainer, ranges[0].startOffset, ranges.at(-1).endContainer, ranges.at(-1).endOffset);
  desk.paper.reveal(span);
  announce(desk.doc.text.slice(span.start, span.end));
}

const need = (desk, what) => {
  const chosen = desk.paper.selection();
  if (!chosen) tell(`Select ${what} first: with the mouse, or with v and the arrows.`);
  return chosen;
};
const done = () => getSelection().removeAllRanges();

async function label(desk, title, values, current, patch) {
  const {claim} = desk, value = await choose(title, options(values), current);
  if (value !== undefined && value !== current && claim === desk.claim) edit(desk, patch(value, claim));
}

async function facets(desk) {
  const {claim} = desk, now = claim.facets;
  const value = await choose("Facets", FACETS.map(each => ({value: each, label: `${now.includes(each) ? "✓ " : ""}${each}`})));
  if (value && claim === desk.claim) edit(desk, put(claim, now.includes(value) ? now.filter(each => each !== value) : [...now, value], "facets"));
}

// Claims near this one, nearest first.
async function near(desk, title) {
  const at = desk.doc.order.indexOf(desk.current), found = [];
  for (let d = 1; d <= 5; d += 1) for (const i of [at - d, at + d]) if (desk.doc.order[i]) found.push(desk.doc.order[i]);
  if (!found.length) { tell("There is no other claim."); return undefined; }
  return choose(title, found.slice(0, 10).map(id => ({value: id, label: desk.doc.things.claims.get(id).text, hint: `claim ${desk.doc.numberOf(id)}`})));
}

async function relation(desk) {
  const {claim} = desk;
  const value = await choose("How does it hang on another claim?", [...options(RELATIONS), {value: null, label: "on nothing", key: "0"}], claim.parent?.relation ?? null);
  if (value === undefined) return;
  const parent = value && await near(desk, `${words(value)} which claim?`);
  if (claim === desk.claim && parent !== undefined) edit(desk, put(claim, value && {claim: parent, relation: value}, "parent"));
}

async function source(desk) {
  await label(desk, "Who is made to say it?", SOURCES, desk.claim.attribution.source_type, (value, claim) => put(claim,
    value === "author" ? {source_type: "author", source: null, cue: null, content: "none", chain: []} : {...claim.attribution, source_type: value}, "attribution"));
}

async function text(desk) {
  const {claim} = desk, given = await ask("Standalone text", {text: {label: "Readable without the op-ed", value: claim.text, rows: 4}});
  if (given && given.text.trim() && given.text !== claim.text && claim === desk.claim) edit(desk, put(claim, given.text.trim(), "text"));
}
async function comment(desk) {
  const claim = desk.current, given = await ask("Comment", {note: {label: "For whoever reads this next", rows: 3}});
  if (given?.note.trim()) desk.decide("comment", {claim, note: given.note.trim()});
}

async function into(desk) {
  const span = need(desk, "words");
  if (!span) return;
  const {claim} = desk, {text: whole} = desk.doc;
  const fresh = [{value: "new amounts", label: "a new amount", key: "$"}, {value: "new dates", label: "a new date", key: "@"}, {value: "new entities", label: "a new name", key: "&"}];
  const value = await choose(`“${short(whole.slice(span.start, span.end))}” is …`, [...targets(claim), ...fresh]);
  if (value === undefined || claim !== desk.claim) return;
  done();
  const words_ = whole.span(span.start, span.end);
  if (value.startsWith("new ")) { await make(desk, value.slice(4), words_); return; }
  if (value === "words 0" && fields(claim).filter(each => each.key.startsWith("words")).length > 1) {
    edit(desk, put(claim, [words_], "fragments"), put(claim, words_, "span"));
  } else put_span(desk, value, words_);
  desk.field = fields(desk.claim).findLast(each => each.span.start === span.start && each.span.end === span.end)?.key ?? "words 0";
  desk.render();
}
const short = words_ => words_.length > 60 ? `${words_.slice(0, 57)} …` : words_;

// The form of an amount, date or name → what it says; `thing` as it is now.
const FORMS = {
  amounts: t => ({comparator: {value: t.comparator, choices: COMPARATORS}, value: {value: t.value, label: "value (digits)"}, low: {value: t.low, label: "least"}, high: {value: t.high, label: "most"},
    unit: {value: t.unit}, currency: {value: t.currency, label: "currency (ISO 4217)"}, per: {value: t.per, label: "per (year, hour …)"}, change: {value: t.change, choices: [null, ...CHANGES]}}),
  dates: t => ({relation: {value: t.relation, choices: [null, ...WHEN]}, kind: {value: t.kind, choices: DATES}, first: {value: t.first, label: "first day (2019-01-31)"}, last: {value: t.last, label: "last day"}}),
  entities: t => ({label: {value: t.label, choices: LABELS.includes(t.label) ? LABELS : [t.label, ...LABELS]}, name: {value: t.name, label: "full name"}}),
};
const CALLED = {amounts: "Amount", dates: "Date", entities: "Name"};

export async function thing(desk, list, id) {
  const now = desk.doc.things[list].get(id);
  const given = await ask(`${CALLED[list]}: “${now.span.text}”`, FORMS[list](now));
  if (!given) return;
  const patch = Object.entries(given).filter(([name, value]) => (value.trim() || null) !== now[name]).map(([name, value]) => ({op: "replace", path: path(list, id, name), value: value.trim() || null}));
  if (patch.length) edit(desk, ...patch);
}
async function make(desk, list, span) {
  const {claim} = desk, letter = {amounts: "m", dates: "d", entities: "e"}[list];
  const blank = {
    amounts: {span, core: span, value: null, low: null, high: null, comparator: "eq", unit: "currency", currency: null, rule: "reviewer"},
    dates: {span, core: span, kind: "date", relation: null, edtf: null, timex: null, grain: null, first: null, last: null, anchored_to: "none", rule: "reviewer"},
    entities: {span, label: "ORG", name: span.text},
  }[list];
  const given = await ask(`${CALLED[list]}: “${short(span.text)}”`, FORMS[list](blank));
  if (!given || claim !== desk.claim) return;
  const numbers = [...desk.doc.things[list].keys()].map(id => Number(id.replace(/^\D+/, "")) || 0), id = letter + (Math.max(0, ...numbers) + 1);
  const filled = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value.trim() || null]));
  edit(desk, {op: "add", path: path(list, id), value: {id, ...blank, ...filled}}, put(claim, [...claim[list], id], list));
}

function add(desk) {
  const span = need(desk, "the words of the new claim");
  if (!span) return;
  done();
  desk.decide("add", {claim: null, act: {name: "add", at: [span.start, span.end]}});
  announce("A new claim.");
}
function split(desk) {
  const span = need(desk, "the words where the second claim starts");
  if (!span) return;
  done();
  desk.decide("split", {act: {name: "split", at: [span.start, span.end]}});
}
async function merge(desk) {
  const claim = desk.current, other = await near(desk, "Glue it to which claim?");
  if (other && claim === desk.current) desk.decide("merge", {act: {name: "merge", other}});
}
function clear(desk) {
  const patch = empty(desk.claim, desk.field, desk.doc.text);
  if (patch) { edit(desk, ...patch); desk.field = "words 0"; desk.render(); } else tell("This field cannot be empty.");
}

// After the server has taken something: go where it happened.
export function told(desk, item, answer, fresh) {
  if (["add", "split"].includes(item.verdict) && item.act.name !== "take" && fresh.length) desk.select(fresh[0]);
  if (!["undo", "redo", "merge"].includes(item.verdict)) return;
  const touched = Object.keys(answer.things).map(parts).find(([list, id]) => list === "claims" && desk.doc.things.claims.has(id));
  if (touched) desk.select(touched[1]);
  if (item.verdict !== "merge") tell(item.verdict === "undo" ? "Undone." : "Done again.");
}

function take(desk, side) {
  if (!desk.gold) { tell("There is no other version of this claim."); return; }
  if (side === "left") desk.decide("accept");
  else desk.decide("edit", {act: {name: "take", other: desk.gold.id}});
  desk.onward();
}
// The same keys where only the other version has the claim.
function lacking(desk, act) {
  const {lacking: claim, current} = desk;
  if (act === "right" || act === "accept") desk.decide("add", {claim: null, act: {name: "take", other: claim.id}});
  else if (act === "left" || act === "reject") { desk.doc.left.add(current); desk.decide("comment", {claim: null, note: LEFT + claim.id}); }
  else { tell("Only B has this claim: l takes it, h leaves it out."); return; }
  desk.onward();
}

const verdict = name => desk => { desk.decide(name); desk.onward(); };
const kind = i => desk => { if (desk.claim.kind !== KINDS[i]) edit(desk, put(desk.claim, KINDS[i], "kind")); };
const ACTS = {
  accept: verdict("accept"), reject: verdict("reject"), skip: verdict("skip"), flag: verdict("flag"), comment, text, facets, relation, source_type: source,
  kind: desk => label(desk, "Kind", KINDS, desk.claim.kind, (value, claim) => put(claim, value, "kind")),
  kind1: kind(0), kind2: kind(1), kind3: kind(2), kind4: kind(3),
  modality: desk => label(desk, "Modality", MODALITIES, desk.claim.modality.value, (value, claim) => put(claim, value, "modality", "value")),
  polarity: desk => label(desk, "Polarity", POLARITIES, desk.claim.polarity.value, (value, claim) => put(claim, value, "polarity", "value")),
  status: desk => label(desk, "The money is …", STATUSES, desk.claim.transfer.status, (value, claim) => put(claim, value, "transfer", "status")),
  aggregation: desk => label(desk, "The figure is …", AGGREGATIONS, desk.claim.transfer.aggregation, (value, claim) => put(claim, value, "transfer", "aggregation")),
  nextField: desk => turn(desk, 1), previousField: desk => turn(desk, -1), empty: clear, words: into, split, merge,
  left: desk => take(desk, "left"), right: desk => take(desk, "right"),
};
const ANYWHERE = {
  next: desk => desk.step(1), previous: desk => desk.step(-1),
  nextDocument: desk => jump(desk, 1), previousDocument: desk => jump(desk, -1),
  undo: desk => turned(desk, "undo"), redo: desk => turned(desk, "redo"),
  open: queue, help, add, search: () => $("search").focus(),
  select: desk => {
    const from = desk.claim ? fields(desk.claim).find(each => each.key === desk.field)?.span.start ?? 0 : 0, first = desk.doc.text.tokens(from, Math.min(from + 200, desk.doc.text.length))[0];
    if (first) choose_words(desk, {start: first[0], end: first[1]});
  },
  leave: desk => { done(); document.activeElement?.blur?.(); desk.moving = null; if (desk.claim) desk.render(); },
  nothing: () => {},
};
// What there is to do where the op-ed cannot be opened.
const {nextDocument, previousDocument, open, help: keys} = ANYWHERE;
const WITHOUT = {nextDocument, previousDocument, open, help: keys};
const EDGES = {endOut: ["end", 1], endIn: ["end", -1], startOut: ["start", -1], startIn: ["start", 1]};

// How often it goes, with what is still on its way to the server.
function left(desk) {
  let {undo, redo} = desk.doc;
  for (const {verdict} of desk.waiting) {
    if (verdict === "comment") continue;
    if (verdict === "undo") { undo -= 1; redo += 1; } else { undo += 1; redo = verdict === "redo" ? redo - 1 : 0; }
  }
  return {undo, redo};
}
function turned(desk, way) {
  if (left(desk)[way] > 0) desk.decide(way, {claim: null}); else tell(`There is nothing to ${way} in this op-ed.`);
}

function jump(desk, by) {
  const to = desk.at + by;
  if (to >= 0 && to < Number(desk.room.documents)) desk.open(to); else tell(by > 0 ? "This is the last document." : "This is the first document.");
}

export function run(desk, act, alt = false) {
  if (desk.opening) return undefined;
  if (!desk.doc) return WITHOUT[act]?.(desk);
  if (EDGES[act]) return desk.claim?.whole ? move(desk, ...EDGES[act], alt) : undefined;
  if (act !== "leave") settle(desk);
  if (ANYWHERE[act]) return ANYWHERE[act](desk);
  if (desk.lacking) return lacking(desk, act);
  if (!desk.claim?.whole) { tell("Choose a claim first."); return undefined; }
  return ACTS[act]?.(desk);
}
