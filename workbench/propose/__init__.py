"""Article text to candidate claims."""
