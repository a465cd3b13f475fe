// The book of twenty inputs as a programmer would write it by hand; and what all completions of a candidate agree on.

import { INPUTS, ROWS } from "./candidates.js";

const ITEMS = ["a1", "a2", "a3", "a4", "a5", "a6"];
const COUNTS = ["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8"];

/** Whether a complete candidate qualifies. */
export function qualifies(who) {
  if (!who.integ || !who.assess || who.ce < 90) return false;
  if (who.sig) return true;
  let items = 0;
  for (const id of ITEMS) if (who[id]) items += 1;
  const doctor = who.edu === 3 && who.yrs >= 2;
  const other = (who.edu === 1 || who.edu === 2) && who.yrs >= 5;
  if (items >= 2 && (doctor || other)) return true;
  if (who.yrs < 3) return false;
  let score = 0;
  for (let row = 0; row < 8; row += 1) score += Math.min(ROWS[row][1], ROWS[row][0] * who[COUNTS[row]]);
  return score >= 60;
}

/** The same in the compact style of reductions over key names, as such code is often written. */
export function qualifiesCompactly(who) {
  const items = [1, 2, 3, 4, 5, 6].reduce((sum, k) => sum + (who["a" + k] ? 1 : 0), 0);
  const score = ROWS.reduce((sum, [each, cap], k) => sum + Math.min(cap, each * who["s" + (k + 1)]), 0);
  const years = (who.edu === 3 && who.yrs >= 2) || ((who.edu === 1 || who.edu === 2) && who.yrs >= 5);
  return who.integ && who.assess && who.ce >= 90 && ((years && items >= 2) || who.sig || (score >= 60 && who.yrs >= 3));
}

const MOST = { yrs: 11, ce: 999 };
const most = (id) => MOST[id] ?? (COUNTS.includes(id) ? 5 : 1);

/**
 * True or false when every completion agrees, else undefined. All inputs but degree and years can only help, so the
 * lowest and the highest values of the others decide; degree and years are tried one by one.
 */
export function agreed(partial) {
  const filled = (high) =>
    Object.fromEntries(INPUTS.map((id) => [id, partial[id] ?? (high ? most(id) : 0)]));
  const [low, high] = [filled(false), filled(true)];
  const degrees = partial.edu === undefined ? [0, 1, 2, 3] : [partial.edu];
  const years = partial.yrs === undefined ? [...Array(12).keys()] : [partial.yrs];
  const pairs = degrees.flatMap((edu) => years.map((yrs) => ({ edu, yrs })));
  if (pairs.every((pair) => qualifies({ ...low, ...pair }))) return true;
  return pairs.some((pair) => qualifies({ ...high, ...pair })) ? undefined : false;
}
