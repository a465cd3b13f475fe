//! What the native command says of anyone's bag, before the findings.

use crate::bytes;

/// Whether it is valid, by which version, how large it is, how much was found.
pub fn bag(
    version: Option<&str>,
    (files, size): (usize, u64),
    (errors, warnings): (usize, usize),
) -> String {
    let verdict = match (errors, warnings) {
        (0, 0) => "有效：没有发现问题。".to_owned(),
        (0, _) => format!("有效：没有错误，另有 {warnings} 处提醒。"),
        (_, 0) => format!("无效：有 {errors} 处错误。"),
        _ => format!("无效：有 {errors} 处错误，另有 {warnings} 处提醒。"),
    };
    let version = version.map_or_else(
        || "版本不详".to_owned(),
        |version| format!("BagIt {version}"),
    );
    format!(
        "{verdict}\n  {version}；共 {files} 个文件，{}\n",
        bytes(size)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_and_warnings_are_counted_apart() {
        assert_eq!(
            bag(Some("0.97"), (3, 2048), (0, 0)),
            "有效：没有发现问题。\n  BagIt 0.97；共 3 个文件，2.0 KB\n"
        );
        assert!(
            bag(None, (0, 0), (0, 2)).starts_with("有效：没有错误，另有 2 处提醒。\n  版本不详")
        );
        assert!(bag(None, (0, 0), (1, 0)).starts_with("无效：有 1 处错误。"));
        assert!(bag(None, (0, 0), (1, 2)).starts_with("无效：有 1 处错误，另有 2 处提醒。"));
    }
}
