#!/usr/bin/env python3
"""Holds the JSON Schema of configurations to what the program takes and refuses.

    config.py PROGRAM

Both are made of one table, but by different code: what `hegui config` refuses in the files of
tests/golden/config for its form, the schema must refuse, and the other way round.

Exit 0: they agree, 1: they do not, 77: python3-jsonschema or python3-yaml is not there.
"""

import json
import pathlib
import subprocess
import sys

try:
    import jsonschema
    import yaml
except ImportError as error:
    print(error)
    sys.exit(77)

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "golden" / "config"
# What a schema of one file cannot say: where paths lead, which keys stand there twice, how many are too many.
BEYOND = {"circle.yaml", "circle-back.yaml", "double-key.yaml", "extends-broken.yaml",
          "extends-missing.yaml", "leads-out.yaml", "many-overrides.yaml"}

printed = subprocess.run([sys.argv[1], "config", "--schema"], capture_output=True, check=True)
schema = json.loads(printed.stdout)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)

seen, failed = [0, 0], 0
for path in sorted(FOLDER.glob("*.yaml")):
    if path.name in BEYOND:
        continue
    try:
        value = yaml.safe_load(path.read_text())
    except yaml.YAMLError:
        continue
    errors = list(validator.iter_errors({} if value is None else value))
    refused = "error: " in path.with_name(path.name + ".expected").read_text()
    seen[refused] += 1
    if bool(errors) != refused:
        failed += 1
        print(f"{path.name}: the program {'refuses' if refused else 'takes'} it, the schema does not;"
              f" {[error.message for error in errors]}")

print(f"{seen[0]} files taken, {seen[1]} refused, {failed} not as the program does")
sys.exit(failed > 0 or 0 in seen)
