// Model: the page's data, read once, with the ways between nodes.

const dossier = JSON.parse(byId("dossier").textContent);
const nodes = dossier.nodes.map((own) => (own.kind in dossier.defaults ? { ...dossier.defaults[own.kind], ...own } : own));
const articles = dossier.articles.map((article) => ({ ...article, characters: new Characters(article.text) }));
const edges = dossier.edges.map(([from, to, role, reason, confidence], index) => ({ index, from, to, role: dossier.roles[role], reason, confidence }));
const fold = folder(dossier.fold);
const STRUCTURAL = new Set(dossier.structural);

const outgoing = nodes.map(() => []);
const incoming = nodes.map(() => []);
for (const edge of edges) {
  outgoing[edge.from].push(edge);
  incoming[edge.to].push(edge);
}
const claimsInOrder = nodes.flatMap((node, index) => (node.kind === "claim" ? [index] : []));
const eventsInOrder = nodes.flatMap((node, index) => (node.kind === "event" ? [index] : []));

// What a node is called in the interface's language, where an article names it in that language.
function labelOf(node) {
  return nodes[node].kind === "event" ? eventLabel(node) : nodes[node].names?.[state.language] ?? nodes[node].label;
}

// An event's type in the reader's language, its trigger in the article's words, and where or who.
function eventLabel(event) {
  const { type, label } = nodes[event];
  const name = eventType(type);
  if (type === "OTHER" || fold(label).includes(fold(name))) return label;
  return `${name[0].toUpperCase()}${name.slice(1)}: ${label}`;
}

// A node's name in the page's address.
function keyOf(node) {
  const { kind, key, id, article } = nodes[node];
  if (key) return key;
  return kind === "article" ? `article/${articles[article].id}` : `${kind}/${articles[article].id}/${id}`;
}

const keys = { nodes: null };

// The node of that name, -1 where there is none.
function nodeOfKey(key) {
  if (!key) return -1;
  keys.nodes ??= new Map(nodes.map((own, index) => [keyOf(index), index]));
  return keys.nodes.get(key) ?? -1;
}

function targets(node, role) {
  return outgoing[node].filter((edge) => edge.role === role).map((edge) => edge.to);
}

function sources(node, role) {
  return incoming[node].filter((edge) => edge.role === role).map((edge) => edge.from);
}

function articleOf(node) {
  return articles[nodes[node].article];
}

function span(node, [start, end]) {
  return articleOf(node).characters.slice(start, end);
}

// What a claim says, in the article's own characters.
function contentOf(claim) {
  return nodes[claim].content.map((part) => span(claim, part).replace(/\s+/gu, " ")).join(" … ");
}

function isDenial(claim) {
  return nodes[claim].polarity === "denies";
}

// What a claim says, a denial as one: its content alone says the opposite.
function wordsOf(claim) {
  return isDenial(claim) ? `${t("deniesThat")} ${contentOf(claim)}` : contentOf(claim);
}

function speakerName(claim) {
  const own = nodes[claim];
  if (own.speaker >= 0) return labelOf(own.speaker);
  return own.sourceText ?? "";
}

// How a source that is no entity is named: not at all, or in words only.
function namingOf(claim) {
  const own = nodes[claim];
  const kind = own.speaker >= 0 ? nodes[own.speaker].kind : own.anonymous ? "unnamed" : "";
  return ["unnamed", "worded"].includes(kind) ? t(kind) : "";
}

const foldedNames = new Map();

// A name is folded once, however many claims it has.
function foldedName(name) {
  if (!foldedNames.has(name)) foldedNames.set(name, fold(name));
  return foldedNames.get(name);
}

// The same speaker for the filter whatever language the page speaks.
function speakerKey(claim) {
  const own = nodes[claim];
  return foldedName(own.speaker >= 0 ? nodes[own.speaker].label : own.sourceText ?? "");
}

// The claims a claim is conveyed by, the outermost first; a chain that bites its tail ends there.
function chainOf(claim) {
  const chain = [];
  const seen = new Set([claim]);
  for (let outer = nodes[claim].via; outer >= 0 && !seen.has(outer); outer = nodes[outer].via) {
    seen.add(outer);
    chain.unshift(outer);
  }
  return chain;
}

function counterparts(claim, role) {
  return [...targets(claim, role), ...sources(claim, role)];
}

function isRelayed(claim) {
  return nodes[claim].via >= 0;
}

// The closed interval of days a partial date stands for.
function interval(start, end) {
  if (!start && !end) return null;
  const first = start ?? end;
  const last = end ?? start;
  return [first + "-01-01".slice(first.length - 4), lastDay(last)];
}

function lastDay(date) {
  if (date.length === 10) return date;
  const [year, month] = date.split("-").map(Number);
  if (!month) return `${date}-12-31`;
  return `${date}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, "0")}`;
}

// A date as somebody writes it, a day, month or year in any digits: its first day or its last; "" where it is none.
function dayFrom(written, isLast) {
  const date = fold(written);
  if (!/^\d{4}(-\d\d){0,2}$/.test(date)) return "";
  const day = interval(date, date)[isLast ? 1 : 0];
  return Number.isNaN(Date.parse(day)) ? "" : day;
}

// Whether a claim says when it was made; otherwise its date is the article's.
function saysWhen(claim) {
  const { time } = nodes[claim];
  return Boolean(time && interval(time.start, time.end));
}

// When something was said or happened; a claim without a time of its own counts from its article's publication.
function datesOf(node) {
  const own = nodes[node];
  const dates = own.time && interval(own.time.start, own.time.end);
  if (dates) return dates;
  const published = own.kind === "claim" && articleOf(node).published;
  return published ? interval(published, published) : null;
}

function dateText(dates) {
  if (!dates) return "";
  return dates[0] === dates[1] ? dates[0] : `${dates[0]} – ${dates[1]}`;
}

function nameOfArticle(article) {
  return article.outlet ?? article.title ?? article.id;
}

function canvasLabel(node) {
  const { kind } = nodes[node];
  if (kind === "claim") return brokenLabel(wordsOf(node), 36, 3, directionOf(contentOf(node)));
  return kind === "article" ? brokenLabel(labelOf(node), 26, 3) : brokenLabel(labelOf(node), 26, 2);
}
