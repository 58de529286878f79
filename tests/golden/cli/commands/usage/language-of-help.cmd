# Help speaks the language of --lang, else of the environment, else of the rule set, else Chinese.
first() { "$@" --help | head -1; }
first hegui; first hegui --lang en; first hegui check --lang=en
LC_ALL='' LC_MESSAGES='' LANG=en_US.UTF-8 first hegui; LC_ALL='' LANG=zh_TW.UTF-8 first hegui
LC_ALL='' LC_MESSAGES=zh LANG=en_US first hegui; LC_ALL='' LANG=de_DE.UTF-8 first hegui
LC_ALL=POSIX LANG=en_US first hegui
first english check --lang zh; first hegui check -r english.yaml; first hegui check -r demo.yaml
first hegui check -r no-such-set
