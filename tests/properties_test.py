#!/usr/bin/env python3
"""What must hold for every report, whatever is in it.

    properties_test.py PROGRAM FOLDER...    exit 0: it holds, 1: not

  places    lines above a report move every place down by as many, and change nothing else
  line ends CR LF says what LF says
  encoding  a report in GB 18030 says what it says in UTF-8
  quotes    a quote stands where it is said to stand
  jsonl     a line a document, finding or problem says what json says in one
  threads   eight threads say what one says, in the same order
  order     of the reports on the command line changes nothing but the order
  cwd       from another folder a report says the same
"""

import copy
import json
import pathlib
import subprocess
import sys
import tempfile

PLACES = ("line", "end_line")


def run(program, arguments, cwd=None):
    result = subprocess.run([program, *arguments], cwd=cwd, capture_output=True)
    if result.returncode not in (0, 1, 2):
        sys.exit(f"{' '.join(arguments)}: exit {result.returncode}")
    return result.stdout.decode("utf-8")


def check(program, paths, *options, cwd=None):
    return json.loads(run(program, ["check", "--no-config", "--no-baseline", "-r", "fazhi", "-f", "json",
                                    *options, *map(str, paths)], cwd))["documents"]


def moved(value, by, key=None):
    """With every line so much further down."""
    if isinstance(value, dict):
        return {name: moved(inner, by, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [moved(inner, by) for inner in value]
    return value + by if key in PLACES and isinstance(value, int) and value > 0 else value


def without(document, *keys):
    document = copy.deepcopy(document)
    for key in keys:
        document.pop(key, None)
    # Words of lines, such as “第 3 行”, are in messages: places are compared, not these.
    return document


def squeeze(text):
    return "".join(text.split())


def places_of(value):
    if isinstance(value, dict):
        if "quote" in value and value.get("line"):
            yield value
        for inner in value.values():
            yield from places_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from places_of(inner)


class Properties:
    def __init__(self, program, folder):
        self.program, self.folder, self.failed = program, pathlib.Path(folder), 0

    def require(self, holds, name, path, what=""):
        if not holds:
            self.failed += 1
            print(f"not ok: {name}: {path} {what}")

    def one(self, path):
        text = path.read_text(encoding="utf-8")
        copied = self.folder / path.name
        copied.write_text(text, encoding="utf-8")
        [before] = check(self.program, [copied])

        copied.write_text("\n\n\n" + text, encoding="utf-8")
        [after] = check(self.program, [copied])
        self.require(after == moved(before, 3), "places", path)

        copied.write_bytes(text.replace("\n", "\r\n").encode("utf-8"))
        [after] = check(self.program, [copied])
        self.require(after == before, "line ends", path)

        copied.write_bytes(text.encode("gb18030"))
        [after] = check(self.program, [copied])
        self.require(without(after, "encoding") == without(before, "encoding"), "encoding", path)

        lines = text.split("\n")
        for place in places_of(before):
            # A quote joins lines, and leaves blanks out.
            start = "".join(lines[place["line"] - 1:][:20])[place["column"] - 1:]
            quote = place["quote"].rstrip("…")
            found = squeeze(start).startswith(squeeze(quote)) and not quote.startswith(" ")
            self.require(found, "quotes", path, f"{place['line']}:{place['column']} {quote}")

    def all(self, paths):
        # The same names from the same place, and each once.
        together = check(self.program, paths, "-j", "1")
        self.require(check(self.program, paths, "-j", "8") == together, "threads", "all")
        backwards = check(self.program, paths[::-1])
        self.require(sorted(map(json.dumps, backwards)) == sorted(map(json.dumps, together)), "order", "all")

        lines = [json.loads(line) for line in run(
            self.program, ["check", "--no-config", "--no-baseline", "-r", "fazhi", "-f", "jsonl", *map(str, paths)]
        ).splitlines()]
        findings = [without(line, "type", "path") for line in lines if line.get("type") == "finding"]
        self.require(findings == [finding for document in together for finding in document["findings"]],
                     "jsonl", "all")

        here = check(self.program, [path.name for path in paths if path.parent == paths[0].parent],
                     cwd=paths[0].parent)
        there = [document for document, path in zip(together, paths) if path.parent == paths[0].parent]
        self.require([without(d, "path") for d in here] == [without(d, "path") for d in there], "cwd", "all")


def main(program, folders):
    paths = sorted(path.resolve() for folder in folders for path in pathlib.Path(folder).glob("*.txt"))
    with tempfile.TemporaryDirectory() as temporary:
        properties = Properties(pathlib.Path(program).resolve(), temporary)
        for path in paths:
            properties.one(path)
        properties.all(paths)
    print(f"{len(paths)} reports, {properties.failed} not as wanted")
    return properties.failed > 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
