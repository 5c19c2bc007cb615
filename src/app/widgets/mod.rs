//! Small pieces of the window that know nothing of the program's state.

mod bidi;
pub(super) mod labels;
pub(super) mod marks;
pub(super) mod picture;
pub(super) mod rows;
pub(super) mod table;
pub(super) mod text;
