//! Arguments, then a command or the program; what went wrong is printed after the terminal has
//! been given back.

use oogst::app::state::effect::Effect;
use oogst::app::state::model::{Model, Prefs};
use oogst::app::state::msg::Msg;
use oogst::app::state::reader::Errand;
use oogst::app::state::shown::Shown;
use oogst::app::state::window::Kind;
use oogst::app::state::window::Timekeeper;
use oogst::app::turn::update::{begin, update};
use oogst::app::turn::window;
use oogst::cli;
use oogst::cli::{Order, Orders, SessionName};
use oogst::io::commands::{self, Failure, Setting};
use oogst::io::config::{self, Config, themes};
use oogst::io::console::{self, Console};
use oogst::io::effects::Desk;
use oogst::io::run::{End, Incoming, Surface, perform, run};
use oogst::io::source::Channel;
use oogst::io::store::places::VARIABLE;
use oogst::io::store::{Places, library};
use oogst::io::terminal::{self, leave};
use oogst::io::{clock, input, methods, signals};
use oogst::keys::map::KeyMap;
use oogst::ui::theme::{Depth, Theme};
use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::channel;

fn main() -> ExitCode {
    let outcome = match cli::parse(std::env::args_os().skip(1)) {
        Ok(orders) => follow(&orders),
        Err(misuse) => Err(Failure::misuse(misuse.to_string())),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // Nobody may be there to read it any more, and one that does not read is not waited for.
            if !leave::is_gone() {
                let _ = writeln!(std::io::stderr(), "{failure}");
            }
            ExitCode::from(failure.code)
        }
    }
}

fn follow(orders: &Orders) -> Result<(), Failure> {
    let variable = std::env::var_os(VARIABLE);
    let map_was_given = orders.map.is_some() || variable.is_some();
    let found = Places::find(orders.map.clone(), variable);
    let homeless = found.as_ref().err().map(ToString::to_string);
    let places = found.unwrap_or_default();
    let (config, mut notices) = config::load(&places);
    let places = config.places(places, map_was_given);
    let now = clock::now();
    let setting = Setting { places: &places, config: &config, now: &now };
    let (mut out, mut notes) = (std::io::stdout(), std::io::stderr());
    match (commands::run(&orders.order, setting, &mut out, &mut notes), homeless) {
        // Help and checking a file need no place of our own; the rest says what is missing.
        (Some(Err(_)), Some(sentence)) => Err(Failure::new(sentence)),
        (Some(done), _) => done,
        (None, homeless) => {
            notices.extend(homeless);
            on_screen(orders, places, config, notices)
        }
    }
}

/// The program with a screen, from taking the terminal to giving it back.
fn on_screen(
    orders: &Orders,
    places: Places,
    config: Config,
    mut notices: Vec<String>,
) -> Result<(), Failure> {
    console::require_terminal().map_err(Failure::new)?;
    let env = |name: &str| std::env::var(name).ok();
    let wanted = orders.theme.as_deref().or(config.theme.as_deref());
    let looks = themes::first_looks(&places, wanted, &mut notices).map_err(Failure::new)?;
    let theme = Theme::new(&looks, Depth::of(env, terminal::shows_all_colours()));
    let names = themes::names(&places);
    let prefs = Prefs {
        theme: names.iter().position(|name| *name == looks.name).unwrap_or(0),
        themes: names,
        mouse: config.mouse,
        bell: config.bell,
        ascii: orders.ascii,
        zoom: console::zoom(env),
    };
    let (tx, rx) = channel();
    let keys = config.keys.clone();
    let mut model = model(&orders.order, keys, prefs);
    model.notice = notices.into_iter().next().map(|notice| Shown::told(None, &notice));
    let mut desk = Desk::new(places, config, theme, tx.clone());
    terminal::install_panic_hook(|| {});
    let to_loop = tx.clone();
    // When the loop has already left, nobody needs to hear it.
    let wake = Arc::new(move || drop(to_loop.send(Incoming::Room)));
    let mut screen =
        Console::enter(desk.config.mouse, wake).map_err(|error| Failure::new(error.to_string()))?;
    model.size = screen.size();
    let mut source = Channel(rx);
    if let Some(effect) = first(&orders.order, &mut desk)? {
        perform(effect, &mut model, &mut desk, &clock::now(), &mut screen);
    }
    if matches!(orders.order, Order::Review(_)) {
        update(&mut model, Msg::Review, &clock::now());
    }
    // The first frame before anything else: people look at the screen, not at our threads.
    let started = screen.draw(&model, &desk, &clock::now()).and_then(|()| {
        signals::spawn(tx.clone(), Incoming::Signal)?;
        input::spawn(tx, Incoming::Input, || Incoming::Gone)
    });
    let end = started.and_then(|()| run(&mut model, &mut desk, &mut source, &mut screen));
    let gone = match &end {
        Ok(end) => *end == End::Gone,
        Err(error) => leave::means_gone(error),
    };
    if gone {
        leave::gone();
    }
    desk.keep_snapshot(&model);
    let kept = desk.close_session();
    drop(screen);
    // A line that went while a frame was written is a line that went: nobody is there to be told.
    if let Err(error) = end
        && !gone
    {
        return Err(Failure::new(format!("De terminal werkt niet meer: {error}.")));
    }
    kept.sentence().map_or(Ok(()), |sentence| Err(Failure::new(sentence)))
}

/// The program as it is before anything has happened.
fn model(order: &Order, keys: KeyMap, prefs: Prefs) -> Model {
    match order {
        Order::Group => window::begin(keys, prefs, Kind::Group),
        Order::Time => window::begin(keys, prefs, Kind::Time(Timekeeper::default())),
        Order::Start
        | Order::New
        | Order::Open(_)
        | Order::Review(_)
        | Order::Packet(_)
        | Order::TakeOver { .. }
        | Order::Practice { .. }
        | Order::Export(_)
        | Order::Papers { .. }
        | Order::Handbook { .. }
        | Order::Check(_)
        | Order::Repair(_)
        | Order::Wipe(_)
        | Order::List
        | Order::Book(_)
        | Order::Help
        | Order::Version => begin(keys, prefs),
    }
}

/// What an order with a screen begins with.
fn first(order: &Order, desk: &mut Desk) -> Result<Option<Effect>, Failure> {
    Ok(match order {
        Order::New => Some(Effect::Methods),
        Order::Open(name) => Some(Effect::OpenDir(commands::find(&desk.places, name)?.display().to_string())),
        Order::Practice { method, fresh } => Some(Effect::Practice {
            method: method.clone().unwrap_or_else(|| methods::USUAL.to_owned()),
            fresh: *fresh,
        }),
        Order::Group | Order::Time => Some(Effect::Follow),
        Order::Book(_) => Some(Effect::Book(Errand::Open)),
        Order::Review(name) => Some(review(name.as_ref(), desk)?),
        Order::Start => Some(Effect::Over),
        Order::Packet(_)
        | Order::TakeOver { .. }
        | Order::Export(_)
        | Order::Papers { .. }
        | Order::Handbook { .. }
        | Order::Check(_)
        | Order::Repair(_)
        | Order::Wipe(_)
        | Order::List
        | Order::Help
        | Order::Version => None,
    })
}

/// Which session `oogst inzien` is about: the one that was named, the one in a pakket, the only
/// one, or else the list.
fn review(name: Option<&SessionName>, desk: &mut Desk) -> Result<Effect, Failure> {
    let dir = match name {
        Some(SessionName::Named(path)) if commands::is_file(path) => {
            commands::at_home(&desk.places, path, &clock::now())?
        }
        Some(name) => commands::find(&desk.places, name)?,
        None => match library::list(&desk.places.sessions)?.as_slice() {
            [one] => one.dir.clone(),
            _ => return Ok(Effect::List),
        },
    };
    Ok(Effect::OpenDir(dir.display().to_string()))
}
