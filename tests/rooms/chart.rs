//! Colours, tables and provenance of charts.

mod palette {
    use parallax::article::Side;
    use parallax::chart::Ink;
    use parallax::chart::palette::{Theme, colour, paper};

    /// WCAG 2.2: 3 to 1 for graphics (1.4.11), 4.5 to 1 for text (1.4.3).
    #[test]
    fn every_ink_stands_out_from_the_paper() {
        let graphics = [
            Ink::Source(Side::A),
            Ink::Source(Side::B),
            Ink::Negative,
            Ink::Positive,
            Ink::Neutral,
            Ink::Rule,
        ];
        for theme in Theme::ALL {
            for ink in graphics {
                let contrast = colour(ink, theme).contrast(paper(theme));
                assert!(contrast >= 3.0, "{ink:?} on {theme:?}: {contrast:.2}");
            }
            for ink in [Ink::Text, Ink::Muted] {
                let contrast = colour(ink, theme).contrast(paper(theme));
                assert!(contrast >= 4.5, "{ink:?} on {theme:?}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn words_on_a_colour_can_be_read() {
        for theme in Theme::ALL {
            for tone in -100..=100 {
                let contrast =
                    colour(Ink::OnTone(tone), theme).contrast(colour(Ink::Tone(tone), theme));
                assert!(contrast >= 4.5, "{tone} on {theme:?}: {contrast:.2}");
            }
            for ink in [Ink::Negative, Ink::Neutral, Ink::Positive] {
                let contrast = colour(Ink::Paper, theme).contrast(colour(ink, theme));
                assert!(contrast >= 4.5, "{ink:?} on {theme:?}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn contrast_is_what_wcag_says() {
        use parallax::chart::palette::Rgb;
        let black_on_white = Rgb(0, 0, 0).contrast(Rgb(255, 255, 255));
        assert!((black_on_white - 21.0).abs() < 1e-9);
        let grey = Rgb(0x76, 0x76, 0x76).contrast(Rgb(255, 255, 255));
        assert!((grey - 4.54).abs() < 0.01);
    }
}

mod table {
    use parallax::article::Side;
    use parallax::chart::{Cell, Table};
    use parallax::score::provenance::{Input, Provenance};

    #[test]
    fn a_cell_never_breaks_its_row_or_runs_as_a_formula() {
        let mut table = Table::new(&["name", "value"]);
        table.rows.push(vec![
            Cell::Text("=HYPERLINK(\"x\")\tand\nmore".to_owned()),
            Cell::Value(-0.5, 2),
        ]);
        table.rows.push(vec![Cell::Empty]);
        assert_eq!(
            table.to_tsv(),
            "name\tvalue\n'=HYPERLINK(\"x\") and more\t-0.50\n\t\n"
        );
        assert_eq!(
            table.to_csv(&Provenance {
                inputs: vec![Input {
                    side: Some(Side::A),
                    name: "\nb".to_owned(),
                    sha256: String::new(),
                }],
                ..Provenance::default()
            }),
            format!(
                "# Software: Parallax {}\r\n# Source: A:  b\r\nname,value\r\n\
             \"'=HYPERLINK(\"\"x\"\")\tand\nmore\",-0.50\r\n,\r\n",
                parallax::VERSION
            )
        );
    }
}
