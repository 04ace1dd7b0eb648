"""Raw releases: from the text as it was saved to what it says.

All knowledge about how publishers lay out their pages is in this package, and nowhere else.
"""
