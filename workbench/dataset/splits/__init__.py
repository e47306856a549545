"""Splits that do not leak: what is nearly the same stands on one side."""
