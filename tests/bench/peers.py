"""Other linters that look for patterns, told to look for the same ones: textlint and markdownlint.

They are compared with hegui only if all three find the same: file, line, column, pattern.
"""

import json
import os
import re
import subprocess
from pathlib import Path

PACKAGES = ["textlint@15.8.0", "@textlint-rule/textlint-rule-pattern@2.0.2", "markdownlint-cli2@0.24.1",
            "markdownlint-rule-search-replace@1.2.0"]
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "hegui-bench"
MODULES = CACHE / "node_modules"


def install():
    CACHE.mkdir(parents=True, exist_ok=True)
    subprocess.run(["npm", "install", "--prefix", CACHE, "--no-audit", "--no-fund", "--ignore-scripts", *PACKAGES],
                   check=True)
    if os.geteuid() == 0:
        subprocess.run(["apt-get", "install", "-y", "ripgrep", "time", "valgrind"], check=True)


def configure(patterns):
    """Writes configurations for them into the current folder."""
    Path("textlint.json").write_text(json.dumps({"rules": {"@textlint-rule/pattern": {
        "patterns": [{"message": f"p{i}", "pattern": f"/{p}/"} for i, p in enumerate(patterns)]}}}))
    Path("b.markdownlint-cli2.jsonc").write_text(json.dumps({
        "noProgress": True, "noBanner": True,
        "customRules": [str(MODULES / "markdownlint-rule-search-replace/rule.js")],
        "config": {"default": False, "search-replace": {"rules": [
            {"name": f"p{i}", "message": f"p{i}", "searchPattern": f"/{p}/g"} for i, p in enumerate(patterns)]}}}))


def textlint(*paths):
    return ["node", str(MODULES / ".bin/textlint"), "-c", "textlint.json", "--rules-base-directory", str(MODULES),
            "--format", "unix", *paths]


def markdownlint(*paths):
    """A folder as a pattern of its own."""
    return ["node", str(MODULES / ".bin/markdownlint-cli2"), "--config", "b.markdownlint-cli2.jsonc",
            *(path if path.endswith(".md") else path + "/*.md" for path in paths)]


def findings(command):
    """File, line, column, pattern of each that it prints as FILE:LINE:COLUMN … pN."""
    printed = subprocess.run(command, capture_output=True, text=True)
    rows = re.findall(r"^(\S+?):(\d+):(\d+):? .*?\b(p\d+)\b", printed.stdout + printed.stderr, re.M)
    return sorted((os.path.relpath(file), int(line), int(column), pattern) for file, line, column, pattern in rows)
