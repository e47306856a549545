"""Whether a quote stands in a source, and where."""
