# What was meant is a rule of the same set, and near.
english explain -r postmortem cause
english explain -r postmortem postmortem/cuase
english explain -r postmortem postmortem/nope
english explain -r english/audit.md x
