//! Every table as a whole, read off the schema: what it takes to copy one database into another.
//!
//! These statements are made once for each process, from the same text that makes the tables; they obey the same rules
//! as all others. `schema_info` is left out, since every database has its own.

use crate::store::{Read, Row, StoreError, Value, Write};

/// A table with the statements that copy it.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    columns: &'static [Column],
    /// Where the columns of its primary key stand.
    key: &'static [usize],
    list_first: &'static str,
    list_after: &'static str,
    insert: &'static str,
    count: &'static str,
}

#[derive(Clone, Debug)]
struct Column {
    name: &'static str,
    is_truth: bool,
}

/// All tables, each after those that it refers to.
pub fn tables(schema: &'static str) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut lines = schema.lines();
    while let Some(line) = lines.next() {
        let ["CREATE", "TABLE", name, ..] = line.split(' ').collect::<Vec<_>>()[..] else { continue };
        let body: Vec<&'static str> = lines.by_ref().take_while(|line| *line != ");").collect();
        if name != "schema_info" {
            tables.push(table(name, &body));
        }
    }
    tables
}

fn table(name: &'static str, body: &[&'static str]) -> Table {
    let mut columns = Vec::new();
    let mut key = Vec::new();
    for line in body {
        let line = line.trim();
        if let Some(names) = line.strip_prefix("PRIMARY KEY (") {
            key = names.trim_end_matches([')', ',']).split(", ").collect();
        } else if let [column, kind, ..] = line.split([' ', ',']).collect::<Vec<_>>()[..] {
            if line.contains("PRIMARY KEY") {
                key = vec![column];
            }
            columns.push(Column { name: column, is_truth: kind == "BOOLEAN" });
        }
    }
    let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    let place = |wanted: &&str| names.iter().position(|name| name == wanted).expect("a key is of columns");
    let marks = |from: usize, count: usize| {
        (from..from + count).map(|number| format!("?{number}")).collect::<Vec<_>>().join(", ")
    };
    let (list, order) = (names.join(", "), key.join(", "));
    let after = format!("({order}) > ({})", marks(2, key.len()));
    Table {
        name,
        list_first: leak(format!("SELECT {list} FROM {name} ORDER BY {order} LIMIT ?1")),
        list_after: leak(format!("SELECT {list} FROM {name} WHERE {after} ORDER BY {order} LIMIT ?1")),
        insert: leak(format!("INSERT INTO {name} ({list}) VALUES ({})", marks(1, names.len()))),
        count: leak(format!("SELECT COUNT(*) FROM {name}")),
        key: key.iter().map(place).collect::<Vec<_>>().leak(),
        columns: columns.leak(),
    }
}

/// Statements last as long as the process; these are made once in it.
fn leak(sql: String) -> &'static str {
    Box::leak(sql.into_boxed_str())
}

impl Table {
    /// How many rows it has.
    pub fn count(&self, tx: &mut dyn Read) -> Result<i64, StoreError> {
        tx.query(self.count, &[])?.pop().map_or(Ok(0), |row| row.cells().int())
    }

    /// Up to `limit` rows in the order of its key, behind the row `after`. Truth values are told as such, whatever the
    /// engine makes of them.
    pub fn list_rows(
        &self,
        tx: &mut dyn Read,
        after: Option<&[Value]>,
        limit: u32,
    ) -> Result<Vec<Vec<Value>>, StoreError> {
        let mut params = vec![limit.into()];
        let sql = match after {
            None => self.list_first,
            Some(after) => {
                params.extend(self.key.iter().map(|place| after[*place].clone()));
                self.list_after
            }
        };
        Ok(tx.query(sql, &params)?.into_iter().map(|row| self.values(row)).collect())
    }

    fn values(&self, row: Row) -> Vec<Value> {
        let told = |(value, column): (Value, &Column)| match value {
            Value::Int(number) if column.is_truth => Value::Bool(number != 0),
            value => value,
        };
        row.values().into_iter().zip(self.columns).map(told).collect()
    }

    /// Adds a row.
    pub fn insert_row(&self, tx: &mut dyn Write, row: &[Value]) -> Result<(), StoreError> {
        tx.queue(self.insert, row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_read_off_the_schema() {
        let found = tables(
            "-- A comment.\nCREATE TABLE schema_info (\n    id BIGINT PRIMARY KEY\n);\nCREATE TABLE members (\n    \
             user_id TEXT NOT NULL REFERENCES users (id),\n    is_guest BOOLEAN NOT NULL,\n    org_id TEXT,\n    \
             PRIMARY KEY (user_id, org_id)\n);\nCREATE INDEX members_by_org ON members (org_id);\n",
        );
        assert_eq!(found.len(), 1);
        let members = &found[0];
        assert_eq!((members.name, members.key), ("members", &[0, 2][..]));
        assert_eq!(
            members.columns.iter().map(|column| column.is_truth).collect::<Vec<_>>(),
            [false, true, false]
        );
        assert!(
            members
                .list_after
                .contains("WHERE (user_id, org_id) > (?2, ?3) ORDER BY user_id, org_id LIMIT ?1")
        );
        assert!(members.insert.ends_with("(user_id, is_guest, org_id) VALUES (?1, ?2, ?3)"));
    }
}
