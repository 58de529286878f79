# A sample in a file is read as check reads it: of this Markdown, headings are found and no marks.
hegui test formats.yaml
