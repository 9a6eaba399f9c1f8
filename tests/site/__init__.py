"""Whole sites: fixture archives built in fresh processes, and what outside judges say of them."""
