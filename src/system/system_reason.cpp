#include "system/system_reason.h"

#include <cerrno>
#include <cstring>
#include <string>

namespace hegui {

Message reason_of(int error) {
  switch (error) {
    case ENOENT: return say("没有这个路径", "no such path");
    case EACCES:
    case EPERM: return say("没有权限", "permission denied");
    case ENOTDIR: return say("路径中间有一段不是文件夹", "a part of the path is no folder");
    case EISDIR: return say("这是文件夹", "this is a folder");
    case EEXIST: return say("已经有同名的文件", "a file of that name is there");
    case ENOSPC: return say("磁盘满了", "the disk is full");
    case EDQUOT: return say("超过了磁盘配额", "the disk quota is exceeded");
    case EFBIG: return say("超过了允许的文件大小", "the file would be too large");
    case EROFS: return say("磁盘是只读的", "the disk is read-only");
    case ENAMETOOLONG: return say("文件名太长", "the file name is too long");
    case ELOOP: return say("符号链接绕成了圈", "symbolic links form a circle");
    case EMFILE:
    case ENFILE: return say("打开的文件太多", "too many files are open");
    case ENOMEM: return say("内存不够", "there is not enough memory");
    case EAGAIN:
      return say("系统资源不够，请稍后再试", "the system lacks resources; try again later");
    case EBUSY:
    case ETXTBSY: return say("正在被别的程序使用", "another program is using it");
    case EIO: return say("读写磁盘出错", "the disk cannot be read or written");
    case EPIPE: return say("接收的一方已经关闭", "whoever was to read it has closed it");
  }
  const std::string words = std::strerror(error);
  return {words, words};
}

}  // namespace hegui
