// Elements: the only way anything gets into the page. Text goes in as text nodes, never as markup.

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  assign(made, attributes);
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

function drawing(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, tag);
  assign(made, attributes);
  made.append(...children.flat(Infinity).filter(Boolean));
  return made;
}

function assign(made, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
}

function byId(id) {
  return document.getElementById(id);
}

function button(label, attributes, ...children) {
  return element("button", { type: "button", ...attributes }, ...(children.length ? children : [label]));
}

// Text of an article or a name: isolated, in its own direction.
function quoted(text, attributes = {}) {
  return element("bdi", { dir: directionOf(text), ...attributes }, text);
}

// Dates and numbers keep their order of digits whatever surrounds them.
function figure(text) {
  return element("bdi", { dir: "ltr", class: "figure" }, String(text));
}

// A link out of the page, only to http and https; anything else is shown as text.
function outward(url, label) {
  let parsed = null;
  try {
    parsed = new URL(url);
  } catch {
    parsed = null;
  }
  if (!parsed || !["http:", "https:"].includes(parsed.protocol)) return null;
  return element("a", { href: parsed.href, target: "_blank", rel: "noopener noreferrer nofollow", class: "outward" }, label);
}

const SYMBOLS = {
  article: "M2 4h16v12H2z",
  person: "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 1 1 0-15z",
  unnamed: "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 1 1 0-15z",
  worded: "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 1 1 0-15zM10 8.7a1.3 1.3 0 1 1 0 2.6a1.3 1.3 0 1 1 0-2.6z",
  organization: "M3 3h14v14H3z",
  outlet: "M6 3h8l4 7-4 7H6L2 10z",
  place: "M2.5 4h15L10 17z",
  group: "M10 1.5l2.5 5.8 6.2.5-4.7 4.1 1.4 6.1L10 14.8 4.6 18 6 11.9 1.3 7.8l6.2-.5z",
  product: "M10 3l7.5 13h-15z",
  other: "M10 3l7.5 13h-15z",
  claim: "M2 5h16v10H2z",
  event: "M10 1.5l8.5 8.5-8.5 8.5L1.5 10z",
};

function symbol(kind) {
  return drawing("svg", { viewBox: "0 0 20 20", class: `symbol ${kind}`, "aria-hidden": "true" }, drawing("path", { d: SYMBOLS[kind] }));
}

// Where spans of one text nest, elements nest; where they cross, the later one is cut in two.
// ``spans`` are {start, end, make}; ``make`` gives the element that a span's piece is put into.
function highlighted(characters, from, to, spans) {
  const root = document.createDocumentFragment();
  const open = [{ end: to, into: root }];
  let at = from;
  const writeUntil = (end) => {
    if (end > at) open[open.length - 1].into.append(characters.slice(at, end));
    at = Math.max(at, end);
  };
  const closeUntil = (offset) => {
    while (open.length > 1 && open[open.length - 1].end <= offset) {
      writeUntil(open[open.length - 1].end);
      open.pop();
    }
  };
  const pending = spans
    .map((span) => ({ ...span, start: Math.max(span.start, from), end: Math.min(span.end, to) }))
    .filter((span) => span.start < span.end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  while (pending.length) {
    const span = pending.shift();
    closeUntil(span.start);
    writeUntil(span.start);
    const limit = open[open.length - 1].end;
    if (span.end > limit) {
      const rest = { ...span, start: limit };
      const place = pending.findIndex((other) => other.start > limit || (other.start === limit && other.end < rest.end));
      pending.splice(place < 0 ? pending.length : place, 0, rest);
    }
    const into = span.make();
    open[open.length - 1].into.append(into);
    open.push({ end: Math.min(span.end, limit), into });
  }
  closeUntil(to);
  writeUntil(to);
  return root;
}
