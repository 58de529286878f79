# Slips in a rule file that nothing else would show.
cd "$(mktemp -d)"
cat >aim.yaml <<'END'
hegui: 1
id: aim
title: Aim
language: en
requirements:
  - id: aim
    title: Aim
    found-by: [{heading: []}, {heading: [“aim”]}]
    checks: [{id: n, figures: {min: 2}, say: '{fount} found, {expected} wanted'}]
END
hegui rules check aim.yaml
