//! Whether nginx with our configuration answers as `cargo xtask serve` does.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::fault::{Doing as _, Fault, Result};
use crate::project::{Project, files_below};
use crate::serve::{Server, headers};
use crate::setup;

use super::PATH;

/// How long nginx may take to listen.
const PATIENCE: Duration = Duration::from_secs(20);

/// Headers that say the same of every server, and so have to be the same.
const COMPARED: [&str; 8] = [
    "content-type",
    "cache-control",
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "permissions-policy",
];

/// Serves `dist/` by nginx and by ourselves, and compares status, headers and bytes of every file.
pub(crate) fn check(project: &Project) -> Result<()> {
    let nginx = Nginx::start(project)?;
    let ours = Server::start(&project.dist(), 0, PATH)?;
    let our_port = ours.port()?;
    thread::spawn(move || ours.run());
    let dist = project.dist();
    let mut names = vec![String::new(), "no-such-file.js".to_owned()];
    for path in files_below(&dist)? {
        let inside = path.strip_prefix(&dist).unwrap_or(&path);
        names.push(inside.display().to_string().replace('\\', "/"));
    }
    for name in &names {
        let wanted = Answer::from(our_port, name)?;
        let found = Answer::from(nginx.port, name)?;
        if let Some(difference) = wanted.difference(&found) {
            return Err(Fault::Broken(format!("{PATH}{name}: {difference}")));
        }
    }
    println!(
        "nginx answers {} addresses as the test server does",
        names.len()
    );
    Ok(())
}

/// A running nginx, ended when it is dropped.
struct Nginx {
    child: Child,
    port: u16,
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Nginx {
    fn start(project: &Project) -> Result<Self> {
        let program = setup::nginx()?;
        let place = project.target().join("hosting");
        fs::create_dir_all(&place).doing("make", &place)?;
        let port = free_port()?;
        let config = place.join("nginx.conf");
        fs::write(&config, whole_config(project, &place, port)?).doing("write", &config)?;
        let child = Command::new(&program)
            .arg("-p")
            .arg(&place)
            .arg("-c")
            .arg(&config)
            .args(["-e", "stderr"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .doing("start", &program)?;
        let nginx = Self { child, port };
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if start.elapsed() > PATIENCE {
                return Err(Fault::Broken("nginx does not listen".to_owned()));
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(nginx)
    }
}

/// Our configuration in a `server` block of a whole one.
fn whole_config(project: &Project, place: &Path, port: u16) -> Result<String> {
    let page = project.dist().join("index.html");
    let text = fs::read_to_string(&page).doing("read", &page)?;
    let root = format!("{}/", project.dist().display());
    let location = super::nginx(&root, &headers::policy_of(&text));
    let place = place.display();
    // nginx started by root would give its work to a user who may not read a checkout.
    let user = if setup::is_root() { "user root;" } else { "" };
    Ok(format!(
        "{user}
daemon off;
error_log stderr crit;
master_process off;
pid {place}/nginx.pid;
events {{ }}
http {{
    access_log off;
    client_body_temp_path {place}/body;
    proxy_temp_path {place}/proxy;
    fastcgi_temp_path {place}/fastcgi;
    uwsgi_temp_path {place}/uwsgi;
    scgi_temp_path {place}/scgi;
    server {{
        listen 127.0.0.1:{port};
{location}    }}
}}
"
    ))
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    let address = listener.and_then(|listener| listener.local_addr());
    Ok(address
        .doing("find a port on", "127.0.0.1".as_ref())?
        .port())
}

/// What a server said.
struct Answer {
    status: String,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Answer {
    fn from(port: u16, name: &str) -> Result<Self> {
        let place = PathBuf::from(format!("127.0.0.1:{port}"));
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).doing("reach", &place)?;
        let request =
            format!("GET {PATH}{name} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).doing("ask", &place)?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).doing("read from", &place)?;
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        let body = bytes.split_off(end.map_or(bytes.len(), |end| end.saturating_add(4)));
        let head = String::from_utf8_lossy(&bytes).into_owned();
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.get(9..12));
        let pairs = lines.filter_map(|line| line.split_once(": "));
        Ok(Self {
            status: status.unwrap_or_default().to_owned(),
            headers: pairs
                .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
                .collect(),
            body,
        })
    }

    /// What another server says differently.
    fn difference(&self, other: &Self) -> Option<String> {
        if self.status != other.status {
            return Some(format!("status {}, not {}", other.status, self.status));
        }
        if self.status != "200" {
            return None;
        }
        let differs = COMPARED
            .iter()
            .find(|name| self.headers.get(**name) != other.headers.get(**name));
        if let Some(name) = differs {
            let (wanted, found) = (self.headers.get(*name), other.headers.get(*name));
            return Some(format!("{name}: {found:?}, not {wanted:?}"));
        }
        (self.body != other.body).then(|| "other bytes".to_owned())
    }
}
