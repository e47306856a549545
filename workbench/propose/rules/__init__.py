"""The base engine: clause rules over a small tagger, in plain Python."""
