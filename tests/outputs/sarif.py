#!/usr/bin/env python3
"""sarif is SARIF 2.1.0 by the schema that Microsoft's validator carries, and its indices lead to
what they name.

    sarif.py PROGRAM EXAMPLES MAKE_DOCX     exit 0: it is, 1: not, 77: python3-jsonschema or the npm package
                                  @microsoft/sarif-multitool, looked for in NODE_PATH, is not there
"""

import json
import os
import pathlib
import urllib.parse

from runs import OUTPUT, Runs, finish, skip

try:
    import jsonschema
except ImportError:
    skip("python3-jsonschema is not installed")


def validator():
    for folder in os.environ.get("NODE_PATH", "").split(os.pathsep):
        for path in pathlib.Path(folder or "/nonexistent").glob("@microsoft/sarif-*/sarif-2.1.0.json"):
            schema = json.loads(path.read_text(encoding="utf-8-sig"))
            return jsonschema.validators.validator_for(schema)(schema)
    return skip("@microsoft/sarif-multitool is not in NODE_PATH")


OWN_LINES = ("txt", "md", "html")
errors = []
VALIDATOR = validator()


def check_shape(log, name):
    for error in VALIDATOR.iter_errors(log):
        path = "/".join(map(str, error.absolute_path))
        errors.append(f"{name}: {path}: {error.message[:300]}")


def check_indices(run, name):
    rules, artifacts = run["tool"]["driver"]["rules"], run["artifacts"]
    if len({rule["id"] for rule in rules}) != len(rules):
        errors.append(f"{name}: a rule twice")
    for result in run["results"]:
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            errors.append(f"{name}: {result['ruleId']} is not rule {result['ruleIndex']}")
        for place in result["locations"] + result.get("relatedLocations", []):
            location = place["physicalLocation"]["artifactLocation"]
            if artifacts[location["index"]]["location"]["uri"] != location["uri"]:
                errors.append(f"{name}: {location} is not its artifact")


def check_against(run, report, name):
    """The same findings and failures as in json."""
    findings = [(d["format"], f) for d in report["documents"] for f in d["findings"]]
    if len(findings) != len(run["results"]):
        errors.append(f"{name}: {len(run['results'])} results, not {len(findings)}")
    for (form, finding), result in zip(findings, run["results"]):
        region = result["locations"][0]["physicalLocation"]["region"]
        place = [finding[key] for key in ("line", "column", "end_line", "end_column")]
        if [region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")] != place:
            errors.append(f"{name}: {region} is not {place}")
        if (finding["rule"], finding["severity"]) != (result["ruleId"], result["level"]):
            errors.append(f"{name}: {result['ruleId']} is not {finding['rule']}")
        if ("fixes" in result) != (finding["fix"] is not None and form in OWN_LINES):
            errors.append(f"{name}: {finding['rule']} has a fix or not")
    paths = [artifact["location"]["uri"].removeprefix("file://") for artifact in run["artifacts"]]
    if set(map(urllib.parse.unquote, paths)) != {d["path"] for d in report["documents"]}:
        errors.append(f"{name}: artifacts are {paths}")
    invocation = run["invocations"][0]
    bad = [d for d in report["documents"] if d["status"] != "checked"] + report["problems"]
    if len(invocation["toolExecutionNotifications"]) != len(bad):
        errors.append(f"{name}: not {len(bad)} notifications")
    if invocation["executionSuccessful"] != (not bad):
        errors.append(f"{name}: executionSuccessful is {invocation['executionSuccessful']}")


runs, compared = Runs(), 0
for run_name, arguments in runs.all():
    log = json.loads(runs.print("sarif", arguments).decode("utf-8"))
    whole = json.loads(runs.print("json", arguments).decode("utf-8"))
    check_shape(log, run_name)
    check_indices(log["runs"][0], run_name)
    check_against(log["runs"][0], whole, run_name)
    compared += 1
# Suppressed findings.
for path in sorted(OUTPUT.glob("*.sarif.*.expected")):
    log = json.loads(path.read_text(encoding="utf-8"))
    check_shape(log, path.name)
    check_indices(log["runs"][0], path.name)
    compared += 1
finish(errors, f"{compared} logs are valid")
