# Ids of a set that is found by name, in folders of the environment and of the line.
HEGUI_RULES_PATH=/nowhere:. hegui __complete explain -r self =
hegui __complete explain --rules-path . -r self =
