#!/usr/bin/env python3
"""How often hegui is right on labelled reports.

  confusion.py HEGUI DIR [--least VERDICTS,ANCHORS,HEADINGS]

DIR holds reports, each with <stem>.json beside it: verdicts (`requirements`), lines (`anchors`, and
others that are accepted in `anchors_alt`), `year`, `issuer_kind`, and `headings` as [line, level,
text without its number]. Prints what differs, the shares that are right, and a table labelled x got
for each requirement. With --least the exit status is 1 where a share in % is smaller.
"""
import collections, json, pathlib, re, subprocess, sys

VERDICTS = ["met", "weak", "missing"]


def run(hegui, *arguments):
    done = subprocess.run([hegui, *arguments], capture_output=True, text=True)
    return json.loads(done.stdout) if done.stdout.strip() else {}


def squeeze(text):
    """Without blanks and the marks that close a heading, as people label it."""
    folded = (text or "").translate(str.maketrans(",:;!?()", "，：；！？（）"))
    return re.sub(r"[\s*#]+", "", folded).rstrip("。：")


class Tally:
    def __init__(self):
        self.right = collections.Counter()
        self.of = collections.Counter()
        self.table = collections.defaultdict(collections.Counter)

    def count(self, what, right):
        self.of[what] += 1
        self.right[what] += bool(right)

    def share(self, what):
        return 100 * self.right[what] / self.of[what] if self.of[what] else 100


def stands_at(found, anchor):
    """An anchor is a line, or in a report of one line [line, column]."""
    if isinstance(anchor, list):
        return found["line"] == anchor[0] and abs(found["column"] - anchor[1]) <= 2
    return found["line"] == anchor


def judge_one(hegui, report, labels, tally):
    checked = run(hegui, "check", "--no-config", "--no-baseline", "-r", "fazhi", "-f", "json", str(report))
    document = checked["documents"][0]
    got = {r["id"].split("/")[-1]: r for r in document.get("requirements", [])}
    wrong = []
    for name, verdict in labels["requirements"].items():
        found = got.get(name, {"verdict": "none", "line": 0})
        tally.table[name][verdict, found["verdict"]] += 1
        tally.count("verdicts", found["verdict"] == verdict)
        if found["verdict"] != verdict:
            wrong.append(f"{name}: {found['verdict']}, not {verdict}")
            continue
        lines = [labels["anchors"].get(name), *labels.get("anchors_alt", {}).get(name, [])]
        there = any(stands_at(found, anchor) for anchor in lines)
        tally.count("anchors", there)
        if not there:
            wrong.append(f"{name}: at {found['line']}:{found['column']}, not {lines[0]}")
    tally.count("year", document.get("year") == labels["year"])
    if document.get("year") != labels["year"]:
        wrong.append(f"year {document.get('year')}, not {labels['year']}")
    kinds = [labels["issuer_kind"], *labels.get("issuer_kind_alt", [])]
    tally.count("issuer kinds", document.get("issuer_kind") in kinds)
    if document.get("issuer_kind") not in kinds:
        wrong.append(f"issuer {document.get('issuer')} is {document.get('issuer_kind')}, not {kinds[0]}")
    judge_headings(hegui, report, labels, tally, wrong)
    if not run(hegui, "check", "--no-config", "-f", "json", str(report))["documents"][0].get("rulesets"):
        wrong.append("no rule set applies to it")
    return wrong


def judge_headings(hegui, report, labels, tally, wrong):
    if "headings" not in labels:
        return
    outline = run(hegui, "outline", "--no-config", "-r", "fazhi", "-f", "json", str(report))
    seen = [(h["line"], squeeze(h["text"]), h["level"]) for h in outline.get("headings", [])]
    wanted = [(line, squeeze(text), level) for line, level, text in labels["headings"] if level > 0]
    maybe = [(line, squeeze(text)) for line, _, text in labels.get("headings_maybe", [])]
    for line, text, _ in wanted:
        here = any(s[0] == line and (s[1] == text or s[1].startswith(text) or text.startswith(s[1])) for s in seen)
        tally.count("headings", here)
        if not here:
            wrong.append(f"heading {line}: {text[:24]} not seen")
    for line, text, _ in seen:
        known = any(w[0] == line and (w[1] == text or w[1].startswith(text) or text.startswith(w[1])) for w in [*wanted, *maybe])
        tally.count("no invention", known)
        if not known:
            wrong.append(f"heading {line}: {text[:24]} invented")


def main(hegui, folder, least):
    tally = Tally()
    for path in sorted(pathlib.Path(folder).glob("*.json")):
        report = next(p for p in path.parent.glob(path.stem + ".*") if p.suffix != ".json")
        wrong = judge_one(hegui, report, json.loads(path.read_text(encoding="utf-8")), tally)
        if wrong:
            print(f"{report.name}: " + "; ".join(wrong))
    for name, row in tally.table.items():
        print(f"\n{name:<18}" + "".join(f"{v:>9}" for v in VERDICTS) + "   got")
        for labelled in VERDICTS:
            cells = "".join(f"{row[labelled, v] or '·':>9}" for v in VERDICTS)
            print(f"  labelled {labelled:<7}" + cells)
    print()
    for what in tally.of:
        print(f"{what:<14}{tally.right[what]:>5} of {tally.of[what]:<5}{tally.share(what):6.1f} %")
    missed = [what for what, share in zip(("verdicts", "anchors", "headings"), least) if tally.share(what) < share]
    if missed:
        sys.exit("fewer than wanted: " + ", ".join(missed))


if __name__ == "__main__":
    if len(sys.argv) not in (3, 5):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], [float(x) for x in sys.argv[4].split(",")] if len(sys.argv) == 5 else [])
