// The book of twenty inputs in the words of other rule engines. Each gives a function from candidate to true, false or
// undefined (open).

import { ZenEngine } from "@gorules/zen-engine";
import { evaluate } from "feelin";
import { Engine as JsonRules } from "json-rules-engine";
import Publicodes from "publicodes";

import { INPUTS, ROWS } from "./candidates.js";

const ITEMS = [1, 2, 3, 4, 5, 6].map((k) => `a${k}`);

export function publicodes() {
  const rules = Object.fromEntries(INPUTS.map((id) => [id, { question: id }]));
  for (const id of ITEMS) rules[`n ${id}`] = { variations: [{ si: id, alors: 1 }, { sinon: 0 }] };
  ROWS.forEach(([each, cap], k) => {
    rules[`points ${k + 1}`] = { valeur: `${each} * s${k + 1}`, plafond: cap };
  });
  rules.items = { somme: ITEMS.map((id) => `n ${id}`) };
  rules.score = { somme: ROWS.map((_, k) => `points ${k + 1}`) };
  const all = (...parts) => ({ "toutes ces conditions": parts });
  const any = (...parts) => ({ "une de ces conditions": parts });
  rules.gates = all("integ", "assess", "ce >= 90");
  rules.degree = any(all("edu = 3", "yrs >= 2"), all(any("edu = 1", "edu = 2"), "yrs >= 5"));
  rules.regular = all("degree", "items >= 2");
  rules.scored = all("score >= 60", "yrs >= 3");
  rules.qualifies = all("gates", any("regular", "sig", "scored"));
  const logger = { log() {}, warn() {}, error() {} };
  const engine = new Publicodes(rules, { logger });
  return (who) => {
    const said = Object.entries(who).map(([id, value]) => [id, typeof value === "boolean" ? (value ? "oui" : "non") : value]);
    engine.setSituation(Object.fromEntries(said));
    const found = engine.evaluate("qualifies").nodeValue;
    return found === undefined ? undefined : Boolean(found);
  };
}

export function feelin() {
  const items = ITEMS.map((id) => `(if ${id} = null then null else if ${id} then 1 else 0)`).join(" + ");
  const score = ROWS.map(([each, cap], k) => `min(${cap}, ${each} * s${k + 1})`).join(" + ");
  const text = `integ and assess and ce >= 90 and ((((edu = 3 and yrs >= 2) or ((edu = 1 or edu = 2) and yrs >= 5))
    and (${items}) >= 2) or sig or ((${score}) >= 60 and yrs >= 3))`;
  return (who) => {
    const context = Object.fromEntries(INPUTS.map((id) => [id, who[id] ?? null]));
    const found = evaluate(text, context);
    const value = found && typeof found === "object" && "value" in found ? found.value : found;
    return value === null ? undefined : Boolean(value);
  };
}

export function jsonRulesEngine() {
  const engine = new JsonRules([], { allowUndefinedFacts: true });
  const is = (fact, value) => ({ fact, operator: "equal", value });
  const atLeast = (fact, value) => ({ fact, operator: "greaterThanInclusive", value });
  engine.addFact("items", async (_, facts) => {
    let sum = 0;
    for (const id of ITEMS) if (await facts.factValue(id)) sum += 1;
    return sum;
  });
  engine.addFact("score", async (_, facts) => {
    let sum = 0;
    for (const [k, [each, cap]] of ROWS.entries()) sum += Math.min(cap, each * ((await facts.factValue(`s${k + 1}`)) || 0));
    return sum;
  });
  const degree = {
    any: [
      { all: [is("edu", 3), atLeast("yrs", 2)] },
      { all: [{ any: [is("edu", 1), is("edu", 2)] }, atLeast("yrs", 5)] },
    ],
  };
  const routes = [
    { all: [degree, atLeast("items", 2)] },
    is("sig", true),
    { all: [atLeast("score", 60), atLeast("yrs", 3)] },
  ];
  const gates = [is("integ", true), is("assess", true), atLeast("ce", 90)];
  engine.addRule({ conditions: { all: [...gates, { any: routes }] }, event: { type: "qualifies" } });
  return async (who) => (await engine.run(who)).events.length > 0;
}

export function zen() {
  const items = ITEMS.map((id) => `(${id} ? 1 : 0)`).join(" + ");
  const score = ROWS.map(([each, cap], k) => `min([${cap}, ${each} * s${k + 1}])`).join(" + ");
  const value = `integ and assess and ce >= 90 and ((((edu == 3 and yrs >= 2) or ((edu == 1 or edu == 2) and yrs >= 5))
    and (${items}) >= 2) or sig or ((${score}) >= 60 and yrs >= 3))`;
  const position = { x: 0, y: 0 };
  const expressions = [{ id: "k", key: "qualifies", value }];
  const graph = {
    nodes: [
      { id: "in", type: "inputNode", name: "in", position },
      { id: "of", type: "expressionNode", name: "of", position, content: { expressions, passThrough: false } },
      { id: "out", type: "outputNode", name: "out", position },
    ],
    edges: [
      { id: "1", sourceId: "in", targetId: "of", type: "edge" },
      { id: "2", sourceId: "of", targetId: "out", type: "edge" },
    ],
  };
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph)));
  return async (who) => {
    try {
      return Boolean((await decision.evaluate(who)).result.qualifies);
    } catch {
      // It has no value for what is missing, and says so by an error.
      return undefined;
    }
  };
}
