// What stands on which characters: the op-ed's text cut at every edge of every mark, as `opclaims show --html` cuts it.
const VALUES = new Set(["DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"]);  // said better by amounts and dates
const LAYERS = ["source", "cue", "entity", "date", "amount"];
export const LANES = 4;

export const pieces = claim => (claim.fragments?.length ? [...claim.fragments] : [claim.span]).sort((a, b) => a.start - b.start || a.end - b.end);

export function ofClaim(claim) {
  const found = pieces(claim).map((piece, part) => ({layer: "claim", key: claim.id, start: piece.start, end: piece.end, part}));
  const {source, cue, chain = []} = claim.attribution;
  for (const link of [{source, cue}, ...chain]) for (const layer of ["source", "cue"]) {
    if (link[layer]) found.push({layer, key: claim.id, start: link[layer].start, end: link[layer].end});
  }
  return found;
}

export const ofThing = (layer, thing) => layer === "entity" && VALUES.has(thing.label) ? []
  : [{layer, key: thing.id, start: thing.span.start, end: thing.span.end}];

export function ofDocument(things) {
  const found = [];
  for (const claim of things.claims.values()) found.push(...ofClaim(claim));
  for (const [layer, list] of [["amount", "amounts"], ["date", "dates"], ["entity", "entities"]]) {
    for (const thing of things[list].values()) found.push(...ofThing(layer, thing));
  }
  return found;
}

// For each claim the lowest line under the text that is free from its first word to its last.
export function lanes(claims) {
  const ends = [], chosen = new Map();
  const stretches = [...claims].map(claim => { const all = pieces(claim); return [all[0].start, Math.max(...all.map(p => p.end)), claim.id]; });
  stretches.sort((a, b) => a[0] - b[0] || b[1] - a[1] || (a[2] < b[2] ? -1 : 1));
  for (const [start, end, id] of stretches) {
    const free = ends.findIndex(taken => taken <= start), lane = free < 0 ? ends.length : free;
    ends[lane] = end;
    chosen.set(id, Math.min(lane, LANES - 1));
  }
  return chosen;
}

// Pieces of [start, end) that the same marks cover: {start, end, covers (outermost first), opens}.
export function cut(start, end, marks, lane) {
  const edges = new Set([start, end]);
  for (const mark of marks) { edges.add(Math.max(mark.start, start)); edges.add(Math.min(mark.end, end)); }
  const points = [...edges].sort((a, b) => a - b), at = new Map(points.map((point, i) => [point, i]));
  const over = points.map(() => []);
  for (const mark of marks) {
    for (let i = at.get(Math.max(mark.start, start)); i < at.get(Math.min(mark.end, end)); i += 1) over[i].push(mark);
  }
  return points.slice(1).map((stop, i) => ({
    start: points[i], end: stop,
    covers: [
      ...over[i].filter(m => m.layer === "claim").sort((a, b) => lane.get(b.key) - lane.get(a.key) || a.start - b.start),
      ...LAYERS.flatMap(layer => over[i].filter(m => m.layer === layer).slice(0, 1)),
    ],
    opens: over[i].filter(m => m.layer === "claim" && m.start === points[i]),
  }));
}
