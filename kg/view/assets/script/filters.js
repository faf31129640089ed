// Filters: which claims and which nodes are looked at now.

function passes(claim, atAnyTime = false) {
  const own = nodes[claim];
  if (state.outlet && nameOfArticle(articleOf(claim)) !== state.outlet) return false;
  if (state.speaker && speakerKey(claim) !== state.speaker) return false;
  if (state.event && !own.about.some((event) => nodes[event].type === state.event)) return false;
  if (state.place && !own.about.some((event) => placeName(event) === state.place)) return false;
  if (state.voice && (state.voice === "relayed") !== isRelayed(claim)) return false;
  if (state.figure && !countedBy(claim).has(state.figure)) return false;
  if (state.denied && own.polarity !== "denies") return false;
  if (state.contradicted && !counterparts(claim, "contradicts").length) return false;
  return atAnyTime || isInPeriod(datesOf(claim));
}

function isInPeriod(dates) {
  if (!state.from && !state.until) return true;
  return Boolean(dates) && (!state.from || dates[1] >= state.from) && (!state.until || dates[0] <= state.until);
}

function placeName(event) {
  const place = nodes[event].place;
  if (!place) return "";
  return foldedName(place.node >= 0 ? nodes[place.node].label : span(event, place.span));
}

let visibleClaims = claimsInOrder;
let visibleNodes = new Set(nodes.keys());

function applyFilters() {
  visibleClaims = isFiltered() ? claimsInOrder.filter((claim) => passes(claim)) : claimsInOrder;
  const kept = isFiltered() ? new Set(visibleClaims.flatMap((claim) => [...surroundings(claim)])) : nodes.keys();
  visibleNodes = new Set();
  for (const node of kept) {
    if (!state.hidden.has(nodes[node].kind) && (state.structure || !isOnlyStructural(node))) visibleNodes.add(node);
  }
}

// What nobody speaks of: who takes part in events, and events that no claim is about. It is shown on demand.
function isOnlyStructural(node) {
  if (["claim", "article"].includes(nodes[node].kind)) return false;
  const isSpeech = (edge) => !STRUCTURAL.has(edge.role);
  return !outgoing[node].some(isSpeech) && !incoming[node].some(isSpeech);
}

// A node and what must be seen to understand it: for a claim its whole way, for an event who speaks about it and who
// takes part, for a name what it said and did.
function surroundings(node) {
  const { kind } = nodes[node];
  const found = new Set([node]);
  const add = (other) => found.add(other);
  const addWay = (claim) => {
    add(claim);
    for (const role of ["said", "relays", "published"]) sources(claim, role).forEach(add);
  };
  for (const edge of [...outgoing[node], ...incoming[node]]) {
    if (kind === "claim" && STRUCTURAL.has(edge.role) && !state.structure) continue;
    add(edge.from);
    add(edge.to);
  }
  if (kind === "claim") {
    [node, ...chainOf(node)].forEach(addWay);
    for (const role of ["contradicts", "corroborates"]) counterparts(node, role).forEach(addWay);
  }
  for (const claim of targets(node, "said")) nodes[claim].about.forEach(add);
  if (kind === "event") {
    sources(node, "about").forEach(addWay);
    add(articleOf(node).node);
  }
  return found;
}

// What is bright around the focus: its surroundings, or, widened, theirs too.
function neighbourhood() {
  const near = surroundings(state.focus);
  return state.wide ? new Set([...near].flatMap((node) => [...surroundings(node)])) : near;
}

watch((changed) => {
  const keys = [...TEXT_KEYS, "denied", "contradicted", "hidden", "structure"];
  if (keys.some((key) => changed.has(key))) applyFilters();
});
