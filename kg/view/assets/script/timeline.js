// Timeline: events in the order they happened, claims by the day they were made; drag to choose a period.

const DAY = 86400000;
const LANES = 3;
const LANE_HEIGHT = 19;
const BARS_HEIGHT = 26;
const AXIS_HEIGHT = 20;
const timeline = { scale: null };

function dayOf(date) {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

function dateOf(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

// A few dates far from all others (a law of 1948) must not press the rest into one point: they stand at the edge.
function timeDomain(dates) {
  const days = Float64Array.from(dates.flat(), dayOf).sort();
  const at = (share) => days[Math.min(days.length - 1, Math.floor(share * days.length))];
  const [low, high] = [at(0.04), at(0.96)];
  const crowded = high - low < (days.at(-1) - days[0]) / 4;
  const [first, last] = crowded ? [low, high] : [days[0], days.at(-1)];
  const margin = Math.max(1, Math.round((last - first) * 0.04));
  return [first - margin, last + margin + 1];
}

function drawTimeline() {
  const box = byId("timeline");
  const events = eventsInOrder.filter((event) => datesOf(event));
  const claims = claimsInOrder.filter((claim) => passes(claim, true) && datesOf(claim));
  const width = box.clientWidth;
  if ((!events.length && !claims.length) || new Set([...events, ...claims].flatMap(datesOf)).size < 2 || !width) {
    box.replaceChildren();
    return;
  }
  const [first, last] = timeDomain([...events, ...claims].map(datesOf));
  const x = (day) => {
    const share = Math.min(1, Math.max(0, (day - first) / (last - first)));
    return 16 + (sign() < 0 ? 1 - share : share) * (width - 32);
  };
  timeline.scale = { x, first, last, width };
  const height = LANES * LANE_HEIGHT + BARS_HEIGHT + AXIS_HEIGHT + 12;
  const root = drawing("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `${t("timeline")}. ${t("brush")}` }, drawing("title", {}, t("brush")));
  root.append(periodShade(height), ...claimBars(claims), ...eventMarks(events), ...timeAxis(height));
  box.replaceChildren(root);
  startBrush(root);
}

function periodShade(height) {
  if (!state.from && !state.until) return drawing("rect", { width: 0, height: 0 });
  const { x, first, last } = timeline.scale;
  const [a, b] = [x(state.from ? dayOf(state.from) : first), x(state.until ? dayOf(state.until) + 1 : last)];
  return drawing("rect", { class: "period", x: Math.min(a, b), y: 0, width: Math.max(2, Math.abs(b - a)), height: height - AXIS_HEIGHT });
}

function claimBars(claims) {
  const { x, first, last, width } = timeline.scale;
  const days = Math.max(1, Math.ceil((last - first) / Math.floor((width - 32) / 9)));
  const counts = new Map();
  for (const claim of claims) {
    const [start, end] = datesOf(claim).map(dayOf);
    const bin = Math.floor((Math.min(Math.max((start + end) / 2, first), last - 1) - first) / days);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  const most = Math.max(1, ...counts.values());
  const base = LANES * LANE_HEIGHT + BARS_HEIGHT + 6;
  return [...counts].map(([bin, count]) => {
    const [a, b] = [x(first + bin * days), x(first + (bin + 1) * days)];
    const height = 5 + (BARS_HEIGHT - 5) * (count / most);
    const wide = Math.min(26, Math.max(4, Math.abs(b - a) - 2));
    return drawing("rect", { class: "bar", x: (a + b) / 2 - wide / 2, y: base - height, width: wide, height, rx: 2 }, drawing("title", {}, `${dateOf(first + bin * days)}: ${count} ${t("claims")}`));
  });
}

function eventMarks(events) {
  const { x, first, last, width } = timeline.scale;
  const free = Array.from({ length: LANES }, () => []);
  const placed = events.map((event) => ({ event, dates: datesOf(event).map(dayOf) })).filter(({ dates }) => dates[1] >= first && dates[0] <= last);
  // Where there is no room for all, those that most is said about come first.
  for (const one of placed) one.said = sources(one.event, "about").length;
  placed.sort((a, b) => b.said - a.said || a.dates[0] - b.dates[0] || a.event - b.event);
  return placed.flatMap(({ event, dates }) => {
    const [a, b] = [x(dates[0] + (dates[0] === dates[1] ? 0.5 : 0)), x(dates[1] + (dates[0] === dates[1] ? 0.5 : 1))];
    const label = shortened(labelled(labelOf(event)), 30);
    const [near, far] = [Math.min(a, b), Math.max(a, b)];
    const needed = label.length * 6.6 + (dates[0] === dates[1] ? 14 : 4);
    const box = sign() < 0 ? [Math.min(near, far - needed), far + 7] : [near - 7, Math.max(far, near + needed)];
    const lane = free.findIndex((taken) => box[0] > 0 && box[1] < width && taken.every(([left, right]) => box[1] < left || box[0] > right));
    if (lane < 0) return [];
    free[lane].push(box);
    return [eventMark(event, near, far, lane * LANE_HEIGHT + LANE_HEIGHT / 2 + 4, label)];
  });
}

function eventMark(event, near, far, y, label) {
  const inside = isInPeriod(datesOf(event));
  const isDay = datesOf(event)[0] === datesOf(event)[1];
  const start = sign() < 0 ? far : near;
  const shape = isDay ? drawing("path", { d: `M${start} ${y - 6}l6 6-6 6-6-6z` }) : drawing("rect", { x: near, y: y + 6.5, width: Math.max(3, far - near), height: 2.5, rx: 1.2 });
  const textX = start + sign() * (isDay ? 10 : 1);
  return drawing(
    "g",
    { class: `event ${isDay ? "day" : "interval"} ${inside ? "" : "outside"} ${event === state.focus ? "chosen" : ""}`, "data-node": event, click: () => showNode(event) },
    shape,
    drawing("text", { x: textX, y: y + (isDay ? 4.5 : 1.5), "text-anchor": sign() < 0 === (directionOf(label) === "rtl") ? "start" : "end", direction: directionOf(label) }, label),
    drawing("title", {}, `${labelled(labelOf(event))} · ${dateText(datesOf(event))}`),
  );
}

function timeAxis(height) {
  const { x, first, last, width } = timeline.scale;
  const steps = [1, 2, 7, 14, 30, 61, 91, 182, 365, 730, 1826, 3652, 9131, 18262];
  const step = steps.find((days) => (last - first) / days <= width / 105) ?? steps.at(-1);
  const y = height - AXIS_HEIGHT;
  const ticks = [];
  for (let day = Math.ceil(first); day <= last; day += step) {
    const at = x(day + (step === 1 ? 0.5 : 0));
    if (at < 40 || at > width - 40) continue;
    const text = step >= 365 ? dateOf(day).slice(0, 4) : dateOf(day);
    ticks.push(drawing("line", { class: "tick", x1: at, x2: at, y1: y, y2: y + 4 }), drawing("text", { class: "tick", x: at, y: y + 15, "text-anchor": "middle", direction: "ltr" }, text));
  }
  return [drawing("line", { class: "tick", x1: 0, x2: width, y1: y, y2: y }), ...ticks];
}

function startBrush(root) {
  let start = null;
  const dayAt = (event) => {
    const { first, last, width } = timeline.scale;
    const share = Math.min(1, Math.max(0, (event.clientX - root.getBoundingClientRect().left - 16) / (width - 32)));
    return first + (sign() < 0 ? 1 - share : share) * (last - first);
  };
  root.addEventListener("pointerdown", (event) => {
    if (event.target.closest(".event")) return;
    start = { day: dayAt(event), at: event.clientX };
    root.setPointerCapture(event.pointerId);
  });
  root.addEventListener("pointerup", (event) => {
    if (!start) return;
    const [a, b] = [start.day, dayAt(event)].sort((one, other) => one - other);
    const moved = Math.abs(event.clientX - start.at) > 4;
    start = null;
    if (moved) change({ from: dateOf(Math.floor(a)), until: dateOf(Math.floor(b)) });
    else if (state.from || state.until) change({ from: "", until: "" });
  });
}

watch((changed) => {
  if (["language", "theme", "focus", "view", ...TEXT_KEYS, "denied", "contradicted"].some((key) => changed.has(key))) drawTimeline();
});
