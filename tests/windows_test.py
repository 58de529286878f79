#!/usr/bin/env python3
"""hegui.exe under wine: what it prints of every report of the tests is what the program prints, and
files that are dropped on it get the program's page beside them, in the place of nobody's file.

    windows_test.py PROGRAM HEGUI.EXE MAKE_DOCX
                                   exit 0: it works, 1: not, 77: the program was not built for Windows,
                                   or wine is not there
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "examples"
MOST_BYTES = 8 << 20
failures = []


def check(holds, what):
    if not holds:
        failures.append(what)
        print(what)


class Wine:
    def __init__(self, exe, scratch):
        self.command = [shutil.which("wine"), exe]
        # No window, no menus, no programs for web pages: nobody looks on.
        self.environment = {**os.environ, "WINEPREFIX": str(scratch / "prefix"), "WINEDEBUG": "-all",
                            "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=", "LC_ALL": "C.UTF-8", "DISPLAY": ""}

    def run(self, *arguments, folder, dropped=False):
        environment = {**self.environment, **({"HEGUI_DROPPED": "1"} if dropped else {})}
        return subprocess.run([*self.command, *arguments], cwd=folder, env=environment, capture_output=True,
                              check=False, timeout=300)


def reports_in(folder, make_docx):
    thin, good = (EXAMPLES / "thin.txt").read_text(), (EXAMPLES / "good.txt").read_text()
    (folder / "甲镇 报告.txt").write_bytes(thin.encode("gb18030"))
    (folder / "乙镇.txt").write_bytes(thin.encode("utf-16"))
    slips = good.replace("，", "， ", 3)
    (folder / "丙镇.txt").write_text(slips)
    for name in ("丁镇.docx", "戊镇.odt", "己镇.ofd"):
        subprocess.run([make_docx, EXAMPLES / "good.txt", folder / name], check=True)
    (folder / "空.docx").write_bytes(b"")
    for path in (*EXAMPLES.iterdir(), *(HERE / "corpus").iterdir()):
        if path.suffix in (".txt", ".md", ".html"):
            shutil.copy(path, folder)


def test_equal(program, wine, folder):
    """The same in JSON, page and exit code, of all at once."""
    names = sorted(path.name for path in folder.iterdir())
    for form in ("json", "html", "full"):
        theirs = subprocess.run([program, "check", "--no-config", "-f", form, *names], cwd=folder,
                                capture_output=True, check=False)
        ours = wine.run("-f", form, *names, folder=folder)
        check(ours.returncode == theirs.returncode, f"{form}: exits {ours.returncode}, not {theirs.returncode}")
        if form == "json":
            pairs = zip(json.loads(ours.stdout)["documents"], json.loads(theirs.stdout)["documents"])
            for one, other in pairs:
                check(one == other, f"{other['path']}: is not told as by the program")
        check(ours.stdout == theirs.stdout, f"{form}: other bytes than the program's")


def test_dropped(program, wine, folder):
    """A page beside each; a folder; a page of somebody else's stays."""
    page = folder / "甲镇 报告.检查结果.html"
    page.write_text("我的笔记\n")
    said = wine.run(folder / "甲镇 报告.txt", folder=folder, dropped=True)
    check(page.read_text() == "我的笔记\n", "somebody else's page was replaced")
    own = folder / "甲镇 报告.检查结果-2.html"
    check(own.exists(), f"no page beside the report: {said.stdout.decode()} {said.stderr.decode()}")
    expected = subprocess.run([program, "check", "--no-config", "-f", "html", "甲镇 报告.txt"], cwd=folder,
                              capture_output=True, check=False).stdout
    again = wine.run("甲镇 报告.txt", folder=folder, dropped=True)
    check(own.exists() and own.read_bytes() == expected, f"another page than the program's: {again.stderr.decode()}")
    check(not (folder / "甲镇 报告.检查结果-3.html").exists(), "an own page was not replaced")
    below = folder / "报告" / "各镇"
    below.mkdir(parents=True)
    for name in ("丁镇.docx", "乙镇.txt"):
        shutil.copy(folder / name, below)
    wine.run("报告", folder=folder, dropped=True)
    pages = sorted(path.name for path in below.iterdir() if path.suffix == ".html")
    check(pages == ["丁镇.检查结果.html", "乙镇.检查结果.html", "检查结果.html"], f"of a folder: {pages}")
    before = {path: path.read_bytes() for path in below.iterdir()}
    wine.run("报告", folder=folder, dropped=True)
    check(before == {path: path.read_bytes() for path in below.iterdir()}, "pages are taken for reports")
    nothing = wine.run(folder=folder, dropped=True)
    check(nothing.returncode == 2, f"without files: exits {nothing.returncode}")


def test_files(program, wine, folder):
    """Results in files, own rules, fixes, long paths, and what cannot be done."""
    wine.run("-f", "docx=批注.docx", "丁镇.docx", folder=folder)
    subprocess.run([program, "check", "--no-config", "-q", "-f", f"docx={folder}/对照.docx", "丁镇.docx"], cwd=folder,
                   check=False, capture_output=True)
    check((folder / "批注.docx").read_bytes() == (folder / "对照.docx").read_bytes(), "another copy with comments")
    other = wine.run("-f", "docx=丙镇.txt", "丁镇.docx", folder=folder)
    check(other.returncode == 2 and "--overwrite" in other.stderr.decode(), f"a report was replaced: {other.stderr.decode()}")
    (folder / "own.yaml").write_text((HERE / "golden" / "cli" / "demo.yaml").read_text())
    ours = wine.run("-f", "json", "-r", "own.yaml", "乙镇.txt", folder=folder)
    theirs = subprocess.run([program, "check", "--no-config", "-f", "json", "-r", "own.yaml", "乙镇.txt"], cwd=folder,
                            capture_output=True, check=False)
    check((ours.stdout, ours.returncode) == (theirs.stdout, theirs.returncode), "own rules: not as the program")
    wine.run("--fix", "-f", "concise", "丙镇.txt", folder=folder)
    check((folder / "丙镇.txt").read_text() == (EXAMPLES / "good.txt").read_text(), "--fix does not mend")
    deep = folder / "/".join(["很长的文件夹名字" * 4] * 6)
    deep.mkdir(parents=True)
    shutil.copy(folder / "乙镇.txt", deep)
    long = wine.run("-f", "concise", (deep / "乙镇.txt").relative_to(folder), folder=folder)
    check(long.returncode in (0, 1) and long.stdout, f"a long path: {long.stderr.decode()}")
    for arguments in (("没有.txt",), ("--no-such",), ("-f",), ("-f", "什么", "乙镇.txt"), ()):
        wrong = wine.run(*arguments, folder=folder)
        check(wrong.returncode == 2 and (wrong.stderr + wrong.stdout).decode().strip(), f"{arguments}: {wrong}")
    check("hegui" in wine.run("--version", folder=folder).stdout.decode(), "no version")
    check("--overwrite" in wine.run("--help", folder=folder).stdout.decode(), "no help")


def main():
    program, exe, make_docx = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
    if not exe.exists() or not shutil.which("wine"):
        print("skipped: hegui.exe was not built, or wine is not installed")
        return 77
    check(exe.stat().st_size <= MOST_BYTES, f"the program has {exe.stat().st_size} bytes")
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "各镇 报告"
        folder.mkdir()
        wine = Wine(exe, pathlib.Path(scratch))
        reports_in(folder, make_docx)
        test_equal(program, wine, folder)
        test_dropped(program, wine, folder)
        test_files(program, wine, folder)
        subprocess.run(["wineserver", "-k"], env=wine.environment, check=False, capture_output=True)
    print(f"{exe.stat().st_size} bytes")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
