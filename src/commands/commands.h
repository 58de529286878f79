#pragma once

#include "run/request.h"

namespace hegui {

int baseline_prune_command(const Request& request);
int baseline_show_command(const Request& request);
int baseline_write_command(const Request& request);
int check_command(const Request& request);
int completions_command(const Request& request);
int config_command(const Request& request);
int explain_command(const Request& request);
int init_command(const Request& request);
int outline_command(const Request& request);
int rules_check_command(const Request& request);
int rules_list_command(const Request& request);
int rules_schema_command(const Request& request);
int rules_show_command(const Request& request);
int scaffold_command(const Request& request);
int score_command(const Request& request);
int show_command(const Request& request);
int test_command(const Request& request);

}  // namespace hegui
