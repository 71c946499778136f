"""What the words of a plan say: periods, counts, rates, limits, issuers, kinds."""
