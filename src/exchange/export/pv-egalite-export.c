/* pv-egalite-export.c: the equality workbook
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-egalite-export.h"

#include "egalite/pv-egalite-analyse.h"
#include "egalite/pv-egalite-liste-store.h"
#include "egalite/pv-egalite-porteur-store.h"
#include "export/pv-sheet.h"
#include "institution/pv-institution.h"
#include "marqueur/pv-axe-store.h"
#include "marqueur/pv-marqueur.h"
#include "reglage/pv-reglage-store.h"
#include "synthese/pv-synthese-contexte-store.h"

/* Title and context above the bands. */
#define PREMIERE_LIGNE 2

static const char *const noms[PV_N_EGALITE_FEUILLES] = { "Analyse", "Dossiers",
                                                         "Porteurs à accompagner" };

/* Once a sheet is written; closing the file takes the rest. */
static const guint done_bp[PV_N_EGALITE_FEUILLES] = { 2000, 6800, 7000 };

typedef struct
{
  PvDb *db;
  PvFiltre filtre;
  gint64 axe_id;
} Travail;

const char *
pv_egalite_feuille_get_nom (PvEgaliteFeuille feuille)
{
  g_return_val_if_fail ((guint)feuille < PV_N_EGALITE_FEUILLES, NULL);

  return noms[feuille];
}

/* --- analysis ---------------------------------------------------------------------------- */

static void
add_mesures (PvSheet *sheet, const PvEgaliteLigne *ligne, PvEgaliteBase base, gboolean montant)
{
  for (guint m = 0; m <= PV_N_EGALITE_MARQUES; m++)
    {
      PvEgaliteMesure mesure =
          m < PV_N_EGALITE_MARQUES
              ? ligne->mesures[base][m]
              : pv_egalite_ligne_get_somme (ligne, base, 0, PV_EGALITE_NON_EVALUE);

      pv_sheet_add_number (sheet, montant ? mesure.cents : mesure.dossiers);
    }
  pv_sheet_add_number (sheet, pv_egalite_ligne_get_part_bp (ligne, base, montant));
  pv_sheet_add_number (sheet, pv_egalite_ligne_get_couverture_bp (ligne, base, montant));
}

static gboolean
add_ligne (PvSheet *sheet,
           const char *par,
           const char *libelle,
           const PvEgaliteLigne *ligne,
           GError **error)
{
  pv_sheet_add_text (sheet, par);
  pv_sheet_add_text (sheet, libelle);
  for (guint base = 0; base < PV_N_EGALITE_BASES; base++)
    for (guint montant = 0; montant < 2; montant++)
      add_mesures (sheet, ligne, (PvEgaliteBase)base, montant == 1);

  return pv_sheet_end_row (sheet, error);
}

static gboolean
fill_analyse (PvSheet *sheet, gpointer user_data, GError **error)
{
  Travail *self = user_data;

  for (guint par = 0; par < PV_N_EGALITE_PAR; par++)
    {
      const char *titre = pv_egalite_par_to_libelle ((PvEgalitePar)par);
      g_autoptr (PvEgaliteAnalyse) analyse = pv_egalite_analyse_compute (
          self->db, self->axe_id, (PvEgalitePar)par, &self->filtre, error);

      if (analyse == NULL)
        return FALSE;
      if (par == 0 && !add_ligne (sheet, "Ensemble", "Tous les dossiers", &analyse->total, error))
        return FALSE;
      for (guint i = 0; i < analyse->lignes->len; i++)
        {
          const PvEgaliteLigne *ligne = analyse->lignes->pdata[i];

          if (!add_ligne (sheet, titre, ligne->libelle, ligne, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* Names are unique in the sheet: each says its base. */
static void
add_analyse_columns (GArray *columns, PvEgaliteBase base, gboolean montant)
{
  static const char *const marques[] = { "marque 0", "marque 1", "marque 2",  "non évalué",
                                         "total",    "part 1+2", "couverture" };
  const char *sens = base == PV_EGALITE_DEMANDE ? "Demandé" : "Accordé";
  const char *unite = montant ? "montant" : "dossiers";
  g_autofree char *bande = g_strdup_printf ("%s, %s", sens, unite);

  for (guint i = 0; i < G_N_ELEMENTS (marques); i++)
    {
      g_autofree char *entete = g_strdup_printf ("%s, %s, %s", sens, unite, marques[i]);
      PvSheetKind kind = i >= 5 ? PV_SHEET_PERCENT : montant ? PV_SHEET_AMOUNT : PV_SHEET_COUNT;

      pv_sheet_columns_add (columns, bande, entete, kind,
                            base == PV_EGALITE_DEMANDE
                                ? "Tous les dossiers, montant sollicité."
                                : "Dossiers financés, montant voté, à défaut arbitré.");
    }
}

static gboolean
write_analyse (Travail *self, PvSheet *sheet, GError **error)
{
  GArray *columns = pv_sheet_columns_new ();

  pv_sheet_columns_add (columns, "Ligne", "Par", PV_SHEET_TEXT, "Ce que sont les lignes.");
  pv_sheet_columns_add (columns, "Ligne", "Libellé", PV_SHEET_LONG_TEXT, "La ligne.")->largeur_max =
      50;
  for (guint base = 0; base < PV_N_EGALITE_BASES; base++)
    for (guint montant = 0; montant < 2; montant++)
      add_analyse_columns (columns, (PvEgaliteBase)base, montant == 1);
  pv_sheet_write_title (sheet, "Marqueur égalité femmes-hommes : analyse", NULL);

  return pv_sheet_write_table (sheet, PREMIERE_LIGNE, 2, columns, "Aucun dossier.", fill_analyse,
                               self, error);
}

/* --- dossiers ---------------------------------------------------------------------------- */

static const char *
to_texte (PvEgaliteReponse reponse)
{
  switch (reponse)
    {
    case PV_EGALITE_OUI:
      return "Oui";
    case PV_EGALITE_NON:
      return "Non";
    case PV_EGALITE_SANS_REPONSE:
    default:
      return NULL;
    }
}

static gint64
decide (const PvEgaliteReponse *reponses, guint criteres)
{
  PvEgaliteResultat resultat;

  pv_egalite_decide (reponses, criteres, &resultat);

  return resultat.marque;
}

static void
add_reponses (PvSheet *sheet, const PvEgaliteReponse *reponses, guint criteres)
{
  for (guint q = 0; q < PV_N_EGALITE_QUESTIONS; q++)
    pv_sheet_add_text (sheet, to_texte (reponses[q]));
  pv_sheet_add_number (sheet, decide (reponses, criteres));
}

static gboolean
add_dossier (PvSheet *sheet, const PvEgaliteDossier *dossier, guint n_institutions, GError **error)
{
  gint64 arbre = decide (dossier->communes, dossier->criteres);

  pv_sheet_add_text (sheet, dossier->numero);
  pv_sheet_add_text (sheet, dossier->porteur);
  pv_sheet_add_text (sheet, dossier->intitule);
  pv_sheet_add_number (sheet, dossier->exercice);
  pv_sheet_add_number (sheet, dossier->demande_cents);
  pv_sheet_add_number (sheet, dossier->accorde_cents);
  pv_sheet_add_number (sheet, dossier->marque);
  pv_sheet_add_text (sheet, arbre == PV_INT_NULL || dossier->marque == PV_INT_NULL ? NULL
                            : arbre == dossier->marque ? "conforme à l’arbre"
                                                       : "diffère de l’arbre");
  pv_sheet_add_text (sheet, dossier->justification);
  pv_sheet_add_date (sheet, dossier->decide_le);
  pv_sheet_add_text (sheet, dossier->decide_par);
  add_reponses (sheet, dossier->communes, dossier->criteres);
  for (guint i = 0; i < n_institutions; i++)
    add_reponses (sheet, dossier->par_institution[i], dossier->criteres);

  return pv_sheet_end_row (sheet, error);
}

static gboolean
fill_dossiers (PvSheet *sheet, gpointer user_data, GError **error)
{
  Travail *self = user_data;
  g_autoptr (PvEgaliteListe) liste =
      pv_egalite_liste_open (self->db, self->axe_id, &self->filtre, error);
  g_autoptr (GError) local = NULL;
  const PvEgaliteDossier *dossier;

  if (liste == NULL)
    return FALSE;

  while ((dossier = pv_egalite_liste_next (liste, &local)) != NULL)
    if (!add_dossier (sheet, dossier, pv_egalite_liste_get_institutions (liste)->len, error))
      return FALSE;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static void
add_question_columns (GArray *columns, const char *qui, const char *bande)
{
  static const char *const questions[] = { "public mixte",       "objectif égalité",
                                           "a diagnostic",       "b participation",
                                           "c indicateurs",      "3 bis cohérence",
                                           "résultat de l’arbre" };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *entete = g_strdup_printf ("%s : %s", qui, questions[i]);

      pv_sheet_columns_add (columns, bande, entete,
                            i < PV_N_EGALITE_QUESTIONS ? PV_SHEET_CODE : PV_SHEET_YEAR,
                            "Réponse à la question de l’arbre ; vide : pas de réponse.");
    }
}

static GArray *
make_dossier_columns (GPtrArray *institutions)
{
  GArray *columns = pv_sheet_columns_new ();

  pv_sheet_columns_add (columns, "Dossier", "N°", PV_SHEET_TEXT, "Numéro du dossier.");
  pv_sheet_columns_add (columns, "Dossier", "Porteur", PV_SHEET_LONG_TEXT, "Qui porte l’action.");
  pv_sheet_columns_add (columns, "Dossier", "Intitulé", PV_SHEET_LONG_TEXT, "Intitulé de l’action.")
      ->largeur_max = 50;
  pv_sheet_columns_add (columns, "Dossier", "Exercice", PV_SHEET_YEAR, "Année du dossier.");
  pv_sheet_columns_add (columns, "Dossier", "Demandé", PV_SHEET_AMOUNT, "Montant sollicité.")
      ->somme = TRUE;
  pv_sheet_columns_add (columns, "Dossier", "Accordé", PV_SHEET_AMOUNT,
                        "Montant voté, à défaut arbitré.")
      ->somme = TRUE;
  pv_sheet_columns_add (columns, "Marque collective", "Marque", PV_SHEET_YEAR,
                        "0, 1 ou 2 ; vide : non évalué, ce qui n’est pas 0.");
  pv_sheet_columns_add (columns, "Marque collective", "Accord", PV_SHEET_TEXT,
                        "Si la marque est celle que donne l’arbre.");
  pv_sheet_columns_add (columns, "Marque collective", "Justification", PV_SHEET_LONG_TEXT,
                        "Pourquoi cette marque.")
      ->largeur_max = 60;
  pv_sheet_columns_add (columns, "Marque collective", "Décidée le", PV_SHEET_DATE,
                        "Jour de la décision.");
  pv_sheet_columns_add (columns, "Marque collective", "Décidée par", PV_SHEET_TEXT,
                        "Réunion qui a décidé.");
  add_question_columns (columns, "Commun", "Réponses communes");
  for (guint i = 0; i < institutions->len; i++)
    {
      const PvInstitution *institution = institutions->pdata[i];

      add_question_columns (columns, institution->nom, institution->nom);
    }

  return columns;
}

static gboolean
write_dossiers (Travail *self, PvSheet *sheet, GError **error)
{
  g_autoptr (PvEgaliteListe) liste =
      pv_egalite_liste_open (self->db, self->axe_id, &self->filtre, error);

  if (liste == NULL)
    return FALSE;
  pv_sheet_write_title (sheet, "Marqueur égalité femmes-hommes : dossiers", NULL);

  return pv_sheet_write_table (sheet, PREMIERE_LIGNE, 3,
                               make_dossier_columns (pv_egalite_liste_get_institutions (liste)),
                               "Aucun dossier.", fill_dossiers, self, error);
}

/* --- to accompany ------------------------------------------------------------------------ */

static gboolean
list_porteurs (Travail *self, GPtrArray **porteurs, GError **error)
{
  gint64 n;

  if (!pv_reglage_store_get_int (self->db, PV_REGLAGE_EGALITE_PORTEURS, PV_EGALITE_PORTEURS_DEFAUT,
                                 &n, error))
    return FALSE;
  *porteurs = pv_egalite_porteur_store_list (self->db, self->axe_id, &self->filtre, n, error);

  return *porteurs != NULL;
}

static gboolean
fill_porteurs (PvSheet *sheet, gpointer user_data, GError **error)
{
  g_autoptr (GPtrArray) porteurs = NULL;

  if (!list_porteurs (user_data, &porteurs, error))
    return FALSE;
  for (guint i = 0; i < porteurs->len; i++)
    {
      const PvEgalitePorteur *porteur = porteurs->pdata[i];

      pv_sheet_add_number (sheet, i + 1);
      pv_sheet_add_text (sheet, porteur->nom);
      pv_sheet_add_text (sheet, porteur->intitules);
      pv_sheet_add_number (sheet, porteur->dossiers);
      pv_sheet_add_number (sheet, porteur->demande_cents);
      pv_sheet_add_number (sheet, porteur->accorde_cents);
      if (!pv_sheet_end_row (sheet, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_porteurs (Travail *self, PvSheet *sheet, GError **error)
{
  GArray *columns = pv_sheet_columns_new ();

  pv_sheet_columns_add (columns, NULL, "Rang", PV_SHEET_YEAR, "Par montant accordé décroissant.");
  pv_sheet_columns_add (columns, NULL, "Porteur", PV_SHEET_LONG_TEXT, "Qui porte les actions.");
  pv_sheet_columns_add (columns, NULL, "Actions à la marque 0", PV_SHEET_LONG_TEXT,
                        "Leurs intitulés.")
      ->largeur_max = 80;
  pv_sheet_columns_add (columns, NULL, "Dossiers", PV_SHEET_COUNT, "À la marque 0.")->somme = TRUE;
  pv_sheet_columns_add (columns, NULL, "Demandé", PV_SHEET_AMOUNT, "Montant sollicité.")->somme =
      TRUE;
  pv_sheet_columns_add (columns, NULL, "Accordé", PV_SHEET_AMOUNT,
                        "Montant voté, à défaut arbitré.")
      ->somme = TRUE;
  pv_sheet_write_title (sheet, "Porteurs à accompagner", NULL);

  return pv_sheet_write_table (sheet, PREMIERE_LIGNE, 2, columns, "Personne à accompagner.",
                               fill_porteurs, self, error);
}

/* --- the workbook ------------------------------------------------------------------------ */

typedef gboolean (*Ecriture) (Travail *self, PvSheet *sheet, GError **error);

static const Ecriture ecritures[PV_N_EGALITE_FEUILLES] = {
  [PV_EGALITE_FEUILLE_ANALYSE] = write_analyse,
  [PV_EGALITE_FEUILLE_DOSSIERS] = write_dossiers,
  [PV_EGALITE_FEUILLE_ACCOMPAGNER] = write_porteurs,
};

static gboolean
write_sheets (Travail *self, PvWorkbook *workbook, GError **error)
{
  for (guint i = 0; i < PV_N_EGALITE_FEUILLES; i++)
    {
      g_autoptr (PvSheet) sheet = pv_sheet_new (workbook, noms[i]);

      if (!pv_workbook_report (workbook, noms[i], 0, error) || !ecritures[i](self, sheet, error) ||
          !pv_workbook_report (workbook, noms[i], done_bp[i], error))
        return FALSE;
    }

  return TRUE;
}

static PvExportResult *
run (Travail *self,
     const PvExportRequest *request,
     const PvSyntheseContexte *contexte,
     GError **error)
{
  PvWorkbookLimits limits = PV_WORKBOOK_LIMITS;
  g_autoptr (PvWorkbook) workbook = pv_workbook_new (
      request, &limits, contexte->n_dossiers > limits.constant_memory_above, error);

  if (workbook == NULL)
    return NULL;

  workbook->contexte = g_strdup_printf ("%s   ▪   Appel : %s   ▪   Exercice : %s",
                                        contexte->contrat != NULL ? contexte->contrat : "Progville",
                                        contexte->appel != NULL ? contexte->appel : "tous",
                                        contexte->exercices != NULL ? contexte->exercices : "tous");
  workbook->pied = g_strdup ("Progville");
  pv_workbook_set_properties (workbook, "Égalité femmes-hommes", workbook->contexte);
  if (!write_sheets (self, workbook, error))
    return NULL;
  workbook->result->n_dossiers = contexte->n_dossiers;
  workbook->result->n_financements = contexte->n_financements;

  return pv_workbook_finish (workbook, error);
}

PvExportResult *
pv_egalite_export_run (const PvExportRequest *request, GError **error)
{
  Travail self = { .db = request->db, .filtre = request->filtre };
  PvSyntheseContexte *contexte = NULL;
  PvExportResult *result = NULL;

  if (!pv_db_begin_snapshot (self.db, error))
    return NULL;

  pv_db_set_cancellable (self.db, request->cancellable);
  contexte = pv_synthese_contexte_load_sans_montants (self.db, &self.filtre, error);
  if (contexte != NULL && pv_axe_store_find_by_code (self.db, PV_AXE_EGALITE, &self.axe_id, error))
    result = run (&self, request, contexte, error);
  g_clear_pointer (&contexte, pv_synthese_contexte_free);
  pv_db_set_cancellable (self.db, NULL);
  pv_db_end_snapshot (self.db);

  return result;
}

gboolean
pv_egalite_export_compter (PvDb *db, const PvFiltre *filtre, gint64 *lignes, GError **error)
{
  Travail self = { .db = db, .filtre = *filtre };
  g_autoptr (GPtrArray) porteurs = NULL;
  PvSyntheseContexte *contexte = pv_synthese_contexte_load_sans_montants (db, filtre, error);

  if (contexte == NULL)
    return FALSE;
  lignes[PV_EGALITE_FEUILLE_DOSSIERS] = contexte->n_dossiers;
  pv_synthese_contexte_free (contexte);
  if (!pv_axe_store_find_by_code (db, PV_AXE_EGALITE, &self.axe_id, error) ||
      !list_porteurs (&self, &porteurs, error))
    return FALSE;
  lignes[PV_EGALITE_FEUILLE_ACCOMPAGNER] = porteurs->len;
  lignes[PV_EGALITE_FEUILLE_ANALYSE] = 1;
  for (guint par = 0; par < PV_N_EGALITE_PAR; par++)
    {
      g_autoptr (PvEgaliteAnalyse) analyse =
          pv_egalite_analyse_compute (db, self.axe_id, (PvEgalitePar)par, filtre, error);

      if (analyse == NULL)
        return FALSE;
      lignes[PV_EGALITE_FEUILLE_ANALYSE] += analyse->lignes->len;
    }

  return TRUE;
}
