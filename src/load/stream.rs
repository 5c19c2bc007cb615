//! Files of many articles, read as a stream: one article at a time, whatever the size of the file. It is read
//! over once before, to learn what the rest of the program learns from having all of it: which field holds what,
//! its hash, whether its text is sound. What cannot be read so, is read whole, and gives the same articles.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use sha2::{Digest as _, Sha256};

use super::corpus::{self, Survey};
use super::error::{LoadError, Problem};
use super::format::{Format, FormatReader, Piece, Pieces, ReadPieces, Source};
use super::formats::detect;
use super::gzip::GZIP;
use super::input::{HEAD, Input, ReadOptions, ending, hex};
use super::open::{STANDARD_INPUT, guarded, open_input, ordinary_file};
use super::opened::{FileOutcome, FileReport, OpenedFile, ReadNotes};
use super::sound::Soundness;
use super::{mail, seen};
use crate::article::Article;
use crate::text::shown;
use crate::work::{Progress, Stopped, Threads, gathered};

/// What is read of a file at once, in bytes.
const CHUNK: usize = 1 << 17;

/// From this size a file that can be read as a stream is: its bytes are never in memory beside its articles. In
/// bytes.
pub(super) const LARGE: u64 = 8 * 1024 * 1024;

/// A file of articles, as it can be read.
#[derive(Debug)]
pub enum Reading {
    /// It is in memory.
    Whole(Box<OpenedFile>),
    /// It is read as its articles are asked for.
    Stream(Box<ArticleStream>),
}

/// Opens a file, or standard input for "-", to be read as a stream if its format and its text allow. Standard
/// input is kept in a temporary file until it is read.
///
/// # Errors
/// Where it cannot be read either way.
pub fn open_stream(
    path: &Path,
    options: &ReadOptions,
    progress: &Progress,
) -> Result<Reading, LoadError> {
    opened(path, options, progress).map_err(|problem| problem.of(shown(path)))
}

/// Reads a large file as a part of longer work, its articles made on all cores while the rest of it is read: the
/// same articles as by [`open_within`](super::open::open_within), in less memory.
///
/// # Errors
/// Where it cannot be read, or the work is stopped: of a file that is stopped nothing is kept.
pub(super) fn open_large(
    path: &Path,
    options: &ReadOptions,
    progress: &Progress,
) -> Result<OpenedFile, LoadError> {
    let gathered = || -> Result<OpenedFile, Problem> {
        let stream = match opened(path, options, progress)? {
            Reading::Whole(opened) => return Ok(*opened),
            Reading::Stream(stream) => stream,
        };
        let (pieces, maker, mut account) = stream.parts();
        progress.expect(pieces.all);
        let mut articles = Vec::with_capacity(pieces.all);
        let read = |piece: Result<ArticlePiece, Problem>| maker.article(&piece?);
        gathered(pieces, Threads::default(), progress, read, |made| {
            Ok::<_, Stopped>(match made {
                Ok(Some(made)) => {
                    // A copy lies close beside those before it, not between what was let go while articles were made.
                    let mut article = made.clone();
                    account.note(&mut article);
                    progress.find(1);
                    articles.push(article);
                    Some(made)
                }
                Ok(None) => None,
                Err(problem) => {
                    account.fail(problem);
                    None
                }
            })
        })?;
        account.opened(articles)
    };
    gathered().map_err(|problem| problem.of(shown(path)))
}

fn opened(path: &Path, options: &ReadOptions, progress: &Progress) -> Result<Reading, Problem> {
    let is_standard_input = path.as_os_str() == STANDARD_INPUT;
    let (file, name) = if is_standard_input {
        seen::note_standard_input();
        (spooled(progress)?, "standard input".to_owned())
    } else {
        let (file, _, name) = ordinary_file(path)?;
        (file, name)
    };
    let of_file = OfFile {
        file,
        path: (!is_standard_input).then(|| path.to_owned()),
        name,
    };
    // What goes wrong here goes wrong in reading all of it, and is said there.
    let stream = guarded(|| ArticleStream::of(&of_file, options, progress));
    match stream {
        Ok(Some(stream)) => Ok(Reading::Stream(Box::new(stream))),
        Err(Problem::Stopped) => Err(Problem::Stopped),
        _ => of_file.whole(options).map(Box::new).map(Reading::Whole),
    }
}

/// Standard input, in a file that goes with the program.
fn spooled(progress: &Progress) -> Result<File, Problem> {
    let mut file = tempfile::tempfile()?;
    let mut input = BufReader::with_capacity(CHUNK, io::stdin().lock());
    loop {
        progress.go_on()?;
        let bytes = input.fill_buf()?;
        if bytes.is_empty() {
            return Ok(file);
        }
        file.write_all(bytes)?;
        let count = bytes.len();
        input.consume(count);
    }
}

/// An open file that can be read from its start any number of times.
#[derive(Debug)]
struct OfFile {
    file: File,
    /// `None` for standard input.
    path: Option<PathBuf>,
    name: String,
}

impl OfFile {
    /// Its bytes from the start. One reader at a time.
    fn bytes(&self) -> io::Result<BufReader<File>> {
        let mut file = self.file.try_clone()?;
        file.rewind()?;
        Ok(BufReader::with_capacity(CHUNK, file))
    }

    /// The content from the start, unpacked if it is packed.
    fn content(&self, is_packed: bool) -> io::Result<Source> {
        let bytes = self.bytes()?;
        Ok(if is_packed {
            Box::new(BufReader::with_capacity(CHUNK, MultiGzDecoder::new(bytes)))
        } else {
            Box::new(bytes)
        })
    }

    /// All of it in memory, as everywhere else.
    fn whole(&self, options: &ReadOptions) -> Result<OpenedFile, Problem> {
        let length = self.file.metadata()?.len();
        let bytes = super::open::bounded(self.bytes()?, length, &self.name)?;
        open_input(Input {
            path: self.path.clone(),
            ..Input::from_bytes(&self.name, bytes, options)
        })
    }

    /// The SHA-256 of its bytes, in hexadecimal.
    fn sha256(&self, progress: &Progress) -> Result<String, Problem> {
        let mut bytes = self.bytes()?;
        let mut hash = Sha256::new();
        loop {
            progress.go_on()?;
            let some = bytes.fill_buf()?;
            if some.is_empty() {
                return Ok(hex(&hash.finalize()));
            }
            hash.update(some);
            let count = some.len();
            bytes.consume(count);
        }
    }
}

/// The articles of one file, one at a time: pieces are read in order, by one thread, and each
/// is made an [`article`](Maker::article) by any.
#[derive(Debug)]
pub struct ArticleStream {
    pieces: ArticlePieces,
    maker: Maker,
    account: Account,
}

/// The pieces of a file in their order; nothing comes after one that could not be read.
pub struct ArticlePieces {
    pieces: Option<Box<dyn Pieces>>,
    read: usize,
    /// How many there are.
    all: usize,
}

/// A piece of a file that may make an article.
#[derive(Debug)]
pub struct ArticlePiece {
    at: usize,
    piece: Piece,
}

/// Makes articles of pieces.
#[derive(Debug)]
pub struct Maker {
    /// The file, without its bytes.
    input: Input,
    format: &'static Format,
    survey: Survey,
}

/// What there is to say of a file once it is read.
#[derive(Debug)]
pub struct Account {
    path: PathBuf,
    format: &'static Format,
    survey: Survey,
    encoding: Option<String>,
    notes: ReadNotes,
    problem: Option<Problem>,
}

impl ArticleStream {
    /// The articles of a file; `None` if it has to be read whole.
    fn of(
        of_file: &OfFile,
        options: &ReadOptions,
        progress: &Progress,
    ) -> Result<Option<Self>, Problem> {
        if options.encoding.is_some() {
            return Ok(None);
        }
        let name = of_file.name.as_str();
        let is_packed = GZIP.sniff.is_of(&head(of_file.content(false)?)?);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let inner = if is_packed { stem } else { name };
        let format = detect(&head(of_file.content(is_packed)?)?, &ending(inner))?;
        let (read, is_text): (ReadPieces, _) = match format.reader {
            FormatReader::Collection(_, Some(read)) => (read, true),
            FormatReader::Many(_, read) => (read, false),
            _ => return Ok(None),
        };
        let is_sound =
            || Soundness::of(of_file.content(is_packed)?, progress).map(|seen| seen.is_sound());
        if is_text && !is_sound()? {
            return Ok(None);
        }
        let pieces = || {
            let mut source = of_file.content(is_packed)?;
            if is_text && source.fill_buf()?.starts_with("\u{feff}".as_bytes()) {
                source.consume("\u{feff}".len());
            }
            read(source)
        };
        let survey = corpus::survey(pieces, options, progress)?;
        let input = Input {
            path: of_file.path.clone(),
            sha256: of_file.sha256(progress)?,
            ..Input::from_bytes(inner, Vec::new(), options)
        };
        let path = of_file.path.clone();
        Ok(Some(Self {
            pieces: ArticlePieces {
                pieces: Some(pieces()?),
                read: 0,
                all: survey.pieces,
            },
            account: Account {
                path: path.unwrap_or_else(|| STANDARD_INPUT.into()),
                format,
                survey: survey.clone(),
                encoding: None,
                notes: ReadNotes::default(),
                problem: None,
            },
            maker: Maker {
                input,
                format,
                survey,
            },
        }))
    }

    /// The pieces, what makes articles of them, and who keeps account of that.
    pub fn parts(self) -> (ArticlePieces, Maker, Account) {
        (self.pieces, self.maker, self.account)
    }
}

/// The bytes by which a format is told.
fn head(content: Source) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    content.take(HEAD).read_to_end(&mut head)?;
    Ok(head)
}

impl std::fmt::Debug for ArticlePieces {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ArticlePieces({} of {})", self.read, self.all)
    }
}

impl Iterator for ArticlePieces {
    type Item = Result<ArticlePiece, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = guarded(|| match &mut self.pieces {
            Some(pieces) => pieces.next(),
            None => Ok(None),
        });
        let at = self.read;
        let changed = || Problem::Read(io::Error::other("it was changed while it was read"));
        match next {
            Ok(Some(piece)) if at < self.all => {
                self.read += 1;
                Some(Ok(ArticlePiece { at, piece }))
            }
            Ok(None) if self.pieces.is_none() || at == self.all => None,
            Ok(_) => {
                self.pieces = None;
                Some(Err(changed()))
            }
            Err(problem) => {
                self.pieces = None;
                Some(Err(problem))
            }
        }
    }
}

impl Maker {
    /// The article that a piece makes; `None` if it makes none.
    ///
    /// # Errors
    /// [`Problem::Crashed`] where the reader failed in a way nobody foresaw.
    pub fn article(&self, piece: &ArticlePiece) -> Result<Option<Article>, Problem> {
        guarded(|| {
            let draft = match &piece.piece {
                Piece::Record(record) => corpus::draft(
                    record,
                    piece.at,
                    self.survey.pieces,
                    &self.survey.mapping,
                    |_| (),
                ),
                Piece::Message(bytes, read) => read(bytes, self.input.stem()).ok(),
            };
            Ok(draft.map(|draft| self.input.article(draft, self.format.name)))
        })
    }
}

impl Account {
    /// Notes an article, in the order of the file: now its position is known.
    pub fn note(&mut self, article: &mut Article) {
        article.origin.position = self.articles();
        if self.encoding.is_none() {
            self.encoding = Some(article.origin.encoding.clone());
        }
        self.notes.note(article);
    }

    /// Notes that the rest of the file could not be read.
    pub fn fail(&mut self, problem: Problem) {
        self.problem.get_or_insert(problem);
    }

    /// How many articles came of it.
    pub const fn articles(&self) -> usize {
        self.notes.articles()
    }

    /// What was to be said if no piece made an article, and what of those that made none.
    fn empty(&self) -> (Problem, Option<String>) {
        let empty = self.survey.pieces.saturating_sub(self.articles());
        if self.survey.has_records {
            (corpus::none_of(empty), corpus::left_out(empty))
        } else {
            (Problem::NoText, mail::left_out(empty))
        }
    }

    /// The file with its articles, all of which were noted.
    fn opened(self, articles: Vec<Article>) -> Result<OpenedFile, Problem> {
        let (none_of, left_out) = self.empty();
        if let Some(problem) = self.problem {
            return Err(problem);
        }
        if articles.is_empty() {
            return Err(none_of);
        }
        Ok(OpenedFile {
            format: self.format,
            articles,
            notes: self.survey.notes.into_iter().chain(left_out).collect(),
            mapping: self.survey.mapping,
        })
    }

    /// What became of the file.
    pub fn report(self) -> FileReport {
        let articles = self.articles();
        let (none_of, left_out) = self.empty();
        let problem = self.problem.or((articles == 0).then_some(none_of));
        let read = || FileOutcome::Read {
            format: self.format,
            encoding: self.encoding.unwrap_or_default(),
            articles,
            mapping: self.survey.mapping,
            notes: (self.notes).after(self.survey.notes.into_iter().chain(left_out).collect()),
        };
        let outcome = problem.map_or_else(read, |problem| FileOutcome::Failed(problem.to_string()));
        FileReport {
            path: self.path,
            outcome,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;
    use crate::load::{first_look::first_articles, open_file};

    #[test]
    fn a_large_file_gives_what_it_gives_read_whole() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("news.jsonl");
        let mut file = File::create(&path)?;
        for number in 0..200 {
            let text = match number % 7 {
                0 => "",
                _ => "The council met on Monday. “It opens in May”, the mayor said.",
            };
            let title = if number == 42 { "" } else { "A headline" };
            writeln!(
                file,
                r#"{{"id": "{number}", "title": "{title}", "text": "{text}"}}"#
            )?;
        }
        let options = ReadOptions::default();
        let large = open_large(&path, &options, &Progress::default())?;
        assert_eq!(large, open_file(&path, &options)?);
        assert_eq!(large.articles.len(), 199);
        let stopped = Progress::default();
        stopped.stop();
        assert!(open_large(&path, &options, &stopped).is_err());
        // There is no need to look first at a file that is read at once.
        assert_eq!(first_articles(&path, &options), None);
        Ok(())
    }
}
