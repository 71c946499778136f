"""The shapes of plans: one module each, with `matches` and `records`."""
