"""Holds rosters and results in XLSX against another reader and writer, openpyxl.

Arguments: the command `zhicheng`. 300 made-up candidates are written by openpyxl (shared strings, real dates, formulas with
no saved value, both epochs), 20 of them broken in different ways; what `zhicheng screen` says of each must be what
`zhicheng assess` says of the same candidate in CSV, and each mistake must be named. What the command writes is read back.
"""

import csv
import datetime
import io
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

TODAY = ["--today", "2026-11-24"]
HEADERS = ["编号", "姓名", "性别", "出生日期", "申报级别", "专业类别", "在一线工作了几年", "in_post", "civil_servant", "学历学位已填全"]
COUNT = 300
BROKEN = 20


def run(command, *args, codes=(0, 1)):
    done = subprocess.run([command, *args], capture_output=True)
    assert done.returncode in codes, (args, done.returncode, done.stderr.decode())
    return done.stdout, done.stderr.decode()


def candidate(number):
    """A candidate: one value for each header; every combination turns up."""
    level = ["高级工程师", "正高级工程师"][number % 2]
    category = ["安全科学应用", "安全技术服务", "安全生产管理"][number % 3]
    born = datetime.date(1966 + number % 35, 1 + number % 12, 1 + number % 28)
    yes = ["是", "否", None][number % 3]
    return [f"{number:03}", f"申报人{number}", ["男", "女"][number % 2], born, level, category, number % 30, "是", yes, "是"]


def degree(number):
    return [f"{number:03}", "学历学位", ["博士", "硕士", "本科或学士"][number % 3], "全日制", datetime.date(1995 + number % 25, 6, 30)]


# What is put in place of a cell, by column, and the code that must be told.
MISTAKES = [
    (2, "无", "roster-not-a-choice"),
    (3, "1985-13-01", "roster-not-a-day"),
    (3, "三十", "roster-not-a-day"),
    (6, "三年", "roster-not-a-number"),
    (6, 3.5, "roster-not-whole"),
    (7, "也许", "roster-not-yes-no"),
    (4, "总工程师", "roster-not-a-choice"),
    (3, "=TODAY()", "roster-formula-unsaved"),
    (0, "000", "roster-repeated-key"),
    (9, "大概", "roster-not-yes-no"),
]


def people(number):
    row = candidate(number)
    if number >= COUNT - BROKEN:
        column, value, _ = MISTAKES[number % len(MISTAKES)]
        row[column] = value
    return row


def workbook(path, epoch=None):
    book = Workbook()
    if epoch:
        book.epoch = epoch
    sheet = book.active
    sheet.title = "人员"
    sheet.append(HEADERS)
    for number in range(COUNT):
        sheet.append(people(number))
    records = book.create_sheet("记录")
    records.append(["编号", "记录", "学历或学位", "学习方式", "证书上的日期"])
    for number in range(COUNT):
        records.append(degree(number))
    book.save(path)


def table(path):
    """The same candidates in CSV, for `assess`: those without a mistake."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow([*HEADERS, "填写"])
        for number in range(COUNT - BROKEN):
            _, _, level, _, day = degree(number)
            level = {"博士": "doctor", "硕士": "master", "本科或学士": "bachelor"}[level]
            row = ["" if value is None else value for value in candidate(number)]
            out.writerow([*row, f"+degrees level={level} mode=full_time date={day}"])


def lines(out):
    return [json.loads(line) for line in out.decode().splitlines()]


def check_rosters(command, folder):
    table(folder / "名单.csv")
    alone = lines(run(command, "assess", "--json", *TODAY, str(folder / "名单.csv"))[0])
    assert len(alone) == COUNT - BROKEN
    for epoch in (None, CALENDAR_MAC_1904):
        path = folder / "名单.xlsx"
        workbook(path, epoch)
        screened = lines(run(command, "screen", "--json", *TODAY, str(path), codes=(1,))[0])
        people_read = [line for line in screened if line["format"] == "zhicheng-screened/1"]
        # A key that another has refuses its row.
        refused = sum(1 for number in range(COUNT - BROKEN, COUNT) if MISTAKES[number % len(MISTAKES)][0] == 0)
        assert len(people_read) == COUNT - refused, len(people_read)
        for line, other in zip(people_read, alone):
            verdicts = {level["id"]: level["verdict"] for level in line["levels"]}
            assert verdicts == other["verdicts"]["levels"], (line["input"], verdicts)
            for level in line["levels"]:
                routes = {route["id"]: route["verdict"] for route in level["routes"]}
                assert routes == other["verdicts"]["routes"][level["id"]], line["input"]
        told = [problem["code"] for line in screened for problem in line.get("problems", [])]
        for _, _, code in MISTAKES:
            assert told.count(code) >= BROKEN // len(MISTAKES), (code, told.count(code))
        own = [[problem for problem in line["problems"] if problem["code"].startswith("roster-")] for line in people_read]
        wrong = [problems for problems in own if any(problem["severity"] == "error" for problem in problems)]
        assert len(wrong) == BROKEN - refused, len(wrong)
    print(f"sheets: {COUNT} candidates by openpyxl, {BROKEN} broken, as assess says, in both epochs")


def check_results(command, folder):
    roster = folder / "公式.csv"
    roster.write_text('姓名,工作单位全称,出生日期\n"=HYPERLINK(""x"")",+1,1985-05-05\n@a,-b,1986-06-06\n', encoding="utf-8")
    out = folder / "结果.xlsx"
    run(command, "screen", "--xlsx", *TODAY, "-o", str(out), str(roster), codes=(0,))
    book = load_workbook(out)
    assert book.sheetnames == ["结果", "重复", "没有读的"], book.sheetnames
    sheet = book["结果"]
    assert sheet.freeze_panes == "A2"
    headers = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows():
        assert all(cell.data_type != "f" for cell in row)
    assert sheet["A2"].value == '=HYPERLINK("x")' and sheet["A2"].data_type == "s"
    first = dict(zip(headers, sheet[2]))
    assert first["年度"].value == 2026 and first["年度"].data_type == "n"
    assert isinstance(first["截止日"].value, datetime.datetime), first["截止日"].value
    assert first["规定分值"].value == 80
    print("sheets: results read back by openpyxl, with real types and without a formula")


def check_template(command, folder):
    out = folder / "模板.xlsx"
    run(command, "screen", "--template", "-o", str(out), codes=(0,))
    book = load_workbook(out)
    assert book.sheetnames == ["人员", "记录", "说明", "选项"], book.sheetnames
    assert book["选项"].sheet_state == "hidden"
    for name in ("人员", "记录"):
        sheet = book[name]
        assert sheet.freeze_panes == "A2"
        rules = sheet.data_validations.dataValidation
        lists = [rule for rule in rules if rule.type == "list"]
        assert len(lists) > 5, (name, len(lists))
        for rule in lists:
            name_of_list, cells = rule.formula1.replace("'", "").split("!")
            values = [cell.value for row in book[name_of_list][cells.replace("$", "")] for cell in row]
            assert values and all(values), rule.formula1
    # Filled by another program, it is read without a complaint.
    people_sheet, records = book["人员"], book["记录"]
    columns = {cell.value: cell.column for cell in people_sheet[1]}
    for header, value in [("编号", "1"), ("姓名", "李四"), ("性别", "男"), ("出生日期", datetime.date(1985, 5, 5))]:
        people_sheet.cell(2, columns[header], value)
    columns = {cell.value: cell.column for cell in records[1]}
    for header, value in [("编号", "1"), ("记录", "业绩成果：论文"), ("名称", "题目"), ("刊物档次", "核心期刊")]:
        records.cell(2, columns[header], value)
    del book["说明"]
    book.save(out)
    screened = lines(run(command, "screen", "--json", *TODAY, str(out), codes=(0,))[0])
    assert [line["name"] for line in screened] == ["李四"], screened
    print("sheets: the template, filled by openpyxl, is read without a complaint")


def check_office(command, folder):
    """LibreOffice opens what is written and writes what is read."""
    into = folder / "office"
    (into / "in").mkdir(parents=True)
    office = shutil.which("soffice")
    assert office, "sheets: LibreOffice is not installed"

    def convert(path, name, kind):
        # Its names of files depend on the language of the machine.
        source = into / "in" / name
        shutil.copy(path, source)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        done = subprocess.run(
            [office, profile, "--headless", "--convert-to", kind, "--outdir", str(into), str(source)], capture_output=True
        )
        assert done.returncode == 0, done.stderr.decode()

    # Our results, as LibreOffice sees them.
    convert(folder / "结果.xlsx", "results.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1")
    rows = list(csv.DictReader(io.StringIO((into / "results.csv").read_text(encoding="utf-8-sig"))))
    assert [row["姓名"] for row in rows] == ['=HYPERLINK("x")', "@a"], rows
    assert rows[0]["年度"] == "2026" and rows[0]["截止日"] == "2026-12-31", rows[0]
    # The candidates by openpyxl, written anew by LibreOffice, give what they gave.
    workbook(folder / "名单.xlsx")
    before = lines(run(command, "screen", "--json", *TODAY, str(folder / "名单.xlsx"))[0])
    convert(folder / "名单.xlsx", "roster.xlsx", "xlsx")
    after = lines(run(command, "screen", "--json", *TODAY, str(into / "roster.xlsx"))[0])
    levels = lambda found: [line["levels"] for line in found if line["format"] == "zhicheng-screened/1"]
    # LibreOffice reckons the formula that openpyxl left open, so that those candidates have a birth date more.
    differing = sum(1 for one, other in zip(levels(before), levels(after)) if one != other)
    assert len(levels(before)) == len(levels(after)) and differing <= BROKEN // len(MISTAKES), differing
    print("sheets: LibreOffice reads the results, and a roster that it has written gives the same verdicts")


def main():
    command = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        check_template(command, folder)
        check_rosters(command, folder)
        check_results(command, folder)
        check_office(command, folder)


if __name__ == "__main__":
    main()
