"""Sources, searching them, citing evidence, and judging whether it is enough."""
