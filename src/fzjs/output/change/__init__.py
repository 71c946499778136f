"""What `check --base` found, for people and machines."""
