//! `cargo xtask serve`: the release application on this machine alone, with the headers that a good host sends.

mod answer;
pub(crate) mod headers;
mod open;
mod request;

use std::io::{self, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::build;
use crate::fault::{Doing as _, Fault, Result};
use crate::project::Project;
use crate::setup;
use answer::{Answer, Site};
use request::Request;

/// The port when none is asked for.
const PORT: u16 = 8080;

/// How many further ports are tried when one is busy.
const PORTS: u16 = 50;

/// No browser takes longer to send a request to its own machine.
const PATIENCE: Duration = Duration::from_secs(10);

/// Sets up, builds, serves, opens the browser; ends only with the program.
pub(crate) fn command(project: &Project, args: &[String]) -> Result<()> {
    let options = Options::parse(args)?;
    build::build(project, &setup::for_build(project)?)?;
    let server = Server::start(&project.dist(), options.port, "/")?;
    println!("职称自评: {}   (end with Ctrl-C)", server.address());
    if options.open && !open::in_browser(server.address()) {
        println!("no browser could be opened here; open the address in one");
    }
    server.run();
    Ok(())
}

struct Options {
    port: u16,
    open: bool,
}

impl Options {
    fn parse(args: &[String]) -> Result<Self> {
        let mut options = Self {
            port: PORT,
            open: true,
        };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--no-open" => options.open = false,
                "--port" => {
                    let port = args.next().and_then(|port| port.parse().ok());
                    options.port = port.ok_or_else(|| {
                        Fault::Usage("--port wants a number up to 65535".to_owned())
                    })?;
                }
                other => return Err(Fault::Usage(format!("`{other}` was not expected"))),
            }
        }
        Ok(options)
    }
}

/// A server of static files on the loopback address.
pub(crate) struct Server {
    listener: TcpListener,
    site: Arc<Site>,
    address: String,
}

impl Server {
    /// Listens on a port, or on the next free one; port 0 takes any. `path` is where the site stands, such as `/`.
    pub(crate) fn start(dist: &Path, port: u16, path: &str) -> Result<Self> {
        let site = Arc::new(Site::read(dist, path)?);
        let listener = listen(port).doing("listen on", "127.0.0.1".as_ref())?;
        let port = listener
            .local_addr()
            .doing("learn the port of", "127.0.0.1".as_ref())?
            .port();
        Ok(Self {
            listener,
            site,
            address: format!("http://127.0.0.1:{port}{path}"),
        })
    }

    /// The address of the application.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// The port that it listens on.
    pub(crate) fn port(&self) -> Result<u16> {
        let address = self.listener.local_addr();
        Ok(address
            .doing("learn the port of", "127.0.0.1".as_ref())?
            .port())
    }

    /// Answers requests for as long as the program lives.
    pub(crate) fn run(self) {
        for stream in self.listener.incoming().flatten() {
            let site = Arc::clone(&self.site);
            thread::spawn(move || {
                // A browser that goes away in the middle is no matter of ours.
                let _ = converse(&stream, &site);
            });
        }
    }
}

fn listen(port: u16) -> io::Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let mut result = bind(port);
    for next in port.saturating_add(1)..=port.saturating_add(PORTS) {
        match &result {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => result = bind(next),
            _ => break,
        }
    }
    result
}

/// One request, one answer, and the connection ends.
fn converse(mut stream: &TcpStream, site: &Site) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let answer = Request::read(BufReader::new(stream))
        .map_or_else(Answer::refusal, |request| site.answer(&request));
    stream.write_all(&answer.into_bytes())?;
    stream.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_busy_port_leads_to_the_next() {
        let first = listen(0).unwrap();
        let port = first.local_addr().unwrap().port();
        let second = listen(port).unwrap();
        assert_ne!(second.local_addr().unwrap().port(), port);
    }

    #[test]
    fn only_a_number_is_a_port() {
        assert!(Options::parse(&["--port".to_owned(), "x".to_owned()]).is_err());
        assert_eq!(
            Options::parse(&["--port".to_owned(), "9000".to_owned()])
                .unwrap()
                .port,
            9000
        );
    }
}
