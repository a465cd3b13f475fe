//! Packages sealed to a receiver, and opened again.

use std::fs;
use std::path::{Path, PathBuf};

use crate::package::package;
use crate::support::{Zhicheng, scratch};

/// A pair of keys: the file of the secret one, and the public one.
fn keys(folder: &Path, name: &str) -> (PathBuf, String) {
    let file = folder.join(name);
    let told = Zhicheng::new("keygen").arg(&file).run().code(0).out;
    let public = told.split('：').nth(1).unwrap().lines().next().unwrap();
    (file, public.to_owned())
}

fn seal_to(public: &str, package: &Path) -> PathBuf {
    let run = Zhicheng::new("seal-to").args(["--to", public]).arg(package);
    run.run().code(0).prints("只有收件人");
    let mut sealed = package.as_os_str().to_owned();
    sealed.push(".age");
    sealed.into()
}

fn open(key: &Path, sealed: &Path, out: &Path) -> Zhicheng {
    let run = Zhicheng::new("open").arg("--key").arg(key);
    run.arg("-o").arg(out).arg(sealed)
}

#[test]
fn a_sealed_package_comes_out_as_it_went_in() {
    let package = package("sealed-to");
    let folder = package.parent().unwrap();
    let (key, public) = keys(folder, "部门.key");
    let sealed = seal_to(&public, &package);
    let bytes = fs::read(&sealed).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1\n"));
    let name = "阿依古丽".as_bytes();
    assert!(!bytes.windows(name.len()).any(|window| window == name));
    let out = folder.join("打开.zip");
    open(&key, &sealed, &out).run().code(0).prints("verify");
    assert_eq!(fs::read(&out).unwrap(), fs::read(&package).unwrap());
}

#[test]
fn a_sealed_package_opens_for_each_receiver_and_for_nobody_else() {
    let package = package("receivers");
    let folder = package.parent().unwrap();
    let (first, first_public) = keys(folder, "一.key");
    let (second, second_public) = keys(folder, "二.key");
    let (other, _) = keys(folder, "别人.key");
    let list = folder.join("公钥.txt");
    fs::write(
        &list,
        format!("# 两个部门\n{first_public}\n\n{second_public}\n"),
    )
    .unwrap();
    let sealed = seal_to(&list.to_string_lossy(), &package);
    for (index, key) in [first, second].iter().enumerate() {
        let out = folder.join(format!("{index}.zip"));
        open(key, &sealed, &out).run().code(0);
    }
    let out = folder.join("别人.zip");
    let outcome = open(&other, &sealed, &out).run().code(1);
    outcome.says("不是加密给这些密钥的");
    assert!(!out.exists());
}

#[test]
fn a_changed_or_cut_package_gives_nothing() {
    let package = package("cut");
    let folder = package.parent().unwrap();
    let (key, public) = keys(folder, "部门.key");
    let sealed = seal_to(&public, &package);
    let whole = fs::read(&sealed).unwrap();
    let out = folder.join("打开.zip");
    let refused = |bytes: &[u8]| {
        fs::write(&sealed, bytes).unwrap();
        let outcome = open(&key, &sealed, &out).run().code(1);
        assert!(!out.exists() && !folder.join("打开.zip.part").exists());
        outcome.err
    };
    let mut changed = whole.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    assert!(refused(&changed).contains("被改过"));
    let mut changed = whole.clone();
    let last = changed.len() - 1;
    changed[last] ^= 1;
    assert!(refused(&changed).contains("被改过"));
    assert!(refused(&whole[..whole.len() - 1]).contains("被改过"));
    assert!(refused(&whole[..middle]).contains("被改过"));
    assert!(refused(&whole[..50]).contains("不是加密的申报包"));
    assert!(refused(b"").contains("不是加密的申报包"));
    assert!(refused(b"PK\x03\x04").contains("zhicheng verify"));
}

#[test]
fn nothing_is_written_over_and_wrong_keys_are_named() {
    let package = package("over");
    let folder = package.parent().unwrap();
    let (key, public) = keys(folder, "部门.key");
    let again = Zhicheng::new("keygen").arg(&key).run().code(1);
    again.says("没有覆盖");
    let sealed = seal_to(&public, &package);
    let outcome = open(&key, &sealed, &package).run().code(1);
    outcome.says("没有覆盖");
    let run = |to: &str| {
        Zhicheng::new("seal-to")
            .args(["--to", to])
            .arg(&package)
            .run()
    };
    run("age1nonsense").code(1).says("不是公钥");
    run(&key.to_string_lossy()).code(1).says("这是密钥");
    let outcome = open(&package, &sealed, &folder.join("x")).run().code(1);
    outcome.says("不是密钥文件");
    Zhicheng::new("seal-to")
        .arg(&package)
        .run()
        .code(2)
        .says("--to");
    let renamed = scratch("renamed").join("没有结尾");
    fs::copy(&sealed, &renamed).unwrap();
    let run = Zhicheng::new("open").arg("--key").arg(&key).arg(&renamed);
    run.run().code(1).says("-o");
}
