/* pv-text.h: folding, cleaning and comparing texts
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts are UTF-8 (pv_text_valid_utf8() at the door). NULL reads as empty. */

/**
 * pv_text_fold:
 * @text: (nullable): a text
 *
 * The key to search and match by: lower case, no accent, `œ` is `oe`, `æ` is
 * `ae`, `ß` is `ss`, and everything but letters and digits is one space.
 * `L’Œuvre  d'Été (n°2)` gives `l oeuvre d ete n 2`. Does not depend on the
 * locale.
 *
 * Returns: (transfer full): the key, trimmed; may be empty
 */
char *pv_text_fold (const char *text);

/**
 * pv_text_sort_key:
 * @text: (nullable): a text
 *
 * A key that can be stored and compared with strcmp(): folded, with each run
 * of digits compared as a number (`Lot 2` before `Lot 10`). The same text gives
 * the same key on every machine; two texts that fold alike give equal keys.
 *
 * Returns: (transfer full): the key
 */
char *pv_text_sort_key (const char *text);

/**
 * pv_text_clean:
 * @text: (nullable): a text as typed or imported
 * @keep_lines: keep line breaks (as `\n`, at most one empty line in a row)
 *
 * No-break and other spaces, tabs and control characters become one ASCII
 * space; invisible marks (BOM, zero width, soft hyphen) go; both ends are
 * trimmed.
 *
 * Returns: (transfer full): the cleaned text; may be empty
 */
char *pv_text_clean (const char *text, gboolean keep_lines);

/**
 * pv_text_excerpt:
 * @text: (nullable): any bytes
 * @max_chars: most characters kept
 *
 * Returns: (transfer full): @text made fit for a message: valid UTF-8, one
 *   line, cut with `…` when longer
 */
char *pv_text_excerpt (const char *text, guint max_chars);

/**
 * pv_text_similarity_bp:
 *
 * How near two titles are: Dice coefficient on the trigrams of the folded
 * texts, 0 (nothing shared) to 10000 (alike once folded). Empty against
 * empty is 0: two missing titles are not a double.
 */
int pv_text_similarity_bp (const char *a, const char *b);

/**
 * pv_text_trigrams:
 * @text: (nullable): a text
 *
 * What pv_text_similarity_bp() compares, to be made once for a text that is
 * compared with many.
 *
 * Returns: (transfer full) (element-type guint32): sorted; one per byte of the
 *   folded text, with a space at both ends
 */
GArray *pv_text_trigrams (const char *text);

/**
 * pv_trigrams_similarity_bp:
 *
 * Returns: as pv_text_similarity_bp() of the two texts
 */
int pv_trigrams_similarity_bp (GArray *a, GArray *b);

/**
 * pv_text_is_formula_like:
 * @text: (nullable): a cell to write as text
 *
 * Whether a spreadsheet could run @text when it opens a CSV: it starts with
 * `=`, `+`, `-`, `@` (or their full-width forms), a tab, CR or LF. Source: OWASP,
 * CSV injection. Not for numbers, that are written as such.
 */
gboolean pv_text_is_formula_like (const char *text);

/**
 * pv_text_neutralise:
 *
 * Returns: (transfer full): @text, behind an apostrophe when it is
 *   formula-like; pv_text_restore() gives @text back, whatever it is
 */
char *pv_text_neutralise (const char *text);

/**
 * pv_text_restore:
 *
 * Returns: (transfer full): the inverse of pv_text_neutralise(), for the files
 *   that we wrote
 */
char *pv_text_restore (const char *text);

/**
 * pv_text_valid_utf8:
 * @text: bytes
 * @length: their number, or -1 when NUL-terminated. A NUL inside is not valid
 * @bad_offset: (out) (optional): offset of the first bad byte, when not valid
 */
gboolean pv_text_valid_utf8 (const char *text, gssize length, gsize *bad_offset);

G_END_DECLS
