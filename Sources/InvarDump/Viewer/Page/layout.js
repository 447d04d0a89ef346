const gap = { x: 22, y: 40, band: 110 };

// Where a box stands in the order of things: where it first does something with the images. Its weights are made
// ready long before. Edges that run against this order would make a circle of closed layers: they rank nothing.
function firstIndex(box) {
  // leaves stand before everything, wherever they are listed
  if (box.node) return box.node.kind ? box.node.index - stage.nodes.length : box.node.index;
  if (box.output) return Infinity;
  const ops = box.layer.nodes.filter((node) => node.kind === 0);
  const own = ops.find((node) => node.flows) ?? ops[0];
  return own ? own.index : 0;
}

// 0 forward, 1 backward, 2 what follows from the gradients.
function setBands(order) {
  for (const box of order) {
    box.band = box.back ? 1 : box.before.some((from) => from.band > 0) && !box.output ? 2 : 0;
    if (box.output && box.before.length) box.band = box.before[0].band;
  }
  for (const box of [...order].reverse()) {
    const after = box.outs.filter((to) => !to.output);
    if (box.band === 0 && after.length && after.every((to) => to.band === 2)) box.band = 2;
  }
  keepTogether(order);
}

// A part of the architecture stands where most of it does: a kernel may serve several.
function keepTogether(order) {
  const parts = new Map();
  for (const box of order) {
    const part = (box.node ? box.node.path : box.layer?.path ?? "").split(".")[0];
    if (!part || box.band === 1) continue;
    if (!parts.has(part)) parts.set(part, []);
    parts.get(part).push(box);
  }
  for (const boxes of parts.values()) {
    const late = boxes.filter((box) => box.band === 2).length;
    for (const box of boxes) box.band = 2 * late > boxes.length ? 2 : 0;
  }
}

function setLevels(order) {
  const among = (boxes, band) => boxes.filter((box) => box.band === band).map((box) => box.level);
  for (const box of order.filter((box) => box.band === 0)) {
    const above = among(box.before, 0);
    box.level = above.length ? Math.max(...above) + 1 : 0;
    box.flows = box.node?.kind === 3 || box.before.some((from) => from.band === 0 && from.flows);
  }
  pullDown(order, 0);
  for (const box of order.filter((box) => box.band === 1)) {
    const below = among(box.before, 1).map((level) => level - 1);
    if (box.mirror?.band === 0) below.push(box.mirror.level);
    const beside = among(box.before, 0);
    box.level = below.length ? Math.min(...below) : beside.length ? Math.max(...beside) : 0;
    if (box.output) box.level = box.before[0].level - 1;
  }
  for (const box of order.filter((box) => box.band === 2)) {
    const above = among(box.before, 2).map((level) => level + 1);
    const beside = among(box.before, 1);
    if (beside.length) above.push(Math.min(...beside));
    box.level = above.length ? Math.max(...above) : 0;
    box.flows = box.before.some((from) => from.band === 1 || (from.band === 2 && from.flows));
  }
  pullDown(order, 2);
  const top = Math.min(...order.map((box) => box.level));
  for (const box of order) box.level -= top;
}

// What does not depend on the images, or on the gradients, stands right above what needs it.
function pullDown(order, band) {
  for (const box of order.filter((box) => box.band === band && !box.flows).reverse()) {
    const below = box.outs.filter((to) => to.band === band && to.first > box.first).map((to) => to.level);
    if (below.length) box.level = Math.min(...below) - 1;
  }
}

// What stands in one frame is a group: boxes, and the groups of the frames in it.
function groupsOf(boxes, framed) {
  const root = { units: [] };
  const groups = new Map();
  const groupOf = (layer) => {
    while (layer && !framed.has(layer)) layer = layer.parent;
    if (!layer) return root;
    if (!groups.has(layer)) {
      const group = { units: [], label: 9 * labelOf(layer).length + 30 };
      groups.set(layer, group);
      groupOf(layer.parent).units.push(group);
    }
    return groups.get(layer);
  };
  for (const box of boxes) groupOf(box.node?.layer ?? box.layer?.parent).units.push(box);
  return root;
}

// Puts the units of a group beside each other where they have levels in common, and above each other where they have none, so that
// no frame lies over what is not in it. The middle of the group is 0.
function pack(group) {
  const unitOf = new Map();
  for (const unit of group.units) {
    if (unit.units) pack(unit);
    else Object.assign(unit, { lowest: unit.level, highest: unit.level, boxes: [unit] });
    unit.centre = 0;
    for (const box of unit.boxes) unitOf.set(box, unit);
  }
  group.boxes = group.units.flatMap((unit) => unit.boxes);
  group.lowest = Math.min(...group.units.map((unit) => unit.lowest));
  group.highest = Math.max(...group.units.map((unit) => unit.highest));
  // Where it wants to be: in line with what it is connected to.
  const shift = (box) => box.units || unitOf.get(box) === box ? 0 : box.shift;
  const wish = (unit) => {
    let sum = 0, count = 0;
    for (const box of unit.boxes) {
      for (const other of [...box.ins, ...box.outs]) {
        const beside = unitOf.get(other);
        if (!beside || beside === unit) continue;
        sum += beside.centre + shift(other) - shift(box);
        count += 1;
      }
    }
    return count ? sum / count : unit.centre;
  };
  let order = [...group.units].sort((a, b) => first(a) - first(b));
  for (let sweep = 0; sweep < 6; sweep++) {
    placeFromLeft(order);
    for (let pass = 0; pass < 4; pass++) pullTogether(order, wish);
    if (sweep < 5) order = [...order].map((unit) => [wish(unit), unit]).sort((a, b) => a[0] - b[0]).map(([, unit]) => unit);
  }
  const left = Math.min(...order.map((unit) => unit.centre - unit.width / 2));
  const right = Math.max(...order.map((unit) => unit.centre + unit.width / 2));
  for (const unit of order) {
    unit.centre -= (left + right) / 2;
    for (const box of unit.boxes) box.shift = unit.centre + (unit.units ? box.shift : 0);
  }
  group.width = Math.max(right - left, group.label ?? 0) + 18;
}

const first = (unit) => Math.min(...unit.boxes.map((box) => box.first));

// In this order, each as far left as what stands before it on its levels lets it.
function placeFromLeft(order) {
  const edges = [];
  for (const unit of order) {
    let left = 0;
    for (let level = unit.lowest; level <= unit.highest; level++) left = Math.max(left, edges[level] ?? 0);
    unit.centre = left + unit.width / 2;
    for (let level = unit.lowest; level <= unit.highest; level++) edges[level] = left + unit.width + gap.x;
  }
}

// Each as near to its wish as its neighbours let it.
function pullTogether(order, wish) {
  const rows = [];
  for (const unit of order) {
    for (let level = unit.lowest; level <= unit.highest; level++) (rows[level] ??= []).push(unit);
  }
  for (const unit of order) {
    let least = -Infinity, most = Infinity;
    for (let level = unit.lowest; level <= unit.highest; level++) {
      const row = rows[level], at = row.indexOf(unit);
      const space = (other) => (unit.width + other.width) / 2 + gap.x;
      if (at > 0) least = Math.max(least, row[at - 1].centre + space(row[at - 1]));
      if (at + 1 < row.length) most = Math.min(most, row[at + 1].centre - space(row[at + 1]));
    }
    unit.centre = Math.min(most, Math.max(least, wish(unit)));
  }
}

function layOut(graph) {
  for (const box of graph.boxes) box.first = firstIndex(box);
  for (const box of graph.boxes) box.before = box.ins.filter((from) => from.first < box.first);
  const order = [...graph.boxes].sort((a, b) => a.first - b.first);
  setBands(order);
  setLevels(order);
  const framed = new Set(graph.frames.map((frame) => frame.layer));
  let left = 0;
  for (const band of [0, 1, 2]) {
    const boxes = order.filter((box) => box.band === band);
    if (!boxes.length) continue;
    const group = groupsOf(boxes, framed);
    pack(group);
    for (const box of boxes) box.x = left + group.width / 2 + box.shift;
    left += group.width + gap.band;
  }
  placeRows(graph, order);
  placeFrames(graph);
}

// Frames need room above their first row, for their names, and below their last one.
function placeRows(graph, order) {
  countFrames(graph);
  const [heights, above, below] = [[], [], []];
  for (const box of order) heights[box.level] = Math.max(heights[box.level] ?? 0, box.height);
  for (const { lowest, highest, nested } of graph.frames) {
    above[lowest] = Math.max(above[lowest] ?? 0, headOf(nested));
    below[highest] = Math.max(below[highest] ?? 0, footOf(nested));
  }
  let y = 0;
  const tops = [];
  for (let level = 0; level < heights.length; level++) {
    if (!heights[level]) continue;
    y += above[level] ?? 0;
    tops[level] = y;
    y += heights[level] + (below[level] ?? 0) + gap.y;
  }
  for (const box of order) box.y = tops[box.level] + heights[box.level] / 2;
}

const headOf = (nested) => 4 + 19 * nested;
const footOf = (nested) => 2 + 5 * nested;

// Which levels each frame has, and how many frames lie in each other in it.
function countFrames(graph) {
  const byLayer = new Map(graph.frames.map((frame) => [frame.layer, frame]));
  for (const frame of graph.frames) Object.assign(frame, { boxes: [], nested: 0, lowest: Infinity, highest: -Infinity });
  for (const box of graph.boxes) {
    let nested = 0;
    for (let layer = box.node?.layer ?? box.layer?.parent; layer; layer = layer.parent) {
      const frame = byLayer.get(layer);
      if (!frame) continue;
      nested += 1;
      frame.nested = Math.max(frame.nested, nested);
      frame.lowest = Math.min(frame.lowest, box.level);
      frame.highest = Math.max(frame.highest, box.level);
      frame.boxes.push(box);
    }
  }
  graph.frames = graph.frames.filter((frame) => frame.boxes.length);
}

function placeFrames(graph) {
  for (const frame of graph.frames) {
    const pad = 3 + 6 * frame.nested;
    frame.left = Math.min(...frame.boxes.map((box) => box.x - box.width / 2)) - pad;
    frame.right = Math.max(...frame.boxes.map((box) => box.x + box.width / 2)) + pad;
    frame.top = Math.min(...frame.boxes.map((box) => box.y - box.height / 2)) - headOf(frame.nested);
    frame.bottom = Math.max(...frame.boxes.map((box) => box.y + box.height / 2)) + footOf(frame.nested);
    // its name is not cut off
    const missing = 9 * labelOf(frame.layer).length + 30 - (frame.right - frame.left);
    if (missing > 0) {
      frame.left -= missing / 2;
      frame.right += missing / 2;
    }
  }
  graph.frames.sort((a, b) => a.layer.level - b.layer.level);
}
