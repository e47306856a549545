"""A dataset as a folder: its splits, its texts, a card, and a manifest that proves them."""
