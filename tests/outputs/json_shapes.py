#!/usr/bin/env python3
"""jsonl, gitlab and rdjson are what their schemas in tests/schema say, and agree with json.

    json_shapes.py PROGRAM EXAMPLES MAKE_DOCX     exit 0: they are, 1: not, 77: no python3-jsonschema
"""

import json
import pathlib

from runs import HERE, Runs, finish, skip

try:
    import jsonschema
except ImportError:
    skip("python3-jsonschema is not installed")

SCHEMAS = HERE.parent / "schema"
errors = []


def schema(name):
    loaded = json.loads((SCHEMAS / f"{name}.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(loaded)
    check = json.loads((SCHEMAS / "check.schema.json").read_text())
    resolver = jsonschema.RefResolver.from_schema(loaded, store={check["$id"]: check})
    return jsonschema.Draft202012Validator(loaded, resolver=resolver)


def validate(validator, value, name):
    for error in validator.iter_errors(value):
        path = "/".join(map(str, error.absolute_path))
        errors.append(f"{name}: {path}: {error.message[:300]}")


def counted(report):
    """Findings that an output without suppression has."""
    return [
        (document, finding)
        for document in report["documents"]
        for finding in document["findings"]
        if not finding["suppressed"]
    ]


def not_checked(report):
    return [document for document in report["documents"] if document["status"] != "checked"]


def put_together(lines):
    """The object of json, from the lines of jsonl."""
    report, documents = {}, []
    for line in lines:
        kind = line.pop("type")
        if kind == "document":
            documents.append({**line, "findings": []})
        elif kind == "finding":
            assert line.pop("path") == documents[-1]["path"]
            documents[-1]["findings"].append(line)
        elif kind == "problem":
            report.setdefault("problems", []).append(line)
        else:
            head = {key: line.pop(key) for key in ("schema", "tool", "columns")}
            report = {**head, "documents": documents, "problems": report.get("problems", [])}
            report["summary"] = line
    return report


def check_jsonl(text, report, name):
    lines = [json.loads(line) for line in text.decode("utf-8").splitlines()]
    for line in lines:
        validate(JSONL, line, name)
    if put_together(lines) != report:
        errors.append(f"{name}: jsonl says something else than json")


def check_gitlab(text, report, name):
    if text.startswith(b"\xef\xbb\xbf"):
        errors.append(f"{name}: a byte order mark")
    issues = json.loads(text.decode("utf-8"))
    validate(GITLAB, issues, name)
    expected = len(counted(report)) + len(not_checked(report)) + len(report["problems"])
    if len(issues) != expected:
        errors.append(f"{name}: {len(issues)} issues, not {expected}")
    fingerprints = [issue["fingerprint"] for issue in issues]
    if len(set(fingerprints)) != len(fingerprints):
        errors.append(f"{name}: a fingerprint twice")


def check_rdjson(text, report, name):
    """Besides the shape: a range, in bytes of the line, holds the words that json quotes."""
    result = json.loads(text.decode("utf-8"))
    validate(RDJSON, result, name)
    found = counted(report)
    for (document, finding), diagnostic in zip(
        found, [d for d in result["diagnostics"] if "/" in d.get("code", {}).get("value", "")]
    ):
        if diagnostic["code"]["value"] != finding["rule"]:
            errors.append(f"{name}: {diagnostic['code']} is not {finding['rule']}")
        if document["format"] != "txt" and "suggestions" in diagnostic:
            errors.append(f"{name}: an edit of what is no text")
        path = pathlib.Path(document["path"])
        plain = document["format"] == "txt" and document["encoding"] == "UTF-8"
        if not finding["quote"] or not plain or not path.exists():
            continue
        lines = path.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
        start = diagnostic["location"]["range"]["start"]
        rest = lines[start["line"] - 1][start["column"] - 1 :].decode("utf-8")
        quote = finding["quote"].split("\ufffd")[0].rstrip("…").split(" ")[0]
        if not (rest.startswith(quote) or quote.startswith(rest.rstrip("\r"))):
            errors.append(f"{name}: {start} does not quote {quote!r}")
    if len(result["diagnostics"]) != len(found) + len(not_checked(report)) + len(report["problems"]):
        errors.append(f"{name}: diagnostics are missing")


JSONL, GITLAB, RDJSON = schema("jsonl"), schema("gitlab"), schema("rdjson")
runs, compared = Runs(), 0
for run_name, arguments in runs.all():
    whole = json.loads(runs.print("json", arguments).decode("utf-8"))
    for output, check in (("jsonl", check_jsonl), ("gitlab", check_gitlab), ("rdjson", check_rdjson)):
        check(runs.print(output, arguments), whole, f"{output}, {run_name}")
        compared += 1
finish(errors, f"{compared} outputs are valid")
