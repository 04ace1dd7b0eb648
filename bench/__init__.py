"""Measuring Bayan: synthetic archives, other builders on the same text, and a table. Never part of a site."""
