#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace hegui {

/// Of reduplications: 一件一件, 逐项逐项, 二十二十.
inline constexpr std::u32string_view zh_reduplicated =
    U"一二三四五六七八九十百千万几两半逐每越边又再某";

/// What makes a compound of a word that stands before it: 送达送达回证, 签订签订率.
inline constexpr std::u32string_view zh_suffixes = U"率员书表证人单函号费权回通协委";

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
