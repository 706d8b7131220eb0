//! What goes into a statement and what comes out, the same for every engine.

use std::str::FromStr;

use uuid::Uuid;

use super::StoreError;
use crate::model::id::Id;
use crate::model::{Number, Timestamp};

/// One parameter or one column.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// SQL `NULL`.
    Null,
    /// A whole number.
    Int(i64),
    /// A truth value. An engine without booleans answers `Int` 0 or 1 instead.
    Bool(bool),
    /// Text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Int(i64::from(number))
    }
}

impl From<Number> for Value {
    fn from(value: Number) -> Self {
        Self::Int(value.get())
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Bool(truth)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl From<Uuid> for Value {
    fn from(id: Uuid) -> Self {
        Self::Text(id.to_string())
    }
}

impl<Of> From<Id<Of>> for Value {
    fn from(id: Id<Of>) -> Self {
        id.uuid().into()
    }
}

impl From<Timestamp> for Value {
    fn from(at: Timestamp) -> Self {
        Self::Int(at.as_microsecond())
    }
}

impl<T> From<Option<T>> for Value
where
    Self: From<T>,
{
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::from)
    }
}

/// One row of an answer.
#[derive(Clone, Debug)]
pub struct Row(Vec<Value>);

impl Row {
    /// Made by an engine.
    pub(super) fn new(values: Vec<Value>) -> Self {
        Self(values)
    }

    /// All columns, in the order of the statement.
    pub(super) fn values(self) -> Vec<Value> {
        self.0
    }

    /// Reads the columns one after the other, in the order of the statement.
    pub fn cells(self) -> Cells {
        Cells(self.0.into_iter())
    }
}

/// Reads a row's columns in order, each as what the statement says it is.
pub struct Cells(std::vec::IntoIter<Value>);

impl Cells {
    fn next(&mut self) -> Result<Value, StoreError> {
        self.0.next().ok_or_else(|| StoreError::driver("a row has fewer columns than were read"))
    }

    /// A text.
    pub fn text(&mut self) -> Result<String, StoreError> {
        match self.next()? {
            Value::Text(text) => Ok(text),
            other => Err(unexpected("text", &other)),
        }
    }

    /// A text or `NULL`.
    pub fn opt_text(&mut self) -> Result<Option<String>, StoreError> {
        match self.next()? {
            Value::Text(text) => Ok(Some(text)),
            Value::Null => Ok(None),
            other => Err(unexpected("text", &other)),
        }
    }

    /// A whole number.
    pub fn int(&mut self) -> Result<i64, StoreError> {
        match self.next()? {
            Value::Int(number) => Ok(number),
            other => Err(unexpected("a number", &other)),
        }
    }

    /// A whole number or `NULL`.
    pub fn opt_int(&mut self) -> Result<Option<i64>, StoreError> {
        match self.next()? {
            Value::Int(number) => Ok(Some(number)),
            Value::Null => Ok(None),
            other => Err(unexpected("a number", &other)),
        }
    }

    /// A truth value, whether the engine keeps it as one or as 0 and 1.
    pub fn bool(&mut self) -> Result<bool, StoreError> {
        match self.next()? {
            Value::Bool(truth) => Ok(truth),
            Value::Int(0) => Ok(false),
            Value::Int(1) => Ok(true),
            other => Err(unexpected("a truth value", &other)),
        }
    }

    /// Bytes.
    pub fn bytes(&mut self) -> Result<Vec<u8>, StoreError> {
        match self.next()? {
            Value::Bytes(bytes) => Ok(bytes),
            other => Err(unexpected("bytes", &other)),
        }
    }

    /// Bytes or `NULL`.
    pub fn opt_bytes(&mut self) -> Result<Option<Vec<u8>>, StoreError> {
        match self.next()? {
            Value::Bytes(bytes) => Ok(Some(bytes)),
            Value::Null => Ok(None),
            other => Err(unexpected("bytes", &other)),
        }
    }

    /// A point in time.
    pub fn at(&mut self) -> Result<Timestamp, StoreError> {
        Timestamp::from_microsecond(self.int()?).map_err(StoreError::driver)
    }

    /// A point in time or `NULL`.
    pub fn opt_at(&mut self) -> Result<Option<Timestamp>, StoreError> {
        match self.next()? {
            Value::Int(micros) => Timestamp::from_microsecond(micros).map(Some).map_err(StoreError::driver),
            Value::Null => Ok(None),
            other => Err(unexpected("a time", &other)),
        }
    }

    /// A bare UUID.
    pub fn uuid(&mut self) -> Result<Uuid, StoreError> {
        Uuid::from_str(&self.text()?).map_err(StoreError::driver)
    }

    /// An id.
    pub fn id<Of>(&mut self) -> Result<Id<Of>, StoreError> {
        self.uuid().map(Id::new)
    }

    /// An id or `NULL`.
    pub fn opt_id<Of>(&mut self) -> Result<Option<Id<Of>>, StoreError> {
        match self.opt_text()? {
            Some(text) => Uuid::from_str(&text).map(|id| Some(Id::new(id))).map_err(StoreError::driver),
            None => Ok(None),
        }
    }

    /// A text that stands for a model value; `parse` was able to read it when it was written.
    pub fn parsed<T>(&mut self, parse: impl FnOnce(&str) -> Option<T>) -> Result<T, StoreError> {
        let text = self.text()?;
        parse(&text).ok_or_else(|| StoreError::driver("a row holds a word that this version does not know"))
    }

    /// As [`Cells::parsed`], or `NULL`.
    pub fn opt_parsed<T>(&mut self, parse: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, StoreError> {
        match self.opt_text()? {
            Some(text) => parse(&text)
                .map(Some)
                .ok_or_else(|| StoreError::driver("a row holds a word that this version does not know")),
            None => Ok(None),
        }
    }
}

/// The row's content is left out of the error: it may be personal.
fn unexpected(wanted: &str, found: &Value) -> StoreError {
    let kind = match found {
        Value::Null => "NULL",
        Value::Int(_) => "a number",
        Value::Bool(_) => "a truth value",
        Value::Text(_) => "text",
        Value::Bytes(_) => "bytes",
    };
    StoreError::driver(format!("a column holds {kind} where {wanted} was expected"))
}
