// Elements are made here, from names and texts: nothing from a record is ever read as HTML.
export const $ = id => document.getElementById(id);

export function el(name, given = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...inside.flat(9).filter(each => each !== null && each !== undefined && each !== false));
  return made;
}

export const words = value => String(value).replaceAll("_", " ");

let last = 0;
// Tells those who do not see the page what happened.
export function announce(sentence) {
  const line = $("say");
  line.textContent = sentence + ((last = 1 - last) ? "\u00a0" : "");  // the same sentence twice is said twice
}

let fading;
// Tells everybody: what a key could not do shows nowhere else.
export function tell(sentence) {
  announce(sentence);
  const line = $("told");
  line.textContent = sentence;
  line.hidden = false;
  clearTimeout(fading);
  fading = setTimeout(() => { line.hidden = true; }, 2500 + 50 * sentence.length);
}

// A list of choices with digits; resolves to the value, or to undefined where nothing was chosen.
export function choose(title, choices, current) {
  return dialog(close => {
    const list = el("ul", {role: "menu", "aria-label": title}, choices.map((choice, i) =>
      el("li", {role: "none"}, el("button", {type: "button", role: "menuitemradio", "aria-checked": String(choice.value === current),
        "data-key": choice.key ?? digit(i), onclick: () => close(choice.value)},
        el("kbd", {}, choice.key ?? digit(i)), el("span", {}, choice.label), choice.hint && el("small", {}, choice.hint)))));
    list.addEventListener("keydown", event => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const items = [...list.querySelectorAll("button")], at = items.indexOf(document.activeElement);
      const to = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1}[event.key];
      const hit = items.find(item => item.dataset.key === event.key);
      if (hit) hit.click();
      else if (to !== undefined) items[(to + items.length) % items.length].focus();
      else return;
      event.preventDefault();
    });
    return [el("h2", {}, title), list];
  }, box => (box.querySelector("[aria-checked=true]") ?? box.querySelector("button")).focus());
}
const digit = i => i < 9 ? String(i + 1) : i === 9 ? "0" : String.fromCharCode(97 + i - 10);

// A form of labelled fields: {name: {label, value, choices?, rows?}}; resolves to {name: text}, or undefined.
export function ask(title, fields, note) {
  return dialog(close => {
    const inputs = Object.entries(fields).map(([name, field]) => el("label", {}, el("span", {}, field.label ?? words(name)),
      field.choices ? select(name, field) : field.rows
        ? el("textarea", {name, rows: field.rows, spellcheck: "true"}, field.value ?? "") : el("input", {name, value: field.value ?? "", autocomplete: "off"})));
    const form = el("form", {novalidate: true}, el("h2", {}, title), note && el("p", {}, note), inputs,
      el("p", {class: "buttons"}, el("button", {type: "button", onclick: () => close()}, "Cancel ", el("kbd", {}, "Esc")),
        el("button", {class: "main"}, "Save ", el("kbd", {}, "Enter"))));
    form.addEventListener("submit", event => { event.preventDefault(); close(Object.fromEntries(new FormData(form))); });
    form.addEventListener("keydown", event => {
      if (event.key === "Enter" && event.target.tagName === "TEXTAREA" && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit(); }
    });
    return [form];
  }, box => { const first = box.querySelector("input, textarea, select"); first.focus(); first.setSelectionRange?.(first.value.length, first.value.length); });
}

function select(name, field) {
  const made = el("select", {name}, field.choices.map(value => el("option", {value: value ?? ""}, value === null ? "none" : words(value))));
  made.value = field.value ?? "";
  return made;
}

// A modal dialog; Escape closes it with nothing. Focus goes back to where it was.
export function dialog(inside, opened = () => {}, kind = "") {
  return new Promise(resolve => {
    const before = document.activeElement;
    const box = el("dialog", {class: kind});
    // At once, and not with the dialog's own event, which comes later: the next key may be there before it.
    const close = value => {
      if (!box.isConnected) return;
      box.close();
      box.remove();
      if (before?.isConnected) before.focus({preventScroll: true});
      resolve(value);
    };
    box.append(...inside(close));
    const title = box.querySelector("h2");
    if (title) { title.id = "dialog-title"; box.setAttribute("aria-labelledby", "dialog-title"); }
    box.addEventListener("click", event => { if (event.target === box) close(); });
    box.addEventListener("close", () => close());
    document.body.append(box);
    box.showModal();
    opened(box);
  });
}
