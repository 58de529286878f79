# Headings tell an incident report whose title does not; what else has some of them is refused.
for report in incidents/*.md; do english check "$report" | head -1; done
