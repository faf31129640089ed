// Panel: the evidence. A claim's words in their sentence, and everybody who passed them on.

function showNode(node) {
  change({ focus: node });
}

function nodeButton(node, label = labelOf(node)) {
  return button("", { class: "node", click: () => showNode(node), "data-node": node }, symbol(nodes[node].kind), quoted(label));
}

function drawPanel() {
  const panel = byId("panel");
  panel.replaceChildren(...(state.focus < 0 ? summary() : details(state.focus)));
  panel.classList.toggle("resting", state.focus < 0);
  panel.scrollTop = 0;
}

function details(node) {
  const { kind } = nodes[node];
  const head = element("div", { class: "head" }, element("p", { class: "kicker" }, symbol(kind), ...kicker(node)), element("span", { class: "tools" }, button(t(state.wide ? "narrow" : "widen"), { "aria-pressed": String(state.wide), class: "widen", "data-step": "widen", click: () => change({ wide: !state.wide }) }), button("×", { class: "close", "aria-label": t("close"), title: t("close"), click: leaveEvidence })));
  const body = kind === "claim" ? claimDetails(node) : kind === "event" ? eventDetails(node) : kind === "article" ? articleDetails(node) : nameDetails(node);
  return [head, ...body];
}

function kicker(node) {
  const own = nodes[node];
  const parts = [t(own.kind)];
  if (own.kind === "claim") {
    parts.push(t(isRelayed(node) ? "secondHand" : "firstHand"));
    if (own.polarity === "denies") parts.push(element("strong", { class: "denies" }, t("denies")));
  }
  if (own.kind === "event") parts.push(eventType(own.type));
  const dates = dateText(datesOf(node));
  if (dates) parts.push(own.kind === "claim" ? [t(saysWhen(node) ? "saidOn" : "publishedOn"), " ", figure(dates)] : figure(dates));
  return parts.flatMap((part, index) => (index ? [" · ", part] : [part])).flat();
}

function claimDetails(claim) {
  const own = nodes[claim];
  const content = contentOf(claim);
  return [
    element("h2", { dir: directionOf(content), class: "content" }, denialWord(claim), shortened(content, 240)),
    section(t("chain"), chainList(claim)),
    section(t("evidence"), ...evidence(claim, claimMarks(claim), own.evidence), markKey(own)),
    pager(claim),
    ...linkedClaims(claim),
    facts([
      [t("source"), namingOf(claim)],
      [t("kind"), t(own.quoted)],
      [t("polarity"), own.polarity === "denies" ? element("strong", { class: "denies" }, t("denies")) : t("affirms")],
      [t("modality"), t(own.modality)],
      [t("act"), speechAct(own.act)],
      [t("date"), dateOfClaim(claim)],
      [t("figures"), own.quantities.map((quantity) => figureText(claim, quantity))],
      [t("about"), own.about.map((event) => nodeButton(event))],
      [t("addressee"), targets(claim, "addressee").map((other) => nodeButton(other))],
      [t("where"), figure(`${own.content[0][0]}–${own.content[own.content.length - 1][1]}`)],
      [t("extractor"), figure(articleOf(claim).extractor)],
      [t("confidence"), own.confidence < 1 ? figure(own.confidence.toFixed(2)) : null],
    ]),
    aboutTheSame(claim),
  ].filter(Boolean);
}

// Stands before the words of a denial, also where they are copied from; not isolated, for its colon to face them.
function denialWord(claim) {
  return isDenial(claim) ? [element("strong", { class: "denies" }, t("deniesThat")), " "] : null;
}

// From the outlet that published it to the one whose words they are; each step can be opened.
function chainList(claim) {
  const steps = [step(articleOf(claim).node, nameOfArticle(articleOf(claim)))];
  for (const outer of [...chainOf(claim), claim]) {
    const { speaker } = nodes[outer];
    const name = speakerName(outer);
    if (speaker >= 0) steps.push(step(speaker, labelOf(speaker), outer === claim ? null : outer));
    else steps.push(element("li", {}, element("span", { class: "nobody" }, name ? quoted(name) : t("hearsay"))));
  }
  return element("ol", { class: "chain" }, steps);
}

function step(node, label, via = null) {
  const cue = via !== null && nodes[via].cue ? element("small", {}, quoted(span(via, nodes[via].cue))) : null;
  return element("li", {}, nodeButton(node, label), cue);
}

function pager(node) {
  const list = nodes[node].kind === "claim" ? visibleClaims : eventsInOrder;
  const at = list.indexOf(node);
  const url = articleOf(node).url;
  return element(
    "p",
    { class: "pager" },
    button(t("previous"), { disabled: at <= 0, "data-step": "previous", click: () => showNode(list[at - 1]) }),
    button(t("next"), { disabled: at < 0 || at >= list.length - 1, "data-step": "next", click: () => showNode(list[at + 1]) }),
    button(t("openReader"), { click: () => change({ view: "reader" }), class: "reading" }),
    url ? outward(url, t("openSource")) : null,
  );
}

function dateOfClaim(claim) {
  const { time } = nodes[claim];
  if (time) return [t("saidOn"), " ", figure(dateText(interval(time.start, time.end))), " ", quoted(time.text, { class: "quiet" })];
  const { published } = articleOf(claim);
  return published ? [t("publishedOn"), " ", figure(published)] : t("noDate");
}

function figureText(node, quantity) {
  const { min, max, exclusive, unit, measures } = quantity;
  const digits = (amount) => figure(amount.toLocaleString("en"));
  let value = null;
  if (min !== null && min === max) value = digits(min);
  else if (min !== null && max !== null) value = [digits(min), "–", digits(max)];
  else if (min !== null) value = [t(exclusive ? "moreThan" : "atLeast"), " ", digits(min)];
  else if (max !== null) value = [t("atMost"), " ", digits(max)];
  const what = (unit === "person" && measures ? [measures] : [unit, measures]).filter(Boolean).map(measure).join(" · ");
  return element("span", { class: "quantity" }, quoted(span(node, quantity.span)), value ? [" = ", value] : null, what ? [" ", quoted(what, { class: "quiet" })] : null);
}

function facts(rows) {
  const filled = rows.filter(([, value]) => value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && !value.length));
  return element("dl", {}, filled.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]));
}

function section(title, ...content) {
  return element("section", {}, element("h3", {}, title), ...content);
}

function linkedClaims(claim) {
  const sections = [];
  for (const [role, title] of [["contradicts", "contradicted"], ["corroborates", "corroborated"]]) {
    const links = [...outgoing[claim], ...incoming[claim]].filter((edge) => edge.role === role);
    if (!links.length) continue;
    // Denials first: they are what a reader of a contradicted claim looks for.
    const others = links.map((edge) => [edge.from === claim ? edge.to : edge.from, edge.reason]);
    const items = others.sort(([a], [b]) => isDenial(b) - isDenial(a)).map(([other, reason]) => claimItem(other, reason));
    sections.push(element("section", { class: role }, element("h3", {}, t(title)), element("ul", { class: "claims" }, items)));
  }
  const same = othersWithFigure(claim).filter((other) => !counterparts(claim, "contradicts").includes(other));
  if (same.length) sections.push(section(t("sameFigure"), claimItems(same)));
  return sections;
}

function aboutTheSame(claim) {
  const same = [...new Set(nodes[claim].about.flatMap((event) => sources(event, "about")))].filter((other) => other !== claim);
  return same.length ? section(t("sameEvent"), claimItems(same)) : null;
}

function claimItems(claims, limit = 12) {
  const list = element("ul", { class: "claims" }, claims.slice(0, limit).map((claim) => claimItem(claim)));
  const rest = claims.slice(limit);
  if (rest.length) {
    const item = element("li", {}, button(`${t("more")} (${rest.length})`, { click: () => item.replaceWith(...rest.map((claim) => claimItem(claim))) }));
    list.append(item);
  }
  return list;
}

function claimItem(claim, reason = "") {
  const speaker = speakerName(claim);
  const content = shortened(contentOf(claim), 150);
  return element(
    "li",
    {},
    button(
      "",
      { class: "claim", click: () => showNode(claim) },
      element("span", { class: "who" }, speaker ? quoted(speaker) : t("hearsay"), element("small", {}, wayOf(claim))),
      element("span", { class: "what", dir: directionOf(content) }, denialWord(claim), content),
      reason ? element("small", { class: "reason" }, quoted(reason)) : null,
    ),
  );
}

// The outlet, and whom it relays.
function wayOf(claim) {
  const relays = chainOf(claim).map((outer) => speakerName(outer) || t("hearsay"));
  const arrow = sign() < 0 ? " ← " : " → ";
  return [nameOfArticle(articleOf(claim)), ...relays].flatMap((name, place) => (place ? [arrow, quoted(name)] : [quoted(name)]));
}

function shortened(text, most) {
  if (text.length <= most) return text;
  return `${text.slice(0, text.lastIndexOf(" ", most) > most / 2 ? text.lastIndexOf(" ", most) : most)} …`;
}

function eventDetails(event) {
  const own = nodes[event];
  const about = sources(event, "about");
  const people = own.participants.map(({ role, node, span: part }) => element("span", { class: "participant" }, element("small", {}, t(role)), node >= 0 ? nodeButton(node) : quoted(span(event, part))));
  const place = own.place && (own.place.node >= 0 ? nodeButton(own.place.node) : quoted(span(event, own.place.span)));
  const time = own.time && [figure(dateText(interval(own.time.start, own.time.end))), " ", quoted(own.time.text, { class: "quiet" })];
  return [
    element("h2", { dir: directionOf(labelOf(event)) }, labelOf(event)),
    section(t("evidence"), ...evidence(event, [markOf("content", own.trigger)], own.evidence)),
    pager(event),
    facts([
      [t("type"), eventType(own.type)],
      [t("realis"), t(own.realis)],
      [t("participants"), people],
      [t("place"), place],
      [t("when"), time],
      [t("figures"), own.quantities.map((quantity) => figureText(event, quantity))],
      [t("article"), nodeButton(articleOf(event).node, nameOfArticle(articleOf(event)))],
    ]),
    about.length ? section(t("whoSays"), claimItems(about)) : null,
  ].filter(Boolean);
}

function nameDetails(node) {
  const own = nodes[node];
  const said = targets(node, "said");
  const relayed = targets(node, "relays");
  const events = [...new Set([...outgoing[node], ...incoming[node]].filter((edge) => STRUCTURAL.has(edge.role)).flatMap((edge) => [edge.from, edge.to]))].filter((other) => nodes[other].kind === "event");
  const names = [...new Set(articles.flatMap((article) => article.entities.filter((entity) => entity.node === node).map((entity) => entity.name)))];
  return [
    element("h2", { dir: directionOf(labelOf(node)) }, labelOf(node)),
    facts([
      [t("otherNames"), names.filter((name) => name !== labelOf(node)).map((name) => quoted(name, { class: "alias" }))],
      [t("wikidata"), own.wikidata ? outward(`https://www.wikidata.org/wiki/${own.wikidata}`, own.wikidata) : null],
    ]),
    said.length ? section(`${t("says")} (${said.length})`, claimItems(said)) : null,
    relayed.length ? section(`${t("relayed")} (${relayed.length})`, claimItems(relayed, 5)) : null,
    events.length ? section(t("takesPart"), element("ul", { class: "plain" }, events.slice(0, 40).map((event) => element("li", {}, nodeButton(event))))) : null,
    mentionSection(node),
  ].filter(Boolean);
}

function mentionSection(node) {
  const found = articles.flatMap((article) => article.entities.filter((entity) => entity.node === node).flatMap((entity) => entity.mentions.map((mention) => [article, mention])));
  if (!found.length) return null;
  const items = found.slice(0, 30).map(([article, [start, end]]) => {
    const from = wordStart(article.characters, Math.max(0, start - 40));
    const to = wordEnd(article.characters, Math.min(article.characters.length, end + 40));
    const line = highlighted(article.characters, Math.min(from, start), Math.max(to, end), [markOf("source", [start, end])]);
    return element("li", { dir: directionOf(article.text.slice(0, 200)) }, line, element("small", {}, quoted(nameOfArticle(article))));
  });
  return section(`${t("mentions")} (${found.length})`, element("ul", { class: "mentions" }, items));
}

function articleDetails(node) {
  const article = articleOf(node);
  const own = claimsInOrder.filter((claim) => nodes[claim].article === nodes[node].article);
  return [
    element("h2", { dir: directionOf(labelOf(node)) }, labelOf(node)),
    element("p", { class: "pager" }, button(t("openReader"), { click: () => change({ view: "reader" }), class: "reading" }), article.url ? outward(article.url, t("openSource")) : null),
    facts([
      [t("outlet"), article.outlet ? quoted(article.outlet) : null],
      [t("publishedOn"), article.published ? figure(article.published) : t("noDate")],
      [t("authors"), article.authors.map((author) => quoted(author))],
      [t("extractor"), figure(article.extractor)],
      [t("dropped"), article.dropped ? figure(article.dropped) : null],
      ["", article.sample ? t("sample") : null],
    ]),
    own.length ? section(`${t("claims")} (${own.length})`, claimItems(own)) : null,
  ].filter(Boolean);
}

// What lies before the reader when nothing is chosen.
function summary() {
  const spoken = new Map();
  for (const claim of visibleClaims) if (nodes[claim].speaker >= 0) spoken.set(nodes[claim].speaker, (spoken.get(nodes[claim].speaker) ?? 0) + 1);
  const often = [...spoken].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 6);
  const counted = state.figure ? byAmount((claim) => highest(claim, state.figure), -1) : [];
  const denials = visibleClaims.filter((claim) => nodes[claim].polarity === "denies");
  const disputed = visibleClaims.filter((claim) => counterparts(claim, "contradicts").length);
  const numbers = [[articles.length, "articles"], [visibleClaims.length, "claims"], [eventsInOrder.length, "events"], [denials.length, "denials"]];
  return [
    element("h2", { class: "hint" }, t("start")),
    element("dl", { class: "numbers" }, numbers.map(([count, name]) => element("div", {}, element("dd", {}, figure(count)), element("dt", {}, t(name))))),
    counted.length ? section(`${t("figures")}: ${measure(state.figure)} · ${t("highestFirst")}`, claimItems(counted)) : null,
    disputed.length ? section(t("contradictionOf"), claimItems(disputed, 4)) : null,
    denials.length ? section(t("denials"), claimItems(denials, 4)) : null,
    often.length ? section(t("speakers"), element("ul", { class: "plain tally" }, often.map(([node, count]) => element("li", {}, nodeButton(node), figure(count))))) : null,
    section(t("articles"), element("ul", { class: "plain" }, articles.slice(0, 60).map(articleItem))),
  ].filter(Boolean);
}

function articleItem(article) {
  return element("li", {}, nodeButton(article.node, article.title ?? nameOfArticle(article)), element("small", {}, article.outlet ? quoted(article.outlet) : null, article.published ? [" · ", figure(article.published)] : null));
}

watch((changed) => {
  if (opening.isPanelLate) return;
  if (["focus", "wide", "language", ...TEXT_KEYS, "denied", "contradicted"].some((key) => changed.has(key))) drawPanel();
});
