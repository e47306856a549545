"""Texts to vectors: one small sentence encoder, optional."""
