"""Holds the printed report against what paper asks for: prints it with Chromium and reads the PDF with PDFium.

Usage: paper.py COMMAND CHROMIUM. On every page: its number, the short code and the QR code, as a camera reads it. No page is
blank, no row of a table is cut, no heading or caption is left behind at the foot of a page, sheets can be printed on both
sides, and the pledge and the self-score sheet stand on sheets of their own. Each check is shown to fail on a page that breaks it.
"""

import json
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2
import zxingcpp

ROOT = Path(__file__).parent
TODAY = "2026-11-20"
A4 = (595, 842)
SCALE = 2
POINTS_PER_MM = 72 / 25.4


def squeezed(text):
    """Without white space, which is where lines were broken."""
    return re.sub(r"\s|\ufffe", "", text)


class Blocks(HTMLParser):
    """The rows of tables, and headings and captions with what follows them."""

    def __init__(self):
        super().__init__()
        self.rows, self.heads = [], []
        self.within, self.hidden, self.waiting = [], 0, []

    def handle_starttag(self, tag, attributes):
        if tag in ("tr", "h2", "h3", "h4", "caption"):
            self.within.append([tag, ""])
        self.hidden += tag in ("style", "title", "svg")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("style", "title", "svg")
        if self.within and self.within[-1][0] == tag:
            text = squeezed(self.within.pop()[1])
            if tag == "tr":
                self.rows.append(text)
            elif text:
                self.waiting.append([text, ""])

    def handle_data(self, data):
        if self.hidden:
            return
        for block in self.within:
            block[1] += data
        # What follows a heading: the first characters after it, whatever they stand in.
        for head in self.waiting:
            head[1] += squeezed(data)
        self.heads += [tuple(head) for head in self.waiting if len(head[1]) >= 4]
        self.waiting = [head for head in self.waiting if len(head[1]) < 4]


class Paper:
    """A printed page in HTML and as PDF."""

    def __init__(self, chromium, html, scratch):
        page = scratch / "page.html"
        page.write_text(html, "utf-8")
        out = scratch / "page.pdf"
        subprocess.run(
            [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={scratch}/profile"]
            + ["--no-pdf-header-footer", f"--print-to-pdf={out}", page.as_uri()],
            check=True,
            capture_output=True,
        )
        self.html = html
        self.pages = list(pypdfium2.PdfDocument(out.read_bytes()))
        self.texts = [squeezed(page.get_textpage().get_text_range()) for page in self.pages]

    def code(self):
        """The short code."""
        return re.search(r"核对码 ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})", self.html)[1]

    def stands_alone(self):
        """Whether the pledge and the score sheet share no page with what stands before and after them."""
        between = {"、自评分表": "、逐条说明", "、诚信承诺书": "、单位审核推荐意见"}
        shared = [text for text in self.texts for sheet, after in between.items() if sheet in text and after in text]
        begins = [text.index(sheet) for text in self.texts for sheet in between if sheet in text]
        return not shared and len(begins) == 2 and max(begins) < 120

    def faults(self):
        """Everything that is wrong on paper."""
        blocks = Blocks()
        blocks.feed(self.html)
        yield from self.faults_of_pages()
        for row in blocks.rows:
            # One that is longer than a page may be cut.
            if len(row) < 1500 and not any(row in text for text in self.texts):
                yield f"cut row: {row[:40]}"
        for head, follows in blocks.heads:
            if not any(head + follows[:4] in text for text in self.texts):
                yield f"left behind: {head[:40]}"

        foot = "自评结论不是评审结果。"
        if not any(foot in text and "签名：" in text for text in self.texts):
            yield "the foot stands alone"

    def faults_of_pages(self):
        """What is wrong with single pages."""
        count = len(self.pages)
        for number, (page, text) in enumerate(zip(self.pages, self.texts), 1):
            if tuple(round(side) for side in page.get_size()) != A4:
                yield f"page {number} is no A4"
            if f"第{number}页，共{count}页" not in text:
                yield f"page {number} has no number"
            if f"核对码{self.code()}" not in text:
                yield f"page {number} has no code"
            if len(text) < 120:
                yield f"page {number} is blank: {text}"
            yield from self.faults_of_look(number, page)

    def faults_of_look(self, number, page):
        """The QR code, and the margin for binding: on the left of front sides, on the right of back sides."""
        bitmap = page.render(scale=SCALE, grayscale=True)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        raw = bytes(bitmap.buffer)
        image = memoryview(b"".join(raw[row * stride : row * stride + width] for row in range(height)))
        found = {code.text for code in zxingcpp.read_barcodes(image.cast("B", (height, width)))}
        if not any(text.startswith(f"ZHICHENG:1:{self.code()}:") for text in found) or len(found) != 1:
            yield f"page {number} has no QR code: {found}"
        binding = round(23 * POINTS_PER_MM * SCALE)
        sides = (0, binding) if number % 2 else (width - binding, width)
        strip = b"".join(bytes(image[row * width + sides[0] : row * width + sides[1]]) for row in range(height))
        if min(strip) < 200:
            yield f"page {number} has something in the margin for binding"


def dossiers():
    """One with few records, and one whose tables run over many pages."""
    short = json.loads((ROOT / "oracle" / "example.dossier.json").read_text("utf-8"))
    long = json.loads(json.dumps(short))
    long["achievements"] = [
        {**achievement, "id": f"r{round_}-{achievement['id']}", "title": achievement.get("title", "业绩") + "及其应用" * (round_ % 5)}
        for round_ in range(12)
        for achievement in short["achievements"]
    ]
    return {"short": short, "long": long}


def main():
    """Exits 1 when anything does not hold."""
    command, chromium = sys.argv[1:3]
    failed = 0

    def check(name, holds, why=""):
        nonlocal failed
        failed += not holds
        print(f"{'ok    ' if holds else 'FAILED'} {name} {why}")

    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)

        def paper(html):
            return Paper(chromium, html, scratch)

        def printed(name, part):
            run = [command, "report", "--today", TODAY, "--part", part, str(scratch / f"{name}.json")]
            return subprocess.run(run, check=True, capture_output=True, text=True, encoding="utf-8").stdout

        for name, dossier in dossiers().items():
            (scratch / f"{name}.json").write_text(json.dumps(dossier), "utf-8")
            whole = paper(printed(name, "whole"))
            faults = list(whole.faults())
            check(f"the {name} report, {len(whole.pages)} pages", not faults, faults[:8])
            check(f"the {name} pledge and score sheet stand on sheets of their own", whole.stands_alone())
        for part, heading in (("score", "自评分表"), ("pledge", "诚信承诺书")):
            alone = paper(printed("long", part))
            faults = list(alone.faults())
            check(f"the part {part} alone, {len(alone.pages)} pages", not faults and heading in alone.texts[0], faults[:8])
            check(f"the code of the part {part} is that of the whole", alone.code() == whole.code())

        style = "</style>"
        for says, css in {
            "cut row": "tr { break-inside: auto !important } td { line-height: 4 }",
            "left behind": "h2, h3, h4, caption { break-after: page !important }",
            "blank": ".own-sheet::before { content: ''; display: block; height: 1px; break-after: page } .own-sheet { break-before: page }",
            "foot stands alone": ".foot { break-before: page !important }",
            "no number": "@page :left { @bottom-left { content: none } }",
            "no QR code": "@page :right { @top-right { content: none } }",
            "no code": "@page :right { @bottom-left { content: none } }",
            "binding": "@page :left { margin-right: 5mm }",
        }.items():
            html = printed("long", "whole")
            # The policy allows one style by its digest; the page that is to fail has another.
            html = re.sub(r"<meta http-equiv[^>]*>", "", html).replace(style, css + style)
            check(f"a page that breaks it is found out: {says}", any(says in fault for fault in paper(html).faults()))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
