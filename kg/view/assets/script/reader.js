// Reader: the whole article in its own direction, with its names, events and claims where they stand.

function readArticle() {
  if (state.focus >= 0 && nodes[state.focus].article !== undefined) return articleOf(state.focus);
  return articles.find((article) => article.id === state.doc) ?? articles[0];
}

function drawReader() {
  const box = byId("reader");
  const article = readArticle();
  if (!article) {
    box.replaceChildren(element("p", { class: "none" }, t("noClaims")));
    return;
  }
  const text = article.text;
  const title = article.title ?? nameOfArticle(article);
  const opensWithTitle = fold(text.slice(0, 4 * title.length)).startsWith(fold(title));
  const classes = ["body", BIDI_CONTROLS.test(text) && "guarded"].filter(Boolean).join(" ");
  box.replaceChildren(
    readerBar(article),
    element(
      "article",
      { class: "scroll", tabindex: "0", lang: article.language, dir: directionOf(text), "aria-label": title },
      opensWithTitle ? null : element("h2", { dir: directionOf(title) }, title),
      element("p", { class: "byline" }, byline(article)),
      element("div", { class: classes }, highlighted(article.characters, 0, article.characters.length, [...(opensWithTitle ? [headline(text)] : []), ...readerSpans(article)])),
    ),
  );
  showInReader();
}

// The first line, where the text begins with its title.
function headline(text) {
  const end = text.indexOf("\n");
  const line = end < 0 ? text : text.slice(0, end);
  return { start: 0, end: Array.from(line).length, make: () => element("strong", { class: "headline" }) };
}

function byline(article) {
  const parts = [article.outlet && quoted(article.outlet), article.published && figure(article.published), ...article.authors.map((author) => quoted(author)), article.sample && t("sample"), article.url && outward(article.url, t("openSource"))].filter(Boolean);
  return parts.flatMap((part, index) => (index ? [" · ", part] : [part]));
}

function readerBar(article) {
  const at = articles.indexOf(article);
  const go = (to) => change({ doc: articles[to].id, focus: -1 });
  const select = element("select", { "aria-label": t("articles"), change: (event) => go(Number(event.target.value)) }, articles.map((one, index) => element("option", { value: index, selected: index === at }, shortened(labelled(one.outlet ? `${one.outlet}: ${one.title ?? one.id}` : one.title ?? one.id), 80))));
  const inside = claimsInOrder.filter((claim) => articleOf(claim) === article);
  const place = inside.indexOf(state.focus);
  return element(
    "div",
    { class: "toolbar" },
    articles.length > 1 ? [button(t("previous"), { disabled: at === 0, click: () => go(at - 1), class: "article-step" }), select, button(t("next"), { disabled: at === articles.length - 1, click: () => go(at + 1), class: "article-step" })] : null,
    element("span", { class: "gap" }),
    element("span", { class: "key" }, ["claim", "name", "event"].map((kind) => element("span", { class: `swatch reading-${kind}` }, t(kind === "name" ? "entities" : kind)))),
    inside.length ? element("span", { class: "steps" }, button("‹", { "aria-label": `${t("claim")}: ${t("previous")}`, disabled: place <= 0, "data-step": "previous", click: () => showNode(inside[place - 1]) }), figure(place < 0 ? inside.length : `${place + 1} / ${inside.length}`), button("›", { "aria-label": `${t("claim")}: ${t("next")}`, "data-step": "next", disabled: place === inside.length - 1, click: () => showNode(inside[place + 1]) })) : null,
  );
}

function readerSpans(article) {
  const spans = [];
  const add = (kind, node, [start, end], extra = "") => spans.push({ start, end, make: () => element("span", { class: `reading ${kind} ${extra}`.trim(), "data-node": node >= 0 ? node : null }) });
  for (const entity of article.entities) for (const mention of entity.mentions) add("name", entity.node, mention, entity.kind);
  nodes.forEach((own, node) => {
    if (articles[own.article] !== article) return;
    if (own.kind === "event") add("event", node, own.trigger);
    if (own.kind !== "claim") return;
    const inFocus = node === state.focus;
    for (const part of own.content) add(inFocus ? "said chosen" : "said", node, part);
    if (inFocus && own.source) add("source", node, own.source);
    if (inFocus && own.cue) add("cue", node, own.cue);
  });
  return spans;
}

function showInReader() {
  const chosen = state.focus < 0 ? null : byId("reader").querySelector(`.chosen, [data-node="${state.focus}"]`);
  for (const one of byId("reader").querySelectorAll(`[data-node="${state.focus}"]`)) one.classList.add("here");
  // On a phone the evidence covers the lower half.
  if (chosen) chosen.scrollIntoView({ block: matchMedia("(max-width: 860px)").matches ? "start" : "center" });
}

function startReader() {
  byId("reader").addEventListener("click", (event) => {
    const hit = event.target.closest("[data-node]");
    if (hit && !window.getSelection().toString()) showNode(Number(hit.dataset.node));
  });
}

watch((changed) => {
  if (state.view !== "reader") return;
  if (["view", "focus", "doc", "language"].some((key) => changed.has(key))) {
    const scrolled = byId("reader").querySelector("article")?.scrollTop ?? 0;
    drawReader();
    if (state.focus < 0 && !changed.has("doc")) byId("reader").querySelector("article")?.scrollTo(0, scrolled);
  }
});
