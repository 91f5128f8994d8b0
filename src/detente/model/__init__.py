"""The words of the record as types: no behaviour beyond validation."""
