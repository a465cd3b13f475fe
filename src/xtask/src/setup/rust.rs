//! The Rust part of the set-up: target, Trunk, wasm-bindgen, wasm-split.

use std::env;
use std::path::{Path, PathBuf};

use super::installing;
use crate::fault::{Fault, Result};
use crate::program::Program;
use crate::project::Project;

/// INVARIANT: within the range that Trunk.toml asks for.
const TRUNK: &str = "0.21.14";

/// INVARIANT: knows the version of `wasm_split_helpers` that `src/app/Cargo.toml` names.
const WASM_SPLIT: &str = "0.2.4";

/// Makes Trunk's install take a third of the time; its own speed does not matter here.
const QUICK_INSTALL: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];

/// Adds the wasm target, rustfmt and clippy to the pinned toolchain where they lack.
///
/// The file `rust-toolchain.toml` alone does not: it acts when the toolchain itself is installed.
pub(crate) fn toolchain() -> Result<()> {
    let Some(root) = toolchain_root() else {
        return Ok(());
    };
    let bin = |name: &str| {
        root.join("bin")
            .join(format!("{name}{}", env::consts::EXE_SUFFIX))
            .is_file()
    };
    if !root.join("lib/rustlib/wasm32-unknown-unknown/lib").is_dir() {
        println!("   adding the target wasm32-unknown-unknown");
        rustup(&["target", "add", "wasm32-unknown-unknown"])?;
    }
    if !(bin("cargo-fmt") && bin("cargo-clippy")) {
        println!("   adding rustfmt and clippy");
        rustup(&["component", "add", "rustfmt", "clippy"])?;
    }
    Ok(())
}

/// The `trunk` binary.
pub(crate) fn trunk(project: &Project) -> Result<PathBuf> {
    let tool = Tool {
        package: "trunk",
        binary: "trunk",
        version: TRUNK,
        features: &[],
        tells: true,
    };
    tool.ensure(project)
}

/// The folder of the wasm-bindgen commands, in the version that the application is built with.
pub(crate) fn wasm_bindgen(project: &Project) -> Result<PathBuf> {
    let version = project.locked_version("wasm-bindgen")?;
    let tool = Tool {
        package: "wasm-bindgen-cli",
        binary: "wasm-bindgen",
        version: &version,
        features: &[],
        tells: true,
    };
    let binary = tool.ensure(project)?;
    Ok(binary.parent().map_or_else(PathBuf::new, Path::to_path_buf))
}

/// The `wasm-split-cli` binary.
pub(crate) fn wasm_split(project: &Project) -> Result<PathBuf> {
    let tool = Tool {
        package: "wasm_split_cli_support",
        binary: "wasm-split-cli",
        version: WASM_SPLIT,
        features: &["--features", "build-binary"],
        tells: false,
    };
    tool.ensure(project)
}

/// A command from a package of the Rust registry.
struct Tool<'a> {
    package: &'a str,
    binary: &'a str,
    version: &'a str,
    /// What more Cargo is to be told to install it.
    features: &'a [&'a str],
    /// Whether the binary tells its version; where it does not, the folder that it was installed in has it.
    tells: bool,
}

impl Tool<'_> {
    fn ensure(&self, project: &Project) -> Result<PathBuf> {
        let folder = project.tool(self.binary, self.version);
        let binary = folder
            .join("bin")
            .join(format!("{}{}", self.binary, env::consts::EXE_SUFFIX));
        if self.is_right(&binary) {
            return Ok(binary);
        }
        let _lock = installing::lock(project)?;
        if !self.is_right(&binary) {
            self.install(&folder)?;
        }
        if self.is_right(&binary) {
            return Ok(binary);
        }
        Err(Fault::Broken(format!(
            "{} is not version {}",
            binary.display(),
            self.version
        )))
    }

    /// Whether the binary is there, and says of itself that it has the version.
    fn is_right(&self, binary: &Path) -> bool {
        if !self.tells {
            return binary.is_file();
        }
        let said = binary
            .is_file()
            .then(|| Program::new(binary).args(["--version"]).output());
        said.is_some_and(|said| said.is_ok_and(|said| said.split(' ').nth(1) == Some(self.version)))
    }

    /// Installs it with the dependencies that its authors tested, or, where the registry lacks one of those, with the
    /// newest that fit. (Trunk needs the former; wasm-bindgen 0.2.130 names one that a registry may lack.)
    fn install(&self, folder: &Path) -> Result<()> {
        println!(
            "   installing {} {}, once for this user; this takes some minutes",
            self.package, self.version
        );
        self.cargo_install(folder, &["--locked"])
            .or_else(|_| self.cargo_install(folder, &[]))
    }

    fn cargo_install(&self, folder: &Path, more: &[&str]) -> Result<()> {
        let mut cargo = Program::cargo()
            .args(["install", self.package, "--version", self.version])
            .args(self.features)
            .args(more)
            .args(["--force", "--root"])
            .args([folder])
            .dir(&env::temp_dir());
        for (name, value) in QUICK_INSTALL {
            cargo = cargo.env(name, value);
        }
        for name in [
            "CARGO_TARGET_DIR",
            "CARGO_BUILD_TARGET",
            "RUSTFLAGS",
            "CARGO_ENCODED_RUSTFLAGS",
        ] {
            cargo = cargo.without_env(name);
        }
        cargo.run()
    }
}

/// The toolchain that runs this, such as `~/.rustup/toolchains/1.95.0-…`; none where Cargo came without rustup.
fn toolchain_root() -> Option<PathBuf> {
    let cargo = PathBuf::from(env::var_os("CARGO")?);
    let root = cargo.parent()?.parent()?;
    root.join("lib/rustlib")
        .is_dir()
        .then(|| root.to_path_buf())
}

fn rustup(args: &[&str]) -> Result<()> {
    Program::new("rustup")
        .args(args)
        .run()
        .map_err(|fault| Fault::Missing {
            what: format!("the Rust toolchain lacks a part ({fault})"),
            remedy: format!("rustup {}", args.join(" ")),
        })
}
