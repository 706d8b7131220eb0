//! The Python that some tests have for a tool: `scripts/test` makes it, and names it in `GATEPOST_TEST_PYTHON`.

/// The interpreter that has the packages of `scripts/test`, if this run has one. Without one the calling
/// test has nothing to work with, and says what is left out.
#[expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "the test run itself is configured by it"
)]
pub fn python(for_what: &str) -> Option<String> {
    let python = std::env::var("GATEPOST_TEST_PYTHON").ok();
    if python.is_none() {
        eprintln!("left out: no {for_what}; scripts/test brings it and sets GATEPOST_TEST_PYTHON");
    }
    python
}
