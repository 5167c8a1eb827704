/* pv-xml-stream.h: parses a part of a workbook block by block
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-zip.h"

G_BEGIN_DECLS

/* libxml2's push parser, a block of the part at a time: the caller takes the
 * rows that a block gave, then asks for the next. No document is built; a
 * DOCTYPE is refused, so there is no entity but the five of XML, and nothing
 * outside the part is ever opened. */
typedef struct _PvXmlStream PvXmlStream;

typedef struct _PvXmlAttributes PvXmlAttributes;

/* Names are local ones: the strict and transitional forms of OOXML differ by
 * their namespaces alone. Each may stop the parsing by an error. */
typedef struct
{
  gboolean (*start) (gpointer data,
                     const char *name,
                     const PvXmlAttributes *attributes,
                     GError **error);
  gboolean (*end) (gpointer data, const char *name, GError **error);
  gboolean (*text) (gpointer data, const char *text, gsize length, GError **error);
} PvXmlHandler;

PvXmlStream *pv_xml_stream_new (PvZip *zip,
                                const char *part,
                                const char *basename,
                                const PvXmlHandler *handler,
                                gpointer data,
                                GError **error);
void pv_xml_stream_free (PvXmlStream *stream);

/* Parses one block. Returns FALSE on an error. */
gboolean pv_xml_stream_feed (PvXmlStream *stream, gboolean *ended, GError **error);

/* Parses a whole part. */
gboolean pv_xml_parse (PvZip *zip,
                       const char *part,
                       const char *basename,
                       const PvXmlHandler *handler,
                       gpointer data,
                       GError **error);

guint pv_xml_stream_get_position_bp (PvXmlStream *stream);

/* Returns: the value, not terminated, or NULL. */
const char *pv_xml_attribute (const PvXmlAttributes *attributes, const char *name, gsize *length);

/* Returns: (transfer full) (nullable) */
char *pv_xml_attribute_dup (const PvXmlAttributes *attributes, const char *name);

/* Returns FALSE when absent or no number from 0 to @max. */
gboolean pv_xml_attribute_uint (const PvXmlAttributes *attributes,
                                const char *name,
                                guint max,
                                guint *value);

gboolean
pv_xml_attribute_is (const PvXmlAttributes *attributes, const char *name, const char *value);

/* As xsd:boolean. */
gboolean pv_xml_attribute_is_true (const PvXmlAttributes *attributes, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvXmlStream, pv_xml_stream_free)

G_END_DECLS
