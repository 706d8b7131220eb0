//! What the next version may do to the schema while this one serves: add to it, and take nothing away.

const SCHEMA: &str = include_str!("../../schema.sql");

/// Tables that the schema of a server's database has besides.
const ON_A_SERVER: [&str; 1] = ["changes"];

/// The statements of a step that only adds, in the words of an engine: to every table a column that may be absent and one
/// that has a default; a table that refers to people; indexes; and the number of the schema.
pub fn expansion(is_on_a_server: bool) -> Vec<String> {
    let of_server = ON_A_SERVER.into_iter().filter(|_| is_on_a_server);
    let mut steps = Vec::new();
    for table in tables().into_iter().chain(of_server) {
        steps.push(format!("ALTER TABLE {table} ADD COLUMN added_word TEXT"));
        steps.push(format!("ALTER TABLE {table} ADD COLUMN added_count BIGINT NOT NULL DEFAULT 7"));
    }
    steps.push(
        "CREATE TABLE badges (id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        title TEXT NOT NULL)"
            .to_owned(),
    );
    steps.push("CREATE INDEX badges_by_user ON badges (user_id, id)".to_owned());
    steps.push("CREATE INDEX users_by_added_word ON users (added_word, id)".to_owned());
    steps.push("CREATE INDEX sessions_by_added_count ON sessions (added_count)".to_owned());
    steps.push("UPDATE schema_info SET version = version + 1".to_owned());
    let in_words = |sql: String| if is_on_a_server { sql } else { sql.replace(" BIGINT", " INTEGER") };
    steps.into_iter().map(in_words).collect()
}

/// The tables of the schema.
pub fn tables() -> Vec<&'static str> {
    let created = SCHEMA.lines().filter_map(|line| line.strip_prefix("CREATE TABLE "));
    created.map(|rest| rest.trim_end_matches(" (")).collect()
}

/// Every name that a column of the schema has.
pub fn columns() -> Vec<&'static str> {
    let indented = SCHEMA.lines().filter_map(|line| line.strip_prefix("    "));
    let first_words = indented.filter_map(|line| line.split(' ').next());
    let mut columns: Vec<_> =
        first_words.filter(|word| word.starts_with(|sign: char| sign.is_ascii_lowercase())).collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}
