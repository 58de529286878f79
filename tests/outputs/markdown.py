#!/usr/bin/env python3
"""markdown, as cmark-gfm renders it: words stay words, and every finding is there.

    markdown.py PROGRAM EXAMPLES MAKE_DOCX     exit 0: it is so, 1: not, 77: cmark-gfm is not there
"""

import html.parser
import json
import re
import shutil
import subprocess

from runs import OUTPUT, Runs, finish, skip

if not shutil.which("cmark-gfm"):
    skip("cmark-gfm is not installed")

# All that hegui writes itself.
TAGS = {"h3", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "ul", "li"}
TAGS |= {"details", "summary"}
# What GitHub turns into a link after it has rendered.
LINKED = re.compile(r"@\w|#\d|\bgh-\d|://|\bwww\.\w", re.IGNORECASE)
RENDER = ["cmark-gfm", "--unsafe", "-e", "table", "-e", "strikethrough", "-e", "autolink"]
errors = []


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.text = set(), ""

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)

    def handle_data(self, data):
        self.text += data


def render(text, name):
    page = Page()
    page.feed(subprocess.run(RENDER, input=text, capture_output=True, check=True).stdout.decode())
    if page.tags - TAGS:
        errors.append(f"{name}: {page.tags - TAGS}")
    if linked := LINKED.search(page.text):
        errors.append(f"{name}: {page.text[linked.start() - 10 : linked.end() + 20]!r}")
    if len(text.decode("utf-8").encode("utf-16-le")) // 2 > 65536:
        errors.append(f"{name}: too long for a comment")
    return page.text.replace("\u200b", "")


def words(text):
    """As far as they are shown as they are."""
    return re.split("[\x00-\x1f\x7f-\x9f]", text)


runs, compared = Runs(), 0
for run_name, arguments in runs.all():
    page = render(runs.print("markdown", arguments), run_name)
    report = json.loads(runs.print("json", arguments).decode("utf-8"))
    expected = [p["message"] for p in report["problems"]]
    for document in report["documents"]:
        expected += words(document["path"]) + words(document.get("error", ""))
        for finding in document["findings"]:
            expected += words(finding["message"]) + [finding["help"], finding["basis"]]
    for text in expected:
        compared += 1
        if text not in page:
            errors.append(f"{run_name}: {text!r} is not there")
for path in sorted(OUTPUT.glob("*.markdown.*.expected")):
    render(path.read_bytes(), path.name)
finish(errors, f"{compared} texts are shown as they are")
