#!/usr/bin/env python3
"""What generate.py says of its reports is what hegui finds.

  generate_test.py HEGUI
"""
import collections, json, pathlib, subprocess, sys, tempfile

import generate


def main(hegui, count=120):
    with tempfile.TemporaryDirectory() as folder:
        generate.main(folder, count, 7)
        again = pathlib.Path(folder, "again")
        generate.main(again, count, 7)
        manifest = json.loads(pathlib.Path(folder, "manifest.json").read_text(encoding="utf-8"))
        for entry in manifest:
            if pathlib.Path(folder, entry["file"]).read_bytes() != (again / entry["file"]).read_bytes():
                sys.exit(f"{entry['file']}: another text from the same seed")
        done = subprocess.run([hegui, "check", "--no-config", "-r", "fazhi", "-f", "json", *[e["file"] for e in manifest]],
                              cwd=folder, capture_output=True, text=True)
        documents = {d["path"]: d for d in json.loads(done.stdout)["documents"]}
        wrong, of = [], collections.Counter()
        for entry in manifest:
            got = documents[entry["file"]]
            found = {r["id"].split("/")[-1]: r["verdict"] for r in got.get("requirements", [])}
            for name, verdict in entry["requirements"].items():
                of["verdicts"] += 1
                if found.get(name) != verdict:
                    wrong.append(f"{entry['file']}: {name}: {found.get(name)}, made as {verdict}")
            for name in ("year", "issuer_kind"):
                of[name] += 1
                if got.get(name) != entry[name]:
                    wrong.append(f"{entry['file']}: {name}: {got.get(name)}, made as {entry[name]}")
            lines = {(f["rule"].split("/")[-1], f["line"]) for f in got.get("findings", [])}
            for defect in entry["defects"]:
                of["defects"] += 1
                if (defect["kind"], defect["line"]) not in lines:
                    wrong.append(f"{entry['file']}: {defect['kind']} at {defect['line']} was not found")
        print("\n".join(wrong))
        print(f"{len(wrong)} of {sum(of.values())} not as made: " + ", ".join(f"{n} {what}" for what, n in of.items()))
        # What is made is plain: nearly all of it must be seen.
        if len(wrong) * 100 > sum(of.values()):
            sys.exit(1)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
