// Text: code-point offsets, folding for search, and romanised names.

const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LETTER = /\p{L}/u;

// Articles count in code points, JavaScript in UTF-16 units; they differ only where a text leaves the basic plane.
class Characters {
  constructor(text) {
    this.text = text;
    this.points = /[\ud800-\udbff]/.test(text) ? Array.from(text) : null;
    this.length = this.points ? this.points.length : text.length;
  }

  slice(start, end) {
    return this.points ? this.points.slice(start, end).join("") : this.text.slice(start, end);
  }
}

function isRightToLeft(text) {
  for (const char of text) {
    if (RIGHT_TO_LEFT.test(char)) return true;
    if (LETTER.test(char)) return false;
  }
  return false;
}

function directionOf(text) {
  return isRightToLeft(text) ? "rtl" : "ltr";
}

// The same table the extraction is matched with; it came with the page.
function folder(table) {
  const map = new Map(Object.entries(table));
  return (text) => {
    let folded = "";
    for (const char of text) folded += map.has(char) ? map.get(char) : char;
    return folded.split(/\s+/u).filter(Boolean).join(" ");
  };
}

const SOUND = {
  ب: "b", پ: "b", ت: "t", ط: "t", ث: "t", ج: "g", غ: "g", گ: "g", ح: "", خ: "k", د: "d", ذ: "d", ض: "d", ر: "r",
  ز: "z", ظ: "z", س: "s", ص: "s", ش: "s", ف: "f", ڤ: "f", ق: "k", ك: "k", ل: "l", م: "m", ن: "n", چ: "s",
  b: "b", p: "b", t: "t", d: "d", j: "g", g: "g", k: "k", q: "k", c: "k", x: "ks", r: "r", z: "z", s: "s", f: "f",
  v: "f", l: "l", m: "m", n: "n",
};

// The consonants two scripts agree on, doubled ones once: "Blinken" and "بلينكن" are both "blnkn".
function consonants(folded) {
  const plain = folded.replace(/ck|kh|ch/g, "k").replace(/sh/g, "s").replace(/th/g, "t").replace(/dh/g, "d").replace(/gh/g, "g").replace(/ph/g, "f");
  let out = "";
  for (const char of plain) {
    const sound = SOUND[char] ?? "";
    if (sound && !out.endsWith(sound)) out += sound;
  }
  return out;
}

const ISOLATES = { rtl: "\u2067", ltr: "\u2066", end: "\u2069" };

// The direction a canvas label was given; its first word may be ours, in the other direction.
function isRightToLeftLabel(label) {
  return label.startsWith(ISOLATES.rtl);
}

// A label in lines for a canvas, each isolated from its surroundings; as ``labels.py`` does for a small page.
function brokenLabel(text, width, most, direction = directionOf(text)) {
  const words = text.slice(0, width * most * 4).replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim().split(" ");
  const rows = [];
  let row = "";
  for (const word of words) {
    const part = word.length > width ? `${word.slice(0, width - 1)}…` : word;
    if (row && row.length + 1 + part.length > width) {
      rows.push(row);
      row = part;
    } else row = row ? `${row} ${part}` : part;
  }
  rows.push(row);
  const kept = rows.slice(0, most);
  if (rows.length > most) kept[most - 1] += " …";
  const opening = ISOLATES[direction];
  return kept.map((line) => `${opening}${line}${ISOLATES.end}`).join("\n");
}
