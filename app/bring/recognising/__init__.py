"""Text in pictures of screens: decoding, finding where text stands, reading it line by line, and telling who says it.

Nothing here may be imported before a picture is known to come: the libraries take a second.
"""
