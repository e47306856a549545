"""What differs between the facts of two texts, in words for a reader."""
