"""Collections of checked claims, stored or in memory."""
