// A list of any length: only the rows in view exist. All rows have one height; ARIA says how many there are.
import {el} from "./dom.js";

export class List {
  constructor(box, height, draw, chosen) {
    Object.assign(this, {box, height, draw, chosen, count: 0, current: -1, rows: new Map()});
    this.inner = el("div", {class: "rows", role: "presentation"});
    box.replaceChildren(this.inner);
    box.addEventListener("scroll", () => this.fill(), {passive: true});
    box.addEventListener("click", event => { const row = event.target.closest("[data-row]"); if (row) this.chosen(Number(row.dataset.row)); });
    new ResizeObserver(() => this.fill()).observe(box);
  }
  set(count) {
    this.count = count;
    this.inner.style.height = `${count * this.height}px`;
    this.refresh();
  }
  refresh() {
    for (const row of this.rows.values()) row.remove();
    this.rows.clear();
    this.fill();
  }
  again(i) { this.rows.get(i)?.remove(); this.rows.delete(i); this.fill(); }
  fill() {
    const first = Math.max(0, Math.floor(this.box.scrollTop / this.height) - 4);
    const last = Math.min(this.count, Math.ceil((this.box.scrollTop + this.box.clientHeight) / this.height) + 4);
    for (const [i, row] of this.rows) if (i < first || i >= last) { row.remove(); this.rows.delete(i); }
    for (let i = first; i < last; i += 1) if (!this.rows.has(i)) {
      const row = el("div", {role: "option", id: `${this.box.id}-${i}`, "data-row": i, "aria-posinset": i + 1, "aria-setsize": this.count,
        "aria-selected": String(i === this.current)}, this.draw(i));
      row.style.top = `${i * this.height}px`;
      this.inner.append(row);
      this.rows.set(i, row);
    }
    if (this.rows.has(this.current)) this.box.setAttribute("aria-activedescendant", `${this.box.id}-${this.current}`);
    else this.box.removeAttribute("aria-activedescendant");
  }
  select(i) {
    this.rows.get(this.current)?.setAttribute("aria-selected", "false");
    this.current = i;
    const top = i * this.height, {scrollTop, clientHeight} = this.box;
    if (i >= 0 && (top < scrollTop || top + this.height > scrollTop + clientHeight)) this.box.scrollTop = top - clientHeight / 2 + this.height / 2;
    this.rows.get(i)?.setAttribute("aria-selected", "true");
    this.fill();
  }
}
