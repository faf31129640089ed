// Main: the page's frame, and the first drawing.

const VIEWS = ["map", "claims", "reader"];
const CARRIED_AT_ONCE = 250;

function drawFrame() {
  const root = document.documentElement;
  root.lang = state.language;
  root.dir = state.language === "ar" ? "rtl" : "ltr";
  root.setAttribute("data-theme", state.theme);
  byId("title").textContent = document.title = dossier.title ?? t("title");
  byId("search").setAttribute("placeholder", t("search"));
  byId("search").setAttribute("aria-label", t("search"));
  byId("hits").setAttribute("aria-label", t("hits"));
  byId("canvas").setAttribute("aria-label", t("mapLabel"));
  byId("panel").setAttribute("aria-label", t("evidence"));
  byId("views").setAttribute("aria-label", t("views"));
  byId("settings").setAttribute("aria-label", t("settings"));
  byId("views").replaceChildren(...VIEWS.map((view) => button(t(view), { "aria-pressed": String(state.view === view), "data-view": view, click: () => change({ view }) })));
  byId("settings").replaceChildren(
    button(t("otherLanguage"), { id: "language", lang: state.language === "ar" ? "en" : "ar", click: () => change({ language: state.language === "ar" ? "en" : "ar" }) }),
    button(t(state.theme === "dark" ? "light" : "dark"), { id: "theme", click: () => change({ theme: state.theme === "dark" ? "light" : "dark" }) }),
  );
  drawLegend();
}

function drawLegend() {
  const present = Object.keys(SYMBOLS).filter((kind) => nodes.some((own) => own.kind === kind));
  byId("legend").setAttribute("aria-label", t("legend"));
  byId("legend").replaceChildren(
    ...present.map((kind) => button("", { class: `chip ${kind}`, "aria-pressed": String(!state.hidden.has(kind)), "data-kind": kind, click: () => toggleKind(kind) }, symbol(kind), t(kind))),
    button("", { class: "chip structure", "aria-pressed": String(state.structure), "data-kind": "structure", click: () => change({ structure: !state.structure }) }, t("structure")),
  );
  byId("camera").replaceChildren(
    button("+", { "aria-label": t("zoomIn"), title: t("zoomIn"), click: () => zoom(1.3) }),
    button("−", { "aria-label": t("zoomOut"), title: t("zoomOut"), click: () => zoom(1 / 1.3) }),
    button(t("fit"), { click: fitAll }),
    button("PNG", { title: t("png"), "aria-label": t("png"), click: savePng }),
    isOverviewShown() ? "" : button("SVG", { title: t("svg"), "aria-label": t("svg"), click: saveSvg }),
  );
}

function toggleKind(kind) {
  const hidden = new Set(state.hidden);
  if (!hidden.delete(kind)) hidden.add(kind);
  change({ hidden });
}

function zoom(factor) {
  if (isOverviewShown()) {
    zoomOverview(factor);
    return;
  }
  graph.network.moveTo({ scale: graph.network.getScale() * factor });
}

// The arrow keys walk the claims on the map; what is reached is read aloud.
function mapKey(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !visibleClaims.length) return;
  event.preventDefault();
  const at = visibleClaims.indexOf(state.focus);
  const to = at < 0 ? (step > 0 ? 0 : visibleClaims.length - 1) : Math.min(visibleClaims.length - 1, Math.max(0, at + step));
  showNode(visibleClaims[to]);
  byId("status").textContent = `${speakerName(visibleClaims[to]) || t("hearsay")}: ${wordsOf(visibleClaims[to])}`;
}

function followFragment() {
  const isKnown = isFragmentKnown();
  change(readFragment());
  showNotice(isKnown);
}

// A link to what is not here says so, until something else is looked at.
function showNotice(isKnown) {
  byId("notice").textContent = isKnown ? "" : t("badLink");
  byId("notice").hidden = isKnown;
}

function drawViews() {
  byId("map").hidden = state.view !== "map";
  byId("claims").hidden = state.view !== "claims";
  byId("reader").hidden = state.view !== "reader";
  document.body.setAttribute("data-view", state.view);
}

// The map is on the screen for the first time; what that did without follows.
function showDrawn() {
  document.documentElement.setAttribute("data-drawn", "");
  if (!opening.isComplete) whenIdle(completePage);
}

function whenIdle(work) {
  if (window.requestIdleCallback) requestIdleCallback(work, { timeout: 100 });
  else setTimeout(work);
}

function completePage() {
  if (opening.isComplete) return;
  if (!carryRest(CARRIED_AT_ONCE)) {
    whenIdle(completePage);
    return;
  }
  opening.isComplete = true;
  if (opening.isPanelLate) drawPanel();
  opening.isPanelLate = false;
  document.documentElement.setAttribute("data-ready", "");
}

// On paper: all claims, and for the one in focus its evidence and chain.
function preparePrint() {
  const shown = table.shown;
  table.shown = Infinity;
  drawTable();
  table.shown = shown;
}

watch((changed) => {
  showNotice(true);
  if (["language", "theme", "view", "hidden", "structure", ...(isLarge ? ["focus", "denied", "contradicted", ...TEXT_KEYS] : [])].some((key) => changed.has(key))) drawFrame();
  if (changed.has("view")) drawViews();
});

// The frame is drawn after the filters have been applied and before what stands inside it.
watchers.splice(1, 0, watchers.pop());
const opensWell = isFragmentKnown();
Object.assign(state, readFragment());
applyFilters();
drawFrame();
drawViews();
drawControls();
startSearch();
startReader();
opening.isPanelLate = state.view === "map" && state.focus < 0;
change({ view: state.view, focus: state.focus });
showNotice(opensWell);
byId("canvas").addEventListener("keydown", mapKey);
window.addEventListener("resize", drawTimeline);
window.addEventListener("hashchange", followFragment);
window.addEventListener("beforeprint", preparePrint);
// A tab in the background is never drawn.
if (opening.isPanelLate) setTimeout(completePage, 1000);
else completePage();
