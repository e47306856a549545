"""Dependency trees: parsing a sentence, repairing its tree, and the clauses in it."""
