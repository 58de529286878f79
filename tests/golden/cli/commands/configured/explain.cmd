# explain and rules list know the sets of the configuration.
(cd configured && hegui explain nianbao/plan | head -2; hegui rules list)
