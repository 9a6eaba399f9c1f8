"""How well an import finds the text of a saved page, beside trafilatura alone."""
