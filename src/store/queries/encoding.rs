//! Structure that rests inside one column, as JSON.

use serde_json::{Map, Value as Json};

use crate::model::letter::Field;
use crate::store::StoreError;

/// Several texts as one.
pub fn encode_texts<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.map(Json::from).collect::<Json>().to_string()
}

/// Several texts from what [`encode_texts`] made, each read by `parse`; `None` if one can't be.
pub fn decode_texts<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let texts: Vec<String> = serde_json::from_str(text).ok()?;
    texts.iter().map(|text| parse(text)).collect()
}

/// A letter's fields as bytes, to be sealed.
pub fn encode_letter_fields(fields: &[(&'static str, Field)]) -> Vec<u8> {
    let members: Map<String, Json> = fields
        .iter()
        .map(|(name, field)| {
            let value = match field {
                Field::Text(text) => Json::from(text.as_str()),
                Field::Absent => Json::Null,
                Field::List(texts) => Json::from(texts.clone()),
            };
            ((*name).to_owned(), value)
        })
        .collect();
    Json::Object(members).to_string().into_bytes()
}

/// A letter's fields from what [`encode_letter_fields`] made.
pub fn decode_letter_fields(bytes: &[u8]) -> Result<Vec<(String, Field)>, StoreError> {
    let members: Map<String, Json> = serde_json::from_slice(bytes).map_err(StoreError::driver)?;
    members
        .into_iter()
        .map(|(name, value)| {
            let field = match value {
                Json::Null => Field::Absent,
                Json::String(text) => Field::Text(text),
                Json::Array(items) => Field::List(
                    items.into_iter().filter_map(|item| item.as_str().map(str::to_owned)).collect(),
                ),
                _ => {
                    return Err(StoreError::driver("a letter's field is neither a text nor a list"));
                }
            };
            Ok((name, field))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Letter;

    #[test]
    fn texts_come_out_as_they_went_in() {
        for texts in [&[][..], &["one"], &["a \"b\", c", "d"]] {
            let encoded = encode_texts(texts.iter().copied());
            assert_eq!(decode_texts(&encoded, |text| Some(text.to_owned())).unwrap(), texts);
        }
        assert_eq!(decode_texts("[1]", |text| Some(text.to_owned())), None);
    }

    #[test]
    fn a_letter_comes_out_as_it_went_in() {
        for letter in Letter::samples() {
            let mut fields = letter.fields();
            let mut decoded = decode_letter_fields(&encode_letter_fields(&fields)).unwrap();
            fields.sort_by_key(|(name, _)| *name);
            decoded.sort_by(|a, b| a.0.cmp(&b.0));
            let fields: Vec<(String, Field)> =
                fields.into_iter().map(|(name, field)| (name.to_owned(), field)).collect();
            assert_eq!(fields, decoded);
        }
    }
}
