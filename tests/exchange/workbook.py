# workbook.py: how the sheets of a workbook are laid out, for what reads them back
#
# Copyright 2026 The Progville authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the readers of the workbooks share."""
import subprocess
import tempfile
from pathlib import Path

import openpyxl

A3_LANDSCAPE_POINTS = 420 / 25.4 * 72
POINTS_PER_CHAR = 5.25


def equal(seen, expected, what):
    if seen != expected:
        raise SystemExit(f"{what}: {seen!r} instead of {expected!r}")


def true(condition, what):
    if not condition:
        raise SystemExit(f"not so: {what}")


def cents(value):
    return None if value is None else round(value * 100)


def load(workbook):
    """Its values, then its formulas."""
    return openpyxl.load_workbook(workbook, data_only=True), openpyxl.load_workbook(workbook)


class Table:
    """A list sheet: bands on row 3, headers on row 4, data from row 5, a blank row, the totals."""

    def __init__(self, sheet):
        self.sheet = sheet
        self.headers = [cell.value for cell in sheet[4]]
        self.rows = []
        row = 5
        while sheet.cell(row, 1).value is not None and sheet.cell(row, 1).value != "Total":
            self.rows.append(row)
            row += 1
        self.totals = row + 1 if sheet.cell(row, 1).value is None else row

    def column(self, header):
        return self.headers.index(header) + 1

    def value(self, row, header):
        return self.sheet.cell(row, self.column(header)).value

    def find(self, **where):
        for row in self.rows:
            if all(self.value(row, header) == value for header, value in where.items()):
                return row
        raise SystemExit(f"{self.sheet.title}: no row where {where}")


def check_sheet(values, formulas, name, frozen):
    table, sheet = Table(values[name]), values[name]
    headers = table.headers
    equal(len(headers), len(set(headers)), f"{name}: unique headers")
    true(all(headers), f"{name}: no empty header")
    equal(sheet.freeze_panes, frozen, f"{name}: frozen panes")
    last = max(table.rows, default=4)
    equal(sheet.auto_filter.ref, f"A4:{sheet.cell(4, len(headers)).column_letter}{last}", f"{name}: autofilter")
    equal(sheet.cell(table.totals, 1).value, "Total", f"{name}: totals row after one blank row")
    true(all(cell.value is None for cell in sheet[table.totals - 1]), f"{name}: blank row before the totals")
    equal(sheet.max_row, table.totals, f"{name}: nothing after the totals")
    bands = [r for r in sheet.merged_cells.ranges if r.min_row == r.max_row == 3]
    true(bands, f"{name}: merged bands on row 3")
    for index, header in enumerate(headers, 1):
        kept, formula = sheet.cell(table.totals, index), formulas[name].cell(table.totals, index)
        if not isinstance(formula.value, str) or not formula.value.startswith("="):
            continue
        letter = kept.column_letter
        equal(formula.value, f"=SUBTOTAL(109,{letter}5:{letter}{max(last, 5)})", f"{name}: total of {header}")
        total = sum(round((sheet.cell(row, index).value or 0) * 100) for row in table.rows)
        equal(cents(kept.value), total, f"{name}: kept total of {header}")
    return table


def check_no_error(values):
    for sheet in values:
        for row in sheet.iter_rows():
            for cell in row:
                true(cell.data_type != "e", f"{sheet.title}!{cell.coordinate} is no error")


def shown_columns(sheet):
    """How many are printed, and the sum of their widths (padding included)."""
    shown = [d for d in sheet.column_dimensions.values() if not d.hidden and d.width and d.min <= sheet.max_column]
    counts = [(min(d.max, sheet.max_column) - d.min + 1, d.width) for d in shown]
    return sum(n for n, _ in counts), sum(n * width for n, width in counts)


def check_page(sheet):
    equal(sheet.page_setup.paperSize, 8, f"{sheet.title}: A3")
    equal(sheet.sheet_properties.pageSetUpPr.fitToPage, True, f"{sheet.title}: fits the width")
    check_footer(sheet)


def check_footer(sheet):
    true("&P sur &N" in str(sheet.oddFooter.right.text).replace("&[Page]", "&P").replace("&[Pages]", "&N")
         or "sur" in str(sheet.oddFooter.right.text), f"{sheet.title}: page numbers")


def printed_points(sheet):
    """Of the figures of a sheet of A3, once it fits the width."""
    _, widths = shown_columns(sheet)
    margins = (sheet.page_margins.left + sheet.page_margins.right) * 72
    return sheet.cell(5, 1).font.size * min(1, (A3_LANDSCAPE_POINTS - margins) / (widths * POINTS_PER_CHAR))


def check_legible(sheet):
    size = printed_points(sheet)
    true(size >= 7, f"{sheet.title}: printed at {size:.1f} points, 7 at least")


def office(workbook, sheets):
    """LibreOffice computes the totals that are kept."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
                        "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", f"{folder}/out", workbook],
                       check=True, stdin=subprocess.DEVNULL, capture_output=True, timeout=300)
        again = openpyxl.load_workbook(Path(folder, "out", Path(workbook).name), data_only=True)
        kept, formulas = load(workbook)
        equal(again.sheetnames, sheets, "sheets")
        check_no_error(again)
        n = 0
        for sheet in formulas:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        n += 1
                        equal(cents(again[sheet.title][cell.coordinate].value),
                              cents(kept[sheet.title][cell.coordinate].value), f"{sheet.title}!{cell.coordinate}")
        true(n > 100, "totals are formulas")
