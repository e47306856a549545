"""The best engine: clause rules over the trees of a neural parser."""
