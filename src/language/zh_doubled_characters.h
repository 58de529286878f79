#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace hegui {

/// A character that is a word of its own: 对, 在, 和. Twice it is right where another word has one
/// of the two: 面对对手, 针对对口支援.
struct DoubledCharacter {
  char32_t code = 0;
  std::u32string_view before;  ///< What makes a word with it, standing before it.
  std::u32string_view behind;
};

inline constexpr std::array zh_doubled_characters{
    DoubledCharacter{U'与', U"参给赋付授赠", U"会其否时此众日世党闻"},
    DoubledCharacter{U'从', U"服听自盲顺随跟侍", U"严事业中而此快重轻宽化优根源头速新容前众属"},
    DoubledCharacter{U'其', U"尤与极何", U"他它中余实间次后"},
    DoubledCharacter{U'及', U"以涉普触惠波提危顾埃来遍累殃论述念", U"时格早其第至物"},
    DoubledCharacter{U'和', U"共饱缓温柔平总谐调附随中讲祥",
                     U"平谐解缓睦好谈气县田政林顺静美合善龙风"},
    DoubledCharacter{U'在', U"存现实内外潜所正好旨自健仍重意贵",
                     U"建职编校岗押线场家任册途逃座案此内京位世读研库售营服制施学管审办诉矫"
                     U"手乎即于意籍租保用产"},
    DoubledCharacter{U'将', U"即必行干虎名麻大老武", U"来军士要近领于会"},
    DoubledCharacter{U'对', U"应面针反核校绝相派结成比一配质指查作敌双单不答",
                     U"口象手外策接比应照联标账话抗方称立等待内于半折偶付子"},
    DoubledCharacter{U'由', U"理自事案缘经因来", U"于此来头"},
    DoubledCharacter{U'的', U"目标有", U"确士"},
    DoubledCharacter{U'被', U"棉植覆",
                     U"告申动害征执审监处诉查检评考巡管套服面子保继拆投救列帮调督授问侵教除"},
};

inline const DoubledCharacter* find_doubled_character(char32_t code) {
  const auto* found = std::ranges::find(zh_doubled_characters, code, &DoubledCharacter::code);
  return found == zh_doubled_characters.end() ? nullptr : found;
}

}  // namespace hegui
