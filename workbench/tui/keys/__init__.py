"""Every key, declared once, and the tables made of them."""
