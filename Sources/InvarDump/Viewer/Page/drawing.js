const canvas = document.getElementById("canvas");
const pen = canvas.getContext("2d");
const font = "system-ui, 'Helvetica Neue', 'DejaVu Sans', sans-serif";
const camera = { x: 0, y: 0, scale: 1 };
const marked = { key: null, over: null, hits: new Set() };
let graph = { boxes: [], boxOf: new Map(), frames: [] };
let colours = {};

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const names = ["ground", "ink", "quiet", "accent", "edge", "edge-back", "select", "hit", "frame", "frame-back"];
  for (const kind of ["forward", "backward", "fused", "state", "given", "layer"]) names.push(kind, kind + "-line");
  colours = Object.fromEntries(names.map((name) => [name, style.getPropertyValue("--" + name).trim()]));
}

function flops(count) {
  for (const [limit, unit] of [[1e12, "TFLOP"], [1e9, "GFLOP"], [1e6, "MFLOP"], [1e3, "kFLOP"]]) {
    if (count >= limit) return (count / limit).toFixed(1) + " " + unit;
  }
  return count + " FLOP";
}

function bytes(count) {
  for (const [power, unit] of [[30, "GiB"], [20, "MiB"], [10, "KiB"]]) {
    if (count >= 2 ** power) return (count / 2 ** power).toFixed(1) + " " + unit;
  }
  return count + " B";
}

const many = (count, noun) => count.toLocaleString("en") + " " + noun + (count === 1 ? "" : "s");

// Constants are part of what uses them.
function call(node) {
  const operands = node.inputs.map((input) => stage.nodes[input]);
  if (!operands.some((operand) => operand.kind === 2)) return node.op;
  const value = (operand) => operand.kind === 2 ? shortNumber(operand.attributes.replace("value=", "")) : "·";
  return node.op + "(" + operands.map(value).join(", ") + ")";
}

const shortNumber = (text) => Number.isFinite(Number(text)) ? String(Number(Number(text).toPrecision(4))) : text;

function titleOf(node) {
  if (node.kind === 1 || node.kind === 3) return node.attributes.replace(/^name="(.*)"$/, "$1") || node.op;
  return node.id + " " + call(node);
}

function linesOf(box) {
  if (box.output) return [box.output];
  if (box.node) {
    const cost = box.node.flops ? " · " + flops(box.node.flops) : "";
    return [titleOf(box.node), box.node.type + cost];
  }
  const layer = box.layer;
  const counts = many(layer.nodes.length, "node") + " · " + many(layer.kernels, "kernel");
  const type = (layer.output ??= outputType(layer));
  const cost = [layer.flops ? flops(layer.flops) : "", type].filter((word) => word).join(" · ");
  return [labelOf(layer), counts, cost].filter((line) => line);
}

// From the innermost frame on: `conv1.weight` where conv1 holds nothing else.
function labelOf(layer) {
  const parts = [layer.label];
  let around = layer.parent;
  for (; around.level > 0 && !hasFrame(around); around = around.parent) parts.unshift(around.label);
  return (layer.back && around.level > 0 ? "∂" : "") + parts.join(".");
}

function measure(box) {
  box.lines = linesOf(box).map((line) => line.length > 46 ? line.slice(0, 45) + "…" : line);
  box.width = 0;
  box.lines.forEach((line, at) => {
    pen.font = at === 0 ? "600 13px " + font : "12px " + font;
    box.width = Math.max(box.width, Math.ceil(pen.measureText(line).width) + 22);
  });
  box.height = 12 + 17 * box.lines.length;
}

function kindOf(box) {
  if (box.output) return "given";
  if (box.layer) return box.back ? "backward" : "layer";
  if (box.node.kind === 3) return "given";
  if (box.node.kind === 1) return "state";
  return box.back ? "backward" : box.node.inner ? "fused" : "forward";
}

function edge(from, to) {
  const down = to.y - to.height / 2 >= from.y + from.height / 2;
  pen.beginPath();
  if (from.band !== to.band || to.level === from.level) {
    const side = to.x >= from.x ? 1 : -1;
    const [x1, x2] = [from.x + side * from.width / 2, to.x - side * to.width / 2];
    const bend = Math.max(30, Math.abs(x2 - x1) / 2) * side;
    pen.moveTo(x1, from.y);
    pen.bezierCurveTo(x1 + bend, from.y, x2 - bend, to.y, x2, to.y);
  } else {
    const sign = down ? 1 : -1;
    const [y1, y2] = [from.y + sign * from.height / 2, to.y - sign * to.height / 2];
    const bend = Math.min(120, Math.max(14, Math.abs(y2 - y1) / 2)) * sign;
    // past the boxes between: aside, where the way is long
    const aside = Math.abs(to.level - from.level) > 2 ? Math.max(from.width, to.width) / 2 + 26 : 0;
    pen.moveTo(from.x, y1);
    pen.bezierCurveTo(from.x + aside * 1.6, y1 + bend, to.x + aside * 1.6, y2 - bend, to.x, y2);
  }
  pen.stroke();
  const tip = from.band !== to.band || to.level === from.level
    ? [to.x - (to.x >= from.x ? 1 : -1) * to.width / 2, to.y, to.x >= from.x ? 0 : Math.PI]
    : [to.x, to.y + (down ? -1 : 1) * to.height / 2, down ? Math.PI / 2 : -Math.PI / 2];
  arrow(...tip);
}

function arrow(x, y, angle) {
  if (camera.scale < 0.25) return;
  pen.beginPath();
  pen.moveTo(x, y);
  for (const turn of [2.75, -2.75]) pen.lineTo(x + 7 * Math.cos(angle + turn), y + 7 * Math.sin(angle + turn));
  pen.fill();
}

function paintEdges(isMarked) {
  for (const to of graph.boxes) {
    for (const from of to.ins) {
      const near = [from.key, to.key].some((key) => key === marked.key || key === marked.over);
      if (near !== isMarked) continue;
      const colour = near ? colours.select : to.back ? colours["edge-back"] : colours.edge;
      pen.strokeStyle = pen.fillStyle = colour;
      pen.lineWidth = near ? 2 : 1;
      pen.globalAlpha = near || (from.band === to.band && Math.abs(to.level - from.level) < 3) ? 0.9 : 0.4;
      edge(from, to);
    }
  }
  pen.globalAlpha = 1;
}

function paintBox(box) {
  const kind = kindOf(box);
  const [left, top] = [box.x - box.width / 2, box.y - box.height / 2];
  const round = box.output || kind === "given" ? box.height / 2 : 6;
  const shape = (grow) => {
    pen.beginPath();
    pen.roundRect(left - grow, top - grow, box.width + 2 * grow, box.height + 2 * grow, round + grow);
  };
  if (marked.hits.has(box.key) || box.key === marked.key) {
    shape(4);
    pen.strokeStyle = box.key === marked.key ? colours.select : colours.hit;
    pen.lineWidth = 3;
    pen.stroke();
  }
  shape(0);
  pen.fillStyle = colours[kind];
  pen.fill();
  pen.strokeStyle = box.node?.inner ? colours["fused-line"] : colours[kind + "-line"];
  pen.lineWidth = box.node?.inner || box.layer ? 1.8 : 1;
  pen.stroke();
  if (camera.scale < 0.22) return;
  pen.textBaseline = "middle";
  pen.textAlign = "center";
  box.lines.forEach((line, at) => {
    pen.fillStyle = at === 0 ? colours.ink : colours.quiet;
    pen.font = at === 0 ? "600 13px " + font : "12px " + font;
    pen.fillText(line, box.x, top + 14 + 17 * at);
  });
}

function paintFrame(frame) {
  const { left, top, right, bottom, layer } = frame;
  pen.beginPath();
  pen.roundRect(left, top, right - left, bottom - top, 10);
  pen.fillStyle = layer.back ? colours["frame-back"] : colours.frame;
  pen.fill();
  pen.strokeStyle = "frame " + layer.path === marked.key ? colours.select : colours.quiet;
  pen.globalAlpha = 0.5;
  pen.lineWidth = 1;
  pen.stroke();
  pen.globalAlpha = 1;
}

function frameLabel(frame) {
  return "− " + labelOf(frame.layer);
}

function paintLabel(frame) {
  // larger from afar, so that it can still be read
  const size = Math.max(13, Math.min(30, 7 / camera.scale));
  pen.font = "600 " + size + "px " + font;
  pen.textAlign = "left";
  pen.textBaseline = "top";
  pen.fillStyle = frame.layer.back ? colours["backward-line"] : colours.quiet;
  frame.label = { width: pen.measureText(frameLabel(frame)).width + 12, height: size + 6 };
  pen.fillText(frameLabel(frame), frame.left + 8, frame.top + 3);
}

function paint() {
  const density = window.devicePixelRatio || 1;
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  if (canvas.width !== width * density) canvas.width = width * density;
  if (canvas.height !== height * density) canvas.height = height * density;
  pen.setTransform(density, 0, 0, density, 0, 0);
  pen.fillStyle = colours.ground;
  pen.fillRect(0, 0, width, height);
  pen.setTransform(density * camera.scale, 0, 0, density * camera.scale, density * camera.x, density * camera.y);
  const isOnScreen = (left, top, right, bottom) =>
    right * camera.scale + camera.x > 0 && left * camera.scale + camera.x < width
    && bottom * camera.scale + camera.y > 0 && top * camera.scale + camera.y < height;
  const frames = graph.frames.filter((frame) => isOnScreen(frame.left, frame.top, frame.right, frame.bottom));
  frames.forEach(paintFrame);
  paintEdges(false);
  for (const box of graph.boxes) {
    const [w, h] = [box.width / 2 + 6, box.height / 2 + 6];
    if (isOnScreen(box.x - w, box.y - h, box.x + w, box.y + h)) paintBox(box);
  }
  paintEdges(true);
  frames.forEach(paintLabel);
}

let waiting = false;
function repaint() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    paint();
  });
}

function under(x, y) {
  const [gx, gy] = [(x - camera.x) / camera.scale, (y - camera.y) / camera.scale];
  for (const frame of [...graph.frames].reverse()) {
    const label = frame.label ?? { width: 0, height: 0 };
    if (gx >= frame.left && gx <= frame.left + label.width && gy >= frame.top && gy <= frame.top + label.height) {
      return { frame };
    }
  }
  const box = graph.boxes.find((box) =>
    Math.abs(gx - box.x) <= box.width / 2 && Math.abs(gy - box.y) <= box.height / 2);
  return box ? { box } : null;
}

function fit() {
  const { boxes } = graph;
  if (!boxes.length) return;
  const left = Math.min(...boxes.map((box) => box.x - box.width / 2)) - 30;
  const right = Math.max(...boxes.map((box) => box.x + box.width / 2)) + 30;
  const top = Math.min(...boxes.map((box) => box.y - box.height / 2)) - 40;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height / 2)) + 30;
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  camera.scale = Math.min(1.2, width / (right - left), height / (bottom - top));
  camera.x = (width - (left + right) * camera.scale) / 2;
  camera.y = (height - (top + bottom) * camera.scale) / 2;
  repaint();
}

function centre(box) {
  camera.scale = Math.max(camera.scale, 0.7);
  camera.x = canvas.clientWidth / 2 - box.x * camera.scale;
  camera.y = canvas.clientHeight / 2 - box.y * camera.scale;
  repaint();
}
