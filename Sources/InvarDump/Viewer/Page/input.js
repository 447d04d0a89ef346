const passes = document.getElementById("passes");
let selected = null;

// Lays the visible graph out anew. What stood in the middle, or was selected, stays where it is on the screen.
function refresh(anchorKey) {
  const key = anchorKey ?? marked.key ?? middle()?.key;
  const before = place(key);
  graph = visibleGraph();
  graph.boxes.forEach(measure);
  layOut(graph);
  const after = place(key) ?? place(twinOf(key));
  if (before && after) {
    camera.x += (before.x - after.x) * camera.scale;
    camera.y += (before.y - after.y) * camera.scale;
  }
  markHits(matches(search.value));
  repaint();
}

// A layer is a box while it is closed, and a frame while it is open.
const twinOf = (key) => key?.startsWith("layer ") ? "frame " + key.slice(6)
  : key?.startsWith("frame ") ? "layer " + key.slice(6) : key;

function place(key) {
  const box = graph.boxOf.get(key);
  if (box) return { x: box.x, y: box.y - box.height / 2 };
  const frame = graph.frames.find((frame) => frame.key === key);
  return frame ? { x: (frame.left + frame.right) / 2, y: frame.top } : null;
}

function middle() {
  const x = (canvas.clientWidth / 2 - camera.x) / camera.scale;
  const y = (canvas.clientHeight / 2 - camera.y) / camera.scale;
  let best = null, distance = Infinity;
  for (const box of graph.boxes) {
    const d = (box.x - x) ** 2 + (box.y - y) ** 2;
    if (d < distance) [best, distance] = [box, d];
  }
  return best;
}

function select(what, key) {
  selected = what;
  marked.key = key;
  if (!what) showStage();
  else if (what.node) showNode(what.node);
  else showLayer(what.layer);
  repaint();
}

function reveal(node) {
  open(node.layer);
  found.replaceChildren();
  refresh();
  select({ node }, node.id);
  const box = graph.boxOf.get(node.id);
  if (box) centre(box);
}

function revealLayer(layer) {
  open(layer.parent);
  found.replaceChildren();
  refresh();
  const key = isClosed(layer) ? "layer " + layer.path : "frame " + layer.path;
  select({ layer }, key);
  const at = place(key);
  if (at) centre(at);
}

function toggle(layer) {
  const wasClosed = isClosed(layer);
  byHand.set(layer.path, !wasClosed);
  const key = (wasClosed ? "layer " : "frame ") + layer.path;
  refresh(key);
  select({ layer }, twinOf(key));
}

function show(index) {
  current = Math.max(0, Math.min(data.stages.length - 1, index));
  [...passes.children].forEach((name, at) => name.classList.toggle("now", at === current));
  const now = passes.children[current];
  passes.scrollTo({ left: now.offsetLeft - (passes.clientWidth - now.clientWidth) / 2 });
  const kept = marked.key;
  stage = stageAt(current);
  refresh();
  // a layer keeps its name from pass to pass, a node its number does not
  const path = selected?.layer?.path;
  const layer = path ? stage.layers.get(path) : null;
  select(layer ? { layer } : null, layer ? (isClosed(layer) ? "layer " : "frame ") + path : null);
  if (!place(kept) && !onScreen()) fit();
  if (document.activeElement === search) showFound();
}

function onScreen() {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  return graph.boxes.some((box) => {
    const x = box.x * camera.scale + camera.x, y = box.y * camera.scale + camera.y;
    return x > 0 && x < width && y > 0 && y < height;
  });
}

function deepen(step) {
  // from what the page opened with, on from where all layers of a level were open
  const levels = [...stage.layers.values()].filter((layer) => layer.level && layer.layers.length && isClosed(layer))
    .map((layer) => layer.level);
  const now = depth ?? Math.min(stage.deepest, ...levels);
  depth = Math.max(1, Math.min(stage.deepest + 1, now + step));
  byHand.clear();
  refresh();
  firstView();
}

function zoom(factor, x, y) {
  const scale = Math.max(0.02, Math.min(4, camera.scale * factor));
  camera.x = x - (x - camera.x) * scale / camera.scale;
  camera.y = y - (y - camera.y) * scale / camera.scale;
  camera.scale = scale;
  repaint();
}

let press = null;
canvas.addEventListener("pointerdown", (event) => {
  press = { x: event.offsetX, y: event.offsetY, moved: false };
  canvas.setPointerCapture(event.pointerId);
  canvas.focus();
});
canvas.addEventListener("pointermove", (event) => {
  if (press) {
    const [dx, dy] = [event.offsetX - press.x, event.offsetY - press.y];
    if (!press.moved && Math.abs(dx) + Math.abs(dy) < 4) return;
    Object.assign(press, { x: event.offsetX, y: event.offsetY, moved: true });
    camera.x += dx;
    camera.y += dy;
    canvas.classList.add("drag");
    repaint();
    return;
  }
  const hit = under(event.offsetX, event.offsetY);
  const over = hit?.box?.key ?? null;
  canvas.classList.toggle("over", hit !== null);
  if (over !== marked.over) {
    marked.over = over;
    repaint();
  }
});
canvas.addEventListener("pointerup", (event) => {
  const wasDrag = press?.moved;
  press = null;
  canvas.classList.remove("drag");
  if (wasDrag) return;
  found.replaceChildren();
  const hit = under(event.offsetX, event.offsetY);
  if (hit?.frame) return toggle(hit.frame.layer);
  if (hit?.box?.layer) return toggle(hit.box.layer);
  if (hit?.box?.output) return reveal(stage.nodes[stage.outputs.find(([name]) => name === hit.box.output)[1]]);
  select(hit?.box ? { node: hit.box.node } : null, hit?.box?.key ?? null);
});
canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), event.offsetX, event.offsetY);
}, { passive: false });

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isTyping = document.activeElement === search;
  if (event.key === "Escape") {
    search.value = "";
    found.replaceChildren();
    search.blur();
    marked.hits = new Set();
    select(null, null);
  } else if (isTyping) {
    if (event.key === "Enter") found.querySelector("button")?.click();
    if (event.key === "ArrowDown") found.querySelector("button")?.focus();
  } else if (event.key === "/") {
    event.preventDefault();
    search.focus();
    search.select();
  } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
    event.preventDefault();
    show(current + (event.key === "ArrowLeft" ? -1 : 1));
  } else if (event.key === "f") {
    fit();
  } else if (event.key === "+" || event.key === "-") {
    zoom(event.key === "+" ? 1.25 : 0.8, canvas.clientWidth / 2, canvas.clientHeight / 2);
  }
});

function buildPage() {
  document.getElementById("title").textContent = data.name;
  data.stages.forEach((item, at) => {
    const name = make("button", item.name.replaceAll("-", " "), passes);
    name.title = item.note;
    name.onclick = () => show(at);
  });
  search.addEventListener("input", showFound);
  search.addEventListener("focus", showFound);
  document.getElementById("fit").onclick = fit;
  document.getElementById("more").onclick = () => deepen(1);
  document.getElementById("fewer").onclick = () => deepen(-1);
}

// All at once where that can be read; else in its own size from the first box on.
function firstView() {
  fit();
  if (camera.scale >= 0.9) return;
  const first = graph.boxes.reduce((a, b) => a.y <= b.y ? a : b);
  const forward = graph.boxes.filter((box) => box.band === first.band);
  const left = Math.min(...forward.map((box) => box.x - box.width / 2));
  const right = Math.max(...forward.map((box) => box.x + box.width / 2));
  camera.scale = 1;
  camera.x = Math.min(30, (canvas.clientWidth - (right - left)) / 2) - left;
  camera.y = 60 - (first.y - first.height);
  repaint();
}

readColours();
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  readColours();
  repaint();
});
new ResizeObserver(repaint).observe(canvas);
buildPage();
show(current);
firstView();
if (data.search) {
  const layer = stage.layers.get(data.search);
  const node = stage.nodes.find((node) => node.id === data.search || node.id === data.search.replace("%", ""));
  if (layer) {
    byHand.set(layer.path, false);
    revealLayer(layer);
  } else if (node) {
    reveal(node);
  } else {
    search.value = data.search;
    showFound();
  }
}
// for tests: where a box is on the page
window.viewer = {
  state: () => ({ stage: stage.name, boxes: graph.boxes.length, frames: graph.frames.length,
    selected: marked.key, hits: marked.hits.size, scale: camera.scale }),
  keys: () => graph.boxes.map((box) => box.key),
  placeOf: (key) => {
    const box = graph.boxOf.get(key);
    const frame = graph.frames.find((frame) => frame.key === key);
    const edge = canvas.getBoundingClientRect();
    const [x, y] = box ? [box.x, box.y] : frame ? [frame.left + 14, frame.top + 8] : [0, 0];
    return box || frame ? [edge.left + x * camera.scale + camera.x, edge.top + y * camera.scale + camera.y] : null;
  },
};
