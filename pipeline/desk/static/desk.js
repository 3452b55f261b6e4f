// The desk: one document, one claim that is looked at, and what its person does.
import * as acts from "./acts.js";
import {MARKS, card, lacking} from "./card.js";
import {Doc, get} from "./doc.js";
import {$, announce, dialog, el, tell} from "./dom.js";
import {fields} from "./fields.js";
import {form, listed, wanted} from "./find.js";
import {actOf} from "./keys.js";
import {List} from "./list.js";
import {Outbox} from "./outbox.js";
import {Paper} from "./paper.js";
import {path} from "./patch.js";

const AHEAD = 3, LOOK = 5000, IDLE = 60_000;
const room = document.body.dataset;

class Desk {
  constructor() {
    Object.assign(this, {room, doc: null, at: 0, current: null, field: "words 0", shown: [], moving: null});
    this.list = new List($("list"), 50, i => this.row(i), i => this.select(this.shown[i]));
    this.paper = new Paper($("paper"), {picked: ids => this.pick(ids), selected: () => this.bar(), moved: (edge, point) => acts.moved(this, edge, point)});
    this.outbox = new Outbox(room.room, {
      changed: (state, number, why) => this.saved(state, number, why),
      taken: (item, answer) => this.taken(item, answer), refused: (item, status, answer) => this.refused(item, status, answer),
    });
  }
  get claim() { return this.doc?.things.claims.get(this.current); }
  get lacking() { return this.doc?.missing.get(this.current); }
  get place() { return this.shown.indexOf(this.current) + 1 || "–"; }
  get count() { return this.shown.length; }
  get comments() { return this.doc.comments[path("claims", this.current)] ?? []; }
  get gold() { return this.doc.gold?.claims[this.current] ?? null; }
  get goldName() { return room.gold; }
  get waiting() { return this.outbox.items.filter(item => item.document === this.doc?.id); }

  async start() {
    form(async () => {
      if (wanted().order === "what teaches most") await this.doc?.learn().catch(error => this.trouble(error));
      this.filter();
      if (this.doc) this.render();
    }, {blind: Boolean(room.blind), gold: Boolean(room.gold)});
    const asked = new URLSearchParams(location.hash.slice(1));
    history.replaceState(null, "", `/#${asked}`);  // the token need not stay in sight
    await this.open(Number(asked.get("doc") ?? room.first) || 0, asked.get("claim"));
    this.outbox.pump();  // also where that failed
    setInterval(() => this.look(), LOOK);
    document.addEventListener("visibilitychange", () => document.hidden ? acts.settle(this) : this.look());
    addEventListener("pagehide", () => acts.settle(this));
  }
  async open(number, claim) {
    acts.settle(this);
    this.opening = true;  // a key that comes now is not meant for what is still shown
    this.at = number;  // also where it fails: the next one is the next
    try { this.doc = await Doc.open(number); } catch (error) { this.shut(number, error); return; } finally { this.opening = false; }
    for (const item of this.waiting) this.doc.expect(item);
    const {lost} = this.doc.given;
    $("lost").hidden = !lost;
    $("lost").textContent = `${lost} decisions in the log fit nothing here any more: the records are others.`;
    this.current = null;
    document.title = `${this.doc.title} · desk`;
    $("title").textContent = this.doc.title;
    $("where").textContent = `${number + 1} of ${room.documents}`;
    $("byline").textContent = [this.doc.given.outlet, this.doc.given.byline, this.doc.given.published].filter(Boolean).join(" · ");
    this.paper.open(this.doc);
    this.filter();
    const first = this.shown.find(id => !this.doc.status(id)) ?? this.shown[0];
    await this.select(this.doc.either(claim) ? claim : first ?? null);
    this.progress();
    this.outbox.pump();
  }
  filter() {
    this.shown = this.doc ? listed(this.doc, wanted()) : [];
    this.list.set(this.shown.length);
    this.list.select(this.shown.indexOf(this.current));
    $("count").textContent = `${this.shown.length} of ${(this.doc?.order.length ?? 0) + (this.doc?.missing.size ?? 0)}`;
    $("none").hidden = this.shown.length > 0;
    $("none").textContent = this.doc?.order.length ? "No claim fits." : "No claims yet. Select words and press n.";
  }
  async select(id, scroll = true) {
    acts.settle(this);
    if (id !== this.current) { this.began = performance.now(); this.away = 0; this.touched = performance.now(); this.field = "words 0"; }
    this.current = id;
    this.list.select(this.shown.indexOf(id));
    this.paper.select(id, scroll);
    history.replaceState(null, "", `#doc=${this.doc.number}${id ? `&claim=${encodeURIComponent(id)}` : ""}`);
    const claim = this.claim;
    this.paper.beside(this.lacking ?? this.gold, Boolean(this.lacking));
    if (!claim) { this.render(); if (this.lacking) announce(`Only in B: ${this.lacking.text}`); return; }
    if (!claim.whole) { $("card").setAttribute("aria-busy", "true"); try { await this.doc.whole(id); } catch (error) { this.trouble(error); } }
    if (this.current !== id) return;
    this.render();
    announce(`Claim ${this.place} of ${this.count}, ${claim.kind}, ${this.doc.status(id) ?? "unreviewed"}: ${claim.text}`);
    const next = this.shown[this.shown.indexOf(id) + AHEAD];
    if (next) this.doc.whole(next).catch(() => {});
  }
  // The card anew; what had the focus has it again.
  render() {
    const box = $("card"), claim = this.claim, held = box.contains(document.activeElement) ? document.activeElement.dataset : null;
    const top = box.scrollTop, same = box.dataset.claim === (this.current ?? "");
    box.dataset.claim = this.current ?? "";
    box.setAttribute("aria-busy", "false");
    const empty = () => [el("p", {class: "empty"}, this.doc?.order.length ? "Choose a claim." : "No claims yet. Select words in the op-ed and press n.")];
    box.replaceChildren(...(claim?.whole ? card(this, claim) : this.lacking ? lacking(this, this.lacking) : empty()).filter(Boolean));
    box.scrollTop = same ? top : 0;
    const now = claim?.whole && fields(claim).find(field => field.key === this.field);
    this.paper.activate(this.moving ?? (now ? now.span : null), Boolean(this.moving) || !this.field.startsWith("words"));
    if (held?.act ?? held?.field) [...box.querySelectorAll("button")].find(each => each.dataset.act === held.act && each.dataset.field === held.field)?.focus({preventScroll: true});
  }
  row(i) {
    const id = this.shown[i], claim = this.doc.either(id), status = this.doc.status(id);
    if (!claim) return [];
    return [el("span", {class: `number ${claim.kind}`}, this.doc.missing.has(id) ? "B" : String(this.doc.numberOf(id))), el("span", {class: "text"}, claim.text),
      el("span", {class: `badge ${status ?? "open"}`, title: status ?? "unreviewed"}, MARKS[status] ?? "", el("span", {class: "sr"}, ` ${claim.kind}, ${status ?? "unreviewed"}`))];
  }
  pick(ids) {  // again on the same words: the next claim around
    const at = ids.indexOf(this.current);
    this.select(ids[(at + 1) % ids.length], false);
  }
  step(by) {
    const at = this.shown.indexOf(this.current);
    const to = at < 0 ? 0 : at + by;
    if (this.shown[to]) this.select(this.shown[to]); else tell(by > 0 ? "This is the last claim." : "This is the first claim.");
  }
  // What everybody does after a verdict: the next claim nobody has decided on, else simply the next.
  onward() {
    const at = this.shown.indexOf(this.current);
    const open = [...this.shown.slice(at + 1), ...this.shown.slice(0, Math.max(at, 0))].find(id => !this.doc.status(id));
    if (open) this.select(open); else { this.step(1); tell("Every claim in this list is decided on."); }
  }
  seconds() {
    return Math.round((performance.now() - this.began - this.away) / 100) / 10;
  }
  active() {
    const now = performance.now();
    if (now - this.touched > IDLE) this.away += now - this.touched;
    this.touched = now;
  }
  // One decision: at once on the page, then to the server. `patch` is a JSON Patch on the document keyed by ids.
  decide(verdict, {claim = this.current, patch = [], act = null, note = null, shown = []} = {}) {
    const item = {id: crypto.randomUUID(), when: new Date().toISOString(), document: this.doc.id, seen: this.doc.version, verdict,
      claim, patch, act, note, shown, versions: ["undo", "redo", "comment"].includes(verdict) ? {} : this.doc.versions(claim, patch), seconds: this.seconds()};
    this.began = performance.now();
    this.away = 0;
    this.doc.expect({...item, who: room.who});
    this.outbox.push(item);
    this.changed(patch.length + shown.length > 0);
    return item;
  }
  // The page after a change of the document.
  changed(marks, kept = this.current) {
    const claim = this.doc.things.claims.get(kept);
    if (marks) this.paper.refreshMarks(); else this.paper.restate(kept);
    this.list.refresh();
    if (!claim && !this.doc.missing.has(kept)) this.current = null;
    this.render();
    this.progress();
  }
  taken(item, answer) {
    if (item.document !== this.doc?.id) return;
    const before = new Set(this.doc.order), at = this.shown.indexOf(this.current);
    this.doc.update(answer, this.waiting);
    const fresh = this.doc.order.filter(id => !before.has(id));
    const deep = item.patch.length > 0 || item.act || item.verdict === "undo" || item.verdict === "redo" || answer.others.length > 0;
    if (deep) this.filter();
    this.changed(deep);
    acts.told(this, item, answer, fresh);
    if (!this.current && this.shown.length) this.select(this.shown[Math.min(Math.max(at, 0), this.shown.length - 1)]);
  }
  async refused(item, status, answer) {
    this.outbox.drop(each => each.document === item.document && each.claim && each.claim === item.claim);
    const {number} = this.doc, claim = this.current;
    if (item.document === this.doc.id) await this.open(number, item.claim ?? claim);
    const again = status === 409 && item.verdict !== "undo" && item.document === this.doc.id;
    announce(answer.error ?? "The desk refused it.");
    const mine = await dialog(close => [
      el("h2", {}, status === 409 ? "Somebody was faster" : "That cannot be"),
      el("p", {}, answer.error ?? `The desk answered ${status}.`),
      el("p", {}, status === 409 ? "The claim is shown as it is now. Your decision was not written." : "Nothing was changed."),
      el("p", {class: "buttons"}, again ? el("button", {type: "button", onclick: () => close(true)}, `Put mine on top (${item.verdict})`) : "",
        el("button", {type: "button", class: "main", onclick: () => close(false)}, status === 409 ? "Keep theirs" : "Go on")),
    ], box => box.querySelector("button.main").focus(), "conflict");
    if (mine && (!item.claim || this.doc.things.claims.has(item.claim))) this.decide(item.verdict, {claim: item.claim, patch: item.patch, act: item.act, note: item.note});
  }
  // What others did meanwhile.
  async look() {
    if (!this.doc || document.hidden) return;
    if (await this.outbox.adopt()) { this.outbox.pump(); return; }
    const {doc} = this;
    try {
      const answer = await get(`/api/document/${doc.number}/since?version=${doc.version}`);
      if (this.doc !== doc || answer.version === doc.version) return;
      const any = Object.keys(answer.things).length > 0;
      doc.update(answer, this.waiting);
      if (any) { this.filter(); this.changed(true); }
      if (answer.others.length) tell(`${answer.others.join(", ")} decided on something in this document.`);
    } catch { /* the next decision will tell */ }
  }
  progress() {
    const ids = [...this.doc.order, ...this.doc.missing.keys()], all = ids.length, done = ids.filter(id => this.doc.status(id)).length;
    $("progress").max = Math.max(all, 1);
    $("progress").value = done;
    $("done").textContent = `${done} of ${all} decided`;
  }
  saved(state, number, why) {
    const line = $("saved");
    line.dataset.state = state;
    line.textContent = {saved: "Saved", saving: "Saving …", waiting: `Not saved: ${number} waiting, ${why}`}[state];
  }
  shut(number, error) {
    if (!error.status) { this.trouble(error); return; }
    const why = `Op-ed ${number + 1} of ${room.documents} cannot be opened: ${error.message}. Shift and j is the next, o the list.`;
    if (!this.doc) $("card").replaceChildren(el("p", {class: "empty"}, why));
    tell(why);
  }
  trouble(error) {
    const why = error.status ? error.message : "The desk does not answer. What you decided is kept here until it does.";
    $("saved").dataset.state = "waiting";
    $("saved").textContent = why;
    announce(why);
  }
  bar() { announce("Words are selected: w puts them into a field, n makes a claim of them, d divides the claim there."); }
}

const desk = new Desk();
globalThis.addEventListener("keydown", event => {
  desk.active();
  if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
  const writing = event.target.closest?.("input:not([type=checkbox]), textarea, select");
  if (writing && event.key !== "Escape") { if (event.key === "Enter" && writing.type === "search") writing.blur(); return; }
  const act = acts.selecting(desk, event) ?? actOf(event);
  if (!act || (act === "leave" && !writing && !event.target.closest?.("button") && !desk.doc)) return;
  event.preventDefault();
  acts.run(desk, act, event.altKey);
});
document.addEventListener("pointerdown", () => desk.active());
document.addEventListener("click", event => {
  const at = event.target.closest("[data-act], [data-field], [data-thing], #card [data-claim]");
  if (!at || (!desk.doc && !at.dataset.act) || event.target.closest("dialog")) return;
  if (at.dataset.act) acts.run(desk, at.dataset.act);
  else if (at.dataset.field) acts.field(desk, at.dataset.field);
  else if (at.dataset.thing) acts.thing(desk, at.dataset.list, at.dataset.thing);
  else if (at.closest("#card")) desk.select(at.dataset.claim);
});
desk.start();
