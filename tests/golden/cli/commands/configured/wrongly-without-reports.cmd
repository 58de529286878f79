# A wrong configuration fails a run without reports, also where that is allowed.
cd two-configurations && hegui check --allow-empty ../no-reports; cd ../rules-not-there && hegui check --allow-empty ../no-reports
