#!/usr/bin/env python3
"""Holds the JSON Schema of rule files to what the program takes and refuses.

    rules.py PROGRAM

Both are made of the same tables, but by different code: ajv accepts the built-in sets and what is
right in tests/golden/ruleset, and refuses what is wrong there as far as a schema can see it.

Exit 0: they agree, 1: they do not, 77: python3-yaml, node or the npm package ajv, looked for in
NODE_PATH, is not there.
"""

import json
import os
import pathlib
import re
import subprocess
import sys

try:
    import yaml
except ImportError as error:
    print(error)
    sys.exit(77)

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
GOLDEN = ROOT / "tests" / "golden" / "ruleset"

# What a schema of one file cannot see. An entry whose file it refuses all the same is wrong.
BEYOND = {
    # Names of other places of the file, or of another file.
    "extends/after-nobody.yaml", "extends/id-again.yaml", "extends/itself.yaml",
    "extends/name-to-replace-unknown.yaml", "extends/names-again.yaml",
    "extends/unknown-list.yaml", "extends/unknown-rule.yaml",
    "extends/unknown-set.yaml", "extends/unknown-word.yaml",
    "extends/uses-names-of-its-extension.yaml", "names/check-id-twice.yaml",
    "names/id-twice.yaml", "names/unknown-basis.yaml", "names/unknown-requirement.yaml",
    "names/unknown-term-in-a-list.yaml", "names/unknown-term.yaml",
    "names/unknown-variable.yaml", "structure/circle-of-one.yaml",
    "structure/circle-of-terms.yaml", "structure/circle.yaml", "rungs/stands-in-a-circle.yaml",
    "structure/byte-order-mark.yaml", "structure/columns-are-characters.yaml",
    "structure/crlf.yaml", "structure/unused-list-with-error.yaml", "score/gate.yaml",
    # How it is written in YAML: twice, quoted, too large, not in UTF-8.
    "keys/twice.yaml", "keys/twice-in-a-requirement.yaml", "score/grades-twice.yaml",
    "patterns/plain.yaml", "structure/deep.yaml", "lone-bytes.yaml", "not-utf8.yaml",
    "no-break-space.yaml",
    # Patterns.
    "patterns/bad.yaml", "patterns/bad-in-vars.yaml", "patterns/bad-with-variable.yaml",
    "patterns/half-width-marks.yaml", "patterns/list-in-pattern.yaml",
    "patterns/never-matches-folded-text.yaml", "patterns/quote-inside.yaml",
    # What one value asks of another.
    "score/grades-without-zero.yaml", "keys/opening-of-body.yaml",
    "structure/weak-without-because.yaml",
}

# Small as YAML, and gigabytes without its aliases.
TOO_LARGE = "structure/alias-bomb.yaml"


class Core(yaml.SafeLoader):
    """YAML 1.2, as editors and hegui read it: 2019-04-15 and yes are texts."""


Core.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers
            if tag.rsplit(":", 1)[1] in ("null", "int", "float", "merge")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"),
                           list("tf"))


def node_modules():
    for folder in os.environ.get("NODE_PATH", "").split(os.pathsep):
        if folder and (pathlib.Path(folder) / "ajv/package.json").exists():
            return folder
    print("ajv is not in NODE_PATH")
    return sys.exit(77)


def is_refused(path):
    return "error: " in path.with_name(path.name + ".expected").read_text(errors="replace")


def main():
    modules = node_modules()
    printed = subprocess.run([sys.argv[1], "rules", "schema"], capture_output=True, check=True)
    files = {str(path.relative_to(ROOT)): False for path in sorted((ROOT / "rules").glob("*.yaml"))
             if not path.name.endswith(".test.yaml")}
    for path in sorted(GOLDEN.rglob("*.yaml")):
        if not path.name.endswith("rules.yaml") and not str(path).endswith(TOO_LARGE):
            files[str(path.relative_to(GOLDEN))] = is_refused(path)
    values = []
    for name in list(files):
        path = ROOT / name if name.startswith("rules/") else GOLDEN / name
        try:
            values.append([name, yaml.load(path.read_bytes(), Core)])
            json.dumps(values[-1])
        except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError):
            # No YAML, or none that can be written as JSON: a circle, a lone byte.
            if values and values[-1][0] == name:
                values.pop()
            del files[name]
    run = subprocess.run(["node", HERE / "rules.mjs", modules], check=True, stdout=subprocess.PIPE,
                         text=True, input=json.dumps({"schema": json.loads(printed.stdout),
                                                      "values": values}))
    found = json.loads(run.stdout)
    failed = 0
    for name, refused in files.items():
        expected = refused and name not in BEYOND
        if bool(found[name]) != expected:
            failed += 1
            print(f"{name}: the program {'refuses' if refused else 'takes'} it, the schema "
                  f"{'refuses' if found[name] else 'takes'} it; {found[name][-3:]}")
    for name in BEYOND - {str(path.relative_to(GOLDEN)) for path in GOLDEN.rglob("*.yaml")}:
        failed += 1
        print(f"{name} is not there")
    refused = sum(bool(errors) for errors in found.values())
    print(f"{len(found) - refused} files accepted, {refused} refused, "
          f"{failed} not as they should be")
    sys.exit(failed > 0 or refused == 0)


main()
