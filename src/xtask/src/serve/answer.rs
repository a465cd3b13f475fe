//! What the server answers: a file of the site, or why not.

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::headers;
use super::request::Request;
use crate::fault::{Doing as _, Result};

/// The part of HTTP's status codes that a host of static files needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    Ok,
    BadRequest,
    Forbidden,
    NotFound,
    NotAllowed,
}

impl Status {
    fn line(self) -> &'static str {
        match self {
            Self::Ok => "200 OK",
            Self::BadRequest => "400 Bad Request",
            Self::Forbidden => "403 Forbidden",
            Self::NotFound => "404 Not Found",
            Self::NotAllowed => "405 Method Not Allowed",
        }
    }
}

/// The files of `dist/` and how they are served.
pub(super) struct Site {
    root: PathBuf,
    prefix: String,
    policy: String,
}

impl Site {
    /// Looks at the build; `prefix` is the path it is served under, with a slash at both ends.
    pub(super) fn read(dist: &Path, prefix: &str) -> Result<Self> {
        let root = dist.canonicalize().doing("find", dist)?;
        let page = root.join("index.html");
        let text = fs::read_to_string(&page).doing("read", &page)?;
        Ok(Self {
            root,
            prefix: prefix.to_owned(),
            policy: headers::policy_of(&text),
        })
    }

    /// The answer to a request.
    pub(super) fn answer(&self, request: &Request) -> Answer {
        let Some(path) = self.file(&request.path) else {
            return Answer::refusal(Status::NotFound);
        };
        let Ok(body) = fs::read(&path) else {
            return Answer::refusal(Status::NotFound);
        };
        let mut answer = Answer {
            status: Status::Ok,
            head: String::new(),
            length: body.len(),
            body,
        };
        if request.head_only {
            answer.body.clear();
        }
        answer.head = headers::for_file(&path, &self.policy);
        answer
    }

    /// The file that a path names, if it is inside of the site.
    fn file(&self, path: &str) -> Option<PathBuf> {
        let name = path.strip_prefix(&self.prefix)?;
        let name = if name.is_empty() { "index.html" } else { name };
        if name.contains(['\\', '\0', ':'])
            || !Path::new(name)
                .components()
                .all(|part| matches!(part, Component::Normal(_)))
        {
            return None;
        }
        // A link inside of the site that leads out of it is not followed either.
        let file = self.root.join(name).canonicalize().ok()?;
        (file.starts_with(&self.root) && file.is_file()).then_some(file)
    }
}

/// An answer about to be sent.
pub(super) struct Answer {
    status: Status,
    head: String,
    length: usize,
    body: Vec<u8>,
}

impl Answer {
    /// An answer without a file.
    pub(super) fn refusal(status: Status) -> Self {
        let body = format!("{}\n", status.line()).into_bytes();
        let head = "Content-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\n"
            .to_owned();
        Self {
            status,
            head,
            length: body.len(),
            body,
        }
    }

    /// The bytes to send.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        let Self {
            status,
            head,
            length,
            body,
        } = self;
        let line = status.line();
        let mut bytes = format!(
            "HTTP/1.1 {line}\r\n{head}Content-Length: {length}\r\nConnection: close\r\n\r\n"
        )
        .into_bytes();
        bytes.extend(body);
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .canonicalize()
            .unwrap();
        Site {
            root,
            prefix: "/sub/".to_owned(),
            policy: "default-src 'none'".to_owned(),
        }
    }

    fn status(path: &str) -> Status {
        site()
            .answer(&Request {
                head_only: false,
                path: path.to_owned(),
            })
            .status
    }

    #[test]
    fn a_file_is_served_under_the_prefix_alone() {
        assert_eq!(status("/sub/Cargo.toml"), Status::Ok);
        assert_eq!(status("/Cargo.toml"), Status::NotFound);
    }

    #[test]
    fn no_path_leads_out_of_the_site() {
        for path in [
            "/sub/../../Cargo.toml",
            "/sub//etc/passwd",
            "/sub/src/../../app",
            "/sub/..\\x",
            "/sub/src",
            "/sub/a\0",
        ] {
            assert_eq!(status(path), Status::NotFound, "{path}");
        }
    }

    #[test]
    fn a_head_request_gets_the_length_and_no_body() {
        let answer = site().answer(&Request {
            head_only: true,
            path: "/sub/Cargo.toml".to_owned(),
        });
        let text = String::from_utf8(answer.into_bytes()).unwrap();
        assert!(
            text.ends_with("\r\n\r\n") && !text.contains("Content-Length: 0\r\n"),
            "{text}"
        );
    }
}
