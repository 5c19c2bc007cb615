//! Reads tensors of 32-bit numbers from a file of the format safetensors.

use std::collections::BTreeMap;

use anyhow::{Context as _, ensure};
use serde::Deserialize;

/// The tensors of one file.
pub(crate) struct Tensors<'a> {
    entries: BTreeMap<String, Entry>,
    data: &'a [u8],
}

#[derive(Deserialize)]
struct Entry {
    dtype: String,
    data_offsets: (usize, usize),
}

impl<'a> Tensors<'a> {
    /// Reads the list of tensors.
    pub(crate) fn read(file: &'a [u8]) -> anyhow::Result<Self> {
        let (length, rest) = file.split_first_chunk::<8>().context("no header")?;
        let length = usize::try_from(u64::from_le_bytes(*length))?;
        let (header, data) = rest.split_at_checked(length).context("no header")?;
        let entries: BTreeMap<String, serde_json::Value> = serde_json::from_slice(header)?;
        let entries = (entries.into_iter())
            .filter(|(name, _)| name != "__metadata__")
            .map(|(name, entry)| Ok((name, serde_json::from_value(entry)?)))
            .collect::<anyhow::Result<_>>()?;
        Ok(Self { entries, data })
    }

    /// The numbers of one tensor.
    pub(crate) fn get(&self, name: &str) -> anyhow::Result<Vec<f32>> {
        let entry = self
            .entries
            .get(name)
            .with_context(|| format!("no {name}"))?;
        ensure!(entry.dtype == "F32", "{name} is {}", entry.dtype);
        let (from, to) = entry.data_offsets;
        let bytes = self.data.get(from..to).context("cut short")?;
        let (words, _) = bytes.as_chunks::<4>();
        Ok(words.iter().map(|word| f32::from_le_bytes(*word)).collect())
    }
}
