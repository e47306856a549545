"""Claims to checked claims, quotes to sources, and the facts that must agree."""
