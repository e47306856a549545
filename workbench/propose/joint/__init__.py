"""What two engines find in a sentence, and which of it the queue shows."""
