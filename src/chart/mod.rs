//! Charts as plain data: marks with identity, axes, caption, table, palette. Names no egui, writes no file.
