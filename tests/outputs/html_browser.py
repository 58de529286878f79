#!/usr/bin/env python3
"""html in a browser: html_browser.mjs on pages of one report, of twenty, of a DOCX, of words that
nobody should trust, and of a folder.

    html_browser.py PROGRAM EXAMPLES MAKE_DOCX [PICTURES [MANY]]
                                   exit 0: they work, 1: not, 77: chromium, node or the npm packages
                                   axe-core and puppeteer-core, looked for in NODE_PATH, are not there

Screenshots go to the folder PICTURES; MANY is a number of reports of a folder to be made, too.
"""

import os
import pathlib
import shutil
import subprocess
import sys

from runs import HERE, OUTPUT, Runs, finish, skip


def node_modules():
    for folder in os.environ.get("NODE_PATH", "").split(os.pathsep):
        if folder and all((pathlib.Path(folder) / name).is_dir() for name in ("axe-core", "puppeteer-core")):
            return folder
    return skip("axe-core and puppeteer-core are not in NODE_PATH")


def pages(runs, many):
    """What each page is made of."""
    corpus = sorted(path for path in (HERE.parent / "corpus").iterdir() if path.suffix != ".json")
    yield "one.html", [runs.examples[0].parent / "thin.txt"]
    yield "twenty.html", [*runs.examples, *corpus][:20]
    yield "docx.html", ["-r", OUTPUT / "report.rules.yaml", runs.docx]
    yield "hostile.html", ["-r", OUTPUT / "hostile.rules.yaml", *runs.odd]
    yield "folder/", [*runs.examples, *corpus]
    if many:
        folder = runs.folder / "reports"
        subprocess.run([sys.executable, "-B", HERE.parent / "generate.py", folder, many, "1"],
                       check=True, stdout=subprocess.DEVNULL)
        yield "many/", [folder]


chromium, node = shutil.which("chromium"), shutil.which("node")
if not chromium or not node:
    skip("chromium or node is not installed")
modules, runs = node_modules(), Runs()
pictures, many = (sys.argv[4:] + ["", ""])[:2]
made = runs.folder / "made"
made.mkdir()
for name, arguments in pages(runs, many):
    command = [runs.program, "check", "--no-config", "-f", f"html={made}/{name}", *arguments]
    run = subprocess.run(command, capture_output=True, check=False)
    assert run.returncode in (0, 1, 2) and (made / name).exists(), f"{command}: {run.stderr}"
script = HERE / "html_browser.mjs"
run = subprocess.run([node, script, chromium, modules, made, *([pictures] if pictures else [])],
                     capture_output=True, check=False)
sys.stdout.write(run.stdout.decode())
finish(["the browser test fails", run.stderr.decode()] if run.returncode else [], "")
