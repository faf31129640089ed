// Focus: where the keyboard is, kept while the page is redrawn under it.

const NAMED_BY = ["view", "kind", "filter", "sort", "step"];

// How the successor of an element is found: by its own id, or by its data within what has one.
function successorOf(held, frame) {
  if (held.id) return `#${CSS.escape(held.id)}`;
  const name = NAMED_BY.find((one) => one in held.dataset);
  return name ? `#${frame.id} [data-${name}="${CSS.escape(held.dataset[name])}"]:not(:disabled)` : `#${frame.id}`;
}

// What is redrawn takes the focused element with it: its successor gets the focus, else what it stood in.
function keepingFocus(redraw) {
  const held = document.activeElement;
  const frame = held?.parentElement?.closest("[id]");
  redraw();
  if (!frame || held.isConnected) return;
  for (const next of [document.querySelector(successorOf(held, frame)), frame, ...frame.querySelectorAll("select, button, summary")]) {
    next?.focus({ preventScroll: true });
    if (next && document.activeElement === next) return;
  }
}

// From the evidence back to where it was opened.
function leaveEvidence() {
  const claim = state.focus;
  const isInside = byId("panel").contains(document.activeElement) || document.activeElement === document.body;
  change({ focus: -1 });
  if (!isInside) return;
  const origins = { map: "#canvas", claims: `#table .open[data-claim="${claim}"]`, reader: "#reader article" };
  document.querySelector(origins[state.view])?.focus({ preventScroll: true });
}
