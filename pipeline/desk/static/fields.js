// Which words of the op-ed fill which field of a claim, and the JSON Patch that lets other words fill it.
import {pieces} from "./marks.js";
import {path} from "./patch.js";
import {ROLES} from "./terms.js";

const PARTIES = ["payer", "recipient", "purpose", "instrument"];

// Every field of words that a claim has: {key, label, span, rule}.
export function fields(claim) {
  const own = pieces(claim), found = own.map((span, i) => ({key: `words ${i}`, label: own.length > 1 ? `words ${i + 1}` : "words", span, rule: "span"}));
  for (const name of ["subject", "predicate", "object"]) if (claim[name]) found.push({key: name, label: name, span: claim[name].span, rule: name, role: claim[name]});
  claim.arguments?.forEach((role, i) => found.push({key: `arguments ${i}`, label: role.role, span: role.span, rule: "arguments", role}));
  for (const name of ["source", "cue"]) if (claim.attribution[name]) found.push({key: name, label: name === "cue" ? "saying" : name, span: claim.attribution[name], rule: "attribution"});
  for (const name of ["polarity", "modality"]) claim[name].cues?.forEach((span, i) => found.push({key: `${name} ${i}`, label: `${name} cue`, span, rule: name}));
  if (claim.transfer) for (const name of PARTIES) if (claim.transfer[name]) found.push({key: `transfer ${name}`, label: name, span: claim.transfer[name], rule: "transfer"});
  return found;
}

// What a selection can become: {value (a field's key), label}.
export function targets(claim) {
  const found = [["words 0", "the claim's words"], ["words +", "one more piece of its words"], ["subject"], ["predicate"], ["object"], ["source", "source: who says it"], ["cue", "the words of saying"],
    ["polarity +", "cue of the polarity"], ["modality +", "cue of the modality"], ...ROLES.slice(0, 5).map(role => [`role ${role}`, role])];
  if (claim.transfer) found.push(...PARTIES.map(name => [`transfer ${name}`, `transfer: ${name}`]));
  found.push(...ROLES.slice(5).map(role => [`role ${role}`, role]));
  return found.map(([value, label]) => ({value, label: label ?? value}));
}

// The operations that let `span` fill the field; `text` is the op-ed (points.js), `entities` a Map of what has names.
export function set(claim, key, span, text, entities) {
  const at = (...more) => path("claims", claim.id, ...more), [name, which] = key.split(" ");
  const put = (where, value) => ({op: "replace", path: where, value});
  if (name === "words") return words(claim, which, span, text, at);
  if (["subject", "predicate", "object"].includes(name)) return [put(at(name), role(claim[name], name, span, text, entities))];
  if (name === "arguments") return [put(at(name), claim.arguments.map((each, i) => String(i) === which ? role(each, each.role, span, text, entities) : each))];
  if (name === "role") return [put(at("arguments"), [...claim.arguments, role(null, which, span, text, entities)])];
  if (name === "transfer") return [put(at("transfer", which), span)];
  if (name === "polarity" || name === "modality") {
    const cues = claim[name].cues;
    return [put(at(name, "cues"), which === "+" ? [...cues, span] : cues.map((cue, i) => String(i) === which ? span : cue))];
  }
  const said = {...claim.attribution, [name]: span};
  if (said.source_type === "author" && name === "source") said.source_type = "person";
  if (said.chain.length) said.chain = said.chain.map((link, i) => i === said.chain.length - 1 ? {...link, [name]: span} : link);
  else said.chain = [{source: said.source, cue: said.cue}];
  return [put(at("attribution"), said)];
}

// The operations that leave the field empty; null where it cannot be.
export function empty(claim, key, text) {
  const at = (...more) => path("claims", claim.id, ...more), [name, which] = key.split(" ");
  const without = list => list.filter((_, i) => String(i) !== which);
  if (name === "words" && pieces(claim).length > 1) return fragments(pieces(claim).filter((_, i) => String(i) !== which), text, at);
  if (name === "subject" || name === "object") return [{op: "replace", path: at(name), value: null}];
  if (name === "arguments") return [{op: "replace", path: at(name), value: without(claim.arguments)}];
  if (name === "polarity" || name === "modality") return [{op: "replace", path: at(name, "cues"), value: without(claim[name].cues)}];
  if (name === "transfer") return [{op: "replace", path: at(name, which), value: null}];
  if (name === "source") return [{op: "replace", path: at("attribution"), value: {source_type: "author", source: null, cue: null, content: "none", chain: []}}];
  if (name === "cue") return [{op: "replace", path: at("attribution", "cue"), value: null}];
  return null;
}

function words(claim, which, span, text, at) {
  const own = pieces(claim);
  const all = which === "+" ? [...own, span] : own.map((piece, i) => String(i) === which ? span : piece);
  return fragments(all, text, at);
}

// Pieces in order, none twice over; the span reaches from the first to the last.
function fragments(all, text, at) {
  const sorted = all.toSorted((a, b) => a.start - b.start || a.end - b.end), joined = [];
  for (const piece of sorted) {
    const last = joined.at(-1);
    if (last && piece.start <= last.end ) joined[joined.length - 1] = text.span(last.start, Math.max(last.end, piece.end));
    else joined.push(piece);
  }
  const whole = {start: joined[0].start, end: joined.at(-1).end};
  whole.text = text.slice(whole.start, whole.end);
  return [{op: "replace", path: at("fragments"), value: joined}, {op: "replace", path: at("span"), value: whole}];
}

function role(old, name, span, text, entities) {
  const inside = part => part && part.start >= span.start && part.end <= span.end;
  const last = text.tokens(span.start, span.end).at(-1) ?? [span.start, span.end];
  const head = inside(old?.head) ? old.head : text.span(...last);
  const entity = [...entities.values()].find(each => inside(each.span) && each.span.start <= head.start && each.span.end >= head.end);
  const made = {role: name, span, text: span.text, head, entity: entity?.id ?? null, origin: "explicit"};
  if (name !== "predicate") return made;
  return {...made, lemma: inside(old?.head) ? old.lemma : head.text.toLowerCase(), tense: old?.tense ?? "present", voice: old?.voice ?? "active"};
}
