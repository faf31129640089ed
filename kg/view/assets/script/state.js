// State: what is looked at. Everything that can be linked to lives in the URL's fragment.

const state = {
  language: document.documentElement.lang === "ar" ? "ar" : "en",
  theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
  view: "map",
  focus: -1,
  hidden: new Set(),
  structure: false,
  wide: false,
  outlet: "",
  speaker: "",
  event: "",
  place: "",
  voice: "",
  figure: "",
  from: "",
  until: "",
  denied: false,
  contradicted: false,
  sort: "",
  doc: "",
};
const TEXT_KEYS = ["outlet", "speaker", "event", "place", "voice", "figure", "from", "until"];
const FLAG_KEYS = ["denied", "contradicted", "structure", "wide"];
// On a phone the claims come first: a map of columns is wider than the screen.
state.view = matchMedia("(max-width: 700px)").matches ? "claims" : "map";
const defaults = { language: state.language, theme: state.theme, view: state.view };
const watchers = [];
// While the page opens on the map, the panel waits for the first drawing.
const opening = { isPanelLate: false, isComplete: false };

function watch(watcher) {
  watchers.push(watcher);
}

function change(patch) {
  const changed = new Set(Object.keys(patch));
  Object.assign(state, patch);
  writeFragment();
  keepingFocus(() => {
    for (const watcher of watchers) watcher(changed);
  });
}

function isFiltered() {
  return TEXT_KEYS.some((key) => state[key]) || state.denied || state.contradicted;
}

function writeFragment() {
  // A page inside a notebook's frame has no address to keep it in.
  if (location.protocol === "about:") return;
  const parts = new URLSearchParams();
  if (state.language !== defaults.language) parts.set("lang", state.language);
  if (state.theme !== defaults.theme) parts.set("theme", state.theme);
  if (state.view !== defaults.view) parts.set("view", state.view);
  for (const key of TEXT_KEYS) if (state[key]) parts.set(key, state[key]);
  for (const key of FLAG_KEYS) if (state[key]) parts.set(key, "1");
  if (state.hidden.size) parts.set("hide", [...state.hidden].sort().join("."));
  if (state.sort) parts.set("sort", state.sort);
  if (state.doc && state.view === "reader") parts.set("doc", state.doc);
  if (state.focus >= 0) parts.set("at", keyOf(state.focus));
  const fragment = `#${parts}`;
  if (fragment !== (location.hash || "#")) history.replaceState(null, "", fragment);
}

// Whether all that the address asks for is here.
function isFragmentKnown() {
  const lists = { lang: ["ar", "en"], theme: ["dark", "light"], view: ["map", "claims", "reader"] };
  const isKnown = ([key, value]) => {
    if (key in lists) return lists[key].includes(value);
    if (key === "at") return nodeOfKey(value) >= 0;
    if (key === "doc") return articles.some((article) => article.id === value);
    if (key === "from" || key === "until") return dayFrom(value) !== "";
    return [...TEXT_KEYS, ...FLAG_KEYS, "hide", "sort"].includes(key);
  };
  return [...new URLSearchParams(location.hash.slice(1))].every(isKnown);
}

function readFragment() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const patch = { focus: nodeOfKey(parts.get("at")) };
  if (["ar", "en"].includes(parts.get("lang"))) patch.language = parts.get("lang");
  if (["dark", "light"].includes(parts.get("theme"))) patch.theme = parts.get("theme");
  patch.view = ["map", "claims", "reader"].includes(parts.get("view")) ? parts.get("view") : defaults.view;
  for (const key of TEXT_KEYS) patch[key] = parts.get(key) ?? "";
  for (const key of ["from", "until"]) patch[key] = dayFrom(patch[key], key === "until");
  for (const key of FLAG_KEYS) patch[key] = parts.get(key) === "1";
  patch.hidden = new Set((parts.get("hide") ?? "").split(".").filter((kind) => kind in SYMBOLS));
  patch.sort = parts.get("sort") ?? "";
  patch.doc = parts.get("doc") ?? "";
  return patch;
}
