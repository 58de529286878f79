#!/usr/bin/env python3
"""Each call of the C library fails once: memory, files, folders, the disk.

    torture_test.py PROGRAM COMPILER    exit 0: held, 1: not, 77: the library cannot be built

Whatever fails, the program ends by itself and says so (exit code 0, 1 or 2, which is 2 for what
concerns a result), and a result is there whole or not at all, without a temporary file beside it.
The calls of a command are counted first, and then fail in turn; of the many requests for memory
some do, further apart the later they are.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

MOST_SECONDS = 60
MOST_RUNS = 60  # Of one command and call.

# Name, arguments, and the results that it leaves.
COMMANDS = [
    ("check", ["check", "-j", "2", "-f", "concise", "-f", "json=o.json", "-f", "csv=o.csv", "reports"],
     ["o.json", "o.csv"]),
    ("score", ["score", "-f", "xlsx=o.xlsx", "-f", "json=o.json", "reports"], ["o.xlsx", "o.json"]),
    ("baseline", ["baseline", "write", "--baseline", "b.json", "reports"], ["b.json"]),
    ("known", ["check", "--baseline", "known.json", "-f", "jsonl=o.jsonl", "reports"], ["o.jsonl"]),
    ("outline", ["outline", "reports"], []),
]

failures = []


def is_whole(path):
    try:
        if path.suffix == ".json":
            json.loads(path.read_text())
        elif path.suffix == ".xlsx":
            return zipfile.ZipFile(path).testzip() is None
        return path.suffix == ".xlsx" or path.read_bytes().endswith(b"\n")
    except (ValueError, zipfile.BadZipFile):
        return False


def numbers(count):
    """All of few; of many the first, and then further and further apart."""
    step, number = 1.0, 1.0
    ratio = max(1.0, count / MOST_RUNS) ** (2 / MOST_RUNS) if count > MOST_RUNS else 1.0
    while number <= count:
        yield int(number)
        number += step
        step *= ratio


def run(program, library, folder, arguments, **extra):
    for name in os.listdir(folder):
        if name.startswith(("o.", "b.")):
            os.remove(os.path.join(folder, name))
    environment = dict(os.environ, LD_PRELOAD=library, TMPDIR=os.path.join(folder, "tmp"), **extra)
    return subprocess.run([program, *arguments], cwd=folder, env=environment, timeout=MOST_SECONDS,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def torture(program, library, folder, name, arguments, results):
    counts = Path(folder, "tmp/counts")
    before = {*os.listdir(folder), *results}
    run(program, library, folder, arguments, COUNTS=str(counts))
    made = {call: int(count) for call, count in map(str.split, counts.read_text().splitlines())}
    counts.unlink()
    runs = 0
    for call, count in made.items():
        for number in numbers(count):
            runs += 1
            result = run(program, library, folder, arguments, FAIL=f"{call}:{number}")
            what = f"{name}, {call} {number} of {count}"
            if result.returncode not in (0, 1, 2):
                failures.append(what)
                print(f"{what}: exit code {result.returncode}: {result.stdout.decode()[-300:]}")
            left = (set(os.listdir(folder)) - before) | set(os.listdir(folder + "/tmp"))
            torn = [name for name in results
                    if Path(folder, name).exists() and not is_whole(Path(folder, name))]
            if left or torn:
                failures.append(what)
                print(f"{what}: left {sorted(left)}, not whole {torn}")
                for leftover in left:
                    Path(folder, leftover).unlink(missing_ok=True)
                    Path(folder, "tmp", leftover).unlink(missing_ok=True)
            if result.returncode < 2 and not all(Path(folder, name).exists() for name in results):
                failures.append(what)
                print(f"{what}: exit code {result.returncode} without its results")
    return runs


def main():
    program, compiler = os.path.realpath(sys.argv[1]), sys.argv[2]
    here = Path(__file__).parent
    with tempfile.TemporaryDirectory() as folder:
        library = os.path.join(folder, "inject.so")
        if subprocess.run([compiler, "-x", "c", "-O1", "-shared", "-fPIC", "-o", library,
                           here / "torture/inject.c", "-ldl"]).returncode != 0:
            return 77
        os.makedirs(folder + "/reports/lower")
        os.mkdir(folder + "/tmp")
        for source, name in ("good.txt", "a.txt"), ("no-causes.txt", "b.txt"), ("no-principals.txt", "lower/c.txt"):
            shutil.copy(here.parent / "examples" / source, folder + "/reports/" + name)
        subprocess.run([program, "baseline", "write", "--baseline", "known.json", "reports"],
                       cwd=folder, stdout=subprocess.DEVNULL)
        begin = time.monotonic()
        runs = sum(torture(program, library, folder, *command) for command in COMMANDS)
        print(f"{runs} runs in {time.monotonic() - begin:.0f} s, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
