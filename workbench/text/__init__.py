"""Pure functions on strings: offsets, sentences, folding, furniture, safe display."""
