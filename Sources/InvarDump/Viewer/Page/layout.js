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

// The nearest places to those wanted that keep the order and the gaps (isotonic regression).
function spread(row, wanted) {
  const blocks = [];
  let offset = 0;
  row.forEach((box, at) => {
    const shift = offset + box.width / 2;
    offset += box.width + gap.x;
    blocks.push({ sum: wanted[at] - shift, count: 1 });
    while (blocks.length > 1) {
      const last = blocks[blocks.length - 1], before = blocks[blocks.length - 2];
      if (before.sum / before.count <= last.sum / last.count) break;
      before.sum += last.sum;
      before.count += last.count;
      blocks.pop();
    }
  });
  let at = 0, sum = 0;
  for (const block of blocks) {
    for (let i = 0; i < block.count; i++, at++) {
      row[at].x = block.sum / block.count + sum + row[at].width / 2;
      sum += row[at].width + gap.x;
    }
  }
}

function mean(boxes, fallback) {
  if (!boxes.length) return fallback;
  return boxes.reduce((sum, box) => sum + box.x, 0) / boxes.length;
}

function placeBand(boxes) {
  const rows = new Map();
  for (const box of boxes) {
    if (!rows.has(box.level)) rows.set(box.level, []);
    rows.get(box.level).push(box);
  }
  const sorted = [...rows.keys()].sort((a, b) => a - b).map((level) => rows.get(level));
  for (const row of sorted) spread(row, row.map(() => 0));
  const near = (box, side) => [...box.ins, ...box.outs].filter((other) =>
    other.band === box.band && Math.sign(other.level - box.level) === side);
  for (let sweep = 0; sweep < 8; sweep++) {
    const side = sweep % 2 ? 1 : -1;
    const pass = side < 0 ? sorted : [...sorted].reverse();
    for (const row of pass) {
      for (const box of row) box.wish = mean(near(box, side), box.x);
      if (sweep < 6) row.sort((a, b) => a.wish - b.wish);
      spread(row, row.map((box) => box.wish));
    }
  }
}

function layOut(graph) {
  for (const box of graph.boxes) box.first = firstIndex(box);
  for (const box of graph.boxes) box.before = box.ins.filter((from) => from.first < box.first);
  const order = [...graph.boxes].sort((a, b) => a.first - b.first);
  setBands(order);
  setLevels(order);
  let left = 0;
  for (const band of [0, 1, 2]) {
    const boxes = order.filter((box) => box.band === band);
    if (!boxes.length) continue;
    placeBand(boxes);
    const start = Math.min(...boxes.map((box) => box.x - box.width / 2));
    const end = Math.max(...boxes.map((box) => box.x + box.width / 2));
    for (const box of boxes) box.x += left - start;
    left += end - start + gap.band;
  }
  const heights = [];
  for (const box of order) heights[box.level] = Math.max(heights[box.level] ?? 0, box.height);
  let y = 0;
  const tops = [];
  for (let level = 0; level < heights.length; level++) {
    tops[level] = y;
    y += heights[level] ? heights[level] + gap.y : 0;
  }
  for (const box of order) box.y = tops[box.level] + heights[box.level] / 2;
  placeFrames(graph);
}

function placeFrames(graph) {
  const byLayer = new Map(graph.frames.map((frame) => [frame.layer, frame]));
  for (const frame of graph.frames) {
    Object.assign(frame, { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity, nested: 0 });
  }
  for (const box of graph.boxes) {
    let nested = 0;
    for (let layer = box.node?.layer ?? box.layer?.parent; layer; layer = layer.parent) {
      const frame = byLayer.get(layer);
      if (!frame) continue;
      nested += 1;
      frame.nested = Math.max(frame.nested, nested);
      frame.left = Math.min(frame.left, box.x - box.width / 2);
      frame.right = Math.max(frame.right, box.x + box.width / 2);
      frame.top = Math.min(frame.top, box.y - box.height / 2);
      frame.bottom = Math.max(frame.bottom, box.y + box.height / 2);
    }
  }
  graph.frames = graph.frames.filter((frame) => frame.left < Infinity);
  for (const frame of graph.frames) {
    const pad = 3 + 6 * frame.nested;
    frame.left -= pad;
    frame.right += pad;
    frame.top -= 4 + 17 * frame.nested;
    frame.bottom += 2 + 5 * frame.nested;
  }
  graph.frames.sort((a, b) => a.layer.level - b.layer.level);
}
