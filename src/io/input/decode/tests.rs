//! Bytes as terminals send them, whole and in pieces, and some that mean harm.

use proptest::prelude::*;

use super::*;

/// What comes of these reads, one after another.
fn read(reads: &[&[u8]]) -> Vec<RawInput> {
    let mut decoder = Decoder::default();
    for bytes in reads {
        decoder.feed(bytes, false);
    }
    all(&mut decoder)
}

fn all(decoder: &mut Decoder) -> Vec<RawInput> {
    std::iter::from_fn(|| decoder.pop()).collect()
}

fn keys(bytes: &[u8], expected: &[Key]) {
    let expected: Vec<RawInput> = expected.iter().copied().map(RawInput::Key).collect();
    assert_eq!(read(&[bytes]), expected, "{:?}", String::from_utf8_lossy(bytes));
}

fn typed(text: &str) -> Vec<RawInput> {
    text.chars().map(|c| RawInput::Key(Key::Char(c))).collect()
}

fn pasted(text: &str) -> RawInput {
    RawInput::Paste(text.to_owned())
}

#[test]
fn keys_are_what_terminals_send_for_them() {
    let sent: [(&[u8], Key); 24] = [
        (b"a", Key::Char('a')),
        ("é".as_bytes(), Key::Char('é')),
        (b"\r", Key::Enter),
        (b"\n", Key::Enter),
        (b"\t", Key::Tab),
        (b"\x1b[Z", Key::BackTab),
        (b"\x7f", Key::Backspace),
        (b"\x08", Key::Backspace),
        (b"\x1a", Key::Ctrl('z')),
        (b"\x1b", Key::Esc),
        (b"\x1b[A", Key::Up),
        (b"\x1bOA", Key::Up),
        (b"\x1b[1;5A", Key::Up),
        (b"\x1b[B", Key::Down),
        (b"\x1b[C", Key::Right),
        (b"\x1b[D", Key::Left),
        (b"\x1b[H", Key::Home),
        (b"\x1b[1~", Key::Home),
        (b"\x1b[F", Key::End),
        (b"\x1b[3~", Key::Delete),
        (b"\x1b[5~", Key::PageUp),
        (b"\x1b[6~", Key::PageDown),
        (b"\x1bOP", Key::F(1)),
        (b"\x1b[24~", Key::F(12)),
    ];
    for (bytes, key) in sent {
        keys(bytes, &[key]);
    }
    keys(b"\x1b[2~", &[]);
}

#[test]
fn esc_and_a_key_in_one_read_are_two_keys() {
    keys(b"\x1ba", &[Key::Esc, Key::Char('a')]);
    keys(b"\x1bA", &[Key::Esc, Key::Char('A')]);
    keys(b"\x1b\r", &[Key::Esc, Key::Enter]);
    keys(b"\x1b\x1a", &[Key::Esc, Key::Ctrl('z')]);
    keys(b"\x1b\x1b", &[Key::Esc, Key::Esc]);
    keys(b"\x1b\x1b[A", &[Key::Esc, Key::Up]);
    keys(b"\x1b]x", &[Key::Esc, Key::Char(']'), Key::Char('x')]);
    keys(b"\x1bPiet", &[Key::Esc, Key::Char('P'), Key::Char('i'), Key::Char('e'), Key::Char('t')]);
}

#[test]
fn a_sequence_may_come_in_pieces() {
    assert_eq!(read(&[b"\x1b[", b"5", b"~"]), [RawInput::Key(Key::PageUp)]);
    assert_eq!(read(&[b"\x1b[2", b"~x"]), typed("x"));
    assert_eq!(read(&[b"\xc3", b"\xa9"]), typed("é"));
    assert_eq!(read(&[b"a\x1b[20", b"0~bc\x1b[2", b"01~d"]).len(), 3);
}

#[test]
fn a_paste_is_one_text_whatever_it_holds() {
    assert_eq!(read(&[b"x\x1b[200~een\r\ntwee\x1b]0;x\x07\x1b[201~y"]).len(), 3);
    let text = read(&[b"\x1b[200~een\r\ntwee\x1b[?1;2c \xff\x1b[201~"]);
    assert_eq!(text, [pasted("een\ntwee\x1b[?1;2c \u{fffd}")]);
    assert_eq!(read(&[b"\x1b[200~\x1b[201~"]), [pasted("")]);
}

#[test]
fn after_a_silence_an_open_paste_is_a_paste() {
    let mut decoder = Decoder::default();
    decoder.feed(b"\x1b[200~wat geplakt is\rnog", false);
    assert!(decoder.is_open());
    assert_eq!(all(&mut decoder), []);
    decoder.silence();
    assert!(!decoder.is_open());
    assert_eq!(all(&mut decoder), [pasted("wat geplakt is\nnog")]);
    decoder.feed(b"\x03x", false);
    assert_eq!(all(&mut decoder), [RawInput::Key(Key::Ctrl('c')), RawInput::Key(Key::Char('x'))]);
    // The end that comes after all is nothing.
    decoder.feed(b"\x1b[201~y", false);
    assert_eq!(all(&mut decoder), typed("y"));
}

#[test]
fn answers_that_nobody_asked_for_are_swallowed() {
    for answer in [
        &b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\"[..],
        b"\x1b]10;rgb:0000/0000/0000\x07",
        b"\x1b]52;c;Zm9v\x07",
        b"\x1b]lvenster\x1b\\",
        b"\x1bP>|XTerm(379)\x1b\\",
        b"\x1bP1$r0m\x1b\\",
        b"\x1b_Gi=1;OK\x1b\\",
        b"\x1b[?62;22c",
        b"\x1b[>41;379;0c",
        b"\x1b[?2026;2$y",
        b"\x1b[?997;1n",
        b"\x1b[?1u",
        b"\x1b[12;40R",
    ] {
        let whole = [b"a", answer, b"b"].concat();
        assert_eq!(read(&[&whole]), typed("ab"), "{:?}", String::from_utf8_lossy(answer));
        for at in 2..answer.len() {
            let (one, other) = answer.split_at(at);
            assert_eq!(read(&[one, other, b"b"]), typed("b"), "{:?}", String::from_utf8_lossy(one));
        }
    }
}

#[test]
fn an_answer_without_an_end_does_not_make_it_deaf() {
    for begun in [
        &b"\x1b]11;rgb:ff"[..],
        b"\x1bP1$r",
        b"\x1b[?1;",
        b"\x1b[>",
        b"\x1b[1",
        b"\x1bO",
        b"\x1b[<0;1",
        b"\xe2",
    ] {
        let mut decoder = Decoder::default();
        decoder.feed(begun, false);
        assert!(decoder.is_open(), "{:?}", String::from_utf8_lossy(begun));
        decoder.silence();
        assert!(!decoder.is_open());
        all(&mut decoder);
        decoder.feed(b"tip", false);
        assert_eq!(all(&mut decoder), typed("tip"), "{:?}", String::from_utf8_lossy(begun));
    }
    let mut decoder = Decoder::default();
    decoder.feed(b"\x1b]", false);
    decoder.silence();
    assert_eq!(all(&mut decoder), [RawInput::Key(Key::Esc), RawInput::Key(Key::Char(']'))]);
}

#[test]
fn moving_the_mouse_is_nothing() {
    assert_eq!(read(&[b"\x1b[<0;4;5M"]), [RawInput::Click { column: 3, row: 4 }]);
    assert_eq!(read(&[b"\x1b[<65;4;5M"]), [RawInput::Scroll { column: 3, row: 4, wheel: Wheel::Down }]);
    assert_eq!(read(&[b"\x1b[<35;4;5M\x1b[<32;4;5M\x1b[<0;4;5m"]), []);
    assert_eq!(read(&[b"\x1b[I\x1b[O"]), [RawInput::Focus(true), RawInput::Focus(false)]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    /// No bytes make it stop, and after a silence a letter is a letter.
    #[test]
    fn after_anything_and_a_silence_keys_are_heard(reads in prop::collection::vec(noise(), 0..8)) {
        let mut decoder = Decoder::default();
        for bytes in &reads {
            decoder.feed(bytes, false);
        }
        decoder.silence();
        all(&mut decoder);
        prop_assert!(!decoder.is_open());
        decoder.feed(b"tip", false);
        prop_assert_eq!(all(&mut decoder), typed("tip"));
    }

    /// How a paste was cut into reads makes no difference.
    #[test]
    fn a_paste_is_the_same_in_any_pieces(text in "[a-z\\r\u{1b}\\[20~1é]{0,40}", cuts in prop::collection::vec(0..60_usize, 0..5)) {
        let bytes = [PASTE, text.as_bytes(), PASTED, b"x"].concat();
        let whole = read(&[&bytes]);
        let mut cuts = cuts;
        cuts.retain(|at| *at < bytes.len());
        cuts.sort_unstable();
        cuts.dedup();
        let mut decoder = Decoder::default();
        let mut from = 0;
        for to in cuts.into_iter().chain([bytes.len()]) {
            decoder.feed(bytes.get(from..to).unwrap_or_default(), to < bytes.len());
            from = to;
        }
        prop_assert_eq!(all(&mut decoder), whole);
    }
}

/// Bytes of which many are parts of sequences.
fn noise() -> impl Strategy<Value = Vec<u8>> {
    let part = prop_oneof![
        any::<u8>().prop_map(|byte| vec![byte]),
        prop::sample::select(vec![
            &b"\x1b"[..],
            b"[",
            b"]",
            b"P",
            b"200~",
            b"201~",
            b"<",
            b"?",
            b"\\",
            b"\x07",
            b"11;",
            b"M",
            b"\xe2\x82",
        ])
        .prop_map(<[u8]>::to_vec),
    ];
    prop::collection::vec(part, 0..30).prop_map(|parts| parts.concat())
}
