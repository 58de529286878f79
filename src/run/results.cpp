#include "run/results.h"

#include <new>

#include "system/standard_streams.h"
#include "text/input_error.h"

namespace hegui {

void OutputFiles::Sink::write(std::string_view text) const {
  if (place.file)
    place.file->write(text);
  else if (place.folder)
    return;
  else if (on_standard_error)
    print_message(text);
  else
    print(text);
}

OutputFiles::OutputFiles(std::span<const OutputChoice> choices, const OutputOptions& options,
                         std::span<const std::string> inputs, const ResultOptions& results)
    : options_(options) {
  std::vector<ResultPlace> places;
  for (const OutputChoice& choice : choices) {
    if (choice.form->holds_one_report && choice.folder.empty() && results.reports > 1)
      throw WriteError(say("{0} 一个文件只放一份报告，这里有 {1} 份：请写到文件夹，{0}=文件夹/",
                           "{0} has one report in a file, and there are {1}: use a folder, "
                           "{0}=FOLDER/",
                           choice.form->name, results.reports));
    places.push_back({choice.file, choice.folder});
  }
  auto opened = open_results(places, inputs, results.overwrite);
  for (std::size_t i = 0; i < choices.size(); ++i) {
    OutputOptions own = options;
    if (opened[i].file) own.color = own.wraps = false;
    own.file = choices[i].file;
    if (const OutputFolder* const folder = opened[i].folder.get())
      own.takes_name = [folder](const std::string& name) { return folder->takes(name); };
    const bool one = choices[i].form->holds_one_report;
    sinks_.push_back(
        {choices[i].form->make(own), std::move(opened[i]), results.on_standard_error, one});
  }
  for (const Sink& sink : sinks_) {
    std::string out;
    sink.output->begin(out);
    sink.write(out);
  }
}

/// False where there is nothing to be written of the report, and that is said.
bool OutputFiles::append(Sink& sink, const Review& review, std::string& out) {
  const Language language = options_.in(review).language;
  sink.output->speak(language);
  const auto fail = [&](const Message& reason) {
    failed_ = true;
    complain(say("{0} 带批注的文档写不成：{1}", "{0} cannot be written with comments: {1}",
                 review.document.path, reason),
             language);
    return false;
  };
  try {
    sink.output->document(review, out);
    if (const auto warning = sink.output->warning(review)) complain(*warning, language);
  } catch (const InputError& error) {
    return fail(error.message());
  } catch (const std::bad_alloc&) {
    // In one text of several reports half of one would stay.
    if (!sink.holds_one_report) throw;
    return fail(say("内存不够", "there is not enough memory"));
  }
  if (!sink.holds_one_report || !out.empty()) return true;
  complain(say("{0} 没有检查，没有写出文档：{1}",
               "{0} was not checked, and no document was written: {1}", review.document.path,
               review.error),
           language);
  return false;
}

void OutputFiles::document(const Review& review) {
  for (Sink& sink : sinks_) {
    std::string out;
    const OutputFolder* const folder = sink.place.folder.get();
    const std::string name = folder ? sink.output->file_name(review) : std::string();
    if (!append(sink, review, out)) continue;
    sink.has_report = true;
    folder ? folder->write(name, out) : sink.write(out);
  }
}

void OutputFiles::end(const Summary& summary, std::span<const FileProblem> problems) {
  const Language language = options_.in(summary.languages).language;
  for (const Sink& sink : sinks_) {
    std::string out;
    sink.output->speak(language);
    sink.output->end(summary, problems, out);
    sink.write(out);
    if (sink.place.file && (sink.has_report || !sink.holds_one_report)) sink.place.file->commit();
  }
}

}  // namespace hegui
