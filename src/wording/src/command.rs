//! The words of the native command `zhicheng`.

use rulebook::Book;

/// The help text.
pub const HELP: &str = "\
zhicheng：职称自评的命令行工具。判断与网页版用同一套程序，不联网。

用法
  zhicheng assess [选项] 档案.json…      评估一份或多份档案；“-”表示从标准输入逐行读取；
                        .jsonl 每行一份，.csv 每行一人（列名是规则书里的问题）
      --season 年份     按哪一年度评审（缺省：档案中的年度，再缺省为今年）
      --book 路径       使用指定的规则书（编译后的 JSON，或 TOML 目录）
      --today 日期      以这一天为“今天”，格式 2026-11-24
      --json            每份档案输出一行 JSON
      --explain         逐条说明理由
      --brief           只给各级别、各途径的结论，每份一行 JSON，用于大批名单
  zhicheng precheck [选项] [--files 文件夹] 档案.json…
                        退回预检：封装以前逐项检查常见的退回原因；
                        附件放在“文件夹/记录编号/文件名”
      --target 编号     按规则书里哪个上传系统的限制（缺省：档案中选定的，再缺省为第一个）
      --season、--book、--today、--json  同 assess
  zhicheng seal [选项] [--files 文件夹]… --pledge-… 档案.json
                        封装申报包，和网页封装的逐字节相同；有错误时不封装，并指出是哪一处
      --pledge-name 姓名、--pledge-date 日期    承诺人和承诺的日期
      --pledge-statement 编号                   已确认的一条承诺；每一条都要写
      --pledge-signature 文件                   签名的笔画（JSON，格式同承诺文件），可以不写
      --pledge 文件     或者给出已有的承诺文件（zhicheng-pledge/1）
      -o 文件           申报包的名字（缺省：申报包-姓名-年度-核对码.zip）
      --target 编号、--season、--book、--today  同 precheck
  zhicheng verify [选项] 材料包.zip…      核验材料包，逐层指出第一处不符
      --code 核对码     和纸上的核对码（或扫出来的二维码文字）对照
      --target 编号     同 precheck；none 表示不按上传系统检查
      --book 路径、--today 日期、--json
  zhicheng screen [选项] 申报包、草稿、名单或文件夹…
                        批量核对：每人一行；同一个人、同一项成果、同一份证明出现两次的另外列出
      --json、--csv、--xlsx、--html   输出的样子（缺省：给人看的文字）；-o 文件
      --mapping 文件    名单的列名对应
      --brief           名单和草稿只给各级别、各渠道的结论（不算分、不找还差什么），用于大批名单；
                        和 --json、--csv 或缺省一起用
      --merge           输入是几次 --json 的结果，合成和一次跑完一样的结果
      --template        输出名单模板（xlsx）
      --season、--book、--today、--target  同 assess、verify
  zhicheng endorse 选项 -o 单位意见包.zip 申报包.zip
                        在申报包外面加上单位意见和公示证明；申报人的内容和承诺不动
      --yes 编号,… --no 编号,…        单位审核意见逐条表态（编号见规则书 pledge.toml）
      --recommend 或 --do-not-recommend
      --opened 日期 --place 地点 [--days 工作日数] [--objection 日期|内容|结果]
      --signatory 签署人 --date 日期
      --notice --contact 联系方式     只打印公示，可以写几个申报包
  zhicheng report [-o 文件] 材料包或档案  按数据重新打印申报材料（HTML），不打开包里带来的那一份
      --part score      只打印自评分表；pledge 只打印承诺书，whole 全部（缺省）
      --book 路径、--today 日期
  zhicheng calendar [-o 文件] 档案        交出材料以后的每一步，写成日历文件（iCalendar）
      --book 路径、--today 日期
  zhicheng keygen 密钥文件               生成一对密钥；公钥发给申报人，密钥文件自己留好
  zhicheng seal-to --to 公钥 [-o 文件] 材料包.zip…
                        加密给收件部门（age 格式）；公钥可以写多个，也可以写公钥文件
  zhicheng open --key 密钥文件 [-o 文件] 材料包.zip.age…
                        用密钥打开加密的材料包
  zhicheng bag validate [--json] 路径…   检查任何 BagIt 材料袋（RFC 8493 及 0.93 以来的草案），文件夹或 zip
  zhicheng book check [--counterexamples 目录] 路径…
                        检查规则书，错误注明文件、行和条目；能举出反例的，写成可以打开的档案
  zhicheng book diff [--dossiers 文件] [--json] 旧 新
                        两版规则书差在哪里，哪些人的结论会变；档案一行一份，不给就自己造
  zhicheng book build 路径 [-o 文件]     把 TOML 目录编译成一个 JSON
  zhicheng book test 目录…               运行规则书旁的案例表
  zhicheng schema [名称] [--book 路径]   输出公开的 JSON Schema

退出码
  0  全部完成，没有问题
  1  有输入不对：已指出是哪一份、哪里、怎么办，其余照常完成
  2  命令写错，什么也没有做
  3  无法写出结果
";

/// What `screen --brief` cannot give.
pub const SCREEN_BRIEF: &str =
    "--brief 只给结论，不能和 --xlsx、--html 一起用；请用 --csv 或 --json。";

/// Where to find help.
pub const HINT: &str = "运行 zhicheng help 查看用法。";
/// `book build` takes one book.
pub const ONE_BOOK: &str = "book build 一次只编译一本规则书。";
/// No input was named.
pub const NO_INPUT: &str = "没有写明要处理的文件。";

/// A command that is not known.
pub fn unknown_command(name: &str) -> String {
    format!("没有“{name}”这个命令。")
}

/// An argument that the parser refuses, in its words.
pub fn bad_argument(cause: &str) -> String {
    format!("参数有误：{cause}。")
}

/// Not a day.
pub fn not_a_day(text: &str) -> String {
    format!("“{text}”不是日期；请写成 2026-11-24 这样。")
}

/// A message at a place.
pub fn at(place: &str, message: &str) -> String {
    if place.is_empty() {
        return message.to_owned();
    }
    format!("{place}：{message}")
}

/// The name of a line of a stream.
pub fn line_of_stream(number: u64) -> String {
    format!("标准输入第 {number} 行")
}

/// The name of a row of a roster that has none of its own.
pub fn line_of_roster(line: u32) -> String {
    format!("第 {line} 行")
}

/// A file that cannot be read.
pub fn cannot_read(cause: &str) -> String {
    format!("无法读取（{cause}）；请检查路径和权限。")
}

/// A file that cannot be copied into another.
pub fn cannot_copy(cause: &str) -> String {
    format!("无法写入申报包（{cause}）；请检查文件、磁盘空间和权限。")
}

/// Output that cannot be written.
pub fn cannot_write(cause: &str) -> String {
    format!("无法写出结果（{cause}）；请检查磁盘空间和权限。")
}

/// What is kept for later, and found no room.
pub fn cannot_put_aside(folder: &str, cause: &str) -> String {
    format!(
        "临时文件写不了，{cause}；请在 {folder} 腾出空间，或用环境变量 TMPDIR（Windows：TMP）指定别的文件夹"
    )
}

/// An input that is too large.
pub fn too_large(most: u64) -> String {
    let most = crate::bytes(most);
    format!("超过 {most}，不是一份档案；请确认选对了文件。")
}

/// A folder with more files than are looked at.
pub fn too_many_files(most: usize) -> String {
    format!("文件多于 {most} 个，没有检查；请确认选对了文件夹。")
}

/// A text file that is not UTF-8.
pub fn not_utf8(name: &str) -> String {
    format!("{name} 不是 UTF-8 编码；请另存为 UTF-8。")
}

/// A book that is not at hand.
pub fn unknown_book(id: &str, known: &[&str]) -> String {
    let known = known.join("、");
    format!("没有“{id}”这本规则书；内置的有：{known}。用 --book 指定其他规则书。")
}

/// A year without a season.
pub fn no_such_season(year: i32) -> String {
    format!("没有 {year} 年度；请用 --season 指定年度。")
}

/// A book in which nothing is wrong.
pub fn book_is_sound(book: &Book) -> String {
    format!(
        "{} {}：没有发现错误。问题 {} 个，条款 {} 条，途径 {} 条。",
        book.id,
        book.version,
        book.question.len(),
        book.clause.len(),
        book.route.len()
    )
}

/// A book that was compiled.
pub fn book_is_built(out: &str, digest: &str) -> String {
    format!("已写出 {out}，摘要 {digest}")
}

/// A schema that is not known.
pub fn unknown_schema(name: &str, known: &[&str]) -> String {
    let known = known.join("、");
    format!("没有“{name}”这个 Schema；有：{known}。")
}

/// A case that came out otherwise.
pub fn case_differs(place: &str, expected: &str, found: &str) -> String {
    format!("{place}：应为{expected}，结果是{found}")
}

/// A case that earns points.
pub const POINTS: &str = "得分";

/// The head of the table of clause, rule and cases.
pub const COVERAGE_HEAD: &str = "条款、渠道或赋分项｜规则所在｜案例";
/// The score as a whole.
pub const TOTAL: &str = "自评总分";

/// What a route requires beside the gates.
pub fn beside_gates(route: &str, levels: &str) -> String {
    format!("{route}，不计基本条件（{levels}）")
}

/// An outcome that no case shows.
pub fn lacking(outcome: &str) -> String {
    format!("缺{outcome}的案例")
}

/// How much of a book its cases speak of.
pub fn covered(parts: usize, shown: usize, wanted: usize) -> String {
    let percent = shown.saturating_mul(100).checked_div(wanted).unwrap_or(100);
    format!("覆盖：{parts} 项，要有案例的结果 {wanted} 种，已有 {shown} 种（{percent}%）。")
}

/// How the cases of a book came out.
pub fn cases_done(right: usize, wrong: usize) -> String {
    format!(
        "案例 {} 个：{right} 个相符，{wrong} 个不符。",
        right + wrong
    )
}

/// A clause without a case.
pub fn no_case(clause: &str, missing: &str) -> String {
    format!("{clause} 没有{missing}的案例")
}
