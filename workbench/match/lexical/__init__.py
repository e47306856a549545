"""Words: cleaned, stemmed, weighed, and found by an inverted index."""
