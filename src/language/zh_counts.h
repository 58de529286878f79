#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

namespace hegui {

/// Of units that count how often: 人次, 家次.
inline constexpr std::string_view zh_times = "次";

/// Between a clause and the number that it describes: 审核的24件.
inline constexpr std::string_view zh_particle = "的";

/// Whether two units may count one thing: 46名 and 64人.
inline bool zh_units_agree(std::string_view one, std::string_view other) {
  constexpr std::array<std::array<std::string_view, 3>, 3> alike{
      {{"人", "名", "位"}, {"件", "起", "宗"}, {"次", "场", "场次"}}};
  if (one == other) return true;
  return std::ranges::any_of(alike, [&](const auto& units) {
    return std::ranges::find(units, one) != units.end() &&
           std::ranges::find(units, other) != units.end();
  });
}

inline constexpr std::string_view zh_month = "月", zh_day = "日", zh_piece = "个";

// --- places

/// What is counted of a whole place.
inline constexpr std::array<std::string_view, 14> zh_places{
    "行政村", "自然村", "村民小组", "乡镇",   "村",     "社区",   "镇",
    "乡",     "街道",   "县区",     "县市区", "派出所", "司法所", "成员单位"};
/// Behind them, where something else is counted: 村级, 社区矫正.
inline constexpr std::u32string_view zh_behind_no_places =
    U"级矫规居民干书法工服党治网组务长委医卫小文团合企";

// --- events

/// Before the name of an event.
inline constexpr std::array<std::string_view, 20> zh_holding{
    "，",   "、",   "的",   "在",   "组织", "举办", "开展", "召开", "举行", "邀请",
    "参加", "出席", "指挥", "主持", "参与", "联合", "集中", "赴",   "对",   "由"};
/// Of events that are not held all year, as 常务会议 and 检查 are.
inline constexpr std::array<std::string_view, 16> zh_events{
    "培训", "演练", "活动", "听证", "庭审",   "观摩", "讲座",   "宣誓",
    "签约", "启动", "论坛", "测评", "座谈会", "考核", "研讨班", "测试"};
/// Of those that are held once.
inline constexpr std::array<std::string_view, 10> zh_single_events{
    "推进会", "部署会", "动员会", "考试", "比武", "竞赛", "仪式", "发布会", "开放日", "揭牌"};
/// Of documents.
inline constexpr std::array<std::string_view, 9> zh_issued{"印发", "出台", "发布", "公布", "签发",
                                                           "颁布", "下发", "修订", "通过"};
/// Of events that are held again.
inline constexpr std::array<std::string_view, 9> zh_again{"再次", "第二", "第三", "两次", "又",
                                                          "分别", "首次", "首场", "分批"};

}  // namespace hegui
