// Controls: the row of filters. Only what tells claims of this page apart is offered.

const MOST_CHOICES = 400;
const EVERY_BIDI_CONTROL = new RegExp(BIDI_CONTROLS.source, "gu");

function choices() {
  const values = { outlet: new Map(), speaker: new Map(), event: new Map(), place: new Map(), figure: new Map() };
  const count = (key, value, label) => {
    if (!value) return;
    const entry = values[key].get(value) ?? { value, label, claims: 0 };
    entry.claims += 1;
    values[key].set(value, entry);
  };
  for (const claim of claimsInOrder) {
    const outlet = nameOfArticle(articleOf(claim));
    count("outlet", outlet, outlet);
    if (nodes[claim].quantities.length) for (const what of countedBy(claim)) count("figure", what, measure(what));
    count("speaker", speakerKey(claim), speakerName(claim));
    for (const event of onePerName(claim, typeOf)) count("event", typeOf(event), eventType(typeOf(event)));
    for (const event of onePerName(claim, placeName)) if (placeName(event)) count("place", placeName(event), placeLabel(event));
  }
  return values;
}

function typeOf(event) {
  return nodes[event].type;
}

// The events of a claim, of those with one name the first.
function onePerName(claim, name) {
  const { about } = nodes[claim];
  return about.length < 2 ? about : about.filter((event, place) => about.findIndex((other) => name(other) === name(event)) === place);
}

function placeLabel(event) {
  const { place } = nodes[event];
  return place.node >= 0 ? labelOf(place.node) : span(event, place.span);
}

function drawControls() {
  const values = choices();
  const selects = [["outlet", "outletFilter"], ["speaker", "speakerFilter"], ["event", "eventFilter"], ["place", "placeFilter"], ["figure", "figures"]].map(([key, word]) => choice(key, word, [...values[key].values()].sort((a, b) => b.claims - a.claims || (a.value < b.value ? -1 : 1))));
  const relayed = claimsInOrder.some(isRelayed) ? choice("voice", "voice", [{ value: "direct", label: t("firstHand") }, { value: "relayed", label: t("secondHand") }]) : null;
  const flags = [];
  if (claimsInOrder.some((claim) => nodes[claim].polarity === "denies")) flags.push(flag("denied", "onlyDenied"));
  if (edges.some((edge) => edge.role === "contradicts")) flags.push(flag("contradicted", "onlyContradicted"));
  const reset = isFiltered() ? button(t("reset"), { id: "reset", click: () => change({ ...Object.fromEntries(TEXT_KEYS.map((key) => [key, ""])), denied: false, contradicted: false }) }) : null;
  const box = byId("filters");
  const opened = box.querySelector("details")?.open ?? !matchMedia("(max-width: 860px)").matches;
  box.setAttribute("aria-label", t("filter"));
  box.replaceChildren(
    element("details", { open: opened }, element("summary", {}, t("filter"), isFiltered() ? [" · ", figure(visibleClaims.length), " ", t("of"), " ", figure(claimsInOrder.length)] : null), element("div", { class: "row" }, selects, relayed, dateChoice("from"), dateChoice("until"), flags, reset)),
  );
}

function choice(key, word, options) {
  if (options.length < 2 && !state[key]) return null;
  const items = options.slice(0, MOST_CHOICES).map(({ value, label, claims }) => element("option", { value, selected: state[key] === value }, claims ? `${shortened(labelled(label), 60)} (${claims})` : label));
  return element("label", { class: "named" }, element("select", { "aria-label": t(word), "data-filter": key, class: state[key] ? "set" : null, change: (event) => change({ [key]: event.target.value }) }, element("option", { value: "" }, `${t(word)}: ${t("any")}`), items));
}

// An option holds text only; what changes its direction is taken out.
function labelled(text) {
  return text.replace(/\s+/gu, " ").replace(EVERY_BIDI_CONTROL, "");
}

// A text, since a browser writes dates in its own language and calendar and not in the page's.
function dateChoice(key) {
  if (!claimsInOrder.some(datesOf)) return null;
  const written = (event) => {
    const day = dayFrom(event.target.value, key === "until");
    event.target.setCustomValidity(day || !event.target.value.trim() ? "" : t("badDate"));
    if (event.target.reportValidity()) change({ [key]: day });
  };
  return element("label", {}, t(key), element("input", { type: "text", inputmode: "numeric", dir: "ltr", size: 10, placeholder: "yyyy-mm-dd", autocomplete: "off", value: state[key], "data-filter": key, class: state[key] ? "set" : null, change: written }));
}

function flag(key, word) {
  return element("label", { class: "flag" }, element("input", { type: "checkbox", checked: state[key], "data-filter": key, change: (event) => change({ [key]: event.target.checked }) }), t(word));
}

watch((changed) => {
  if (["language", ...TEXT_KEYS, "denied", "contradicted"].some((key) => changed.has(key))) drawControls();
});
