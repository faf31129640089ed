// Beyond: how many of the articles are in view, and where the others are.

function drawBeyond() {
  const own = byId("beyond");
  const text = isOverviewShown() || state.focus >= 0 ? "" : beyondText();
  own.hidden = !text;
  if (own.textContent !== text) own.textContent = text;
}

function beyondText() {
  const canvas = byId("canvas");
  const { x: left, y: top } = graph.network.DOMtoCanvas({ x: 0, y: 0 });
  const { x: right, y: bottom } = graph.network.DOMtoCanvas({ x: canvas.clientWidth, y: canvas.clientHeight });
  const places = articles.filter(({ node }) => graph.members.has(node) && !isOffCanvas(node)).map(({ node }) => graph.network.getPosition(node));
  const sides = [["↑", ({ y }) => y < top], ["↓", ({ y }) => y > bottom], ["←", ({ x }) => x < left], ["→", ({ x }) => x > right]];
  const arrows = sides.filter(([, isBeyond]) => places.some(isBeyond)).map(([arrow]) => arrow);
  const inside = places.filter((place) => !sides.some(([, isBeyond]) => isBeyond(place))).length;
  return arrows.length ? `${inside} ${t("of")} ${places.length} ${t("inView")} ${arrows.join(" ")}` : "";
}
