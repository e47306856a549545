"""From events to current state: the one way that writing, undo and `verify` take."""
