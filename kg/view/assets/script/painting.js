// Painting: one frame of the overview. Far out, nodes are pixels; nearer, boxes; nearer still, they have their words.
// Edges are drawn only at rest.

const PIXEL_SCALE = 0.12;
const WORD_SCALE = 0.42;
const EDGE_BATCH = 400;
// Longer edges lead to people quoted in many stories; all at once they would hide everything. The focus shows them.
const STORY_SPAN = 1600;
const SYMBOL_SIZE = 1.6;

function paintOverview() {
  const { context, ratio, scale, width, height } = overview;
  if (!width || !height) return;
  overview.colours ??= colourTable();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = graph.palette.paper;
  context.fillRect(0, 0, overview.canvas.width, overview.canvas.height);
  const view = { left: overview.x - width / 2 / scale, right: overview.x + width / 2 / scale, top: overview.y - height / 2 / scale, bottom: overview.y + height / 2 / scale };
  context.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * (width / 2 - overview.x * scale), ratio * (height / 2 - overview.y * scale));
  if (!overview.moving) paintEdges(view);
  if (scale < PIXEL_SCALE) paintPixels();
  else paintBoxes(view);
  if (overview.hovered >= 0) paintHovered();
}

function colourTable() {
  return Object.fromEntries(Object.keys(SYMBOLS).map((kind) => [kind, graph.palette[kind]]));
}

// Each node becomes a few pixels written straight into the image: the number of nodes hardly matters.
function paintPixels() {
  const { canvas, context, ratio, scale, width, height } = overview;
  overview.layer ??= document.createElement("canvas");
  const { layer } = overview;
  [layer.width, layer.height] = [canvas.width, canvas.height];
  const image = new ImageData(canvas.width, canvas.height);
  const pixels = new Uint32Array(image.data.buffer);
  const mirrored = sign();
  const wide = Math.max(1, Math.round(130 * scale * ratio));
  const tall = Math.max(1, Math.round(34 * scale * ratio));
  const ink = Object.fromEntries(Object.entries(overview.colours).map(([kind, colour]) => [kind, pixelOf(colour)]));
  const left = ratio * (width / 2 - overview.x * scale);
  const top = ratio * (height / 2 - overview.y * scale);
  for (let node = 0; node < nodes.length; node += 1) {
    const px = Math.round(left + mirrored * dossier.places[2 * node] * scale * ratio);
    const py = Math.round(top + dossier.places[2 * node + 1] * scale * ratio);
    if (px < 0 || py < 0 || px >= canvas.width - wide || py >= canvas.height - tall || !visibleNodes.has(node)) continue;
    const colour = ink[nodes[node].kind];
    for (let row = 0; row < tall; row += 1) pixels.fill(colour, (py + row) * canvas.width + px, (py + row) * canvas.width + px + wide);
  }
  layer.getContext("2d").putImageData(image, 0, 0);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(layer, 0, 0);
  context.setTransform(ratio * scale, 0, 0, ratio * scale, left, top);
}

function pixelOf(colour) {
  const value = Number.parseInt(colour.slice(1), 16);
  return ((255 << 24) | ((value & 255) << 16) | (((value >> 8) & 255) << 8) | (value >> 16)) >>> 0;
}

// A colour is set once a kind, not once a node.
function nodesOfKind(kind) {
  return nodes.flatMap((own, node) => (own.kind === kind ? [node] : []));
}

function paintBoxes(view) {
  const { context, scale } = overview;
  const mirrored = sign();
  overview.order ??= Object.keys(SYMBOLS).flatMap((one) => nodesOfKind(one));
  const named = [];
  let kind = "";
  for (const node of overview.order) {
    const x = mirrored * dossier.places[2 * node];
    const y = dossier.places[2 * node + 1];
    if (x < view.left - 130 || x > view.right + 130 || y < view.top - 60 || y > view.bottom + 60 || !visibleNodes.has(node)) continue;
    if (nodes[node].kind !== kind) {
      kind = nodes[node].kind;
      context.fillStyle = overview.colours[kind];
    }
    const [wide, tall] = NODE_BOX[kind] ?? [30, 30];
    if (scale < WORD_SCALE) context.fillRect(x - wide / 2, y - tall / 2, wide, tall);
    named.push(node);
  }
  if (scale >= WORD_SCALE && named.length < 1200) paintWords(named, mirrored);
}

function paintWords(named, mirrored) {
  const { context } = overview;
  context.font = `14px ${graph.face}`;
  context.textBaseline = "middle";
  for (const node of named) {
    const { kind } = nodes[node];
    const rows = canvasLabel(node).split("\n");
    const x = mirrored * dossier.places[2 * node];
    const y = dossier.places[2 * node + 1];
    const size = NODE_BOX[kind];
    if (size) {
      const height = rows.length * BOX_LINE + 14;
      context.fillStyle = graph.palette.card;
      context.strokeStyle = nodes[node].polarity === "denies" ? graph.palette.alarm : overview.colours[kind];
      context.lineWidth = 2;
      context.fillRect(x - size[0] / 2, y - height / 2, size[0], height);
      context.strokeRect(x - size[0] / 2, y - height / 2, size[0], height);
    } else paintSymbol(kind, x, y);
    const right = isRightToLeftLabel(rows[0]);
    context.fillStyle = graph.palette.ink;
    context.direction = right ? "rtl" : "ltr";
    context.textAlign = size ? (right ? "right" : "left") : "center";
    const at = size ? x + (right ? 1 : -1) * (size[0] / 2 - 11) : x;
    rows.forEach((row, place) => context.fillText(row, at, size ? y + (place - (rows.length - 1) / 2) * BOX_LINE + 1 : y + 27 + place * 17));
  }
}

function paintSymbol(kind, x, y) {
  const { context } = overview;
  context.save();
  context.translate(x - 10 * SYMBOL_SIZE, y - 10 * SYMBOL_SIZE);
  context.scale(SYMBOL_SIZE, SYMBOL_SIZE);
  context.fillStyle = kind === "unnamed" || kind === "worded" ? graph.palette.card : overview.colours[kind];
  context.strokeStyle = overview.colours[kind];
  const path = new Path2D(SYMBOLS[kind]);
  context.fill(path);
  context.stroke(path);
  context.restore();
}

function paintEdges(view) {
  const { context, scale } = overview;
  const mirrored = sign();
  for (const [role, style] of Object.entries({ ...EDGE_STYLES, ...BOWS })) {
    context.strokeStyle = graph.palette[style.colour];
    context.globalAlpha = role in BOWS ? 0.9 : style.faint ? 0.12 : 0.28;
    context.lineWidth = Math.max(1.2, (role in BOWS ? 2 : 0.7) / scale);
    let count = 0;
    context.beginPath();
    for (const edge of edges) {
      if (edge.role !== role || !visibleNodes.has(edge.from) || !visibleNodes.has(edge.to)) continue;
      const [x1, y1, x2, y2] = [mirrored * dossier.places[2 * edge.from], dossier.places[2 * edge.from + 1], mirrored * dossier.places[2 * edge.to], dossier.places[2 * edge.to + 1]];
      if (!(role in BOWS) && (Math.abs(x1 - x2) > STORY_SPAN || Math.abs(y1 - y2) > STORY_SPAN)) continue;
      if (Math.max(x1, x2) < view.left || Math.min(x1, x2) > view.right || Math.max(y1, y2) < view.top || Math.min(y1, y2) > view.bottom) continue;
      context.moveTo(x1, y1);
      if (scale < PIXEL_SCALE) context.lineTo(x2, y2);
      else context.bezierCurveTo((x1 + x2) / 2, y1, (x1 + x2) / 2, y2, x2, y2);
      count += 1;
      if (count % EDGE_BATCH === 0) {
        context.stroke();
        context.beginPath();
      }
    }
    context.stroke();
  }
  context.globalAlpha = 1;
}

function paintHovered() {
  const { context, scale } = overview;
  const node = overview.hovered;
  const rows = canvasLabel(node).split("\n");
  const x = sign() * dossier.places[2 * node];
  const y = dossier.places[2 * node + 1];
  const unit = 1 / scale;
  context.font = `${14 * unit}px ${graph.face}`;
  const wide = (Math.max(...rows.map((row) => context.measureText(row).width)) / unit + 24) * unit;
  const tall = (rows.length * BOX_LINE + 14) * unit;
  const top = y + 14 * unit;
  context.fillStyle = graph.palette.card;
  context.strokeStyle = overview.colours[nodes[node].kind];
  context.lineWidth = 2 * unit;
  context.fillRect(x - wide / 2, top, wide, tall);
  context.strokeRect(x - wide / 2, top, wide, tall);
  context.fillStyle = graph.palette.ink;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.direction = isRightToLeftLabel(rows[0]) ? "rtl" : "ltr";
  rows.forEach((row, place) => context.fillText(row, x, top + (7 + BOX_LINE * (place + 0.5)) * unit));
}
