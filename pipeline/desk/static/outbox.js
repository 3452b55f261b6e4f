// Decisions on their way. They stand in the browser's storage until the server has them: a closed page, a crash of
// either side, a server that is away lose none. One box a tab; a tab takes over the boxes of tabs that are gone.
import {ANEW} from "./doc.js";

const WAIT = [500, 1000, 2000, 4000];

export class Outbox {
  // `taken(item, answer)`, `refused(item, status, answer)` (resolves when the person has seen it), `changed(state)`.
  constructor(room, hooks) {
    this.prefix = `opclaims:${room}:`;
    this.hooks = hooks;
    this.tries = 0;
    this.busy = false;
    this.key = this.prefix + (sessionStorage.getItem("tab") ?? crypto.randomUUID());
    this.ready = this.#settle();
    addEventListener("online", () => this.pump());
  }
  get items() {
    try { return JSON.parse(localStorage.getItem(this.key) ?? "[]"); } catch { return []; }
  }
  push(item) {
    this.#keep([...this.items, item]);
    this.pump();
  }
  async pump() {
    await this.ready;
    if (this.busy) return;
    this.busy = true;
    clearTimeout(this.timer);
    while (this.items.length) {
      const [item] = this.items;
      this.hooks.changed(this.tries ? "waiting" : "saving", this.items.length, this.why);
      let status, answer;
      try {
        const response = await fetch("/api/decisions", {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify({...item, shown: undefined})});
        answer = await response.json().catch(() => null);
        status = answer === null && response.ok ? 0 : response.status;  // cut off on its way: ask again
      } catch { status = 0; }
      if (status === 0 || status === 401 || status >= 500) { this.#later(status, answer); this.busy = false; return; }
      this.tries = 0;
      this.why = "";
      this.#keep(this.items.filter(each => each.id !== item.id));
      if (status === 200) this.hooks.taken(item, answer); else await this.hooks.refused(item, status, answer ?? {});
    }
    this.busy = false;
    this.hooks.changed("saved", 0);
  }
  // Drops what else waits for a claim whose decision was refused: it was made on top of that one.
  drop(fits) { this.#keep(this.items.filter(item => !fits(item))); }

  #later(status, answer) {
    this.why = status === 401 ? ANEW
      : status ? answer?.error ?? "the desk could not write it" : "the desk does not answer";
    this.tries += 1;
    this.hooks.changed("waiting", this.items.length, this.why);
    this.timer = setTimeout(() => this.pump(), WAIT[Math.min(this.tries, WAIT.length) - 1]);
  }
  #keep(items) {
    try {
      if (items.length) localStorage.setItem(this.key, JSON.stringify(items)); else localStorage.removeItem(this.key);
    } catch { this.why = "the browser's storage is full"; }
  }
  // Two tabs can hold one name (a tab was duplicated): the second takes another.
  async #settle() {
    if (!await this.#own(this.key)) { this.key = this.prefix + crypto.randomUUID(); await this.#own(this.key); }
    sessionStorage.setItem("tab", this.key.slice(this.prefix.length));
    await this.adopt();
  }
  // Takes over what tabs that are gone have left. A tab that is just going still holds its box: ask again later.
  async adopt() {
    for (const other of Object.keys(localStorage).filter(key => key.startsWith(this.prefix) && key !== this.key)) {
      if (await this.#own(other)) {
        const left = JSON.parse(localStorage.getItem(other) ?? "[]");
        this.#keep([...left, ...this.items]);
        localStorage.removeItem(other);
      }
    }
    return this.items.length > 0;
  }
  #own(key) {
    return new Promise(resolve => navigator.locks.request(key, {ifAvailable: true}, lock => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => {});  // held until the tab is gone
    }));
  }
}
