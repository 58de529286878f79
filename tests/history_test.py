#!/usr/bin/env python3
"""Lives of ten repositories with a baseline: what was known stays known however files are edited,
renamed, converted, merged, split or brought back, and what is new is told.

    history_test.py PROGRAM MAKE_DOCX

Exit 0: each event ended as it should, 1: not, 77: git is not there.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROGRAM, MAKE_DOCX = (str(pathlib.Path(path).resolve()) for path in sys.argv[1:3])
EXAMPLES = pathlib.Path(__file__).resolve().parent.parent / "examples"
BASELINE = ".hegui-baseline.json"
PLACEHOLDER = "gongwen/placeholder"

events, wrong = 0, 0


def run(*command, cwd, code=None):
    ran = subprocess.run(command, cwd=cwd, capture_output=True, text=True,
                         env={**os.environ, "LC_ALL": "C.UTF-8", "HEGUI_RULES_PATH": ""})
    if code is not None and ran.returncode != code:
        raise SystemExit(f"{command}: {ran.returncode}\n{ran.stdout}{ran.stderr}")
    return ran


class Repository:
    def __init__(self, name, folder, rules=""):
        self.name, self.folder, self.rules = name, folder / name, rules.split()
        self.folder.mkdir()
        self.git("init", "-q", "-b", "main")

    # --- what people do

    def git(self, *words, code=0):
        return run("git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words,
                   cwd=self.folder, code=code)

    def commit(self):
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "x")

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(".md"):
            text = text.replace("\n", "\n\n")
        if name.endswith(".docx"):
            plain = self.folder / "plain.txt"
            plain.write_text(text)
            run(MAKE_DOCX, str(plain), str(path), cwd=self.folder, code=0)
            plain.unlink()
        elif name.endswith(".gbk.txt"):
            path.write_bytes(text.encode("gb18030"))
        else:
            path.write_text(text)

    def remove(self, *names):
        for name in names:
            (self.folder / name).unlink()

    def rename(self, old, new):
        (self.folder / new).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / old).rename(self.folder / new)

    def know(self, *options, code=0):
        return run(PROGRAM, "baseline", "write", *self.rules, *options, ".", cwd=self.folder,
                   code=code)

    def prune(self):
        return run(PROGRAM, "baseline", "prune", *self.rules, ".", cwd=self.folder, code=0)

    # --- what they see

    def new(self):
        ran = run(PROGRAM, "check", "-f", "json", *self.rules, ".", cwd=self.folder)
        found = []
        for document in json.loads(ran.stdout)["documents"]:
            for finding in document["findings"]:
                if finding.get("suppressed"):
                    continue
                found.append(f"{document['path']} {finding['rule']}")
        return sorted(found)

    def expect(self, event, *expected):
        self.expect_that(event, self.new(), sorted(expected))

    def expect_that(self, event, actual, expected):
        global events, wrong
        events += 1
        if actual == expected:
            return
        wrong += 1
        print(f"{self.name}: {event}: expected\n  {expected}\nand not\n  {actual}")


def example(name, planted="另发放资料XX份。"):
    """An example with a placeholder at the end of a paragraph."""
    lines = (EXAMPLES / f"{name}.txt").read_text().splitlines()
    at = next(i for i, line in enumerate(lines) if len(line) > 40 and i > 4)
    lines[at] += planted
    return "\n".join(lines) + "\n"


def edit(folder):
    r = Repository("edit", folder)
    text = example("thin")
    r.write("白鹇镇.txt", text)
    r.know()
    r.expect("known")
    lines = text.splitlines()
    long_lines = [i for i, line in enumerate(lines) if len(line) > 40]
    for i in long_lines[:4]:
        lines[i] += "另外走访了辖区企业。"
        r.write("白鹇镇.txt", "\n".join(lines) + "\n")
        r.expect(f"a paragraph is edited ({i})")
    moved = "\n".join(lines).replace("另发放资料XX份。", "")
    last = moved.splitlines()
    at = max(i for i, line in enumerate(last) if len(line) > 40)
    last[at] += "另发放资料XX份。"
    r.write("白鹇镇.txt", "\n".join(last) + "\n")
    r.expect("a sentence moves under another heading")
    last[at] += "新购设备××台。"
    r.write("白鹇镇.txt", "\n".join(last) + "\n")
    r.expect("a new placeholder", f"白鹇镇.txt {PLACEHOLDER}")
    refused = r.know(code=1)
    r.expect_that("it is not taken up", "××" in refused.stdout, True)
    r.expect("nor is it known", f"白鹇镇.txt {PLACEHOLDER}")
    r.know("--accept-new")
    r.expect("now it is")
    last[at] += "再购设备××台、新购设备××台。"
    r.write("白鹇镇.txt", "\n".join(last) + "\n")
    r.expect("once more", f"白鹇镇.txt {PLACEHOLDER}", f"白鹇镇.txt {PLACEHOLDER}")


def rename(folder):
    r = Repository("rename", folder)
    text = example("thin")
    r.write("白鹇镇.txt", text)
    r.write("其他镇.txt", example("no-causes"))
    r.know()
    at = "白鹇镇.txt"
    for new in ("白鹇镇2024.txt", "镇街/白鹇镇2024.txt", "镇街/2024/白鹇.txt", "报送/白鹇.txt"):
        r.rename(at, new)
        at = new
        r.expect(f"renamed to {new}")
    r.write(at, text.replace("。\n", "。另外走访了辖区企业。\n", 2))
    r.expect("and edited")
    told = r.know()
    r.expect_that("the move is told", "白鹇镇.txt → 报送/白鹇.txt" in told.stdout, True)
    r.expect("written down")
    r.rename(at, "白鹇镇.txt")
    r.expect("and back")
    r.write("白鹇镇.txt", text + "新购设备××台。\n")
    r.expect("with something new", f"白鹇镇.txt {PLACEHOLDER}")
    r.know(code=1)
    r.write("副本.txt", text)
    r.expect("a copy is new",
             *[line.replace("白鹇镇.txt", "副本.txt") for line in known_of(r, "白鹇镇.txt")],
             f"白鹇镇.txt {PLACEHOLDER}")
    r.remove("副本.txt")
    r.rename("白鹇镇.txt", "甲.txt")
    r.rename("其他镇.txt", "乙.txt")
    r.expect("two renamed at once", f"甲.txt {PLACEHOLDER}")


def known_of(r, path):
    """What is known of a report, a line for each finding."""
    lines = []
    for line in (r.folder / BASELINE).read_text().splitlines()[1:-1]:
        entry = json.loads(line.rstrip(","))
        if entry["path"] == path:
            lines += [f"{path} {entry['rule']}"] * entry["count"]
    return lines


def convert(folder):
    r = Repository("convert", folder)
    text = example("no-causes")
    at = "报告.txt"
    r.write(at, text)
    r.know()
    for new in ("报告.md", "报告.docx", "报告.gbk.txt", "报告终稿.md", "报告终稿.docx"):
        r.remove(at)
        at = new
        r.write(at, text)
        r.expect(f"as {new}")
    for new, words in (("报告.md", "群众反映良好"), ("报告.txt", "来信表示感谢"),
                       ("存档/报告.docx", "办事更加方便")):
        r.remove(at)
        at = new
        text = text.replace("。\n", f"。{words}。\n", 1)
        r.write(at, text)
        r.expect(f"as {new}, edited")
        r.know()
    r.expect_that("one path is left", {line.split()[0] for line in known_of(r, at)}, {at})
    r.write(at, text.replace("。群众反映良好。", "。群众反映良好，满意率XX%。", 1))
    r.expect("and something new", f"{at} {PLACEHOLDER}")


def merge(folder):
    for attributes in ("", f"{BASELINE} merge=union\n"):
        r = Repository("merge-union" if attributes else "merge", folder)
        r.write(".gitattributes", attributes)
        for name, of in (("甲.txt", "thin"), ("乙.txt", "no-causes"), ("丙.txt", "themes")):
            r.write(name, example(of))
        r.know()
        r.commit()
        r.git("checkout", "-q", "-b", "one")
        r.write("甲.txt", example("thin", "另发放资料XX份。新购设备××台。"))
        r.expect("new on one branch", f"甲.txt {PLACEHOLDER}")
        r.know("--accept-new")
        r.commit()
        r.git("checkout", "-q", "main")
        r.write("甲2.txt", example("unnumbered"))
        r.know("--accept-new")
        r.commit()
        r.expect("and on the other one")
        r.git("merge", "-q", "--no-edit", "one", code=None)
        path = r.folder / BASELINE
        conflict = "<<<<<<<" in path.read_text()
        r.expect_that("whether git asks", conflict, not attributes)
        if conflict:
            ran = run(PROGRAM, "check", ".", cwd=r.folder, code=2)
            r.expect_that("the way out is told", "<<<<<<<" in ran.stdout + ran.stderr, True)
            lines = path.read_text().splitlines(keepends=True)
            path.write_text("".join(l for l in lines if l[:7] not in ("<" * 7, "=" * 7, ">" * 7)))
        r.expect("merged")
        r.commit()
        r.know()
        r.expect("written anew")
        r.write("丙.txt", example("themes", "新来的XX，另发放资料XX份。"))
        r.expect_that("what is new is new", PLACEHOLDER in " ".join(r.new()), True)
    # Renamed on one branch, accepted on the other.
    r = Repository("merge-rename", folder)
    r.write(".gitattributes", f"{BASELINE} merge=union\n")
    r.write("甲.txt", example("thin"))
    r.know()
    r.commit()
    r.git("checkout", "-q", "-b", "one")
    r.rename("甲.txt", "乙.txt")
    r.know()
    r.commit()
    r.git("checkout", "-q", "main")
    r.write("甲.txt", example("thin", "另发放资料XX份。新购设备××台。"))
    r.know("--accept-new")
    r.commit()
    r.git("merge", "-q", "--no-edit", "one")
    r.expect("a rename and a new finding are merged")


def revert(folder):
    r = Repository("revert", folder)
    old, mended = example("thin"), example("thin", "另发放资料若干份。")
    r.write("报告.txt", old)
    r.know()
    for _ in range(2):
        r.write("报告.txt", mended)
        r.expect("mended")
        r.write("报告.txt", old)
        r.expect("brought back before prune")
    r.write("报告.txt", mended)
    r.expect_that("prune says what it takes", "XX份" in r.prune().stdout, True)
    r.write("报告.txt", old)
    r.expect("brought back after it", f"报告.txt {PLACEHOLDER}")
    r.know("--accept-new")
    r.expect("taken up")
    r.write("报告.txt", mended)
    r.expect_that("write takes away, too", "- " + PLACEHOLDER in r.know().stdout, True)
    r.write("报告.txt", old)
    r.expect("and back", f"报告.txt {PLACEHOLDER}")


def delete(folder):
    r = Repository("delete", folder)
    r.write("甲.txt", example("thin"))
    r.write("乙.txt", example("no-causes"))
    r.know()
    known = known_of(r, "乙.txt")
    r.remove("甲.txt")
    r.expect("one is deleted")
    r.write("丁.txt", example("no-principals", ""))
    new = r.new()
    r.expect_that("another one is no heir", bool(new) and all("丁.txt" in one for one in new), True)
    r.know("--accept-new")
    r.expect("it is known")
    r.expect_that("the deleted one is not", known_of(r, "甲.txt"), [])
    r.write("甲.txt", example("thin"))
    r.expect_that("and comes back as new", PLACEHOLDER in " ".join(r.new()), True)
    r.remove("甲.txt")
    r.remove("乙.txt")
    r.prune()
    r.expect("prune after a deletion")
    r.write("乙.txt", example("no-causes"))
    r.expect("brought back after prune", *known)


def split(folder):
    """Of a report without genre: what belongs to one is missing in a half of it."""
    for kept in (False, True):
        r = Repository("split-kept" if kept else "split", folder, "-r gongwen")
        lines = example("thin").splitlines()
        half = len(lines) // 2
        at = max(i for i, line in enumerate(lines) if len(line) > 40)
        lines[at] += "新购设备××台。"
        r.write("全文.txt", "\n".join(lines) + "\n")
        r.know()
        r.expect("known")
        first, second = ["\n".join(part) + "\n" for part in (lines[:half], lines[half:])]
        title = lines[0] + "（下）\n"
        r.write("下.txt", title + second)
        if kept:
            r.write("全文.txt", first)
        else:
            r.remove("全文.txt")
            r.write("上.txt", first)
        r.expect("split")
        r.know()
        r.expect("written down")
        r.write("下.txt", title + second + "再购设备××台。\n")
        r.expect("a new placeholder", f"下.txt {PLACEHOLDER}")


def join(folder):
    r = Repository("join", folder, "-r gongwen")
    one, two = example("thin"), example("no-causes", "新购设备××台。")
    r.write("上.txt", one)
    r.write("下.txt", two)
    r.know()
    r.remove("上.txt", "下.txt")
    r.write("合订.txt", one + two)
    findings = [line for line in r.new() if PLACEHOLDER in line]
    r.expect_that("two become one", findings, [])
    r.write("合订.txt", one + example("no-causes", "新购设备××台。再购设备××台。"))
    findings = [line for line in r.new() if PLACEHOLDER in line]
    r.expect_that("with something new", findings, [f"合订.txt {PLACEHOLDER}"])
    r.write("合订.txt", one + two)
    r.know("--accept-new")
    r.expect("written down")
    r.write("上.txt", one)
    r.write("合订.txt", two)
    r.expect("and taken apart again")
    # One goes into another that stays.
    s = Repository("absorb", folder, "-r gongwen")
    s.write("上.txt", one)
    s.write("下.txt", two)
    s.know()
    s.remove("下.txt")
    s.write("上.txt", one + two)
    findings = [line for line in s.new() if PLACEHOLDER in line]
    s.expect_that("one takes the other in", findings, [])


def succeed(folder):
    """Which of several reports is the heir of one that is not there any more."""
    r = Repository("archive", folder)
    r.write("报告.txt", example("thin"))
    r.know()
    r.rename("报告.txt", "2024/报告.txt")
    r.write("报告.txt", example("no-causes"))
    new = r.new()
    r.expect_that("another report under the old name",
                  bool(new) and all(one.startswith("报告.txt ") for one in new), True)
    r.know("--accept-new")
    r.expect("both are known")
    r = Repository("copy", folder)
    r.write("2024/报告.txt", example("thin"))
    r.know()
    r.write("2025/报告.txt", example("thin").replace("2024", "2025").replace("XX份", "XX册"))
    r.rename("2024/报告.txt", "归档/2024/报告.txt")
    r.expect_that("the same text is the heir, not the edited copy",
                  {one.split()[0] for one in r.new()}, {"2025/报告.txt"})
    r = Repository("template", folder)
    for i in range(6):
        part = "" if i % 2 else "另发放资料XX份。"
        r.write(f"{i}.txt", example("thin", part).replace("白鹇镇", f"第{i}镇"))
    r.know()
    for i in range(6):
        r.rename(f"{i}.txt", f"新/{5 - i}号.txt")
    r.expect("reports of a template are renamed")
    r = Repository("swap", folder)
    r.write("甲.txt", example("thin"))
    r.write("乙.txt", example("no-causes", "新购设备××台。"))
    r.know()
    r.rename("甲.txt", "丙")
    r.rename("乙.txt", "甲.txt")
    r.rename("丙", "乙.txt")
    r.expect("two change names")
    r = Repository("stranger", folder)
    r.write("甲.txt", example("thin"))
    r.know()
    r.remove("甲.txt")
    r.write("乙.txt", example("themes"))
    r.expect_that("the same words in another report", PLACEHOLDER in " ".join(r.new()), True)


def worse(folder):
    r = Repository("worse", folder)
    head = "白鹇镇2024年度法治政府建设情况报告\n一、主要举措和成效\n"
    body = "镇综合执法队全年开展巡查64次，立案36件，办结35件，发出整改通知书48份。" * 12 + "\n"
    gaps = "二、存在的不足\n{}\n"
    one = "一是执法力量不足，持证人员只有4名，夜间巡查时常排不开班，群众意见较大，处置不够及时。" \
          "这是编制限制所致，短期内难以解决。"
    rest = ("三、2025年主要安排\n（一）充实力量。培训执法辅助人员，新增持证人员不少于六名，建立夜间联合巡查制度，"
            "实现全覆盖。\n（二）做实普法。围绕外来务工人员设计专题课程，全年举办活动二十场以上，按季公布案例。\n"
            "（三）完善程序。修订决策目录，邀请法律顾问列席会议，定期评估执行情况，逐项公布结果并听取意见。\n")
    rule = "报告.txt fazhi/shortcomings"

    def write(text):
        r.write("报告.txt", head + body + gaps.format(text) + rest)

    write(one)
    r.know()
    r.expect("known as weak")
    write(one.replace("时常排不开班", "排不开班"))
    r.expect("a word less is no worse")
    write("一是执法力量不足。")
    r.expect("a part that shrank", rule, *[x for x in r.new() if "causes" in x])
    write(one + "二是普法形式单一，讲座多、互动少，年轻人参加得少，效果不够明显。原因是没有专门的宣讲队伍。")
    r.expect("better")
    write(one)
    r.expect("as it was")
    r.write("报告.txt", (head + body + gaps.format(one) + rest).replace("存在的不足", "短板和差距"))
    r.expect("a heading is reworded")
    r.write("报告.txt", head + body + rest)
    r.expect_that("from weak to missing", rule in r.new(), True)
    r.know("--accept-new")
    r.expect("known as missing")
    write(one)
    r.expect_that("from missing to weak", rule in r.new(), False)
    r.know("--accept-new")
    longer = one.replace("处置不够及时", "处置不够及时，重点路段和重点时段的值守也还没有跟上来，投诉有所增加")
    write(longer)
    r.expect("longer, and still weak")
    r.know()
    write(one)
    r.expect("shorter than it has become", rule)


def first_version(folder):
    """Baselines of version 1 had no evidence, verdict or sketch."""
    for name, new in (("same", "报告.txt"), ("renamed", "镇街/另一个.txt"), ("converted", "报告.docx")):
        r = Repository("version-1-" + name, folder)
        text = example("thin")
        r.write("报告.txt", text)
        r.know()
        lines = (r.folder / BASELINE).read_text().splitlines()
        entries = [json.loads(line.rstrip(",")) for line in lines[1:-1]]
        kept = ("path", "rule", "fingerprint", "count", "section", "quote")
        entries = [{key: entry[key] for key in kept} for entry in entries]
        (r.folder / BASELINE).write_text(json.dumps({"hegui-baseline": 1, "entries": entries}))
        r.expect("read")
        if new != "报告.txt":
            r.remove("报告.txt")
            r.write(new, text)
        r.expect(f"as {new}")
        r.know()
        r.expect("written anew")
        r.expect_that("as version 2", '"hegui-baseline":2' in (r.folder / BASELINE).read_text(), True)
        r.write(new, text.replace("XX", "90") + "新购设备××台。\n")
        r.expect("something new", f"{new} {PLACEHOLDER}")


def main():
    if not shutil.which("git"):
        print("git is not there")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        for history in (edit, rename, convert, merge, revert, delete, split, join, succeed, worse,
                        first_version):
            history(pathlib.Path(folder))
    print(f"{events} events, {wrong} not as they should be")
    sys.exit(1 if wrong else 0)


main()
