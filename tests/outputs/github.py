#!/usr/bin/env python3
"""github prints, byte for byte, what @actions/core makes of the findings that json has.

    github.py PROGRAM EXAMPLES MAKE_DOCX     exit 0: it does, 1: not, 77: node or the npm package
                                   @actions/core, looked for in NODE_PATH, is not there
"""

import json
import os
import pathlib
import re
import shutil
import subprocess

from runs import HERE, Runs, finish, skip

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def node_modules():
    for folder in os.environ.get("NODE_PATH", "").split(os.pathsep):
        if folder and (pathlib.Path(folder) / "@actions/core/lib/command.js").exists():
            return folder
    return skip("@actions/core is not in NODE_PATH")


def printable(text):
    """Without control characters, as every output for people has it."""
    text = re.sub(r"[\t\n\r]", " ", text)
    return re.sub("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "\ufffd", text)


def message_of(finding, language):
    words = ("改法：", "依据：") if language == "zh" else ("help: ", "basis: ")
    lines = [finding["message"]]
    lines += [word + finding[key] for word, key in zip(words, ("help", "basis")) if finding[key]]
    # A label and its line are made printable together here, which comes to the same.
    return "\n".join(printable(line) for line in lines)


def annotation(finding, path):
    place = {"title": finding["rule"], "file": path}
    place |= {"startLine": finding["line"], "endLine": finding["end_line"]}
    if finding["line"] == finding["end_line"]:
        place |= {"startColumn": finding["column"], "endColumn": finding["end_column"]}
    return place


def commands(report, language):
    for document in report["documents"]:
        path = document["path"]
        if document["status"] != "checked":
            place = {"title": document["status"], "file": path}
            yield "error", place, printable(document["error"])
        for finding in document["findings"]:
            if not finding["suppressed"]:
                yield (
                    COMMANDS[finding["severity"]],
                    annotation(finding, path),
                    message_of(finding, language),
                )
    for problem in report["problems"]:
        line, column = problem["line"], problem["column"]
        place = {"file": problem["path"], "startLine": line, "endLine": line}
        place |= {"startColumn": column, "endColumn": column}
        yield COMMANDS[problem["severity"]], place, printable(problem["message"])


FOLDER = node_modules()
if not shutil.which("node"):
    skip("node is not installed")
errors, compared, runs = [], 0, Runs()
for name, arguments in runs.all():
    whole = json.loads(runs.print("json", arguments).decode("utf-8"))
    expected = subprocess.run(
        ["node", HERE / "github.mjs", FOLDER],
        input=json.dumps(list(commands(whole, arguments[1]))).encode(),
        capture_output=True,
        check=True,
    ).stdout
    printed = runs.print("github", arguments)
    # JSON cannot hold a name that is no UTF-8.
    printed = printed.decode("utf-8", errors="replace").splitlines()
    expected = expected.decode("utf-8").splitlines()
    compared += len(expected)
    if len(printed) != len(expected):
        errors.append(f"{name}: {len(printed)} commands, not {len(expected)}")
    errors += [f"{name}: {a}\n  is not {b}" for a, b in zip(printed, expected) if a != b]
finish(errors, f"{compared} commands are those of @actions/core")
