"""The tests: `unit` mirrors plugins/, `site` holds fixture archives, `browser` drives Chromium."""
