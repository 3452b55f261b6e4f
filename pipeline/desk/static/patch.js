// JSON Patch (RFC 6902) on a document whose lists are keyed by id: /claims/ID/kind, /amounts/m1/value.
export const path = (...parts) => parts.map(part => "/" + String(part).replaceAll("~", "~0").replaceAll("/", "~1")).join("");
export const parts = pointer => pointer.split("/").slice(1).map(part => part.replaceAll("~1", "/").replaceAll("~0", "~"));

// Carries out `add`, `replace`, `remove` on maps of items, in place; `find(list, id)` gives an item or undefined.
export function apply(document, operations) {
  for (const {op, path: pointer, value} of operations) {
    const steps = parts(pointer), last = steps.pop();
    let at = document;
    for (const step of steps) at = at instanceof Map ? at.get(step) : at?.[step];
    if (at === undefined || at === null) continue;
    if (at instanceof Map) { if (op === "remove") at.delete(last); else at.set(last, value); }
    else if (Array.isArray(at)) at.splice(last === "-" ? at.length : Number(last), op === "add" ? 0 : 1, ...(op === "remove" ? [] : [value]));
    else if (op === "remove") delete at[last];
    else at[last] = value;
  }
}
