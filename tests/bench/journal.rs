//! What a long session costs: reading its journal and folding it.

use divan::{Bencher, black_box};
use oogst::domain::journal::Journal;
use oogst::io::store::line;
use oogst::support;

fn main() {
    divan::main();
}

/// From the bytes of a journal to its entries.
#[divan::bench(args = [2_000, 20_000])]
fn parse(bencher: Bencher<'_, '_>, entries: usize) {
    let text = support::journal_text(entries);
    bencher.bench_local(|| black_box(line::parse(text.as_bytes())));
}

/// From its entries to the session: what opening and undo do.
#[divan::bench(args = [2_000, 20_000])]
fn replay(bencher: Bencher<'_, '_>, entries: usize) {
    let Ok(loaded) = line::parse(support::journal_text(entries).as_bytes()) else { return };
    let journal = Journal::of(loaded.opened, loaded.entries);
    bencher.bench_local(|| black_box(journal.fold()));
}
