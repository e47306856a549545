"""How well a checked claim matches a query."""
