//! Why a pledge does not hold.

use package::pledge::PledgeFault;
use rulebook::Book;

use crate::plain::quoted;
use crate::{Labels, Message, number};

/// Why a pledge does not hold, and what to do.
pub fn pledge_fault(book: &Book, fault: &PledgeFault) -> Message {
    let again = "请申报人重新承诺。";
    match fault {
        PledgeFault::OtherContent => Message::new(
            "承诺的不是现在这一份内容：承诺以后，答案、文件、规则书或年度有了改动。",
            "请核对改动；确认无误后由申报人重新承诺。",
        ),
        PledgeFault::Unconfirmed(id) => Message::new(
            format!("这一条没有确认：“{}”。", Labels::new(book).statement(id)),
            again,
        ),
        PledgeFault::OtherName { typed } => Message::new(
            format!("承诺人写的是{}，和填写的姓名不一样。", quoted(typed)),
            "请核对姓名，由本人重新承诺。",
        ),
        PledgeFault::Future(day) => Message::new(
            format!("承诺的日期是 {}，在今天以后。", number::date(*day)),
            "请核对设备的日期，由申报人重新承诺。",
        ),
    }
}
