"""What the export screen asks, tells, and does beside it."""
