//! Which form of a plural belongs to a count, by the rule of a language: the expression in C that gettext has.

use std::iter::Peekable;
use std::str::Chars;

/// The deepest that brackets and choices of a rule stand in each other.
const DEEPEST: usize = 32;

/// The operators with two sides, the loosest first.
const OPERATORS: [&[&str]; 6] = [
    &["||"],
    &["&&"],
    &["==", "!="],
    &["<=", ">=", "<", ">"],
    &["+", "-"],
    &["*", "/", "%"],
];

/// A rule that chooses a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plural {
    /// How many forms there are.
    pub(super) forms: usize,
    rule: String,
}

impl Default for Plural {
    /// As in English: one, and all others.
    fn default() -> Self {
        Self {
            forms: 2,
            rule: "n != 1".to_owned(),
        }
    }
}

impl Plural {
    /// The rule that the header of a catalogue names; that of English without one, `None` for one that is wrong.
    pub(super) fn of(header: &str) -> Option<Self> {
        let mut lines = header.lines();
        let Some(line) = lines.find_map(|line| line.strip_prefix("Plural-Forms:")) else {
            return Some(Self::default());
        };
        let mut parts = line.split(';').map(str::trim);
        let forms = parts.next()?.strip_prefix("nplurals=")?.parse().ok()?;
        let rule = parts.next()?.strip_prefix("plural=")?.to_owned();
        let plural = Self { forms, rule };
        // A rule that holds for these holds for all: languages repeat themselves after a hundred.
        (0..=200)
            .all(|count| plural.form(count).is_some())
            .then_some(plural)
    }

    /// The form for `count`; `None` where the rule is none or names a form there is not.
    pub(super) fn form(&self, count: usize) -> Option<usize> {
        let mut rule = Rule {
            rest: self.rule.chars().peekable(),
            n: i64::try_from(count).unwrap_or(i64::MAX),
        };
        let form = usize::try_from(rule.choice(DEEPEST)?).ok()?;
        (rule.next_sign().is_none() && form < self.forms).then_some(form)
    }
}

/// What is left of a rule, and the count it is asked about.
struct Rule<'r> {
    rest: Peekable<Chars<'r>>,
    n: i64,
}

impl Rule<'_> {
    fn next_sign(&mut self) -> Option<char> {
        while self.rest.next_if(|c| c.is_whitespace()).is_some() {}
        self.rest.peek().copied()
    }

    /// Takes `sign` if it comes next.
    fn takes(&mut self, sign: &str) -> bool {
        self.next_sign();
        let mut ahead = self.rest.clone();
        let is_next = sign.chars().all(|c| ahead.next() == Some(c));
        if is_next {
            self.rest = ahead;
        }
        is_next
    }

    /// `a ? b : c`, or anything that binds closer.
    fn choice(&mut self, depth: usize) -> Option<i64> {
        let depth = depth.checked_sub(1)?;
        let asked = self.two_sides(0, depth)?;
        if !self.takes("?") {
            return Some(asked);
        }
        let yes = self.choice(depth)?;
        if !self.takes(":") {
            return None;
        }
        let no = self.choice(depth)?;
        Some(if asked == 0 { no } else { yes })
    }

    /// Operators of `level`, or of one that binds closer.
    fn two_sides(&mut self, level: usize, depth: usize) -> Option<i64> {
        let Some(operators) = OPERATORS.get(level) else {
            return self.single(depth);
        };
        let mut left = self.two_sides(level + 1, depth)?;
        while let Some(operator) = operators.iter().find(|operator| self.takes(operator)) {
            let right = self.two_sides(level + 1, depth)?;
            left = match *operator {
                "||" => i64::from(left != 0 || right != 0),
                "&&" => i64::from(left != 0 && right != 0),
                "==" => i64::from(left == right),
                "!=" => i64::from(left != right),
                "<=" => i64::from(left <= right),
                ">=" => i64::from(left >= right),
                "<" => i64::from(left < right),
                ">" => i64::from(left > right),
                "+" => left.checked_add(right)?,
                "-" => left.checked_sub(right)?,
                "*" => left.checked_mul(right)?,
                "/" => left.checked_div(right)?,
                _ => left.checked_rem(right)?,
            };
        }
        Some(left)
    }

    /// A number, the count, what stands in brackets, or the opposite of one of these.
    fn single(&mut self, depth: usize) -> Option<i64> {
        if self.takes("!") {
            return Some(i64::from(self.single(depth.checked_sub(1)?)? == 0));
        }
        if self.takes("(") {
            let inside = self.choice(depth)?;
            return self.takes(")").then_some(inside);
        }
        if self.takes("n") {
            return Some(self.n);
        }
        let mut digits = String::new();
        while let Some(digit) = self.rest.next_if(char::is_ascii_digit) {
            digits.push(digit);
        }
        digits.parse().ok()
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::Plural;

    #[test]
    fn rules_of_languages_choose_their_forms() {
        let polish = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);";
        let cases: [(&str, &[(usize, usize)]); 3] = [
            ("nplurals=1; plural=0;", &[(0, 0), (1, 0), (9, 0)]),
            ("nplurals=2; plural=(n > 1);", &[(0, 0), (1, 0), (2, 1)]),
            (
                polish,
                &[(1, 0), (2, 1), (5, 2), (12, 2), (22, 1), (112, 2)],
            ),
        ];
        for (rule, counts) in cases {
            let plural = Plural::of(&format!("X: y\nPlural-Forms: {rule}\n")).unwrap();
            for (count, form) in counts {
                assert_eq!(plural.form(*count), Some(*form), "{rule} {count}");
            }
        }
        assert_eq!(Plural::of(""), Some(Plural::default()));
    }

    #[test]
    fn a_wrong_rule_is_none() {
        let deep = format!("nplurals=2; plural={}n", "(".repeat(100_000));
        for rule in [
            "nplurals=2; plural=n",
            "nplurals=2; plural=(n",
            "nplurals=2; plural=n/0",
            "nplurals=x",
            "nplurals=2; plural=n==1 rm",
            &deep,
        ] {
            assert_eq!(Plural::of(&format!("Plural-Forms: {rule}")), None);
        }
    }
}
