hegui chek good.txt; hegui rule list; hegui help; hegui baseline wite .
