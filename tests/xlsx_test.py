#!/usr/bin/env python3
"""Reads the workbook of `hegui score -f xlsx` back as a spreadsheet program would.

    xlsx_test.py PROGRAM REPORTS    REPORTS has rules.yaml and the reports that they are for

Exit 0: as it should be, 1: not, 77: python3-openpyxl is not there.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import time

try:
    import openpyxl
except ImportError:
    print("python3-openpyxl is not installed")
    sys.exit(77)

program, reports = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
errors = []


def expect(actual, expected, what):
    if actual != expected:
        errors.append(f"{what}: {actual!r}, not {expected!r}")


def score(*arguments):
    run = subprocess.run(
        [program, "score", "-r", "rules.yaml", *arguments, "."],
        cwd=reports, capture_output=True, check=False)
    if run.returncode not in (0, 2):  # One report is not ranked.
        errors.append(f"exit {run.returncode}: {run.stderr.decode()}")
    return run.stdout


def check_overview(sheet, group, not_ranked):
    expect(sheet.freeze_panes, "E2", "frozen panes of 总表")
    expect(sheet.auto_filter.ref, f"A1:R{len(group['reports']) + 2}", "filter of 总表")
    expect(sheet["G1"].value, "工作\n50 分", "heading")
    for row, report in enumerate(group["reports"], start=2):
        path = report["path"]
        cells = [sheet.cell(row, column).value for column in range(1, 5)]
        expect(cells, [report["rank"], report["value"], report["grade"], path], f"row of {path}")
        for column, requirement in enumerate(report["requirements"], start=7):
            cell = sheet.cell(row, column)
            expected = requirement["points"] if requirement["counts"] else "–"
            expect(cell.value, expected, f"{path}: {requirement['id']}")
        expect(sheet.cell(row, 12).value, report["deducted"], f"{path}: deducted")
    last = [cell.value for cell in sheet[len(group["reports"]) + 2]]
    expect(last, [None] * 3 + [not_ranked["path"]] + [None] * 13 + [not_ranked["reason"]],
           "the report without a rank")
    if not sheet.conditional_formatting:
        errors.append("no colours")


def check_links(book, group):
    """A link leads to the first row of the report."""
    overview = book["总表"]
    for row, report in enumerate(group["reports"], start=2):
        for column, name, wanted in ((16, "逐项", True), (17, "问题", bool(report["findings"]))):
            link = overview.cell(row, column).hyperlink
            if link is None:
                expect(wanted, False, f"{report['path']}: link to {name}")
                continue
            sheet, cell = link.location.split("!")
            expect(sheet, f"'{name}'", "sheet of a link")
            expect(link.target, None, "a link leaves the workbook")
            row_there = int(cell[1:])
            expect(book[name][cell].value, report["path"], f"{report['path']}: where {name} leads")
            expect(book[name].cell(row_there - 1, 1).value == report["path"], False,
                   f"{report['path']}: rows before the link")


def check_rows(book, group):
    details, findings = book["逐项"], book["问题"]
    for sheet in (details, findings):
        expect(sheet.freeze_panes, "B2", f"frozen panes of {sheet.title}")
        expect(sheet.auto_filter.ref.endswith(str(sheet.max_row)), True, f"filter of {sheet.title}")
    expect(details.max_row - 1, sum(len(r["requirements"]) for r in group["reports"]), "逐项")
    expect(findings.max_row - 1, sum(len(r["findings"]) for r in group["reports"]), "问题")
    first = details[2]
    expect(first[3].value, "✓ 达到", "a verdict")
    expect(first[10].value.startswith("“"), True, "evidence")


def check_no_formulas(book):
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    errors.append(f"{sheet.title}!{cell.coordinate} is a formula: {cell.value}")
                if cell.data_type == "s" and len(cell.value) > 32767:
                    errors.append(f"{sheet.title}!{cell.coordinate} is too long")


def main():
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "a.xlsx"
        score("-f", f"xlsx={file}")
        once = file.read_bytes()
        time.sleep(1.1)  # A clock in it would have gone on.
        score("-f", f"xlsx={file}")
        expect(file.read_bytes() == once, True, "the same bytes from run to run")
        book = openpyxl.load_workbook(file)
        sheet = json.loads(score("-f", "json"))
    expect(book.sheetnames, ["总表", "逐项", "问题", "说明"], "sheets")
    group = sheet["groups"][0]
    check_overview(book["总表"], group, sheet["not_ranked"][0])
    check_links(book, group)
    check_rows(book, group)
    check_no_formulas(book)
    notes = "\n".join(str(cell.value) for row in book["说明"].iter_rows() for cell in row)
    for words in [one["path"] for one in sheet["not_ranked"]] + ["乙镇人民政府 2025 年度", "优 90 分以上"]:
        if words not in notes:
            errors.append(f"说明 does not say {words}")
    print("\n".join(errors) or "the workbook is as it should be")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
