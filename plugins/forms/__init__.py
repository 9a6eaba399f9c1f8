"""Forms: articles and records for curators who use no editor.

In: the model, and where the archive's repository is. Out: two files of a folder, `config.yml` and
`index.html`, with which Decap CMS (or Sveltia CMS, which reads the same) shows a form in the
browser and makes each change a proposal in git. Every key of the model is in it, with its own words
and patterns, so the form can't differ from what `inv check` asks for. Neither program is part of
this project; docs/publishing.md says how it comes beside the two files.

`fields` turns a key of the model into a field, `collections` puts these together, `command` writes
the files. No build runs it.
"""
