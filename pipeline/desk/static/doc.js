// The document that is open: what the server said of it, and what waits in the outbox on top of that.
import {differences} from "./card.js";
import {Text} from "./points.js";
import {apply, parts, path} from "./patch.js";

const LIST = {amount: "amounts", date: "dates", entity: "entities"};
const STATUS = {accept: "accepted", reject: "rejected", edit: "edited", add: "added", split: "edited", merge: "edited", skip: "skipped", flag: "flagged"};
const CHUNK = 100;
export const ANEW = "the desk was started anew: open the address that it printed";
export const BESIDE = "beside:", LEFT = "left out: ";  // before the id of a claim that only the other version has
const pointerOf = path => path.split("/").slice(0, 3).join("/");

export async function get(address) {
  const response = await fetch(address);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw Object.assign(new Error(answer.error ?? (response.status === 401 ? ANEW : `the desk answered ${response.status}`)), {status: response.status});
  return answer;
}

export class Doc {
  constructor(given) {
    Object.assign(this, {number: given.number, id: given.id, title: given.title, language: given.language, given});
    this.text = new Text(given.text);
    this.blocks = given.blocks;
    this.things = Object.fromEntries(["claims", "amounts", "dates", "entities"].map(list => [list, new Map(given[list].map(thing => [thing.id, thing]))]));
    this.standings = new Map(Object.entries(given.standings));
    this.loading = new Map();
    this.#state(given);
    this.reorder([...this.things.claims.keys()]);
  }
  static async open(number) { return new Doc(await get(`/api/document/${number}`)); }

  standing(pointer) { return this.standings.get(pointer) ?? {version: 0, status: null}; }
  status(claim) { return this.missing.has(claim) ? (this.left.has(claim) ? "rejected" : null) : this.standing(path("claims", claim)).status; }
  // The claim, or one that only the other version has.
  either(id) { return this.things.claims.get(id) ?? this.missing.get(id); }
  numberOf(claim) { return this.numbers.get(claim) ?? 0; }
  tip(layer, key) {
    const thing = LIST[layer] && this.things[LIST[layer]].get(key);
    return thing ? thing.said : `${layer === "cue" ? "words of saying" : layer} of claim ${this.numberOf(key)}`;
  }
  // Where a claim stands among those that teach most; `learn` asks for that.
  rankOf(claim) { return this.ranks?.get(claim) ?? Infinity; }
  async learn() { this.ranks = new Map((await get(`/api/document/${this.number}/next`)).map((id, i) => [id, i])); }
  reorder(ids) {
    this.order = ids;
    this.numbers = new Map(ids.map((id, i) => [id, i + 1]));
  }
  // The claim with every field; they come a hundred at a time.
  async whole(id) {
    const claim = this.things.claims.get(id);
    if (!claim || claim.whole) return claim;
    const from = Math.floor((this.numberOf(id) - 1) / CHUNK) * CHUNK;
    if (!this.loading.has(from)) this.loading.set(from, this.#load(from));
    try { await this.loading.get(from); } finally { this.loading.delete(from); }
    return this.things.claims.get(id);
  }
  async #load(from) {
    for (const claim of await get(`/api/document/${this.number}/claims?from=${from}&n=${CHUNK}`)) {
      if (!this.things.claims.get(claim.id)?.whole) this.things.claims.set(claim.id, claim);
    }
  }
  // Versions of what a decision would touch, as they are known here.
  versions(claim, patch = []) {
    const all = new Set([...(claim ? [path("claims", claim)] : []), ...patch.map(op => pointerOf(op.path))]);
    return Object.fromEntries([...all].map(pointer => [pointer, this.standing(pointer).version]));
  }
  // What the server says now; then, on top, what still waits.
  update(answer, waiting = []) {
    for (const [pointer, thing] of Object.entries(answer.things)) {
      const [list, id] = parts(pointer);
      if (!this.things[list]) continue;
      if (thing === null) this.things[list].delete(id); else this.things[list].set(id, thing);
      this.standings.delete(pointer);
    }
    for (const [pointer, standing] of Object.entries(answer.standings)) this.standings.set(pointer, standing);
    if (answer.order) this.reorder(answer.order);
    this.#state(answer);
    for (const item of waiting) this.expect(item);
  }
  // As it will be once the server has taken the decision.
  expect(item) {
    if (item.document !== this.id || ["undo", "redo", "comment"].includes(item.verdict)) return;
    apply(this.things, [...item.patch, ...item.shown ?? []]);
    for (const pointer of Object.keys(item.versions)) {
      const was = this.standing(pointer), own = pointer === path("claims", item.claim);
      this.standings.set(pointer, {...was, version: was.version + 1, status: own ? STATUS[item.verdict] : was.status, who: item.who, when: item.when});
    }
  }
  // Whether the two versions of a claim differ.
  apart(id) {
    const claim = this.things.claims.get(id), other = this.gold?.claims[id];
    return !claim || !other || (claim.whole ? differences(claim, other).some(([, ours, theirs]) => ours !== theirs) : this.gold.apart.includes(id));
  }
  #state({version, undo, redo, comments, gold}) {
    Object.assign(this, {version, undo, redo, comments});
    if (gold !== undefined) {
      this.gold = gold;
      this.missing = new Map((gold?.missing ?? []).map(claim => [BESIDE + claim.id, claim]));
    }
    this.left = new Set((comments[""] ?? []).filter(each => each.note?.startsWith(LEFT)).map(each => BESIDE + each.note.slice(LEFT.length)));
  }
}
