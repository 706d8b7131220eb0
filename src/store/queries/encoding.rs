//! Structure that rests inside one column, as JSON.

use serde_json::{Map, Value as Json, json};

use crate::model::letter::Field;
use crate::model::{Locale, Timestamp};
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

/// What a letter says, and in which language, as bytes to be sealed.
pub fn encode_letter(fields: &[(&'static str, Field)], locale: Option<&Locale>) -> Vec<u8> {
    let fields: Map<String, Json> = fields
        .iter()
        .map(|(name, field)| {
            let value = match field {
                Field::Text(text) => Json::from(text.as_str()),
                Field::Time(at) => Json::from(at.as_microsecond()),
                Field::Absent => Json::Null,
                Field::List(texts) => Json::from(texts.clone()),
            };
            ((*name).to_owned(), value)
        })
        .collect();
    json!({"locale": locale.map(ToString::to_string), "fields": fields}).to_string().into_bytes()
}

/// What a letter says, by the names of its fields, and in which language.
pub type LetterContent = (Vec<(String, Field)>, Option<Locale>);

/// What [`encode_letter`] was given.
///
/// # Errors
/// The bytes are none of its.
pub fn decode_letter(bytes: &[u8]) -> Result<LetterContent, StoreError> {
    let mut letter: Map<String, Json> = serde_json::from_slice(bytes).map_err(StoreError::driver)?;
    let locale = match letter.get("locale") {
        None | Some(Json::Null) => None,
        Some(tag) => Some(tag.as_str().and_then(|tag| Locale::parse(tag).ok()).ok_or_else(unreadable)?),
    };
    let Some(Json::Object(fields)) = letter.remove("fields") else { return Err(unreadable()) };
    let fields = fields
        .into_iter()
        .map(|(name, value)| decode_field(value).map(|field| (name, field)).ok_or_else(unreadable));
    Ok((fields.collect::<Result<_, _>>()?, locale))
}

fn decode_field(value: Json) -> Option<Field> {
    Some(match value {
        Json::Null => Field::Absent,
        Json::String(text) => Field::Text(text),
        Json::Number(micros) => Field::Time(Timestamp::from_microsecond(micros.as_i64()?).ok()?),
        Json::Array(texts) => {
            Field::List(texts.iter().map(|text| text.as_str().map(str::to_owned)).collect::<Option<_>>()?)
        }
        Json::Bool(_) | Json::Object(_) => return None,
    })
}

fn unreadable() -> StoreError {
    StoreError::driver("a letter's content has another form than it is written in")
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
        for (letter, tag) in Letter::samples().into_iter().zip([None, Some("pt-BR")].into_iter().cycle()) {
            let locale = tag.map(|tag| Locale::parse(tag).unwrap());
            let mut fields = letter.fields();
            let mut decoded = decode_letter(&encode_letter(&fields, locale.as_ref())).unwrap();
            fields.sort_by_key(|(name, _)| *name);
            decoded.0.sort_by(|a, b| a.0.cmp(&b.0));
            let fields: Vec<(String, Field)> =
                fields.into_iter().map(|(name, field)| (name.to_owned(), field)).collect();
            assert_eq!((fields, locale), decoded);
        }
    }

    #[test]
    fn what_is_no_letter_is_refused() {
        for bytes in [
            "",
            "null",
            "[]",
            "{}",
            r#"{"person": "June"}"#,
            r#"{"fields": []}"#,
            r#"{"fields": {"at": 1.5}}"#,
            r#"{"fields": {"at": 9223372036854775807}}"#,
            r#"{"fields": {"at": true}}"#,
            r#"{"fields": {"orgs": [1]}}"#,
            r#"{"fields": {}, "locale": "no tag"}"#,
            r#"{"fields": {}, "locale": 1}"#,
        ] {
            assert!(decode_letter(bytes.as_bytes()).is_err(), "{bytes}");
        }
    }
}
