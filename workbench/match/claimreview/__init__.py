"""Files of checked claims: ClaimReview JSON-LD, web pages, rows."""
