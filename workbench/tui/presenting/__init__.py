"""How claims, evidence and cases look, without a widget."""
