# Two names for a configuration in one folder: nobody knows which holds.
hegui two-configurations
