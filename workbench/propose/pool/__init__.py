"""A wide pool of pieces of a sentence, and the learned scorer that chooses among them."""
