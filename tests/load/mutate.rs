//! Damage, reproducible from a number.

/// Stretches that mean something to some format.
const TOKENS: [&[u8]; 48] = [
    b"\"",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b"\n\n",
    b"\r",
    b"\0",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"<p>",
    b"</div>",
    b"<!--",
    b"&#x110000;",
    b"PK\x03\x04",
    b"%PDF-",
    b"\xe2\x80",
    b"\xf0\x9f",
    b"...",
    b"\t",
    b"{\\rtf1",
    b"\xc3\xa2\xe2\x82\xac",
    b"99999999999999999999",
    b"<table><tr><td>",
    b"<a href='x'>",
    b"</a>",
    b"<h1>",
    b"<script>",
    b"</script>",
    b"<br><br>",
    b" class=\"share\"",
    b" style='display:none'",
    b"<w:p><w:r><w:t>",
    b"</w:t></w:r></w:p>",
    b"<w:tbl><w:tr><w:tc>",
    b"<text:list><text:list-item>",
    b"<![CDATA[",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"&a;",
    b"\\u8212 \\'e9\\par ",
    b"\\bin99999999 ",
    b"\r\n\r\n--b\r\n",
    b"=?utf-8?q?=C3?=",
    b" obj\n<< /Length -1 >>\nstream\n",
    b"/Kids [1 0 R 2 0 R 3 0 R]",
    b" 0 0 0 0 0 0 cm q BT /F1 1e30 Tf",
    b"-1",
];

/// A generator of numbers that are good enough to break things with (xorshift64*).
pub(super) struct Numbers(u64);

impl Numbers {
    /// The numbers of one case: neighbouring cases have nothing in common (splitmix64).
    pub(super) fn of(seed: u64, case: u64) -> Self {
        let mut state = seed ^ case.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        state = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        state = (state ^ (state >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        Self((state ^ (state >> 31)) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    pub(super) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() >> 11).unwrap_or(0) % limit.max(1)
    }

    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        from.get(self.below(from.len())).unwrap()
    }
}

/// One to six changes: cut, remove, repeat, insert, move, flip a bit.
pub(super) fn mutate(bytes: &mut Vec<u8>, numbers: &mut Numbers) {
    for _ in 0..=numbers.below(6) {
        let at = numbers.below(bytes.len() + 1);
        let end = (at + numbers.below(64)).min(bytes.len());
        match numbers.below(7) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let copy = bytes
                    .get(at..end)
                    .unwrap_or_default()
                    .repeat(1 + numbers.below(40));
                bytes.splice(at..at, copy);
            }
            3 | 4 => {
                let token = numbers.pick(&TOKENS);
                bytes.splice(at..at, token.repeat(1 + numbers.below(3)));
            }
            5 => {
                let other = numbers.below(bytes.len() + 1);
                let copy = bytes.get(at..end).unwrap_or_default().to_vec();
                bytes.splice(other..other, copy);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << numbers.below(8);
                }
            }
        }
    }
}
