#include "run/results.h"

#include "system/standard_streams.h"

namespace hegui {

void OutputFiles::Sink::write(std::string_view text) const {
  if (file)
    file->write(text);
  else
    print(text);
}

OutputFiles::OutputFiles(std::span<const OutputChoice> choices, const OutputOptions& options,
                         std::span<const std::string> inputs, bool overwrite)
    : options_(options) {
  std::vector<std::string> paths;
  std::vector<std::unique_ptr<OutputFolder>> folders;
  for (const OutputChoice& choice : choices) {
    paths.push_back(choice.file);
    const bool is_folder = !choice.folder.empty();
    folders.push_back(
        is_folder ? std::make_unique<OutputFolder>(choice.folder, InputFiles(inputs), overwrite)
                  : nullptr);
  }
  auto files = open_results(paths, inputs, overwrite);
  for (std::size_t i = 0; i < choices.size(); ++i) {
    OutputOptions own = options;
    if (files[i]) own.color = false;
    own.in_folder = folders[i] != nullptr;
    sinks_.push_back({choices[i].form->make(own), std::move(files[i]), std::move(folders[i])});
  }
  for (const Sink& sink : sinks_) {
    std::string out;
    sink.output->begin(out);
    sink.write(out);
  }
}

void OutputFiles::document(const Review& review) {
  for (const Sink& sink : sinks_) {
    std::string out;
    sink.output->speak(options_.in(review).language);
    const std::string name = sink.folder ? sink.output->file_name(review) : std::string();
    sink.output->document(review, out);
    sink.folder ? sink.folder->write(name, out) : sink.write(out);
  }
}

void OutputFiles::end(const Summary& summary, std::span<const FileProblem> problems) {
  const Language language = options_.in(summary.languages).language;
  for (const Sink& sink : sinks_) {
    std::string out;
    sink.output->speak(language);
    sink.output->end(summary, problems, out);
    sink.write(out);
    if (sink.file) sink.file->commit();
  }
}

}  // namespace hegui
