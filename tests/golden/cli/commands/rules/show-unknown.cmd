# rules show of an unknown name says which sets are built in.
hegui rules show nowhere
