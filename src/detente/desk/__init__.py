"""The record in a browser, on the user's own machine.

In: a record and who works on it. Out: a web application (``desk.application.application``) whose pages tell what the
record and the dossiers of its disputes hold. Pages hold no logic: a view asks, a template lays out. Nothing is read in
a request.
"""
