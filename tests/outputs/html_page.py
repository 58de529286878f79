#!/usr/bin/env python3
"""html: a page is well formed and asks for nothing, whatever is in a report; every requirement,
every finding and every word of a report is there, and every link leads somewhere.

    html_page.py PROGRAM EXAMPLES MAKE_DOCX     exit 0: it is so, 1: not
"""

import html.parser
import json
import re
import subprocess
import urllib.parse

from runs import OUTPUT, Runs, finish

VOID = {"meta", "br", "input"}
TAGS = VOID | set(
    "html style title body header main footer nav h1 h2 h3 h4 h5 h6 article section p div span b a "
    "code ol ul li dl dt dd form fieldset legend label select option button details summary mark "
    "del ins pre table thead tbody tr th td script".split()
)
ATTRIBUTES = set(
    "lang charset name http-equiv content class id href hidden type value checked role tabindex "
    "placeholder data-f data-n data-rule data-severity data-form data-errors data-missing "
    "data-findings colspan rowspan scope open aria-label aria-labelledby aria-hidden".split()
)
POLICY = re.compile(
    r"default-src 'none'; style-src 'sha256-[\w+/]{43}='; script-src 'sha256-[\w+/]{43}='; "
    r"base-uri 'none'; form-action 'none'"
)
# What a page puts among the words of a report.
ADDED = {"no", "slot", "caret", "answers", "over", "page"}
errors = []


class Page(html.parser.HTMLParser):
    """Ids, links, and texts by class."""

    def __init__(self, text, name):
        super().__init__()
        self.name, self.open, self.ids, self.links = name, [], [], []
        self.words, self.elements, self.policy, self.text = [], [], "", ""
        self.feed(text)
        self.close()
        if set(self.open) - {"html", "body"}:
            self.complain(f"not closed: {self.open}")
        if len(self.ids) != len(set(self.ids)):
            self.complain("an id is there twice")
        for link in self.links:
            if link.startswith("#") and link[1:] not in self.ids:
                self.complain(f"{link} leads nowhere")
        if not POLICY.fullmatch(self.policy):
            self.complain(f"policy {self.policy!r}")

    def complain(self, what):
        errors.append(f"{self.name}: {what}")

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag not in TAGS or set(attributes) - ATTRIBUTES:
            self.complain(f"<{tag} {attributes}>")
        if attributes.get("http-equiv") == "Content-Security-Policy":
            self.policy = attributes["content"]
        self.ids += [attributes["id"]] if "id" in attributes else []
        self.links += [attributes["href"]] if "href" in attributes else []
        element = {"tag": tag, "class": set((attributes.get("class") or "").split()), "words": ""}
        self.elements.append(element | {"attributes": attributes})
        if tag not in VOID:
            self.open.append(tag)
            self.words.append(self.elements[-1])

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.complain(f"</{tag}> in {self.open}")
            return
        self.open.pop()
        self.words.pop()

    def handle_data(self, data):
        within = set().union(*(element["class"] for element in self.words))
        if "paper" in within and not within & ADDED:
            self.text += data
        for element in self.words:
            if element["tag"] not in ("html", "body"):
                element["words"] += data

    def all(self, name):
        return [element for element in self.elements if name in element["class"]]


def plain(text):
    """As it is shown: without control characters, and blanks and line ends alike."""
    text = re.sub("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "\ufffd", re.sub(r"[\t\n\r]", " ", text))
    return re.sub(" +", " ", text)


def check_report(page, document, number):
    """All that json says of a document stands in its article."""
    ids = set(page.ids)
    if f"r{number}" not in ids:
        return page.complain(f"no report {number}")
    names = [plain(name["words"]) for name in page.all("name")]
    for requirement in document["requirements"]:
        if plain(requirement["title"]) not in names:
            page.complain(f"no {requirement['id']}")
    cards = {card["attributes"]["id"]: plain(card["words"]) for card in page.all("card")}
    shown = [finding for finding in document["findings"] if not finding["suppressed"]]
    for i, finding in enumerate(shown, 1):
        card = cards.get(f"r{number}-f{i}", "")
        if f"r{number}-m{i}" not in ids:
            page.complain(f"finding {i} is not in the text")
        for text in (finding["message"], finding["help"], finding["basis"], finding["rule"]):
            if plain(text) not in card:
                page.complain(f"{text!r} is not in card {i}: {card!r}")
    mine = [card for card in cards if card.startswith(f"r{number}-")]
    if len(mine) != len(shown):
        page.complain(f"{len(mine)} cards for {len(shown)} findings")


def check_text(page, lines):
    """Every line of a report is in its text."""
    bare = re.sub(r"\s", "", page.text)
    for line in lines:
        if re.sub(r"\s", "", plain(line)) not in bare:
            page.complain(f"{line!r} is not in the text")


def run(runs, output, arguments):
    return runs.print(output, arguments).decode("utf-8")


def holds(page, document):
    before = len(errors)
    check_report(page, document, 1)
    found = len(errors) > before
    del errors[before:]
    return not found


runs, pages = Runs(), 0
for run_name, arguments in runs.all():
    report = json.loads(run(runs, "json", arguments))
    page = Page(run(runs, "html", arguments), run_name)
    pages += 1
    for number, document in enumerate(report["documents"], 1):
        check_report(page, document, number)
    for problem in report["problems"]:
        if plain(problem["message"]) not in plain("".join(p["words"] for p in page.all("problems"))):
            page.complain(f"no {problem['message']!r}")

    # In a folder: an index and a page each.
    folder = runs.folder / "pages"
    subprocess.run([runs.program, "check", "-f", f"html={folder}/", *arguments], check=False)
    index = Page((folder / "index.html").read_text("utf-8"), f"index of {run_name}")
    links = [urllib.parse.unquote(link) for link in index.links]
    if len(links) != len(report["documents"]) or len(set(map(str.lower, links))) != len(links):
        index.complain(f"{links}")
    own = [Page((folder / link).read_text("utf-8"), f"{link} of {run_name}") for link in links]
    pages += len(own)
    for page in own:
        if "index.html" not in page.links:
            page.complain("no way back")
    # The index has its own order. A page may hold all of a report that has less, too.
    for document in sorted(report["documents"], key=lambda d: (-len(d["findings"]), -len(d["requirements"]))):
        match = next((page for page in own if holds(page, document)), None)
        if match:
            own.remove(match)
        else:
            index.complain(f"no page holds {document['path']}")
    for link in links:
        (folder / link).unlink()
    (folder / "index.html").unlink()
    folder.rmdir()

for example in runs.examples:
    check_text(Page(run(runs, "html", [example]), example.name), example.read_text().splitlines())
hostile = run(runs, "html", ["-r", OUTPUT / "hostile.rules.yaml", *runs.odd])
if re.search(r"<img|onerror=[^&]*>|<b>安排", hostile):
    errors.append("markup of a report is markup of the page")
finish(errors, f"{pages} pages are well formed and complete")
