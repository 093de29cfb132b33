//! What a frame and a key cost: drawing must not depend on post-its that are not in view.

use divan::{Bencher, black_box};
use oogst::app::state::model::Model;
use oogst::app::state::msg::Msg;
use oogst::app::turn::update::update;
use oogst::domain::time::Now;
use oogst::keys::key::Key;
use oogst::support;
use oogst::ui::draw::draw;
use oogst::ui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn main() {
    divan::main();
}

fn board(post_its: usize) -> (Model, Now) {
    support::board(post_its)
}

/// A frame of the Compensatiematrix at 200×60.
#[divan::bench(args = [100, 1_000, 10_000])]
fn frame(bencher: Bencher<'_, '_>, post_its: usize) {
    let (model, now) = board(post_its);
    let theme = Theme::probe();
    let mut buffer = Buffer::empty(Rect::new(0, 0, 200, 60));
    bencher.bench_local(|| black_box(draw(&mut buffer, &model, &theme, &now)));
}

/// A key through `update` to a drawn frame.
#[divan::bench(args = [100, 1_000, 10_000])]
fn key(bencher: Bencher<'_, '_>, post_its: usize) {
    let (mut model, now) = board(post_its);
    let theme = Theme::probe();
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    let mut typed = 0;
    bencher.bench_local(|| {
        let key = if typed % 60 < 30 { Key::Char('x') } else { Key::Backspace };
        typed += 1;
        black_box(update(&mut model, Msg::Key(key), &now));
        black_box(draw(&mut buffer, &model, &theme, &now))
    });
}

/// A frame of a flap with so many clusters at 200×60.
#[divan::bench(args = [(300, 25), (3_000, 25)])]
fn flap(bencher: Bencher<'_, '_>, (post_its, clusters): (u32, u32)) {
    let (model, now) = support::flaps::flap(post_its, clusters);
    let theme = Theme::probe();
    let mut buffer = Buffer::empty(Rect::new(0, 0, 200, 60));
    bencher.bench_local(|| black_box(draw(&mut buffer, &model, &theme, &now)));
}
