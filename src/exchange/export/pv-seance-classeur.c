/* pv-seance-classeur.c: the minutes of a séance as a workbook
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-seance-export.h"
#include "export/pv-sheet.h"
#include "pv/pv-proces-verbal-texte.h"

/* Title and context above the bands. */
#define PREMIERE_LIGNE 2

static const char *const noms[PV_N_SEANCE_FEUILLES] = {
  "Ordre du jour et décisions",
  "Montants par financeur",
  "Présences",
  "Enveloppes",
  "Rectifications",
};

const char *
pv_seance_feuille_get_nom (PvSeanceFeuille feuille)
{
  g_return_val_if_fail ((guint)feuille < PV_N_SEANCE_FEUILLES, NULL);

  return noms[feuille];
}

static PvSheetColumn *
add_column (GArray *columns, const char *entete, PvSheetKind kind, const char *definition)
{
  return pv_sheet_columns_add (columns, NULL, entete, kind, definition);
}

static void
add_sum (GArray *columns, const char *entete, const char *definition)
{
  add_column (columns, entete, PV_SHEET_AMOUNT, definition)->somme = TRUE;
}

static void
add_dossier_columns (GArray *columns)
{
  add_column (columns, "Ordre", PV_SHEET_YEAR, "Place à l’ordre du jour.");
  add_column (columns, "N°", PV_SHEET_TEXT, "Numéro du dossier.");
  add_column (columns, "Porteur", PV_SHEET_LONG_TEXT, "Qui porte l’action.")->largeur_max = 34;
  add_column (columns, "Intitulé", PV_SHEET_LONG_TEXT, "Intitulé de l’action.")->largeur_max = 44;
  add_column (columns, "Décision", PV_SHEET_TEXT, "Décision en vigueur.");
}

static void
add_dossier (PvSheet *sheet, const PvProcesVerbalDossier *dossier, guint decision)
{
  pv_sheet_add_number (sheet, dossier->ordre);
  pv_sheet_add_text (sheet, dossier->numero);
  pv_sheet_add_text (sheet, dossier->porteur);
  pv_sheet_add_text (sheet, dossier->intitule);
  pv_sheet_add_text (sheet, pv_proces_verbal_decision_to_libelle (decision));
}

/* --- decisions --------------------------------------------------------------------------- */

static gboolean
fill_decisions (PvSheet *sheet, gpointer user_data, GError **error)
{
  const PvProcesVerbal *pv = user_data;

  for (guint i = 0; i < pv->dossiers->len; i++)
    {
      const PvProcesVerbalDossier *dossier = pv->dossiers->pdata[i];
      const PvProcesVerbalVersion *version = pv_proces_verbal_dossier_get_version (dossier);
      PvCents decide = pv_proces_verbal_dossier_get_decide (dossier);
      g_autofree char *deports = pv_proces_verbal_texte_deports (dossier);

      add_dossier (sheet, dossier, pv_proces_verbal_dossier_get_decision (dossier));
      pv_sheet_add_text (sheet, version != NULL ? version->reserve : NULL);
      pv_sheet_add_text (sheet, version != NULL ? version->retour : NULL);
      pv_sheet_add_text (sheet, deports);
      pv_sheet_add_number (sheet, dossier->cout_cents);
      pv_sheet_add_number (sheet, dossier->sollicite_cents);
      pv_sheet_add_number (sheet, dossier->propose_cents);
      pv_sheet_add_number (sheet, decide);
      pv_sheet_add_number (sheet, pv_money_rate_bp (decide, dossier->cout_cents));
      if (!pv_sheet_end_row (sheet, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_decisions (const PvProcesVerbal *pv, PvSheet *sheet, GError **error)
{
  GArray *columns = pv_sheet_columns_new ();

  add_dossier_columns (columns);
  add_column (columns, "Réserve ou motif", PV_SHEET_LONG_TEXT, "À quelle condition, ou pourquoi.")
      ->largeur_max = 44;
  add_column (columns, "Revient au", PV_SHEET_LONG_TEXT, "Séance où un dossier ajourné revient.")
      ->largeur_max = 30;
  add_column (columns, "Déports", PV_SHEET_LONG_TEXT, "Qui n’a pas pris part à la décision.")
      ->largeur_max = 30;
  add_sum (columns, "Coût total", "Coût total de l’action.");
  add_sum (columns, "Sollicité", "Demandé à tous les financeurs.");
  add_sum (columns, "Proposé", "Proposé par l’instruction, tous financeurs.");
  add_sum (columns, pv_proces_verbal_texte_montant (pv), "Retenu en séance, tous financeurs.");
  add_column (columns, "Taux", PV_SHEET_PERCENT, "Retenu en séance ÷ coût total.");

  return pv_sheet_write_table (sheet, PREMIERE_LIGNE, 4, columns,
                               "Aucun dossier à l’ordre du jour.", fill_decisions, (gpointer)pv,
                               error);
}

/* --- amounts ----------------------------------------------------------------------------- */

/* Names of the columns are unique: two payers of one name are told apart. */
static char *
name_column (const PvProcesVerbal *pv, guint index)
{
  const PvProcesVerbalFinanceur *financeur = pv->financeurs->pdata[index];
  guint before = 0;

  for (guint i = 0; i < index; i++)
    before += g_str_equal (((const PvProcesVerbalFinanceur *)pv->financeurs->pdata[i])->nom,
                           financeur->nom);

  return before == 0 ? g_strdup (financeur->nom)
                     : g_strdup_printf ("%s (%u)", financeur->nom, before + 1);
}

static gboolean
fill_montants (PvSheet *sheet, gpointer user_data, GError **error)
{
  const PvProcesVerbal *pv = user_data;

  for (guint i = 0; i < pv->dossiers->len; i++)
    {
      const PvProcesVerbalDossier *dossier = pv->dossiers->pdata[i];

      add_dossier (sheet, dossier, pv_proces_verbal_dossier_get_decision (dossier));
      for (guint j = 0; j < pv->financeurs->len; j++)
        pv_sheet_add_number (sheet, pv_proces_verbal_dossier_get_montant (dossier, j));
      pv_sheet_add_number (sheet, pv_proces_verbal_dossier_get_decide (dossier));
      if (!pv_sheet_end_row (sheet, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_montants (const PvProcesVerbal *pv, PvSheet *sheet, GError **error)
{
  GArray *columns = pv_sheet_columns_new ();

  add_dossier_columns (columns);
  for (guint i = 0; i < pv->financeurs->len; i++)
    {
      g_autofree char *nom = name_column (pv, i);

      add_sum (columns, nom,
               "Retenu en séance pour ce financeur\302\240; vide\302\240: aucun montant.");
    }
  add_sum (columns, "Total des financeurs", "Retenu en séance, tous financeurs.");

  return pv_sheet_write_table (sheet, PREMIERE_LIGNE, 4, columns,
                               "Aucun dossier à l’ordre du jour.", fill_montants, (gpointer)pv,
                               error);
}

/* --- presence ---------------------------------------------------------------------------- */

static gboolean
fill_presences (PvSheet *sheet, gpointer user_data, GError **error)
{
  const PvProcesVerbal *pv = user_data;

  for (guint i = 0; i < pv->presences->len; i++)
    {
      const PvProcesVerbalPresence *presence = pv->presences->pdata[i];

      pv_sheet_add_text (sheet, presence->institution);
      pv_sheet_add_text (sheet, presence->personne);
      pv_sheet_add_text (sheet, pv_proces_verbal_texte_presence (presence));
      if (!pv_sheet_end_row (sheet, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_presences (const PvProcesVerbal *pv, PvSheet *sheet, GError **error)
{
  GArray *columns = pv_sheet_columns_new ();

  add_column (columns, "Institution", PV_SHEET_LONG_TEXT, "Membre de l’instance.")->largeur_max =
      50;
  add_column (columns, "Représentée par", PV_SHEET_LONG_TEXT, "Qui siège pour elle.")->largeur_max =
      40;
  add_column (columns, "Présence", PV_SHEET_TEXT, "Relevée en séance.")->capitale = TRUE;

  return pv_sheet_write_table (sheet, PREMIERE_LIGNE, 1, columns, "Aucun membre.", fill_presences,
                               (gpointer)pv, error);
}

/* --- envelopes --------------------------------------------------------------------------- */

static gboolean
fill_enveloppes (PvSheet *sheet, gpointer user_data, GError **error)
{
  const PvProcesVerbal *pv = user_data;

  for (guint i = 0; i < pv->enveloppes->len; i++)
    {
      const PvProcesVerbalEnveloppe *enveloppe = pv->enveloppes->pdata[i];

      pv_sheet_add_text (sheet, enveloppe->financeur);
      pv_sheet_add_text (sheet, enveloppe->dispositif);
      pv_sheet_add_text (sheet, enveloppe->libelle);
      pv_sheet_add_number (sheet, enveloppe->montant_cents);
      pv_sheet_add_number (sheet, enveloppe->avant_cents);
      pv_sheet_add_number (sheet, enveloppe->decide_cents);
      pv_sheet_add_number (sheet, enveloppe->apres_cents);
      pv_sheet_add_text (sheet, enveloppe->derogation);
      if (!pv_sheet_end_row (sheet, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_enveloppes (const PvProcesVerbal *pv, PvSheet *sheet, GError **error)
{
  GArray *columns = pv_sheet_columns_new ();

  add_column (columns, "Financeur", PV_SHEET_TEXT, "Qui ouvre l’enveloppe.");
  add_column (columns, "Dispositif", PV_SHEET_LONG_TEXT, "Ligne de crédits.")->largeur_max = 34;
  add_column (columns, "Enveloppe", PV_SHEET_LONG_TEXT, "Son libellé.")->largeur_max = 40;
  add_sum (columns, "Montant", "Montant de l’enveloppe\302\240; vide\302\240: non notifié.");
  add_sum (columns, "Reste avant", "Ce qui restait sans cette séance.");
  add_sum (columns, pv_proces_verbal_texte_montant (pv), "Retenu en séance sur l’enveloppe.");
  add_sum (columns, "Reste après", "Ce qui reste\302\240; négatif\302\240: dépassée.");
  add_column (columns, "Motif du dépassement", PV_SHEET_LONG_TEXT, "Pourquoi elle est dépassée.")
      ->largeur_max = 50;

  return pv_sheet_write_table (sheet, PREMIERE_LIGNE, 3, columns, "Aucune enveloppe.",
                               fill_enveloppes, (gpointer)pv, error);
}

/* --- rectifications ---------------------------------------------------------------------- */

static gboolean
add_version (PvSheet *sheet,
             const PvProcesVerbal *pv,
             const PvProcesVerbalDossier *dossier,
             const PvProcesVerbalVersion *version,
             GError **error)
{
  add_dossier (sheet, dossier, version->decision);
  pv_sheet_add_number (sheet, version->version);
  pv_sheet_add_text (sheet, version->motif);
  pv_sheet_add_text (sheet, version->reserve);
  for (guint j = 0; j < pv->financeurs->len; j++)
    {
      PvCents somme = PV_CENTS_NULL;

      for (guint k = 0; k < dossier->lignes->len; k++)
        if (((const PvProcesVerbalLigne *)dossier->lignes->pdata[k])->financeur == j)
          pv_money_add (somme, version->montants[k], &somme);
      pv_sheet_add_number (sheet, somme);
    }
  pv_sheet_add_number (sheet, version->total_cents);

  return pv_sheet_end_row (sheet, error);
}

static gboolean
fill_rectifications (PvSheet *sheet, gpointer user_data, GError **error)
{
  const PvProcesVerbal *pv = user_data;

  for (guint i = 0; i < pv->dossiers->len; i++)
    {
      const PvProcesVerbalDossier *dossier = pv->dossiers->pdata[i];

      for (guint j = 0; dossier->versions->len > 1 && j < dossier->versions->len; j++)
        if (!add_version (sheet, pv, dossier, dossier->versions->pdata[j], error))
          return FALSE;
    }

  return TRUE;
}

static gboolean
write_rectifications (const PvProcesVerbal *pv, PvSheet *sheet, GError **error)
{
  GArray *columns = pv_sheet_columns_new ();

  add_dossier_columns (columns);
  add_column (columns, "Version", PV_SHEET_YEAR, "1\302\240: décision de la séance.");
  add_column (columns, "Motif", PV_SHEET_LONG_TEXT, "Pourquoi elle est rectifiée.")->largeur_max =
      44;
  add_column (columns, "Réserve ou motif", PV_SHEET_LONG_TEXT, "À quelle condition, ou pourquoi.")
      ->largeur_max = 44;
  for (guint i = 0; i < pv->financeurs->len; i++)
    {
      g_autofree char *nom = name_column (pv, i);

      add_column (columns, nom, PV_SHEET_AMOUNT, "Retenu pour ce financeur dans cette version.");
    }
  add_column (columns, "Total des financeurs", PV_SHEET_AMOUNT, "Tous financeurs.");

  return pv_sheet_write_table (sheet, PREMIERE_LIGNE, 4, columns, "Aucune rectification.",
                               fill_rectifications, (gpointer)pv, error);
}

/* --- the workbook ------------------------------------------------------------------------ */

typedef gboolean (*Ecriture) (const PvProcesVerbal *pv, PvSheet *sheet, GError **error);

static const Ecriture ecritures[PV_N_SEANCE_FEUILLES] = {
  [PV_SEANCE_FEUILLE_DECISIONS] = write_decisions,
  [PV_SEANCE_FEUILLE_MONTANTS] = write_montants,
  [PV_SEANCE_FEUILLE_PRESENCES] = write_presences,
  [PV_SEANCE_FEUILLE_ENVELOPPES] = write_enveloppes,
  [PV_SEANCE_FEUILLE_RECTIFICATIONS] = write_rectifications,
};

static gboolean
write_sheets (const PvProcesVerbal *pv, PvWorkbook *workbook, const char *titre, GError **error)
{
  for (guint i = 0; i < PV_N_SEANCE_FEUILLES; i++)
    {
      g_autoptr (PvSheet) sheet = pv_sheet_new (workbook, noms[i]);
      g_autofree char *complet = g_strdup_printf ("%s\302\240: %s", titre, noms[i]);

      if (!pv_workbook_report (workbook, noms[i], 1600 * i, error))
        return FALSE;
      pv_sheet_write_title (sheet, complet, NULL);
      if (!ecritures[i](pv, sheet, error) ||
          !pv_workbook_report (workbook, noms[i], 1600 * (i + 1), error))
        return FALSE;
    }

  return TRUE;
}

static char *
describe (const PvProcesVerbal *pv)
{
  g_autofree char *quorum = pv_proces_verbal_texte_quorum (pv);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (pv->contrat != NULL)
    g_ptr_array_add (parts, pv->contrat);
  if (pv->appel != NULL)
    g_ptr_array_add (parts, pv->appel);
  if (pv->lieu != NULL)
    g_ptr_array_add (parts, pv->lieu);
  g_ptr_array_add (parts, quorum);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv ("   ▪   ", (char **)parts->pdata);
}

PvExportResult *
pv_seance_classeur_run (const PvExportRequest *request, const PvProcesVerbal *pv, GError **error)
{
  PvWorkbookLimits limits = PV_WORKBOOK_LIMITS;
  g_autofree char *nom = pv_proces_verbal_dup_nom (pv);
  g_autofree char *titre = pv->close ? g_strdup (nom) : g_strdup_printf ("Projet\302\240: %s", nom);
  g_autoptr (PvWorkbook) workbook =
      pv_workbook_new (request, &limits, pv->dossiers->len > limits.constant_memory_above, error);

  if (workbook == NULL)
    return NULL;

  workbook->contexte = describe (pv);
  workbook->pied = g_strdup (titre);
  pv_workbook_set_properties (workbook, titre, workbook->contexte);
  if (!write_sheets (pv, workbook, titre, error))
    return NULL;
  workbook->result->n_dossiers = pv->dossiers->len;
  for (guint i = 0; i < pv->dossiers->len; i++)
    workbook->result->n_financements +=
        ((const PvProcesVerbalDossier *)pv->dossiers->pdata[i])->lignes->len;

  return pv_workbook_finish (workbook, error);
}
