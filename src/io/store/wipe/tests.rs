//! What was wiped stands in no byte of the folder; what is not ours stays.

use super::{Also, Gone, Inventory, Wiping, inventory, prove};
use crate::domain::id::CasusId;
use crate::domain::session::{FIRST_CASUS, Session};
use crate::domain::testing;
use crate::io::store::current::{self, Current};
use crate::io::store::{StoreError, disk, line, names, open};
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// The small meeting with every file a session can have, all with texts of it.
fn meeting(base: &Path) -> PathBuf {
    let dir = open::create(base, testing::method(), testing::begin()).unwrap().dir;
    let journal = testing::play(testing::script());
    let text = line::print_all(journal.opened(), journal.entries()).unwrap();
    fs::write(dir.join(names::JOURNAL), &text).unwrap();
    for copy in [names::BACKUP, names::SNAPSHOT, names::DRAFT, ".oogst-half"] {
        fs::write(dir.join(copy), &text).unwrap();
    }
    fs::write(dir.join(names::SIGNALS), "").unwrap();
    fs::create_dir(dir.join(names::REPORTS)).unwrap();
    fs::write(dir.join(names::REPORTS).join("tipblad.txt"), "buurvrouw vragen").unwrap();
    dir
}

fn session(dir: &Path) -> Result<Inventory, StoreError> {
    Ok(Wiping::begin(dir)?.session(&Also::NOTHING)?.0)
}

fn casus(dir: &Path, id: CasusId, readable: impl Fn(&Session) -> String) -> Result<Gone, StoreError> {
    Ok(Wiping::begin(dir)?.casus(id, readable, &Also::NOTHING)?.0)
}

/// All bytes under a folder.
fn bytes(dir: &Path) -> String {
    let all = disk::entries(dir).unwrap_or_default();
    let texts = all.iter().map(|path| {
        if path.is_dir() {
            bytes(path)
        } else {
            String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned()
        }
    });
    texts.collect()
}

#[test]
fn a_session_goes_with_its_folder() {
    let base = tempfile::tempdir().unwrap();
    let dir = meeting(base.path());
    let live =
        Current::of(base.path(), &dir, testing::begin(), crate::app::state::in_view::InView::default());
    current::write(&base.path().join(names::CURRENT), &live.text()).unwrap();
    let gone = session(&dir).unwrap();
    assert_eq!((gone.ours.len(), dir.exists()), (8, false), "{gone:?}");
    assert!(disk::entries(base.path()).unwrap().is_empty());
    assert!(matches!(session(&dir), Err(StoreError::NoFolder { .. })));
}

#[test]
fn what_is_of_somebody_else_stays_and_is_named() {
    let base = tempfile::tempdir().unwrap();
    let dir = meeting(base.path());
    fs::write(dir.join("eigen notities.txt"), "van mij").unwrap();
    fs::create_dir(base.path().join(format!("{}-hersteld-1", names::of(&dir)))).unwrap();
    let gone = session(&dir).unwrap();
    assert_eq!(gone.foreign, [dir.join("eigen notities.txt")]);
    assert_eq!(gone.copies.len(), 1);
    assert_eq!(disk::entries(&dir).unwrap(), gone.foreign);
    let empty = base.path().join("leeg");
    fs::create_dir(&empty).unwrap();
    assert!(matches!(inventory(&empty), Err(StoreError::NoJournal { .. })) && empty.exists());
}

#[test]
fn an_open_session_is_left_alone() {
    let base = tempfile::tempdir().unwrap();
    let dir = meeting(base.path());
    let open = open::open(&dir).unwrap();
    let before = bytes(&dir);
    assert!(matches!(session(&dir), Err(StoreError::Busy { .. })));
    assert!(matches!(casus(&dir, FIRST_CASUS, |_| String::new()), Err(StoreError::Busy { .. })));
    assert_eq!(bytes(&dir), before);
    drop(open);
}

#[test]
fn the_texts_of_a_casus_stand_in_no_byte_of_the_folder() {
    let base = tempfile::tempdir().unwrap();
    let dir = meeting(base.path());
    let Gone { texts, files } =
        casus(&dir, FIRST_CASUS, |session| session.casussen[0].alias().to_owned()).unwrap();
    assert_eq!((texts, files.len()), (7, 5), "{files:?}");
    let left = bytes(&dir);
    for text in
        ["Linde", "markt", "buurvrouw", "boodschappendienst", "dubbel", "leren zeggen", "elke dinsdag"]
    {
        assert!(!left.contains(text), "{text}");
    }
    let opened = open::open(&dir).unwrap();
    assert_eq!(opened.session.casussen[0].alias(), "(gewist)");
    assert_eq!((opened.session.ideas.len(), opened.journal.len()), (4, 16));
    assert_eq!(fs::read_to_string(dir.join(names::SNAPSHOT)).unwrap(), "(gewist)");
}

#[test]
fn another_casus_and_a_broken_journal_stay_as_they_are() {
    let base = tempfile::tempdir().unwrap();
    let dir = meeting(base.path());
    let before = fs::read(dir.join(names::JOURNAL)).unwrap();
    assert_eq!(casus(&dir, CasusId(2), |_| String::new()).unwrap().texts, 0);
    assert_eq!(fs::read(dir.join(names::JOURNAL)).unwrap(), before);
    let broken = [before.as_slice(), b"kapot\n"].concat();
    fs::write(dir.join(names::JOURNAL), &broken).unwrap();
    assert!(matches!(casus(&dir, FIRST_CASUS, |_| String::new()), Err(StoreError::Broken { .. })));
    assert_eq!(fs::read(dir.join(names::JOURNAL)).unwrap(), broken);
    session(&dir).unwrap();
    assert!(!dir.exists());
}

#[test]
fn the_wisbewijs_grows_line_by_line_and_is_private() {
    let base = tempfile::tempdir().unwrap();
    let path = prove(base.path(), "een").unwrap();
    prove(base.path(), "twee").unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "een\ntwee\n");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
