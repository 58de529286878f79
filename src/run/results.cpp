#include "run/results.h"

#include "system/standard_streams.h"

namespace hegui {

void OutputFiles::Sink::write(std::string_view text) const {
  if (place.file)
    place.file->write(text);
  else if (on_standard_error)
    print_message(text);
  else
    print(text);
}

OutputFiles::OutputFiles(std::span<const OutputChoice> choices, const OutputOptions& options,
                         std::span<const std::string> inputs, bool overwrite,
                         bool on_standard_error)
    : options_(options) {
  std::vector<ResultPlace> places;
  for (const OutputChoice& choice : choices) places.push_back({choice.file, choice.folder});
  auto results = open_results(places, inputs, overwrite);
  for (std::size_t i = 0; i < choices.size(); ++i) {
    OutputOptions own = options;
    if (results[i].file) own.color = false;
    if (const OutputFolder* const folder = results[i].folder.get())
      own.takes_name = [folder](const std::string& name) { return folder->takes(name); };
    sinks_.push_back({choices[i].form->make(own), std::move(results[i]), on_standard_error});
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
    const OutputFolder* const folder = sink.place.folder.get();
    const std::string name = folder ? sink.output->file_name(review) : std::string();
    sink.output->document(review, out);
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
    if (sink.place.file) sink.place.file->commit();
  }
}

}  // namespace hegui
