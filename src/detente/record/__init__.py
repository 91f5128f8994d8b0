"""The record: reports, readings, disputes and corrections, kept for good."""
