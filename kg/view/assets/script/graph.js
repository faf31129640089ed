// Graph: pyvis's network on a canvas, with places from the page and colours from the style sheet.

const carried = JSON.parse(byId("network").textContent);
const READABLE_SCALE = 0.55;
const CAPTIONS = {
  article: "columnArticle", outlet: "columnOutlet", speaker: "columnSpeaker", claim: "columnClaim", event: "columnEvent",
  other: "columnOther",
};
const EDGE_STYLES = {
  said: { colour: "person", width: 1.6, arrow: true },
  about: { colour: "event", width: 1.4, arrow: true },
  relays: { colour: "outlet", width: 1.1, dashes: [6, 5], arrow: true, faint: true },
  published: { colour: "article", width: 1, dashes: [2, 4], faint: true },
};
// Links between claims run outside the column of claims; we draw them, since vis would run them through the boxes.
const BOWS = { contradicts: { colour: "alarm", width: 3, reach: 44 }, corroborates: { colour: "accord", width: 2.2, reach: 30 } };

const BOX_WIDTH = { claim: 250, article: 180 };
const BOX_LINE = 19;

const graph = { face: "", network: null, nodes: null, edges: null, palette: {}, isolated: null };

function sign() {
  return state.language === "ar" ? -1 : 1;
}

function readPalette() {
  graph.face = getComputedStyle(document.body).fontFamily;
  const styles = getComputedStyle(document.documentElement);
  const names = ["paper", "card", "ink", "muted", "line", "accent", "alarm", "accord", ...Object.keys(SYMBOLS)];
  graph.palette = Object.fromEntries(names.map((name) => [name, styles.getPropertyValue(`--${name}`).trim()]));
}

function startGraph() {
  readPalette();
  const shown = ({ id, x, shape }) => ({ ...nodeLook(id, false), ...boxed(shape), x: x * sign(), hidden: !visibleNodes.has(id) });
  graph.nodes = new vis.DataSet(carried.nodes.map((node) => ({ ...node, ...shown(node) })));
  graph.edges = new vis.DataSet(carried.edges.map((edge) => ({ ...edge, ...edgeLook(edges[edge.id], edgeMode(edges[edge.id], null)) })));
  graph.network = new vis.Network(byId("canvas"), { nodes: graph.nodes, edges: graph.edges }, graphOptions());
  graph.network.on("click", ({ nodes: hit }) => change({ focus: hit.length ? hit[0] : -1 }));
  graph.network.on("afterDrawing", drawBows);
  graph.network.on("afterDrawing", drawCaptions);
  graph.network.on("afterDrawing", drawEdgeWords);
  graph.network.once("afterDrawing", () => document.documentElement.setAttribute("data-drawn", ""));
  showStart();
}

// vis sets lines as close as the letters are high, too close for Arabic; boxes are drawn by us.
function boxed(shape) {
  return shape === "box" ? { shape: "custom", ctxRenderer: renderBox } : {};
}

// The box of a node as it stands on the canvas; vis knows nothing of the size of boxes that we draw.
function boundsOf(node) {
  const { kind } = nodes[node];
  if (!(kind in BOX_WIDTH)) return graph.network.getBoundingBox(node);
  const { x, y } = graph.network.getPosition(node);
  const height = carried.nodes[node].label.split("\n").length * BOX_LINE + 14;
  return { left: x - BOX_WIDTH[kind] / 2, right: x + BOX_WIDTH[kind] / 2, top: y - height / 2, bottom: y + height / 2 };
}

function renderBox({ ctx: context, id, x, y, label }) {
  const { kind } = nodes[id];
  const look = graph.nodes.get(id);
  const rows = label.split("\n");
  const width = BOX_WIDTH[kind];
  const height = rows.length * BOX_LINE + 14;
  const drawNode = () => {
    const right = isRightToLeft(label);
    context.globalAlpha = look.opacity;
    context.beginPath();
    context.roundRect(x - width / 2, y - height / 2, width, height, look.shapeProperties.borderRadius);
    context.fillStyle = look.color.background;
    context.fill();
    context.strokeStyle = look.color.border;
    context.lineWidth = look.borderWidth;
    context.setLineDash(look.shapeProperties.borderDashes || []);
    context.stroke();
    context.fillStyle = graph.palette.ink;
    context.font = `14px ${graph.face}`;
    context.textBaseline = "middle";
    context.textAlign = right ? "right" : "left";
    context.direction = right ? "rtl" : "ltr";
    rows.forEach((row, place) => context.fillText(row, x + (right ? 1 : -1) * (width / 2 - 11), y + (place - (rows.length - 1) / 2) * BOX_LINE + 1, width - 20));
  };
  return { drawNode, nodeDimensions: { width, height } };
}

function graphOptions() {
  const font = { face: graph.face, size: 14, multi: false };
  return {
    ...carried.options,
    autoResize: true,
    nodes: { size: 15, font, borderWidth: 1.5, margin: { top: 8, right: 10, bottom: 8, left: 10 }, labelHighlightBold: false, chosen: false },
    edges: { smooth: { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.55 }, font: { ...font, size: 13 }, chosen: false, arrowStrikethrough: true },
    interaction: { ...carried.options.interaction, hideEdgesOnDrag: carried.edges.length > 1500, zoomSpeed: 0.6, keyboard: false },
  };
}

function nodeLook(node, dimmed) {
  const { kind } = nodes[node];
  const own = nodes[node];
  const colour = graph.palette[kind];
  const boxed = kind === "claim" || kind === "article";
  const hollow = boxed || kind === "unnamed" || own.realis === "planned" || own.realis === "possible" || own.realis === "negated";
  const denies = own.polarity === "denies";
  const border = denies ? graph.palette.alarm : colour;
  const focused = node === state.focus;
  return {
    color: { background: hollow ? graph.palette.card : colour, border: focused ? graph.palette.accent : border },
    borderWidth: focused ? 4 : kind === "claim" ? 2 : 1.5,
    opacity: dimmed ? 0.12 : 1,
    shapeProperties: { borderRadius: kind === "claim" ? 7 : 2, borderDashes: denies || own.realis === "negated" ? [5, 4] : false },
    font: { color: faded(graph.palette.ink, dimmed ? 0.16 : 1), vadjust: boxed ? 0 : -2, strokeWidth: boxed ? 0 : 3, strokeColor: faded(graph.palette.paper, dimmed ? 0 : 1) },
  };
}

function edgeLook(edge, mode) {
  const style = EDGE_STYLES[edge.role] ?? { colour: "muted", width: 1, faint: true, arrow: true };
  const plainOpacity = style.faint ? 0.4 : 0.8;
  return {
    hidden: mode === "hidden",
    width: mode === "bright" ? style.width * 1.5 : style.width,
    dashes: style.dashes ?? false,
    arrows: style.arrow ? { to: { enabled: true, scaleFactor: 0.55 } } : {},
    color: { color: graph.palette[style.colour], inherit: false, opacity: mode === "dimmed" ? 0.05 : mode === "bright" ? 1 : plainOpacity },
  };
}

function edgeWord(edge) {
  const denies = edge.role === "said" && nodes[edge.to].polarity === "denies";
  return t(denies ? "deniedEdge" : edge.role === "place" ? "placeEdge" : edge.role);
}

function faded(colour, opacity) {
  if (opacity === 1) return colour;
  const value = Number.parseInt(colour.slice(1), 16);
  return `rgba(${value >> 16},${(value >> 8) & 255},${value & 255},${opacity})`;
}

// Paint everything for the state as it is: filtered nodes hidden, the focus bright, the rest dimmed.
function paintGraph() {
  const near = state.focus >= 0 ? surroundings(state.focus) : null;
  const shown = (node) => visibleNodes.has(node) || Boolean(near?.has(node));
  const places = near && needsIsolation(near) ? arranged(near) : null;
  graph.isolated = places;
  graph.nodes.update(
    carried.nodes.map(({ id, x, y }) => {
      const at = places?.get(id) ?? { x: x * sign(), y };
      return { id, ...at, hidden: !shown(id) || Boolean(places && !places.has(id)), ...nodeLook(id, Boolean(near && !near.has(id))) };
    }),
  );
  graph.edges.update(carried.edges.map(({ id }) => ({ id, ...edgeLook(edges[id], edgeMode(edges[id], near)) })));
}

function edgeMode(edge, near) {
  const touches = Boolean(near) && (edge.from === state.focus || edge.to === state.focus);
  if (edge.role in BOWS) return "hidden";
  if (STRUCTURAL.has(edge.role) && !state.structure && !touches) return "hidden";
  if (!near) return "plain";
  return touches || (near.has(edge.from) && near.has(edge.to) && !STRUCTURAL.has(edge.role)) ? "bright" : "dimmed";
}

function drawBows(context) {
  for (const edge of edges) {
    if (!(edge.role in BOWS) || [edge.from, edge.to].some((node) => graph.nodes.get(node).hidden)) continue;
    drawBow(context, edge, BOWS[edge.role]);
  }
}

function drawBow(context, edge, style) {
  const [from, to] = [edge.from, edge.to].map(boundsOf);
  const touches = edge.from === state.focus || edge.to === state.focus;
  const start = sign() < 0 ? Math.max(from.right, to.right) : Math.min(from.left, to.left);
  const [top, bottom] = [from, to].map((box) => (box.top + box.bottom) / 2);
  const reach = start - sign() * (style.reach + Math.min(60, Math.abs(bottom - top) / 8));
  context.save();
  context.globalAlpha = state.focus >= 0 && !touches ? 0.12 : 1;
  context.strokeStyle = context.fillStyle = graph.palette[style.colour];
  context.lineWidth = style.width;
  context.beginPath();
  context.moveTo(start, top);
  context.bezierCurveTo(reach, top, reach, bottom, start, bottom);
  context.stroke();
  for (const y of [top, bottom]) {
    context.beginPath();
    context.arc(start, y, style.width * 1.6, 0, 2 * Math.PI);
    context.fill();
  }
  context.restore();
  if (touches) drawWord(context, t(edge.role), (start + 3 * reach) / 4, (top + bottom) / 2, graph.palette[style.colour]);
}

// The focus's edges are named in the gap between the two nodes, where vis would put the word under a box.
function drawEdgeWords(context) {
  if (state.focus < 0) return;
  const taken = [];
  for (const edge of [...outgoing[state.focus], ...incoming[state.focus]]) {
    if (edge.role in BOWS || edge.role === "via" || [edge.from, edge.to].some((node) => graph.nodes.get(node).hidden)) continue;
    const [from, to] = [edge.from, edge.to].map(boundsOf);
    const [near, far] = edge.from === state.focus ? [from, to] : [to, from];
    const x = far.left > near.right ? (near.right + far.left) / 2 : far.right < near.left ? (near.left + far.right) / 2 : (near.left + near.right) / 2;
    let y = ((near.top + near.bottom) / 2 + (far.top + far.bottom) / 2) / 2;
    while (taken.some((other) => Math.abs(other.x - x) < 60 && Math.abs(other.y - y) < 17)) y += 17;
    taken.push({ x, y });
    drawWord(context, edgeWord(edge), x, y, graph.palette.ink);
  }
}

function drawWord(context, word, x, y, colour) {
  context.save();
  context.font = `600 12.5px ${graph.face}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 5;
  context.strokeStyle = graph.palette.paper;
  context.fillStyle = colour;
  context.strokeText(word, x, y);
  context.fillText(word, x, y);
  context.restore();
}

// A neighbourhood that cannot be read at once where it stands is drawn by itself, its columns drawn together.
function needsIsolation(near) {
  const ys = [...near].map((node) => carried.nodes[node].y);
  const xs = [...near].map((node) => carried.nodes[node].x);
  const canvas = byId("canvas");
  const tall = Math.max(...ys) - Math.min(...ys) + 160;
  const wide = Math.max(...xs) - Math.min(...xs) + 320;
  return Math.min(canvas.clientHeight / tall, canvas.clientWidth / wide) < READABLE_SCALE;
}

function arranged(near) {
  const columns = new Map();
  for (const node of near) {
    const column = columnOf(node);
    columns.set(column, [...(columns.get(column) ?? []), node]);
  }
  const order = Object.keys(CAPTIONS).filter((name) => columns.has(name));
  const places = new Map();
  order.forEach((name, place) => {
    const members = columns.get(name).sort((a, b) => carried.nodes[a].y - carried.nodes[b].y || a - b);
    const step = name === "claim" || name === "article" ? 86 : 82;
    members.forEach((node, row) => places.set(node, { x: sign() * place * 285, y: (row - (members.length - 1) / 2) * step }));
  });
  return places;
}

function columnOf(node) {
  const { kind } = nodes[node];
  if (kind === "article" || kind === "claim" || kind === "event") return kind;
  if (kind === "unnamed") return "speaker";
  if (!outgoing[node].some((edge) => edge.role === "said" || edge.role === "relays")) return "other";
  return kind === "outlet" ? "outlet" : "speaker";
}

// The columns' names stay at the upper edge of the canvas while the stories move under them.
function drawCaptions(context) {
  if (graph.isolated) return;
  const scale = graph.network.getScale();
  if (scale < 0.2) return;
  const size = Math.min(14 / scale, 40);
  const { x: edge, y: top } = graph.network.DOMtoCanvas({ x: 0, y: 0 });
  const y = Math.max(top + 1.3 * size, -34);
  context.save();
  if (y > -34) {
    context.globalAlpha = 0.9;
    context.fillStyle = graph.palette.paper;
    context.fillRect(edge, top, byId("canvas").clientWidth / scale, 2.6 * size);
    context.globalAlpha = 1;
  }
  context.font = `600 ${size}px ${graph.face}`;
  context.fillStyle = graph.palette.muted;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.direction = state.language === "ar" ? "rtl" : "ltr";
  for (const block of dossier.blocks) {
    if (block.top > 0) continue;
    for (const [name, x] of block.columns) {
      if (name !== "other" || state.structure) context.fillText(t(CAPTIONS[name]), x * sign(), y);
    }
  }
  context.strokeStyle = graph.palette.line;
  context.lineWidth = 1 / scale;
  for (const block of dossier.blocks) {
    if (block.top === 0) continue;
    context.beginPath();
    context.moveTo(sign() * block.left, block.top - 35);
    context.lineTo(sign() * (block.left + block.width), block.top - 35);
    context.stroke();
  }
  context.restore();
}

// Where a reader starts: everything if it can be read, else the top of the first stories.
function showStart() {
  const shown = carried.nodes.filter((node) => visibleNodes.has(node.id));
  if (!shown.length) return;
  const canvas = byId("canvas");
  const left = Math.min(...shown.map((node) => node.x)) - 125;
  const inStrip = shown.filter((node) => node.x < left + dossier.blocks[0].width);
  const right = Math.max(...inStrip.map((node) => node.x)) + 125;
  const top = Math.min(...inStrip.map((node) => node.y)) - 75;
  const bottom = Math.max(...inStrip.map((node) => node.y)) + 50;
  const across = canvas.clientWidth / (right - left);
  const scale = Math.min(Math.max(Math.min(across, canvas.clientHeight / (bottom - top)), Math.min(across, 0.8), READABLE_SCALE), 1.2);
  const height = canvas.clientHeight / scale;
  const x = canvas.clientWidth / scale >= right - left ? (left + right) / 2 : left + canvas.clientWidth / scale / 2;
  graph.network.moveTo({ position: { x: sign() * x, y: top + height / 2 }, scale });
}

// The part of the canvas that a sheet of evidence does not cover, in the canvas's own pixels.
function freeHeight() {
  const canvas = byId("canvas").getBoundingClientRect();
  const panel = byId("panel").getBoundingClientRect();
  const covers = panel.height && panel.left < canvas.right && panel.right > canvas.left && panel.top < canvas.bottom;
  return Math.max(80, covers ? panel.top - canvas.top : canvas.height);
}

function showNodes(shown, least, most, animated) {
  const canvas = byId("canvas");
  const boxes = shown.map(boundsOf);
  const [left, right] = [Math.min(...boxes.map((box) => box.left)) - 24, Math.max(...boxes.map((box) => box.right)) + 24];
  const [top, bottom] = [Math.min(...boxes.map((box) => box.top)) - 56, Math.max(...boxes.map((box) => box.bottom)) + 24];
  const free = freeHeight();
  const scale = Math.min(most, Math.max(least, Math.min(canvas.clientWidth / (right - left), free / (bottom - top))));
  const animation = animated && !matchMedia("(prefers-reduced-motion: reduce)").matches ? { duration: 260, easingFunction: "easeOutQuad" } : false;
  const y = (top + bottom) / 2 + (canvas.clientHeight - free) / 2 / scale;
  graph.network.moveTo({ position: { x: (left + right) / 2, y }, scale, animation });
}

function showFocus() {
  showNodes([...surroundings(state.focus)].filter((node) => !graph.nodes.get(node).hidden), 0.25, 1.1, true);
}

function fitAll() {
  change({ focus: -1 });
  showNodes([...visibleNodes], 0.02, 1.1, false);
}

watch((changed) => {
  if (!graph.network) return;
  if (changed.has("theme")) {
    readPalette();
    paintGraph();
    return;
  }
  paintGraph();
  if (state.focus >= 0 && (changed.has("focus") || changed.has("language") || changed.has("view"))) showFocus();
  else if (changed.has("language")) showStart();
});
