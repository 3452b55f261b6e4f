// The record counts code points, JavaScript counts UTF-16 units. Here, and nowhere else, one becomes the other.
export class Text {
  constructor(string) {
    this.string = string;
    this.wide = [];  // code point offsets of the characters that take two units
    if (/[\ud800-\udbff]/.test(string)) {
      let point = 0;
      for (const character of string) { if (character.length > 1) this.wide.push(point); point += 1; }
    }
    this.length = string.length - this.wide.length;
  }
  unit(point) { return point + this.#count(i => this.wide[i] < point); }
  // Half of a character counts as its start.
  point(unit) { return unit - this.#count(i => this.wide[i] + i < unit); }
  slice(start, end) { return this.string.slice(this.unit(start), this.unit(end)); }
  span(start, end) { return {start, end, text: this.slice(start, end)}; }

  // How many of the first wide characters fit: they are in order.
  #count(fits) {
    let low = 0, high = this.wide.length;
    while (low < high) { const middle = (low + high) >> 1; if (fits(middle)) low = middle + 1; else high = middle; }
    return low;
  }

  // [start, end] of the tokens between two offsets: words with what joins them, and single signs.
  tokens(start, end) {
    const from = this.unit(start), found = [];
    for (const match of this.string.slice(from, this.unit(end)).matchAll(TOKEN)) {
      found.push([this.point(from + match.index), this.point(from + match.index + match[0].length)]);
    }
    return found;
  }

  // The nearest offset at which a token starts (edge "start") or ends ("end").
  snap(point, edge) {
    const near = this.tokens(Math.max(0, point - 80), Math.min(this.length, point + 80)).map(t => t[edge === "start" ? 0 : 1]);
    return near.reduce((best, each) => Math.abs(each - point) < Math.abs(best - point) ? each : best, near[0] ?? point);
  }

  // The offset one token (or one character) further; `step` is 1 or -1.
  step(point, edge, step, character) {
    if (character) return Math.min(Math.max(point + step, 0), this.length);
    const near = this.tokens(Math.max(0, point - 300), Math.min(this.length, point + 300)).map(t => t[edge === "start" ? 0 : 1]);
    return step > 0 ? near.find(each => each > point) ?? point : near.findLast(each => each < point) ?? point;
  }
}
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:[’'.,\u2010\u2011-][\p{L}\p{M}\p{N}]+)*|[^\s]/gu;
