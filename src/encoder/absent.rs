//! What stands in the encoder's place in a build without it.

use std::borrow::Cow;

use super::{Fault, Piece};

/// No encoder: there is no value of it.
#[derive(Debug)]
pub enum Encoder {}

impl Encoder {
    /// Always [`Fault::LeftOut`].
    pub fn shipped() -> Result<&'static Self, Fault> {
        Err(Fault::LeftOut)
    }

    /// Always [`Fault::LeftOut`].
    pub fn read(_: impl Into<Cow<'static, [u8]>>) -> Result<Self, Fault> {
        Err(Fault::LeftOut)
    }

    /// No weights.
    pub const fn shipped_bytes() -> Option<&'static [u8]> {
        None
    }

    /// Never called.
    pub fn pieces(&self, _: &str, _: &[(usize, usize)]) -> Vec<Piece> {
        match *self {}
    }

    /// Never called.
    pub fn states(&self, _: &[&[Piece]], _: impl FnMut(usize, usize, &[f32])) {
        match *self {}
    }
}
