(cd configured && hegui explain nianbao/plan | head -2; hegui rules list)
