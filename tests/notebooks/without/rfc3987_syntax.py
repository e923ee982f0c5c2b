"""Stands before a library that compiles a grammar for two seconds in each process of nbgrader's, and says that it is not there.

It is for names on the web in any alphabet, of which notebooks have none; who validates them does without it.
"""

raise ImportError
