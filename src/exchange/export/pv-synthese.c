/* pv-synthese.c: the instruction workbook: its sheets, one after the other
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-synthese.h"

#include "export/pv-export-francais.h"
#include "institution/pv-institution-store.h"
#include "pv-date.h"
#include "synthese/pv-synthese-enveloppe-store.h"

typedef gboolean (*WriteSheet) (PvSynthese *self, PvSheet *sheet, GError **error);

/* Source: exchange.md §3. Names and order are a contract with the readers. */
static const struct
{
  const char *nom;
  WriteSheet write;
} sheets[PV_SYNTHESE_N_FEUILLES] = {
  [PV_SYNTHESE_SYNTHESE] = { "Synthèse", pv_synthese_synthese_sheet_write },
  [PV_SYNTHESE_DOSSIERS] = { "Dossiers", pv_synthese_dossiers_sheet_write },
  [PV_SYNTHESE_FINANCEMENTS] = { "Financements", pv_synthese_financements_sheet_write },
  [PV_SYNTHESE_NOTES] = { "Notes", pv_synthese_notes_sheet_write },
  [PV_SYNTHESE_AVIS] = { "Avis", pv_synthese_avis_sheet_write },
  [PV_SYNTHESE_EGALITE] = { "Égalité F-H", pv_synthese_egalite_sheet_write },
  [PV_SYNTHESE_ENVELOPPES] = { "Enveloppes", pv_synthese_enveloppes_sheet_write },
  [PV_SYNTHESE_TERRITOIRES] = { "Territoires", pv_synthese_territoires_sheet_write },
  [PV_SYNTHESE_AXES] = { "Axes", pv_synthese_axes_sheet_write },
  [PV_SYNTHESE_CONTROLES] = { "Contrôles", pv_synthese_controles_sheet_write },
  [PV_SYNTHESE_LISEZ_MOI] = { "Lisez-moi", pv_synthese_lisez_moi_sheet_write },
};

/* What is done once a sheet is written: the rows of the two long ones tell
 * more in between, and closing the file takes the rest. */
static const guint done_bp[PV_SYNTHESE_N_FEUILLES] = {
  [PV_SYNTHESE_SYNTHESE] = 6600,     [PV_SYNTHESE_DOSSIERS] = 3500,
  [PV_SYNTHESE_FINANCEMENTS] = 6500, [PV_SYNTHESE_NOTES] = 6600,
  [PV_SYNTHESE_AVIS] = 6650,         [PV_SYNTHESE_EGALITE] = 6700,
  [PV_SYNTHESE_ENVELOPPES] = 6750,   [PV_SYNTHESE_TERRITOIRES] = 6800,
  [PV_SYNTHESE_AXES] = 6850,         [PV_SYNTHESE_CONTROLES] = 1500,
  [PV_SYNTHESE_LISEZ_MOI] = 7000,
};

static gboolean
load (PvSynthese *self, GError **error)
{
  g_auto (PvExportFrancais) francais = { 0 };

  /* the state of limits is told in words */
  pv_export_francais_begin (&francais);
  self->contexte = pv_synthese_contexte_load (self->db, &self->filtre, error);
  if (self->contexte == NULL)
    return FALSE;

  self->referentiel = pv_synthese_referentiel_load (self->db, error);
  self->institutions =
      self->referentiel != NULL ? pv_institution_store_list (self->db, error) : NULL;
  self->enveloppes = self->institutions != NULL
                         ? pv_synthese_enveloppes_load (self->db, &self->filtre, error)
                         : NULL;
  self->axes = self->enveloppes != NULL
                   ? pv_stats_matrice (self->db, PV_STATS_AXE, &self->filtre, error)
                   : NULL;

  return self->axes != NULL;
}

static void
clear (PvSynthese *self)
{
  for (guint i = 0; i < PV_SYNTHESE_N_FEUILLES; i++)
    g_clear_pointer (&self->sheets[i], pv_sheet_free);

  g_clear_pointer (&self->workbook, pv_workbook_free);
  g_clear_pointer (&self->contexte, pv_synthese_contexte_free);
  g_clear_pointer (&self->referentiel, pv_synthese_referentiel_free);
  g_clear_pointer (&self->institutions, g_ptr_array_unref);
  g_clear_pointer (&self->enveloppes, g_ptr_array_unref);
  g_clear_pointer (&self->axes, pv_matrice_free);
  g_clear_pointer (&self->constats, g_hash_table_unref);
}

static void
append (GString *text, const char *name, const char *value)
{
  if (value == NULL)
    return;

  if (text->len > 0)
    g_string_append (text, "   ▪   ");
  g_string_append_printf (text, "%s%s", name, value);
}

static void
describe (PvSynthese *self)
{
  const PvSyntheseContexte *contexte = self->contexte;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) footer = g_string_new (NULL);
  g_autofree char *today = pv_clock_today (pv_db_get_clock (self->db));
  g_autofree char *date = pv_date_format_french (today, PV_DATE_FORMAT_LONG);

  append (text, "", contexte->contrat);
  append (text, "Appel : ", contexte->appel != NULL ? contexte->appel : "tous");
  append (text, "Exercice : ", contexte->exercices);
  append (text, "État au ", date);
  self->workbook->contexte = g_strdup (text->str);

  /* & begins a code in a footer, which is 255 characters at most */
  g_string_append (footer, contexte->contrat != NULL ? contexte->contrat : "Progville");
  g_string_replace (footer, "&", "&&", 0);
  self->workbook->pied =
      g_utf8_substring (footer->str, 0, MIN (g_utf8_strlen (footer->str, -1), 120));
  pv_workbook_set_properties (self->workbook, "Classeur d’instruction", self->workbook->contexte);
}

static gboolean
write_sheet (PvSynthese *self, PvSyntheseFeuille feuille, GError **error)
{
  return pv_workbook_report (self->workbook, sheets[feuille].nom, 0, error) &&
         sheets[feuille].write (self, self->sheets[feuille], error) &&
         pv_workbook_report (self->workbook, sheets[feuille].nom, done_bp[feuille], error);
}

static gboolean
write_sheets (PvSynthese *self, GError **error)
{
  for (guint i = 0; i < PV_SYNTHESE_N_FEUILLES; i++)
    self->sheets[i] = pv_sheet_new (self->workbook, sheets[i].nom);

  /* the dossiers show what the controls found, the last page what was cut */
  if (!write_sheet (self, PV_SYNTHESE_CONTROLES, error) ||
      !write_sheet (self, PV_SYNTHESE_DOSSIERS, error) ||
      !write_sheet (self, PV_SYNTHESE_FINANCEMENTS, error))
    return FALSE;

  for (guint i = 0; i < PV_SYNTHESE_N_FEUILLES; i++)
    if (i != PV_SYNTHESE_CONTROLES && i != PV_SYNTHESE_DOSSIERS && i != PV_SYNTHESE_FINANCEMENTS &&
        !write_sheet (self, i, error))
      return FALSE;

  worksheet_activate (pv_sheet_get_worksheet (self->sheets[PV_SYNTHESE_SYNTHESE]));
  return TRUE;
}

static PvExportResult *
run (PvSynthese *self,
     const PvExportRequest *request,
     const PvWorkbookLimits *limits,
     GError **error)
{
  PvExportResult *result = NULL;

  if (!load (self, error))
    return NULL;

  self->workbook = pv_workbook_new (
      request, limits, self->contexte->n_dossiers > limits->constant_memory_above, error);
  if (self->workbook == NULL)
    return NULL;

  describe (self);
  if (!write_sheets (self, error))
    return NULL;

  self->workbook->result->n_dossiers = self->contexte->n_dossiers;
  self->workbook->result->n_financements = self->contexte->n_financements;
  result = pv_workbook_finish (self->workbook, error);
  return result;
}

PvExportResult *
pv_synthese_run (const PvExportRequest *request, const PvWorkbookLimits *limits, GError **error)
{
  PvWorkbookLimits standard = PV_WORKBOOK_LIMITS;
  PvSynthese self = { .db = request->db, .filtre = request->filtre };
  PvExportResult *result = NULL;

  self.constats = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  self.empreinte = pv_empreinte_begin (self.db, request->cancellable, error);
  if (self.empreinte != NULL)
    {
      pv_db_set_cancellable (self.db, request->cancellable);
      result = run (&self, request, limits != NULL ? limits : &standard, error);
      pv_db_set_cancellable (self.db, NULL);
      g_clear_pointer (&self.empreinte, pv_empreinte_end);
    }

  clear (&self);
  return result;
}
