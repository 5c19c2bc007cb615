//! Places of files, told from the folder of the document where that makes sense, so that both can move
//! together.

use std::iter::repeat_n;
use std::path::{Component, Path, PathBuf, absolute};

/// `path` as told from `folder`, with `/` between its parts, if they have a folder in common below the
/// root; else absolute. `None` if it cannot be written as text.
pub(super) fn relative(path: &Path, folder: &Path) -> Option<String> {
    let path = absolute(path).ok()?;
    let Some(folder) = absolute(folder).ok() else {
        return path.to_str().map(str::to_owned);
    };
    let shared = path
        .components()
        .zip(folder.components())
        .take_while(|(one, other)| one == other)
        .count();
    let is_folder = |part: &Component| matches!(part, Component::Normal(_));
    let in_common = folder
        .components()
        .take(shared)
        .any(|part| is_folder(&part));
    let mut up = folder.components().skip(shared);
    if !in_common || !up.clone().all(|part| is_folder(&part)) {
        return path.to_str().map(str::to_owned);
    }
    let up = repeat_n(Some(".."), up.by_ref().count());
    let down = path.components().skip(shared);
    let parts: Option<Vec<&str>> = up
        .chain(down.map(|part| part.as_os_str().to_str()))
        .collect();
    Some(parts?.join("/"))
}

/// `path` as told from `folder` if it lies below it.
pub(super) fn below(path: &Path, folder: &Path) -> Option<String> {
    let told = relative(path, folder)?;
    let inside = !Path::new(&told).is_absolute() && !told.starts_with("..");
    inside.then_some(told)
}

/// `path` in full. `None` if it cannot be written as text.
pub(super) fn whole(path: &Path) -> Option<String> {
    absolute(path).ok()?.to_str().map(str::to_owned)
}

/// The place that was told from `folder`.
pub(super) fn resolve(told: &str, folder: &Path) -> PathBuf {
    folder.join(told)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn files_near_the_document_are_told_from_its_folder() {
        let told = |path: &str| relative(Path::new(path), Path::new("/home/me/story"));
        assert_eq!(told("/home/me/story/a/b.txt").as_deref(), Some("a/b.txt"));
        assert_eq!(told("/home/me/c.txt").as_deref(), Some("../c.txt"));
        assert_eq!(told("/srv/c.txt").as_deref(), Some("/srv/c.txt"));
        for path in [
            "/home/me/story/a/b.txt",
            "/home/me/story/../c.txt",
            "/srv/c.txt",
        ] {
            let back = told(path).map(|told| resolve(&told, Path::new("/home/me/story")));
            assert_eq!(back, Some(PathBuf::from(path)));
        }
        let inside = |path| below(Path::new(path), Path::new("/home/me/story"));
        assert_eq!(inside("/home/me/story/b.txt").as_deref(), Some("b.txt"));
        assert_eq!(
            [inside("/home/me/c.txt"), inside("/srv/c.txt")],
            [None, None]
        );
    }
}
