hegui config two-configurations
