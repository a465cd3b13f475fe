//! `cargo xtask hosting nginx|apache`: what a host of the application has to send, as configuration of two servers.
//!
//! Both are written from the same table of headers that `cargo xtask serve` sends, and the test starts nginx with its
//! own and compares every answer.

mod check;

use std::fmt::Write as _;
use std::fs;

use crate::fault::{Doing as _, Fault, Result};
use crate::project::Project;
use crate::serve::headers::{self, ALWAYS, KEPT, RENEWED};

pub(crate) use check::check;

/// The path under which the configurations put the application.
const PATH: &str = "/zhicheng/";

/// Where they expect the files of `dist/`.
const ROOT: &str = "/srv/zhicheng/";

/// Names of files that never change, as a regular expression; as `serve::headers` knows them.
const HASHED: &str = "[-_.][0-9a-f]{14,16}[-_.]";

/// Prints the configuration for one server.
pub(crate) fn command(project: &Project, args: &[String]) -> Result<()> {
    let page = project.root().join("index.html");
    let text = fs::read_to_string(&page).doing("read", &page)?;
    let policy = headers::policy_of(&text);
    let written = match args {
        [server] if server == "nginx" => nginx(ROOT, &policy),
        [server] if server == "apache" => apache(ROOT, &policy),
        _ => return Err(Fault::Usage("hosting wants `nginx` or `apache`".to_owned())),
    };
    print!("{written}");
    Ok(())
}

/// For a `server` block of nginx.
fn nginx(root: &str, policy: &str) -> String {
    let mut types = String::new();
    for (extension, media_type) in headers::TYPES {
        let media_type = bare(media_type);
        // Writing to a string cannot fail.
        let _ = writeln!(types, "        {media_type} {extension};");
    }
    let mut added = String::new();
    for (name, value) in with_policy(policy) {
        let _ = writeln!(added, "    add_header {name} \"{value}\" always;");
    }
    format!(
        "# The application on nginx: to be included in a `server` block that serves HTTPS.
# The files of dist/ lie in {root}; compress them ahead with gzip or brotli where the modules are at hand.
location {PATH} {{
    alias {root};
    index index.html;
    types {{
{types}    }}
    default_type application/octet-stream;
    charset utf-8;
    charset_types text/css text/javascript text/plain;
    gzip on;
    gzip_types text/css text/javascript application/wasm application/manifest+json image/svg+xml;
    set $caching \"{RENEWED}\";
    if ($uri ~ \"{HASHED}\") {{
        set $caching \"{KEPT}\";
    }}
    add_header Cache-Control $caching always;
{added}}}
"
    )
}

/// For a virtual host of Apache httpd, with the modules alias, headers, mime and deflate.
fn apache(root: &str, policy: &str) -> String {
    let mut types = String::new();
    for (extension, media_type) in headers::TYPES {
        let _ = writeln!(types, "    AddType \"{media_type}\" .{extension}");
    }
    let mut added = String::new();
    for (name, value) in with_policy(policy) {
        let _ = writeln!(added, "    Header always set {name} \"{value}\"");
    }
    format!(
        "# The application on Apache httpd: to be included in a virtual host that serves HTTPS.
# The files of dist/ lie in {root}. Modules: alias, headers, mime, dir, filter, deflate.
Alias \"{PATH}\" \"{root}\"
<Directory \"{root}\">
    Require all granted
    Options None
    AllowOverride None
    DirectoryIndex index.html
{types}    AddOutputFilterByType DEFLATE text/html text/css text/javascript application/wasm image/svg+xml
    Header always set Cache-Control \"{RENEWED}\"
{added}    <FilesMatch \"{HASHED}\">
        Header always set Cache-Control \"{KEPT}\"
    </FilesMatch>
</Directory>
"
    )
}

fn with_policy(policy: &str) -> impl Iterator<Item = (&'static str, &str)> {
    std::iter::once(("Content-Security-Policy", policy)).chain(ALWAYS)
}

/// A media type without its parameters.
fn bare(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or(media_type)
}
