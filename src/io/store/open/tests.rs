//! Opening session folders, whole and damaged.

use super::*;
use crate::domain::testing;
use crate::io::store::draft::Draft;
use std::fs;

fn scripted(base: &Path) -> (PathBuf, String) {
    let dir = create(base, testing::method(), testing::begin()).unwrap().dir;
    let journal = testing::play(testing::script());
    let text = line::print_all(journal.opened(), journal.entries()).unwrap();
    fs::write(dir.join(names::JOURNAL), &text).unwrap();
    (dir, text)
}

fn journal(dir: &Path) -> String {
    fs::read_to_string(dir.join(names::JOURNAL)).unwrap()
}

#[test]
fn a_new_session_is_private_and_opens_again() {
    let base = tempfile::tempdir().unwrap();
    let base = base.path().join("a/besprekingen");
    let made = create(&base, testing::method(), testing::begin()).unwrap();
    assert_eq!(names::of(&made.dir), "2026-11-22-akad-1");
    assert!(matches!(made.access, Access::Write(_)));
    let session = made.session.clone();
    drop(made.access);
    let again = open(&made.dir).unwrap();
    assert_eq!((again.session, again.notices, again.draft), (session, vec![], None));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let rights = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((rights(&base), rights(&made.dir)), (0o700, 0o700));
        let files = disk::entries(&made.dir).unwrap();
        assert_eq!(files.len(), 3, "journal, backup and lock: {files:?}");
        for file in files {
            assert_eq!(rights(&file), 0o600, "{}", file.display());
        }
    }
}

#[test]
fn a_second_window_reads_while_the_first_writes() {
    let base = tempfile::tempdir().unwrap();
    let (dir, text) = scripted(base.path());
    let first = open(&dir).unwrap();
    assert!(matches!(first.access, Access::Write(_)));
    let second = open(&dir).unwrap();
    assert!(matches!(second.access, Access::ReadOnly(StoreError::Busy { .. })));
    assert_eq!(second.session, first.session);
    assert_eq!(read(&dir).unwrap().seq(), 16);
    assert_eq!(journal(&dir), text);
}

/// Opens a session nobody else has open. A process that another test is just starting may hold a
/// copy of the lock for a moment, until it becomes that other program.
fn open_alone(dir: &Path) -> Result<Open, StoreError> {
    loop {
        match open(dir) {
            Ok(Open { access: Access::ReadOnly(StoreError::Busy { .. }), .. }) => std::thread::yield_now(),
            opened => return opened,
        }
    }
}

#[test]
fn a_journal_cut_at_any_byte_opens_as_a_prefix_or_says_why_not() {
    let base = tempfile::tempdir().unwrap();
    let (dir, text) = scripted(base.path());
    let header = text.find('\n').unwrap();
    for cut in (0..text.len()).step_by(7) {
        let _ = fs::remove_file(dir.join(names::BACKUP));
        fs::write(dir.join(names::JOURNAL), &text.as_bytes()[..cut]).unwrap();
        match open_alone(&dir) {
            Err(error) => {
                assert!(cut <= header, "{cut}: {error}");
                assert_eq!(fs::read(dir.join(names::JOURNAL)).unwrap().len(), cut, "left as it was");
            }
            Ok(opened) => {
                assert!(text.starts_with(&journal(&dir)) && journal(&dir).ends_with('\n'));
                let torn = cut - journal(&dir).len();
                let want = if torn > 0 { vec![Notice::Torn { bytes: torn }] } else { vec![] };
                assert_eq!(opened.notices, want);
                assert_eq!(fs::read(dir.join(names::BACKUP)).unwrap(), &text.as_bytes()[..cut]);
            }
        }
    }
}

#[test]
fn a_torn_tail_is_cut_only_by_the_one_who_writes() {
    let base = tempfile::tempdir().unwrap();
    let (dir, text) = scripted(base.path());
    fs::write(dir.join(names::JOURNAL), format!("{text}(seq:17")).unwrap();
    let lock = Lock::take(&dir).unwrap();
    assert_eq!(open(&dir).unwrap().journal.len(), 16);
    assert_eq!(journal(&dir), format!("{text}(seq:17"));
    drop(lock);
    let opened = open(&dir).unwrap();
    assert_eq!(opened.notices, [Notice::Torn { bytes: 7 }]);
    assert_eq!(journal(&dir), text);
}

#[test]
fn a_broken_journal_opens_read_only_and_spoils_no_backup() {
    let base = tempfile::tempdir().unwrap();
    let (dir, text) = scripted(base.path());
    drop(open(&dir).unwrap());
    let bad = text.replacen("seq:9,", "seq:90,", 1);
    fs::write(dir.join(names::JOURNAL), &bad).unwrap();
    let opened = open(&dir).unwrap();
    assert_eq!(opened.journal.len(), 8);
    let Access::ReadOnly(why) = &opened.access else { panic!("must be read-only") };
    assert!(why.to_string().contains("regel 10 niet, bij teken 1"), "{why}");
    assert!(matches!(opened.notices[..], [Notice::Broken(_)]));
    assert_eq!(journal(&dir), bad);
    assert_eq!(fs::read_to_string(dir.join(names::BACKUP)).unwrap(), text);
}

#[test]
fn a_backup_that_knows_more_is_kept_and_said() {
    let base = tempfile::tempdir().unwrap();
    let (dir, text) = scripted(base.path());
    drop(open(&dir).unwrap());
    let end = text.match_indices('\n').nth(3).unwrap().0;
    fs::write(dir.join(names::JOURNAL), text.get(..=end).unwrap()).unwrap();
    assert_eq!(open(&dir).unwrap().notices, [Notice::BackupIsLonger { entries: 13 }]);
    assert_eq!(fs::read_to_string(dir.join(names::BACKUP)).unwrap(), text);
}

#[test]
fn never_empty_in_silence() {
    let base = tempfile::tempdir().unwrap();
    let dir = base.path().join("2026-11-22-akad-1");
    assert!(matches!(open(&dir), Err(StoreError::NoFolder { .. })));
    fs::create_dir(&dir).unwrap();
    assert!(matches!(open(&dir), Err(StoreError::NoJournal { .. })));
    assert!(disk::entries(&dir).unwrap().is_empty(), "looking leaves nothing behind");
    fs::write(dir.join(names::JOURNAL), "").unwrap();
    let error = open(&dir).unwrap_err().to_string();
    assert!(error.contains("het logboek is leeg") && error.contains("oogst herstel"), "{error}");
}

#[test]
fn the_draft_comes_along() {
    let base = tempfile::tempdir().unwrap();
    let (dir, _) = scripted(base.path());
    Draft::of(&dir).write("buurvr").unwrap();
    assert_eq!(open(&dir).unwrap().draft.as_deref(), Some("buurvr"));
    fs::write(dir.join(names::DRAFT), "kapot").unwrap();
    let opened = open(&dir).unwrap();
    assert_eq!((opened.draft, opened.notices), (None, vec![Notice::NoDraft]));
}

#[test]
fn nothing_is_left_of_a_session_that_could_not_begin() {
    let base = tempfile::tempdir().unwrap();
    let file = base.path().join("bestand");
    fs::write(&file, "").unwrap();
    assert!(matches!(create(&file, testing::method(), testing::begin()), Err(StoreError::NoBase { .. })));
}

/// Rights mean nothing to root, so as root this test has nothing to look at.
#[cfg(unix)]
#[test]
fn a_folder_without_rights_opens_to_read_with_the_reason() {
    use std::os::unix::fs::PermissionsExt;
    let base = tempfile::tempdir().unwrap();
    let (dir, _) = scripted(base.path());
    fs::remove_file(dir.join(names::LOCK)).unwrap();
    let rights = |mode| fs::set_permissions(&dir, fs::Permissions::from_mode(mode)).unwrap();
    rights(0o500);
    let opened = open(&dir).unwrap();
    let is_root = fs::metadata(dir.join(names::LOCK)).is_ok();
    rights(0o700);
    if !is_root {
        let Access::ReadOnly(why) = &opened.access else { panic!("must be read-only") };
        assert!(why.to_string().contains("je mag hier niet schrijven"), "{why}");
        assert_eq!(opened.journal.len(), 16);
    }
}
