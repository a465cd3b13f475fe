// The candidates of the book of twenty inputs, drawn by the same sequence as `tests/peers` draws them.

/** Mulberry32, begun at a fixed seed: numbers of 2^32 parts. */
function sequence() {
  let state = 20261123;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const YES_NO = ["integ", "assess", "sig", "a1", "a2", "a3", "a4", "a5", "a6"];

/** Input, and how often it is yes or how many values it has, in the order in which they are drawn. */
const DRAWN = [
  ["integ", 0.95], ["assess", 0.9], ["edu", 4], ["yrs", 12], ["ce", 160], ["sig", 0.05],
  ...[1, 2, 3, 4, 5, 6].map((k) => [`a${k}`, 0.22]),
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((k) => [`s${k}`, 6]),
];

export const INPUTS = DRAWN.map(([id]) => id);

/** Points for one item, and the most that the row gives, by row. */
export const ROWS = [[3, 9], [5, 15], [8, 16], [4, 12], [6, 12], [2, 6], [10, 20], [7, 14]];

/** 10,000 complete candidates, and the same with a quarter of the answers missing. */
export function candidates() {
  const next = sequence();
  const draw = ([id, of]) => [id, YES_NO.includes(id) ? next() < of : Math.floor(next() * of)];
  const complete = Array.from({ length: 10_000 }, () => Object.fromEntries(DRAWN.map(draw)));
  const partial = complete.map((whole) => Object.fromEntries(Object.entries(whole).filter(() => next() >= 0.25)));
  return { complete, partial: partial.slice(0, 2_000) };
}
