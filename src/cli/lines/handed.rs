//! What an answer carries of its line: always its `id`, and further fields where that is asked for.

use std::io::Write as _;

use serde::Serialize;

use super::fields::Fields;

/// Which fields of a line its answer carries besides `id`.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct Keep {
    /// Fields of the line to hand through, as they stand there; several with commas between them
    #[arg(long, value_name = "FIELD", value_delimiter = ',')]
    keep: Vec<String>,
    /// Hand through every field of the line
    #[arg(long, conflicts_with = "keep")]
    keep_all: bool,
}

impl Keep {
    /// Writes `answer`, an object, to `out` with what is handed through of its line: `id` first, further
    /// fields last. A field that the answer has under the same name with another value is handed through as
    /// `kept_NAME`.
    pub(super) fn write(
        &self,
        answer: &impl Serialize,
        id: Option<&str>,
        fields: &Fields,
        out: &mut Vec<u8>,
    ) -> serde_json::Result<()> {
        let begin = out.len();
        if let Some(id) = id {
            out.extend_from_slice(b"{\"id\":");
            out.extend_from_slice(id.as_bytes());
        }
        let own = out.len();
        serde_json::to_writer(&mut *out, answer)?;
        if own > begin
            && let Some(brace) = out.get_mut(own)
        {
            *brace = b',';
        }
        if self.keep_all || !self.keep.is_empty() {
            self.add(fields, begin, out)?;
        }
        Ok(())
    }

    /// Adds what is kept to the object that begins at `begin` and ends `out`.
    fn add(&self, fields: &Fields, begin: usize, out: &mut Vec<u8>) -> serde_json::Result<()> {
        let answer = out.split_off(begin);
        let text = String::from_utf8_lossy(&answer);
        let (own, _) = Fields::of(&text);
        let mut names: Vec<String> = own.iter().map(|field| field.name.clone()).collect();
        out.extend_from_slice(answer.strip_suffix(b"}").unwrap_or(&answer));
        for field in fields.iter() {
            let is_wanted = self.keep_all || self.keep.contains(&field.name);
            let has = |value: &str| {
                own.iter()
                    .any(|it| it.name == field.name && it.value == value)
            };
            if !is_wanted || field.name == "id" || has(field.value) {
                continue;
            }
            let mut name = field.name.clone();
            while names.contains(&name) {
                name.insert_str(0, "kept_");
            }
            out.push(b',');
            serde_json::to_writer(&mut *out, &name)?;
            // Writing to memory does not fail.
            let _ = write!(out, ":{}", field.value);
            names.push(name);
        }
        out.push(b'}');
        Ok(())
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn kept(keep: &Keep, line: &str) -> String {
        let (fields, _) = Fields::of(line);
        let id = fields.get("id").map(|field| field.value);
        let answer = serde_json::json!({"score": 0.5, "url": "/a"});
        let mut out = b"before\n".to_vec();
        keep.write(&answer, id, &fields, &mut out).unwrap();
        String::from_utf8(out.split_off(7)).unwrap()
    }

    #[test]
    fn nothing_of_the_line_takes_the_place_of_the_answer() {
        let line = r#"{"n":1e2,"id":{"a":[1]},"score":7,"url":"/a","kept_score":1}"#;
        let keep = |names: &[&str]| Keep {
            keep: names.iter().map(|name| (*name).to_owned()).collect(),
            keep_all: false,
        };
        let begin = r#"{"id":{"a":[1]},"score":0.5,"url":"/a""#;
        assert_eq!(kept(&keep(&[]), line), format!("{begin}}}"));
        assert_eq!(
            kept(&keep(&["n", "x", "id"]), line),
            format!("{begin},\"n\":1e2}}")
        );
        let all = Keep {
            keep_all: true,
            ..Keep::default()
        };
        assert_eq!(
            kept(&all, line),
            format!("{begin},\"n\":1e2,\"kept_score\":7,\"kept_kept_score\":1}}")
        );
        assert_eq!(kept(&all, "{}"), r#"{"score":0.5,"url":"/a"}"#);
    }
}
