// The documents: a dialog with a search and a list of any length, whose rows are asked for as they come into view.
import {get} from "./doc.js";
import {announce, dialog, el} from "./dom.js";
import {List} from "./list.js";

const PAGE = 100;

export async function queue(desk) {
  let rows = new Map(), asked = new Set(), query = "", hasty = false, list;
  const number = await dialog(close => {
    const search = el("input", {type: "search", placeholder: "Title or id", "aria-label": "Search documents", autocomplete: "off"});
    const state = el("select", {"aria-label": "Which documents"}, el("option", {value: ""}, "all"), el("option", {value: "open"}, "not finished"), el("option", {value: "new"}, "not begun"), el("option", {value: "done"}, "finished"));
    const order = el("select", {"aria-label": "Order"}, el("option", {value: ""}, "as they are"), el("option", {value: "confidence"}, "least confident first"), el("option", {value: "worth"}, "most check-worthy first"));
    const box = el("div", {id: "documents", role: "listbox", tabindex: "0", "aria-label": "Documents"}), count = el("p", {class: "count", role: "status"});
    const page = async at => {
      if (asked.has(at)) return;
      asked.add(at);
      const mine = query;
      const answer = await get(`/api/queue?${mine}&from=${at * PAGE}&n=${PAGE}`).catch(error => { announce(count.textContent = error.message); return null; });
      if (!answer || mine !== query) return;
      answer.rows.forEach((row, i) => rows.set(at * PAGE + i, row));
      count.textContent = `${answer.count} of ${answer.all} documents${answer.counted && answer.counted < answer.all ? `; ${answer.counted} counted so far` : ""}`;
      if (list.count !== answer.count) list.set(answer.count); else list.refresh();
      if (list.current < 0) list.select(Math.max(0, [...rows.values()].findIndex(row => row.number === desk.at)));
      if (hasty && rows.has(list.current)) close(rows.get(list.current).number);
    };
    list = new List(box, 44, i => {
      const row = rows.get(i);
      if (!row) { page(Math.floor(i / PAGE)); return [el("span", {class: "text"}, "…")]; }
      return [el("span", {class: "text"}, row.title ?? row.id), el("span", {class: "of"}, row.claims === null ? `${row.decided} decided` : `${row.decided} of ${row.claims}`)];
    }, i => rows.has(i) && close(rows.get(i).number));
    const again = () => {
      hasty = false;
      rows = new Map(); asked = new Set();
      query = new URLSearchParams({q: search.value, state: state.value, order: order.value}).toString();
      list.current = -1;
      page(0);
    };
    for (const control of [search, state, order]) control.addEventListener("input", again);
    const keys = event => {
      const to = {ArrowDown: list.current + 1, ArrowUp: list.current - 1, PageDown: list.current + 10, PageUp: list.current - 10}[event.key];
      if (to !== undefined && event.target.tagName !== "SELECT") { list.select(Math.min(Math.max(to, 0), list.count - 1)); event.preventDefault(); }
      else if (event.key === "Enter") {  // before the answer to what was typed: as soon as it is there
        if (rows.has(list.current)) close(rows.get(list.current).number); else hasty = true;
        event.preventDefault();
      }
    };
    search.addEventListener("keydown", keys);
    box.addEventListener("keydown", keys);
    again();
    return [el("h2", {}, "Documents"), el("div", {class: "controls"}, search, state, order), box, count];
  }, box => { box.querySelector("input").focus(); list.fill(); }, "queue");
  if (number !== undefined) desk.open(number);
}
