//! A JSON value in little room: objects are lists, in the order of the file.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A JSON value. Names inside an object may come twice; the last one counts.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::load) enum Json {
    /// `null`, `true` and `false`, which say nothing about an article.
    Nothing,
    /// A number as text.
    Number(Box<str>),
    Text(Box<str>),
    List(Vec<Json>),
    Object(Fields),
}

/// The fields of an object.
pub(in crate::load) type Fields = Vec<(Box<str>, Json)>;

/// The value of a field.
pub(super) fn field<'a>(fields: &'a [(Box<str>, Json)], name: &str) -> Option<&'a Json> {
    fields
        .iter()
        .rfind(|(known, _)| &**known == name)
        .map(|(_, value)| value)
}

impl Json {
    pub(in crate::load) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) const fn is_object(&self) -> bool {
        matches!(self, Self::Object(_))
    }

    pub(super) fn as_object(&self) -> Option<&[(Box<str>, Self)]> {
        match self {
            Self::Object(fields) => Some(fields),
            _ => None,
        }
    }

    pub(super) fn into_object(self) -> Option<Fields> {
        match self {
            Self::Object(fields) => Some(fields),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Nothing)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Json, E> {
        Ok(Json::Nothing)
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Number(number.to_string().into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Number(number.to_string().into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
        // As serde_json writes numbers: "1.0" stays "1.0".
        let text = serde_json::Number::from_f64(number).map_or_else(String::new, |n| n.to_string());
        Ok(Json::Number(text.into()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.into()))
    }

    fn visit_string<E>(self, text: String) -> Result<Json, E> {
        Ok(Json::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        list.shrink_to_fit();
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut fields = Fields::new();
        while let Some((name, value)) = entries.next_entry::<Box<str>, Json>()? {
            fields.push((name, value));
        }
        fields.shrink_to_fit();
        Ok(Json::Object(fields))
    }
}
