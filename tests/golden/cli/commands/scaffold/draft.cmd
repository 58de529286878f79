# A draft has the headings of the set, and says in slots what to write; the year can be given.
hegui scaffold fazhi --set year=2025 -f txt
hegui scaffold postmortem
