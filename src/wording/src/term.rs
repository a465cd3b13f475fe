//! One word or two for each value of a closed set.

use assess::{EntryKind, Severity, Verdict};
use package::look::FileKind;
use rulebook::{Actor, Authority, ClauseKind, Period, Provider, StatementBy};

/// A verdict.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "满足",
        Verdict::NotMet => "不满足",
        Verdict::Open => "待定",
    }
}

/// An authority class, in full.
pub fn authority(authority: Authority) -> &'static str {
    match authority {
        Authority::Plan => "方案原文",
        Authority::National => "国家规定",
        Authority::Reference => "参考（他处规定）",
        Authority::Model => "示例，待主管部门确认",
    }
}

/// An authority class in two characters, where it is explained elsewhere.
pub fn authority_short(authority: Authority) -> &'static str {
    match authority {
        Authority::Plan => "方案",
        Authority::National => "国家",
        Authority::Reference => "参考",
        Authority::Model => "示例",
    }
}

/// What an entry of a book is.
pub fn entry_kind(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Clause => "条款",
        EntryKind::Date => "日期",
        EntryKind::Window => "统计期",
        EntryKind::Route => "渠道",
        EntryKind::Line => "规定分值",
        EntryKind::Block => "赋分大类",
        EntryKind::Row => "赋分项",
        EntryKind::Factor => "系数",
    }
}

/// What a clause is.
pub fn clause_kind(kind: ClauseKind) -> &'static str {
    match kind {
        ClauseKind::Gate => "门槛",
        ClauseKind::Condition => "条件",
        ClauseKind::Landmark => "标志性成果",
        ClauseKind::Requirement => "渠道要求",
        ClauseKind::Element => "分项",
    }
}

/// How grave a problem is.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "提示",
        Severity::Refused => "需要改正",
    }
}

/// Who brings a paper.
pub fn provider(provider: Provider) -> &'static str {
    match provider {
        Provider::Product => "本程序生成",
        Provider::Applicant => "申报人提供",
        Provider::Employer => "单位补充",
    }
}

/// Who makes a statement.
pub fn statement_by(by: StatementBy) -> &'static str {
    match by {
        StatementBy::Applicant => "申报人承诺",
        StatementBy::Employer => "单位审核意见",
    }
}

/// Whose turn a step is.
pub fn actor(actor: Actor) -> &'static str {
    match actor {
        Actor::Applicant => "申报人",
        Actor::Employer => "用人单位",
        Actor::Department => "审核部门",
        Actor::Office => "评审委员会办公室",
        Actor::Committee => "评审委员会",
    }
}

/// A period in working days.
pub fn period(period: Period) -> String {
    match period {
        Period::AtLeast(days) => format!("不少于 {days} 个工作日"),
        Period::Ahead(days) => format!("至少提前 {days} 个工作日"),
    }
}

/// What a file is by its bytes.
pub fn file_kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "PDF 文档",
        FileKind::Jpeg => "JPG 图片",
        FileKind::Png => "PNG 图片",
        FileKind::Ofd => "OFD 文档",
        FileKind::Docx => "Word 文档（docx）",
        FileKind::Xlsx => "表格（xlsx）",
        FileKind::Pptx => "演示文稿（pptx）",
        FileKind::Zip => "压缩包（zip）",
        FileKind::Compound => "旧格式的 Office 或 WPS 文档",
        FileKind::Tiff => "TIFF 图片",
        FileKind::Gif => "GIF 图片",
        FileKind::Bmp => "BMP 图片",
        FileKind::Webp => "WebP 图片",
        FileKind::Heic => "手机照片（HEIC）",
        FileKind::Mp4 => "视频",
        FileKind::Program => "可执行程序",
        FileKind::Html => "网页",
        FileKind::Text => "文字",
        FileKind::Unknown => "认不出的格式",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_authority_classes_have_the_names_laid_down() {
        let names = [
            Authority::Plan,
            Authority::National,
            Authority::Reference,
            Authority::Model,
        ]
        .map(authority);
        assert_eq!(
            names,
            [
                "方案原文",
                "国家规定",
                "参考（他处规定）",
                "示例，待主管部门确认"
            ]
        );
    }

    #[test]
    fn periods_tell_their_days() {
        assert_eq!(period(Period::AtLeast(5)), "不少于 5 个工作日");
        assert_eq!(period(Period::Ahead(10)), "至少提前 10 个工作日");
    }
}
