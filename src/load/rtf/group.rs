//! The control words of RTF that matter for its text.

/// Where the text of a group goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Destination {
    /// Into the document.
    Text,
    /// Nowhere; but its groups may be fields of the document.
    Info,
    /// Into the title property.
    Title,
    /// Into the author property.
    Author,
    /// Nowhere.
    Skipped,
}

/// The text that a control word stands for.
pub(super) fn symbol(word: &str) -> Option<&'static str> {
    Some(match word {
        "par" | "sect" | "page" | "row" | "nestrow" => "\n\n",
        "line" | "softline" => "\n",
        "tab" | "cell" | "nestcell" | "emspace" | "enspace" => " ",
        "emdash" => "—",
        "endash" => "–",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "• ",
        _ => return None,
    })
}

/// Where a control word sends the text of its group, if it does.
pub(super) fn destination(word: &str, current: Destination) -> Option<Destination> {
    match word {
        "info" => Some(Destination::Info),
        "title" if current == Destination::Info => Some(Destination::Title),
        "author" if current == Destination::Info => Some(Destination::Author),
        "fonttbl" | "colortbl" | "stylesheet" | "pict" | "object" | "header" | "footer"
        | "headerl" | "headerr" | "headerf" | "footerl" | "footerr" | "footerf" | "footnote"
        | "annotation" | "atnid" | "atnauthor" | "fldinst" | "listtable" | "listoverridetable"
        | "rsidtbl" | "generator" | "themedata" | "colorschememapping" | "datastore"
        | "latentstyles" | "xmlnstbl" | "revtbl" | "listtext" | "pntext" | "pn" | "bkmkstart"
        | "bkmkend" | "nonshppict" | "shpinst" | "do" | "private" | "filetbl" | "mmathPr" => {
            Some(Destination::Skipped)
        }
        _ => None,
    }
}
