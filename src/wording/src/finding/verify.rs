//! Findings of a verification.

use package::readiness;
use package::ro_crate::CrateFault;
use package::verify::{Difference, Finding, Layer, Place};
use rulebook::Book;

use super::{ASK_AGAIN, Told, obstacle, obstacle_place, pledge_fault};
use crate::fault::{dossier_error, json_error, pledge_error};
use crate::plain::{quoted, shown};
use crate::{Message, number};

/// A finding of a verification; the book is that of the package, where it could be read.
pub fn verified(book: Option<&Book>, finding: &Finding) -> Told {
    Told {
        code: finding.code(),
        severity: finding.severity(),
        place: place(book, &finding.place()),
        message: message(book, finding),
    }
}

/// What a layer looks at.
pub fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Container => "压缩包",
        Layer::Bag => "材料袋（每个文件都在、都没有改过）",
        Layer::Profile => "申报包的组成",
        Layer::Schema => "各部分的格式",
        Layer::Files => "证明文件",
        Layer::Readiness => "填写是否齐全",
        Layer::Pledge => "诚信承诺",
        Layer::Assessment => "重新计算的结论",
        Layer::Rules => "规则书和年度",
        Layer::Crate => "描述信息（RO-Crate）",
        Layer::Report => "打印件",
        Layer::Target => "退回预检",
        Layer::Paper => "与纸上的核对码对照",
    }
}

fn place(book: Option<&Book>, place: &Place) -> String {
    match place {
        Place::Package => "申报包".to_owned(),
        Place::Offset(offset) => format!("压缩包第 {offset} 字节处"),
        Place::File(path) => format!("文件{}", quoted(path)),
        Place::Line(path, line) => format!("文件{}第 {line} 行", quoted(path)),
        Place::Value(path, key) if key.is_empty() => format!("文件{}", quoted(path)),
        Place::Value(path, key) => format!("文件{}的{}", quoted(path), quoted(key)),
        Place::Dossier(place) => match book {
            Some(book) => obstacle_place(book, place),
            None => bare_place(place),
        },
    }
}

/// A place in a dossier whose book is not at hand.
fn bare_place(place: &readiness::Place) -> String {
    match place {
        readiness::Place::Answer(_) => "填写内容".to_owned(),
        readiness::Place::Material(id) => format!("材料 {}", shown(id)),
        readiness::Place::File { name, .. } => format!("文件{}", quoted(name)),
        readiness::Place::Whole => "整份申报材料".to_owned(),
        readiness::Place::Pledge => "诚信承诺".to_owned(),
    }
}

fn message(book: Option<&Book>, finding: &Finding) -> Message {
    match finding {
        Finding::Container(finding) => super::container(finding).message,
        Finding::Bag(finding) => super::bag(finding).message,
        Finding::NotReady(found) => sealed_anyway(book.map(|book| obstacle(book, found).message)),
        Finding::PledgeVoid(fault) => match book {
            Some(book) => pledge_fault(book, fault),
            None => Message::new("承诺不成立。", "请由申报人重新承诺、重新封装。"),
        },
        Finding::Crate(fault) => crate_fault(fault),
        Finding::Dossier(error) => dossier_error(error),
        Finding::Pledge(error) => pledge_error(error),
        Finding::NotJson { error, .. } => Message::new(
            format!("内容读不出来：{}", json_error(error).text),
            ASK_AGAIN,
        ),
        Finding::Folder(_)
        | Finding::Aside(_)
        | Finding::Lacking(_)
        | Finding::Unexpected(_)
        | Finding::Label(_)
        | Finding::Value { .. }
        | Finding::SealedLater(_)
        | Finding::OtherProgram(_)
        | Finding::FileAbsent { .. }
        | Finding::FileUnnamed(_) => composition(finding),
        Finding::TooLarge(_)
        | Finding::NotCanonical(_)
        | Finding::Book(_)
        | Finding::Engine(_)
        | Finding::Season(_) => part(finding),
        Finding::Assessment(_)
        | Finding::SeasonUnknown { .. }
        | Finding::BookUnknown { .. }
        | Finding::BookForeign(_) => conclusion(finding),
        Finding::CrateDiffers { difference, .. } => crate_differs(difference),
        Finding::Report { .. } | Finding::ReportActive(_) => printed(finding),
        Finding::Target(found) => match book {
            Some(book) => obstacle(book, found).message,
            None => Message::new("可能被退回。", "请核对后再提交。"),
        },
        Finding::TargetUnknown(id) => Message::new(
            format!("包里的规则书没有{}这个上传系统。", quoted(id)),
            "请换一个规则书里有的编号。",
        ),
        Finding::Paper(mismatch) => super::paper::mismatch(mismatch),
        Finding::NoSubject => super::paper::not_compared(),
    }
}

/// What a dossier lacks that was sealed all the same.
fn sealed_anyway(message: Option<Message>) -> Message {
    let text = message.map_or_else(|| "填写不齐全。".to_owned(), |message| message.text);
    Message::new(
        format!("按规则还不能封装：{text}"),
        "请申报人用程序打开、补齐后重新承诺、重新封装。",
    )
}

/// Which files and metadata there are.
fn composition(finding: &Finding) -> Message {
    match finding {
        Finding::Folder(name) => Message::new(
            format!(
                "整个申报包套在文件夹{}里，多半是解压后又压缩过。",
                quoted(name)
            ),
            "内容照样逐一核对，不用处理。",
        ),
        Finding::Aside(_) => Message::new(
            "这个文件在申报包之外，是别的系统压缩时加上的。",
            "已忽略，不用处理。",
        ),
        Finding::Lacking(_) => Message::new("申报包必有的文件不在。", ASK_AGAIN),
        Finding::Unexpected(_) => Message::new(
            "这个文件不是申报包里该有的，可能是后来放进去的。",
            ASK_AGAIN,
        ),
        Finding::Label(_) => Message::new("这一项没有、重复，或者写法不对。", ASK_AGAIN),
        Finding::Value { expected, .. } => Message::new(
            format!("这一项和填写内容对不上，应当是{}。", quoted(expected)),
            ASK_AGAIN,
        ),
        Finding::OtherProgram(agent) => Message::new(
            format!("封装它的不是这一版程序，而是{}。", quoted(agent)),
            "内容照样逐一核对，不用处理。",
        ),
        Finding::SealedLater(day) => Message::new(
            format!("封装日期是 {}，在今天以后。", number::date(*day)),
            "请核对这台设备和申报人设备的日期。",
        ),
        Finding::FileAbsent { holder, name } => Message::new(
            format!(
                "记录或材料 {} 提到的{}不在包里。",
                shown(holder),
                quoted(name)
            ),
            ASK_AGAIN,
        ),
        _ => Message::new(
            "没有任何记录或材料提到这个文件，它不在承诺范围内。",
            "不要采信这个文件；请让提交人说明。",
        ),
    }
}

/// Whether a part can be read.
fn part(finding: &Finding) -> Message {
    match finding {
        Finding::TooLarge(_) => Message::new("这一部分太大，没有读。", ASK_AGAIN),
        Finding::NotCanonical(_) => {
            Message::new("内容的写法不是程序写出来的样子，多半手工改过。", ASK_AGAIN)
        }
        Finding::Book(said) => Message::new(format!("规则书读不出来，{said}"), ASK_AGAIN),
        Finding::Engine(error) => Message::new(
            format!("规则书用不了：找不到{}。", quoted(&error.id)),
            ASK_AGAIN,
        ),
        _ => Message::new("年度文件读不出来。", ASK_AGAIN),
    }
}

/// Whether the conclusion holds, and on what it rests.
fn conclusion(finding: &Finding) -> Message {
    match finding {
        Finding::Assessment(difference) => {
            let (packed, reckoned) = both(difference);
            Message::new(
                format!(
                    "包里写的结论和重新计算的不一样：包里是{packed}，按包里的规则书算出来是{reckoned}。"
                ),
                "以重新计算的为准；请让申报人用程序重新封装。",
            )
        }
        Finding::SeasonUnknown { packed, known } => {
            let known = known.map_or_else(
                || "这里没有这个年度".to_owned(),
                |known| format!("这里是 {}", number::date(known)),
            );
            Message::new(
                format!(
                    "年度和这里的不一致：包里的截止日是 {}，{known}；或者依据不同。",
                    number::date(*packed)
                ),
                "请对照当年通知核对截止日。",
            )
        }
        Finding::BookUnknown { id, digest } => Message::new(
            format!(
                "包里的规则书{}不是这里认得的版本（SHA-256 {}）。",
                quoted(id),
                shown(digest)
            ),
            "结论按包里的规则书算出；请和现行规则书对照后再采信。",
        ),
        Finding::BookForeign(digest) => Message::new(
            format!(
                "包里的规则书不是这里认得的版本（SHA-256 {}），本程序只按自带的规则书核验，没有算出结论。",
                shown(digest)
            ),
            "请用命令行程序 zhicheng verify 核验，它能读任何规则书。",
        ),
        _ => Message::new("核对不上。", ASK_AGAIN),
    }
}

/// What the package says, and what it should say.
fn both(difference: &Difference) -> (String, String) {
    let said = |text: &Option<String>| {
        let text = text.as_deref();
        text.map_or_else(|| "没有这一项".to_owned(), quoted)
    };
    (said(&difference.packed), said(&difference.reckoned))
}

/// Metadata of the right files with other words.
fn crate_differs(difference: &Difference) -> Message {
    let (packed, reckoned) = both(difference);
    Message::new(
        format!("描述信息和重新生成的不一样：包里是{packed}，应当是{reckoned}。"),
        "以填写内容为准；请让申报人用程序重新封装。",
    )
}

/// What is wrong with the printable form.
fn printed(finding: &Finding) -> Message {
    match finding {
        Finding::ReportActive(_) => Message::new(
            "打印件里有能运行、能联网或能跳转的内容，不是本程序印出来的。",
            "不要打开它；需要时按数据重新打印一份。",
        ),
        Finding::Report {
            same_program: true, ..
        } => Message::new(
            "打印件从这一行起和按同样内容重新打印的不一样，多半改过。",
            "以数据为准，重新打印一份；请让申报人用程序重新封装。",
        ),
        _ => Message::new(
            "打印件从这一行起和这一版程序打印出来的不一样：可能是别的版本打印的，也可能改过。",
            "以数据为准；需要时重新打印一份来对照。",
        ),
    }
}

/// What is wrong with the metadata.
fn crate_fault(fault: &CrateFault) -> Message {
    let text = match fault {
        CrateFault::Graph => "描述信息没有 @graph，或者其中有的没有 @id。".to_owned(),
        CrateFault::Repeated(id) => format!("描述信息里{}出现了两次。", quoted(id)),
        CrateFault::Descriptor => "描述信息没有写明是 RO-Crate 1.1。".to_owned(),
        CrateFault::Root(property) => format!("描述信息缺少 {property}。"),
        CrateFault::NotDescribed(path) => format!("描述信息里没有{}。", quoted(path)),
        CrateFault::NotInPayload(path) => {
            format!("描述信息提到的{}不在包里。", quoted(path))
        }
        CrateFault::Size(path) => format!("描述信息写的大小和{}的实际大小不一样。", quoted(path)),
    };
    Message::new(text, ASK_AGAIN)
}
