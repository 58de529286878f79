#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace hegui {

/// Of reduplications: 一件一件, 逐项逐项, 二十二十.
inline constexpr std::u32string_view zh_reduplicated =
    U"一二三四五六七八九十百千万几两半逐每越边又再某";

/// What makes a compound of a word that stands before it: 送达送达回证, 签订签订率, 检查检查站.
inline constexpr std::u32string_view zh_suffixes =
    U"率员书表证人单函号费权回通协委师者站室牌栏岗库卡册簿网箱台厅所科院馆车队组会处点款链";

/// Verbs of them whose object may begin with them: 解决解决不了的问题, 管理管理机构.
inline constexpr std::string_view zh_object_verbs =
    "解决 管理 服务 检查 检测 检验 监测 评估 评价 评审 "
    "评查 审查 审核 审批 审计 统计 登记 备案 公开 公示 "
    "办理 受理 办结 处理 处置 处罚 调解 调查 调研 调度 "
    "化解 培训 教育 宣传 考核 考试 督查 督察 督办 督导 "
    "监督 监管 执法 执行 整改 整治 治理 排查 巡查 抽查 "
    "走访 举报 投诉 申请 申报 信访 咨询 保护 保障 救助 "
    "援助 补贴 补助 奖励 许可 复议 应诉 诉讼 仲裁 公证 "
    "送达 签订 验收 改造 改革 建设 施工 采购 招标 规划 "
    "设计 研究 研判 讨论 协商 协调 沟通 清理 "
    "听取 移送 移交 反馈 回访 回复 答复 征收 征求 执勤 巡逻 "
    "维护 维修 运输 运营 经营 生产 销售 使用 配备 报告 "
    "通报 汇报 发布 发放 编制 指导 帮扶 托管 接收 拆除 ";

/// What makes the second of two such verbs the begin of an object: a character, ...
inline constexpr std::u32string_view zh_object_marks = U"不中后前难了完时过无未所";

/// ... or a noun, of which it says the kind.
inline constexpr std::string_view zh_object_nouns =
    "机构 范围 办法 对象 目录 标准 流程 程序 结果 意见 "
    "方案 计划 制度 机制 体系 平台 系统 中心 窗口 网点 "
    "人员 队伍 单位 部门 机关 主体 事项 项目 内容 情况 "
    "清单 台账 报告 措施 模式 方式 区域 场所 设备 设施 "
    "资金 经费 费用 数据 信息 指标 档案 文书 案件 案卷 "
    "记录 通知 决定 建议 职责 能力 水平 质量 成本 条件 "
    "要求 责任 权限 规范 规则 规定 手段 资质 资格 站点 "
    "期限 时限 环节 过程 力量 任务 问题 成果 基地 阵地 "
    "材料 资料 审查 检测 专员 专班 小组 协议 合同 热线 "
    "大厅 企业 活动 需求 工具 技术 领域 体制 结论 裁定 "
    "裁决 判决 书面 补贴 ";

/// Words of official documents that no two others make by standing side by side.
inline constexpr std::string_view zh_common_words =
    "改建 新建 扩建 开展 加强 推进 组织 落实 完善 "
    "健全 建立 建设 实施 推动 促进 提升 提高 强化 "
    "深化 优化 规范 开工 竣工 召开 举办 制定 修订 "
    "印发 出台 审议 审查 审核 检查 督查 督促 督导 "
    "指导 培训 宣传 普法 执法 学习 贯彻 坚持 围绕 "
    "聚焦 突出 注重 牵头 带头 带队 参加 参与 配合 "
    "配备 协调 统筹 负责 办理 受理 办结 立案 结案 "
    "化解 调解 处置 处理 整改 整治 治理 管理 服务 "
    "保障 维护 保护 发放 发布 公开 公示 收到 征求 "
    "收集 清理 废止 取消 承接 改造 改革 创新 创建 "
    "评选 评估 考核 述法 报告 汇报 听取 部署 安排 "
    "研究 调研 走访 排查 巡查 监督 监管 约谈 移送 "
    "复议 应诉 出庭 纠纷 矛盾 案件 工作 任务 措施 "
    "举措 制度 机制 体系 能力 水平 质量 成效 作用 "
    "责任 职责 职能 领导 干部 群众 居民 企业 单位 "
    "部门 机关 政府 街道 社区 乡镇 人员 队伍 力量 "
    "经费 资金 项目 平台 系统 数据 信息 文件 会议 "
    "活动 方案 计划 规划 意见 建议 问题 不足 原因 "
    "目标 要求 标准 程序 流程 事项 环节 领域 方面 "
    "行政 法治 法律 法规 安全 生产 经济 社会 教育 "
    "医疗 交通 城市 农村 农业 工业 产业 市场 投资 "
    "就业 增长 增加 下降 减少 完成 实现 达到 取得 "
    "形成 打造 构建 推行 推广 全面 全年 全市 全县 "
    "全区 有效 扎实 切实 认真 积极 主动 持续 不断 "
    "依法 及时 严格 通过 按照 对于 关于 由于 因为 "
    "但是 并且 同时 其中 我们 他们 各级 重点 重大 "
    "重要 主要 ";

/// A character of 个百分点.
inline constexpr char32_t zh_percentage_point = U'百';

/// 坚持以习近平法治思想为指导 is said in every part.
inline bool is_set_phrase(std::string_view text) {
  constexpr std::array<std::string_view, 6> words{"习近平", "党中央", "党的",
                                                  "精神",   "谁执法", "第一责任人"};
  return std::ranges::any_of(words,
                             [&](std::string_view word) { return text.find(word) != text.npos; });
}

/// Whether a clause may begin behind these words: 主要原因是.
inline bool leads_to_clause(std::string_view words) {
  constexpr std::array<std::string_view, 7> leads{"是", "于", "因", "为", "：", "致", "对"};
  return std::ranges::any_of(leads, [&](std::string_view lead) { return words.ends_with(lead); });
}

}  // namespace hegui
