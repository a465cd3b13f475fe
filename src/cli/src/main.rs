//! `zhicheng`: the native command. It decides with the same crates as the application.

mod args;
mod assess;
mod bag;
mod book;
mod books;
mod calendar;
mod cases;
mod check;
mod diff;
mod endorse;
mod exit;
mod handed;
mod input;
mod output;
mod pipeline;
mod precheck;
mod report;
mod rows;
mod schema;
mod screen;
mod seal;
mod secret;
mod since;
mod verify;

use std::process::ExitCode;

use mimalloc::MiMalloc;

use args::Command;
use exit::Exit;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let exit = match args::parse(std::env::args_os()) {
        Ok(Command::Help) => input::print(wording::command::HELP),
        Ok(Command::Version) => input::print(concat!("zhicheng ", env!("CARGO_PKG_VERSION"), "\n")),
        Ok(Command::Assess(options)) => assess::run(&options),
        Ok(Command::Verify(options)) => verify::run(&options),
        Ok(Command::Precheck(options)) => precheck::run(&options),
        Ok(Command::Report(options)) => report::run(&options),
        Ok(Command::Endorse(options)) => endorse::run(&options),
        Ok(Command::Screen(options)) => screen::run(&options),
        Ok(Command::Calendar(options)) => calendar::run(&options),
        Ok(Command::Seal(options)) => seal::run(&options),
        Ok(Command::SealTo(options)) => secret::seal_to(&options),
        Ok(Command::Open(options)) => secret::open(&options),
        Ok(Command::Keygen(options)) => secret::keygen(&options),
        Ok(Command::Bag(options)) => bag::run(&options),
        Ok(Command::Book(command)) => book::run(&command),
        Ok(Command::Schema(options)) => schema::run(&options),
        Err(message) => {
            eprintln!("{message}");
            eprintln!("{}", wording::command::HINT);
            Exit::Usage
        }
    };
    exit.into()
}
