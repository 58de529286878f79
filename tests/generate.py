#!/usr/bin/env python3
"""Makes fictional reports of which everything is known.

  generate.py DIR N [SEED]

Writes DIR/0000.txt … in the formats of FORMATS, and DIR/manifest.json: for each file its year,
issuer and kind, the verdict of each requirement (tests/corpus has what they mean), the defects that
were planted in it (kind, line, quote), and of which other file it is a copy. The same seed makes the
same files.
"""
import html, json, pathlib, random, sys

FORMATS = ["txt", "txt", "md", "html"]
PLACES = ["临溪", "青岚", "望川", "白鹭", "栖梧", "石磬", "云岫", "松渡", "远岫", "霁河", "砚溪", "枣岭", "双桨", "柏岭", "鹤鸣", "朔野"]
KINDS = [("镇人民政府", "township"), ("街道办事处", "street"), ("区司法局", "department"), ("县水务局", "department"),
         ("区人民政府", "government"), ("经济开发区管理委员会", "zone")]
NUMERALS = "一二三四五六七八九"

WORK = [
    ("规范行政决策", "修订重大行政决策目录，把{a}件事项纳入目录管理，召开听证会{b}场，采纳群众意见{c}条，法律顾问列席会议{d}次，全年没有一件因程序违法被撤销。"),
    ("规范行政执法", "综合执法队开展联合检查{c}次，立案{b}件，对轻微违法行为适用不予处罚{d}件，组织案卷评查{e}次，评查案卷{a}宗，优秀率比上年提高{e}个百分点。"),
    ("优化政务服务", "进驻综合窗口的事项达到{c}项，其中即办件{b}项，压缩办理时限{a}天，上门代办{d}件，回访群众{c}人次，满意率保持在九成以上。"),
    ("化解矛盾纠纷", "整合司法、信访、综治力量联合接访，调解各类纠纷{c}起，调解成功{b}起，为{a}名工人追回工资，办理法律援助{d}件，无一起纠纷升级。"),
    ("深化普法宣传", "举办法治讲座{b}场，培训法律明白人{a}名，制作以案释法短片{e}部，覆盖居民{c}人次，把宣传送到集市、工地和学校。"),
    ("强化监督制约", "办理代表建议{e}件，主动公开政府信息{c}条，办理依申请公开{d}件，行政机关负责人出庭应诉{e}次，均在法定期限内答复。"),
]
PARTY = "{body}专题学习习近平法治思想{e}次，召开会议研究法治建设工作{e}次，听取执法、普法情况汇报{d}次，印发年度法治建设工作要点，明确{a}项任务的牵头领导和完成时限，并把任务完成情况纳入年度考核。"
PARTY_PASSING = "在{body}的统一部署下，各项工作有序推进。"
PRINCIPAL = "{head}主持召开法治建设专题会议{e}次，听取依法行政工作汇报{e}次，带头在会前学法{d}次，对{a}件重大事项要求先作合法性审查，年底作书面述法。"
PRINCIPAL_WEAK = "{head}高度重视法治建设，切实履行第一责任人职责。"
SHORT = [
    ("执法力量不足", "持证人员只有{e}名，夜间和节假日的巡查覆盖不到全部片区，部分案件取证不够及时，文书说理也不够充分，群众的获得感还不强。", "由于执法事项下放较快，人员编制没有跟上。"),
    ("普法形式单一", "宣传仍以发放资料为主，面向外来务工人员和小微企业的专题活动偏少，内容与群众需求贴得不紧，知晓率不高。", "原因在于缺少专职人员，对新媒体研究不够。"),
    ("审查把关不严", "个别单位签订合同后才报送审查，合法性审查流于形式，审查意见采纳情况缺乏跟踪，历史遗留合同底数不清。", "受人员流动频繁影响，工作衔接出现断档。"),
]
PLAN = [
    ("充实执法力量", "组织执法队到上级部门跟班学习，每季度开展一次案卷评查，年内新增持证人员{e}名。"),
    ("丰富普法形式", "制作方言普法短音频{a}条，力争上半年覆盖全部村社区。"),
    ("严格审查把关", "推行合同先审后签，年底前完成存量合同清理，审查率达到100%。"),
    ("规范裁量基准", "修订裁量基准并向社会公布，建立类案检索制度，确保同案同罚。"),
]
WAYS = [lambda rank, i, words: f"{NUMERALS[i]}、{words}" if rank == 0 else f"（{NUMERALS[i]}）{words}",
        lambda rank, i, words: f"第{NUMERALS[i]}部分　{words}" if rank == 0 else f"{i + 1}.{words}"]


class Maker:
    def __init__(self, seed, index):
        self.random = random.Random(f"{seed}/{index}")
        name, self.kind = self.random.choice(KINDS)
        self.issuer = self.random.choice(PLACES) + name
        self.year = self.random.randint(2021, 2025)
        self.way = self.random.choice(WAYS)
        department = self.kind in ("department", "zone")
        self.body = {"township": "镇党委", "street": "党工委", "zone": "党工委", "government": "区委"}.get(self.kind, "局党组")
        self.head = {"township": "镇党委书记、镇长", "street": "党工委书记、办事处主任", "zone": "党工委书记、管委会主任",
                     "government": "区委书记、区长"}.get(self.kind, "局党组书记、局长")
        self.department = department
        pick = lambda met: self.random.choices(["met", "weak", "missing"], [met, (1 - met) / 2, (1 - met) / 2])[0]
        self.verdicts = {name: pick(0.75) for name in ("measures", "party-leadership", "first-responsible", "shortcomings", "plan")}
        self.verdicts["title"] = self.random.choices(["met", "weak"], [0.9, 0.1])[0]
        self.verdicts["causes"] = pick(0.7) if self.verdicts["shortcomings"] != "missing" else "missing"
        if self.verdicts["shortcomings"] == "weak" and self.verdicts["causes"] == "weak":
            self.verdicts["causes"] = "met"  # Of one shortcoming there is no half.
        self.verdicts["other-matters"] = self.random.choice(["met", "missing"])
        if self.verdicts["measures"] == "missing":
            self.verdicts["party-leadership"] = self.random.choice(["met", "missing"])
        self.parts = 0
        self.lines = []  # (kind, text): title, lead, h1, h2, text, signature.

    def filled(self, template):
        numbers = {key: self.random.randint(low, high) for key, low, high in
                   (("a", 11, 29), ("b", 31, 59), ("c", 61, 299), ("d", 12, 19), ("e", 2, 9))}
        return template.format(**numbers, body=self.body, head=self.head)

    def part(self, words):
        self.lines.append(("h1", self.way(0, self.parts, words)))
        self.parts += 1

    def text(self, text):
        self.lines.append(("text", text))

    def themes(self, all_themes, count, start=0):
        for i, (words, text) in enumerate(self.random.sample(all_themes, count)):
            self.lines.append(("h2", self.way(1, start + i, words)))
            self.text(self.filled(text))

    def measures(self):
        verdict, party = self.verdicts["measures"], self.verdicts["party-leadership"]
        if verdict == "missing" and party == "missing":
            return
        if verdict == "missing":
            self.part("坚持党对法治建设的领导")
            self.text(self.filled(PARTY))
            return
        self.part(f"{self.year}年主要举措和成效")
        start = 0
        if party == "met":
            self.lines.append(("h2", self.way(1, 0, "加强党的领导")))
            self.text(self.filled(PARTY))
            start = 1
        if verdict == "met":
            self.themes(WORK, 6, start)
            self.text("对照年初计划，各项任务按期完成，没有发生因执法不当引发的群体性事件，也没有行政复议被纠错、行政诉讼败诉的案件；主动接受人大监督、民主监督和社会监督，群众安全感和满意度稳步提升。法治建设成效评估、案卷评查、执法监督形成闭环，发现的问题当月交办、次月回访，制度的笼子越扎越紧，办事的规矩越来越明。")
        else:
            self.text("全年认真落实上级部署，规范执法行为，加强普法宣传，化解矛盾纠纷，完善工作制度，群众满意度不断提升。")
        if party == "weak":
            self.text(self.filled(PARTY_PASSING))

    def principals(self):
        if self.verdicts["first-responsible"] == "missing":
            return
        self.part("党政主要负责人履行推进法治建设第一责任人职责情况")
        if self.verdicts["party-leadership"] == "missing":
            self.head = self.head.split("、")[-1]  # A mention of the Party body is one in passing.
        self.text(self.filled(PRINCIPAL if self.verdicts["first-responsible"] == "met" else PRINCIPAL_WEAK))

    def shortcomings(self):
        verdict, causes = self.verdicts["shortcomings"], self.verdicts["causes"]
        if verdict == "missing":
            return
        self.part("存在的不足" if causes == "missing" else "存在的不足和原因")
        chosen = SHORT if verdict == "met" else SHORT[:1]
        for i, (words, text, cause) in enumerate(chosen):
            said = causes == "met" or (causes == "weak" and i == 0)
            full = text if verdict == "met" else "部分案件取证不够及时。"
            self.text(f"{NUMERALS[i]}是{words}。" + self.filled(full) + (cause if said else ""))

    def plan(self):
        verdict = self.verdicts["plan"]
        if verdict == "missing":
            return
        self.part(f"{self.year + 1}年主要安排")
        if verdict == "met":
            self.themes(PLAN, 4)
            self.text("以上任务逐项列出清单，明确责任人和完成时限，由法治建设领导小组办公室按季度通报进度，确保件件有着落、事事有回音。")
        else:
            self.text("继续抓好普法宣传，进一步规范执法行为。")

    def make(self):
        subject = "法治政府建设" if self.verdicts["title"] == "met" else "重点"
        self.title = f"{self.issuer}{self.year}年度{subject}工作情况报告"
        self.lines = [("title", self.title),
                      ("lead", f"{self.year}年，{self.issuer}扎实推进各项工作，现将{self.year}年度法治政府建设情况报告如下：")]
        self.measures()
        self.principals()
        self.shortcomings()
        self.plan()
        if self.verdicts["other-matters"] == "met":
            self.part("其他需要报告的情况")
            self.text("无其他需要报告的情况。")
        return self


def plant(maker, lines):
    """Defects of `gongwen`, in text lines of their own."""
    planted = []
    texts = [i for i, (kind, _) in enumerate(lines) if kind == "text"]
    for kind, words in (("placeholder", "投入经费XX万元。"), ("pairs", "详见有关附表（略。")):
        if texts and maker.random.random() < 0.3:
            at = maker.random.choice(texts)
            texts.remove(at)
            lines[at] = ("text", lines[at][1] + words)
            planted.append((kind, at, "XX" if kind == "placeholder" else "（"))
    return planted


def written(lines, form):
    """The file's text, and of each line where it begins."""
    if form == "md":
        marks = {"title": "# ", "h1": "## ", "h2": "### "}
        rows = [marks.get(kind, "") + text for kind, text in lines]
        return "\n\n".join(rows) + "\n", [2 * i + 1 for i in range(len(rows))]
    if form == "html":
        marks = {"title": "h1", "h1": "h2", "h2": "h3"}
        rows = [f"<{marks.get(kind, 'p')}>{html.escape(text)}</{marks.get(kind, 'p')}>" for kind, text in lines]
        head = ["<!DOCTYPE html>", '<html lang="zh"><head><meta charset="utf-8"><title>年度报告</title></head>', "<body>"]
        return "\n".join(head + rows + ["</body></html>"]) + "\n", [len(head) + i + 1 for i in range(len(rows))]
    return "\n".join(text for _, text in lines) + "\n", [i + 1 for i in range(len(lines))]


def main(folder, count, seed):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    manifest, made = [], []
    for index in range(count):
        maker = Maker(seed, index).make()
        lines, copy_of = list(maker.lines), None
        if made and maker.random.random() < 0.15:
            # Somebody else's text under one's own name.
            copy_of = maker.random.randrange(len(made))
            other = made[copy_of]
            maker.verdicts, maker.year = dict(other.verdicts), other.year
            swap = lambda text: text.replace(other.issuer, maker.issuer)
            lines = [(kind, swap(text)) for kind, text in other.lines]
        made.append(maker)
        maker.lines = list(lines)
        defects = plant(maker, lines)
        form = FORMATS[index % len(FORMATS)]
        text, places = written(lines, form)
        name = f"{index:04}.{form}"
        (folder / name).write_text(text, encoding="utf-8")
        manifest.append({"file": name, "year": maker.year, "issuer": maker.issuer, "issuer_kind": maker.kind,
                         "requirements": maker.verdicts, "copy_of": None if copy_of is None else manifest[copy_of]["file"],
                         "defects": [{"kind": kind, "line": places[at], "quote": quote} for kind, at, quote in defects]})
    (folder / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) == 4 else 1)
