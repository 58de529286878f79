# What the environment gives is told as such, not as an option.
HEGUI_RULES_PATH=.:configured/规则 hegui config --rules nianbao . | head -6
