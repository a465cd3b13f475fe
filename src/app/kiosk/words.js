// What a person reads in kiosk mode that the wasm does not say.

const KIOSK_WORDS = {
  name: "职称自评",
  about: "浙江省安全工程专业高级、正高级工程师职称申报自评",
  begin: "轻触屏幕开始",
  loading: "正在准备……",
  points: (idle) => [
    "这里不保存您填的任何内容，也不会发到任何地方。",
    "填好以后可以存到自己的 U 盘，也可以打印。",
    `${seconds(idle)}没有操作，会提醒您，然后清除全部内容。`,
  ],
  leftovers: "这个浏览器里有以前保存的草稿。现在是公用终端模式：结束时会连它们一起清除。如果这是您自己的设备，请不要在这里开始。",
  ordinary: "不是公用终端，照常打开",
  bar: "公用终端",
  note: "不保存任何内容，离开前请按右边的按钮",
  print: "打印这一页",
  end: "结束并清除",
  warnTitle: "还在填吗？",
  warn: "秒以后会清除您填的全部内容。轻触屏幕任何地方，或者按任意键，就可以接着填。",
  goOn: "继续填写",
  endTitle: "结束以前，要带走什么吗？",
  endText: "清除以后谁也找不回来。没有填完的，请存为草稿文件，换一台电脑也能接着填。",
  saveDraft: "存为草稿文件",
  download: "下载申报包",
  seal: "去封装申报包",
  drop: "不带走，直接清除",
  dropAfter: "已经带走了，清除",
  wiping: "正在清除……",
  wiped: (time) => `上一次填的内容已在 ${time} 清除`,
  causes: {
    idle: "无人操作，到时间自动清除。",
    button: "按了“结束并清除”。",
    back: "离开以后又回到这一页，已重新开始。",
    again: "程序出错后重新打开，已重新开始。",
  },
  cleared: "清除了：",
  notCleared: "没有能够清除，请告诉工作人员：",
  steps: {
    memory: () => "填写的内容和读入的材料（内存）",
    forms: (count) => `输入框（${count} 个）`,
    addresses: (count) => `文件的临时地址（${count} 个）`,
    clipboard: (count) => `复制的文字（${count ? "有，已丢掉；没有动过系统剪贴板" : "没有复制过"}）`,
    local: (count) => `本地存储（${count} 项）`,
    session: (count) => `会话存储（${count} 项）`,
    databases: (count) => `浏览器数据库（${count} 个）`,
    folder: (count) => `浏览器的私有文件（${count} 个）`,
    caches: (count) => `缓存（${count} 个；程序自己的文件保留）`,
    cookies: (count) => `Cookie（${count} 个）`,
    history: () => "这一页的历史状态",
  },
  pad: "数字键盘。用实体键盘时，按向下键进入，按 Esc 回到输入框",
  keys: { back: "退格", clear: "清空", left: "光标左移", right: "光标右移", done: "完成" },
};

function seconds(count) {
  return count % 60 === 0 ? `${count / 60} 分钟` : `${count} 秒`;
}
