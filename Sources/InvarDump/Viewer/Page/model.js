const data = JSON.parse(document.getElementById("data").textContent);
const words = data.words;

function readNode(row, index) {
  return {
    index, id: words[row[0]], op: words[row[1]], attributes: words[row[2]], type: words[row[3]],
    path: words[row[4]], name: words[row[5]], site: words[row[6]], kind: row[7],
    back: row[8] === 1, adjoint: row[9], flops: row[10], bytes: row[11],
    inner: row[12] < 0 ? "" : data.inners[row[12]], inputs: row.slice(13), users: [],
  };
}

// A layer: what lies right in it (boxes, inner layers) and all that is in it (nodes).
function newLayer(path, parent) {
  const parts = path.split(".");
  return {
    path, parent, label: parts[parts.length - 1], level: path ? parts.length : 0,
    back: path.startsWith("∂"), boxes: [], layers: [], nodes: [], flops: 0, bytes: 0, kernels: 0, outputs: [],
  };
}

function readStage(stage) {
  const nodes = stage.nodes.map(readNode);
  for (const node of nodes) for (const input of new Set(node.inputs)) nodes[input].users.push(node.index);
  // what depends on the images
  for (const node of nodes) node.flows = node.kind === 3 && !node.type.endsWith("[]");
  for (const node of nodes) node.flows ||= node.inputs.some((input) => nodes[input].flows);
  const layers = new Map([["", newLayer("", null)]]);
  const layerAt = (path) => {
    let layer = layers.get(path);
    if (!layer) {
      const parent = layerAt(path.split(".").slice(0, -1).join("."));
      layer = newLayer(path, parent);
      layers.set(path, layer);
      parent.layers.push(layer);
    }
    return layer;
  };
  for (const node of nodes) {
    node.layer = layerAt(node.path);
    if (node.kind !== 2) node.layer.boxes.push(node);
    for (let layer = node.layer; layer; layer = layer.parent) {
      layer.nodes.push(node);
      layer.flops += node.flops;
      layer.bytes += node.bytes;
    }
  }
  for (const [path, count] of Object.entries(stage.inLayers)) {
    for (let layer = layers.get(path); layer; layer = layer.parent) layer.kernels += count;
  }
  for (const [name, index] of stage.outputs) {
    for (let layer = nodes[index].layer; layer; layer = layer.parent) layer.outputs.push(name);
  }
  let deepest = 0;
  for (const layer of layers.values()) deepest = Math.max(deepest, layer.level);
  return { ...stage, nodes, layers, deepest, open: new Set(stage.open) };
}

const read = new Map();
function stageAt(index) {
  if (!read.has(index)) read.set(index, readStage(data.stages[index]));
  return read.get(index);
}

// Layers that were opened or closed by hand; the others follow the depth.
const byHand = new Map();
let current = data.start;
let depth = data.depth;
let stage = stageAt(current);

function isClosed(layer) {
  if (layer.level === 0) return false;
  if (layer.boxes.length + layer.layers.length < 2 && !layer.layers.length) return false;
  if (byHand.has(layer.path)) return byHand.get(layer.path);
  if (depth === null) return !stage.open.has(layer.path);
  if (depth > stage.deepest) return false;
  return layer.layers.length === 0 || layer.level >= depth;
}

// The outermost closed layer around a node; null where the node itself shows.
function coverOf(node) {
  let cover = null;
  for (let layer = node.layer; layer; layer = layer.parent) if (isClosed(layer)) cover = layer;
  return cover;
}

function open(layer) {
  for (; layer && layer.level > 0; layer = layer.parent) byHand.set(layer.path, false);
}

function outputType(layer) {
  const leaving = layer.nodes.filter((node) => node.kind === 0 && (node.users.some((user) =>
    !isInside(stage.nodes[user], layer)) || stage.outputs.some(([, index]) => index === node.index)));
  let largest = "", size = -1;
  for (const node of leaving) {
    const count = (node.type.match(/\d+/g) || []).slice(1).reduce((a, b) => a * Number(b), 1);
    if (count > size) [largest, size] = [node.type, count];
  }
  const times = leaving.filter((node) => node.type === largest).length;
  return largest + (times > 1 ? " ×" + times : "");
}

function isInside(node, layer) {
  for (let at = node.layer; at; at = at.parent) if (at === layer) return true;
  return false;
}

// A frame around one thing would say nothing.
const hasFrame = (layer) => layer.boxes.length + layer.layers.length > 1;

// What a drawing shows: boxes (a node or a closed layer), edges between them, frames (open layers).
function visibleGraph() {
  const boxes = [], boxOf = new Map(), frames = [], seen = new Set();
  const add = (key, item) => {
    const box = { key, ...item, ins: [], outs: [] };
    boxOf.set(key, box);
    boxes.push(box);
    return box;
  };
  const of = (node) => {
    const cover = coverOf(node);
    if (!cover) return boxOf.get(node.id) ?? add(node.id, { node, back: node.back });
    const key = "layer " + cover.path;
    return boxOf.get(key) ?? add(key, { layer: cover, back: cover.back });
  };
  for (const node of stage.nodes) {
    if (node.kind === 2) continue;
    const box = of(node);
    for (const input of node.inputs) {
      if (stage.nodes[input].kind === 2) continue;
      const from = of(stage.nodes[input]);
      const key = from.key + " > " + box.key;
      if (from === box || seen.has(key)) continue;
      seen.add(key);
      from.outs.push(box);
      box.ins.push(from);
    }
    if (node.adjoint >= 0 && !box.mirror) {
      const forward = of(stage.nodes[node.adjoint]);
      if (forward !== box && !forward.back) box.mirror = forward;
    }
  }
  for (const [name, index] of stage.outputs) {
    const box = add("output " + name, { output: name, back: false });
    const from = of(stage.nodes[index]);
    from.outs.push(box);
    box.ins.push(from);
  }
  for (const layer of stage.layers.values()) {
    if (layer.level > 0 && hasFrame(layer) && !isClosed(layer) && !coverOf({ layer: layer.parent })) frames.push({ key: "frame " + layer.path, layer });
  }
  return { boxes, boxOf, frames };
}
