#!/usr/bin/env python3
"""What the system refuses: calls of the C library, descriptors, memory, time to end.

    torture_test.py PROGRAM COMPILER [RUNS]    exit 0: held, 1: not, 77: no library can be built

Each command runs undisturbed first. Then each call of the C library that it makes fails once, in
turn; of many calls RUNS (10) do, further apart the later they are. Then it has few descriptors,
little memory, and standard streams that are closed or full. Then it is killed while it writes.

Whatever happens, the program ends by itself with exit code 0, 1 or 2. With 0 or 1 it has said and
written what it does undisturbed, byte for byte: nothing is wrong in silence. A result is always the
old file or a new one, whole, and no temporary file is left, unless it was killed: then the next run
is none the worse for it.
"""

import io
import itertools
import json
import os
import queue
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from pathlib import Path

MOST_SECONDS = 60
HERE = Path(__file__).parent
FORMS = ("full", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "markdown",
         "csv", "html")
SCORES = ("text", "json", "csv", "xlsx")


def to_files(forms):
    return [word for form in forms for word in ("-f", f"{form}=o.{form}")]


# Arguments, and the results that they leave.
COMMANDS = {
    "check": (["check", "-j", "2", *to_files(FORMS), "reports"], [f"o.{form}" for form in FORMS]),
    "check-to-screen": (["check", "reports", "formats"], []),
    "score": (["score", *to_files(SCORES), "reports"], [f"o.{form}" for form in SCORES]),
    "archive": (["check", "-f", "json=o.json", "reports.zip"], ["o.json"]),
    "list": (["check", "-f", "concise", "--files-from", "list"], []),
    "configured": (["check", "-f", "concise", "configured"], []),
    "known": (["check", "--baseline", "known.json", "-f", "jsonl=o.jsonl", "reports"], ["o.jsonl"]),
    "baseline-write": (["baseline", "write", "--baseline", "b.json", "reports"], ["b.json"]),
    "baseline-prune": (["baseline", "prune", "--baseline", "old.json", "reports"], ["old.json"]),
    "baseline-show": (["baseline", "show", "--baseline", "known.json"], []),
    "outline": (["outline", "reports"], []),
    "outline-json": (["outline", "-f", "json", "reports/a.txt"], []),
    "show": (["show", "reports/a.txt"], []),
    "trace": (["check", "--trace", "fazhi/causes", "reports/b.txt"], []),
    "explain": (["explain", "fazhi/causes"], []),
    "rules-list": (["rules", "list"], []),
    "rules-show": (["rules", "show", "fazhi"], []),
    "rules-check": (["rules", "check", "./configured/own.yaml"], []),
    "config": (["config", "configured/a.txt"], []),
    "test": (["test", "./configured/own.yaml"], []),
    "init": (["init"], [".hegui.yaml"]),
    "converted": (["check", "-j", "2", "-f", "jsonl=o.jsonl", "converted"], ["o.jsonl"]),
    "staged": (["check", "-f", "concise", "--staged"], []),
    "fix": (["check", "-j", "2", "--fix", "-f", "jsonl=o.jsonl", "wrong.txt", "wrong.docx"],
            ["wrong.txt", "wrong.docx", "o.jsonl"]),
    "diff": (["check", "--diff", "wrong.txt", "wrong.docx"], []),
}
CONFIGURED = {
    "configured/.hegui.yaml": "rules: [own.yaml]\nset: {year: 2025}\n",
    "configured/own.yaml": "hegui: 1\nid: own\ntitle: 报告\nextends: [gongwen]\nvars:\n"
                           "  year: {find: '/20\\d\\d/', in: [option, title]}\nchecks:\n"
                           "  - {id: word, forbid: ['/的/'], bad: [我们的报告。], good: [报告。]}\n",
    "configured/own.test.yaml": "hegui-test: 1\ncases:\n  - {name: a, file: a.txt, silent: [own/other]}\n",
    "configured/a.txt.hegui.yaml": "suppress:\n  - {rule: own/word, reason: 试行}\n",
    "configured/.gitignore": "left-out.txt\n",
    "list": "reports/a.txt\nreports/lower/c.txt\n",
    "converted/a.rtf": "{\\rtf1 a}",
    "converted/b.rtf": "{\\rtf1 b}",
}
# Instead of LibreOffice; the arguments end in: --outdir FOLDER FILE.
OFFICE = """#!/bin/sh
while [ $# -gt 2 ]; do shift; done
mkdir "$1" && cp "$MADE" "$1/report.docx"
"""


def is_whole(name, content):
    """It may say that something could not be read."""
    try:
        if name.endswith((".xlsx", ".docx")):
            return zipfile.ZipFile(io.BytesIO(content)).testzip() is None
        if name.endswith((".json", ".sarif", ".gitlab", ".rdjson")):
            json.loads(content)
        return not content or content.endswith(b"\n")
    except (ValueError, zipfile.BadZipFile):
        return False


failures = []
lock = threading.Lock()


def fail(what, why):
    with lock:
        failures.append(what)
        print(f"{what}: {why}", flush=True)


def make_place(folder, program, make_docx):
    """A folder in which all commands have what they read."""
    examples = HERE.parent / "examples"
    for name in "reports/lower", "formats", "configured", "converted", "bin", "tmp":
        os.makedirs(folder / name)
    good = (examples / "good.txt").read_text()
    for source, name in (("good.txt", "reports/a.txt"), ("no-causes.txt", "reports/b.txt"),
                         ("no-principals.txt", "reports/lower/c.txt"), ("good.txt", "configured/a.txt"),
                         ("good.txt", "configured/left-out.txt")):
        shutil.copy(examples / source, folder / name)
    (folder / "wrong.txt").write_text(good.replace("规范街面", "规范，，街面"))
    (folder / "formats/a.md").write_text(good.replace("\n", "\n\n"))
    (folder / "formats/a.html").write_text("<html><body><p>" + good.replace("\n", "</p>\n<p>"))
    if os.access(make_docx, os.X_OK):
        subprocess.run([make_docx, examples / "good.txt", folder / "formats/a.docx"], check=True)
        subprocess.run([make_docx, folder / "wrong.txt", folder / "wrong.docx"], check=True)
    (folder / "bin/soffice").write_text(OFFICE)
    (folder / "bin/soffice").chmod(0o755)
    for name, text in CONFIGURED.items():
        (folder / name).write_text(text)
    with zipfile.ZipFile(folder / "reports.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(folder / "reports/a.txt", "甲/a.txt")
        archive.write(folder / "reports/b.txt", "b.txt")
    for name in "known.json", "old.json":
        subprocess.run([program, "baseline", "write", "--baseline", name, "reports", "configured"],
                       cwd=folder, stdout=subprocess.DEVNULL, check=True)
    if shutil.which("git"):
        for words in ["init", "-q"], ["add", "reports"]:
            subprocess.run(["git", *words], cwd=folder, check=True)


class Bench:
    """A folder for one thread, put back before each run."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.old = {name: (folder / name).read_bytes() for name in ("old.json", ".hegui.yaml", "wrong.txt", "wrong.docx")
                    if (folder / name).exists()}
        self.names = set(os.listdir(folder))
        self.environment = dict(os.environ, TMPDIR=str(folder / "tmp"), MADE=str(folder / "formats/a.docx"),
                                PATH=f"{folder / 'bin'}:{os.environ['PATH']}")
        self.least_memory = least_memory(self)

    def restore(self):
        for name in set(os.listdir(self.folder)) - self.names:
            (self.folder / name).unlink()
        for path in (self.folder / "tmp").iterdir():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)  # Whoever keeps a child of it may be faster.
            else:
                path.unlink(missing_ok=True)
        for name, content in self.old.items():
            (self.folder / name).write_bytes(content)

    def run(self, arguments, stdout=subprocess.PIPE, before=None, **variables):
        return subprocess.run([self.program, *arguments], cwd=self.folder, timeout=MOST_SECONDS,
                              env={**self.environment, **variables},
                              stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE,
                              preexec_fn=before)

    def content(self, name):
        path = self.folder / name
        return path.read_bytes() if path.exists() else None

    def left(self, results):
        return sorted(set(os.listdir(self.folder)) - self.names - set(results)) + \
            os.listdir(self.folder / "tmp")


class Command:
    def __init__(self, name, bench):
        self.name = name
        self.arguments, self.results = COMMANDS[name]
        bench.restore()
        self.before = {result: bench.content(result) for result in self.results}
        begin = time.monotonic()
        self.normal = bench.run(self.arguments)
        self.seconds = time.monotonic() - begin
        self.after = {result: bench.content(result) for result in self.results}
        if self.normal.returncode not in (0, 1) or None in self.after.values():
            fail(name, f"undisturbed: exit code {self.normal.returncode}: {self.normal.stderr.decode()}")

    def judge(self, bench, what, result, says=True):
        """`says`: its standard output could be read."""
        what = f"{self.name}, {what}"
        if result.returncode == 127 and b"error while loading shared libraries" in result.stderr:
            return  # It has not begun.
        if result.returncode not in (0, 1, 2):
            fail(what, f"exit code {result.returncode}: {result.stderr.decode()[-300:]}")
        for name in self.results:
            content = bench.content(name)
            if result.returncode < 2 and content != self.after[name]:
                fail(what, f"exit code {result.returncode}, and {name} is not what it should be")
            elif content != self.before[name] and not is_whole(name, content):
                fail(what, f"{name} is not whole")
        # A test that cannot be read has failed, and says so.
        silent = self.name != "test" or result.returncode == 0
        if silent and result.returncode < 2 and (result.returncode != self.normal.returncode or
                                                 (says and result.stdout != self.normal.stdout)):
            fail(what, f"exit code {result.returncode}, and wrong in silence: {result.stderr.decode()}")
        left = bench.left(self.results)
        if "descriptors" in what and all(name.startswith("hegui-room-") for name in left):
            # To remove a folder takes some, too. Else the next run does it, which must not be refused
            # for what this one has written.
            for name in set(self.results) - bench.names:
                (bench.folder / name).unlink(missing_ok=True)
            bench.run(self.arguments)
            left = bench.left(self.results)
        if left:
            fail(what, f"left {left}")


def numbers(count, runs):
    """All of few; of many the first, and then further and further apart."""
    if count <= runs:
        return range(1, count + 1)
    ratio = count ** (1 / (runs - 1))
    return sorted({min(count, max(i + 1, round(ratio ** i))) for i in range(runs)})


def calls(command, bench, library, runs):
    counts = bench.folder / "tmp/counts"
    bench.restore()
    bench.run(command.arguments, LD_PRELOAD=library, COUNTS=str(counts))
    made = {call: int(count) for call, count in map(str.split, counts.read_text().splitlines())}
    for call, count in made.items():
        for number in numbers(count, runs):
            yield f"{call} {number} of {count}", dict(LD_PRELOAD=library, FAIL=f"{call}:{number}")


def limited(kind, number):
    return lambda: resource.setrlimit(kind, (number, number))


def least_memory(bench):
    """MiB that it needs to say no: with less it does not begin, or C++ has no memory for exceptions."""
    for megabytes in range(16, 512, 4):
        if bench.run(["--no-such-option"],
                     before=limited(resource.RLIMIT_AS, megabytes << 20)).returncode == 2:
            return megabytes
    return 512


def limits(bench):
    for number in (3, 4, 5, 6, 7, 8, 10, 12, 16):
        yield f"{number} descriptors", dict(before=limited(resource.RLIMIT_NOFILE, number))
    for more in (0, 4, 8, 16, 32, 64, 128, 192):
        megabytes = bench.least_memory + more
        yield f"{megabytes} MiB", dict(before=limited(resource.RLIMIT_AS, megabytes << 20))
    for size in (0, 1, 1000, 5000, 8000, 12000, 20000):
        yield f"files of {size} bytes", dict(before=limited(resource.RLIMIT_FSIZE, size))


def streams():
    for closed in itertools.chain.from_iterable(itertools.combinations((0, 1, 2), n) for n in (1, 2, 3)):
        def close(closed=closed):
            for number in closed:
                os.close(number)
        yield f"{closed} closed", 1 not in closed, dict(before=close)
    for number in 1, 2:
        def fill(number=number):
            os.dup2(os.open("/dev/full", os.O_WRONLY), number)
        yield f"{number} full", number != 1, dict(before=fill)


def kill(command, bench, times):
    """While it writes: what is left is whole, and does not disturb the next run."""
    for i in range(times):
        bench.restore()
        for name, content in command.after.items():
            (bench.folder / name).write_bytes(bench.old.get(name, content))
        before = {name: bench.content(name) for name in command.results}
        child = subprocess.Popen([bench.program, *command.arguments], cwd=bench.folder, env=bench.environment,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0.2, 1.1) * command.seconds)
        number = random.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
        child.send_signal(number)
        child.wait()
        what = f"{command.name}, {signal.Signals(number).name} {i}"
        for name in command.results:
            if bench.content(name) not in (before[name], command.after[name]):
                fail(what, f"{name} is neither the old file nor the new one")
        # libxlsxwriter makes a file and takes its name away at once: a signal may come in between.
        def left():
            return [name for name in bench.left(command.results) if not name.startswith("tmp.")]

        # What keeps a child ends after the program.
        end = time.monotonic() + 10
        while number != signal.SIGKILL and left() and time.monotonic() < end:
            time.sleep(0.01)
        if number != signal.SIGKILL and left():
            fail(what, f"left {left()}")
        if i % 5 == 0:
            for name, content in bench.old.items():
                (bench.folder / name).write_bytes(content)
            again = bench.run(command.arguments)
            if again.returncode != command.normal.returncode:
                fail(what, f"and then exit code {again.returncode}: {again.stderr.decode()}")


def torture(name, bench, library, runs):
    command = Command(name, bench)
    done = {"calls": 0, "limits": 0, "streams": 0, "kills": 0}
    for what, options in calls(command, bench, library, runs):
        bench.restore()
        command.judge(bench, what, bench.run(command.arguments, **options))
        done["calls"] += 1
    for what, options in limits(bench):
        bench.restore()
        command.judge(bench, what, bench.run(command.arguments, **options))
        done["limits"] += 1
    for what, says, options in streams():
        bench.restore()
        result = bench.run(command.arguments, **options)
        command.judge(bench, what, result, says)
        if not says and command.normal.stdout and result.returncode != 2:
            fail(f"{name}, {what}", f"exit code {result.returncode}, and nothing could be said")
        done["streams"] += 1
    if command.results and None not in command.after.values() and name != "init":  # It refuses to replace a file.
        kill(command, bench, runs)
        done["kills"] += runs
    print(f"{name}: " + ", ".join(f"{count} {what}" for what, count in done.items()), flush=True)
    return sum(done.values())


def main():
    program, compiler = os.path.realpath(sys.argv[1]), sys.argv[2]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 10
    with tempfile.TemporaryDirectory() as top:
        library = os.path.join(top, "inject.so")
        if subprocess.run([compiler, "-x", "c", "-O1", "-shared", "-fPIC", "-o", library,
                           HERE / "torture/inject.c", "-ldl"]).returncode != 0:
            return 77
        names = queue.SimpleQueue()
        make_docx = os.path.dirname(program) + "/tests/make_docx"
        has_docx = os.access(make_docx, os.X_OK)
        possible = {"staged": shutil.which("git"), "converted": has_docx, "fix": has_docx, "diff": has_docx}
        asked = sys.argv[4:] or [name for name in COMMANDS if possible.get(name, True)]
        for name in asked:
            names.put(name)
        counts = []

        def work(number):
            folder = Path(top, str(number))
            make_place(folder, program, make_docx)
            bench = Bench(program, folder)
            while not names.empty():
                try:
                    name = names.get_nowait()
                except queue.Empty:
                    return
                try:
                    counts.append(torture(name, bench, library, runs))
                except subprocess.TimeoutExpired as late:
                    fail(name, f"does not end: {late.cmd}")

        begin = time.monotonic()
        threads = [threading.Thread(target=work, args=(i,)) for i in range(os.cpu_count() or 1)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        print(f"{sum(counts)} runs in {time.monotonic() - begin:.0f} s, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
