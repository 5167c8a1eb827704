#!/usr/bin/python3
#
# peers.py: the same work done by the Python libraries people know
#
# Copyright 2026 The Progville authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""peers.py xlsxwriter|openpyxl CELLS OUT.xlsx     writes a list of cells (cells.h)
peers.py read TABLE.xlsx                        reads every cell with openpyxl read_only
peers.py make TABLE.csv OUT.xlsx                the same table as a spreadsheet saves it

Prints one line of JSON. What is written is in memory before the clock starts.
"""

import csv
import datetime
import json
import struct
import sys
import time
from pathlib import Path

CELL = struct.Struct("=BBHIIId")
WORKBOOK, SHEET, FORMAT, COLUMN, NUMBER, STRING, BLANK, BOOLEAN, DATE, FORMULA = range(10)


class Formula(str):
    pass


def load(path):
    """(set-up calls, cells as (sheet, row, col, format, value))."""
    data, at, setup, cells = Path(path).read_bytes(), 0, [], []
    while at < len(data):
        kind, sheet, col, row, fmt, length, number = CELL.unpack_from(data, at)
        at += CELL.size
        text = data[at:at + length]
        at += (length + 7) & ~7
        if kind < NUMBER:
            setup.append((kind, sheet, row, col, fmt, number, text[:-1].decode()))
        elif kind == DATE:
            year, month, day = struct.unpack_from("=iii", text)
            cells.append((sheet, row, col, fmt, datetime.date(year, month, day)))
        elif kind in (STRING, FORMULA):
            cells.append((sheet, row, col, fmt, (Formula if kind == FORMULA else str)(text[:-1].decode())))
        else:
            value = {BLANK: None, BOOLEAN: bool(number)}.get(kind, number)
            cells.append((sheet, row, col, fmt, value))
    return setup, cells


def write_xlsxwriter(setup, cells, path):
    import xlsxwriter
    constant = any(kind == WORKBOOK and number for kind, _s, _r, _c, _f, number, _t in setup)
    book = xlsxwriter.Workbook(path, {"constant_memory": constant, "default_date_format": "dd/mm/yyyy"})
    sheets, codes = [], {f: text for kind, _s, _r, _c, f, _n, text in setup if kind == FORMAT}
    formats = {0: None}
    for kind, sheet, row, col, _fmt, number, text in setup:
        if kind == SHEET:
            sheets.append(book.add_worksheet(text))
        elif kind == COLUMN:
            sheets[sheet].set_column(row, col, number)
    writers = {str: "write_string", float: "write_number", bool: "write_boolean", datetime.date: "write_datetime",
               Formula: "write_formula"}
    calls = [{kind: getattr(sheet, name) for kind, name in writers.items()} for sheet in sheets]
    for sheet, row, col, fmt, value in cells:
        if fmt not in formats:
            formats[fmt] = book.add_format({"num_format": codes[fmt]} if fmt in codes else {})
        if value is None:
            sheets[sheet].write_blank(row, col, None, formats[fmt])
        else:
            calls[sheet][type(value)](row, col, value, formats[fmt])
    book.close()


def write_openpyxl(setup, cells, path):
    import openpyxl
    from openpyxl.cell import WriteOnlyCell
    book = openpyxl.Workbook(write_only=True)
    sheets = [book.create_sheet(text) for kind, _s, _r, _c, _f, _n, text in setup if kind == SHEET]
    codes = {f: text for kind, _s, _r, _c, f, _n, text in setup if kind == FORMAT}
    last, line = None, []
    rows = [0] * len(sheets)

    def flush():
        sheet, row = last
        while rows[sheet] < row:  # rows that hold nothing
            sheets[sheet].append([])
            rows[sheet] += 1
        sheets[sheet].append(line)
        rows[sheet] += 1

    for sheet, row, col, fmt, value in cells:
        if (sheet, row) != last:
            if last:
                flush()
            last, line = (sheet, row), []
        while len(line) < col:
            line.append(None)
        if fmt in codes:
            cell = WriteOnlyCell(sheets[sheet], value)
            cell.number_format = codes[fmt]
            value = cell
        line.append(value)
    if last:
        flush()
    book.save(path)


def read(path):
    import openpyxl
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    return sum(len(row) for sheet in book for row in sheet.iter_rows(values_only=True))


def make(source, path):
    """Texts are shared strings, as spreadsheets save them; amounts are numbers, dates are dates."""
    import xlsxwriter
    book = xlsxwriter.Workbook(path)
    sheet, day = book.add_worksheet("Programmation"), book.add_format({"num_format": "dd/mm/yyyy"})
    with open(source, encoding="utf-8", newline="") as f:
        rows = csv.reader(f, delimiter=";")
        head = next(rows)
        sheet.write_row(0, 0, head)
        amounts = {i for i, name in enumerate(head) if name.startswith(("Coût", "Autres", "Bénéf", "Marqueur"))
                   or name.endswith(("sollicité", "proposé", "voté"))}
        days = {i for i, name in enumerate(head) if name in ("Début", "Fin")}
        for number, row in enumerate(rows, 1):
            for i, text in enumerate(row):
                if not text:
                    continue
                if i in amounts:
                    sheet.write_number(number, i, float(text.replace(",", ".")))
                elif i in days:
                    sheet.write_datetime(number, i, datetime.datetime.strptime(text, "%d/%m/%Y"), day)
                else:
                    sheet.write_string(number, i, text)
    book.close()


def main():
    work, source, path = (sys.argv[1:] + [None])[:3]
    if work == "make":
        return make(source, path)
    given = load(source) if work != "read" else None
    if work == "openpyxl":  # takes whole sheets, row by row
        given[1].sort(key=lambda cell: cell[:3])
    start = time.perf_counter()
    if work == "read":
        n = read(source)
    else:
        n = len(given[1])
        {"xlsxwriter": write_xlsxwriter, "openpyxl": write_openpyxl}[work](*given, path)
    print(json.dumps({"seconds": time.perf_counter() - start, "cells": n}))


if __name__ == "__main__":
    main()
