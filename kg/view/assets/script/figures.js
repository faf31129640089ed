// Figures: what a claim counts, how high, and who else gives the same number.

// Small numbers meet by chance; one of three digits hardly does.
const LEAST_TELLING = 100;
const figures = { claimsOf: null };

function countedIn({ measures, unit }) {
  return measures ?? unit;
}

// What a claim's figures count: deaths, people, barrels.
function countedBy(claim) {
  return new Set(nodes[claim].quantities.map(countedIn).filter(Boolean));
}

// A range by its upper end, "more than" by its lower.
function amountOf({ min, max }) {
  return max ?? min;
}

// The highest of a claim's figures, of those that count ``what`` where it is given; 0 where there is none.
function highest(claim, what) {
  return Math.max(0, ...nodes[claim].quantities.filter((quantity) => !what || countedIn(quantity) === what).map(amountOf));
}

function figureKeys(claim) {
  return [...new Set(nodes[claim].quantities.filter((quantity) => amountOf(quantity) >= LEAST_TELLING).map((quantity) => `${countedIn(quantity)} ${amountOf(quantity)}`))];
}

// The other claims that give a claim's figures, whoever publishes them.
function othersWithFigure(claim) {
  if (!figures.claimsOf) {
    figures.claimsOf = new Map();
    for (const one of claimsInOrder) {
      for (const key of figureKeys(one)) {
        if (!figures.claimsOf.has(key)) figures.claimsOf.set(key, []);
        figures.claimsOf.get(key).push(one);
      }
    }
  }
  return [...new Set(figureKeys(claim).flatMap((key) => figures.claimsOf.get(key)))].filter((other) => other !== claim);
}
