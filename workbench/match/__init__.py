"""Claim ↔ checked claim, quote ↔ source, and the facts that must agree."""
