// Picture: the map as it is seen, as PNG, or all that is shown of it, as SVG with text that stays text.

function savePng() {
  const from = isOverviewShown() ? overview.canvas : byId("canvas").querySelector("canvas");
  const sheet = element("canvas", { width: from.width, height: from.height });
  const context = sheet.getContext("2d");
  context.fillStyle = graph.palette.paper;
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.drawImage(from, 0, 0);
  sheet.toBlob((blob) => download(blob, "map.png"), "image/png");
}

function saveSvg() {
  const source = new XMLSerializer().serializeToString(mapAsSvg());
  download(new Blob([source], { type: "image/svg+xml" }), "map.svg");
}

function mapAsSvg() {
  const shown = [...graph.members.keys()].filter((node) => !isOffCanvas(node));
  const boxes = new Map(shown.map((node) => [node, boundsOf(node)]));
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes.values()) {
    [left, top] = [Math.min(left, box.left - 60), Math.min(top, box.top - 40)];
    [right, bottom] = [Math.max(right, box.right + 60), Math.max(bottom, box.bottom + 40)];
  }
  const root = drawing("svg", { xmlns: SVG, viewBox: `${left} ${top} ${right - left} ${bottom - top}`, width: right - left, height: bottom - top, "font-family": graph.face, "font-size": 14 });
  root.append(drawing("rect", { x: left, y: top, width: right - left, height: bottom - top, fill: graph.palette.paper }));
  for (const one of graph.edges.get()) if (!one.hidden && boxes.has(one.from) && boxes.has(one.to)) root.append(edgeAsSvg(one));
  for (const bow of bows) if (boxes.has(bow.from) && boxes.has(bow.to)) root.append(bowAsSvg(bow, boxes.get(bow.from), boxes.get(bow.to)));
  for (const node of shown) root.append(nodeAsSvg(node, boxes.get(node)));
  return root;
}

function edgeAsSvg({ from, to, color, width, dashes }) {
  const [a, b] = [from, to].map((node) => graph.network.getPosition(node));
  const middle = (a.x + b.x) / 2;
  return drawing("path", { d: `M${a.x} ${a.y}C${middle} ${a.y} ${middle} ${b.y} ${b.x} ${b.y}`, fill: "none", stroke: color.color, "stroke-opacity": color.opacity, "stroke-width": width, "stroke-dasharray": dashes ? dashes.join(" ") : null });
}

function bowAsSvg(bow, from, to) {
  const { colour, width } = BOWS[bow.role];
  const { start, reach, top, bottom } = bowShape(bow, from, to);
  return drawing("path", { d: `M${start} ${top}C${reach} ${top} ${reach} ${bottom} ${start} ${bottom}`, fill: "none", stroke: graph.palette[colour], "stroke-width": width });
}

function nodeAsSvg(node, box) {
  const { kind } = nodes[node];
  const look = graph.nodes.get(node);
  const { x, y } = graph.network.getPosition(node);
  const rows = look.label.split("\n");
  const isBox = kind in BOX_WIDTH;
  const right = isRightToLeftLabel(look.label);
  const paint = { fill: look.color.background, stroke: look.color.border, "stroke-width": look.borderWidth, "stroke-dasharray": look.shapeProperties.borderDashes ? look.shapeProperties.borderDashes.join(" ") : null };
  const shape = isBox
    ? drawing("rect", { x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top, rx: look.shapeProperties.borderRadius, ...paint })
    : drawing("path", { d: SYMBOLS[kind], transform: `translate(${x - 15} ${y - 15}) scale(1.5)`, ...paint });
  const at = isBox ? (right ? box.right - 11 : box.left + 11) : x;
  const first = isBox ? box.top + 7 + BOX_LINE * 0.72 : y + 32;
  const lines = rows.map((row, place) => drawing("tspan", { x: at, y: first + place * BOX_LINE }, row));
  return drawing("g", { opacity: look.opacity }, shape, drawing("text", { fill: graph.palette.ink, direction: right ? "rtl" : "ltr", "text-anchor": isBox ? "start" : "middle" }, lines));
}
