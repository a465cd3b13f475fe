// Kiosk mode: a start screen, one session at a time, its end by the person or by idleness, and nothing that leads away.
//
// `zhichengKiosk.start(file)` begins it before the application runs. `file` is what `kiosk.json` or the settings of the
// one-file edition say: `{ "kiosk": true, "idle": 120, "countdown": 20, "place": "…" }`, times in seconds; what it does
// not say may stand in the address, as in `?kiosk&idle=60`. What is no sensible value counts as not said.
//
// It knows of the application: `data-ready` and `data-failed` on the root element; the buttons `save-draft` and
// `download`; the addresses `#/start` and `#/package`. The application knows of it: `data-kiosk` on the root element.

globalThis.zhichengKiosk = (() => {
  // Least, most and usual number of seconds.
  const LIMITS = { idle: [5, 3600, 120], countdown: [3, 300, 20] };
  const LONGEST_PLACE = 40;
  const TICK = 250;
  const TOUCHES = ["pointerdown", "keydown", "wheel", "touchmove", "input"];
  const root = document.documentElement;

  let settings;
  let state = "waiting"; // waiting, used, warned, wiping
  let touched = 0; // When the person did something last.
  let slept = 0; // The same by the clock of the day, which goes on while the machine sleeps.
  let deadline = 0;
  let warning;
  let count;

  const now = () => performance.now() / 1000;

  function start(file) {
    root.dataset.kiosk = "true";
    const address = new URLSearchParams(location.search);
    settings = settled(file, address);
    kioskWipe.track();
    const isOwn = Boolean(file.kiosk);
    if (isOwn) kioskWipe.stored();
    guard();
    kioskPad.install();
    document.body.append(bar());
    invite(kioskWipe.receipt(), isOwn);
    for (const event of TOUCHES) addEventListener(event, touch, { capture: true, passive: event !== "keydown" });
    // A browser may keep a page whole that was left, and show it to whoever goes back.
    addEventListener("pagehide", () => { root.dataset.kioskAway = "true"; });
    addEventListener("pageshow", ({ persisted }) => {
      delete root.dataset.kioskAway;
      if (persisted && state !== "waiting") wipe("back");
    });
    setInterval(tick, TICK);
  }

  function settled(file, address) {
    const number = (key) => {
      const [least, most, usual] = LIMITS[key];
      const given = Number(file[key] ?? address.get(key) ?? usual);
      return given >= least && given <= most ? Math.round(given) : usual;
    };
    const place = file.place ?? address.get("place") ?? "";
    return { idle: number("idle"), countdown: number("countdown"), place: String(place).slice(0, LONGEST_PLACE) };
  }

  function element(tag, className, text = "", attributes = {}) {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }

  function button(text, className, onClick) {
    const made = element("button", `button ${className}`, text, { type: "button" });
    made.addEventListener("click", onClick);
    return made;
  }

  function dialog(className, title, ...parts) {
    const made = element("dialog", `kiosk-dialog ${className}`, "", { "aria-label": title });
    made.append(element("h2", "kiosk-dialog__title", title), ...parts);
    document.body.append(made);
    made.showModal();
    return made;
  }

  // --- The start screen -------------------------------------------------------------------------------------------

  async function invite(receipt, isOwn) {
    const go = button(KIOSK_WORDS.loading, "button--primary kiosk-start__go", () => {});
    const points = element("ul", "kiosk-start__points");
    for (const point of KIOSK_WORDS.points(settings.idle)) points.append(element("li", "", point));
    const parts = [element("p", "kiosk-start__about", KIOSK_WORDS.about), go, points];
    if (settings.place) parts.unshift(element("p", "kiosk-start__place", settings.place));
    if (receipt) parts.push(receiptOf(receipt));
    const screen = dialog("kiosk-start", KIOSK_WORDS.name, ...parts);
    const begin = () => {
      if (root.dataset.ready !== "true" || state !== "waiting") return;
      state = "used";
      mark();
      screen.remove();
      document.getElementById("main")?.focus();
    };
    screen.addEventListener("click", ({ target }) => target.closest("a") || begin());
    screen.addEventListener("cancel", (event) => { event.preventDefault(); begin(); });
    whenLoaded(() => {
      go.textContent = KIOSK_WORDS.begin;
      go.focus();
    }, () => screen.remove());
    if (!isOwn && (await kioskWipe.hasStored())) points.after(leftovers());
  }

  function whenLoaded(ready, failed) {
    const look = () => {
      if (root.dataset.failed) failed();
      else if (root.dataset.ready === "true") ready();
      else return;
      observer.disconnect();
    };
    const observer = new MutationObserver(look);
    observer.observe(root, { attributes: true, attributeFilter: ["data-ready", "data-failed"] });
    look();
  }

  function receiptOf({ cause, at, done, failed }) {
    const time = new Date(at).toLocaleTimeString("zh-CN", { hour12: false });
    const box = element("div", "kiosk-receipt", "", { role: "status" });
    const name = ([step, count]) => KIOSK_WORDS.steps[step]?.(count) ?? "";
    box.append(
      element("p", "kiosk-receipt__title", KIOSK_WORDS.wiped(time)),
      element("p", "", `${KIOSK_WORDS.causes[cause] ?? ""}${KIOSK_WORDS.cleared}${done.map(name).join("、")}。`),
    );
    if (failed.length) {
      const left = failed.map((step) => name([step, 0])).join("、");
      box.append(element("p", "kiosk-receipt__failed", `${KIOSK_WORDS.notCleared}${left}。`));
    }
    return box;
  }

  // Drafts that somebody kept on a device of their own are not cleared behind their back.
  function leftovers() {
    const box = element("div", "notice notice--warning", "", { role: "alert" });
    const way = element("a", "", KIOSK_WORDS.ordinary, { href: location.pathname, "data-ordinary": "" });
    box.append(element("p", "", KIOSK_WORDS.leftovers), way);
    return box;
  }

  // --- Idleness ---------------------------------------------------------------------------------------------------

  function mark() {
    touched = now();
    slept = Date.now();
  }

  function touch(event) {
    if (state === "used") mark();
    if (state !== "warned" || event.target.closest?.("[data-end]")) return;
    state = "used";
    mark();
    // What was touched lies below the warning: this touch is not for it.
    if (event.type === "keydown") event.preventDefault();
    if (event.type === "pointerdown") swallow();
    close();
  }

  function swallow() {
    const stop = (event) => { event.preventDefault(); event.stopPropagation(); };
    addEventListener("click", stop, { capture: true, once: true });
    setTimeout(() => removeEventListener("click", stop, { capture: true }), 400);
  }

  function close() {
    warning?.remove();
    warning = undefined;
  }

  function tick() {
    if (state === "used") {
      const idle = Math.max(now() - touched, (Date.now() - slept) / 1000);
      if (idle >= settings.idle) warn();
    } else if (state === "warned") {
      const left = Math.max(Math.ceil(deadline - now()), 0);
      count.textContent = String(left);
      if (left === 0) wipe("idle");
    }
  }

  function warn() {
    for (const open of document.querySelectorAll("dialog")) open.remove();
    state = "warned";
    deadline = now() + settings.countdown;
    count = element("p", "kiosk-warning__count", String(settings.countdown), { "aria-live": "off" });
    const ways = element("div", "kiosk-dialog__ways");
    const end = button(KIOSK_WORDS.end, "", () => wipe("button"));
    end.dataset.end = "";
    ways.append(button(KIOSK_WORDS.goOn, "button--primary", () => {}), end);
    warning = dialog("kiosk-warning", KIOSK_WORDS.warnTitle, count, element("p", "", KIOSK_WORDS.warn), ways);
    warning.setAttribute("role", "alertdialog");
  }

  // --- The end ----------------------------------------------------------------------------------------------------

  function bar() {
    const made = element("div", "kiosk-bar", "", { role: "region", "aria-label": KIOSK_WORDS.bar });
    made.append(
      element("p", "kiosk-bar__note", KIOSK_WORDS.note),
      button(KIOSK_WORDS.print, "", printPage),
      button(KIOSK_WORDS.end, "button--danger", offer),
    );
    return made;
  }

  /** What is drawn only for print is drawn first. */
  function printPage() {
    dispatchEvent(new Event("beforeprint"));
    setTimeout(() => print());
  }

  /** Offers what there is to take away, before all is cleared. */
  function offer() {
    const save = document.getElementById("save-draft");
    const sealed = document.getElementById("download");
    if (!save || save.getAttribute("aria-disabled") === "true") return wipe("button");
    const ways = element("div", "kiosk-dialog__ways");
    const told = element("p", "kiosk-dialog__told", "", { role: "status" });
    const drop = button(KIOSK_WORDS.drop, "button--danger", () => wipe("button"));
    const shut = () => asked.remove();
    const taken = () => setTimeout(() => {
      told.textContent = document.querySelector(".notice-slot")?.firstElementChild?.firstElementChild?.textContent ?? "";
      drop.textContent = KIOSK_WORDS.dropAfter;
    }, 600);
    ways.append(button(KIOSK_WORDS.saveDraft, "button--primary", () => { save.click(); taken(); }));
    ways.append(sealed
      ? button(KIOSK_WORDS.download, "button--primary", () => { sealed.click(); taken(); })
      : button(KIOSK_WORDS.seal, "", () => { shut(); location.hash = "#/package"; }));
    ways.append(button(KIOSK_WORDS.print, "", printPage), button(KIOSK_WORDS.goOn, "", shut), drop);
    const asked = dialog("kiosk-end", KIOSK_WORDS.endTitle, element("p", "", KIOSK_WORDS.endText), ways, told);
  }

  function wipe(cause) {
    if (state === "wiping") return;
    state = "wiping";
    kioskPad.hide();
    for (const open of document.querySelectorAll("dialog")) open.remove();
    const screen = dialog("kiosk-wiping", KIOSK_WORDS.wiping);
    screen.addEventListener("cancel", (event) => event.preventDefault());
    kioskWipe.everything(cause);
  }

  // --- Nothing leads away -----------------------------------------------------------------------------------------

  function guard() {
    const stop = (event) => event.preventDefault();
    addEventListener("contextmenu", stop);
    addEventListener("auxclick", stop, true);
    for (const event of ["dragover", "drop"]) addEventListener(event, (each) => each.defaultPrevented || stop(each));
    addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (!link) return;
      const isInside = link.getAttribute("href").startsWith("#");
      const isFile = link.hasAttribute("download") && link.protocol === "blob:";
      const isNewTab = event.ctrlKey || event.metaKey || event.shiftKey || (link.target && link.target !== "_self");
      if ((isInside && !isNewTab) || isFile || "ordinary" in link.dataset) return;
      stop(event);
      event.stopPropagation();
      // The way out of a failure; what there was to save has been offered there.
      if (link.getAttribute("href").startsWith("?again=")) wipe("again");
    }, true);
    window.open = () => null;
  }

  return { start };
})();
