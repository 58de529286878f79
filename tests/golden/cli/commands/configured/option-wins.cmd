# --severity and --fail-on win over the configuration.
hegui -f concise --severity nianbao/plan=warning --fail-on warning configured/草稿
