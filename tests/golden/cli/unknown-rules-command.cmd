hegui rules lst
