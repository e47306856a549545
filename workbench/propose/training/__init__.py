"""How the model data of the proposers are made; nothing here is needed to propose."""
