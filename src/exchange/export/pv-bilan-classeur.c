/* pv-bilan-classeur.c: writes the sheets of the workbook `bilan`
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-bilan-classeur.h"

#include "export/pv-export-francais.h"
#include "export/pv-lisez-moi.h"
#include "pv-date.h"

typedef gboolean (*WriteSheet) (PvBilanClasseur *self, PvBilanFeuille feuille, GError **error);

static const struct
{
  const char *nom;
  WriteSheet write;
} feuilles[PV_N_BILAN_FEUILLES] = {
  [PV_BILAN_BILAN] = { "Bilan", pv_bilan_page_sheet_write },
  [PV_BILAN_EVOLUTION] = { "Évolution", pv_bilan_annees_sheet_write },
  [PV_BILAN_CATEGORIES] = { "Catégories", pv_bilan_table_sheet_write },
  [PV_BILAN_FINANCEURS] = { "Financeurs", pv_bilan_table_sheet_write },
  [PV_BILAN_AXES] = { "Axes", pv_bilan_table_sheet_write },
  [PV_BILAN_OBJECTIFS] = { "Objectifs", pv_bilan_table_sheet_write },
  [PV_BILAN_COMMUNES] = { "Communes", pv_bilan_table_sheet_write },
  [PV_BILAN_QUARTIERS] = { "Quartiers", pv_bilan_table_sheet_write },
  [PV_BILAN_PORTEURS] = { "Porteurs", pv_bilan_table_sheet_write },
  [PV_BILAN_FORMES] = { "Formes", pv_bilan_table_sheet_write },
  [PV_BILAN_NATURE] = { "Nouvelles et reconduites", pv_bilan_table_sheet_write },
  [PV_BILAN_CPO] = { "CPO", pv_bilan_table_sheet_write },
  [PV_BILAN_EGALITE] = { "Égalité F-H", pv_bilan_annees_sheet_write },
  [PV_BILAN_PREVU_REALISE] = { "Prévu et réalisé", pv_bilan_postes_sheet_write },
  [PV_BILAN_PUBLICS] = { "Publics", pv_bilan_annees_sheet_write },
  [PV_BILAN_DOSSIERS] = { "Dossiers", pv_bilan_dossiers_sheet_write },
  [PV_BILAN_LISEZ_MOI] = { "Lisez-moi", pv_bilan_lisez_moi_sheet_write },
};

const char *
pv_bilan_feuille_to_nom (PvBilanFeuille feuille)
{
  return feuilles[feuille].nom;
}

static PvBilanAnalyse *
compute (PvDb *db, const PvFiltre *filtre, GCancellable *cancellable, GError **error)
{
  PvBilanPerimetre perimetre = PV_BILAN_PERIMETRE_TOUT;

  perimetre.appel_id = filtre->appel_id;
  if (filtre->exercice != PV_INT_NULL)
    {
      perimetre.exercices = &filtre->exercice;
      perimetre.n_exercices = 1;
    }

  return pv_bilan_analyse_compute (db, &perimetre, cancellable, error);
}

static gboolean
load (PvBilanClasseur *self, GCancellable *cancellable, GError **error)
{
  g_auto (PvExportFrancais) francais = { 0 };

  /* words of the analysis are those of the sheets */
  pv_export_francais_begin (&francais);
  self->contexte = pv_synthese_contexte_load_sans_montants (self->db, &self->filtre, error);
  self->analyse =
      self->contexte != NULL ? compute (self->db, &self->filtre, cancellable, error) : NULL;

  return self->analyse != NULL;
}

static void
describe (PvBilanClasseur *self)
{
  const PvSyntheseContexte *contexte = self->contexte;
  const char *contrat = contexte->contrat != NULL ? contexte->contrat : "Progville";
  g_autofree char *today = pv_clock_today (pv_db_get_clock (self->db));
  g_autofree char *date = pv_date_format_french (today, PV_DATE_FORMAT_LONG);
  g_autoptr (GString) footer = g_string_new (contrat);

  self->workbook->contexte =
      g_strdup_printf ("%s   ▪   Appel : %s   ▪   Exercices : %s   ▪   État au %s", contrat,
                       contexte->appel != NULL ? contexte->appel : "tous",
                       contexte->exercices != NULL ? contexte->exercices : "–", date);
  /* & begins a code in a footer, which is 255 characters at most */
  g_string_replace (footer, "&", "&&", 0);
  self->workbook->pied =
      g_utf8_substring (footer->str, 0, MIN (g_utf8_strlen (footer->str, -1), 120));
  pv_workbook_set_properties (self->workbook, "Bilan de la programmation",
                              self->workbook->contexte);
}

static gboolean
write_sheets (PvBilanClasseur *self, GError **error)
{
  for (guint i = 0; i < PV_N_BILAN_FEUILLES; i++)
    self->sheets[i] = pv_sheet_new (self->workbook, feuilles[i].nom);
  for (guint i = 0; i < PV_N_BILAN_FEUILLES; i++)
    if (!pv_workbook_report (self->workbook, feuilles[i].nom, 1000 + i * 60, error) ||
        !feuilles[i].write (self, i, error))
      return FALSE;
  worksheet_activate (pv_sheet_get_worksheet (self->sheets[PV_BILAN_BILAN]));

  return TRUE;
}

static PvExportResult *
run (PvBilanClasseur *self, const PvExportRequest *request, GError **error)
{
  const PvWorkbookLimits limits = PV_WORKBOOK_LIMITS;

  if (!load (self, request->cancellable, error))
    return NULL;
  self->workbook = pv_workbook_new (
      request, &limits, self->analyse->total.mesure.finances > limits.constant_memory_above, error);
  if (self->workbook == NULL)
    return NULL;

  describe (self);
  if (!write_sheets (self, error))
    return NULL;
  self->workbook->result->n_dossiers = self->analyse->total.mesure.finances;
  self->workbook->result->n_financements = self->contexte->n_financements;

  return pv_workbook_finish (self->workbook, error);
}

PvExportResult *
pv_bilan_classeur_run (const PvExportRequest *request, GError **error)
{
  PvBilanClasseur self = { .db = request->db, .filtre = request->filtre };
  PvExportResult *result = NULL;

  self.empreinte = pv_empreinte_begin (self.db, request->cancellable, error);
  if (self.empreinte != NULL)
    {
      pv_db_set_cancellable (self.db, request->cancellable);
      result = run (&self, request, error);
      pv_db_set_cancellable (self.db, NULL);
      g_clear_pointer (&self.empreinte, pv_empreinte_end);
    }
  for (guint i = 0; i < PV_N_BILAN_FEUILLES; i++)
    g_clear_pointer (&self.sheets[i], pv_sheet_free);
  g_clear_pointer (&self.workbook, pv_workbook_free);
  g_clear_pointer (&self.contexte, pv_synthese_contexte_free);
  g_clear_pointer (&self.analyse, pv_bilan_analyse_free);

  return result;
}

gboolean
pv_bilan_classeur_compter (PvDb *db,
                           const PvFiltre *filtre,
                           gint64 *n_lignes,
                           GCancellable *cancellable,
                           GError **error)
{
  PvBilanAnalyse *analyse = compute (db, filtre, cancellable, error);

  if (analyse == NULL)
    return FALSE;

  n_lignes[PV_BILAN_BILAN] = n_lignes[PV_BILAN_LISEZ_MOI] = PV_INT_NULL;
  n_lignes[PV_BILAN_EVOLUTION] = n_lignes[PV_BILAN_EGALITE] = n_lignes[PV_BILAN_PUBLICS] =
      analyse->n_annees;
  n_lignes[PV_BILAN_PREVU_REALISE] = analyse->postes->len;
  n_lignes[PV_BILAN_DOSSIERS] = analyse->total.mesure.finances;
  for (guint i = PV_BILAN_CATEGORIES; i <= PV_BILAN_CPO; i++)
    n_lignes[i] = pv_bilan_analyse_get_table (analyse, pv_bilan_feuille_get_par (i))->lignes->len;
  pv_bilan_analyse_free (analyse);

  return TRUE;
}

gboolean
pv_bilan_lisez_moi_sheet_write (PvBilanClasseur *self, PvBilanFeuille feuille, GError **error)
{
  static const PvLisezMoiRegle regles[] = {
    { "Cellule vide", "Non connu, pas de réponse ou non évalué. Ce n’est jamais 0." },
    { "Dossier financé", "Un montant est accordé, notifié ou versé, au-dessus de 0." },
    { "Accordé", "Montant voté ; à défaut arbitré, de chaque financement." },
    { "Exercice", "Celui du dossier, tous ses financements avec lui." },
    { "Dossier détaillé en parties", "Il n’est ni compté ni sommé : ses parties le sont." },
    { "Totaux des montants",
      "Ils suivent les filtres (SOUS.TOTAL) ; sans filtre, ils sont égaux au centime aux totaux "
      "de la base." },
    { "Totaux des nombres",
      "Un dossier et un porteur comptent une fois, même s’ils sont dans plusieurs lignes." },
    { "Part QPV", "Pondérée par le nombre de bénéficiaires des dossiers qui la disent." },
  };
  const PvLisezMoi contenu = {
    .db = self->db,
    .empreinte = self->empreinte,
    .filtre = &self->filtre,
    .workbook = self->workbook,
    .contexte = self->contexte,
    .sheets = self->sheets,
    .n_sheets = PV_N_BILAN_FEUILLES,
    .regles = regles,
    .n_regles = G_N_ELEMENTS (regles),
  };

  return pv_lisez_moi_write (&contenu, self->sheets[feuille], error);
}
