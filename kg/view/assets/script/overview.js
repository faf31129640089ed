// Overview: a graph too large for the network, as specks and boxes on a canvas of our own.
// It is moved and zoomed like the network; a click opens a neighbourhood there.

const REST = 140;
const NODE_BOX = { claim: [250, 62], article: [180, 56] };
const overview = { canvas: null, context: null, scale: 1, x: 0, y: 0, moving: 0, timer: 0, frame: 0, colours: null, hovered: -1 };

function startOverview() {
  overview.canvas = element("canvas", { id: "sheet-canvas", "aria-hidden": "true" });
  byId("map").append(overview.canvas);
  overview.context = overview.canvas.getContext("2d", { alpha: false });
  listenToOverview();
  new ResizeObserver(() => sizeOverview()).observe(byId("canvas"));
  restLater();
  sizeOverview();
  fitOverview();
}

function isOverviewShown() {
  return isLarge && state.focus < 0 && !isFewLeft();
}

function showOverview(isShown) {
  overview.canvas.hidden = !isShown;
  byId("canvas").classList.toggle("covered", isShown);
  if (isShown) {
    overview.colours = null;
    drawOverview();
  }
}

function sizeOverview() {
  const frame = byId("canvas");
  const ratio = window.devicePixelRatio || 1;
  overview.width = frame.clientWidth;
  overview.height = frame.clientHeight;
  if (!overview.width || !overview.height) return;
  overview.canvas.width = Math.round(overview.width * ratio);
  overview.canvas.height = Math.round(overview.height * ratio);
  overview.canvas.style.insetBlockStart = `${frame.offsetTop}px`;
  overview.canvas.style.inlineSize = `${overview.width}px`;
  overview.canvas.style.blockSize = `${overview.height}px`;
  overview.ratio = ratio;
  drawOverview();
}

function fitOverview() {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let node = 0; node < nodes.length; node += 1) {
    if (!visibleNodes.has(node)) continue;
    const x = dossier.places[2 * node];
    const y = dossier.places[2 * node + 1];
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  if (left > right) return;
  overview.scale = Math.min(1, overview.width / (right - left + 300), overview.height / (bottom - top + 200));
  overview.x = (sign() * (left + right)) / 2;
  overview.y = (top + bottom) / 2;
  drawOverview();
}

// The first drawing and moves draw no edges; the last of them is followed by a drawing with edges.
function moveOverview(scale, x, y) {
  overview.scale = Math.min(2, Math.max(0.004, scale));
  overview.x = x;
  overview.y = y;
  restLater();
  drawOverview();
}

function restLater() {
  overview.moving = 1;
  clearTimeout(overview.timer);
  overview.timer = setTimeout(() => {
    overview.moving = 0;
    drawOverview();
  }, REST);
}

function drawOverview() {
  if (overview.frame || overview.canvas?.hidden) return;
  overview.frame = requestAnimationFrame(() => {
    overview.frame = 0;
    paintOverview();
    showDrawn();
  });
}

function nodeAt(event) {
  const box = overview.canvas.getBoundingClientRect();
  const x = overview.x + (event.clientX - box.left - overview.width / 2) / overview.scale;
  const y = overview.y + (event.clientY - box.top - overview.height / 2) / overview.scale;
  const slack = 8 / overview.scale;
  let best = -1;
  let nearest = Infinity;
  for (let node = 0; node < nodes.length; node += 1) {
    const [wide, tall] = NODE_BOX[nodes[node].kind] ?? [34, 34];
    const dx = Math.max(0, Math.abs(sign() * dossier.places[2 * node] - x) - wide / 2);
    const dy = Math.max(0, Math.abs(dossier.places[2 * node + 1] - y) - tall / 2);
    const distance = dx * dx + dy * dy;
    if (distance < nearest && distance <= slack * slack && visibleNodes.has(node)) [best, nearest] = [node, distance];
  }
  return best;
}

function listenToOverview() {
  const { canvas } = overview;
  let held = null;
  const fingers = new Map();
  canvas.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, event);
    held = { x: event.clientX, y: event.clientY, fromX: overview.x, fromY: overview.y };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (fingers.size === 2 && fingers.has(event.pointerId)) {
      pinch(fingers, event);
      held = null;
      return;
    }
    if (held) {
      moveOverview(overview.scale, held.fromX - (event.clientX - held.x) / overview.scale, held.fromY - (event.clientY - held.y) / overview.scale);
      return;
    }
    const hovered = nodeAt(event);
    if (hovered === overview.hovered) return;
    overview.hovered = hovered;
    canvas.classList.toggle("pointing", hovered >= 0);
    drawOverview();
  });
  canvas.addEventListener("pointerup", (event) => {
    fingers.delete(event.pointerId);
    const moved = !held || Math.hypot(event.clientX - held.x, event.clientY - held.y) > 4;
    held = null;
    const hit = moved ? -1 : nodeAt(event);
    if (hit >= 0) showNode(hit);
  });
  canvas.addEventListener("pointercancel", (event) => fingers.delete(event.pointerId));
  canvas.addEventListener("pointerleave", () => {
    overview.hovered = -1;
    drawOverview();
  });
  canvas.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const box = canvas.getBoundingClientRect();
      zoomOverview(Math.exp(-event.deltaY * 0.0016), event.clientX - box.left, event.clientY - box.top);
    },
    { passive: false },
  );
}

// Two fingers: zoom by as much as they part, around the point between them.
function pinch(fingers, event) {
  const apart = () => {
    const [a, b] = [...fingers.values()];
    return { distance: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY), x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2 };
  };
  const before = apart();
  fingers.set(event.pointerId, event);
  const after = apart();
  const box = overview.canvas.getBoundingClientRect();
  if (before.distance) zoomOverview(after.distance / before.distance, after.x - box.left, after.y - box.top);
}

// Zoom so that what lies under a point of the canvas stays under it.
function zoomOverview(factor, atX = overview.width / 2, atY = overview.height / 2) {
  const scale = Math.min(2, Math.max(0.004, overview.scale * factor));
  const [dx, dy] = [atX - overview.width / 2, atY - overview.height / 2];
  moveOverview(scale, overview.x + dx / overview.scale - dx / scale, overview.y + dy / overview.scale - dy / scale);
}
