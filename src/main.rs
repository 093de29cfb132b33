//! Arguments, then the program; errors are printed after the terminal is restored.

use oogst::app::effect::Effect;
use oogst::app::model::Prefs;
use oogst::app::msg::Msg;
use oogst::app::update::{begin, update};
use oogst::io::config::{self, Config};
use oogst::io::console::Console;
use oogst::io::effects::Desk;
use oogst::io::run::{Incoming, run};
use oogst::io::source::Channel;
use oogst::io::store::places::Places;
use oogst::io::{clock, input, ronfile, signals, terminal};
use oogst::keys::map::{DEFAULT, KeyMap};
use oogst::ui::theme::{Depth, SHIPPED};
use std::sync::mpsc::channel;

fn main() {
    let places = Places::find(None, std::env::var_os("OOGST_MAP")).unwrap();
    let theme = config::theme("licht", Depth::of(|name| std::env::var(name).ok())).unwrap();
    let (tx, rx) = channel();
    let keys = KeyMap::of(ronfile::read(DEFAULT, |_| Vec::new()).unwrap());
    let prefs = Prefs { themes: SHIPPED.iter().map(|(n, _)| (*n).to_owned()).collect(), zoom: "Ctrl en min".to_owned(), ..Prefs::default() };
    let mut model = begin(keys, prefs);
    let mut desk = Desk::new(places, Config::default(), theme, tx.clone());
    terminal::install_panic_hook(|| {});
    let mut console = Console::enter(false).unwrap();
    signals::spawn(tx.clone(), Incoming::Signal).unwrap();
    input::spawn(tx.clone(), Incoming::Input, || Incoming::Gone).unwrap();
    if std::env::args().any(|a| a == "oefen") {
        tx.send(Incoming::Msg(Msg::Wake)).unwrap();
        let done = desk.carry_out(Effect::Practice { fresh: false }, &clock::now(), &mut console);
        if let Some(msg) = done.answer { for e in update(&mut model, msg, &clock::now()) { desk.carry_out(e, &clock::now(), &mut console); } }
    }
    run(&mut model, &mut desk, &mut Channel(rx), &mut console).unwrap();
    desk.close_session();
}
