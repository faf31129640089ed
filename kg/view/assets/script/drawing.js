// Drawing: what we put on the network's canvas ourselves: boxes, links between claims, words on edges, columns' names.

const CAPTIONS = {
  article: "columnArticle", outlet: "columnOutlet", speaker: "columnSpeaker", claim: "columnClaim", event: "columnEvent",
  other: "columnOther",
};
// Links between claims run outside the column of claims; we draw them, since vis would run them through the boxes.
const BOWS = { contradicts: { colour: "alarm", width: 3, reach: 44 }, corroborates: { colour: "accord", width: 2.2, reach: 30 } };

const BOX_WIDTH = { claim: 250, article: 180 };
const BOX_LINE = 19;
const SYMBOL_HALF = 17;
const WORD_REACH = 42;
const MOST_WORDS_OF_ROLE = 3;
const MOST_BOWS_IN_FULL = 12;
const WORDED_DOT = 4.5;

const wordedNodes = nodes.flatMap((own, node) => (own.kind === "worded" ? [node] : []));
const bows = edges.filter((edge) => edge.role in BOWS);

// vis sets lines as close as the letters are high, too close for Arabic; boxes are drawn by us.
function boxed(shape) {
  return shape === "box" ? { shape: "custom", ctxRenderer: renderBox } : {};
}

// The box of a node with its label as it stands on the canvas, known before vis has drawn it.
function boundsOf(node) {
  const { kind } = nodes[node];
  const { x, y } = graph.network.getPosition(node);
  const rows = graph.members.get(node).label.split("\n");
  if (kind in BOX_WIDTH) {
    const height = rows.length * BOX_LINE + 14;
    return { left: x - BOX_WIDTH[kind] / 2, right: x + BOX_WIDTH[kind] / 2, top: y - height / 2, bottom: y + height / 2 };
  }
  const half = Math.max(SYMBOL_HALF, 3.4 * Math.max(...rows.map((row) => row.length)));
  return { left: x - half, right: x + half, top: y - SYMBOL_HALF, bottom: y + SYMBOL_HALF + 17 * rows.length };
}

function renderBox({ ctx: context, id, x, y, label }) {
  const { kind } = nodes[id];
  const look = graph.nodes.get(id);
  const rows = label.split("\n");
  const width = BOX_WIDTH[kind];
  const height = rows.length * BOX_LINE + 14;
  const drawNode = () => {
    const right = isRightToLeftLabel(label);
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

// The dot that tells a source named in words only from one that stays unnamed.
function drawWordedDots(context) {
  for (const node of wordedNodes) {
    const look = graph.nodes.get(node);
    if (!look || look.hidden) continue;
    const { x, y } = graph.network.getPosition(node);
    context.globalAlpha = look.opacity;
    context.fillStyle = look.color.border;
    context.beginPath();
    context.arc(x, y, WORDED_DOT, 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
}

function isOffCanvas(node) {
  return graph.nodes.get(node)?.hidden ?? true;
}

// The bows of the focus are named; of a role with many of them, as with its edges, only the first.
function drawBows(context) {
  const shown = bows.filter((edge) => ![edge.from, edge.to].some(isOffCanvas));
  const touching = shown.filter((edge) => [edge.from, edge.to].includes(state.focus));
  const isNamed = (edge) => {
    const same = touching.filter((other) => other.role === edge.role);
    return same.includes(edge) && (same.length <= MOST_WORDS_OF_ROLE || edge === same[0]);
  };
  for (const edge of shown) drawBow(context, edge, touching.includes(edge), isNamed(edge));
}

// A bow leaves the column on the side of the speakers, the further out the further it reaches.
function bowShape(edge, from, to) {
  const start = sign() < 0 ? Math.max(from.right, to.right) : Math.min(from.left, to.left);
  const [top, bottom] = [from, to].map((box) => (box.top + box.bottom) / 2);
  return { start, top, bottom, reach: start - sign() * (BOWS[edge.role].reach + Math.min(60, Math.abs(bottom - top) / 8)) };
}

function drawBow(context, edge, touches, isNamed) {
  const style = BOWS[edge.role];
  const { start, reach, top, bottom } = bowShape(edge, boundsOf(edge.from), boundsOf(edge.to));
  context.save();
  const isOneOfMany = state.focus < 0 && bows.length > MOST_BOWS_IN_FULL;
  context.globalAlpha = state.focus >= 0 && !touches ? 0.12 : isOneOfMany ? 0.35 : 1;
  context.strokeStyle = context.fillStyle = graph.palette[style.colour];
  context.lineWidth = isOneOfMany ? style.width / 2 : style.width;
  context.beginPath();
  context.moveTo(start, top);
  context.bezierCurveTo(reach, top, reach, bottom, start, bottom);
  context.stroke();
  if (isOneOfMany) context.globalAlpha = 1; // the dots tell of every claim whether it is disputed
  for (const y of [top, bottom]) {
    context.beginPath();
    context.arc(start, y, style.width * 1.6, 0, 2 * Math.PI);
    context.fill();
  }
  context.restore();
  if (isNamed) drawWord(context, t(edge.role), (start + 3 * reach) / 4, (top + bottom) / 2, graph.palette[style.colour]);
}

// The focus's edges are named beside it, in their own colour; vis would put the word under a box or on another name.
function drawEdgeWords(context) {
  if (state.focus < 0 || isOffCanvas(state.focus)) return;
  const taken = [];
  for (const { word, colour, x, y: wanted } of edgeWords()) {
    let y = wanted;
    while (taken.some((other) => Math.abs(other.x - x) < 60 && Math.abs(other.y - y) < 17)) y += 17;
    taken.push({ x, y });
    drawWord(context, word, x, y, graph.palette[colour]);
  }
}

// The words from top to bottom; of a role with many edges only one is named.
function edgeWords() {
  const middle = (box) => (box.top + box.bottom) / 2;
  const shown = [...outgoing[state.focus], ...incoming[state.focus]].filter((edge) => !(edge.role in BOWS) && edge.role !== "via" && !isOffCanvas(edge.from) && !isOffCanvas(edge.to));
  const near = boundsOf(state.focus);
  const words = shown.map((edge) => {
    const far = boundsOf(edge.from === state.focus ? edge.to : edge.from);
    const x = far.left > near.right ? near.right + WORD_REACH : far.right < near.left ? near.left - WORD_REACH : (near.left + near.right) / 2;
    return { role: edge.role, word: edgeWord(edge), colour: EDGE_STYLES[edge.role]?.colour ?? "muted", x, y: middle(near) + (middle(far) - middle(near)) * 0.18 };
  });
  const isMany = (role) => words.filter((one) => one.role === role).length > MOST_WORDS_OF_ROLE;
  return words.sort((a, b) => a.y - b.y).filter((one, place) => !isMany(one.role) || words.findIndex((other) => other.role === one.role) === place);
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

function captionPlaces() {
  if (graph.isolated) return [...new Map([...graph.isolated].map(([node, place]) => [columnOf(node), place.x]))];
  return dossier.blocks.filter((block) => block.top === 0).flatMap((block) => dossier.columns.map(([name, x]) => [name, (block.left + x) * sign()]));
}

// The columns' names stay at the upper edge of the canvas while the stories move under them.
function drawCaptions(context) {
  const scale = graph.network.getScale();
  if (scale < 0.2) return;
  const size = Math.min(14 / scale, 40);
  const { x: edge, y: top } = graph.network.DOMtoCanvas({ x: 0, y: 0 });
  const rest = graph.isolated ? Math.min(...[...graph.isolated.values()].map((place) => place.y)) - 60 : -34;
  const y = Math.max(top + 1.3 * size, rest);
  context.save();
  context.strokeStyle = graph.palette.line;
  context.lineWidth = 1 / scale;
  for (const block of graph.isolated ? [] : dossier.blocks) {
    if (block.top === 0) continue;
    context.beginPath();
    context.moveTo(sign() * block.left, block.top - 35);
    context.lineTo(sign() * (block.left + block.width), block.top - 35);
    context.stroke();
  }
  if (y > rest) {
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
  for (const [name, x] of captionPlaces()) {
    if (name !== "other" || state.structure || graph.isolated) context.fillText(t(CAPTIONS[name]), x, y);
  }
  context.restore();
}
