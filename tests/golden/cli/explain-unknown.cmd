hegui explain fazhi/nothing
