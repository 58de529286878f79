#!/usr/bin/env python3
"""Labelled reports rewritten in ways that leave what they say alone.

  robustness.py HEGUI DIR [--check]

DIR is as confusion.py wants it; reports without labels are rewritten, too, by what the program sees in
them. Each rewriting is held against the verdicts of the report as it is:

  blind      headings on lines of their own become set phrases without meaning
  headless   they are taken out
  swap       the outermost parts stand in the opposite order
  cut        one part is taken out: what it answers must not be met any more
  pairs      each shortcoming on a line of its own is followed by its remedy
  contents   a list of contents stands above the body
  page       the lines of a web page stand around the report
  wrapped    lines end after 20 to 80 characters
  numbered   the forms of numbers are exchanged
  renamed    headings are worded as other bodies word them

Prints for each how many verdicts stay, and what changes. With --check the exit status is 1 where
fewer stay than `least` says.
"""
import collections, json, pathlib, re, subprocess, sys, tempfile

from confusion import run

PHRASES = ["之一", "有关方面", "第一方面的内容", "具体内容", "本部分", "内容说明", "相关内容", "主要内容"]
BY_CONTENT = ["measures", "shortcomings", "causes", "plan"]
RENAMED = {
    "measures": ["年度工作开展情况", "工作举措及成效", "主要做法和成效", "全年工作完成情况"],
    "shortcomings": ["存在的问题和短板", "面临的困难与不足", "工作中的薄弱环节"],
    "plan": ["下一步工作打算", "下步工作思路", "来年工作安排"],
    "first-responsible": ["党政主要负责人履职情况", "主要负责同志履行法治建设职责情况"],
}
ABOVE = ["首页 > 政务公开 > 法治政府建设年度报告", "今天是：2025年3月8日 星期六", "站内检索：", "索引号：015/2025-00031",
         "发布机构：办公室　　成文日期：2025-01-20", "【字体：大 中 小】　打印　关闭"]
BELOW = ["扫一扫在手机打开当前页", "【打印本页】　【关闭窗口】", "相关链接：", "上一篇：关于开展巡查的通告", "下一篇：值班安排",
         "主办：办公室　网站标识码：0000000000", "版权所有 未经许可不得转载"]
LEAST = {"blind": 88, "headless": 48, "swap": 94, "cut": 99, "pairs": 94, "contents": 96, "page": 97, "wrapped": 95,
         "numbered": 95, "renamed": 95}


class Report:
    def __init__(self, path, labels):
        self.lines = path.read_text(encoding="utf-8").split("\n")
        self.labels = labels
        # Headings on lines of their own: line, level, words; their lines must end with them.
        self.headings = [(line, level, words) for line, level, words in labels.get("headings", [])
                         if level > 0 and self.line(line).rstrip("。：: 】〗〕*").endswith(words[-6:])]

    def line(self, number):
        return self.lines[number - 1]

    def text(self, lines=None):
        return "\n".join(self.lines if lines is None else lines)

    def parts(self):
        """Outermost parts as (first line, last line), if all headings of that level stand alone."""
        tops = [h for h in self.labels.get("headings", []) if h[1] == 1]
        if len(tops) < 3 or any((line, 1, words) not in self.headings for line, _, words in tops):
            return []
        ends = [line - 1 for line, _, _ in tops[1:]] + [len(self.lines)]
        return [(line, end) for (line, _, _), end in zip(tops, ends)]


def with_headings(report, reword):
    lines = list(report.lines)
    for index, (line, level, words) in enumerate(report.headings):
        lines[line - 1] = lines[line - 1].replace(words, reword(index, line, words))
    return report.text(lines)


def blind(report):
    yield "", with_headings(report, lambda i, line, words: PHRASES[i % len(PHRASES)]), BY_CONTENT


def headless(report):
    alone = {line for line, _, _ in report.headings}
    if alone:
        yield "", report.text([l for i, l in enumerate(report.lines, 1) if i not in alone]), BY_CONTENT


def swap(report):
    parts = report.parts()
    if not parts:
        return
    head = report.lines[:parts[0][0] - 1]
    # What follows the last part's text stays at the end.
    moved = [report.lines[a - 1:b] for a, b in parts[:-1]]
    last = report.lines[parts[-1][0] - 1:]
    yield "", report.text(head + [l for part in reversed(moved) for l in part] + last), ["measures", "party-leadership", "first-responsible", "shortcomings"]


def cut(report):
    # Only a person can tell whether another part says it again.
    if report.labels.get("seen"):
        return
    anchors = report.labels["anchors"]
    for first, last in report.parts()[:-1]:
        inside = [name for name, line in anchors.items() if first <= line <= last]
        others = [line for name, lines in report.labels.get("anchors_alt", {}).items() for line in lines]
        here = [n for n in inside if report.labels["requirements"][n] != "missing" and anchors[n] == first]
        alone = [n for n in here if n not in ("measures", "title", "other-matters", "causes")]
        # Causes in a section of their own tell the shortcomings again.
        if "shortcomings" in alone and "causes" not in inside:
            continue
        if len(alone) == 1 and not any(first <= line <= last for line in others):
            yield alone[0], report.text(report.lines[:first - 1] + report.lines[last:]), alone


def pairs(report):
    start = report.labels["anchors"]["shortcomings"]
    if report.labels["requirements"]["shortcomings"] != "met":
        return
    ends = [line for line, level, _ in report.headings if line > start and level == 1]
    end = min(ends) if ends else len(report.lines)
    lines, added = [], 0
    for number, line in enumerate(report.lines, 1):
        lines.append(line)
        if start < number < end and re.match(r"^\s*(（[一二三四五]）|[1-5][.、]|[一二三四五]是)", line) and line.endswith("。"):
            lines.append("对策：安排专人负责，列出清单，逐月检查落实。")
            added += 1
    if added > 1:
        yield "", report.text(lines), ["shortcomings"]


def contents(report):
    title = report.labels["anchors"]["title"]
    if len(report.headings) < 3 or report.labels["requirements"]["title"] == "missing":
        return
    told = [f"{report.line(line).strip()}{'…' * 12}{i + 1}" for i, (line, level, _) in enumerate(report.headings) if level <= 2]
    first = min(line for line, _, _ in report.headings)
    # Below a title of one or two lines, and above the first text.
    at = title + (0 if report.line(title).rstrip().endswith(("报告", "总结", "情况")) else 1)
    if at < first:
        yield "", report.text(report.lines[:at] + ["", "目　录", ""] + told + [""] + report.lines[at:]), None


def page(report):
    yield "", report.text(ABOVE + report.lines + BELOW), None


def wrapped(report):
    for width in (20, 28, 40, 56, 80):
        lines = []
        for line in report.lines:
            # A page in one line is no typed report.
            if len(line) > 2500:
                return
            rest = line
            while len(rest) > width:
                lines.append(rest[:width])
                rest = rest[width:]
            lines.append(rest)
            if len(line) > width:
                lines.append("")
        yield str(width), report.text(lines), None


def numbered(report):
    forms = [(r"^(\s*)([一二三四五六七八九])、", "第{}部分　"), (r"^(\s*)（([一二三四五六七八九])）", "{}、")]
    digits = dict(zip("一二三四五六七八九", range(1, 10)))
    lines = []
    for line in report.lines:
        for form, other in forms:
            found = re.match(form, line)
            if found and (other.startswith("第")):
                line = found.group(1) + other.format(found.group(2)) + line[found.end():]
            elif found:
                line = found.group(1) + f"{digits[found.group(2)]}、" + line[found.end():]
        lines.append(line)
    if lines != report.lines and not any(re.match(r"^\s*\d[.、]", l) for l in report.lines):
        yield "", report.text(lines), None


def renamed(report):
    for variant in range(3):
        names = {report.labels["anchors"][name]: words[variant % len(words)] for name, words in RENAMED.items()}
        tops = {line for line, level, _ in report.headings if level == 1}
        taken = collections.Counter(report.labels["anchors"].values())
        lines = list(report.lines)
        for line, level, words in report.headings:
            shared = taken[line] > 1 and not (taken[line] == 2 and report.labels["anchors"]["causes"] == line)
            if line in names and line in tops and not shared:
                lines[line - 1] = lines[line - 1].replace(words, names[line])
        if lines != report.lines:
            yield str(variant), report.text(lines), None


WAYS = [blind, headless, swap, cut, pairs, contents, page, wrapped, numbered, renamed]


class Texts:
    """Judged in one run: a program that starts for each takes longer to start than to judge."""

    def __init__(self, folder):
        self.folder, self.count = pathlib.Path(folder), 0

    def add(self, name, text):
        """What it is called in verdicts()."""
        self.count += 1
        path = self.folder / f"{self.count:05}-{name}"
        path.write_text(text, encoding="utf-8")
        return path.name

    def verdicts(self, hegui):
        found = run(hegui, "check", "--no-config", "-r", "fazhi", "-f", "json", str(self.folder))
        return {pathlib.Path(document["path"]).name:
                    {r["id"].split("/")[-1]: r["verdict"] for r in document.get("requirements", [])}
                for document in found["documents"]}


def as_seen(hegui, source):
    """Labels of a report that has none: what the program makes of it. They tell nothing of right or
    wrong, but whether it stays so."""
    document = run(hegui, "check", "--no-config", "-r", "fazhi", "-f", "json", str(source))["documents"][0]
    outline = run(hegui, "outline", "--no-config", "-r", "fazhi", "-f", "json", str(source))
    requirements = {r["id"].split("/")[-1]: r for r in document.get("requirements", [])}
    return {
        "seen": True,
        "requirements": {name: r["verdict"] for name, r in requirements.items()},
        "anchors": {name: (r.get("anchor") or r)["line"] for name, r in requirements.items()},
        "headings": [(h["line"], h["level"], h["text"]) for h in outline["headings"]],
    }


def reports(hegui, folder):
    for source in sorted(pathlib.Path(folder).iterdir()):
        if source.suffix not in (".txt", ".md"):
            continue
        labels = source.with_suffix(".json")
        if labels.exists():
            yield source, json.loads(labels.read_text(encoding="utf-8"))
        else:
            seen = as_seen(hegui, source)
            if seen["requirements"]:
                yield source, seen


def main(hegui, folder, check):
    kept, of, short = collections.Counter(), collections.Counter(), []
    with tempfile.TemporaryDirectory() as temporary:
        texts, rewritten = Texts(temporary), []
        for source, labels in reports(hegui, folder):
            report = Report(source, labels)
            before = texts.add(source.name, report.text())
            for way in WAYS:
                for variant, text, asked in way(report):
                    after = texts.add(source.name, text)
                    rewritten.append((source, before, way, variant, after, asked))
        verdicts = texts.verdicts(hegui)
    for source, before, way, variant, after, asked in rewritten:
        before, after = verdicts[before], verdicts[after]
        for name in asked or before:
            of[way.__name__] += 1
            right = after.get(name) != "met" if way is cut else after.get(name) == before[name]
            kept[way.__name__] += right
            if not right:
                print(f"{way.__name__} {variant}: {source.name}: {name}: {after.get(name)}, before {before[name]}")
    print()
    for way in WAYS:
        name = way.__name__
        share = 100 * kept[name] / of[name] if of[name] else 100
        print(f"{name:<10}{kept[name]:>5} of {of[name]:<5}{share:6.1f} %   at least {LEAST[name]}")
        if share < LEAST[name]:
            short.append(name)
    if check and short:
        sys.exit("fewer than wanted: " + ", ".join(short))


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], len(sys.argv) == 4)
