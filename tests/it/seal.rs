//! Sealing at the command line.

use std::fs;
use std::path::{Path, PathBuf};

use dossier::{Dossier, Evidence, Pledge};
use rulebook::StatementBy;

use crate::package::package;
use crate::support::{Zhicheng, engine, scratch};

const TODAY: &str = "2026-11-24";

/// The folder of a package: the dossier, and its files unpacked.
struct Folder(PathBuf);

impl Folder {
    /// What a package of the test beside holds, on the disk again.
    fn of(package: &Path, name: &str) -> Self {
        let folder = scratch(name);
        let unzip = std::process::Command::new("unzip")
            .arg("-q")
            .arg(package)
            .arg("-d")
            .arg(&folder)
            .status();
        assert!(unzip.unwrap().success());
        Self(folder)
    }

    fn dossier(&self) -> PathBuf {
        self.0.join("data").join("dossier.json")
    }

    fn files(&self) -> PathBuf {
        self.0.join("data").join("files")
    }

    fn out(&self) -> PathBuf {
        self.0.join("新的.zip")
    }

    /// The command without a pledge.
    fn seal(&self) -> Zhicheng {
        let run = Zhicheng::new("seal").args(["--today", TODAY, "--files"]);
        let run = run.arg(self.files()).arg("-o").arg(self.out());
        run.arg(self.dossier())
    }

    /// The command with a pledge but for some options.
    fn sealing(&self, without: &[&str]) -> Zhicheng {
        let mut said = vec![
            ("--pledge-name", "阿依古丽·买买提".to_owned()),
            ("--pledge-date", TODAY.to_owned()),
        ];
        // The order of the options does not matter.
        let own = statements().into_iter().rev();
        said.extend(own.map(|id| ("--pledge-statement", id)));
        let said = said
            .into_iter()
            .filter(|(option, value)| !without.contains(option) && !without.contains(&&**value));
        said.fold(self.seal(), |run, (option, value)| {
            run.arg(option).arg(value)
        })
    }
}

fn statements() -> Vec<String> {
    let statements = engine().book().statement.iter();
    let own = statements.filter(|statement| statement.by == StatementBy::Applicant);
    own.map(|statement| statement.id.clone()).collect()
}

#[test]
fn what_the_command_seals_is_what_the_application_seals_to_the_byte() {
    let package = package("sealed-by-crates");
    let folder = Folder::of(&package, "sealed-by-command");
    let outcome = folder.sealing(&[]).run().code(0);
    assert!(outcome.out.contains("校验通过，核对码"), "{outcome:#?}");
    assert_eq!(fs::read(folder.out()).unwrap(), fs::read(&package).unwrap());
    folder.sealing(&[]).run().code(1).says("没有覆盖它");
    // A pledge that is already there says the same, whole.
    fs::remove_file(folder.out()).unwrap();
    let given = folder.0.join("data").join("pledge.json");
    folder.seal().arg("--pledge").arg(given).run().code(0);
    assert_eq!(fs::read(folder.out()).unwrap(), fs::read(&package).unwrap());
}

#[test]
fn what_is_missing_of_a_pledge_is_named_and_nothing_is_written() {
    let folder = Folder::of(&package("seal-lacks-crates"), "seal-lacks");
    let outcome = folder.sealing(&["--pledge-name"]).run().code(2);
    outcome.says("缺少 --pledge-name；");
    let nothing = folder.seal().run().code(2);
    nothing.says("缺少 --pledge-name、--pledge-date、--pledge-statement；");
    let last = statements().pop().unwrap();
    let outcome = folder.sealing(&[&last]).run().code(1);
    outcome.says("（pledge-unconfirmed）");
    let outcome = folder
        .sealing(&[])
        .args(["--pledge-statement", "p99"])
        .run();
    outcome.code(1).says("“p99”");
    let given = folder.0.join("data").join("pledge.json");
    let twice = folder.sealing(&[]).arg("--pledge").arg(&given);
    twice.run().code(2).says("不能两样都给");
    let other = folder
        .sealing(&["--pledge-name"])
        .args(["--pledge-name", "张三"]);
    other.run().code(1).says("（pledge-other-name）");
    assert!(!folder.out().exists());
}

#[test]
fn what_is_missing_of_the_dossier_is_named_and_nothing_is_written() {
    let folder = Folder::of(&package("seal-absent-crates"), "seal-absent");
    let card = folder.files().join("identity_card").join("身份证.pdf");
    fs::remove_file(card).unwrap();
    let outcome = folder.sealing(&[]).run().code(1);
    let outcome = outcome.says("还不能封装").says("（file-absent）");
    assert!(outcome.err.contains("身份证.pdf"), "{outcome:#?}");
    assert!(!folder.out().exists());
}

#[test]
fn files_may_lie_in_several_folders_but_each_in_one() {
    let package = package("seal-folders-crates");
    let folder = Folder::of(&package, "seal-folders");
    let second = folder.0.join("second");
    fs::create_dir(&second).unwrap();
    fs::rename(folder.files().join("t1"), second.join("t1")).unwrap();
    let run = || folder.sealing(&[]).arg("--files").arg(&second).run();
    run().code(0);
    assert_eq!(fs::read(folder.out()).unwrap(), fs::read(&package).unwrap());
    fs::create_dir(folder.files().join("t1")).unwrap();
    let name = "工程师证书（扫描）.jpg";
    let (from, to) = (second.join("t1"), folder.files().join("t1"));
    fs::copy(from.join(name), to.join(name)).unwrap();
    run().code(1).says("只留一个");
}

#[test]
fn a_drawn_signature_goes_in_and_a_torn_one_is_refused() {
    let folder = Folder::of(&package("seal-signed-crates"), "seal-signed");
    let strokes = folder.0.join("签名.json");
    fs::write(&strokes, "[[10,20,30,40],[50,60]]").unwrap();
    let signed = || folder.sealing(&[]).arg("--pledge-signature").arg(&strokes);
    signed().run().code(0);
    let sealed = Folder::of(&folder.out(), "seal-signed-unpacked");
    let pledge = fs::read(sealed.0.join("data").join("pledge.json")).unwrap();
    let pledge = Pledge::from_json(&json::Json::parse(&pledge).unwrap()).unwrap();
    assert_eq!(pledge.signature[0].0, [(10, 20), (30, 40)]);
    fs::remove_file(folder.out()).unwrap();
    fs::write(&strokes, "[[10,20,30]]").unwrap();
    signed().run().code(1).says("签名.json");
}

#[test]
fn the_dossier_of_these_tests_names_files_and_papers() {
    let folder = Folder::of(&package("seal-names-crates"), "seal-names");
    let dossier = Dossier::read(&fs::read(folder.dossier()).unwrap()).unwrap();
    assert!(dossier.files().len() > 3);
    let papers = &dossier.records("certificates")[0].evidence;
    assert!(matches!(papers[0], Evidence::Paper(_)));
}
