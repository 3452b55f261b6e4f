// Filters and lists the errors. What is filtered stands in the address, so that a view can be sent to a colleague.
const {fields, words, sentences, rows} = JSON.parse(document.getElementById("data").textContent);
const form = document.getElementById("filters"), list = document.getElementById("list"), count = document.getElementById("count");
const at = Object.fromEntries(fields.map((name, i) => [name, i]));
const SENTENCE = fields.length, GOLD = SENTENCE + 1, FOUND = SENTENCE + 3, PAGE = 60;
const say = (row, name) => words[row[at[name]]];
const letters = sentences.map(([, text]) => [...text]);  // offsets are code points, strings are not
let shown = [], drawn = 0;

const element = (name, attributes = {}, ...inside) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
};

// The sentence cut where a mark begins or ends, each piece with the marks that cover it.
function marked(row) {
  const [offset] = sentences[row[SENTENCE]], text = letters[row[SENTENCE]];
  const inside = i => row[i] === null ? null : Math.min(Math.max(row[i] - offset, 0), text.length);
  const [g, h, f, e] = [GOLD, GOLD + 1, FOUND, FOUND + 1].map(inside);
  const cuts = [...new Set([0, text.length, g, h, f, e].filter(n => n !== null))].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i], piece = text.slice(start, end).join("");
    const marks = [g !== null && g <= start && end <= h && "g", f !== null && f <= start && end <= e && "f"].filter(Boolean);
    return marks.length ? element("span", {class: marks.join(" ")}, piece) : piece;
  });
}

function side(name, row) {
  const value = say(row, name), start = name === "gold" ? GOLD : FOUND;
  const [offset] = sentences[row[SENTENCE]], end = offset + letters[row[SENTENCE]].length;
  const away = row[start] !== null && (row[start] >= end || row[start + 1] <= offset) ? ", in another sentence" : "";
  const place = row[start] === null ? "" : ` ${row[start]}–${row[start + 1]}${away}`;
  return element("div", {class: name}, element("small", {}, name + place),
    value === null ? element("span", {class: "nothing"}, "nothing") : value);
}

function card(row) {
  const what = [say(row, "stage"), say(row, "field")].filter(Boolean).join(" · ");
  const head = element("header", {}, element("b", {}, what),
    element("span", {}, `${say(row, "sort")}: ${say(row, "cause")}`), element("span", {}, say(row, "document")));
  if (say(row, "rule")) head.append(element("span", {class: "rule", title: "the rule that decided"}, say(row, "rule")));
  if (say(row, "claim")) head.append(element("span", {class: "of"}, "of the claim “" + say(row, "claim") + "”"));
  return element("article", {class: `error state-${say(row, "state")}`}, head,
    element("p", {class: "sentence"}, ...marked(row)),
    element("div", {class: "sides"}, side("gold", row), side("found", row)));
}

function more() {
  const next = shown.slice(drawn, drawn + PAGE);
  list.append(...next.map(card));
  drawn += next.length;
  if (drawn < shown.length) list.append(sentinel); else sentinel.remove();
}
const sentinel = element("p", {}, "…");
new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && more(), {rootMargin: "800px"}).observe(sentinel);

const asked = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));

// What the other run got wrong and this one does not is listed only where it is asked for.
const ours = row => say(row, "state") !== "mended";

function fits(row, wanted) {
  return (wanted.state || ours(row)) && Object.entries(wanted).every(([name, value]) => name === "words"
    ? sentences[row[SENTENCE]][1].toLowerCase().includes(value.toLowerCase())
    : (say(row, name) ?? "none") === value);
}

// Each choice offers what the other choices leave, with its number.
function offer(wanted) {
  for (const select of form.querySelectorAll("select")) {
    const others = {...wanted}, numbers = new Map();
    delete others[select.name];
    for (const row of rows) if (fits(row, others)) {
      const value = say(row, select.name) ?? "none";
      numbers.set(value, (numbers.get(value) ?? 0) + 1);
    }
    const chosen = wanted[select.name];
    if (select.name === "state" && !numbers.has("mended")) {
      const n = rows.filter(row => !ours(row) && fits(row, {...others, state: "mended"})).length;
      if (n) numbers.set("mended", n);
    }
    if (chosen && !numbers.has(chosen)) numbers.set(chosen, 0);
    const sorted = [...numbers].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    select.replaceChildren(element("option", {value: ""}, "all"), ...sorted.map(([value, n]) => element("option", {value}, `${value} (${n})`)));
    select.value = chosen ?? "";
  }
  for (const control of form.elements) control.classList?.toggle("set", Boolean(control.name && control.value));
}

function draw() {
  const wanted = asked();
  shown = rows.filter(row => fits(row, wanted));
  count.value = `${shown.length} of ${rows.filter(ours).length}`;
  offer(wanted);
  list.replaceChildren();
  drawn = 0;
  more();
  if (Object.keys(wanted).length) history.replaceState(null, "", "#" + new URLSearchParams(wanted));
  else if (location.hash.includes("=")) history.replaceState(null, "", "#errors");
}

function choose(wanted) {
  for (const control of form.elements) if (control.name) {
    const value = wanted[control.name] ?? "";
    if (control.tagName === "SELECT" && value) control.append(element("option", {value}, value));
    control.value = value;
  }
  draw();
}

form.addEventListener("input", draw);
form.addEventListener("submit", event => event.preventDefault());
form.addEventListener("reset", event => { event.preventDefault(); choose({}); });
document.addEventListener("click", event => {
  const button = event.target.closest("[data-filter]");
  if (!button) return;
  choose(JSON.parse(button.dataset.filter));
  document.getElementById("errors").scrollIntoView();
});
function open() {
  const given = location.hash.includes("=");
  choose(given ? Object.fromEntries(new URLSearchParams(location.hash.slice(1))) : {});
  if (given) document.getElementById("errors").scrollIntoView({behavior: "instant"});
}
addEventListener("hashchange", () => location.hash.includes("=") && open());
open();
