const panel = document.getElementById("panel");
const search = document.getElementById("search");
const found = document.getElementById("found");

function make(tag, text, parent) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (parent) parent.append(element);
  return element;
}

function list(title, pairs) {
  if (title) make("h3", title, panel);
  const table = make("dl", undefined, panel);
  for (const [name, value] of pairs) {
    if (value === "" || value === undefined || value === null) continue;
    make("dt", name, table);
    make("dd", value, table);
  }
}

function link(node, parent) {
  const item = make("li", undefined, parent);
  const anchor = make("a", titleOf(node), item);
  make("span", " " + node.type + (node.path ? "  " + node.path : ""), item).className = "quiet";
  anchor.onclick = () => reveal(node);
}

function links(title, nodes) {
  if (!nodes.length) return;
  make("h3", title + " (" + nodes.length + ")", panel);
  const items = make("ul", undefined, panel);
  nodes.slice(0, 60).forEach((node) => link(node, items));
  if (nodes.length > 60) make("li", "and " + (nodes.length - 60) + " more", items).className = "quiet";
}

function showStage() {
  panel.replaceChildren();
  make("h2", stage.name.replaceAll("-", " "), panel);
  make("p", stage.note + ".", panel).className = "quiet";
  const steps = stage.name === "program";
  list("", [
    [steps ? "steps" : "nodes", (steps ? stage.kernels : stage.nodes.length).toLocaleString("en")],
    ["kernels", stage.kernels.toLocaleString("en")], ["FLOPs", flops(stage.flops)],
    ["bytes moved", bytes(stage.bytes)], ["peak arena", bytes(stage.arena)],
    ["backward", many(stage.nodes.filter((node) => node.back).length, "node")],
    ["fused", many(stage.nodes.filter((node) => node.inner).length, "node")],
  ]);
  links("outputs", [...new Set(stage.outputs.map(([, index]) => stage.nodes[index]))]);
  make("h3", "colours", panel);
  const kinds = [["forward", "forward"], ["backward", "backward (∂)"], ["fused", "fused kernel"],
    ["state", "state"], ["given", "input, output"], ["layer", "closed layer"]];
  const legend = make("ul", undefined, panel);
  legend.id = "legend";
  for (const [kind, label] of kinds) {
    const row = make("li", undefined, legend);
    const sample = make("i", undefined, row);
    sample.style.background = "var(--" + kind + ")";
    sample.style.borderColor = "var(--" + kind + "-line)";
    row.append(label);
  }
  make("h3", "keys", panel);
  const keys = [["←", "→"], ["/"], ["Esc"], ["f"], ["+", "−"]];
  const meanings = ["the pass before, the next", "search", "leave, select nothing", "fit", "zoom"];
  const items = make("ul", undefined, panel);
  keys.forEach((names, at) => {
    const item = make("li", undefined, items);
    names.forEach((name) => {
      make("kbd", name, item);
      item.append(" ");
    });
    make("span", meanings[at], item).className = "quiet";
  });
  make("p", "Click a layer to open it, its name to close it again. Drag to move, turn the wheel to zoom.", panel);
}

function showLayer(layer) {
  panel.replaceChildren();
  make("h2", layer.path, panel);
  make("p", layer.back ? "layer, backward half" : "layer", panel).className = "quiet";
  const sites = [...new Set(layer.nodes.map((node) => node.site).filter((site) => site))];
  list("", [
    ["nodes", layer.nodes.length.toLocaleString("en")], ["kernels", layer.kernels.toLocaleString("en")],
    ["FLOPs", flops(layer.flops)], ["gives", (layer.output ??= outputType(layer))],
    ["line", sites.slice(0, 3).join(", ") + (sites.length > 3 ? ", …" : "")],
    ["outputs", layer.outputs.slice(0, 8).join(", ")],
  ]);
  const twin = stage.layers.get(layer.back ? layer.path.slice(1) : "∂" + layer.path);
  if (twin) {
    const item = make("p", undefined, panel);
    const anchor = make("a", layer.back ? "its forward half" : "its backward half", item);
    anchor.onclick = () => revealLayer(twin);
  }
  const ops = new Map();
  for (const node of layer.nodes) if (node.kind !== 2) ops.set(node.op, (ops.get(node.op) ?? 0) + 1);
  list("ops", [...ops].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
  const costly = layer.nodes.filter((node) => node.flops > 0).sort((a, b) => b.flops - a.flops).slice(0, 8);
  links("most work", costly);
  links("nodes", layer.nodes.filter((node) => node.kind !== 2));
}

function showNode(node) {
  panel.replaceChildren();
  make("h2", titleOf(node), panel);
  make("p", [node.op, node.back ? "backward half" : ""].filter((word) => word).join(", "), panel)
    .className = "quiet";
  list("", [
    ["number", node.id], ["type", node.type], ["attributes", node.attributes], ["layer", node.name],
    ["line", node.site], ["FLOPs", node.flops ? flops(node.flops) : ""],
    ["bytes", node.bytes ? bytes(node.bytes) : ""],
    ["FLOP/byte", node.flops && node.bytes ? (node.flops / node.bytes).toFixed(2) : ""],
    ["output", stage.outputs.filter(([, index]) => index === node.index).map(([name]) => name).join(", ")],
  ]);
  if (node.inner) {
    make("h3", "inside the kernel", panel);
    make("pre", node.inner, panel).id = "inner";
  }
  if (node.adjoint >= 0) links("derivative of", [stage.nodes[node.adjoint]]);
  links("inputs", node.inputs.map((input) => stage.nodes[input]));
  links("users", node.users.map((user) => stage.nodes[user]));
}

// MARK: Search

function matches(text) {
  const parts = text.toLowerCase().split(/\s+/).filter((part) => part);
  if (!parts.length) return [];
  return stage.nodes.filter((node) => {
    if (node.kind === 2) return false;
    const all = [node.id, node.op, node.path, node.name, node.site, node.attributes].join(" ").toLowerCase();
    return parts.every((part) => all.includes(part));
  });
}

function boxFor(node) {
  const cover = coverOf(node);
  return graph.boxOf.get(cover ? "layer " + cover.path : node.id);
}

function markHits(nodes) {
  marked.hits = new Set(nodes.map((node) => boxFor(node)?.key).filter((key) => key));
  repaint();
}

function showFound() {
  const nodes = matches(search.value);
  markHits(nodes);
  found.replaceChildren();
  if (!search.value.trim()) return;
  make("div", nodes.length ? many(nodes.length, "node") : "nothing here matches; try another pass", found);
  const text = search.value.trim().toLowerCase();
  const layers = [...stage.layers.values()].filter((layer) => layer.level && layer.path.toLowerCase().includes(text));
  for (const layer of layers.slice(0, 8)) {
    const button = make("button", layer.path + " ", found);
    make("small", "layer, " + many(layer.nodes.length, "node"), button);
    button.onclick = () => revealLayer(layer);
  }
  for (const node of nodes.slice(0, 60)) {
    const button = make("button", titleOf(node) + " ", found);
    make("small", [node.path, node.type, node.site].filter((word) => word).join("  "), button);
    button.onclick = () => reveal(node);
  }
}
