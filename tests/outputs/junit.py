#!/usr/bin/env python3
"""junit is well-formed XML that python3-junitparser reads, and has a test case for each rule.

    junit.py PROGRAM EXAMPLES MAKE_DOCX     exit 0: it is, 1: not, 77: xmllint or python3-junitparser is not
                                  there
"""

import json
import shutil
import subprocess

from runs import OUTPUT, Runs, finish, skip

try:
    import junitparser
except ImportError:
    skip("python3-junitparser is not installed")
if not shutil.which("xmllint"):
    skip("xmllint is not installed")

errors = []
RESULTS = {"failures": junitparser.Failure, "errors": junitparser.Error, "skipped": junitparser.Skipped}


def read(text, name):
    lint = subprocess.run(["xmllint", "--noout", "-"], input=text, capture_output=True, check=False)
    if lint.returncode:
        errors.append(f"{name}: {lint.stderr.decode()[:400]}")
        return []
    suites = list(junitparser.JUnitXml.fromstring(text))
    for suite in suites:
        cases = list(suite)
        if suite.tests != len(cases):
            errors.append(f"{name}: {suite.name}: {len(cases)} tests, not {suite.tests}")
        for attribute, kind in RESULTS.items():
            count = sum(isinstance(r, kind) for case in cases for r in case.result)
            if getattr(suite, attribute) != count:
                errors.append(f"{name}: {suite.name}: {count} {attribute}")
    return suites


def check_document(document, suite, name):
    cases = {case.name.split(" ")[0]: case for case in suite}
    if document["status"] != "checked":
        (case,) = list(suite)
        if case.result[0].type != document["status"]:
            errors.append(f"{name}: {document['path']}: {case.result[0].type}")
        return
    found = {finding["rule"] for finding in document["findings"]}
    for requirement in document["requirements"]:
        result = cases[requirement["id"]].result
        kind = type(result[0]) if result else None
        if requirement["verdict"] == "met":
            expected = None
        else:
            expected = junitparser.Failure if requirement["id"] in found else junitparser.Skipped
        if kind is not expected:
            errors.append(f"{name}: {requirement['id']} is {kind}")
        if kind is junitparser.Failure and result[0].type != requirement["verdict"]:
            errors.append(f"{name}: {requirement['id']}: {result[0].type}")
    for rule in found:
        if not cases[rule].result:
            errors.append(f"{name}: {rule} passes")


runs, compared = Runs(), 0
for run_name, arguments in runs.all():
    suites = read(runs.print("junit", arguments), run_name)
    whole = json.loads(runs.print("json", arguments).decode("utf-8"))
    for one, its_suite in zip(whole["documents"], suites):
        check_document(one, its_suite, run_name)
    problems = sum(suite.errors for suite in suites[len(whole["documents"]) :])
    if problems != len(whole["problems"]):
        errors.append(f"{run_name}: {problems} problems")
    compared += 1
# Suppressed findings.
for path in sorted(OUTPUT.glob("*.junit.*.expected")):
    read(path.read_bytes(), path.name)
    compared += 1
finish(errors, f"{compared} files are valid")
