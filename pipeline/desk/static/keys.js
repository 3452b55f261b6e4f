// Every key of the desk, in one table: the help overlay is made of it.
import {dialog, el} from "./dom.js";

// [keys, what it does, name of the act]; "Alt" may come with those that move an edge.
export const KEYS = [
  ["Decide", [
    ["a", "accept, and go on", "accept"], ["x", "reject, and go on", "reject"], ["s", "skip: not sure, come back later", "skip"],
    ["f", "flag for somebody else", "flag"], ["c", "comment", "comment"], ["u", "undo", "undo", "Ctrl+z"], ["Shift+U", "redo", "redo", "Ctrl+y"],
  ]],
  ["Go", [
    ["j", "next claim", "next", "ArrowDown"], ["k", "previous claim", "previous", "ArrowUp"], ["Shift+J", "next document", "nextDocument"],
    ["Shift+K", "previous document", "previousDocument"], ["o", "open a document", "open"], ["/", "search", "search"], ["Escape", "leave what you are in", "leave"], ["?", "this page", "help"],
  ]],
  ["Name", [
    ["1", "fact", "kind1"], ["2", "prediction", "kind2"], ["3", "recommendation", "kind3"], ["4", "evaluation", "kind4"],
    ["m", "modality, then a digit", "modality"], ["p", "polarity, then a digit", "polarity"], ["r", "relation to another claim, then a digit", "relation"],
    ["y", "who says it, then a digit", "source_type"], ["t", "facets, then a digit", "facets"], ["e", "edit the standalone text", "text"], ["i", "kind, from a list", "kind"],
  ]],
  ["Words", [
    [".", "next field of words", "nextField"], [",", "previous field of words", "previousField"],
    ["Shift+ArrowRight", "end one word further (with Alt: one character)", "endOut"], ["Shift+ArrowLeft", "end one word back", "endIn"],
    ["Shift+ArrowUp", "start one word earlier", "startOut"], ["Shift+ArrowDown", "start one word later", "startIn"],
    ["v", "select words by keys: arrows move, Shift and arrows extend", "select"], ["w", "put the selected words into a field", "words"],
    ["Delete", "empty the field", "empty"], ["n", "new claim of the selected words", "add"], ["d", "divide the claim where the selection starts", "split"], ["g", "glue it to another claim", "merge"],
  ]],
  ["Two versions", [["h", "keep A, what was found", "left"], ["l", "take B, the other", "right"]]],
];

const acts = new Map(KEYS.flatMap(([, rows]) => rows.flatMap(([key, , act, ...more]) => [key, ...more].map(each => [each, act]))));

// The act of a key event, or undefined. Alt counts only with arrows: on some keyboards it makes signs.
export function actOf(event) {
  const arrow = event.key.startsWith("Arrow"), control = event.ctrlKey || event.metaKey;
  if (event.altKey && !(arrow && event.shiftKey)) return undefined;
  const shift = event.shiftKey && (arrow || /^[A-Z]$/.test(event.key));
  const key = event.key.length === 1 && !event.shiftKey ? event.key.toLowerCase() : event.key;  // caps lock is no Shift
  return acts.get(`${control ? "Ctrl+" : ""}${shift ? "Shift+" : ""}${key}`);
}

const MARKS = [
  ["claim fact", "a fact: a line"], ["claim prediction", "a prediction: long dashes"], ["claim recommendation", "a recommendation: dash and dot"], ["claim evaluation", "an evaluation: dots"],
  ["amount", "an amount: framed"], ["date", "a date: dashed frame"], ["entity", "a name: no frame"], ["source", "who says it; the words of saying are slanted, too"],
];
const SIGNS = {ArrowRight: "→", ArrowLeft: "←", ArrowUp: "↑", ArrowDown: "↓", Escape: "Esc", "Shift+J": "Shift+j"};
const sign = key => key.split("+").map(part => el("kbd", {}, SIGNS[part] ?? (/^[A-Z]$/.test(part) ? part.toLowerCase() : part)));

export function help() {
  return dialog(close => [
    el("h2", {}, "Keys"),
    el("div", {class: "columns"}, KEYS.map(([title, rows]) => el("section", {}, el("h3", {}, title),
      el("dl", {}, rows.map(([key, what, , ...more]) => [el("dt", {}, sign(key), more.map(each => [" ", sign(each)])), el("dd", {}, what)])))),
      el("section", {}, el("h3", {}, "Marks"), el("dl", {class: "sheet"}, MARKS.map(([name, what]) => [el("dt", {}, el("span", {class: name}, "words")), el("dd", {}, what)])))),
    el("p", {class: "buttons"}, el("button", {type: "button", class: "main", onclick: () => close()}, "Back ", el("kbd", {}, "Esc"))),
  ], box => { box.querySelector("button").focus({preventScroll: true}); box.scrollTop = 0; }, "help");
}
