#!/usr/bin/env python3
"""Holds what the program prints to the JSON Schemas beside this file, and to what schemas cannot say.

    validate.py PROGRAM EXAMPLES

Exit 0: all is valid, 1: not, 77: python3-jsonschema is not there.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)

HERE = pathlib.Path(__file__).resolve().parent
CLI = HERE.parent / "golden" / "cli"
program, examples = sys.argv[1], pathlib.Path(sys.argv[2])
errors = []


def schema(name):
    loaded = json.loads((HERE / f"{name}.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(loaded)
    return jsonschema.Draft202012Validator(loaded)


def output(*arguments):
    run = subprocess.run([program, *map(str, arguments)], capture_output=True, check=False)
    if run.returncode not in (0, 1, 2):
        errors.append(f"{arguments}: exit {run.returncode}")
    return json.loads(run.stdout.decode("utf-8"))


def validate(validator, value, name):
    for error in validator.iter_errors(value):
        path = "/".join(map(str, error.absolute_path))
        errors.append(f"{name}: {path}: {error.message[:200]}")


def check_places(document, name):
    """Every place lies in the file, ends behind its begin, and quotes what stands there."""
    lines = pathlib.Path(name).read_bytes().decode("utf-8-sig").splitlines()
    for thing in document["requirements"] + document["findings"]:
        begin = (thing["line"], thing["column"])
        end = (thing["end_line"], thing["end_column"])
        what = f"{name}: {thing.get('id') or thing.get('rule')} at {begin}"
        if begin > end or thing["line"] > len(lines) + 1:
            errors.append(f"{what}: ends at {end}")
        if thing["insertion"]:
            if begin != end:
                errors.append(f"{what}: an insertion point has zero width")
            continue
        if thing["column"] > len(lines[thing["line"] - 1]):
            errors.append(f"{what}: the line is shorter")
        quote = thing.get("quote", "").rstrip("…")
        rest = lines[thing["line"] - 1][thing["column"] - 1 :]
        if not (rest.startswith(quote) or quote.startswith(rest)):
            errors.append(f"{what}: does not quote the text: {quote}")
    for requirement in document["requirements"]:
        check_share(requirement, name)
    check_score(document, name)


def check_share(requirement, name):
    """The points are what the terms of the share come to."""
    share = requirement["share"]
    terms = [t["share"] for t in share["terms"] if t["weighs"] is None]
    value = {"met": 1, "weak": share["rung"] * (sum(terms) / len(terms) if terms else 1)}.get(requirement["verdict"], 0)
    value *= max(0, 1 - sum(t["weighs"] * (1 - t["share"]) for t in share["terms"] if t["weighs"] is not None))
    if abs(share["value"] - value) > 1e-3:
        errors.append(f"{name}: {requirement['id']}: {share['value']} is not {value}")
    if abs(requirement["points"] - requirement["weight"] * value) > 0.02:
        errors.append(f"{name}: {requirement['id']}: {requirement['points']} points")


def check_score(document, name):
    """The score is the sum of what the requirements and the deductions say."""
    counted = [r for r in document["requirements"] if r["verdict"] != "not-applicable"]
    got, possible = sum(r["points"] for r in counted), sum(r["weight"] for r in counted)
    score = document["score"]
    if score is None:
        if possible > 0:
            errors.append(f"{name}: no score")
        return
    deducted = sum(d["points"] for d in score["deductions"])
    value = max(0, 100 * got / possible - deducted)
    if abs(score["got"] - got) > 1e-6 or score["possible"] != possible or abs(score["value"] - value) > 0.051:
        errors.append(f"{name}: score {score} is not {got} of {possible} less {deducted}")


def check_summary(report, name):
    """The totals are those of the documents."""
    verdicts = [r["verdict"] for d in report["documents"] for r in d["requirements"]]
    findings = [f for d in report["documents"] for f in d["findings"]]
    severities = [f["severity"] for f in findings if not f["suppressed"]]
    severities += [problem["severity"] for problem in report["problems"]]
    summary = report["summary"]
    counted = {
        "documents": len(report["documents"]),
        "met": verdicts.count("met"),
        "weak": verdicts.count("weak"),
        "missing": verdicts.count("missing"),
        "not_applicable": verdicts.count("not-applicable"),
        "errors": severities.count("error"),
        "warnings": severities.count("warning"),
        "notes": severities.count("note"),
        "suppressed": sum(1 for f in findings if f["suppressed"]),
    }
    for key, value in counted.items():
        if summary[key] != value:
            errors.append(f"{name}: summary {key} is {summary[key]}, not {value}")


def check_statistics(report, name):
    """Each finding is counted, each rule that found something was measured, and the times add up."""
    statistics = report["summary"]["statistics"]
    for key in ("ms", "share"):
        whole = sum(row[key] for row in statistics["rules"] + statistics["steps"])
        if abs(whole - {"ms": statistics["ms"], "share": 1}[key]) > 1e-6 * whole:
            errors.append(f"{name}: the statistics' {key} add up to {whole}")
    measured = [row["rule"] for row in statistics["rules"]]
    found = [f["rule"] for d in report["documents"] for f in d["findings"] if not f["suppressed"]]
    if len(measured) != len(set(measured)) or not set(found) <= set(measured):
        errors.append(f"{name}: rules measured are {measured}, those that found something {found}")
    if sum(row["findings"] for row in statistics["findings"]) != len(found):
        errors.append(f"{name}: {len(found)} findings, counted {statistics['findings']}")
    if any(row["documents"] > len(report["documents"]) for row in statistics["rules"] + statistics["steps"]):
        errors.append(f"{name}: more documents than there are: {statistics}")


def check_sheet(sheet, name):
    """Ranks follow the scores; each score is the sum of its terms."""
    for group in sheet["groups"]:
        values = [report["value"] for report in group["reports"]]
        if values != sorted(values, reverse=True):
            errors.append(f"{name}: not in the order of scores: {values}")
        for report in group["reports"]:
            if report["rank"] != values.index(report["value"]) + 1:
                errors.append(f"{name}: {report['path']} has rank {report['rank']}")
            counted = [r for r in report["requirements"] if r["counts"]]
            got, possible = sum(r["points"] for r in counted), sum(r["weight"] for r in counted)
            deducted = sum(d["points"] for d in report["deductions"])
            value = max(0, 100 * got / possible - deducted)
            if abs(report["value"] - value) > 0.051 or abs(report["deducted"] - deducted) > 1e-9:
                errors.append(f"{name}: {report['path']}: {report['value']} is not {value}")


def main():
    check, outline, score = schema("check"), schema("outline"), schema("score")
    reports = sorted(examples.glob("*.txt"))
    if not reports:
        errors.append(f"no reports in {examples}")

    for report in reports:
        for language in ("zh", "en"):
            one = output("check", "-f", "json", "--lang", language, report)
            validate(check, one, report)
            check_summary(one, report)
            for document in one["documents"]:
                check_places(document, report)
        validate(outline, output("outline", "-f", "json", report), report)

    everything = output("check", "-f", "json", *reports)
    validate(check, everything, "all examples")
    check_summary(everything, "all examples")
    if len(everything["documents"]) != len(reports):
        errors.append("a document is missing")

    for threads in ("1", "4"):
        measured = output("check", "-f", "json", "-j", threads, "--statistics", *reports)
        validate(check, measured, "statistics")
        check_statistics(measured, f"statistics of {threads} threads")
        del measured["summary"]["statistics"]
        if measured != everything:
            errors.append("--statistics changes what is found")

    # What has no document, or no rules.
    for arguments in (
        ["-r", CLI / "demo.yaml", CLI / "bad.txt", CLI / "note.txt", CLI / "weak.txt"],
        ["-r", CLI / "demo.yaml", CLI / "picture.png", CLI / "short.txt", CLI / "nowhere.txt"],
        ["-r", CLI / "demo.yaml", "--set", "year=2019", CLI / "good.txt"],
        ["-r", CLI / "broken.yaml", CLI / "good.txt"],
        [CLI / "no-reports"],
        ["-r", CLI / "demo.yaml", *(CLI / "suppress").glob("*.*")],
    ):
        one = output("check", "-f", "json", *arguments)
        name = " ".join(str(a) for a in arguments)
        validate(check, one, name)
        check_summary(one, name)

    sheet = output("score", "-f", "json", *reports, CLI / "short.txt", CLI / "picture.png")
    validate(score, sheet, "score of the examples")
    check_sheet(sheet, "score of the examples")
    if sum(len(g["reports"]) for g in sheet["groups"]) + len(sheet["not_ranked"]) != len(reports) + 2:
        errors.append("a report is missing in the score sheet")

    # Names that must be escaped.
    with tempfile.TemporaryDirectory() as folder:
        odd = pathlib.Path(folder) / 'a "b"\\\n\t名.txt'
        odd.write_text((CLI / "bad.txt").read_text())
        one = output("check", "-f", "json", "-r", CLI / "demo.yaml", odd)
        validate(check, one, "odd name")
        if one["documents"][0]["path"] != str(odd):
            errors.append(f"the path is {one['documents'][0]['path']!r}")

    print("\n".join(errors) or f"{len(reports)} examples are valid")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
