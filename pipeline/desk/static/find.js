// Which claims are listed, and in which order.
import {$, el, words} from "./dom.js";
import {KINDS, SOURCES} from "./terms.js";

const LOW = 0.6;
const said = claim => [claim.text, claim.span.text, claim.attribution.source?.text ?? "", claim.id].join(" ").toLowerCase();

export function fits(doc, id, claim, wanted) {
  const status = doc.status(id);
  return (!wanted.status || (wanted.status === "unreviewed" ? !status : status === wanted.status))
    && (!wanted.kind || claim.kind === wanted.kind)
    && (!wanted.source || claim.attribution.source_type === wanted.source)
    && (!wanted.low || (claim.confidence ?? claim.check_worthiness?.score ?? 1) < LOW)
    && (!wanted.amount || claim.amounts?.length > 0)
    && (!wanted.apart || doc.apart(id))
    && (!wanted.words || wanted.words.toLowerCase().split(/\s+/).every(word => said(claim).includes(word)));
}

const ORDERS = {
  position: () => 0,
  "least confident": (a, b) => (a.confidence ?? 2) - (b.confidence ?? 2),
  "what teaches most": (a, b, doc) => (doc.rankOf(a.id) - doc.rankOf(b.id)) || 0,
  "most check-worthy": (a, b) => (b.check_worthiness?.score ?? -1) - (a.check_worthiness?.score ?? -1),
};

export function listed(doc, wanted) {
  const all = doc.order.map(id => [id, doc.things.claims.get(id)]);
  if (doc.missing.size) all.push(...doc.missing);
  const found = all.filter(([id, claim]) => claim && fits(doc, id, claim, wanted));
  if (doc.missing.size) found.sort(([, a], [, b]) => a.span.start - b.span.start || a.span.end - b.span.end);
  return found.sort(([, a], [, b]) => (ORDERS[wanted.order] ?? ORDERS.position)(a, b, doc)).map(([id]) => id);  // sort keeps equals in place
}

const STATUSES = ["unreviewed", "accepted", "edited", "added", "rejected", "skipped", "flagged"];

// Fills the form; `changed` is called with nothing when another choice was made.
export function form(changed, {blind, gold}) {
  const choice = (name, label, all, values) => el("label", {}, el("span", {class: "sr"}, label),
    el("select", {name, title: label}, [el("option", {value: ""}, all), values.map(value => el("option", {value}, words(value)))]));
  const tick = (name, label) => el("label", {class: "tick"}, el("input", {type: "checkbox", name}), label);
  $("filters").append(
    el("label", {}, el("span", {class: "sr"}, "Search"), el("input", {type: "search", name: "words", id: "search", placeholder: "Search  /", autocomplete: "off", spellcheck: "false"})),
    choice("status", "Status", "any status", STATUSES), choice("kind", "Kind", "any kind", KINDS), choice("source", "Source", "any source", SOURCES),
    blind ? "" : tick("low", "low confidence"), tick("amount", "has amount"), gold ? tick("apart", "disagreement") : "",
    el("label", {}, el("span", {class: "sr"}, "Order"), el("select", {name: "order", title: "Order"}, Object.keys(ORDERS).map(value => el("option", {value}, `by ${value === "position" ? "position" : value}`)))));
  $("filters").addEventListener("input", changed);
  $("filters").addEventListener("submit", event => event.preventDefault());
}

export const wanted = () => Object.fromEntries([...new FormData($("filters"))].filter(([, value]) => value !== ""));
