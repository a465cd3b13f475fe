//! What the server reads of a request: method, path and host (RFC 9112).

use std::io::BufRead;

use super::answer::Status;

/// Most bytes of a request's head.
const LONGEST: u64 = 16 * 1024;

/// A request that is well formed and meant for this machine.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// Whether only the head of the answer is wanted.
    pub(super) head_only: bool,
    /// The path in plain characters, from the first slash, without the query.
    pub(super) path: String,
}

impl Request {
    /// Reads the head of a request; a body is left alone.
    pub(super) fn read(reader: impl BufRead) -> Result<Self, Status> {
        let mut lines = reader.take(LONGEST).lines();
        let mut line = || lines.next().and_then(Result::ok).ok_or(Status::BadRequest);
        let first = line()?;
        let mut host = None;
        loop {
            let header = line()?;
            if header.is_empty() {
                break;
            }
            if let Some((name, value)) = header.split_once(':')
                && name.eq_ignore_ascii_case("host")
            {
                host = Some(value.trim().to_owned());
            }
        }
        // A page of another host that has its name point here is not let in.
        if !host.is_some_and(|host| is_this_machine(&host)) {
            return Err(Status::Forbidden);
        }
        Self::parse(&first)
    }

    fn parse(line: &str) -> Result<Self, Status> {
        let mut words = line.split(' ');
        let (method, target) = (words.next(), words.next());
        let head_only = match method {
            Some("GET") => false,
            Some("HEAD") => true,
            _ => return Err(Status::NotAllowed),
        };
        let path = target
            .and_then(|target| target.split(['?', '#']).next())
            .unwrap_or_default();
        let path = decoded(path)
            .filter(|path| path.starts_with('/'))
            .ok_or(Status::BadRequest)?;
        Ok(Self { head_only, path })
    }
}

fn is_this_machine(host: &str) -> bool {
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    matches!(name, "127.0.0.1" | "localhost")
}

/// Undoes percent-encoding (RFC 3986, section 2.1); none when it is broken or not UTF-8.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            let (high, low) = (digit(rest.next())?, digit(rest.next())?);
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Request, Status> {
        Request::read(text.as_bytes())
    }

    #[test]
    fn the_path_is_decoded_and_the_query_dropped() {
        let request =
            read("GET /%E8%AF%84/a.js?x=1 HTTP/1.1\r\nHost: localhost:8080\r\n\r\n").unwrap();
        assert_eq!(
            request,
            Request {
                head_only: false,
                path: "/评/a.js".to_owned()
            }
        );
    }

    #[test]
    fn another_host_is_refused() {
        assert_eq!(
            read("GET / HTTP/1.1\r\nHost: example.org\r\n\r\n"),
            Err(Status::Forbidden)
        );
        assert_eq!(read("GET / HTTP/1.1\r\n\r\n"), Err(Status::Forbidden));
    }

    #[test]
    fn what_is_broken_or_endless_is_refused() {
        assert_eq!(
            read("GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n"),
            Err(Status::BadRequest)
        );
        assert_eq!(
            read("POST / HTTP/1.1\r\nHost: localhost\r\n\r\n"),
            Err(Status::NotAllowed)
        );
        assert_eq!(
            read(&format!("GET /{} HTTP/1.1\r\n", "a".repeat(20_000))),
            Err(Status::BadRequest)
        );
    }
}
