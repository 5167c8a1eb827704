#!/usr/bin/env python3
# check-po.py: the French catalogue says all that the sources say, and says it well
#
# Copyright 2026 The Progville authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: check-po.py SOURCE_ROOT
#
# Runs xgettext over every C file of src and every template of ui, so that a file missing from
# po/POTFILES.in is seen, and reads its answer and po/fr.po.

import ast
import pathlib
import re
import subprocess
import sys
import tempfile

# As the preset "glib" of meson's i18n module.
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]
NO_BREAK, NARROW = "\u00a0", "\u202f"
SPACES = " " + NO_BREAK + NARROW

# A directive of printf, gettext's form of PRId64 included. No flag is a space,
# so that "80 % des" is none.
DIRECTIVE = r"%(?:\d+\$)?[-+#0]*(?:\d+|\*)?(?:\.\d+|\.\*)?(?:<PRI\w+>|(?:hh|h|ll|l|z|t|j)?[diouxXeEfgGcsp])"

FRENCH = [
    ("a colon without U+00A0 before it", rf"(?<![{NO_BREAK}\d]):(?!\d)"),
    ("“;”, “!” or “?” without U+202F before it", rf"(?<![{NARROW}])[;!?]"),
    ("a per cent sign without U+202F before it", rf"\d[ {NO_BREAK}]?%"),
    ("an opening guillemet without U+00A0 after it", rf"«(?!{NO_BREAK})"),
    ("a closing guillemet without U+00A0 before it", rf"(?<!{NO_BREAK})»"),
    ("English quotes", "[“”‘]"),
    ("a straight quote", r"['\"]"),
    ("three dots for an ellipsis", r"\.\.\."),
    ("a space before a comma or a full stop", rf"[{SPACES}][,.](?!\w)"),
    ("two spaces", rf"[{SPACES}][{SPACES}]"),
    ("a space at an end of line", rf"[{SPACES}](?:\n|$)"),
    ("a number cut by a plain space", r"\d \d{3}\b|\d €|n° "),
]
ENGLISH = [
    ("a straight quote", r"['\"]"),
    ("French quotes", "[«»]"),
    ("a space before a sign", rf"[{SPACES}][:;!?](?!\w)|\d [%]"),
    ("an unbreakable space", rf"[{NO_BREAK}{NARROW}]"),
    ("three dots for an ellipsis", r"\.\.\."),
    ("two spaces", "  "),
    ("a space at an end of line", r" (?:\n|$)"),
    ("a directive cut by a macro, use PRId64", r"(?:^|\s)%$(?<!^%)"),
]
# Abbreviations, and what a tool reads: they end and begin as they do.
NOT_SENTENCES = ["translator-credits", "No.", "Dept."]
# A call that speaks to the user, up to its end, and what in it is translated or a mere literal.
LITERAL = r'"(?:\\.|[^"\\])*"'
SPEAKS = (r"\b(?:g_set_error|g_set_error_literal|g_error_new|g_prefix_error|g_print|g_printerr|pv_cli_misuse)"
          r" \((.*?)\);\n")
UNMARKED_PROPERTY = (r'<property name="((?:sub)?title|label|description|tooltip-text|placeholder-text|text)">'
                     r"([^<]*[A-Za-zÀ-ÿ]{2}[^<]*)<")
MARKED = rf'\b(?:_|N_|C_|ngettext|g_dngettext) \([^"]*(?:{LITERAL}[\s,]*(?:PRI\w+[\s,]*)*)+'


def unquote(lines):
    return "".join(ast.literal_eval(line) for line in lines)


def read(text):
    """The messages of a catalogue, header left out: (context, id) → plural, translations, flags, files."""
    messages = {}
    for block in re.split(r"\n\s*\n", text):
        fields, field, flags, files = {}, None, set(), set()
        for line in block.splitlines():
            if line.startswith("#,"):
                flags.update(flag.strip() for flag in line[2:].split(","))
            elif line.startswith("#:"):
                files.update(re.sub(r":\d+$", "", place) for place in line[2:].split())
            elif match := re.match(r'(msg\w+(?:\[\d\])?) (".*")$', line):
                field = match[1]
                fields[field] = [match[2]]
            elif line.startswith('"'):
                fields[field].append(line)
        fields = {name: unquote(lines) for name, lines in fields.items()}
        if fields.get("msgid"):
            said = [fields[name] for name in sorted(fields) if name.startswith("msgstr")]
            messages[fields.get("msgctxt"), fields["msgid"]] = (fields.get("msgid_plural"), said, flags, files)
    return messages


def extract(root):
    """What the sources say, and what xgettext complains of."""
    found = [*(root / "src").rglob("*.[ch]"), *(root / "ui").rglob("*.ui"), *(root / "data").glob("*.desktop.in"),
             *(root / "data").glob("*.metainfo.xml.in")]
    files = sorted(str(path.relative_to(root)) for path in found)
    with tempfile.TemporaryDirectory() as folder:
        pot = pathlib.Path(folder) / "progville.pot"
        done = subprocess.run(
            ["xgettext", "--from-code=UTF-8", *(f"--keyword={word}" for word in KEYWORDS), "--flag=N_:1:pass-c-format",
             "--flag=g_dngettext:2:pass-c-format", "--flag=g_strdup_printf:1:c-format", "--flag=g_set_error:4:c-format",
             "--flag=g_string_append_printf:2:c-format", "--flag=g_print:1:c-format", "--flag=g_printerr:1:c-format",
             "--flag=g_error_new:3:c-format", "-o", str(pot), "--files-from=-"],
            input="\n".join(files), cwd=root, text=True, capture_output=True)
        if done.returncode != 0:
            sys.exit(done.stderr)
        return read(pot.read_text(encoding="utf-8")), done.stderr.splitlines()


def check_potfiles(root, sources):
    listed = [line for line in (root / "po" / "POTFILES.in").read_text(encoding="utf-8").splitlines()
              if line and not line.startswith("#")]
    speaking = set().union(*(files for _, _, _, files in sources.values()))
    yield from (f"po/POTFILES.in: {name} has translatable messages: add it" for name in sorted(speaking - set(listed)))
    yield from (f"po/POTFILES.in: {name} has no translatable message, or is not there: remove it"
                for name in sorted(set(listed) - speaking))
    if listed != sorted(set(listed)):
        yield "po/POTFILES.in: the files are not sorted, or one is there twice"


def check_catalogue(sources, french):
    yield from (f"po/fr.po: “{key[1]}” is not translated: add it" for key in sources.keys() - french.keys())
    yield from (f"po/fr.po: “{key[1]}” is not said by the sources any more: remove it"
                for key in french.keys() - sources.keys())
    for key in sources.keys() & french.keys():
        if sources[key][0] != french[key][0]:
            yield f"po/fr.po: “{key[1]}”: its plural is not that of the sources"


def plain(text):
    """The words of a message: directives, and options and columns of the command line, are not its typography."""
    text = re.sub(DIRECTIVE, "X", text).replace("%%", "%")
    return re.sub(r"--[a-z-]+", "X", text)


def mistakes(text, rules):
    if re.fullmatch(r"(?:[\w ]+;)+", text):  # keywords of a desktop entry
        return []
    return [what for what, pattern in rules if re.search(pattern, plain(text))]


def check_message(key, plural, said, flags):
    english = [text for text in (key[1], plural) if text]
    for text in english:
        yield from (f"src: “{text}”: {what}" for what in mistakes(text, ENGLISH))
    if "fuzzy" in flags or not said or not all(said) or len(said) != (2 if plural else 1):
        yield f"po/fr.po: “{key[1]}” is not translated, or not surely"
    for text in said:
        yield from (f"po/fr.po: “{text}”: {what}" for what in mistakes(text, FRENCH))
        if re.findall(DIRECTIVE, text) != re.findall(DIRECTIVE, english[-1]):
            yield f"po/fr.po: “{text}”: its directives are not those of “{english[-1]}”, in their order"
        if key[1] in NOT_SENTENCES or not text:
            continue
        if text.endswith("\n") != key[1].endswith("\n") or text.endswith(".") != key[1].endswith("."):
            yield f"po/fr.po: “{text}” does not end as “{key[1]}”"
        if text[0].isalpha() and key[1][0].isalpha() and text[0].isupper() != key[1][0].isupper():
            yield f"po/fr.po: “{text}” does not begin as “{key[1]}”, with a capital or without"


def check_unmarked(root):
    for path in sorted((root / "src").rglob("*.c")):
        for call in re.finditer(SPEAKS, path.read_text(encoding="utf-8"), re.DOTALL):
            for literal in re.findall(LITERAL, re.sub(MARKED, "", call[1])):
                if re.search("[A-Za-zÀ-ÿ]{2,} [A-Za-zÀ-ÿ]{2,}", literal):
                    yield f"{path.relative_to(root)}: {literal} is said to the user and not translatable"


def check_templates(root):
    """A text of a template that a user reads is to be translated."""
    for path in sorted((root / "ui").rglob("*.ui")):
        for name, text in re.findall(UNMARKED_PROPERTY, path.read_text(encoding="utf-8")):
            if text != "Progville":
                yield f"{path.relative_to(root)}: {name} “{text}” is not translatable"


def check_msgfmt(root):
    done = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", "po/fr.po"], cwd=root, text=True,
                          capture_output=True)
    if done.returncode != 0:
        yield done.stderr.strip()


def self_test():
    """The rules find what they are for, and nothing else."""
    good = ["«\u00a0%s\u00a0»\u00a0: rien\u202f; à 80\u202f% l’an, «\u00a0--by\u00a0»", "à 12:30, art.\u00a05",
            "100\u202f%%", "le signe %%"]
    bad = ["a : b", "a: b", "a\u00a0; b", "qui ?", "80 % de", "100 %%", "« a »", "«a»", "l'an", 'dit "a"', "“a”",
           "a...", "a , b", "a  b", "a ", "23 000", "n° 3", "a\u00a0!"]
    worse = ["it's", "a : b", "« a »", "so ?", "80 %", "a...", "a  b", "a ", 'a "b"', "row %"]
    for text in good:
        yield from (f"check-po.py refuses “{text}”: {what}" for what in mistakes(text, FRENCH))
    yield from (f"check-po.py lets “{text}” pass" for text in bad if not mistakes(text, FRENCH))
    yield from (f"check-po.py lets the English “{text}” pass" for text in worse if not mistakes(text, ENGLISH))


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    sources, complaints = extract(root)
    french = read((root / "po" / "fr.po").read_text(encoding="utf-8"))
    problems = [*self_test(), *complaints, *check_potfiles(root, sources), *check_catalogue(sources, french),
                *check_msgfmt(root), *check_unmarked(root), *check_templates(root)]
    for key, (plural, said, flags, _) in french.items():
        problems += check_message(key, plural, said, flags)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(sources)} messages of {root.name}, {len(french)} in French, {len(problems)} problems")
    sys.exit(1 if problems or not sources else 0)


main()
