//! What a suggestion for one post-it costs in a goal of 300: it is worked out while people look.

use divan::{Bencher, black_box};
use oogst::text::alike::{Cache, Group, Suggestion, Words, suggest};

/// Post-its in the goal, and the clusters they are in.
const POSTS: usize = 300;
const CLUSTERS: usize = 25;

const WHO: &str = "buurvrouw, dochter, vrijwilliger, huisarts, casemanager, zus, kleinkinderen, \
    mantelzorger, thuiszorg, collega's, vriendin, wijkverpleegkundige";
const DOES: &str = "wandelt, kookt, belt, regelt, bezoekt, fietst, zingt, maakt een planning, leest voor, \
    brengt eten, kijkt foto's, gaat naar de zorgboerderij, neemt de nachten over";
const WHEN: &str = "elke ochtend, op dinsdag, na het avondeten, in het weekend, om de week, \
    als het mooi weer is, zonder haast, met muziek van vroeger, in kleinere groepjes, \
    op vaste dagen, rond bedtijd";

fn main() {
    divan::main();
}

/// The texts of the goal: the titles of the clusters, then the post-its. The lists turn at
/// different speeds, so that hardly two texts are the same.
fn texts() -> Vec<String> {
    let pick = |list: &'static str, at: usize| list.split(", ").cycle().nth(at).unwrap_or_default();
    let title = |at: usize| format!("{} {}", pick(DOES, at), pick(WHEN, at / 2));
    let post = |at: usize| format!("{} {} {} ({at})", pick(WHO, at), pick(DOES, at * 5), pick(WHEN, at * 3));
    (0..CLUSTERS).map(title).chain((0..POSTS).map(post)).collect()
}

fn keyed(texts: &[String]) -> impl Iterator<Item = (usize, &str)> {
    texts.iter().enumerate().map(|(key, text)| (key, text.as_str()))
}

fn prepared(texts: &[String]) -> Cache<usize> {
    let mut cache = Cache::default();
    cache.refresh(keyed(texts));
    cache
}

/// What is suggested for the last post-it.
fn suggestion(cache: &Cache<usize>) -> Option<Suggestion<usize>> {
    let groups = (0..CLUSTERS).map(|key| Group {
        key,
        title: cache.get(&key),
        members: (CLUSTERS..CLUSTERS + POSTS - 1)
            .filter(|at| at % CLUSTERS == key)
            .filter_map(|at| cache.get(&at))
            .collect::<Vec<&Words>>(),
    });
    suggest(cache.get(&(CLUSTERS + POSTS - 1))?, groups)
}

/// Opening the goal: every text for the first time.
#[divan::bench]
fn prepare_all(bencher: Bencher<'_, '_>) {
    let texts = texts();
    bencher.bench_local(|| prepared(black_box(&texts)));
}

/// Selecting another post-it.
#[divan::bench]
fn suggest_for_one(bencher: Bencher<'_, '_>) {
    let cache = prepared(&texts());
    bencher.bench_local(|| suggestion(black_box(&cache)));
}

/// A post-it was typed or changed.
#[divan::bench]
fn suggest_after_a_change(bencher: Bencher<'_, '_>) {
    let mut texts = texts();
    let mut cache = prepared(&texts);
    let mut turn = 0_usize;
    bencher.bench_local(|| {
        turn += 1;
        if let Some(text) = texts.last_mut() {
            *text = format!("samen wandelen met muziek {turn}");
        }
        cache.refresh(keyed(&texts));
        suggestion(black_box(&cache))
    });
}
