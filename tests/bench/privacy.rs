//! What the privacy filter costs for one line: it runs at every key in de regel.

use divan::{Bencher, black_box};
use oogst::domain::privacy::{Known, find, while_typing};

fn main() {
    divan::main();
}

/// The lines the filter was built on, without their brackets.
fn lines() -> Vec<String> {
    let bare = |line: &str| {
        let mut text = String::new();
        let mut rest = line;
        while let Some((before, after)) = rest.split_once('⟦') {
            text.push_str(before);
            let (mark, after) = after.split_once('⟧').unwrap_or((after, ""));
            text.push_str(mark.split_once(':').map_or(mark, |(_, words)| words));
            rest = after;
        }
        text + rest
    };
    let all = include_str!("../../fixtures/privacy/bouw.txt").lines();
    all.filter(|line| !line.is_empty() && !line.starts_with(['#', '@'])).map(bare).collect()
}

/// One line after the other, so that the median is that of a line.
#[divan::bench(sample_count = 20_000, sample_size = 1)]
fn a_line(bencher: Bencher<'_, '_>) {
    let (lines, known) = (lines(), Known::default());
    let mut next = lines.iter().cycle();
    bencher.bench_local(|| find(black_box(next.next().map_or("", String::as_str)), &known));
}

#[divan::bench(sample_count = 20_000, sample_size = 1)]
fn a_line_while_it_is_typed(bencher: Bencher<'_, '_>) {
    let (lines, known) = (lines(), Known::default());
    let mut next = lines.iter().cycle();
    bencher.bench_local(|| while_typing(black_box(next.next().map_or("", String::as_str)), &known));
}
