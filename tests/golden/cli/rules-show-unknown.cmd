hegui rules show nowhere
