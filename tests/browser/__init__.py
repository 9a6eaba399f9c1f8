"""What only a browser can tell: focus, keyboard, search, small screens, no JavaScript."""
