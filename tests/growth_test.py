#!/usr/bin/env python3
"""Four times of something is four times the work, not sixteen times.

    growth_test.py PROGRAM      exit 0: so it is, 1: not, 77: valgrind is not there

Work is counted in instructions, which no busy machine changes. What a run needs without any of it
is taken off first. There is little of everything: valgrind takes fifty times as long, and patterns
have some seconds for a report.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

MOST = 6  # Times, for four times the input.

SENTENCE = "街道推进依法行政工作，办结案件12件。"
# Long enough to be a report.
HEAD = "甲街道2024年度法治政府建设情况报告\n" + "街道办事处按月开展巡查。" * 30 + "\n"
RULES = """hegui: 1
id: t
title: 报告
requirements:
  - {id: part, title: 做法, found-by: [{heading: [做法]}]}
checks:
  - {id: word, forbid: [待补]}
"""


def run(program, folder, arguments):
    """The instructions that the program executed."""
    result = subprocess.run(
        ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null",
         "--log-file=valgrind.log", program, *arguments],
        cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if result.returncode not in (0, 1):
        sys.exit(f"{' '.join(arguments)}: exit {result.returncode}: {result.stderr}")
    log = (folder / "valgrind.log").read_text()
    return int(re.search(r"I\s+refs:\s+([\d,]+)", log)[1].replace(",", ""))


counts = {}  # Of what was run before: many rows begin with the same report.


def counted(program, files, arguments):
    key = str((files, arguments))
    if key not in counts:
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            for file, text in files.items():
                (folder / file).write_text(text)
            counts[key] = run(program, folder, arguments)
    return counts[key]


def report(line, times):
    return HEAD + line * times


# Name, how many, what makes the files of so many, the arguments.
ROWS = [
    ("one endless line", 100, lambda n: {"r.txt": report(SENTENCE, n)}, ["check", "-r", "fazhi", "r.txt"]),
    ("no marks", 1000, lambda n: {"r.txt": report("法", n)}, ["check", "-r", "fazhi", "r.txt"]),
    ("paragraphs", 100, lambda n: {"r.txt": report(SENTENCE + "\n", n)}, ["check", "-r", "fazhi", "r.txt"]),
    ("short lines", 200, lambda n: {"r.txt": report("法治\n", n)}, ["check", "-r", "fazhi", "r.txt"]),
    *((f"{name} on a line", many, lambda n, words=words: {"r.txt": report(words, n)}, ["check", "-r", "fazhi", "r.txt"])
      for name, many, words in (
          ("days", 500, "2月29日，"), ("days out of order", 500, "5月20日启动5月12日开工"),
          ("attachments", 1000, "按附件2办理"), ("numbers behind names", 1500, "”三类"))),
    ("headings without a successor", 400, lambda n: {"r.txt": report("1.开展工作\n", n)},
     ["outline", "-r", "fazhi", "r.txt"]),
    *((f"findings on a line, {output}", 240,
       lambda n: {"t.yaml": RULES, "r.txt": HEAD + "一、做法\n" + "场地待补。" * n},
       ["check", "-r", "./t.yaml", "-f", output, "r.txt"])
      for output in ("full", "json", "sarif")),
    ("a long row above short ones", 120,
     lambda n: {"r.html": "<h1>" + HEAD.replace("\n", "</h1><p>", 1) + "</p><table><tr>" + "<td>甲</td>" * n + "</tr>" +
                "<tr><td>乙</td></tr>" * n + "</table>"},
     ["check", "-r", "fazhi", "r.html"]),
    ("cells of a drawn line", 120,
     lambda n: {"r.txt": report(("│ 甲 " * n + "│\n") * 2 + ("├──" * n + "┤\n") + ("│ 乙 " * n + "│\n"), 1)},
     ["check", "-r", "fazhi", "r.txt"]),
    ("words of a list", 2000,
     lambda n: {"t.yaml": RULES + "terms:\n  a: [x" + "".join(f", 词{i:06}" for i in range(n)) + "]\n"},
     ["rules", "check", "./t.yaml"]),
    ("a baseline written", 240,
     lambda n: {"t.yaml": RULES, "r.txt": HEAD + "一、做法\n" + "场地待补。\n" * n},
     ["baseline", "write", "-r", "./t.yaml", "--baseline", "new.json", "r.txt"]),
    ("a baseline read", 500,
     lambda n: {"b.json": '{"hegui-baseline":2,"entries":[\n' + "".join(
         f'{{"path":"{i}.txt","rule":"t/a","fingerprint":"{i:016x}","count":1,"section":["一"],"quote":"x"}},\n'
         for i in range(n)) + "{}]}\n"},
     ["baseline", "show", "--baseline", "b.json"]),
]


def main():
    program = os.path.abspath(sys.argv[1])
    try:
        subprocess.run(["valgrind", "--version"], stdout=subprocess.DEVNULL, check=True)
    except OSError:
        print("valgrind is not there")
        return 77
    failed = False
    for name, many, make, arguments in ROWS:
        none, once, four = (counted(program, make(times), arguments) for times in (0, many, 4 * many))
        growth = (four - none) / (once - none)
        failed |= growth > MOST
        print(f"{'not ' if growth > MOST else ''}ok: {name}: {growth:.1f} times the work", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())
