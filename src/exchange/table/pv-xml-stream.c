/* pv-xml-stream.c: parses a part of a workbook block by block
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-xml-stream.h"

#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <string.h>

#include "pv-table-private.h"

/* Small enough that the rows of a block are few, big enough to be quick. */
#define BLOCK_SIZE 32768

struct _PvXmlStream
{
  PvZipPart *part;
  char *basename;
  const PvXmlHandler *handler;
  gpointer data;
  xmlParserCtxtPtr context;
  GError *error; /* the handler's */
};

/* As libxml2 gives them: five pointers each. */
struct _PvXmlAttributes
{
  const xmlChar **values;
  int n_values;
};

enum
{
  ATTRIBUTE_NAME,
  ATTRIBUTE_PREFIX,
  ATTRIBUTE_URI,
  ATTRIBUTE_VALUE,
  ATTRIBUTE_END,
  ATTRIBUTE_WIDTH,
};

static void
stop_parsing (PvXmlStream *stream)
{
  xmlStopParser (stream->context);
}

static void
start_cb (void *user_data,
          const xmlChar *name,
          const xmlChar *prefix,
          const xmlChar *uri,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **attributes)
{
  PvXmlStream *stream = user_data;
  PvXmlAttributes wrapped = { attributes, n_attributes };

  if (stream->error == NULL && stream->handler->start != NULL &&
      !stream->handler->start (stream->data, (const char *)name, &wrapped, &stream->error))
    stop_parsing (stream);
}

static void
end_cb (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  PvXmlStream *stream = user_data;

  if (stream->error == NULL && stream->handler->end != NULL &&
      !stream->handler->end (stream->data, (const char *)name, &stream->error))
    stop_parsing (stream);
}

static void
text_cb (void *user_data, const xmlChar *text, int length)
{
  PvXmlStream *stream = user_data;

  if (stream->error == NULL && stream->handler->text != NULL &&
      !stream->handler->text (stream->data, (const char *)text, (gsize)length, &stream->error))
    stop_parsing (stream);
}

static void
doctype_cb (void *user_data, const xmlChar *name, const xmlChar *id, const xmlChar *system)
{
  PvXmlStream *stream = user_data;

  if (stream->error == NULL)
    pv_table_set_problem (&stream->error, stream->basename, PV_TABLE_PROBLEM_DOCTYPE);
  stop_parsing (stream);
}

static void
silent_cb (void *user_data, xmlErrorPtr error)
{
}

PvXmlStream *
pv_xml_stream_new (PvZip *zip,
                   const char *part,
                   const char *basename,
                   const PvXmlHandler *handler,
                   gpointer data,
                   GError **error)
{
  g_autoptr (PvXmlStream) stream = g_new0 (PvXmlStream, 1);
  xmlSAXHandler sax = { 0 };

  stream->basename = g_strdup (basename);
  stream->handler = handler;
  stream->data = data;
  stream->part = pv_zip_open_part (zip, part, error);
  if (stream->part == NULL)
    return NULL;

  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = start_cb;
  sax.endElementNs = end_cb;
  sax.characters = text_cb;
  sax.cdataBlock = text_cb;
  sax.ignorableWhitespace = text_cb;
  sax.internalSubset = doctype_cb;
  sax.serror = silent_cb;
  stream->context = xmlCreatePushParserCtxt (&sax, stream, NULL, 0, NULL);
  if (stream->context == NULL)
    g_error ("out of memory");
  xmlCtxtUseOptions (stream->context, XML_PARSE_NONET);
  return g_steal_pointer (&stream);
}

void
pv_xml_stream_free (PvXmlStream *stream)
{
  if (stream == NULL)
    return;
  g_clear_pointer (&stream->context, xmlFreeParserCtxt);
  g_clear_pointer (&stream->part, pv_zip_part_free);
  g_clear_error (&stream->error);
  g_free (stream->basename);
  g_free (stream);
}

gboolean
pv_xml_stream_feed (PvXmlStream *stream, gboolean *ended, GError **error)
{
  char block[BLOCK_SIZE];
  gssize n = pv_zip_part_read (stream->part, block, sizeof (block), error);
  int status;

  *ended = n <= 0;
  if (n < 0)
    return FALSE;
  status = xmlParseChunk (stream->context, block, (int)n, n == 0);
  if (stream->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&stream->error));
      return FALSE;
    }
  if (status != XML_ERR_OK && !stream->context->wellFormed)
    return pv_table_set_problem (error, stream->basename, PV_TABLE_PROBLEM_DAMAGED);
  return TRUE;
}

gboolean
pv_xml_parse (PvZip *zip,
              const char *part,
              const char *basename,
              const PvXmlHandler *handler,
              gpointer data,
              GError **error)
{
  g_autoptr (PvXmlStream) stream = pv_xml_stream_new (zip, part, basename, handler, data, error);
  gboolean ended = FALSE;

  if (stream == NULL)
    return FALSE;
  while (!ended)
    if (!pv_xml_stream_feed (stream, &ended, error))
      return FALSE;
  return TRUE;
}

guint
pv_xml_stream_get_position_bp (PvXmlStream *stream)
{
  return pv_zip_part_get_position_bp (stream->part);
}

const char *
pv_xml_attribute (const PvXmlAttributes *attributes, const char *name, gsize *length)
{
  for (int i = 0; i < attributes->n_values; i++)
    {
      const xmlChar **values = attributes->values + i * ATTRIBUTE_WIDTH;

      if (strcmp ((const char *)values[ATTRIBUTE_NAME], name) == 0)
        {
          *length = (gsize)(values[ATTRIBUTE_END] - values[ATTRIBUTE_VALUE]);
          return (const char *)values[ATTRIBUTE_VALUE];
        }
    }
  return NULL;
}

char *
pv_xml_attribute_dup (const PvXmlAttributes *attributes, const char *name)
{
  gsize length;
  const char *value = pv_xml_attribute (attributes, name, &length);

  return value != NULL ? g_strndup (value, length) : NULL;
}

gboolean
pv_xml_attribute_uint (const PvXmlAttributes *attributes, const char *name, guint max, guint *value)
{
  gsize length;
  const char *text = pv_xml_attribute (attributes, name, &length);
  guint64 n = 0;

  if (text == NULL || length == 0)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      n = n * 10 + (guint64)(text[i] - '0');
      if (n > max)
        return FALSE;
    }
  *value = (guint)n;
  return TRUE;
}

gboolean
pv_xml_attribute_is (const PvXmlAttributes *attributes, const char *name, const char *value)
{
  gsize length;
  const char *text = pv_xml_attribute (attributes, name, &length);

  return text != NULL && strlen (value) == length && memcmp (text, value, length) == 0;
}

gboolean
pv_xml_attribute_is_true (const PvXmlAttributes *attributes, const char *name)
{
  return pv_xml_attribute_is (attributes, name, "1") ||
         pv_xml_attribute_is (attributes, name, "true") ||
         pv_xml_attribute_is (attributes, name, "on");
}
