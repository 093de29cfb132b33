//! From nothing to the first frame, without a terminal: keys, theme, model, drawing.

use divan::{Bencher, black_box};
use oogst::support;
use oogst::ui::draw::draw;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn main() {
    divan::main();
}

#[divan::bench]
fn first_frame(bencher: Bencher<'_, '_>) {
    let now = support::now();
    bencher.bench_local(|| {
        let theme = support::theme();
        let model = support::start();
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
        black_box(draw(&mut buffer, &model, &theme, &now))
    });
}
