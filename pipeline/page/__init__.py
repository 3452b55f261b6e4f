"""A Document as a page for people: `html.render(document)`; `segments` and `words` serve the terminal too."""
