//! `cargo xtask test`: each check and test as a named step.

use std::env;
use std::path::PathBuf;
use std::sync::OnceLock;

use crate::browser;
use crate::build;
use crate::fault::{Fault, Result};
use crate::hosting;
use crate::house;
use crate::program::Program;
use crate::project::Project;
use crate::setup::{self, TestTools};
use crate::size;
use crate::steps::{self, Step};

const WASM: &str = "wasm32-unknown-unknown";

const STEPS: &[Step<Context>] = &[
    Step {
        name: "fmt",
        about: "the source is formatted",
        after: &[],
        run: fmt,
    },
    Step {
        name: "house",
        about: "the rules of the house hold",
        after: &[],
        run: |context| house::check(&context.project),
    },
    Step {
        name: "clippy",
        about: "no lint complains, for this machine",
        after: &[],
        run: clippy,
    },
    Step {
        name: "clippy-wasm",
        about: "no lint complains, for the browser",
        after: &[],
        run: clippy_wasm,
    },
    Step {
        name: "native",
        about: "the tests on this machine",
        after: &[],
        run: native,
    },
    Step {
        name: "wasm",
        about: "the same results in WebAssembly, under Node",
        after: &[],
        run: wasm,
    },
    Step {
        name: "doc",
        about: "the documentation builds without a warning",
        after: &[],
        run: doc,
    },
    Step {
        name: "build",
        about: "the release application",
        after: &[],
        run: |context| build::build(&context.project, &context.tools()?.build),
    },
    Step {
        name: "size",
        about: "it is within its budgets",
        after: &["build"],
        run: |context| size::check(&context.project),
    },
    Step {
        name: "hosting",
        about: "nginx with our configuration sends what our server sends",
        after: &["build"],
        run: |context| {
            context.tools()?;
            hosting::check(&context.project)
        },
    },
    Step {
        name: "zhicheng",
        about: "the release command",
        after: &[],
        run: zhicheng,
    },
    Step {
        name: "oracle",
        about: "an independent second implementation decides the same",
        after: &["zhicheng"],
        run: oracle,
    },
    Step {
        name: "smt",
        about: "an SMT solver decides the same on partial answers",
        after: &["zhicheng"],
        run: smt,
    },
    Step {
        name: "schemas",
        about: "an independent validator accepts what is read and written",
        after: &["zhicheng"],
        run: schemas,
    },
    Step {
        name: "sheets",
        about: "rosters and results in XLSX by another reader and writer",
        after: &["zhicheng"],
        run: sheets,
    },
    Step {
        name: "spread",
        about: "many candidates in parts, merged as one run",
        after: &["zhicheng"],
        run: spread,
    },
    Step {
        name: "bags",
        about: "the bags of the vectors, before the validator in common use",
        after: &[],
        run: |context| checker(context, "bags.py", &[]),
    },
    Step {
        name: "package",
        about: "a sealed package, before the validators of the standards",
        after: &["zhicheng"],
        run: package,
    },
    Step {
        name: "paper",
        about: "the printed report, page by page as a PDF",
        after: &["zhicheng"],
        run: |context| {
            let chromium = context.tools()?.chromium.clone();
            checker(context, "paper.py", &[command_path(context), chromium])
        },
    },
    Step {
        name: "browser",
        about: "the release application in Chromium and Firefox",
        after: &["build", "zhicheng"],
        run: browser,
    },
];

/// Parses the options and runs the steps they ask for.
pub(crate) fn command(project: &Project, args: &[String]) -> Result<()> {
    let Some(wanted) = wanted(args)? else {
        for step in STEPS {
            println!("{:<12} {}", step.name, step.about);
        }
        return Ok(());
    };
    let context = Context {
        project: project.clone(),
        tools: OnceLock::new(),
    };
    steps::run_all(&wanted, &context)
}

/// The steps that the options ask for, or none to list them.
fn wanted(args: &[String]) -> Result<Option<Vec<&'static Step<Context>>>> {
    let (mut only, mut skip) = (Vec::new(), Vec::new());
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--list" => return Ok(None),
            "--only" => only.push(known(args.next())?),
            "--skip" => skip.push(known(args.next())?),
            other => return Err(Fault::Usage(format!("`{other}` was not expected"))),
        }
    }
    let is_wanted = |name| (only.is_empty() || only.contains(&name)) && !skip.contains(&name);
    Ok(Some(
        STEPS.iter().filter(|step| is_wanted(step.name)).collect(),
    ))
}

fn known(name: Option<&String>) -> Result<&'static str> {
    let name = name.map_or("", String::as_str);
    let step = STEPS.iter().find(|step| step.name == name);
    step.map(|step| step.name).ok_or_else(|| {
        Fault::Usage(format!(
            "there is no step `{name}`; `cargo xtask test --list` names them"
        ))
    })
}

/// What the steps share.
struct Context {
    project: Project,
    tools: OnceLock<TestTools>,
}

impl Context {
    /// The tools, set up by the first step that needs them.
    fn tools(&self) -> Result<&TestTools> {
        if let Some(tools) = self.tools.get() {
            return Ok(tools);
        }
        let tools = setup::for_tests(&self.project)?;
        Ok(self.tools.get_or_init(|| tools))
    }

    fn cargo(&self, args: &[&str]) -> Program {
        Program::cargo().args(args).dir(self.project.root())
    }
}

fn fmt(context: &Context) -> Result<()> {
    setup::toolchain()?;
    context.cargo(&["fmt", "--all", "--check"]).run()
}

fn clippy(context: &Context) -> Result<()> {
    setup::toolchain()?;
    context
        .cargo(&[
            "clippy",
            "--locked",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ])
        .run()
}

/// A crate that has no standard library in the browser, so that it cannot be compiled beside those which have one.
const ALONE: &str = "unpack";

fn clippy_wasm(context: &Context) -> Result<()> {
    setup::toolchain()?;
    let mut args = vec![
        "clippy",
        "--locked",
        "--target",
        WASM,
        "-p",
        "app",
        "-p",
        "office",
        "-p",
        "ui",
        "-p",
        "worker",
        "--features",
        "app/split",
    ];
    let pure = context.project.pure_crates()?;
    let pure = pure.iter().filter(|name| *name != ALONE);
    args.extend(pure.flat_map(|name| ["-p", name]));
    args.extend(["--", "-D", "warnings"]);
    context.cargo(&args).run()?;
    let alone = [
        "clippy", "--locked", "--target", WASM, "-p", ALONE, "--", "-D", "warnings",
    ];
    context.cargo(&alone).run()
}

fn native(context: &Context) -> Result<()> {
    setup::for_native_tests()?;
    context.cargo(&["test", "--locked", "--workspace"]).run()
}

fn wasm(context: &Context) -> Result<()> {
    let tools = context.tools()?;
    let runner = tools.build.bindgen.join(format!(
        "wasm-bindgen-test-runner{}",
        env::consts::EXE_SUFFIX
    ));
    context
        .cargo(&[
            "test",
            "--locked",
            "--target",
            WASM,
            "-p",
            "integration",
            "--test",
            "both",
        ])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .path_front(&tools.build.path_front())
        .run()
}

fn doc(context: &Context) -> Result<()> {
    let doc = context.cargo(&[
        "doc",
        "--locked",
        "--workspace",
        "--no-deps",
        "--document-private-items",
    ]);
    // Private items are documented, so a link to one leads somewhere.
    let flags = "-D warnings -A rustdoc::private-intra-doc-links";
    doc.env("RUSTDOCFLAGS", flags).run()
}

fn zhicheng(context: &Context) -> Result<()> {
    context
        .cargo(&["build", "--locked", "--release", "-p", "cli"])
        .run()
}

/// The release command.
fn command_path(context: &Context) -> PathBuf {
    context.project.command()
}

fn oracle(context: &Context) -> Result<()> {
    let tools = context.tools()?;
    let folder = context.project.root().join("tests").join("oracle");
    Program::new(&tools.python)
        .args(["-m", "unittest", "discover", "--start-directory", "."])
        .dir(&folder)
        .run()?;
    Program::new(&tools.python)
        .args([folder.join("compare.py"), command_path(context)])
        .args(["--n", "1500", "--partial", "100"])
        .dir(&folder)
        .run()
}

fn smt(context: &Context) -> Result<()> {
    let tools = context.tools()?;
    let script = context
        .project
        .root()
        .join("tests")
        .join("oracle")
        .join("smt.py");
    Program::new(&tools.python)
        .args([script, context.project.command()])
        .args(["--candidates", "300", "--books", "12", "--dossiers", "20"])
        .env("PYTHONPATH", &tools.python_packages)
        .dir(context.project.root())
        .run()
}

fn schemas(context: &Context) -> Result<()> {
    checker(context, "schemas.py", &[command_path(context)])?;
    checker(context, "season_calendar.py", &[command_path(context)])
}

fn sheets(context: &Context) -> Result<()> {
    checker(context, "sheets.py", &[command_path(context)])
}

fn spread(context: &Context) -> Result<()> {
    let engines = ["pool", "spark"].map(PathBuf::from);
    let args = std::iter::once(command_path(context)).chain(engines);
    checker(context, "spread.py", &args.collect::<Vec<_>>())
}

/// A test leaves the package, so that it is the one that the tests judge too.
fn package(context: &Context) -> Result<()> {
    let test = "package::a_package_is_left_for_the_checkers_from_outside";
    context
        .cargo(&["test", "--locked", "--quiet", "-p", "integration"])
        .args(["--test", "it", "--", "--exact", test])
        .run()?;
    let left = ["tmp", "for-checkers", "申报包.zip"];
    let left = context.project.target().join(PathBuf::from_iter(left));
    checker(context, "package.py", &[command_path(context), left])
}

/// Runs a checker from outside, by its script in `tests/`.
fn checker(context: &Context, script: &str, args: &[PathBuf]) -> Result<()> {
    let tools = context.tools()?;
    let folder = context.project.root().join("tests");
    Program::new(&tools.python)
        .args([folder.join(script)])
        .args(args)
        .env("PYTHONPATH", &tools.python_packages)
        .dir(&folder)
        .run()
}

fn browser(context: &Context) -> Result<()> {
    browser::run(&context.project, context.tools()?, &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(args: &[&str]) -> Vec<&'static str> {
        let args: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).collect();
        wanted(&args)
            .unwrap()
            .unwrap()
            .iter()
            .map(|step| step.name)
            .collect()
    }

    #[test]
    fn only_and_skip_choose_among_the_steps() {
        assert_eq!(names(&["--only", "doc", "--only", "fmt"]), ["fmt", "doc"]);
        assert!(!names(&["--skip", "doc"]).contains(&"doc"));
        assert!(wanted(&["--only".to_owned(), "nothing".to_owned()]).is_err());
    }
}
