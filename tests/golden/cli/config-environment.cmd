HEGUI_RULES_PATH=.:configured/规则 hegui config --rules nianbao . | head -6
