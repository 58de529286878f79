#!/usr/bin/env python3
"""How fast hegui is: against other programs, and as what it is given grows.

    tests/bench/run.py [PROGRAM]      build/hegui by default; some minutes
    tests/bench/run.py --peers        installs textlint and markdownlint (npm) in the user's cache first,
                                      and, as root, ripgrep and valgrind (apt)
    tests/bench/run.py --rounds 15    7 by default
    tests/bench/run.py --against OLD  compares with another hegui, too
    tests/bench/run.py --check        tiny inputs: only whether all of this still works

Figures depend on the machine, so nothing fails because of one: a goal that is missed is marked.
Another program that is not there is skipped, and that is said. Exit code 1: hegui does not do the
work that is to be measured, or not the same as another does.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import growth
import measure
import peers
from inputs import EXPRESSIONS, Generator, ROOT, markdown, on_one_line, rules


def fail(message):
    sys.exit(f"bench: {message}")


def skip(message):
    print(f"  skipped: {message}")


class Bench:
    def __init__(self, program, rounds, scale):
        self.program, self.rounds, self.scale = program, rounds, scale
        self.table = None

    def hegui(self, *arguments):
        return [self.program, "check", "--no-config", "--no-baseline", "-q", *arguments]

    def in_turn(self, commands, repeats=1):
        return measure.in_turn(commands, self.rounds, repeats)

    # --- inputs

    def make_inputs(self):
        """In the current folder."""
        maker = Generator()
        for name, count in (("200", 200), ("2000", 2000), ("3000", 3000)):
            os.mkdir(name)
            for i in range(max(5, int(count * self.scale))):
                Path(name, f"{i:04}.md").write_text(markdown(maker.report(10_000)))
        Path("one.txt").write_text(maker.report(10_000))
        for name, size in (("50k", 5e4), ("150k", 15e4), ("1m", 1e6), ("2m", 2e6), ("20m", 20e6)):
            Path(f"{name}.txt").write_text(maker.report(int(size * self.scale)))
        Path("line.txt").write_text(on_one_line(Path("2m.txt").read_text()))
        patterns = maker.words(40) + EXPRESSIONS
        Path("60.yaml").write_text(rules(patterns))
        Path("60.txt").write_text("\n".join(patterns) + "\n")
        for count in (10, 100, 1000):
            Path(f"{count}.yaml").write_text(rules(maker.words(count)))
        Path("none.yaml").write_text(rules(["甲乙丙丁戊己"]))
        peers.configure(patterns)

    def check_work(self):
        """A time means nothing if the work was not done."""
        for arguments in (["one.txt"], ["20m.txt"], ["line.txt"], ["2000"], ["-r", "60.yaml", "2000"]):
            counts = [self.printed(*arguments, "-f", "json", "-j", threads) for threads in ("1", "2")]
            if counts[0] != counts[1]:
                fail(f"{arguments}: two threads do not print what one prints")
            documents = len(os.listdir(arguments[-1])) if os.path.isdir(arguments[-1]) else 1
            if counts[0].count('"status":"checked"') != documents:
                fail(f"{arguments}: not all {documents} documents were checked")

    def printed(self, *arguments):
        return subprocess.run(self.hegui(*arguments), stdout=subprocess.PIPE, text=True).stdout

    # --- figures

    def cold(self):
        self.table.section("One report of 10 KB, from start to finish, all rules")
        dynamic = b"/ld-linux" in Path(self.program).read_bytes()[:4096]
        commands = {"true": ["true"], "hegui": self.hegui("one.txt")}
        if shutil.which("node"):
            commands["node"] = ["node", "-e", "0"]
        runs = self.in_turn(commands, repeats=max(1, int(10 * self.scale)))
        self.table.row("hegui", [run.wall * 1e3 for run in runs["hegui"]], "ms")
        self.table.row("true", [run.wall * 1e3 for run in runs["true"]], "ms")
        if "node" in runs:
            goal = "≥ 12" if dynamic else "≥ 20"
            kind = "dynamically" if dynamic else "statically"
            self.table.row(f"sooner than node -e 0 ({kind} linked)", measure.ratios(runs, "node", "hegui"), "×", goal)
        else:
            skip("node is not there")

    def linters(self):
        self.table.section("200 reports in Markdown, 60 rules of one's own, one thread")
        ours = self.hegui("-j", "1", "-r", "60.yaml", "-f", "concise", "200")
        commands, found = {"hegui": ours}, peers.findings(ours)
        for name, goal in (("textlint", "≥ 40"), ("markdownlint", "≥ 30")):
            command = getattr(peers, name)
            if not shutil.which("node") or not Path(command()[1]).exists():
                skip(f"{name} is not there; run.py --peers installs it")
                continue
            theirs = peers.findings(command("200"))
            if theirs != found:
                odd = sorted(set(theirs) ^ set(found))
                fail(f"{name} finds {len(theirs)}, hegui {len(found)}; no ratio for unequal work. {odd[:3]}")
            commands[name] = command("200")
        runs = self.in_turn(commands)
        self.table.row(f"hegui ({len(found):,} findings)", [run.wall * 1e3 for run in runs["hegui"]], "ms")
        for name, goal in (("textlint", "≥ 40"), ("markdownlint", "≥ 30")):
            if name in runs:
                self.table.row(f"{name}, the same findings", [run.wall * 1e3 for run in runs[name]], "ms")
                self.table.row(f"faster than {name}", measure.ratios(runs, name, "hegui"), "×", goal)

    def many(self):
        reports = sorted(str(file) for file in Path("2000").iterdir())
        megabytes = sum(os.path.getsize(file) for file in reports) / 1e6
        self.table.section(f"{len(reports):,} reports, {megabytes:.1f} MB")
        commands = {"60 rules": self.hegui("-j", "1", "-r", "60.yaml", "-f", "concise", "2000"),
                    "all rules": self.hegui("-j", "1", "2000"),
                    "all rules, 2 threads": self.hegui("-j", "2", "2000"),
                    "no rules": self.hegui("-j", "1", "-r", "none.yaml", "2000"),
                    "cat": ["cat", *reports]}
        if shutil.which("rg"):
            commands["rg -n"] = ["rg", "-j1", "-n", "-f", "60.txt", "2000"]
            commands["rg -on --column"] = ["rg", "-j1", "-o", "-n", "--column", "-f", "60.txt", "2000"]
        runs = self.in_turn(commands)
        for name in commands:
            self.table.row(name, [run.wall * 1e3 for run in runs[name]], "ms")
        for name, goal in (("60 rules", ""), ("all rules", "≥ 15"), ("no rules", "≥ 120")):
            self.table.row(f"{name}, of processor time", [megabytes / run.processor for run in runs[name]], "MB/s", goal)
        self.table.row("two threads against one", measure.ratios(runs, "all rules", "all rules, 2 threads"), "×", "≥ 1.8")
        self.table.row("60 rules, times the time of cat", measure.ratios(runs, "60 rules", "cat"), "×")
        if "rg -n" not in runs:
            return skip("rg (package ripgrep) is not there")
        self.table.row("60 rules, times that of rg -n (lines only)", measure.ratios(runs, "60 rules", "rg -n"), "×", "≤ 6")
        self.table.row("60 rules, times that of rg -on --column", measure.ratios(runs, "60 rules", "rg -on --column"), "×")

    def large(self):
        self.table.section("Large reports")
        commands = {"20 MB": self.hegui("20m.txt"), "2 MB": self.hegui("2m.txt"), "2 MB on one line": self.hegui("line.txt")}
        commands |= {f"2 MB, {count} words": self.hegui("-r", f"{count}.yaml", "-f", "concise", "2m.txt")
                     for count in (10, 100, 1000)}
        docx = Path(self.program).resolve().parent / "tests/make_docx"  # Where tests are built.
        if docx.exists():
            subprocess.run([docx, "2m.txt", "2m.docx"], check=True)
            commands["2 MB as DOCX"] = self.hegui("2m.docx")
        runs = self.in_turn(commands)
        for name in commands:
            self.table.row(name, [run.wall * 1e3 for run in runs[name]], "ms")
        self.table.row("20 MB against 2 MB", measure.ratios(runs, "20 MB", "2 MB"), "×", "≤ 11")
        self.table.row("one line against many", measure.ratios(runs, "2 MB on one line", "2 MB"), "×", "≤ 3")
        self.table.row("1,000 words against 10", measure.ratios(runs, "2 MB, 1000 words", "2 MB, 10 words"), "×", "≤ 2")
        if docx.exists():
            self.table.row("DOCX against text", measure.ratios(runs, "2 MB as DOCX", "2 MB"), "×", "≤ 1.5")
        else:
            skip("make_docx is not built; tests/run.sh builds it")

    def memory(self):
        self.table.section("Peak memory")
        if not Path("/usr/bin/time").exists():
            return skip("/usr/bin/time (package time) is not there")
        rows = [("one report of 10 KB", self.hegui("one.txt"), "≤ 12"), ("20 MB", self.hegui("20m.txt"), "≤ 60"),
                ("2,000 reports, two threads", self.hegui("-j", "2", "2000"), "≤ 20")]
        rows += [(f"score of 3,000, {form}", [self.program, "score", "--no-config", "--overwrite", "-f", form, "3000"], "≤ 40")
                 for form in ("text", "json", "csv", "xlsx=score.xlsx")]
        for name, command, goal in rows:
            self.table.row(name, measure.peak(command), "MiB", goal)

    def instructions(self):
        self.table.section("Instructions, which no other work on the machine changes")
        if not shutil.which("valgrind"):
            return skip("valgrind is not there")
        count = measure.instructions
        self.table.row("--version", count([self.program, "--version"]), "M")
        self.table.row("one report of 10 KB", count(self.hegui("one.txt")), "M")
        for name, rules_of in (("all rules", []), ("no rules", ["-r", "none.yaml"])):
            # Longer ones would exceed the time that patterns have, since valgrind makes it fifty times as long.
            less, more = (count(self.hegui(*rules_of, file)) for file in ("50k.txt", "150k.txt"))
            self.table.row(f"each MB, {name}", 10 * (more - less), "M")

    def dearest(self):
        self.table.section("The dearest of the built-in rules, and what is no rule's")
        printed = self.printed("-j", "1", "--statistics", "-f", "json", "200")
        if not printed:
            return skip("this hegui has no times in its statistics")
        spent = json.loads(printed)["summary"]["statistics"]
        for i, row in enumerate(spent["rules"]):
            if i < 5 or row["share"] > 0.1:
                self.table.row(row["rule"], 100 * row["share"], "%", "≤ 10")
        for row in spent["steps"]:
            self.table.row(f"({row['step']})", 100 * row["share"], "%")

    def against(self, other):
        """Another hegui, such as the one before a change."""
        self.table.section(f"Times sooner than {other}")
        for name, arguments in (("one report of 10 KB", ["one.txt"]), ("2,000 reports, all rules", ["-j", "1", "2000"]),
                                ("2,000 reports, 60 rules", ["-j", "1", "-r", "60.yaml", "-f", "concise", "2000"]),
                                ("2,000 reports, no rules", ["-j", "1", "-r", "none.yaml", "2000"]),
                                ("2 MB, 1,000 words", ["-r", "1000.yaml", "-f", "concise", "2m.txt"]),
                                ("20 MB", ["20m.txt"])):
            ours = self.hegui(*arguments)
            runs = self.in_turn({"ours": ours, "other": [other, *ours[1:]]}, repeats=10 if name.startswith("one") else 1)
            self.table.row(name, measure.ratios(runs, "other", "ours"), "×")

    def run(self, other):
        self.make_inputs()
        self.check_work()
        print(f"{subprocess.run([self.program, '--version'], capture_output=True, text=True).stdout.strip()}, "
              f"{machine()}, {self.rounds} rounds, in turn")
        self.table = measure.Table(judges=self.scale == 1)
        for part in (self.cold, self.linters, self.many, self.large, self.memory):
            part()
        growth.measure_growth(self)
        if self.table.judges:  # It takes long, however little there is.
            self.instructions()
        self.dearest()
        if other:
            self.against(other)
        if self.table.judges:
            print(f"\n{self.table.missed} goals missed")


def machine():
    model = next((line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
                  if line.startswith("model name")), platform.machine())
    return f"{model}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", nargs="?", default=ROOT / "build/hegui")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--against", type=os.path.abspath)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    program = os.path.abspath(given.program)
    if not os.access(program, os.X_OK):
        fail(f"there is no {program}; examples/run.sh builds it")
    if given.peers:
        peers.install()
    with tempfile.TemporaryDirectory() as scratch:
        os.chdir(scratch)
        Bench(program, 1 if given.check else given.rounds, 0.01 if given.check else 1).run(given.against)
        os.chdir("/")


if __name__ == "__main__":
    main()
