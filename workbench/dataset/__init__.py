"""Reviews to labelled datasets; one format per file."""
