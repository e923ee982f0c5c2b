"""The checks: one module a family, each an object to compare an answer with."""
