// Times and judges rule engines on the same candidates: `node main.js NATIVE.json WASM.js`.
//
// NATIVE.json holds what the native benchmark measured a moment before; WASM.js is the module that wasm-bindgen made.
// Times are of the processor, per candidate, the least of several turns.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

import { agreed, qualifies, qualifiesCompactly } from "./by_hand.js";
import { candidates } from "./candidates.js";
import { feelin, jsonRulesEngine, publicodes, zen } from "./contenders.js";

const [nativePath, wasmPath] = process.argv.slice(2);
const { complete, partial } = candidates();
const truth = complete.map(qualifies).map(Boolean);
const exact = partial.map(agreed);

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** Microseconds of the processor that `act` takes, by one of `count` things, the least of some turns. */
async function timed(count, turns, act) {
  let least = Infinity;
  for (let turn = 0; turn < turns; turn += 1) {
    const start = cpu();
    await act();
    least = Math.min(least, (cpu() - start) / count);
  }
  return least;
}

/** How verdicts on complete and partial candidates compare with the truth. */
function judged(found, foundPartial) {
  const count = (list) => list.filter(Boolean).length;
  return {
    agree: `${count(found.map((value, at) => value === truth[at]))}/${found.length}`,
    right: count(foundPartial.map((value, at) => value === exact[at])),
    open: count(foundPartial.map((value, at) => value === undefined && exact[at] !== undefined)),
    over: count(foundPartial.map((value, at) => value !== undefined && value !== exact[at])),
  };
}

/** A contender that judges one candidate after another. */
async function contender(name, judge, { some, turns }) {
  const first = complete.slice(0, some);
  for (const who of first.slice(0, 100)) await judge(who);
  let found = [];
  const us = await timed(some, turns, async () => {
    found = [];
    for (const who of first) found.push(await judge(who));
  });
  let foundPartial = [];
  const usPartial = await timed(partial.length, 1, async () => {
    for (const who of partial) foundPartial.push(await judge(who));
  });
  return { name, us, usPartial, ...judged(found, foundPartial) };
}

/** Hand-written code, a tight loop without promises; it does not know what to do without an answer. */
async function byHand(name, judge) {
  let met = 0;
  const all = () => {
    for (const who of complete) if (judge(who)) met += 1;
  };
  for (let round = 0; round < 20; round += 1) all();
  const us = await timed(complete.length * 10, 7, () => {
    for (let round = 0; round < 10; round += 1) all();
  });
  if (met === 0) throw new Error("nobody qualifies");
  return { name, us, usPartial: undefined, ...judged(complete.map(judge).map(Boolean), []) };
}

const VERDICTS = { 0: false, 1: undefined, 2: true };

async function ourWasm() {
  const module = await import(pathToFileURL(wasmPath).href);
  const ours = module.default ?? module;
  const bench = new ours.Bench();
  const turn = async (act, count, rounds) => {
    for (let round = 0; round < rounds; round += 1) act();
    return timed(count * rounds, 7, () => {
      for (let round = 0; round < rounds; round += 1) act();
    });
  };
  const us = await turn(() => bench.complete(), complete.length, 10);
  const usPartial = await turn(() => bench.partial(), partial.length, 10);
  const verdicts = (codes) => Array.from(codes, (code) => VERDICTS[code]);
  const found = judged(verdicts(bench.complete_verdicts()), verdicts(bench.partial_verdicts()));
  return { name: "ours, WebAssembly", us, usPartial, ...found };
}

function ourNative() {
  const { us, usPartial, found, foundPartial } = JSON.parse(readFileSync(nativePath, "utf8"));
  const verdicts = (codes) => Array.from(codes, (code) => VERDICTS[code]);
  return { name: "ours, native", us, usPartial, ...judged(verdicts(found), verdicts(foundPartial)) };
}

const results = [
  ourNative(),
  await ourWasm(),
  await byHand("JavaScript by hand", qualifies),
  await byHand("JavaScript, compact", qualifiesCompactly),
  await contender("zen-engine 0.54.0", zen(), { some: 5_000, turns: 2 }),
  await contender("json-rules-engine 7.3.1", jsonRulesEngine(), { some: 5_000, turns: 2 }),
  await contender("publicodes 1.10.3", publicodes(), { some: 1_000, turns: 2 }),
  await contender("feelin 8.2.0", feelin(), { some: 500, turns: 2 }),
];
const cell = (value, digits) => (value === undefined ? "–" : value.toFixed(digits));
console.log("contender                 µs complete   ratio   agree          µs partial  right   needlessly open  overclaimed");
for (const { name, us, usPartial, agree, right, open, over } of results) {
  const partly = usPartial === undefined ? ["–", "–", "–"] : [right, open, over].map(String);
  console.log(
    [
      name.padEnd(25), cell(us, 3).padStart(11), cell(us / results[0].us, 1).padStart(7), agree.padStart(14),
      cell(usPartial, 2).padStart(12), partly[0].padStart(6), partly[1].padStart(16), partly[2].padStart(12),
    ].join(" "),
  );
}
