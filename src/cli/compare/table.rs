//! Tables to read in a terminal.

use std::io::{self, Write};

/// Columns as wide as their widest cell, names and words to the left, the others to the right.
pub(super) fn write_table<R: AsRef<[String]>>(out: &mut dyn Write, rows: &[R]) -> io::Result<()> {
    let columns = rows.iter().map(|row| row.as_ref().len()).max();
    let columns = columns.unwrap_or(0);
    let mut widths = vec![0; columns];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row.as_ref()) {
            *width = cell.chars().count().max(*width);
        }
    }
    // Below its head, a column of words begins with a letter.
    let mut words = vec![false; columns];
    for row in rows.iter().skip(1) {
        for (is_words, cell) in words.iter_mut().zip(row.as_ref()) {
            *is_words |= cell.starts_with(char::is_alphabetic);
        }
    }
    for row in rows {
        let mut line = String::new();
        for (column, (cell, width)) in row.as_ref().iter().zip(&widths).enumerate() {
            let pad = " ".repeat(width - cell.chars().count());
            line.push_str("  ");
            if column == 0 || words.get(column) == Some(&true) {
                line.push_str(cell);
                line.push_str(&pad);
            } else {
                line.push_str(&pad);
                line.push_str(cell);
            }
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
