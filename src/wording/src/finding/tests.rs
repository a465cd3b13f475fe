//! Every finding has a sentence with its data in it.

use package::bag::{self, Algorithm, Oxum, Version};
use package::container::{self, Field, Trace};
use package::look::FileKind;
use package::name::{ClashKind, NameFault};
use package::pledge::PledgeFault;
use package::readiness::{Obstacle, ObstacleKind, Place};

use super::{Told, clash, name_fault, obstacle, pledge_fault};
use crate::{Message, sample};

fn is_told(message: &Message, says: &str) {
    let whole = message.whole();
    assert!(message.text.contains(says), "{says}: {whole}");
    assert!(
        message.text.ends_with('。') && message.remedy.ends_with('。'),
        "{whole}"
    );
}

pub(super) fn line_is_told(told: &Told, says: &str) {
    is_told(&told.message, says);
    assert!(told.line().contains(told.code) && !told.place.is_empty());
}

#[test]
fn every_name_fault_says_what_is_wrong() {
    for (fault, says) in [
        (NameFault::Empty, "空"),
        (NameFault::Absolute, "斜线"),
        (NameFault::Climbing, ".."),
        (NameFault::Home, "~"),
        (NameFault::Backslash, "反斜线"),
        (NameFault::Control('\u{7}'), "U+0007"),
        (NameFault::Forbidden('?'), "“?”"),
        (NameFault::Hidden('\u{202e}'), "U+202E"),
        (NameFault::TrailingDotOrSpace, "空格"),
        (NameFault::Device, "设备"),
        (NameFault::SegmentTooLong, "255"),
        (NameFault::PathTooLong, "1024"),
        (NameFault::TooDeep, "32"),
    ] {
        is_told(&name_fault(fault), says);
    }
    for kind in [
        ClashKind::Duplicate,
        ClashKind::Alike,
        ClashKind::FileAsFolder,
    ] {
        is_told(&clash(kind, "“乙.pdf”"), "“乙.pdf”");
    }
}

#[test]
fn every_container_fault_says_what_is_wrong() {
    use container::Fault;
    let faults = [
        (Fault::NotAnArchive, "不是完整的"),
        (Fault::TrailingBytes(3), "3 个"),
        (Fault::LeadingBytes(4), "4 个"),
        (Fault::Gap(5), "5 个"),
        (Fault::Overlap, "重叠"),
        (Fault::Comment, "注释"),
        (Fault::MultiDisk, "分卷"),
        (Fault::Zip64, "zip64"),
        (Fault::TooManyEntries(10_001), "10001"),
        (Fault::DirectoryTooLarge(1536), "1.5 KB"),
        (Fault::TooLarge(1536), "1.5 KB"),
        (Fault::TooDense(900), "900"),
        (Fault::Directory, "目录"),
        (Fault::LocalHeader, "开头"),
        (Fault::Disagreement(Field::Flags), "标志"),
        (Fault::Disagreement(Field::Method), "压缩方法"),
        (Fault::Disagreement(Field::Crc), "校验值"),
        (Fault::Disagreement(Field::Compressed), "压缩后大小"),
        (Fault::Disagreement(Field::Size), "大小"),
        (Fault::Disagreement(Field::Name), "文件名"),
        (Fault::Name(NameFault::Device), "设备"),
        (Fault::NameEncoding, "编码"),
        (Fault::NameTwice, "两个"),
        (Fault::Clash(ClashKind::Duplicate, 1), "第 2 个条目"),
        (Fault::Link, "链接"),
        (Fault::SpecialFile, "特殊"),
        (Fault::FolderUnclear, "文件夹"),
        (Fault::Encrypted, "加了密"),
        (Fault::Method(12), "12"),
        (Fault::Flags(0x40), "0x0040"),
        (Fault::Version(63), "6.3"),
        (Fault::Extra, "附加"),
        (Fault::StoredSizes, "大小"),
        (Fault::Descriptor, "说明"),
        (Fault::Crc, "CRC-32"),
        (Fault::LessData, "短"),
        (Fault::MoreData, "长"),
        (Fault::Deflate, "解不开"),
        (Fault::Omitted(7), "7 处"),
    ];
    for (fault, says) in faults {
        let place = container::Place::Entry {
            index: 0,
            name: "甲.pdf".to_owned(),
        };
        let told = super::container(&container::Finding { place, fault });
        line_is_told(&told, says);
        assert!(told.place.contains("第 1 个条目“甲.pdf”"));
    }
    for trace in [
        Trace::Deflate,
        Trace::Order,
        Trace::Folder,
        Trace::Time,
        Trace::Attributes,
        Trace::Flags,
        Trace::Extra,
        Trace::Zip64,
        Trace::NotNormalised,
        Trace::Recoded,
    ] {
        let (place, fault) = (container::Place::Archive, Fault::Rewritten(trace));
        let told = super::container(&container::Finding { place, fault });
        line_is_told(&told, "重新打包过");
        assert!(told.line().starts_with("[说明] 压缩包："));
    }
}

#[test]
fn every_bag_fault_says_what_is_wrong() {
    use bag::Fault;
    let path = || "data/甲.pdf".to_owned();
    let oxum = |files| Oxum { bytes: 1536, files };
    let faults = [
        (Fault::NoDeclaration, "bagit.txt"),
        (Fault::Declaration, "两行"),
        (
            Fault::UnsupportedVersion(Version { major: 2, minor: 0 }),
            "2.0",
        ),
        (Fault::UnsupportedEncoding("GBK".to_owned()), "GBK"),
        (Fault::NoPayloadFolder, "data"),
        (Fault::NoManifest, "清单"),
        (Fault::UnknownAlgorithm, "算法"),
        (Fault::NotVerified(Algorithm::Sha512), "sha512"),
        (Fault::BrokenAlgorithms, "md5"),
        (Fault::ByteOrderMark, "BOM"),
        (Fault::NotUtf8, "UTF-8"),
        (Fault::NotInEncoding("GBK".to_owned()), "GBK"),
        (Fault::Unterminated, "换行符"),
        (Fault::DeclarationUnterminated, "换行符"),
        (Fault::Foreign(bag::Foreign::Asterisk), "星号"),
        (Fault::Foreign(bag::Foreign::NotListedAnywhere), "没有一份"),
        (Fault::Foreign(bag::Foreign::Link), "链接"),
        (Fault::Foreign(bag::Foreign::SpecialFile), "管道"),
        (Fault::Foreign(bag::Foreign::NameEncoding), "Unicode"),
        (Fault::Foreign(bag::Foreign::LongPath), "255"),
        (Fault::ManifestLine, "校验值"),
        (Fault::ChecksumLength(Algorithm::Md5), "md5"),
        (Fault::Percent, "%25"),
        (Fault::ListedTwice(path()), "“data/甲.pdf”"),
        (Fault::OutsidePayload(path()), "“data/甲.pdf”"),
        (Fault::PayloadInTagManifest(path()), "“data/甲.pdf”"),
        (Fault::TagManifestListed(path()), "“data/甲.pdf”"),
        (Fault::ManifestNotListed(path()), "“data/甲.pdf”"),
        (Fault::TagNotListed(path()), "“data/甲.pdf”"),
        (Fault::NotListed(path()), "“data/甲.pdf”"),
        (
            Fault::Missing {
                path: path(),
                fetchable: false,
            },
            "“data/甲.pdf”",
        ),
        (
            Fault::Missing {
                path: path(),
                fetchable: true,
            },
            "“data/甲.pdf”",
        ),
        (
            Fault::Checksum {
                path: path(),
                algorithm: Algorithm::Sha256,
            },
            "sha256",
        ),
        (Fault::Normalisation(path()), "“data/甲.pdf”"),
        (Fault::NoTagManifest, "标签清单"),
        (Fault::InfoLine, "名称"),
        (Fault::InfoBlank, "空行"),
        (Fault::OxumForm, "Payload-Oxum"),
        (Fault::OxumRepeated, "Payload-Oxum"),
        (
            Fault::Oxum {
                declared: oxum(3),
                found: oxum(4),
            },
            "4 个文件",
        ),
        (Fault::BaggingDate, "Bagging-Date"),
        (Fault::FetchLine, "地址"),
        (Fault::FetchOutside(path()), "“data/甲.pdf”"),
        (
            Fault::FetchNotListed {
                path: path(),
                manifest: "m".to_owned(),
            },
            "“m”",
        ),
        (Fault::Name(NameFault::Home), "~"),
        (Fault::Clash(ClashKind::Alike, path()), "“data/甲.pdf”"),
        (Fault::TooLong, "太长"),
        (Fault::Omitted(7), "7 处"),
    ];
    for (fault, says) in faults {
        let place = bag::Place::Line("manifest-sha256.txt".to_owned(), 3);
        let told = super::bag(&bag::Finding { place, fault });
        line_is_told(&told, says);
        assert!(told.place.contains("“manifest-sha256.txt”第 3 行"));
    }
}

#[test]
fn every_pledge_fault_says_what_is_wrong() {
    let book = sample::book();
    for (fault, says) in [
        (PledgeFault::OtherContent, "改动"),
        (PledgeFault::Unconfirmed("true".to_owned()), "材料真实。"),
        (
            PledgeFault::OtherName {
                typed: "李四".to_owned(),
            },
            "“李四”",
        ),
        (
            PledgeFault::Future(sample::day("2027-01-02")),
            "2027年1月2日",
        ),
    ] {
        is_told(&pledge_fault(&book, &fault), says);
    }
}

#[test]
fn every_obstacle_says_where_and_what_to_do() {
    let book = sample::book();
    let other = || ("a3".to_owned(), "乙.pdf".to_owned());
    let (holder, name) = other();
    let twice = ObstacleKind::FileTwice { holder, name };
    let (holder, name) = other();
    let kind = ClashKind::Alike;
    let years = |have| ObstacleKind::YearsShort { need: 5, have };
    let kinds = [
        (ObstacleKind::OtherBook("x".to_owned()), "“x”"),
        (ObstacleKind::OtherSeason(2025), "2025 年度"),
        (ObstacleKind::Refused(assess::ProblemKind::NotWhole), "整数"),
        (ObstacleKind::Unanswered, "必填"),
        (ObstacleKind::ListOpen, "完整"),
        (ObstacleKind::NoEvidence, "证明"),
        (ObstacleKind::NoMaterial, "缺少"),
        (ObstacleKind::FileAbsent, "不在手边"),
        (ObstacleKind::FileUnnamed, "提到"),
        (ObstacleKind::FileName(NameFault::Forbidden('?')), "“?”"),
        (ObstacleKind::FileNotNormalised, "NFC"),
        (
            ObstacleKind::FileClash { kind, holder, name },
            "记录 a3的文件“乙.pdf”",
        ),
        (ObstacleKind::TooManyFiles { limit: 9900 }, "9900"),
        (
            ObstacleKind::TooLargeForPackage { limit: 1 << 30 },
            "1.0 GB",
        ),
        (ObstacleKind::NoPledge, "承诺"),
        (ObstacleKind::PledgeVoid(PledgeFault::OtherContent), "改动"),
        (ObstacleKind::FileEmpty, "空"),
        (ObstacleKind::FileTooLarge { limit: 1 << 20 }, "1.0 MB"),
        (ObstacleKind::FileNameLong { limit: 80 }, "80"),
        (ObstacleKind::FileEnding, "格式"),
        (twice, "乙.pdf"),
        (ObstacleKind::FilesTooLarge { limit: 1 << 20 }, "1.0 MB"),
        (ObstacleKind::FileNameCharacter('#'), "“#”"),
        (ObstacleKind::FileKind(FileKind::Program), "程序"),
        (ObstacleKind::FileTruncated, "不完整"),
        (ObstacleKind::TooManyForPortal { limit: 300 }, "300"),
        (ObstacleKind::PaperNotBrought, "还没有附上"),
        (ObstacleKind::GateNotMet("G2".to_owned()), "门槛"),
        (ObstacleKind::YearFails(2024), "没有达到要求"),
        (ObstacleKind::OutsideWindow, "时间范围"),
        (ObstacleKind::ProofsNameApplicant, "您的名字"),
        (ObstacleKind::PapersAgree, "姓名、身份证号、单位"),
        (years(Some(3)), "只有 3 年"),
        (years(None), "起算"),
    ];
    for (kind, says) in kinds {
        let place = Place::Answer(assess::Place::Question("post_years".to_owned()));
        let told = obstacle(&book, &Obstacle { place, kind });
        line_is_told(&told, says);
        assert_eq!(told.place, "“岗位年限”");
    }
}

#[test]
fn a_year_that_falls_short_stands_in_the_place_where_the_list_has_no_record_of_it() {
    let book = sample::book();
    let told = |place| {
        let place = Place::Answer(place);
        let kind = ObstacleKind::YearFails(2024);
        obstacle(&book, &Obstacle { place, kind })
    };
    let list = told(assess::Place::List("achievements".to_owned()));
    assert!(list.place.ends_with("，2024 年度"), "{}", list.place);
    let record = told(assess::Place::Record {
        list: "achievements".to_owned(),
        record: "a1".to_owned(),
    });
    assert!(!record.place.contains("2024"), "{}", record.place);
    // Of many years it is said once: only the places differ.
    assert_eq!(list.message, record.message);
}

#[test]
fn an_obstacle_of_a_file_names_what_it_proves() {
    let book = sample::book();
    let place = |holder: &str| Place::File {
        holder: holder.to_owned(),
        name: "甲.pdf".to_owned(),
    };
    let said = |place: &Place| super::obstacle_place(&book, place);
    assert_eq!(said(&place("identity_card")), "材料“身份证”的文件“甲.pdf”");
    assert_eq!(said(&place("a3")), "记录 a3的文件“甲.pdf”");
    assert_eq!(
        said(&Place::Material("identity_card".to_owned())),
        "材料“身份证”"
    );
    assert_eq!(said(&Place::Pledge), "诚信承诺");
    assert_eq!(said(&Place::Whole), "整份申报材料");
}
