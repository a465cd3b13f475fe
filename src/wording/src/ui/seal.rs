//! Texts of the evidence files, the pledge and the package screens.

mod obstacle;

pub use obstacle::obstacle_place;

use chrono::NaiveDate;
use package::name::NameFault;

use crate::finding;
use crate::number::{bytes, date, year_span};
use crate::plain::{quoted, shown};

/// Chooses files.
pub const CHOOSE_FILES: &str = "选择文件";
/// Chooses one file.
pub const CHOOSE_FILE: &str = "选择文件";
/// Beside the button that chooses files.
pub const OR_DROP: &str = "也可以把文件拖到这里";
/// Takes a file or a paper away.
pub const TAKE_AWAY: &str = "移除";
/// Stops reading or building.
pub const STOP: &str = "停止";
/// What happens to files, for who asks.
pub const FILES_STAY: &str = "文件只在这台设备上读取，不会上传，并且和草稿一起存在这个浏览器里。";

/// A paper original instead of a file.
pub const PAPER: &str = "只有纸质原件，没有电子文件";
/// The field for it.
pub const PAPER_LABEL: &str = "纸质原件的名称";
/// How to fill it in.
pub const PAPER_HELP: &str = "写清名称和份数，例如“验收意见原件 1 份”。递交材料时当面出示。";
/// Adds it.
pub const PAPER_ADD: &str = "记下这份原件";
/// Marks a paper original in the list.
pub const PAPER_MARK: &str = "纸质原件";

/// Why a file is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileRefusal {
    /// Its name cannot stand on every operating system.
    Name(NameFault),
    /// A file of this name is there already.
    SameName,
    /// A file of nearly this name is there already.
    Alike(String),
    /// The browser could not read it.
    Unreadable,
    /// The person stopped it.
    Cancelled,
}

/// Why a file is not taken, and what to do.
pub fn refused(file: &str, refusal: &FileRefusal) -> String {
    let file = quoted(file);
    match refusal {
        FileRefusal::Name(fault) => {
            format!("{file}没有加上：{}", finding::name_fault(*fault).whole())
        }
        FileRefusal::SameName => format!(
            "{file}没有加上：这里已经有一个同名的文件。要换成新的，先移除原来的；两个都要，请改个名字。"
        ),
        FileRefusal::Alike(other) => format!(
            "{file}没有加上：和已有的{}只有大小写不同，有的电脑会当成同一个文件。请改个名字再选一次。",
            quoted(other)
        ),
        FileRefusal::Unreadable => format!(
            "{file}没有加上：浏览器读不了它。可能是文件夹，或者文件被移走、正被别的程序改写。请确认后再选一次。"
        ),
        FileRefusal::Cancelled => format!("{file}没有加上：已按您的要求停止读取。"),
    }
}

/// How far reading a file is.
pub fn reading(file: &str, done: u64, size: u64) -> String {
    format!(
        "正在读取{}：{} / {}",
        quoted(file),
        bytes(done),
        bytes(size)
    )
}

/// Files were taken.
pub fn taken(count: usize) -> String {
    format!("已加上 {count} 个文件。")
}

/// A size whose bytes are not known.
pub const SIZE_UNKNOWN: &str = "大小未知";

/// Below the heading of the pledge.
pub const PLEDGE_INTRO: &str = "请先确认填写的内容，再逐条承诺，最后写上姓名。承诺以后只要改动任何一处，承诺就失效，要重新做一次。";
/// The heading above what is pledged.
pub const SUBJECT: &str = "这次承诺的内容";
/// What the code is.
pub const CODE_TEXT: &str = "下面的核对码由全部填写内容、规则书、年度和每个文件算出，改一个字就会变。打印的申报表上有同样的核对码，收材料的人可以拿来核对。";
/// To the check screen.
pub const LOOK_AGAIN: &str = "再看一遍填写的内容";
/// The season.
pub const SEASON: &str = "申报年度";
/// The rule book.
pub const BOOK: &str = "规则书";
/// The files of one paper of the application.
pub fn files_of(paper: &str) -> String {
    ["证明材料：", paper].concat()
}

/// The files.
pub const FILES: &str = "证明材料";
/// The heading of the statements.
pub const STATEMENTS: &str = "请逐条确认";
/// The heading of the consequences.
pub const CONSEQUENCES: &str = "承诺不实的后果";
/// The name field.
pub const NAME: &str = "承诺人姓名";
/// The signature.
pub const SIGNATURE: &str = "手写签名（可以不签）";
/// How to sign.
pub const SIGNATURE_HELP: &str =
    "用手指、触控笔或鼠标在框里签。不方便手写时不用签，上面写的姓名就够了。";
/// Takes the signature away.
pub const SIGNATURE_CLEAR: &str = "清除签名";
/// Nothing is drawn.
pub const UNSIGNED: &str = "签名框，还没有签名";
/// Something is drawn.
pub const SIGNED: &str = "签名框，已有签名";
/// Gives the pledge.
pub const GIVE: &str = "我承诺";
/// Withdraws it.
pub const WITHDRAW: &str = "撤回承诺";
/// The pledge is void.
pub const PLEDGE_VOID: &str = "承诺之后内容有过改动，承诺已失效，请重新承诺。";

/// What is lacking before a pledge can be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PledgeLack {
    /// A statement is not confirmed.
    Statement {
        /// The statement.
        id: String,
        /// Which one it is on the screen, from one on.
        number: usize,
    },
    /// The dossier has no name.
    NoNameInDossier,
    /// No name is typed.
    NameMissing,
    /// Another name is typed than the dossier has.
    NameDiffers(String),
}

/// What is lacking, and what to do.
pub fn lack(lack: &PledgeLack) -> String {
    match lack {
        PledgeLack::Statement { number, .. } => format!("第 {number} 条还没有确认"),
        PledgeLack::NoNameInDossier => "申报信息里还没有填姓名，请先填好".to_owned(),
        PledgeLack::NameMissing => "请写上承诺人姓名".to_owned(),
        PledgeLack::NameDiffers(name) => {
            format!("承诺人姓名要和申报信息里的{}一致", quoted(name))
        }
    }
}

/// The heading above what is lacking.
pub fn lacks_title(count: usize) -> String {
    format!("还差 {count} 处，才能承诺")
}

/// How to type the name.
pub fn name_help(name: &str) -> String {
    if name.trim().is_empty() {
        return "申报信息里还没有填姓名。".to_owned();
    }
    format!(
        "请写本人姓名，要和申报信息里的{}一致。",
        quoted(name.trim())
    )
}

/// The day of the pledge.
pub fn pledge_date(today: NaiveDate) -> String {
    format!("承诺日期：{}（今天）", date(today))
}

/// A pledge that holds.
pub fn pledge_holds(name: &str, day: NaiveDate) -> String {
    format!(
        "{}已于{}承诺，内容没有再改动，承诺有效。",
        shown(name),
        date(day)
    )
}

/// A pledge that holds no more.
pub fn pledge_was(name: &str, day: NaiveDate) -> String {
    format!("上一次承诺：{}，{}。", shown(name), date(day))
}

/// What misconduct leads to: the year itself, `seasons` more, and the first possible one.
pub fn ban(year: i32, seasons: u32) -> String {
    let seasons = i32::try_from(seasons).unwrap_or(i32::MAX);
    let last = year.saturating_add(seasons);
    format!(
        "如果在 {year} 年被认定有违规行为：申报材料退回；{year} 年的评审资格取消，{}不能申报，最早要到 {} 年才能再申报；已经取得的资格也会取消，并公开通报。",
        year_span(year.saturating_add(1), last),
        last.saturating_add(1)
    )
}

/// The season with its cut-off day.
pub fn season(year: i32, cut_off: NaiveDate) -> String {
    format!("{year} 年，截止日 {}", date(cut_off))
}

/// The rule book with its version.
pub fn book(title: &str, version: &str) -> String {
    format!("{title}（版本 {version}）")
}

/// How many records.
pub fn records(count: usize) -> String {
    if count == 0 {
        return "没有".to_owned();
    }
    format!("{count} 条")
}

/// How many files, how large, and how many paper originals.
pub fn files(count: usize, size: u64, papers: usize) -> String {
    let files = match count {
        0 => "没有文件".to_owned(),
        _ => format!("{count} 个文件，共 {}", bytes(size)),
    };
    if papers == 0 {
        return files;
    }
    format!("{files}；纸质原件 {papers} 份")
}

/// Files whose bytes are not at hand.
pub fn files_not_at_hand(count: usize) -> String {
    format!(
        "有 {count} 个文件的内容不在手边（页面重新打开过），请先到相应的记录里再选一次，再来承诺。"
    )
}

/// Below the heading of the package screen.
pub const PACKAGE_INTRO: &str = "把填写内容、证明材料、承诺和申报表封成一个文件，交给单位。封好后程序会自己校验一遍，通过了才能下载。";
/// The heading above what is in the way.
pub const IN_THE_WAY: &str = "封装以前要做的";
/// The heading above what a portal may refuse.
pub const MAY_BE_REFUSED: &str = "可能被退回的地方（不影响封装）";
/// The heading above what only a person can see.
pub const SEE_YOURSELF: &str = "请自己再看一眼的";
/// How much only a person can see.
pub fn only_a_person_sees(count: usize) -> String {
    format!("还有 {count} 处程序看不出来，请自己再看一眼")
}
/// Which portal the files are held against.
pub const PORTAL: &str = "文件按哪个上传系统的限制检查";
/// Why it does not matter more.
pub const PORTAL_HELP: &str = "只影响下面的提醒，不影响封装，也不写进申报包。";
/// What the QR code says.
pub const QR_CODE: &str = "二维码，和打印件上的相同：核对码和完整的摘要，不含个人信息";
/// Makes the package.
pub const SEAL: &str = "封装申报包";
/// It is being made and checked.
pub const SEALING: &str = "正在封装，并逐个文件校验……";
/// It is made.
pub const SEALED: &str = "申报包已经封好，校验通过";
/// What that means.
pub const SEALED_TEXT: &str =
    "程序把封好的文件从头到尾重读了一遍：每个文件都在，一个字节也没有变，承诺和结论都对得上。";
/// The file's name.
pub const FILE_NAME: &str = "文件名";
/// The file's size.
pub const SIZE: &str = "大小";
/// What the code is for.
pub const CODE_KEEP: &str = "核对码（和申报表每页上的相同，请记下或拍照）：";
/// A file that proves something else already.
pub const REUSE: &str = "用已经选过的文件（一份证明可以用在几处）";
/// Downloads it.
pub const DOWNLOAD: &str = "下载申报包";
/// What to do afterwards.
pub const AFTERWARDS: &str = "下载以后";
/// Step by step.
pub const AFTERWARDS_STEPS: [&str; 4] = [
    "把文件存到自己的电脑或 U 盘，不要解压后改动。改动过的会校验不过。",
    "打印申报表（下面的按钮，或者包里的 data/report.html），本人签名。",
    "把申报包和纸质材料交给单位人事部门，由单位审核、公示。",
    "如果以后要改，回来改好，重新承诺，再封一次；旧的申报包就作废。",
];

/// The heading above printing.
pub const ON_PAPER: &str = "打印";
/// What is printed.
pub const PRINT_TEXT: &str =
    "按现在填的内容打印，和封进申报包的申报表一样。以后改了内容，核对码会变，要重新打印。";
/// The browser does not print the form.
pub const PRINT_CANNOT: &str =
    "这个浏览器不能从这里打印。请先封装，再打开包里的 data/report.html 打印。";

/// What can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// The whole form.
    Form,
    /// The self-score sheet alone.
    Score,
    /// The pledge alone.
    Pledge,
}

/// Prints it.
pub const fn print(what: Printed) -> &'static str {
    match what {
        Printed::Form => "打印申报表",
        Printed::Score => "打印自评分表",
        Printed::Pledge => "打印承诺书",
    }
}

/// Why no package was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SealFailure {
    /// The person stopped it.
    Stopped,
    /// Something changed meanwhile and it is not ready any more.
    NotReady,
    /// Files could not be read any more; their names.
    Unreadable(Vec<String>),
    /// The browser could not put the file together.
    NoRoom,
    /// What was made did not pass the check; what was found.
    Refused(String),
    /// The program's own book or names did not hold; what was found.
    Broken(String),
}

/// Why no package was made, and what to do.
pub fn seal_failed(why: &SealFailure) -> String {
    match why {
        SealFailure::Stopped => "已停止，没有生成申报包。填写的内容没有变。".to_owned(),
        SealFailure::NotReady => "刚才内容有变动，请按上面的清单再看一遍。".to_owned(),
        SealFailure::Unreadable(files) => {
            let files: Vec<String> = files.iter().map(|file| quoted(file)).collect();
            format!(
                "选好以后，有证明材料被移走或改动过，读不出来了：{}。请到相应的记录里移除后再选一次，然后重新承诺。",
                files.join("、")
            )
        }
        SealFailure::NoRoom => {
            "浏览器没有足够的空间生成文件。请关掉其他页面或清理磁盘后再试。".to_owned()
        }
        SealFailure::Refused(what) => format!(
            "封好的文件没有通过校验，所以不提供下载。请再试一次；如果仍然这样，请把这句话告诉技术支持：{what}"
        ),
        SealFailure::Broken(what) => {
            format!("程序出了问题，没有生成申报包。请把这句话告诉技术支持：{what}")
        }
    }
}

/// What is in the way is being looked at.
pub const LOOKING: &str = "正在核对……";
/// The worker's module did not come while the page loaded.
pub const WORKER_ABSENT: &str = "封装和核验用的程序部分没有取到。请检查网络，刷新本页再试；填写的内容已经保存，证明材料要再选一次。";
/// The worker has failed.
pub const WORKER_FAILED: &str = "封装和核验用的程序部分出错停下了，填写的内容没有变。请再试一次；如果仍然这样，请告诉技术支持。";
/// Writes the package to a place that the person chooses.
pub const TO_PLACE: &str = "直接存到指定的位置";
/// It is being written.
pub const WRITING: &str = "正在写入……";

/// How writing to a place ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteEnd {
    /// All of it is there.
    Whole,
    /// The person chose no place, or stopped.
    Stopped,
    /// The disk or the browser refused.
    Refused,
}

/// How writing to a place ended, and what to do.
pub const fn written(end: WriteEnd) -> &'static str {
    match end {
        WriteEnd::Whole => "已全部写好。",
        WriteEnd::Stopped => "没有写入，那里没有留下文件。",
        WriteEnd::Refused => {
            "没有写成，可能是空间不够或没有权限，那里没有留下文件。请换个位置再试，或者用“下载申报包”。"
        }
    }
}

/// How many things are in the way.
pub fn readiness(count: usize) -> String {
    if count == 0 {
        return "都准备好了，可以封装。".to_owned();
    }
    format!("还有 {count} 处没有准备好。点开就能去填，填好会回到这里。")
}

/// The obstacles of one screen.
pub fn group(screen: &str, count: usize) -> String {
    format!("{screen}（{count} 处）")
}

/// The name of the package's file.
pub fn package_file(name: &str, year: i32, code: &str) -> String {
    let usable = |c: &char| c.is_alphanumeric() || *c == '·';
    let name: String = name.chars().filter(usable).take(20).collect();
    if name.is_empty() {
        return format!("申报包-{year}-{code}.zip");
    }
    format!("申报包-{name}-{year}-{code}.zip")
}

/// Why a package was not opened again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReopenFailure {
    /// It is not one of our packages.
    NoPackage,
    /// The zip is damaged or unsafe; what was found.
    Container(String),
    /// The answers in it cannot be read.
    Dossier(dossier::ReadError),
    /// A file of evidence that the draft names is not in it as it was; its name.
    Lacks(String),
    /// The browser could not read the file.
    Unreadable,
    /// The browser could not keep the evidence.
    NoRoom,
    /// The person stopped it.
    Stopped,
}

/// Why a draft file or a package was not opened, and what to do.
pub fn reopen_failed(why: &ReopenFailure) -> String {
    let cause = match why {
        ReopenFailure::NoPackage => {
            "这个压缩包不是本程序存的草稿，也不是封好的申报包。请确认选对了文件。".to_owned()
        }
        ReopenFailure::Container(what) => format!("这个文件有问题：{what}"),
        ReopenFailure::Lacks(name) => format!(
            "证明材料{}缺失或被改动过。请找原来存下的那一份再试。",
            quoted(name)
        ),
        ReopenFailure::Dossier(error) => crate::fault::dossier_error(error).whole(),
        ReopenFailure::Unreadable => "浏览器读不了这个文件，可能已经移走。请再选一次。".to_owned(),
        ReopenFailure::NoRoom => {
            "浏览器没有足够的空间放证明材料。请关掉其他页面或清理磁盘后再试。".to_owned()
        }
        ReopenFailure::Stopped => "已停止读取。".to_owned(),
    };
    format!("文件没有打开，现在的内容没有变。{cause}")
}
