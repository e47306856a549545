"""Furniture: the parts of a scraped page that are not the story."""
