"""Whether two statements speak of the same thing, and agree or disagree."""
