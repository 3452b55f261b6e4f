// The op-ed. Every paragraph is there at once as plain text; its marks are drawn when it comes near the window, so
// that five thousand claims cost no more than those in view. Selection and edges come back in code points.
import {el} from "./dom.js";
import {cut, lanes, ofDocument, pieces} from "./marks.js";

const paint = (name, ranges) => {
  if (!globalThis.CSS?.highlights) return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges)); else CSS.highlights.delete(name);
};

export class Paper {
  // `hooks`: picked(ids, event), selected(), moved(edge, point)
  constructor(box, hooks) {
    Object.assign(this, {box, hooks, blocks: [], on: null, active: null});
    this.edges = ["start", "end"].map(edge => this.#handle(edge));
    this.near = new IntersectionObserver(seen => seen.forEach(each => each.isIntersecting && this.#dress(each.target.block)), {root: box, rootMargin: "600px"});
    new ResizeObserver(() => this.place()).observe(box);
    box.addEventListener("click", event => this.#click(event));
  }
  open(doc) {
    this.doc = doc;
    this.near.disconnect();
    this.on = this.active = null;
    this.refreshMarks(false);
    const sheet = el("div", {class: "sheet", lang: doc.language ?? "en"});
    this.blocks = doc.blocks.map(([start, end, again]) => {
      const node = el("p", again ? {class: "again"} : {});
      node.block = {start, end, node, dressed: false};
      node.append(this.#leaf(start, end));
      return node.block;
    });
    sheet.append(...this.blocks.map(block => block.node), ...this.edges);
    this.box.replaceChildren(sheet);
    this.sheet = sheet;
    this.box.scrollTop = 0;
    this.select(null);
    for (const block of this.blocks) this.near.observe(block.node);
  }
  // Marks anew after a change; `draw` also draws what is drawn already.
  refreshMarks(draw = true) {
    const {things} = this.doc;
    this.lane = lanes(things.claims.values());
    this.marks = ofDocument(things).sort((a, b) => a.start - b.start || b.end - a.end);
    let reach = 0;
    this.reach = this.marks.map(mark => (reach = Math.max(reach, mark.end)));  // for finding those before that reach in
    if (draw) for (const block of this.blocks) if (block.dressed) { block.dressed = false; this.#dress(block); }
    if (draw) this.select(this.on, false);
  }
  // The claim that is looked at, by id; null for none.
  select(id, scroll = true) {
    for (const node of this.sheet?.querySelectorAll(".on") ?? []) node.classList.remove("on");
    this.on = id;
    const claim = id && this.doc.things.claims.get(id);
    if (!claim) { this.activate(null); return; }
    for (const piece of pieces(claim)) for (const block of this.#touched(piece)) this.#dress(block);
    this.#light();
    if (scroll) this.reveal(pieces(claim)[0]);
  }
  // The claim's status has changed: its classes, nothing else.
  restate(id) {
    for (const node of this.sheet.querySelectorAll(`.claim[data-claim="${CSS.escape(id)}"]`)) {
      node.classList.remove("accepted", "rejected", "edited", "added", "skipped", "flagged");
      if (this.doc.status(id)) node.classList.add(this.doc.status(id));
    }
  }
  // The span whose edges can be moved: {start, end}, or null.
  // The claim's own words are lit anyway; `strong` paints what is another field.
  activate(span, strong = false) {
    Object.assign(this, {active: span, strong});
    paint("active", span && strong ? this.ranges(span) : []);
    this.place();
  }
  // The words of the other version; `scroll` also goes there.
  beside(claim, scroll = false) {
    this.other = claim;
    paint("beside", claim ? pieces(claim).flatMap(piece => this.ranges(piece)) : []);
    if (claim && scroll) this.reveal(pieces(claim)[0]);
  }
  preview(span) { paint("preview", span ? this.ranges(span) : []); }

  reveal(span) {
    const block = this.#touched(span)[0], [range] = this.ranges({start: span.start, end: span.start + 1});
    if (!block || !range) return;
    const at = range.getBoundingClientRect(), box = this.box.getBoundingClientRect();
    if (at.top < box.top + 70 || at.bottom > box.bottom - 110) this.box.scrollTop += at.top - box.top - box.height * 0.36;
  }
  place() {
    const all = this.active ? this.ranges(this.active) : [];
    this.edges.forEach((handle, i) => {
      const boxes = all.length ? [...all.at(i ? -1 : 0).getClientRects()].filter(r => r.width) : [], at = boxes.at(i ? -1 : 0);
      handle.hidden = !at;
      if (!at) return;
      const sheet = this.sheet.getBoundingClientRect();
      handle.style.left = `${(i ? at.right : at.left) - sheet.left}px`;
      handle.style.top = `${at.top - sheet.top}px`;
      handle.style.height = `${at.height}px`;
    });
  }
  // [start, end) of what is selected in the op-ed, in code points, without white space at its ends; null for nothing.
  selection() {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    if (!this.box.contains(range.commonAncestorContainer)) return null;
    let start = this.#point(range.startContainer, range.startOffset), end = this.#point(range.endContainer, range.endOffset);
    if (start === null || end === null) return null;
    const {text} = this.doc, words = text.slice(start, end);
    start += [...words].length - [...words.trimStart()].length;
    end -= [...words].length - [...words.trimEnd()].length;
    return start < end ? {start, end} : null;
  }
  ranges(span) {
    return this.#touched(span).flatMap(block => {
      const range = document.createRange(), start = Math.max(span.start, block.start), end = Math.min(span.end, block.end);
      const from = this.#spot(block, start, true), to = this.#spot(block, end, false);
      if (!from || !to) return [];
      range.setStart(...from);
      range.setEnd(...to);
      return [range];
    });
  }
  // The code point under the pointer, or null.
  under(x, y) {
    const at = document.caretPositionFromPoint?.(x, y), old = at ? null : document.caretRangeFromPoint?.(x, y);
    return at ? this.#point(at.offsetNode, at.offset) : old ? this.#point(old.startContainer, old.startOffset) : null;
  }
  #leaf(start, end) {
    const leaf = el("span", {class: "leaf"}, this.doc.text.slice(start, end));
    leaf.start = start;
    leaf.end = end;
    return leaf;
  }
  #inside(block) {  // the marks of a block, by two searches in what is sorted by start
    let low = 0, high = this.marks.length;
    while (low < high) { const m = (low + high) >> 1; if (this.reach[m] > block.start) high = m; else low = m + 1; }
    const found = [];
    for (let i = low; i < this.marks.length && this.marks[i].start < block.end; i += 1) if (this.marks[i].end > block.start) found.push(this.marks[i]);
    return found;
  }
  #dress(block) {
    if (block.dressed) return;
    block.dressed = true;
    const {claims} = this.doc.things, out = [];
    for (const piece of cut(block.start, block.end, this.#inside(block), this.lane)) {
      for (const mark of piece.opens.sort((a, b) => this.doc.numberOf(a.key) - this.doc.numberOf(b.key))) {
        out.push(el("a", {class: `mark ${claims.get(mark.key).kind}${mark.part ? " later" : ""}`, "data-n": this.doc.numberOf(mark.key), "data-claim": mark.key, "aria-hidden": "true"}));
      }
      let node = this.#leaf(piece.start, piece.end);
      for (const mark of piece.covers.toReversed()) {
        const claim = mark.layer === "claim" && claims.get(mark.key);
        const status = claim ? this.doc.status(mark.key) ?? "" : "";
        node = el("span", claim ? {class: `claim ${claim.kind} lane${this.lane.get(mark.key)} ${status}`, "data-claim": mark.key}
          : {class: mark.layer, title: this.doc.tip(mark.layer, mark.key)}, node);
      }
      out.push(node);
    }
    block.node.replaceChildren(...out);
    if (this.on) this.#light();
  }
  #light() {
    for (const node of this.sheet.querySelectorAll(`[data-claim="${CSS.escape(this.on)}"]`)) node.classList.add("on");
    if (this.active) this.activate(this.active, this.strong);
    if (this.other) this.beside(this.other);
  }
  #touched(span) {
    let low = 0, high = this.blocks.length;
    while (low < high) { const m = (low + high) >> 1; if (this.blocks[m].end > span.start) high = m; else low = m + 1; }
    const found = [];
    for (let i = low; i < this.blocks.length && this.blocks[i].start < span.end; i += 1) found.push(this.blocks[i]);
    return found;
  }
  #spot(block, point, opening) {  // [text node, offset in units]
    for (const leaf of block.node.querySelectorAll(".leaf")) {
      if (opening ? point >= leaf.start && point < leaf.end : point > leaf.start && point <= leaf.end) {
        return [leaf.firstChild, this.doc.text.unit(point) - this.doc.text.unit(leaf.start)];
      }
    }
    return null;
  }
  #point(node, offset) {
    const leaf = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.(".leaf");
    if (leaf) return this.doc.text.point(this.doc.text.unit(leaf.start) + (node.nodeType === Node.TEXT_NODE ? offset : offset && leaf.firstChild.length));
    const next = node.childNodes?.[offset], leaves = [...(next ?? node).querySelectorAll?.(".leaf") ?? []];
    if (next?.classList?.contains("leaf")) return next.start;
    return leaves.length ? (next ? leaves[0].start : leaves.at(-1).end) : null;
  }
  #click(event) {
    if (this.selection()) { this.hooks.selected(); return; }
    const ids = [];
    for (let node = event.target.closest("[data-claim]"); node; node = node.parentElement?.closest("[data-claim]")) ids.push(node.dataset.claim);
    if (ids.length) this.hooks.picked(ids);
  }
  #handle(edge) {
    const handle = el("i", {class: `edge ${edge}`, "aria-hidden": "true", title: "drag: by words; with Alt by characters"});
    handle.hidden = true;
    let drawn = null;
    const end = () => { drawn = null; handle.style.pointerEvents = ""; this.preview(null); };
    handle.addEventListener("pointerdown", event => {
      event.preventDefault();
      handle.setPointerCapture(event.pointerId);
      handle.style.pointerEvents = "none";  // what lies under it is what counts
      drawn = {...this.active};
    });
    handle.addEventListener("pointermove", event => {
      if (!drawn) return;
      const point = this.under(event.clientX, event.clientY);
      if (point === null) return;
      const to = event.altKey ? point : this.doc.text.snap(point, edge);
      const moved = {...this.active, [edge]: to};
      if (moved.start < moved.end) { drawn = moved; this.preview(drawn); }
    });
    handle.addEventListener("pointerup", () => {
      if (drawn && drawn[edge] !== this.active[edge]) this.hooks.moved(edge, drawn[edge]);
      end();
    });
    handle.addEventListener("pointercancel", end);
    return handle;
  }
}
