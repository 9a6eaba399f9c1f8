"""The bench of the curator's desk: what a check and an import cost in a large archive."""
