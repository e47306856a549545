"""Two stores made one, and a project moved to another database."""
