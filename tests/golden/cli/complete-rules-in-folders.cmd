HEGUI_RULES_PATH=/nowhere:. hegui __complete explain -r self =
hegui __complete explain --rules-path . -r self =
