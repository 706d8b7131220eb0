//! The house rules that a tool can check: layering, file length, SQL in one place, paths that exist.
