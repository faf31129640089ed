// Table: all claims as rows. It holds what the graph holds, for the keyboard, for reading aloud and for paper.

const ROWS_AT_ONCE = 200;
const HAS_LINKS = edges.some((edge) => edge.role === "contradicts" || edge.role === "corroborates");
const HAS_FIGURES = claimsInOrder.some((claim) => nodes[claim].quantities.length);
const COLUMNS = [
  { key: "source", word: "source", value: (claim) => speakerName(claim) || t("hearsay") },
  { key: "words", word: "words", value: wordsOf },
  { key: "figures", word: "figures", value: (claim) => figuresOf(claim).join("؛ "), amount: (claim) => highest(claim, state.figure), isUsed: HAS_FIGURES },
  { key: "outlet", word: "outletFilter", value: (claim) => nameOfArticle(articleOf(claim)) },
  { key: "via", word: "via", value: (claim) => chainOf(claim).map((outer) => speakerName(outer) || t("hearsay")).join(" ← ") },
  { key: "event", word: "event_", value: (claim) => nodes[claim].about.map((event) => labelOf(event)).join("؛ ") },
  { key: "kind", word: "kind", value: (claim) => t(nodes[claim].quoted) + (nodes[claim].polarity === "denies" ? ` · ${t("denied")}` : "") },
  { key: "date", word: "date", value: (claim) => dateText(datesOf(claim)) },
  { key: "linked", word: "linked", value: linkSummary, isUsed: HAS_LINKS },
];
const MOST_EVENTS = 2;
const MOST_LINKED = 3;
const USED_COLUMNS = COLUMNS.filter(({ isUsed = true }) => isUsed);
const table = { shown: ROWS_AT_ONCE };

function figuresOf(claim) {
  return nodes[claim].quantities.map((quantity) => span(claim, quantity.span).replace(/\s+/gu, " "));
}

// Who contradicts and who corroborates a claim, each once.
function linksOf(claim) {
  return [["contradicts", "contradicted"], ["corroborates", "corroborated"]]
    .map(([role, word]) => [word, [...new Set(counterparts(claim, role).map((other) => speakerName(other) || t("hearsay")))]])
    .filter(([, names]) => names.length);
}

function linkSummary(claim) {
  return linksOf(claim).map(([word, names]) => `${t(word)}: ${names.join("، ")}`).join("؛ ");
}

function sortedClaims() {
  const [key, order] = sorting();
  const column = COLUMNS.find((one) => one.key === key);
  if (!column) return visibleClaims;
  if (column.amount) return byAmount(column.amount, order === "down" ? -1 : 1);
  const collator = new Intl.Collator(state.language, { numeric: true });
  const valued = visibleClaims.map((claim) => [column.value(claim), claim]);
  const direction = order === "down" ? -1 : 1;
  return valued.sort(([a, i], [b, j]) => (!a - !b) || direction * collator.compare(a, b) || i - j).map(([, claim]) => claim);
}

// Whoever asks for a kind of figure sees the highest first.
function sorting() {
  return (state.sort || (state.figure ? "figures.down" : "")).split(".");
}

// Claims without an amount come last in either order.
function byAmount(amount, direction) {
  return visibleClaims.map((claim) => [amount(claim), claim]).sort(([a, i], [b, j]) => !a - !b || direction * (a - b) || i - j).map(([, claim]) => claim);
}

function drawTable() {
  const claims = sortedClaims();
  const rows = claims.slice(0, table.shown).map(claimRow);
  byId("claims").replaceChildren(
    element(
      "div",
      { class: "toolbar" },
      element("p", {}, t("showing"), " ", figure(claims.length), " ", t("of"), " ", figure(claimsInOrder.length)),
      button(t("csv"), { click: downloadCsv }),
      button(t("print"), { click: () => window.print() }),
    ),
    element(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": t("claims") },
      element("table", { id: "table", keydown: tableKey }, element("caption", {}, t("claims")), element("thead", {}, element("tr", {}, USED_COLUMNS.map(columnHead))), element("tbody", {}, rows)),
      claims.length ? null : element("p", { class: "none" }, t("noClaims")),
      claims.length > table.shown ? button(t("more"), { class: "more", click: showMore }) : null,
    ),
  );
}

function showMore() {
  table.shown += ROWS_AT_ONCE * 5;
  drawTable();
}

function columnHead(column) {
  const [key, order] = sorting();
  const sorted = key === column.key ? (order === "down" ? "descending" : "ascending") : "none";
  // Words from the first letter, amounts from the highest; then the other way; then as in the articles.
  const steps = column.amount ? ["descending", "ascending"] : ["ascending", "descending"];
  const next = ["up", "down"][["ascending", "descending"].indexOf(steps[steps.indexOf(sorted) + 1])];
  const arrow = { ascending: " ↑", descending: " ↓", none: "" }[sorted];
  return element("th", { scope: "col", "aria-sort": sorted, class: column.key }, button(t(column.word) + arrow, { title: t("sortBy"), "data-sort": column.key, click: () => change({ sort: next ? `${column.key}.${next}` : "" }) }));
}

function claimRow(claim) {
  const cells = USED_COLUMNS.map((column) => {
    const value = column.value(claim);
    if (column.key === "words") return element("th", { scope: "row", class: "words" }, button("", { class: "open", "data-claim": claim, dir: directionOf(contentOf(claim)), click: () => openFromTable(claim) }, denialWord(claim), contentOf(claim)));
    if (column.key === "event") return element("td", { class: "event" }, eventCell(claim));
    if (column.key === "figures") return element("td", { class: "figures" }, figuresOf(claim).map((words) => element("div", {}, quoted(words))));
    if (column.key === "date") return element("td", { class: "date" }, dateCell(claim));
    if (column.key === "linked") return element("td", { class: "linked" }, linkedCell(claim));
    if (column.key === "source") return element("td", { class: "source" }, quoted(value), namingOf(claim) ? element("small", {}, namingOf(claim)) : null);
    return element("td", { class: column.key }, value ? quoted(value) : "");
  });
  const classes = [claim === state.focus ? "chosen" : "", nodes[claim].polarity === "denies" ? "denial" : ""].join(" ").trim();
  return element("tr", { class: classes || null, "data-claim": claim }, cells);
}

function eventCell(claim) {
  const { about } = nodes[claim];
  const items = about.slice(0, MOST_EVENTS).map((event) => element("div", {}, quoted(labelOf(event))));
  const rest = about.slice(MOST_EVENTS);
  return rest.length ? [...items, element("span", { class: "rest", title: rest.map((event) => labelOf(event)).join("؛ ") }, figure(`+${rest.length}`))] : items;
}

function linkedCell(claim) {
  return linksOf(claim).map(([word, names]) => {
    const rest = names.slice(MOST_LINKED);
    return element("div", {}, quoted(`${t(word)}: ${names.slice(0, MOST_LINKED).join("، ")}`), rest.length ? [" ", element("span", { class: "rest", title: rest.join("، ") }, figure(`+${rest.length}`))] : null);
  });
}

// A date says whether it is the words' own or the article's.
function dateCell(claim) {
  const dates = dateText(datesOf(claim));
  return dates ? [figure(dates), element("small", {}, t(saysWhen(claim) ? "saidOn" : "publishedOn"))] : [];
}

function openFromTable(claim) {
  change({ focus: claim });
  byId("panel").focus({ preventScroll: true });
}

// Up and down walk the rows; each row's words are a button.
function tableKey(event) {
  const rows = [...document.querySelectorAll("#table .open")];
  const at = rows.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (at < 0 || to === undefined || !rows[to]) return;
  event.preventDefault();
  rows[to].focus();
}

// A cell that a spreadsheet would take for a formula starts with an apostrophe instead.
function csvCell(value) {
  const text = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}

function csv(claims) {
  const extra = [["article", (claim) => articleOf(claim).id], ["start", (claim) => String(nodes[claim].content[0][0])], ["end", (claim) => String(nodes[claim].content.at(-1)[1])], ["sentence", (claim) => span(claim, nodes[claim].evidence)], ["url", (claim) => articleOf(claim).url ?? ""]];
  const dates = [["said", (claim) => (saysWhen(claim) ? dateText(datesOf(claim)) : "")], ["published", (claim) => articleOf(claim).published ?? ""]];
  const columns = [...COLUMNS.flatMap(({ key, value }) => (key === "date" ? dates : [[key, value]])), ...extra];
  const lines = [columns.map(([name]) => csvCell(name)), ...claims.map((claim) => columns.map(([, value]) => csvCell(value(claim))))];
  return lines.map((line) => line.join(",")).join("\r\n") + "\r\n";
}

function downloadCsv() {
  download(new Blob(["\ufeff", csv(sortedClaims())], { type: "text/csv;charset=utf-8" }), "claims.csv");
}

function download(blob, name) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function markChosenRow() {
  for (const row of document.querySelectorAll("#table tr.chosen")) row.classList.remove("chosen");
  const row = document.querySelector(`#table tr[data-claim="${state.focus}"]`);
  row?.classList.add("chosen");
  // On a phone the evidence covers the lower half.
  row?.scrollIntoView({ block: matchMedia("(max-width: 860px)").matches ? "start" : "nearest" });
}

watch((changed) => {
  if (state.view !== "claims") return;
  const redraw = ["view", "language", "sort", ...TEXT_KEYS, "denied", "contradicted"];
  if (redraw.some((key) => changed.has(key))) drawTable();
  markChosenRow();
});
