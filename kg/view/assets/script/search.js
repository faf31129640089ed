// Search: folded as the extraction folds, so that spelling does not hide anything; names also by their consonants.

const MOST_HITS = 40;
const KIND_RANK = { person: 0, organization: 0, outlet: 0, group: 0, place: 1, product: 1, other: 1, unnamed: 1, worded: 1, event: 2, claim: 3, article: 4 };
const search = { index: null, hits: [], active: -1 };

function searchIndex() {
  if (search.index) return search.index;
  const aliases = nodes.map(() => []);
  for (const article of articles) for (const entity of article.entities) if (entity.node >= 0) aliases[entity.node].push(entity.name);
  search.index = nodes.map((own, node) => {
    let text = [own.label, ...new Set(aliases[node])].join(" ");
    if (own.kind === "claim") text = `${contentOf(node)} ${speakerName(node)}`;
    if (own.kind === "event") text = `${own.label} ${(EVENT_TYPES[own.type] ?? []).join(" ")}`;
    if (own.kind === "article") text = `${own.label} ${articleOf(node).outlet ?? ""} ${articleOf(node).text}`;
    const folded = searchable(text);
    const isName = KIND_RANK[own.kind] < 2;
    return { node, folded, sounds: isName ? folded.split(" ").flatMap(soundsOf) : [] };
  });
  return search.index;
}

// "11,300", "11300" and "١١٣٠٠" are one figure to whoever looks for it.
function searchable(text) {
  return fold(text).replace(/(\d)[,. ](?=\d{3}(?!\d))/gu, "$1");
}

// The article is often left out when a name is written in the other script.
function soundsOf(word) {
  return [...new Set([consonants(word), consonants(word.replace(/^(ال|al-|el-)/, ""))])].filter((sound) => sound.length > 1);
}

function soundsLike(asked, own) {
  return asked.length > 2 ? own.startsWith(asked) : asked.length === 2 && own === asked;
}

function find(query) {
  const words = searchable(query).split(" ").filter(Boolean);
  if (!words.length) return [];
  const sounds = words.map(consonants);
  const scored = [];
  for (const entry of searchIndex()) {
    const literal = words.every((word) => entry.folded.includes(word));
    const heard = !literal && sounds.every((asked) => entry.sounds.some((own) => soundsLike(asked, own)));
    if (!literal && !heard) continue;
    const starts = literal && ` ${entry.folded}`.includes(` ${words[0]}`) ? 0 : 1;
    scored.push([KIND_RANK[nodes[entry.node].kind] * 4 + starts * 2 + (heard ? 1 : 0), entry.node]);
  }
  return scored.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, node]) => node);
}

function drawHits() {
  const box = byId("search");
  const list = byId("hits");
  const found = find(box.value);
  search.hits = found.slice(0, MOST_HITS);
  search.active = search.hits.length ? 0 : -1;
  const asked = box.value.trim() !== "";
  list.hidden = !asked;
  box.setAttribute("aria-expanded", String(asked));
  list.replaceChildren(...search.hits.map(hitItem));
  if (asked && !search.hits.length) list.append(element("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, t("noHits")));
  byId("status").textContent = asked ? `${found.length} ${t("hits")}` : "";
  markActive();
}

function hitItem(node, place) {
  const own = nodes[node];
  const label = own.kind === "claim" ? shortened(contentOf(node), 110) : labelOf(node);
  const where = own.kind === "claim" ? [speakerName(node), nameOfArticle(articleOf(node))].filter(Boolean).join(" · ") : own.kind === "article" ? articleOf(node).outlet ?? "" : "";
  return element("li", { id: `hit-${place}`, role: "option", "data-node": node, mousedown: (event) => choose(event, node) }, symbol(own.kind), element("span", { dir: directionOf(label) }, denialWord(node), label), element("small", {}, where ? quoted(where) : t(own.kind)));
}

function choose(event, node) {
  event.preventDefault();
  closeHits();
  showNode(node);
}

function closeHits() {
  byId("hits").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
  byId("search").removeAttribute("aria-activedescendant");
}

function markActive() {
  [...byId("hits").children].forEach((item, place) => item.setAttribute("aria-selected", String(place === search.active)));
  if (search.active < 0) return;
  byId("search").setAttribute("aria-activedescendant", `hit-${search.active}`);
  byId(`hit-${search.active}`).scrollIntoView({ block: "nearest" });
}

function searchKey(event) {
  const moves = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in moves && search.hits.length) {
    event.preventDefault();
    search.active = (search.active + moves[event.key] + search.hits.length) % search.hits.length;
    markActive();
  } else if (event.key === "Enter" && search.active >= 0 && !byId("hits").hidden) {
    choose(event, search.hits[search.active]);
    byId("panel").focus();
  } else if (event.key === "Escape") {
    closeHits();
    event.stopPropagation();
  }
}

function startSearch() {
  const box = byId("search");
  box.addEventListener("input", drawHits);
  box.addEventListener("focus", () => box.value && drawHits());
  box.addEventListener("blur", closeHits);
  box.addEventListener("keydown", searchKey);
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing) {
      event.preventDefault();
      box.focus();
    }
    if (event.key === "Escape" && state.focus >= 0) leaveEvidence();
  });
}
