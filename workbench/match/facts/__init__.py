"""Facts: dates, quantities, names, negations, parsed to values."""
