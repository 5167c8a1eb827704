/* pv-langue.h: messages in the language of a thread, not of the session
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

/**
 * PvLangue:
 *
 * A catalogue that replaces that of the session, in one thread: gettext itself takes
 * its language from the environment, which is one for the process.
 *
 * A file whose messages may be asked in another language includes this header instead
 * of gi18n-lib.h: its `_()` and `g_dngettext()` then look at the thread first.
 */
typedef struct _PvLangue PvLangue;

/**
 * pv_langue_get_french:
 *
 * Returns: (transfer none) (nullable): the French catalogue of the folder bound with
 *   bindtextdomain(); %NULL when there is none. Read once for each folder, never freed
 */
const PvLangue *pv_langue_get_french (void);

/**
 * pv_langue_use:
 * @langue: (nullable): %NULL: that of the session
 *
 * Changes the language of the messages of this thread, and of no other.
 *
 * Returns: (nullable): the one it replaces
 */
const PvLangue *pv_langue_use (const PvLangue *langue);

const char *pv_langue_gettext (const char *text) G_GNUC_FORMAT (1);
const char *
pv_langue_ngettext (const char *domain, const char *one, const char *many, gulong number)
    G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

#undef _
#define _(String) pv_langue_gettext (String)
/* By this name, so that the tools of gettext find the texts. */
#define g_dngettext(domain, one, many, number) pv_langue_ngettext (domain, one, many, number)

G_END_DECLS
