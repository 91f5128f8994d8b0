"""The record: reports, readings, disputes and corrections, kept for good in one file.

Nothing here reads reports or draws conclusions from them: the store is handed reports and readings, and gives them
back equal.
"""
