# Samples are read as they are written: as Markdown, or with a heading that looks like a title, which does not hide the part: the second bad one has what is asked for.
cd "$(mktemp -d)"
cat >aim.yaml <<'END'
hegui: 1
id: aim
title: Report of the fair
language: en
requirements:
  - id: aim
    title: Aim
    found-by: [{heading: [aim, action plan]}]
    checks: [{id: length, length: {min-sentences: 2}}]
    good:
      - |
        ## Aim
        The fair is to be found. It is on the green.
      - |
        Action plan
        We mend the tent. We hire two.
    bad:
      - |
        # Aim
        We mend the tent.
      - |
        # Aim
        We mend the tent. We hire two.
END
hegui test aim.yaml
hegui test nosuch.yaml
