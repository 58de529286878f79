// The tables of the maps of `dictionaries`.

#include <array>

#include "ruleset/language.h"

namespace hegui {
namespace {

constexpr std::array wrong_array{
    Key{.name = "right",
        .type = KeyType::text,
        .zh = "应写成什么",
        .en = "what stands there instead",
        .presence = Presence::required},
    Key{.name = "not-in",
        .type = KeyType::terms,
        .zh = "落在这些里面的是对的",
        .en = "inside of these it is right"},
};

constexpr std::array title_array{
    Key{.name = "number", .type = KeyType::text, .zh = "文号", .en = "document number"},
    Key{.name = "in-force",
        .type = KeyType::day,
        .zh = "从哪天起施行或印发",
        .en = "date from which it is in force"},
    Key{.name = "until",
        .type = KeyType::day,
        .zh = "有效期到哪天，或哪天废止",
        .en = "date on which its term or its life ends"},
    Key{.name = "now",
        .type = KeyType::text,
        .zh = "代替它的文件",
        .en = "title of what replaced it",
        .needs = "until"},
};

constexpr std::array dated_array{
    Key{.name = "written",
        .type = KeyType::terms,
        .zh = "怎样写；不写就是名称",
        .en = "how it is written; by default the name of the row"},
    Key{.name = "years",
        .type = KeyType::range,
        .zh = "哪些年度的报告可以这样写，如 `2018..`、`..2020`",
        .en = "report years in which it is right, such as `2018..`",
        .presence = Presence::required},
    Key{.name = "now",
        .type = KeyType::text,
        .zh = "后来的说法",
        .en = "what is said in later years"},
    Key{.name = "not-in",
        .type = KeyType::terms,
        .zh = "落在这些里面的是对的",
        .en = "inside of these it is right"},
};

constexpr std::array dictionary_array{
    Key{.name = "source",
        .type = KeyType::text,
        .zh = "各行出自哪里",
        .en = "where the rows are from",
        .presence = Presence::required},
    Key{.name = "verified",
        .type = KeyType::flag,
        .zh = "各行与出处核对过；没有核对的最多是 note，也不附改法",
        .en = "true if the rows were compared with the source; what they find is else a note, "
              "without a fix"},
    Key{.name = "wrong",
        .type = KeyType::named_texts_or_maps,
        .zh = "`错的写法: 应写成什么`；错的写法可以是 `'/正则/'`",
        .en = "`wrong words: right words`; the wrong ones may be a `'/pattern/'`",
        .of = &wrong_keys},
    Key{.name = "right",
        .type = KeyType::texts,
        .zh = "固定的说法，四个字以上：差一个字的就是写错了",
        .en = "set phrases: what is one character off is wrong"},
    Key{.name = "known",
        .type = KeyType::texts,
        .zh = "和固定的说法差一个字、却是对的说法",
        .en = "what is right although it is one character off"},
    Key{.name = "orders",
        .type = KeyType::texts,
        .zh = "并列的词按这个次序，一行一组，词间空一格",
        .en = "words that are listed in this order, separated by blanks"},
    Key{.name = "titles",
        .type = KeyType::named_maps,
        .zh = "文件的名称，不带书名号：《》里差一个字的就是写错了",
        .en = "titles of documents: what is one character off between title marks is wrong",
        .of = &title_keys},
    Key{.name = "dated",
        .type = KeyType::named_maps,
        .zh = "只在一些年度才对的说法",
        .en = "words that are right in some years only",
        .of = &dated_keys},
};

}  // namespace

const KeyTable dictionary_keys{"dictionary", dictionary_array};
const KeyTable wrong_keys{"wrong-words", wrong_array};
const KeyTable title_keys{"document-title", title_array};
const KeyTable dated_keys{"dated-words", dated_array};

}  // namespace hegui
