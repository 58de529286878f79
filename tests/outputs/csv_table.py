#!/usr/bin/env python3
"""csv is a table whose cells are those of json, and no formulas.

    csv_table.py PROGRAM EXAMPLES MAKE_DOCX     exit 0: it is, 1: not
"""

import csv
import io
import json

from runs import Runs, finish

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
SAME = ("line", "column", "end_line", "end_column", "severity", "rule", "fingerprint")
errors, compared, runs = [], 0, Runs()


def plain(cell):
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULAS) else cell


for name, arguments in runs.all():
    text = runs.print("csv", arguments)
    if not text.startswith(b"\xef\xbb\xbf"):
        errors.append(f"{name}: no byte order mark")
    text = text.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    if not text.endswith("\r\n"):
        errors.append(f"{name}: the last line does not end")
    table = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    head, rows = table[0], table[1:]
    if {len(row) for row in table} != {len(head)}:
        errors.append(f"{name}: rows of different lengths")
    if any(cell.startswith(FORMULAS) for row in table for cell in row):
        errors.append(f"{name}: a formula")
    report = json.loads(runs.print("json", arguments).decode("utf-8"))
    expected = []
    for document in report["documents"]:
        if document["status"] != "checked":
            expected.append((document["path"], {"rule": document["status"]}))
        expected += [(document["path"], finding) for finding in document["findings"]]
    expected += [(problem["path"], problem) for problem in report["problems"]]
    if len(rows) != len(expected):
        errors.append(f"{name}: {len(rows)} rows, not {len(expected)}")
    # The columns stand in the same order in both languages.
    columns = ["path", "line", "column", "end_line", "end_column", "page", "place"]
    columns += ["severity", "rule", "message", "quote", "section", "help", "basis", "fingerprint"]
    if arguments[1] == "en" and head[: len(columns)] != columns:
        errors.append(f"{name}: {head}")
    for (path, finding), row in zip(expected, rows):
        cells = dict(zip(columns, map(plain, row)))
        if cells["path"] != path:
            errors.append(f"{name}: {cells['path']!r} is not {path!r}")
        for key in SAME:
            if key in finding and cells[key] != str(finding[key]):
                errors.append(f"{name}: {key} {cells[key]!r} is not {finding[key]!r}")
        compared += 1
finish(errors, f"{compared} rows are those of json")
