// The first screen before the application is there: shows the one that the build has put into the page, answers its
// question, remembers what is pressed, and hands all that over to the application when it has drawn its own.
//
// It runs before the first paint and decides from the address and from what this browser keeps. Whoever was here
// before, comes by a link to a screen or sits at a kiosk sees the words of `#boot`, since the application will show
// something else. In the one-file edition it comes with the screen.
//
// `data-first` on the root element shows the screen; `data-waiting` says that something was pressed that the
// application has to do.

globalThis.zhichengFirst = (() => {
  const root = document.documentElement;
  const LOOKS = ["text", "theme", "contrast"];
  // Where `src/app/src/platform/storage/look.rs` keeps the looks, and `keep.js` that there are drafts.
  const LOOK = "zhicheng.look.";
  const USED = "zhicheng.used";
  // What can have the focus or be pressed, in the order of the page.
  const CONTROLS = "a[href], button, input, summary, [tabindex]";

  const parts = {}; // What the screen shows for each answer, as far as it was shown.
  const pressed = [];
  let first; // The screen.
  let focused; // What has the focus in it.

  const controls = (within) => [...within.querySelectorAll(CONTROLS)];

  /** Decides; `year` is that of the screen in the page, none when there is no screen. */
  function decide(year) {
    const { looks, used } = kept();
    for (const [key, value] of looks) root.setAttribute(`data-${key}`, value);
    const isStart = /^(#(\/start)?)?$/.test(location.hash);
    const isKiosk = new URLSearchParams(location.search).has("kiosk") || history.state?.kioskReceipt;
    if (!year || !isStart || isKiosk || used || looks.length > 0) return;
    const now = String(new Date().getFullYear());
    if (now === year) root.dataset.first = "";
    if (document.getElementById("first")) begin(now, year);
    else document.addEventListener("DOMContentLoaded", () => begin(now, year));
  }

  /** What this browser keeps: the looks that were chosen, and whether there are drafts. */
  function kept() {
    try {
      const looks = LOOKS.map((key) => [key, localStorage.getItem(LOOK + key)]);
      return { looks: looks.filter(([, value]) => value !== null), used: localStorage.getItem(USED) !== null };
    } catch {
      return { looks: [], used: false };
    }
  }

  function begin(now, year) {
    first = document.getElementById("first");
    if (now !== year) {
      const other = document.querySelector(`template[data-year="${now}"]`);
      // Built too long ago, or by a clock that is wrong.
      if (!other) return;
      first.replaceChildren(other.content);
      root.dataset.first = "";
    }
    for (const event of ["click", "change", "focusin", "focusout"]) first.addEventListener(event, follow);
    const observer = new MutationObserver(() => {
      observer.disconnect();
      handOver();
    });
    observer.observe(root, { attributes: true, attributeFilter: ["data-ready", "data-failed"] });
  }

  function follow(event) {
    const { type, target } = event;
    if (type === "focusin") focused = target;
    else if (type === "focusout") queueMicrotask(() => { if (first.isConnected && focused === target) focused = undefined; });
    else if (type === "click") press(event);
    else if (target.name === "who") show(target.value);
    else if (target.type === "file") wait();
  }

  /** Buttons and links are pressed anew when the application is there; other ways lead away from it. */
  function press(event) {
    const control = event.target.closest("button, a");
    if (!control || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (control.ariaDisabled === "true" || control.hash === "#/office") return;
    event.preventDefault();
    if (control.hash === "#main") return document.getElementById("main").focus();
    pressed.push(control);
    wait();
  }

  /** Shows what there is for whoever says so. */
  function show(who) {
    const part = document.getElementById("who").nextElementSibling;
    parts[part.dataset.who ?? "applicant"] ??= [...part.childNodes];
    parts[who] ??= [...document.querySelector(`template[data-who="${who}"]`).content.childNodes];
    part.dataset.who = who;
    part.replaceChildren(...parts[who]);
  }

  /** When what is there is painted. A page that is not seen is not, and nobody waits for it. */
  async function painted() {
    if (document.hidden) return;
    const frame = new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
    await Promise.race([frame, new Promise((resolve) => { setTimeout(resolve, 500); })]);
  }

  /** The next moment in which the browser has done what waits for it. */
  const breath = () => new Promise((resolve) => { setTimeout(resolve); });

  /** Says that the application is still on its way. */
  function wait() {
    if (root.dataset.waiting !== undefined) return;
    root.dataset.waiting = "";
    // A status is read aloud when its words change.
    const status = document.getElementById("boot");
    const words = status.textContent;
    status.textContent = "";
    setTimeout(() => { status.textContent = words; }, 100);
  }

  /** Does in the application's screen what was done in the first one, before that is painted. */
  async function handOver() {
    delete root.dataset.first;
    delete root.dataset.waiting;
    const place = document.getElementById("app");
    // It shows another screen when the person has gone to one meanwhile, or could not start.
    if (root.dataset.ready !== "true" || !place.querySelector("#who")) return;
    const former = controls(first);
    const scroll = scrollY;
    for (const { name, value } of former.filter((each) => each.type === "radio" && each.checked)) {
      const choice = place.querySelector(`input[name="${name}"][value="${value}"]`);
      if (choice && !choice.checked) choice.click();
    }
    // What follows from an answer is drawn right behind this.
    await Promise.resolve();
    const now = controls(place);
    const folds = place.querySelectorAll("details");
    first.querySelectorAll("details").forEach((each, at) => { if (each.open && folds[at]) folds[at].open = true; });
    now[former.indexOf(focused)]?.focus({ preventScroll: true });
    if (scroll > 0) scrollTo({ top: scroll, behavior: "instant" });
    former.forEach(({ files }, at) => {
      if (!files?.length) return;
      now[at].files = files;
      now[at].dispatchEvent(new Event("change", { bubbles: true }));
    });
    for (const control of pressed) now[former.indexOf(control)]?.click();
  }

  return { decide, painted, breath };
})();

zhichengFirst.decide(document.querySelector('meta[name="first"]')?.content);
