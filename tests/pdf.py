"""Prints what stands on each page of a PDF, as JSON: a list of texts without white space.

Usage: pdf.py FILE.
"""

import json
import re
import sys

import pypdfium2

pages = pypdfium2.PdfDocument(sys.argv[1])
texts = [page.get_textpage().get_text_range() for page in pages]
json.dump([re.sub(r"\s|\ufffe", "", text) for text in texts], sys.stdout, ensure_ascii=False)
