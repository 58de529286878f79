# What is wrong with a configuration is wrong here, too.
hegui config two-configurations
