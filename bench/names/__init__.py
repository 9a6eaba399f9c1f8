"""`inv bench-names`: how well names are compared, and found in news, beside marked collections."""
