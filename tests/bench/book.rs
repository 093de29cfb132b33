//! What one key in the book costs with 10,000 lessons: it has to fit in a frame.

use divan::{Bencher, black_box};
use oogst::support;
use oogst::text::lessons::Index;

const LESSONS: u32 = 10_000;

fn main() {
    divan::main();
}

/// Opening the book: every text is folded once.
#[divan::bench]
fn prepare_all(bencher: Bencher<'_, '_>) {
    let book = support::book(LESSONS);
    bencher.bench_local(|| Index::of(black_box(&book)));
}

/// One key: a first letter, a word, a word with a letter missing, several fields, nothing found.
#[divan::bench(args = ["z", "zwembad", "zwmbad", "netwerk werkte niet markt", "xyzzy"])]
fn one_key(bencher: Bencher<'_, '_>, typed: &str) {
    let index = Index::of(&support::book(LESSONS));
    bencher.bench_local(|| index.find(black_box(typed)));
}
