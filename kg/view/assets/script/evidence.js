// Evidence: the words of the article that say it, marked in their sentence, the sentence in its surroundings.

const CONTEXT = 170;

function claimMarks(claim) {
  const own = nodes[claim];
  const marks = own.content.map((part) => markOf("content", part));
  if (own.source) marks.push(markOf("source", own.source));
  if (own.cue) marks.push(markOf("cue", own.cue));
  return marks;
}

function markOf(role, [start, end]) {
  return { start, end, make: () => element("mark", { class: role, "data-role": role, "data-start": start, "data-end": end, title: t(role) }) };
}

// The sentence in its surroundings; ``marks`` stand at their own characters, whatever sentence they are in.
function evidence(node, marks, [start, end]) {
  const article = articleOf(node);
  const text = article.characters;
  const first = Math.min(start, ...marks.map((mark) => mark.start));
  const last = Math.max(end, ...marks.map((mark) => mark.end));
  const from = paragraphStart(text, wordStart(text, Math.max(0, first - CONTEXT)), first);
  const to = paragraphEnd(text, last, wordEnd(text, Math.min(text.length, last + CONTEXT)));
  const sentence = { start, end, make: () => element("span", { class: "sentence", "data-role": "sentence", "data-start": start, "data-end": end }) };
  const shown = text.slice(from, to);
  const turns = BIDI_CONTROLS.test(shown);
  const block = element("blockquote", { class: turns ? "guarded" : null, dir: directionOf(shown), lang: article.language }, from > 0 && text.slice(from - 1, from) !== "\n" ? "… " : null, highlighted(text, from, to, [sentence, ...marks]), to < text.length && text.slice(to, to + 1) !== "\n" ? " …" : null);
  const warning = turns ? element("p", { class: "warning" }, t("overrides")) : null;
  return [block, warning];
}

// A blank line ends the surroundings: the next paragraph seldom bears on the sentence.
function paragraphStart(text, from, first) {
  const blank = text.slice(from, first).lastIndexOf("\n\n");
  return blank < 0 ? from : from + Array.from(text.slice(from, first).slice(0, blank)).length + 2;
}

function paragraphEnd(text, last, to) {
  const blank = text.slice(last, to).indexOf("\n\n");
  return blank < 0 ? to : last + Array.from(text.slice(last, to).slice(0, blank)).length;
}

function wordStart(text, offset) {
  if (offset === 0) return 0;
  const space = text.slice(offset, offset + 40).search(/\s/u);
  return space < 0 ? offset : offset + space + 1;
}

function wordEnd(text, offset) {
  if (offset === text.length) return offset;
  const before = text.slice(offset - 40, offset);
  const space = before.search(/\s\S*$/u);
  return space < 0 ? offset : offset - 40 + space;
}

function markKey(own) {
  const roles = [own.source && "source", own.cue && "cue", "content"].filter(Boolean);
  return element("p", { class: "key" }, roles.map((role) => element("span", { class: `swatch ${role}` }, t(role))));
}
