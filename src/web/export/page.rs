//! The page that shows the parts of an archive to a person. Every value is escaped.

use std::io;

use serde::Serialize;
use serde_json::Value;

use super::parts::Part;
use crate::domain::clock::told_time;
use crate::model::Timestamp;

const PAGE: &str = include_str!("../../../assets/export/index.html");

/// A part as a table.
#[derive(Serialize)]
struct Table<'a> {
    title: &'a str,
    about: &'a str,
    file: &'a str,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl<'a> From<&'a Part> for Table<'a> {
    fn from(part: &'a Part) -> Self {
        let records: Vec<&Value> = match &part.content {
            Value::Array(records) => records.iter().collect(),
            record => vec![record],
        };
        let columns: Vec<String> = records
            .first()
            .and_then(|record| record.as_object())
            .map(|members| members.keys().cloned().collect())
            .unwrap_or_default();
        let rows = records
            .iter()
            .map(|record| columns.iter().map(|column| told(&record[column])).collect())
            .collect();
        Self { title: part.title, about: part.about, file: part.file, columns, rows }
    }
}

/// A value as a person reads it.
fn told(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(truth) => if *truth { "yes" } else { "no" }.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(told).collect::<Vec<_>>().join(", "),
        Value::Object(members) => members
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| format!("{name}: {}", told(value)))
            .collect::<Vec<_>>()
            .join(", "),
    }
}

/// Renders the page.
pub(super) fn render(parts: &[Part], product: &str, at: Timestamp) -> io::Result<String> {
    let tables: Vec<Table<'_>> = parts.iter().map(Table::from).collect();
    let mut environment = minijinja::Environment::new();
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::Html);
    environment
        .render_str(
            PAGE,
            minijinja::context! {
                product, at => told_time(at), parts => minijinja::value::Serde(tables)
            },
        )
        .map_err(io::Error::other)
}
