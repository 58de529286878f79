hegui two-configurations
