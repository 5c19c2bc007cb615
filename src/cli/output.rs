//! Standard output, which may be closed by whoever reads it: that is no error, the rest is not wanted.

use std::io::{self, ErrorKind, Write};

/// Where results go, and whether anybody still reads them.
pub(super) struct Output<'a> {
    out: &'a mut dyn Write,
    is_closed: bool,
}

impl<'a> Output<'a> {
    /// Results go to `out`.
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self {
            out,
            is_closed: false,
        }
    }

    /// Whether its reader has gone, as `head` does after a few lines.
    pub(super) const fn is_closed(&self) -> bool {
        self.is_closed
    }

    fn noted<T>(&mut self, done: io::Result<T>) -> io::Result<T> {
        if let Err(error) = &done {
            self.is_closed |= error.kind() == ErrorKind::BrokenPipe;
        }
        done
    }
}

impl Write for Output<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let done = self.out.write(bytes);
        self.noted(done)
    }

    fn flush(&mut self) -> io::Result<()> {
        let done = self.out.flush();
        self.noted(done)
    }
}
