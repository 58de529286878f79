#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "formats/format.h"
#include "text/language.h"

namespace hegui {

/// All bytes of a file, or of standard input for "-". Of one that has more than `most`, which may
/// be a device without end, little more than that: the caller refuses it. Throws InputError with
/// the system's reason.
std::string read_file(const std::string& path, std::size_t most = Limits{}.bytes);

/// What a file begins with, enough to tell what it is. Throws InputError.
std::string beginning_of(const std::string& path);

/// The paths in a file, or on standard input for "-": one a line, or separated by NUL where one
/// occurs; git's quotes around names are taken off. As `git diff -z` and `find -print0` write them.
/// Throws InputError, also for what is longer than any path.
std::vector<std::string> read_path_list(const std::string& path);

/// A report that is to be read.
struct ReportFile {
  std::string path = {};
  std::function<std::string()> read = {};  ///< Its bytes where they are not the file's.
  std::size_t most_unpacked = 0;           ///< If it is an archive itself; 0 for the usual bound.
  std::string archive = {};                ///< The file that it lies in, if that is another.
};

/// One whose reading throws InputError with that message.
ReportFile failing_report(std::string path, Message message, std::string archive = {});

/// Whether an entry of a folder is left out; the path is absolute.
using LeftOut = std::function<bool(const std::string& path, bool is_folder)>;

/// What is in a folder or an archive and is not taken for a report.
struct PassedOver {
  std::size_t hidden = 0;
  std::size_t ignored = 0;                         ///< Reports and folders, by LeftOut.
  std::map<std::string, std::size_t> others = {};  ///< By extension, with the dot; "" for none.

  void add(std::string_view path);
};

/// Files as given; of directories, the reports and ZIP archives below them in order of their paths.
/// Hidden entries are left out, links to directories not followed, and links to files only where
/// they stay in the repository, or in the folder where there is none. What cannot be looked at is
/// kept, be it a path, a link, or a folder or its rest: reading it says why. Side files that lie in
/// the folders go to `side_files`, in no order.
std::vector<ReportFile> find_reports(const std::vector<std::string>& paths,
                                     const LeftOut& left_out = {},
                                     std::vector<std::string>* side_files = nullptr,
                                     PassedOver* passed = nullptr);

/// Whether there is something, if only a link that leads nowhere. Throws InputError where the
/// system cannot tell: what is there but cannot be seen must not count for nothing.
bool is_there(const std::string& path);

/// Absolute, without . and .. in it; links are not followed. Throws InputError where nobody knows
/// the current folder.
std::string absolute_path(const std::string& path);
/// Absolute, with links resolved as far as there is something; not where nothing can be, as in a
/// circle of links. Throws InputError where the system cannot tell.
std::string real_path(const std::string& path);
/// Where temporary files go: TMPDIR, or /tmp where nothing says so. As by real_path().
std::string temporary_folder();
/// The folder that holds a path, both absolute.
std::string folder_of(const std::string& path);
/// Whether a path lies in a folder, links followed.
bool lies_in(const std::string& path, const std::string& folder);
/// The folder that what lies in one must not lead out of: its repository's, or itself where there
/// is none. Links resolved.
std::string boundary_of(const std::string& folder);
/// Throws InputError for a link that leads out of the boundary of its folder. For files that are
/// found and not named: whoever sends a repository must not choose what else is read.
void refuse_leading_out(const std::string& path);

}  // namespace hegui
