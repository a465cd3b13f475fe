// The numeric pad: for fields with `data-pad` = `number`, `decimal`, `date` or `id`.
//
// It writes as typing does, into the selection, and tells the field by an `input` event. It never listens to digits, so
// a physical keyboard and an input method work as ever. A finger on it leaves the focus in the field; the arrow down key
// goes from the field into the pad, Esc back.

const kioskPad = (() => {
  const KEYS = ["1", "2", "3", "back", "4", "5", "6", "clear", "7", "8", "9", "extra", "0", "left", "right", "done"];
  const EXTRA = { decimal: ".", date: "-", id: "X" };
  const SIGNS = { back: "⌫", left: "◀", right: "▶" };
  const COLUMNS = 4;

  let pad;
  let extra;
  let target;
  let composing = false;
  let pressing = false;

  function install() {
    pad = document.createElement("div");
    pad.className = "kiosk-pad";
    pad.hidden = true;
    pad.setAttribute("role", "region");
    pad.setAttribute("aria-label", KIOSK_WORDS.pad);
    for (const name of KEYS) pad.append(key(name));
    document.body.append(pad);
    // The focus stays in the field.
    pad.addEventListener("pointerdown", (event) => event.preventDefault());
    pad.addEventListener("mousedown", (event) => event.preventDefault());
    pad.addEventListener("keydown", move);
    addEventListener("compositionstart", () => { composing = true; }, true);
    addEventListener("compositionend", () => { composing = false; }, true);
    addEventListener("focusin", follow);
    addEventListener("pointerdown", () => { pressing = true; }, true);
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => { pressing = false; setTimeout(hideIfLeft); }, true);
    addEventListener("keydown", enter, true);
    // The field may go away under the focus, which no event tells.
    new MutationObserver(() => target && !target.isConnected && hide()).observe(document.body, { childList: true, subtree: true });
  }

  function key(name) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `kiosk-pad__key kiosk-pad__key--${/\d/.test(name) ? "digit" : name}`;
    button.textContent = SIGNS[name] ?? KIOSK_WORDS.keys[name] ?? name;
    if (SIGNS[name]) button.setAttribute("aria-label", KIOSK_WORDS.keys[name]);
    button.addEventListener("click", () => press(name === "extra" ? EXTRA[target.dataset.pad] : name));
    if (name === "extra") extra = button;
    return button;
  }

  function follow({ target: element }) {
    if (pad.contains(element)) return;
    if (!element.dataset?.pad) {
      target = undefined;
      // The pad goes when what was pressed has its click: going makes the page shorter, and what is under the finger moves.
      if (!pressing) setTimeout(hideIfLeft);
      return;
    }
    target = element;
    const sign = EXTRA[target.dataset.pad];
    extra.hidden = !sign;
    extra.textContent = sign ?? "";
    pad.hidden = false;
    document.documentElement.dataset.padOpen = "true";
    target.scrollIntoView({ block: "center" });
  }

  function hideIfLeft() {
    if (!target && !pressing && !pad.hidden) hide();
  }

  function hide() {
    target = undefined;
    pad.hidden = true;
    delete document.documentElement.dataset.padOpen;
  }

  function press(name) {
    if (!target) return;
    // What is being composed is taken as it stands.
    if (composing) {
      target.blur();
      target.focus();
    }
    const { selectionStart: from, selectionEnd: to, value } = target;
    const isEmpty = from === to;
    switch (name) {
      case "back": return isEmpty && from === 0 ? undefined : write("", isEmpty ? from - 1 : from, to, "deleteContentBackward");
      case "clear": return write("", 0, value.length, "deleteContent");
      case "left": return at(Math.max(isEmpty ? from - 1 : from, 0));
      case "right": return at(Math.min(isEmpty ? to + 1 : to, value.length));
      case "done": return leave();
      default: return write(name, from, to, "insertText");
    }
  }

  function write(text, from, to, inputType) {
    target.setRangeText(text, from, to, "end");
    target.dispatchEvent(new InputEvent("input", { bubbles: true, data: text || null, inputType }));
  }

  function at(place) {
    target.setSelectionRange(place, place);
  }

  function leave() {
    const field = target;
    field.focus();
    field.blur();
    hide();
  }

  // From the field into the pad; candidates of an input method are chosen by the same key.
  function enter(event) {
    const isPlain = !event.isComposing && !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
    if (event.key !== "ArrowDown" || !isPlain || pad.hidden || event.target !== target) return;
    event.preventDefault();
    pad.firstElementChild.focus();
  }

  function move(event) {
    const keys = [...pad.children].filter((each) => !each.hidden);
    const here = keys.indexOf(document.activeElement);
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -COLUMNS, ArrowDown: COLUMNS }[event.key];
    if (event.key === "Escape") target?.focus();
    else if (step) keys[here + step]?.focus();
    else return;
    event.preventDefault();
  }

  return { install, hide };
})();
