//! People (in progress).
use crate::article::Article;
/// x
#[derive(Debug, Clone, Default, PartialEq)]
pub struct People;
impl People {
    /// x
    pub fn of(_article: &Article) -> Self { Self }
}
