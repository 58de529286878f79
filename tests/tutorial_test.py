#!/usr/bin/env python3
"""The English tutorial in rules/README.md: what it says to write is written, and what it says to run
must print what stands there.

A comment before a fenced block says where its lines go:

  <!-- write FILE -->                into a new file
  <!-- end of FILE -->               below all others
  <!-- FILE before KEY -->           above the line of that top-level key
  <!-- FILE instead of ID -->        in place of the entry of a list with that id, or of that key
  <!-- FILE last of KEY -->          below the last entry of that top-level key

  tutorial_test.py PROGRAM                    exit 0: as it stands there, 1: not
  UPDATE_EXPECTED=1 tutorial_test.py PROGRAM  writes what is printed into the manual
"""

import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

MANUAL = pathlib.Path(__file__).resolve().parent.parent / "rules" / "README.md"
BEGIN, END = "<!-- tutorial -->\n", "<!-- /tutorial -->\n"
BLOCK = re.compile(r"(?:<!-- (?P<where>[^>]*) -->\n\n?)?```(?P<kind>\w+)\n(?P<text>.*?)```\n", re.S)


def put(folder, where, text):
    """Does what the comment before a block says."""
    if match := re.fullmatch(r"write (\S+)", where):
        (folder / match[1]).write_text(text)
        return
    if match := re.fullmatch(r"end of (\S+)", where):
        file = folder / match[1]
        file.write_text(file.read_text().rstrip("\n") + "\n\n" + text)
        return
    match = re.fullmatch(r"(\S+) (before|instead of|last of) (\S+)", where)
    if not match:
        sys.exit(f"tutorial: nobody knows where “{where}” is")
    file = folder / match[1]
    lines = file.read_text().splitlines(keepends=True)
    top_level = [i for i, line in enumerate(lines) if re.match(r"[\w-]", line)] + [len(lines)]
    name = match[3]
    if match[2] == "instead of":
        begin = next(i for i, line in enumerate(lines)
                     if line == f"  - id: {name}\n" or line.startswith(name + ":"))
        entry = lines[begin].startswith(" ")
        ends = [i for i, line in enumerate(lines)
                if i in top_level or (entry and line.startswith("  - "))]
        end = next(i for i in ends + [len(lines)] if i > begin)
    else:
        key = next(i for i in top_level if lines[i].startswith(name + ":"))
        end = begin = key if match[2] == "before" else next(i for i in top_level if i > key)
    lines[begin:end] = [text if text.endswith("\n\n") else text + "\n"]
    file.write_text("".join(lines))


def printed(folder, program, command):
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "HEGUI_"))},
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "100",
    }
    run = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, text=True,
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
    return "".join(line.rstrip() + "\n" for line in run.stdout.splitlines())


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    manual = MANUAL.read_text()
    begin, end = manual.index(BEGIN), manual.index(END)
    tutorial = manual[begin:end]
    commands = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)

        def told(match):
            nonlocal commands
            if match["where"]:
                put(folder, match["where"], match["text"])
            if match["kind"] != "console":
                return match[0]
            out = ""
            for command in re.findall(r"^\$ (.*)$", match["text"], re.M):
                commands += 1
                out += f"$ {command}\n" + printed(folder, program, command)
            return match[0].replace(match["text"], out)

        now = BLOCK.sub(told, tutorial)
    if os.environ.get("UPDATE_EXPECTED") == "1":
        MANUAL.write_text(manual[:begin] + now + manual[end:])
    elif now != tutorial:
        sys.stdout.writelines(
            difflib.unified_diff(tutorial.splitlines(True), now.splitlines(True),
                                 "rules/README.md", "printed now"))
        return 1
    print(f"{commands} commands")
    return 0 if commands else 1


sys.exit(main())
