// Arrangement: a few nodes drawn by themselves, in the columns and the order of the whole map, close together.

const COLUMN_STEP = 285;
const SYMBOL_GAP = 82;
const BOX_GAP = 24;

// What cannot be read at once where it stands is drawn by itself.
function needsIsolation(near) {
  const ys = [...near].map((node) => graph.members.get(node).y);
  const xs = [...near].map((node) => graph.members.get(node).x);
  const canvas = byId("canvas");
  const tall = Math.max(...ys) - Math.min(...ys) + 160;
  const wide = Math.max(...xs) - Math.min(...xs) + 320;
  return Math.min(canvas.clientHeight / tall, canvas.clientWidth / wide) < FOCUS_SCALE;
}

// Claims stand one under the other; all else as near to its claims as its neighbours allow, as in the whole map.
function arranged(near) {
  const members = [...graph.members.keys()].filter((node) => near.has(node));
  const columns = new Map(Object.keys(CAPTIONS).map((name) => [name, members.filter((node) => columnOf(node) === name)]));
  const heights = new Map();
  const order = ["claim", "event", "speaker", "outlet", "article", "other"].filter((name) => columns.get(name).length);
  for (const name of order) {
    const wanted = new Map(columns.get(name).map((node) => [node, wantedHeight(node, heights)]));
    const sorted = columns.get(name).sort((a, b) => wanted.get(a) - wanted.get(b) || stripOf(a) - stripOf(b) || graph.members.get(a).y - graph.members.get(b).y || a - b);
    const centres = spread(sorted.map((node) => wanted.get(node)), sorted.map(roomOf));
    sorted.forEach((node, row) => heights.set(node, centres[row]));
  }
  const across = Object.keys(CAPTIONS).filter((name) => columns.get(name).length);
  return new Map(members.map((node) => [node, { x: sign() * across.indexOf(columnOf(node)) * COLUMN_STEP, y: heights.get(node) }]));
}

function wantedHeight(node, heights) {
  const near = [...outgoing[node], ...incoming[node]].map((edge) => heights.get(edge.from === node ? edge.to : edge.from)).filter((y) => y !== undefined);
  return near.length ? near.reduce((sum, y) => sum + y, 0) / near.length : 0;
}

function roomOf(node) {
  if (!(nodes[node].kind in BOX_WIDTH)) return SYMBOL_GAP;
  return graph.members.get(node).label.split("\n").length * BOX_LINE + 14 + BOX_GAP;
}

// The strip of the sheet a node stands in, counted from the first.
function stripOf(node) {
  return dossier.blocks.filter((block) => block.top === 0 && block.left <= graph.members.get(node).x).length;
}

// Centres as near to those wanted as can be without overlap, in order: pool adjacent violators, as ``layout.spread``.
function spread(wanted, rooms) {
  let edge = 0;
  const offsets = rooms.map((room) => {
    edge += room;
    return edge - room / 2;
  });
  const pools = [];
  wanted.forEach((want, index) => {
    let pool = { mean: want - offsets[index], size: 1 };
    while (pools.length && pools.at(-1).mean > pool.mean) {
      const before = pools.pop();
      const size = before.size + pool.size;
      pool = { mean: (before.mean * before.size + pool.mean * pool.size) / size, size };
    }
    pools.push(pool);
  });
  const shifts = pools.flatMap((pool) => Array(pool.size).fill(pool.mean));
  return shifts.map((shift, index) => shift + offsets[index]);
}

function columnOf(node) {
  const { kind } = nodes[node];
  if (kind === "article" || kind === "claim" || kind === "event") return kind;
  if (kind === "unnamed" || kind === "worded") return "speaker";
  if (!outgoing[node].some((edge) => edge.role === "said" || edge.role === "relays")) return "other";
  return kind === "outlet" ? "outlet" : "speaker";
}
