// The application as a screen reader has it: Chromium's own accessibility tree, by roles and names, and nothing else.
//
// A reader finds things by role and name, activates them, and types where the focus is. It hears what is put into live
// regions: `heard()` gives that since it was asked last, in order, and says when something was put there that would be
// read twice, or that no reader reads, because the region came with it.
import { expect } from "@playwright/test";

/** The names of Chromium for roles, where they are not those of ARIA. */
const ROLES = { summary: "DisclosureTriangle", text: "StaticText", page: "RootWebArea" };

export async function reader(page) {
  await page.addInitScript(listen);
  const session = await page.context().newCDPSession(page);
  await session.send("Accessibility.enable");
  await session.send("DOM.enable");
  return new Reader(page, session);
}

class Reader {
  constructor(page, session) {
    this.page = page;
    this.session = session;
  }

  /** Everything that is not hidden from a reader, in reading order: `{ role, name, value, level, depth, id, within }`. */
  async tree() {
    await this.session.send("DOM.getDocument", { depth: 0 });
    const { nodes } = await this.session.send("Accessibility.getFullAXTree");
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const told = [];
    const walk = (id, within) => {
      const node = byId.get(id);
      if (!node) return;
      let inside = within;
      if (!node.ignored) {
        const property = (name) => node.properties?.find((each) => each.name === name)?.value.value;
        const one = {
          role: node.role?.value, name: node.name?.value ?? "", value: node.value?.value,
          description: node.description?.value ?? "", level: property("level"), focused: property("focused") === true,
          checked: property("checked"), expanded: property("expanded"), invalid: property("invalid"),
          id: node.backendDOMNodeId, within,
        };
        told.push(one);
        inside = [...within, one];
      }
      for (const child of node.childIds ?? []) walk(child, inside);
    };
    walk(nodes[0].nodeId, []);
    return told;
  }

  /** All things of a role and name; `within` is such a pair itself. */
  async all(role, name, within) {
    const fits = (node, [role, name]) => {
      const known = ROLES[role] ?? role;
      return node.role === known && (name === undefined || (name instanceof RegExp ? name.test(node.name) : node.name === name));
    };
    const found = (await this.tree()).filter((node) => fits(node, [role, name]));
    return within ? found.filter((node) => node.within.some((each) => fits(each, within))) : found;
  }

  /** The one thing of a role and name. */
  async one(role, name, within) {
    let found = [];
    const what = `${role} “${name}”${within ? ` in ${within}` : ""}`;
    await expect(async () => {
      found = await this.all(role, name, within);
      expect(found.map((node) => node.name), what).toHaveLength(1);
    }).toPass({ timeout: 15_000 });
    return found[0];
  }

  /** Does what a thing is there for. */
  async press(role, name, within) {
    const { id } = await this.one(role, name, within);
    await this.#call(id, "function () { this.focus?.(); this.click(); }");
  }

  /** Types into a field, in place of what is there, and goes on. */
  async type(name, text) {
    const { id } = await this.one("textbox", name);
    await this.session.send("DOM.focus", { backendNodeId: id });
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Tab");
  }

  /** Chooses in a group; a choice's name is followed by its explanation. */
  async choose(group, choice) {
    await this.press("radio", choice, ["group", group]);
  }

  /** Gives files to the button that asks for them. */
  async give(name, files, within) {
    const { id } = await this.one("button", name, within);
    await this.session.send("DOM.setFileInputFiles", { backendNodeId: id, files });
  }

  /** Waits until the heading of a screen has the focus, as it has when the screen arrives. */
  async arrives(title) {
    await expect(async () => {
      const [heading] = await this.all("heading", title);
      expect(heading, `the heading “${title}”`).toMatchObject({ level: 1, focused: true });
    }).toPass({ timeout: 15_000 });
  }

  /** Forgets what was said so far: a page that has just been opened is read from its top. */
  async begin() {
    await this.page.evaluate(() => globalThis.hearing.take());
  }

  /** What was said since this was asked last. */
  async heard() {
    // What is drawn now is said a moment later.
    await this.page.evaluate(() => new Promise((after) => { requestAnimationFrame(() => setTimeout(after, 60)); }));
    const { said, faults } = await this.page.evaluate(() => globalThis.hearing.take());
    expect(faults, "what is said twice, or lost").toEqual([]);
    return said;
  }

  async #call(id, functionDeclaration) {
    const { object } = await this.session.send("DOM.resolveNode", { backendNodeId: id });
    await this.session.send("Runtime.callFunctionOn", { objectId: object.objectId, functionDeclaration, userGesture: true });
  }
}

/** Runs in the page before all else. */
function listen() {
  const LIVE = "[aria-live]:not([aria-live='off']), [role='status'], [role='alert']";
  const said = [];
  const faults = [];
  const last = new WeakMap();
  // Regions that have just come: what stands in them came with them.
  let fresh = new WeakSet();
  const text = (region) => region.innerText.replace(/\s+/g, " ").trim();
  const shown = (region) => region.isConnected && region.checkVisibility();
  let touched = new Set();

  function settle() {
    const words = [];
    for (const region of touched) {
      if (!shown(region)) continue;
      const now = text(region);
      const before = last.get(region) ?? "";
      last.set(region, now);
      if (now === "" || (fresh.has(region) && now === before)) continue;
      // Drawn anew without a change: a reader says it again.
      if (now === before) faults.push(`again: ${now}`);
      if (region.parentElement?.closest(LIVE)) faults.push(`a region within a region: ${now}`);
      words.push(now);
    }
    touched = new Set();
    fresh = new WeakSet();
    for (const word of words) {
      if (words.filter((other) => other === word).length > 1) faults.push(`twice: ${word}`);
      said.push(word);
    }
  }

  function note(node) {
    const region = node.closest?.(LIVE);
    if (!region) return;
    if (touched.size === 0) requestAnimationFrame(() => setTimeout(settle));
    touched.add(region);
  }

  /** The regions in what was added; parents may be there before their children. */
  function came(nodes) {
    const elements = nodes.filter((node) => node.nodeType === 1 && node.isConnected);
    const within = (selector) => elements.flatMap((node) => [...(node.matches(selector) ? [node] : []), ...node.querySelectorAll(selector)]);
    // Where a whole screen came, the focus goes to its heading, and it is read from there.
    const arrived = within("h1").length > 0;
    for (const region of new Set(within(LIVE))) {
      const now = text(region);
      last.set(region, now);
      fresh.add(region);
      // Most readers say nothing of a region that comes with its words, except of an alert.
      if (now && region.getAttribute("role") !== "alert" && !arrived) faults.push(`lost: ${now}`);
    }
  }

  new MutationObserver((records) => {
    came(records.flatMap(({ addedNodes }) => [...addedNodes]));
    for (const { type, target } of records) note(type === "characterData" ? target.parentElement : target);
  }).observe(document, { childList: true, characterData: true, subtree: true });
  globalThis.hearing = { take: () => ({ said: said.splice(0), faults: faults.splice(0) }) };
}
