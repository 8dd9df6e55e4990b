"""The page to take home, as a PDF, as HTML, as plain text and as pictures, and its one way to the disk.

Pure logic: knows no Qt and translates nothing. What stands on the page comes in as `TakeHomePage`.
"""
