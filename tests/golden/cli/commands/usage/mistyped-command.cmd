# What was probably meant by a word that is neither command nor file.
hegui chek good.txt; hegui rule list; hegui help; hegui baseline wite .
english chek good.txt; english rule list; english help; english baseline wite .
