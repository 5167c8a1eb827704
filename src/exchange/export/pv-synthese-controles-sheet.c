/* pv-synthese-controles-sheet.c: the sheet of what the controls found
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle.h"
#include "export/pv-export-francais.h"
#include "export/pv-synthese.h"

typedef struct
{
  PvSynthese *synthese;
  PvSheet *sheet;
  const PvControle *registry;
  GError *error; /* the callback cannot return one */
} Constats;

static const char *
describe_severite (PvSeverite severite)
{
  switch (severite)
    {
    case PV_SEVERITE_ERROR:
      return "Erreur";

    case PV_SEVERITE_WARNING:
      return "Avertissement";

    case PV_SEVERITE_INFO:
    default:
      return "Information";
    }
}

/* The registry speaks the language of the session. */
static const char *
translate (const char *text)
{
  return text != NULL ? _ (text) : NULL;
}

static void
mark_dossier (Constats *self, const PvConstat *constat)
{
  GHashTable *bits = self->synthese->constats;
  guint64 bit = G_GUINT64_CONSTANT (1) << (constat->controle - self->registry);
  guint64 *known = NULL;

  if (constat->dossier_id == PV_INT_NULL)
    return;

  known = g_hash_table_lookup (bits, &constat->dossier_id);
  if (known != NULL)
    *known |= bit;
  else
    g_hash_table_insert (bits, g_memdup2 (&constat->dossier_id, sizeof (gint64)),
                         g_memdup2 (&bit, sizeof bit));
}

static void
constat_cb (const PvConstat *constat, gpointer user_data)
{
  Constats *self = user_data;
  const PvControle *controle = pv_controle_get_original (constat->controle);

  if (self->error != NULL)
    return;

  mark_dossier (self, constat);
  pv_sheet_add_text (self->sheet, describe_severite (constat->severite));
  pv_sheet_add_text (self->sheet, translate (controle->titre));
  pv_sheet_add_text (self->sheet, constat->dossier_numero);
  pv_sheet_add_text (self->sheet, constat->texte);
  pv_sheet_add_text (self->sheet, translate (controle->remede));
  pv_sheet_add_text (self->sheet, translate (controle->source));
  pv_sheet_add_text (self->sheet, constat->derogation);
  pv_sheet_end_row (self->sheet, &self->error);
}

static gboolean
fill (PvSheet *sheet, gpointer user_data, GError **error)
{
  PvSynthese *synthese = user_data;
  gsize n = 0;
  Constats constats = { synthese, sheet, pv_controle_registry (&n), NULL };
  g_auto (PvExportFrancais) francais = { 0 };

  g_assert (n <= 64);
  pv_export_francais_begin (&francais);

  if (!pv_controles_run (synthese->db, &synthese->filtre, constat_cb, &constats,
                         synthese->workbook->request->cancellable, error))
    {
      g_clear_error (&constats.error);
      return FALSE;
    }

  if (constats.error != NULL)
    {
      g_propagate_error (error, constats.error);
      return FALSE;
    }

  return TRUE;
}

char *
pv_synthese_describe_constats (guint64 bits)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  gsize n = 0;
  const PvControle *registry = pv_controle_registry (&n);
  g_auto (PvExportFrancais) francais = { 0 };

  pv_export_francais_begin (&francais);
  for (gsize i = 0; i < n; i++)
    if (bits & (G_GUINT64_CONSTANT (1) << i))
      g_string_append_printf (titles, "%s%s", titles->len > 0 ? " ; " : "",
                              translate (pv_controle_get_original (&registry[i])->titre));

  return titles->len > 0 ? g_strdup (titles->str) : NULL;
}

gboolean
pv_synthese_controles_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error)
{
  GArray *columns = pv_sheet_columns_new ();

  pv_sheet_columns_add (columns, "Contrôle", "Gravité", PV_SHEET_TEXT,
                        "Erreur : l’argent ou l’identité est en cause. Avertissement : à regarder. "
                        "Information : à savoir, ou levé avec un motif.");
  pv_sheet_columns_add (columns, "Contrôle", "Contrôle", PV_SHEET_LONG_TEXT, "Nom du contrôle.")
      ->largeur_max = 32;
  pv_sheet_columns_add (
      columns, "Constat", "N°", PV_SHEET_TEXT,
      "Numéro du dossier ; vide quand le constat porte sur une enveloppe ou un porteur.");
  pv_sheet_columns_add (columns, "Constat", "Constat", PV_SHEET_LONG_TEXT, "Ce qui est constaté.")
      ->largeur_max = 80;
  pv_sheet_columns_add (columns, "Suite", "Que faire", PV_SHEET_LONG_TEXT,
                        "Ce qu’il convient de faire.")
      ->largeur_max = 60;
  pv_sheet_columns_add (columns, "Suite", "Source", PV_SHEET_LONG_TEXT,
                        "Texte de loi, Cerfa ou contrat dont vient la règle.")
      ->capitale = TRUE;
  pv_sheet_columns_add (columns, "Suite", "Motif de la levée", PV_SHEET_LONG_TEXT,
                        "Raison donnée par l’agent qui a levé le constat.");

  pv_sheet_write_title (sheet, "Contrôles", NULL);
  return pv_sheet_write_table (sheet, 2, 0, columns, "Aucun constat : tous les contrôles passent.",
                               fill, self, error);
}
