# A mistyped command of a group: the one that was probably meant.
hegui rules lst
english rules lst
