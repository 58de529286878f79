"""What the benchmark reads: reports and rules, the same on every machine.

Reports are examples/no-principals.txt, which lacks two parts (looking for what is nearest to them is
work, too), with paragraphs of the other examples and of tests/corpus put in before its second part.
Their figures are drawn anew, so that no two reports are alike.
"""

import json
import random
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NUMERALS = "一二三四五六七八九"

# Of these a report of 10 KB has about sixty: ten times as many as of what a real rule set looks for.
# No word is in a heading of the base, where hegui does not look for what is forbidden.
FREQUENT = ["进一步", "案卷", "调解", "执法力量", "合法性审查", "有关部门", "高度重视", "不足", "培训", "落实"]
EXPRESSIONS = [
    r"\d{4}年以?来[^，。\n]{0,12}(完成|开展)", r"(不足|问题)和?原因", r"第[一二三四五六七八九十]+责任人", r"(有关|相关)部门",
    r"\d+(\.\d+)?(万|亿)元", r"(进一步|不断)(加强|加大|提升|提高)", r"未(发现|发生)[^\n]{0,10}(问题|情况)",
    r"《[^》\n]{12,}》", r"(法治|党的)[^，。\n]{0,6}(思想|精神)", r"[一二三四五六七八九十]是[^。\n]{2,20}不(够|足|强)",
    r"\d+(件|宗|次|人)", r"20\d\d年\d{1,2}月", r"(拟|计划|将)(于|在)\d{4}年", r"[，。；、]{2,}", r"百分之\d+", r"(约|近|超过)\d+",
    r"(全面|深入|扎实)(推进|贯彻|落实){2,}", r"电话\d{3,4}-?\d{7,8}", r"\d{17}[\dX]", r"(责任|履职)(不力|缺失)"]


class Generator:
    def __init__(self):
        self.random = random.Random(17)
        sources = sorted((ROOT / "examples").glob("*.txt")) + sorted((ROOT / "tests/corpus").glob("*.txt"))
        self.base = (ROOT / "examples/no-principals.txt").read_text().splitlines()
        # Running text only, without the number that makes its beginning a heading.
        lines = (re.sub(r"^（[一二三四五六七八九十]+）", "", line)
                 for file in sources for line in file.read_text().splitlines()[1:])
        self.paragraphs = [line for line in lines if 40 < len(line) < 600 and "。" in line and
                           not re.search(r"^\d|[*#|<>`_\[\]\\ \t\r]", line)]
        self.second_part = next(i for i, line in enumerate(self.base) if line.startswith("二、"))

    def paragraph(self):
        return re.sub(r"(?<!\d)\d{1,3}(?=[件次人个份场名])", lambda _: str(self.random.randint(2, 999)),
                      self.random.choice(self.paragraphs))

    def with_text(self, text):
        """The base with lines put in before its second part."""
        return "\n".join([*self.base[:self.second_part], *text, *self.base[self.second_part:]]) + "\n"

    def report(self, size):
        """Of so many bytes."""
        text, missing = [], size - len(self.with_text([]).encode())
        while missing > 0:
            text.append(self.paragraph())
            missing -= len(text[-1].encode()) + 1
        return self.with_text(text)

    def headings(self, count):
        return self.with_text(f"（{NUMERALS[i % 9]}）推进第{i}项工作\n办理事项{i}件，组织培训{i}场，各项任务按时完成。"
                              for i in range(count))

    def items(self, count):
        """In one paragraph."""
        return self.with_text(["二、存在的不足和原因", "".join(
            f"{NUMERALS[i % 9]}是第{i}项工作的执法力量不足，由于人员少。" for i in range(count))])

    def sections(self, count):
        """That requirements of the rule set fazhi ask for, one after another."""
        return self.with_text(line for i in range(count // 3) for line in (
            "一、存在的不足和原因", f"一是第{i}项执法力量不足，由于人员少。", "二、领导干部履职责任",
            f"书记听取汇报{i}次。", "三、下一步工作安排", f"继续推进第{i}项工作。"))

    def words(self, count):
        """The frequent ones; then some like what stands in the reports, of which they have none."""
        words, text = list(FREQUENT), "".join(self.paragraphs)
        han = [c for c in text if "\u4e00" <= c <= "\u9fff"]
        while len(words) < count:
            begin, length = self.random.randrange(len(han) - 6), self.random.randint(1, 4)
            word = "".join(han[begin:begin + length]) + self.random.choice(han)
            if word not in text and word not in words:
                words.append(word)
        return words


def markdown(report):
    """The same as Markdown: what other linters read."""
    title, *lines = report.splitlines()
    marked = [re.sub(r"^([一二三四五六七八九十]+、)", r"## \1", line) for line in lines]
    return "\n\n".join(["# " + title] + [re.sub(r"^(（[一二三四五六七八九]）)", r"### \1", line) for line in marked if line]) + "\n"


def on_one_line(report):
    """All below the title."""
    title, *lines = report.splitlines()
    return title + "\n" + "".join(lines) + "\n"


def rules(patterns):
    """A rule for each pattern, p0, p1, …"""
    checks = "".join(f"  - {{id: p{i}, forbid: [{json.dumps(f'/{p}/', ensure_ascii=False)}]}}\n"
                     for i, p in enumerate(patterns))
    return f"hegui: 1\nid: b\ntitle: 测速\nchecks:\n{checks}"
