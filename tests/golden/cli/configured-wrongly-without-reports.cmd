cd two-configurations && hegui check --allow-empty ../no-reports; cd ../rules-not-there && hegui check --allow-empty ../no-reports
