//! Texts of the screen of papers.

/// What the screen is for.
pub const TEXT: &str = "文件只在这台设备上读取，不上传。没有电子件的，写明纸质原件，到窗口出示。";
/// Above what must be there and is not.
pub const LACKING: &str = "必须有的，还差这些：";
/// Nothing that must be there is lacking.
pub const THERE: &str = "必须有的都附上了。";
/// Papers attached to the application as a whole.
pub const OWN: &str = "您在这里附上的";
/// Papers attached to records.
pub const OF_RECORDS: &str = "附在各条记录上的";
/// Papers of others.
pub const OF_OTHERS: &str = "不用您附，由程序生成或单位补上的";
/// To the records.
pub const TO_RECORDS: &str = "去这些记录附上";
/// There are no records that could be proved.
pub const NO_RECORDS: &str = "还没有记录";
/// All records are proved.
pub const ALL_PROVED: &str = "都附了";

/// Whether a paper must be there.
pub fn needed(needed: bool) -> &'static str {
    if needed {
        "必须有"
    } else {
        "按当年通知"
    }
}

/// A list of which so many records have no proof.
pub fn unproved(list: &str, count: usize) -> String {
    format!("{list}：{count} 条记录没有证明材料")
}

/// So many records have no proof.
pub fn lacking(count: usize) -> String {
    format!("差 {count} 条")
}

/// So many files and paper originals are attached.
pub fn attached(count: usize) -> String {
    format!("附了 {count} 份")
}
