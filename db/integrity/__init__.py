"""Proving that the store is what its events say, and that every span and quote is exact."""
