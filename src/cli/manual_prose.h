#pragma once

#include <string_view>

#include "text/language.h"

namespace hegui {

/// What the manual page says that no table knows, in the macros of man(7).

inline constexpr std::string_view description_en = R"(.SH DESCRIPTION
A rule set says what a kind of report must contain.
.B hegui
reads reports, finds which part answers which requirement, and prints
diagnostics with line and column: what is missing and where it belongs, what is
there but weak, and which clause asks for it.
)";

inline constexpr std::string_view description_zh = R"(.SH 说明
规则集写明一类报告要有什么。
.B hegui
读报告，找到哪一部分对应哪项要求，打印带行列号的诊断：缺了什么、应补在哪里，
写了但不够的是什么，依据是哪一条。
)";

inline constexpr Label after_sets{R"(.PP
什么都不会发送出去。
问题打印在标准输出，其余的都在标准错误。
)",
                                  R"(.PP
Nothing is sent anywhere.
Findings go to standard output, everything else to standard error.
)"};

inline constexpr std::string_view end_sections_en = R"(.SH EXIT STATUS
.TP
.B 0
Everything was read, and nothing is at or above
.BR \-\-fail\-on .
.TP
.B 1
There are findings, or suppressions that have ended or are unused, at or above
.BR \-\-fail\-on ,
or scores below
.BR \-\-min\-score ,
or
.B hegui test
failed.
.TP
.B 2
Wrong usage, configuration, rule file, suppression or baseline; a report that is
unreadable or not understood; nothing to check.
Wins over 1.
.TP
.B 3
Internal error.
.SH ENVIRONMENT
.TP
.B HEGUI_RULES_PATH
Folders for
.BR \-\-rules\-path ,
separated by colons.
.TP
.B HEGUI_AMBIGUOUS_WIDTH
Set to 2 where the terminal draws quotation marks and dots of Chinese text two
columns wide.
.TP
.B LC_ALL, LC_MESSAGES, LANG
The first that is set decides the language of help and of messages about wrong
usage, unless
.B \-\-lang
is given.
.TP
.B NO_COLOR
Set to anything, it turns colours off unless
.B \-\-color
is given.
.TP
.B COLUMNS
Width of the output, if not that of the terminal.
.TP
.B SOURCE_DATE_EPOCH
What is taken for today where a suppression has a last day, in seconds since
1970.
.SH FILES
.TP
.I .hegui.yaml
In a report's folder or above it, up to the one with .git: the configuration.
The nearest counts;
.B hegui init
writes one, and
.B hegui config
shows what holds.
.TP
.IR .heguiignore ,\  .gitignore
Patterns of files that are left out of folders.
.TP
.I .hegui\-baseline.json
Known findings, which are not reported again;
.B hegui baseline write
makes it.
.TP
.IB REPORT .hegui.yaml
Beside a report: its variables, accepted findings and a reviewer's marks.
.TP
.I share/hegui/rules/*.yaml
Below the folder that hegui was installed to: sources of the built\-in rule
sets, to read and to learn from.
The program carries its own copy.
.SH EXAMPLES
One report, and all reports in a folder:
.PP
.EX
hegui report.docx
hegui reports/
.EE
.PP
Reports that a commit changed, one line a finding:
.PP
.EX
git diff \-\-name\-only \-z HEAD~ \-\- '*.docx' |
  hegui \-\-files\-from \- \-f concise
.EE
.PP
A score sheet to hand on:
.PP
.EX
hegui score reports/ \-f xlsx=scores.xlsx
.EE
.PP
What a rule asks for, and how it came to its result in a report:
.PP
.EX
hegui explain fazhi/plan
hegui \-\-trace fazhi/plan report.docx
.EE
.PP
How the program reads a report, when a part is said to be missing and is not:
.PP
.EX
hegui outline report.docx
hegui show report.docx
.EE
)";

inline constexpr std::string_view end_sections_zh = R"(.SH 返回值
.TP
.B 0
都读了，没有问题达到
.BR \-\-fail\-on 。
.TP
.B 1
有问题、过期的抑制或没有用上的抑制达到
.BR \-\-fail\-on ，
有得分低于
.BR \-\-min\-score ，
或者
.B hegui test
没过。
.TP
.B 2
用法、配置、规则文件、抑制或基线有错，报告读不了或看不懂，没有东西可查。
比 1 优先。
.TP
.B 3
内部错误。
.SH 环境变量
.TP
.B HEGUI_RULES_PATH
.B \-\-rules\-path
的文件夹，用冒号分开。
.TP
.B HEGUI_AMBIGUOUS_WIDTH
终端把引号、省略号画成两列宽的，设成 2。
.TP
.B LC_ALL, LC_MESSAGES, LANG
第一个有值的决定用法和用法错误的语言，除非写了
.BR \-\-lang 。
.TP
.B NO_COLOR
设成什么都行：不要颜色，除非写了
.BR \-\-color 。
.TP
.B COLUMNS
输出的宽度；不设就是终端的宽度。
.TP
.B SOURCE_DATE_EPOCH
抑制写了截止日期时，把哪天当作今天，从 1970 年算起的秒数。
.SH 文件
.TP
.I .hegui.yaml
配置，在报告的文件夹里或上面各层，到有 .git 的那层为止，最近的一个算数。
.B hegui init
写一份，
.B hegui config
看有效的设置。
.TP
.IR .heguiignore 、 .gitignore
文件夹里略过的文件。
.TP
.I .hegui\-baseline.json
已知的问题，不再报；
.B hegui baseline write
生成。
.TP
.IB 报告 .hegui.yaml
在报告旁边：它的变量、放过的问题、审核人给的分。
.TP
.I share/hegui/rules/*.yaml
在安装 hegui 的文件夹里：自带规则集的源文件，可以读，可以学。
程序里另有一份。
.SH 例子
一份报告，一个文件夹里的全部报告：
.PP
.EX
hegui 报告.docx
hegui 报送/
.EE
.PP
一次提交改过的报告，一行一个问题：
.PP
.EX
hegui \-\-since HEAD~ \-f concise
.EE
.PP
可以转发的得分表：
.PP
.EX
hegui score 报送/ \-f xlsx=得分.xlsx
.EE
.PP
一条规则要什么，在一份报告里怎么得出结果：
.PP
.EX
hegui explain fazhi/plan
hegui \-\-trace fazhi/plan 报告.docx
.EE
.PP
明明写了却说缺，看看报告是怎么读的：
.PP
.EX
hegui outline 报告.docx
hegui show 报告.docx
.EE
)";

}  // namespace hegui
