//! `tijd.ronl`: what the tijdbewaker signalled, one plain line each, written by his window alone
//! (decision 28).

use super::disk;
use super::error::StoreError;
use super::names;
use crate::domain::signal::Signalled;
use std::path::Path;

/// Adds a signal to the session in `dir` and syncs it.
///
/// # Errors
/// When it is not on disk.
pub fn append(dir: &Path, signalled: &Signalled) -> Result<(), StoreError> {
    let line = ron::to_string(signalled).map_err(|_| StoreError::Unprintable)?;
    let path = dir.join(names::SIGNALS);
    disk::add_line(&path, &line).map_err(|error| StoreError::disk(&path, &error))
}

/// The signals in these lines; a line that is none is passed over.
pub fn parse(lines: &[u8]) -> Vec<Signalled> {
    lines.split(|byte| *byte == b'\n').filter_map(|line| ron::de::from_bytes(line).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::StepKey;
    use crate::domain::signal::Signal;
    use crate::domain::testing;

    #[test]
    fn signals_come_back_in_order_past_what_is_none() {
        let dir = tempfile::tempdir().unwrap();
        let at = testing::begin();
        let begun = Signal::Begun { key: StepKey { step: 4, casus: None }, since: at };
        let all = [Signal::Nudge, begun, Signal::TwoMinutes].map(|signal| Signalled { at, signal });
        append(dir.path(), &all[0]).unwrap();
        append(dir.path(), &all[1]).unwrap();
        let path = dir.path().join(names::SIGNALS);
        let mut text = std::fs::read(&path).unwrap();
        text.extend_from_slice(b"geen seintje\n");
        std::fs::write(&path, text).unwrap();
        append(dir.path(), &all[2]).unwrap();
        assert_eq!(parse(&std::fs::read(&path).unwrap()), all);
        let gone = append(&dir.path().join("weg"), &all[0]).unwrap_err();
        assert!(gone.to_string().contains("verdwenen"), "{gone}");
    }
}
