# Each report gets the set of its genre; what no set is for is told. A set that builds on another judges, and does not rank, what that one is not for.
cd which-set; hegui check disclosure.txt rule-of-law.txt work-report.txt | grep -a 规则集; hegui check -f concise checked.txt explained.txt guide.txt news.txt shared-out.txt; hegui score -r ../which-set.yaml disclosure.txt work-report.txt rule-of-law.txt explained.txt
echo; hegui check -r fazhi -r xinxi-gongkai -r zhengfu-gongzuo -r ../which-set.yaml disclosure.txt rule-of-law.txt work-report.txt | grep -a 规则集
