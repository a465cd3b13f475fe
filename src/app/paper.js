// Prints the form as the package holds it. `src/app/src/platform/paper.rs` is the only caller. A classic script that
// imports nothing, so that it can stand in a page that is opened from a file.
//
// No frame and no other page: telephones print the page that is shown. The form stands in a shadow root, so that its
// style and that of the application do not meet; its rules about pages stand in the page, where alone they count.
// Style sheets made by a script need no leave of the content policy.

globalThis.zhichengPaper = {
  /** Prints a form, which is an HTML file of ours. False where the browser cannot. */
  print(form) {
    const part = (tag) => form.slice(form.indexOf(`<${tag}>`) + tag.length + 2, form.lastIndexOf(`</${tag}>`));
    const sheet = (text) => { const made = new CSSStyleSheet(); made.replaceSync(text); return made; };
    const rules = part("style");
    // One rule a line, as it is written.
    const pages = rules.split("\n").filter((line) => line.startsWith("@page"));
    const paper = document.createElement("div");
    const root = paper.attachShadow({ mode: "open" });
    try {
      root.adoptedStyleSheets = [sheet(rules.replace(/^(html|body) /gm, ":host "))];
      document.adoptedStyleSheets = [sheet(pages.join("\n"))];
    } catch {
      return false;
    }
    root.innerHTML = part("body");
    paper.id = "paper";
    document.getElementById("paper")?.remove();
    document.body.append(paper);
    const away = () => { paper.remove(); document.adoptedStyleSheets = []; };
    addEventListener("afterprint", away, { once: true });
    print();
    return true;
  },
};
