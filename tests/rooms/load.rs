//! Reading parts that stand on their own.

mod decode {
    use parallax::load::{Hint, decode};

    fn read(bytes: &[u8]) -> (String, &'static str) {
        let decoded = decode(bytes, Hint::Plain, None);
        (decoded.text.into_owned(), decoded.encoding)
    }

    #[test]
    fn byte_order_marks_decide() {
        assert_eq!(read(b"\xef\xbb\xbfcaf\xc3\xa9"), ("café".into(), "UTF-8"));
        assert_eq!(read(b"\xff\xfea\0b\0"), ("ab".into(), "UTF-16LE"));
        assert_eq!(read(b"\xff\xfe\0\0a\0\0\0"), ("a".into(), "UTF-32"));
    }

    #[test]
    fn utf16_without_a_mark_is_told_by_its_zeros() {
        let bytes: Vec<u8> = "A plain line of text"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        assert_eq!(read(&bytes), ("A plain line of text".into(), "UTF-16BE"));
    }

    #[test]
    fn a_cut_last_character_is_forgiven() {
        assert_eq!(
            read("it’s".as_bytes().get(..4).unwrap_or_default()),
            ("it".into(), "UTF-8")
        );
    }

    #[test]
    fn stray_bytes_in_utf8_are_windows_1252() {
        let mut bytes = "“one” “two” three".as_bytes().to_vec();
        bytes.push(0x92);
        let decoded = decode(&bytes, Hint::Plain, None);
        assert_eq!(decoded.text, "“one” “two” three’");
        assert_eq!(decoded.warnings.len(), 1);
    }

    #[test]
    fn a_page_is_believed_where_its_bytes_agree() {
        let page = b"<meta charset=iso-8859-2><p>\xb1\xe6\xea</p>";
        assert!(decode(page, Hint::Markup, None).text.contains("ąćę"));
        let liar = "<meta charset=windows-1252><p>“é”</p>".as_bytes();
        assert!(decode(liar, Hint::Markup, None).text.contains("“é”"));
    }

    #[test]
    fn the_user_has_the_last_word() {
        let decoded = decode(b"\x8eabc", Hint::Plain, Some("macintosh"));
        assert_eq!(
            (decoded.text.as_ref(), decoded.encoding),
            ("éabc", "macintosh")
        );
    }
}
