"""The pages in a real browser: journeys, and every page looked at for what a person would stumble over."""
