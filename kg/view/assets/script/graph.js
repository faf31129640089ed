// Graph: pyvis's network on a canvas, with places from the page and colours from the style sheet.

// A page of more nodes than the network carries comes with places only: then the network holds one neighbourhood.
const carried = JSON.parse(byId("network").textContent);
const isLarge = Boolean(dossier.places);
const MOST_CARRIED = 300;
const CAMERA_HEIGHT = 44;
const CAPTION_HEIGHT = 40;
const FOCUS_SCALE = 0.7;
const READABLE_SCALE = 0.55;
const EDGE_STYLES = {
  said: { colour: "person", width: 1.6, arrow: true },
  about: { colour: "event", width: 1.4, arrow: true },
  relays: { colour: "outlet", width: 1.1, dashes: [6, 5], arrow: true, faint: true },
  published: { colour: "article", width: 1, dashes: [2, 4], faint: true },
};

const VIEW_MARGIN = 150;

const graph = { face: "", isStarted: false, network: null, nodes: null, edges: null, members: new Map(), waiting: { nodes: [], edges: [] }, palette: {}, isolated: null, isFresh: false };

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
  graph.isStarted = true;
  readPalette();
  if (isLarge) {
    startOverview();
    return;
  }
  graph.isFresh = true;
  startNetwork();
  graph.network.once("afterDrawing", showDrawn);
  showStart();
}

// The library of a large page is text until a neighbourhood is first drawn; the page's policy knows it by its hash.
function runLibrary() {
  if (!window.vis) document.head.append(element("script", {}, byId("library").textContent));
}

// What is seen first is carried first; the rest follows the first drawing.
function startNetwork() {
  runLibrary();
  graph.nodes = new vis.DataSet();
  graph.edges = new vis.DataSet();
  if (!isLarge) carryVisible();
  graph.network = new vis.Network(byId("canvas"), { nodes: graph.nodes, edges: graph.edges }, graphOptions());
  graph.network.on("click", ({ nodes: hit }) => change({ focus: hit.length ? hit[0] : -1 }));
  graph.network.on("afterDrawing", drawWordedDots);
  graph.network.on("afterDrawing", drawBows);
  graph.network.on("afterDrawing", drawCaptions);
  graph.network.on("afterDrawing", drawEdgeWords);
  graph.network.on("afterDrawing", drawBeyond);
  byId("beyond").addEventListener("click", fitAll);
}

// The nodes in the starting view, with those their edges lead to.
function carryVisible() {
  graph.members = new Map(carried.nodes.map((node) => [node.id, { ...node }]));
  const view = startingView();
  const canvas = byId("canvas");
  const [wide, tall] = view ? [canvas.clientWidth, canvas.clientHeight].map((size) => size / 2 / view.scale + VIEW_MARGIN) : [0, 0];
  const isSeen = ({ x, y }) => Boolean(view) && Math.abs(x * sign() - view.position.x) < wide && Math.abs(y - view.position.y) < tall;
  const seen = new Set(carried.nodes.filter(isSeen).map((node) => node.id));
  const near = new Set(seen);
  for (const { from, to } of carried.edges) if (seen.has(from) !== seen.has(to)) near.add(from).add(to);
  const isNear = (edge) => near.has(edge.from) && near.has(edge.to);
  graph.waiting = { nodes: carried.nodes.filter((node) => !near.has(node.id)), edges: carried.edges.filter((edge) => !isNear(edge)) };
  carry(carried.nodes.filter((node) => near.has(node.id)), carried.edges.filter(isNear));
}

function carry(ownNodes, ownEdges) {
  const members = ownNodes.map(({ id }) => graph.members.get(id));
  relabel(members);
  graph.nodes.add(members.map((node) => ({ ...node, ...nodeLook(node.id, false), ...boxed(node.shape), x: node.x * sign(), hidden: !visibleNodes.has(node.id) })));
  graph.edges.add(ownEdges.map((edge) => ({ ...edge, ...edgeLook(edges[edge.id], edgeMode(edges[edge.id], null)) })));
}

// What the first drawing did not need, or the next part of it; whether that was all.
function carryRest(most = Infinity) {
  const { waiting } = graph;
  if (waiting.nodes.length) carry(waiting.nodes.splice(0, most), []);
  if (!waiting.nodes.length && waiting.edges.length) carry([], waiting.edges.splice(0, most));
  return !waiting.nodes.length && !waiting.edges.length;
}

// Some labels are in the interface's language, in whole or in part.
function isTranslated(node) {
  const own = nodes[node];
  return Boolean(own.names) || own.kind === "event" || own.polarity === "denies";
}

function relabel(members) {
  for (const member of members) if (isTranslated(member.id)) member.label = canvasLabel(member.id);
}

// In a large page: put the neighbourhood of the focus, and nothing else, into the network.
function carryNeighbourhood(near) {
  const members = [...near].slice(0, MOST_CARRIED);
  const place = (node) => ({ x: dossier.places[2 * node], y: dossier.places[2 * node + 1] });
  graph.members = new Map(members.map((id) => [id, { id, label: canvasLabel(id), shape: dossier.shapes[nodes[id].kind], ...place(id) }]));
  const inside = new Set(members.flatMap((node) => outgoing[node].filter((edge) => graph.members.has(edge.to) && edge.role !== "via")));
  graph.edges.clear();
  graph.nodes.clear();
  graph.nodes.add([...graph.members.values()].map((node) => ({ ...node, ...nodeLook(node.id, false), ...boxed(node.shape) })));
  graph.edges.add([...inside].map((edge) => ({ id: edge.index, from: edge.from, to: edge.to })));
}

function graphOptions() {
  const font = { face: graph.face, size: 14, multi: false };
  return {
    ...carried.options,
    autoResize: true,
    nodes: { size: 15, font, scaling: { label: { drawThreshold: 2 } }, borderWidth: 1.5, margin: { top: 8, right: 10, bottom: 8, left: 10 }, labelHighlightBold: false, chosen: false },
    edges: { smooth: { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.55 }, font: { ...font, size: 13 }, chosen: false, arrowStrikethrough: true },
    interaction: { ...carried.options.interaction, hideEdgesOnDrag: carried.edges.length > 1500, zoomSpeed: 0.6, keyboard: false },
  };
}

function nodeLook(node, dimmed) {
  const { kind } = nodes[node];
  const own = nodes[node];
  const colour = graph.palette[kind];
  const boxed = kind === "claim" || kind === "article";
  const hollow = boxed || kind === "unnamed" || kind === "worded" || own.realis === "planned" || own.realis === "possible" || own.realis === "negated";
  const denies = own.polarity === "denies";
  const border = denies ? graph.palette.alarm : colour;
  const focused = node === state.focus;
  return {
    ...(isTranslated(node) ? { label: graph.members.get(node).label } : {}),
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

// Whether the filters leave so little that it is drawn by itself.
function isFewLeft() {
  return isFiltered() && visibleNodes.size <= MOST_CARRIED;
}

// Paint everything for the state as it is: the focus bright and the rest dimmed; of a filtered map what is left.
function paintGraph() {
  const near = state.focus >= 0 ? neighbourhood() : null;
  const alone = near ?? (isFewLeft() ? visibleNodes : null);
  if (isLarge) {
    showOverview(!alone);
    if (!alone) return;
    if (!graph.network) startNetwork();
    carryNeighbourhood(alone);
  }
  const shown = (node) => visibleNodes.has(node) || Boolean(near?.has(node));
  graph.isolated = alone?.size && (isLarge || needsIsolation(alone)) ? arranged(alone) : null;
  graph.nodes.update(
    [...graph.members.values()].map(({ id, x, y }) => {
      const at = graph.isolated?.get(id) ?? { x: x * sign(), y };
      return { id, ...at, hidden: !shown(id) || Boolean(graph.isolated && !graph.isolated.has(id)), ...nodeLook(id, Boolean(near && !near.has(id))) };
    }),
  );
  graph.edges.update(graph.edges.map(({ id }) => ({ id, ...edgeLook(edges[id], edgeMode(edges[id], near)) })));
}

function edgeMode(edge, near) {
  const touches = Boolean(near) && (edge.from === state.focus || edge.to === state.focus);
  if (edge.role in BOWS) return "hidden";
  if (STRUCTURAL.has(edge.role) && !state.structure && !touches) return "hidden";
  if (!near) return "plain";
  return touches || (near.has(edge.from) && near.has(edge.to) && !STRUCTURAL.has(edge.role)) ? "bright" : "dimmed";
}

// Where a node stands, as if the page read from left to right.
function placedAt({ id, x, y }) {
  const alone = graph.isolated?.get(id);
  return alone ? { x: alone.x * sign(), y: alone.y } : { x, y };
}

function showStart() {
  const start = startingView();
  if (start) graph.network.moveTo(start);
}

// Where a reader starts: everything if it can be read, else the top of the first stories.
function startingView() {
  const shown = [...graph.members.values()].filter((node) => visibleNodes.has(node.id)).map(placedAt);
  if (!shown.length) return null;
  const canvas = byId("canvas");
  const left = Math.min(...shown.map((node) => node.x)) - 125;
  const inStrip = shown.filter((node) => graph.isolated || node.x < left + dossier.blocks[0].width);
  const right = Math.max(...inStrip.map((node) => node.x)) + 125;
  const top = Math.min(...inStrip.map((node) => node.y)) - 75;
  const bottom = Math.max(...inStrip.map((node) => node.y)) + 50;
  const across = canvas.clientWidth / (right - left);
  const scale = Math.min(Math.max(Math.min(across, canvas.clientHeight / (bottom - top)), Math.min(across, 0.8), READABLE_SCALE), 1.2);
  const height = canvas.clientHeight / scale;
  const x = canvas.clientWidth / scale >= right - left ? (left + right) / 2 : left + canvas.clientWidth / scale / 2;
  return { position: { x: sign() * x, y: top + height / 2 }, scale };
}

// The part of the canvas that a sheet of evidence does not cover, in the canvas's own pixels.
function freeHeight() {
  const canvas = byId("canvas").getBoundingClientRect();
  const panel = byId("panel").getBoundingClientRect();
  const covers = panel.height && panel.left < canvas.right && panel.right > canvas.left && panel.top < canvas.bottom;
  return Math.max(80, covers ? panel.top - canvas.top : canvas.height);
}

function showNodes(shown, least, most, animated) {
  if (!shown.length) return;
  const canvas = byId("canvas");
  const boxes = shown.map(boundsOf);
  const [left, right] = [Math.min(...boxes.map((box) => box.left)) - 24, Math.max(...boxes.map((box) => box.right)) + 24];
  const [top, bottom] = [Math.min(...boxes.map((box) => box.top)) - 16, Math.max(...boxes.map((box) => box.bottom)) + 24];
  const free = freeHeight() - CAMERA_HEIGHT;
  const scale = Math.min(most, Math.max(least, Math.min(canvas.clientWidth / (right - left), (free - CAPTION_HEIGHT) / (bottom - top))));
  const animation = animated && !matchMedia("(prefers-reduced-motion: reduce)").matches ? { duration: 260, easingFunction: "easeOutQuad" } : false;
  const y = (top + bottom) / 2 + (canvas.clientHeight - free - CAPTION_HEIGHT) / 2 / scale;
  graph.network.moveTo({ position: { x: (left + right) / 2, y }, scale, animation });
}

function showFocus() {
  showNodes([...neighbourhood()].filter((node) => graph.members.has(node) && !graph.nodes.get(node).hidden), 0.25, 1.1, true);
}

function fitAll() {
  change({ focus: -1 });
  if (isOverviewShown()) fitOverview();
  else showNodes([...visibleNodes].filter((node) => graph.members.has(node)), 0.02, 1.1, false);
}

// The map starts when it is first looked at, after everything that takes room from it has been drawn.
watch((changed) => {
  if (state.view === "map" && !graph.isStarted) startGraph();
  if (!graph.isStarted) return;
  const isPainted = graph.isFresh && state.focus < 0 && !isFiltered();
  graph.isFresh = false;
  if (isPainted) return;
  carryRest();
  if (changed.has("theme")) readPalette();
  if (changed.has("language")) relabel(graph.members.values());
  paintGraph();
  const moves = ["focus", "wide", "language", "view", "denied", "contradicted", ...TEXT_KEYS].some((key) => changed.has(key));
  if (!moves) return;
  if (state.focus >= 0) showFocus();
  else if (graph.isolated || (!isLarge && !(changed.has("focus") && changed.size === 1))) showStart();
});
