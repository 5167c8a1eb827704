/* pv-synthese-dossier-store.c: the dossiers, one after the other, all told
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "synthese/pv-synthese-dossier-store.h"

#include <glib/gi18n-lib.h>

#include "pv-error.h"

#include "dossier/pv-dossier-payeurs.h"
#include "dossier/pv-dossier.h"
#include "institution/pv-institution.h"
#include "instruction/pv-instruction.h"
#include "organisme/pv-organisme.h"
#include "synthese/pv-synthese-fil.h"

/* Every query goes through its rows in the order of the dossiers' keys, that
 * its index gives for nothing: CROSS JOIN keeps that order of tables. */
static const char SQL_DOSSIERS[] =
    "SELECT d.id, d.chapeau, d.numero, o.nom, o.siret, o.forme, d.intitule, dn.noeud_id,"
    "       d.objectif_declare, d.nature, d.cpo_annee, d.cpo_duree, d.debut, d.fin,"
    "       CASE WHEN t.n_charges > 0 THEN t.charges_cents ELSE d.cout_total_declare_cents END,"
    "       d.beneficiaires_femmes, d.beneficiaires_hommes, d.beneficiaires_non_ventiles,"
    "       d.beneficiaires_qpv_bp, d.statut, d.territoire_declare, m.valeur"
    "  FROM dossier d CROSS JOIN organisme o ON o.id = d.porteur_id"
    "  LEFT JOIN total_dossier t ON t.id = d.id"
    "  LEFT JOIN dossier_noeud dn ON dn.dossier_id = d.id AND dn.principal = 1"
    "  LEFT JOIN marqueur m ON m.dossier_id = d.id"
    "        AND m.axe_id = (SELECT id FROM axe_transversal WHERE code = 'egalite')"
    " WHERE " PV_FILTRE_SQL " ORDER BY d.id";

enum
{
  COL_ID,
  COL_CHAPEAU,
  COL_NUMERO,
  COL_PORTEUR,
  COL_SIRET,
  COL_FORME,
  COL_INTITULE,
  COL_NOEUD,
  COL_OBJECTIF,
  COL_NATURE,
  COL_CPO_ANNEE,
  COL_CPO_DUREE,
  COL_DEBUT,
  COL_FIN,
  COL_COUT,
  COL_FEMMES,
  COL_HOMMES,
  COL_NON_VENTILES,
  COL_QPV,
  COL_STATUT,
  COL_TERRITOIRE,
  COL_MARQUEUR,
};

static const char SQL_FINANCEMENTS[] =
    "SELECT f.dossier_id,"
    "       CASE fi.categorie WHEN 'etat' THEN 0 WHEN 'region' THEN 1 WHEN 'departement' THEN 2"
    "            WHEN 'caf' THEN 3 WHEN 'epci' THEN 4 WHEN 'commune' THEN 5 ELSE 6 END,"
    "       fi.public, f.sollicite_cents, f.propose_cents, f.arbitre_cents, f.vote_cents,"
    "       f.notifie_cents, t.verse_cents"
    "  FROM financement f CROSS JOIN financeur fi ON fi.id = f.financeur_id"
    "  LEFT JOIN total_financement t ON t.id = f.id"
    " ORDER BY f.dossier_id";

static const char SQL_TERRITOIRES[] =
    "SELECT dossier_id, quartier_id, commune_id FROM dossier_territoire"
    " ORDER BY dossier_id, quartier_id, commune_id";

static const char SQL_AVIS[] = "SELECT dossier_id, institution_id, avis FROM instruction"
                               " WHERE etat = 'soumise' AND avis IS NOT NULL"
                               " ORDER BY dossier_id, institution_id, version";

/* The last decision stands: a rectification is a later version. What an open séance has on the
 * table is not decided yet. */
static const char SQL_DECISIONS[] =
    "SELECT sd.dossier_id, e.decision, e.reserve"
    "  FROM decision e"
    "  JOIN seance_dossier sd ON sd.id = e.seance_dossier_id"
    "  JOIN seance s ON s.id = sd.seance_id"
    "  JOIN instance i ON i.id = s.instance_id AND i.effet = 'decision'"
    " WHERE s.etat = 'close' AND e.decision IS NOT NULL"
    " ORDER BY sd.dossier_id, s.date_le, s.id, e.version";

struct _PvSyntheseDossiers
{
  PvDb *db;
  const PvSyntheseReferentiel *referentiel;
  GPtrArray *institutions;
  GArray *scores;
  PvStatement *rows;
  PvSyntheseFil financements;
  PvSyntheseFil territoires;
  PvSyntheseFil avis;
  PvSyntheseFil decisions;
  PvSyntheseDossier dossier;
  GString *communes;
  GString *quartiers;
  GString *cpo;
  GString *reserve;
  char *affichage; /* of the status, when it tells how many funders notified */
  GArray *communes_vues;
};

static const char *
label (const PvVocabulaire *vocabulaire, const char *id)
{
  return pv_vocabulaire_to_libelle (vocabulaire, pv_vocabulaire_from_id (vocabulaire, id));
}

static void
append_name (GString *list, const char *name)
{
  if (name == NULL)
    return;

  if (list->len > 0)
    g_string_append (list, ", ");
  g_string_append (list, name);
}

static void
append_commune (PvSyntheseDossiers *self, gint64 commune_id)
{
  for (guint i = 0; i < self->communes_vues->len; i++)
    if (g_array_index (self->communes_vues, gint64, i) == commune_id)
      return;

  g_array_append_val (self->communes_vues, commune_id);
  append_name (self->communes, pv_synthese_referentiel_get_commune (self->referentiel, commune_id));
}

static void
append_communes (PvSyntheseDossiers *self, gint64 quartier_id)
{
  const GArray *communes = pv_synthese_referentiel_get_communes (self->referentiel, quartier_id);

  for (guint i = 0; communes != NULL && i < communes->len; i++)
    append_commune (self, g_array_index (communes, gint64, i));
}

/* The rows of one quartier, one for each of its communes that is said, follow each other. */
static void
append_territoire (PvSyntheseDossiers *self, gint64 quartier_id, gint64 commune_id, gint64 avant)
{
  if (quartier_id != PV_INT_NULL && quartier_id != avant)
    append_name (self->quartiers,
                 pv_synthese_referentiel_get_quartier (self->referentiel, quartier_id));

  if (commune_id != PV_INT_NULL)
    append_commune (self, commune_id);
  else
    append_communes (self, quartier_id);
}

static gboolean
read_territoires (PvSyntheseDossiers *self, GError **error)
{
  PvSyntheseFil *fil = &self->territoires;
  gint64 avant = PV_INT_NULL;

  g_string_truncate (self->communes, 0);
  g_string_truncate (self->quartiers, 0);
  g_array_set_size (self->communes_vues, 0);

  if (!pv_synthese_fil_seek (fil, self->dossier.id, error))
    return FALSE;

  while (fil->dossier_id == self->dossier.id)
    {
      gint64 quartier_id = pv_statement_get_int (fil->lignes, 1);

      append_territoire (self, quartier_id, pv_statement_get_int (fil->lignes, 2), avant);
      avant = quartier_id;
      if (!pv_synthese_fil_next (fil, error))
        return FALSE;
    }

  append_name (self->quartiers, pv_statement_get_text (self->rows, COL_TERRITOIRE));
  self->dossier.communes = self->communes->len > 0 ? self->communes->str : NULL;
  self->dossier.quartiers = self->quartiers->len > 0 ? self->quartiers->str : NULL;
  return TRUE;
}

static gboolean
refuse_overflow (const PvSyntheseDossier *dossier, GError **error)
{
  g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_OVERFLOW,
               _ ("The amounts of dossier %s are too large to be added up: correct them first"),
               dossier->numero);
  return FALSE;
}

/* The furthest stage known of notifié … sollicité. */
static PvCents
furthest (const PvCents *montants)
{
  for (int etape = PV_ETAPE_NOTIFIE; etape >= PV_ETAPE_SOLLICITE; etape--)
    if (montants[etape] != PV_CENTS_NULL)
      return montants[etape];

  return PV_CENTS_NULL;
}

static gboolean
add_financement (PvSyntheseDossier *dossier, PvStatement *row, PvCents *public_cents)
{
  PvCents *sums = dossier->montants[pv_statement_get_int (row, 1)];
  PvCents montants[PV_N_ETAPES];

  for (guint etape = 0; etape < PV_N_ETAPES; etape++)
    {
      montants[etape] = pv_statement_get_int (row, 3 + etape);
      if (!pv_money_add (sums[etape], montants[etape], &sums[etape]) ||
          !pv_money_add (dossier->totaux[etape], montants[etape], &dossier->totaux[etape]))
        return FALSE;
    }

  if (pv_statement_get_int (row, 2) == 1)
    return pv_money_add (*public_cents, furthest (montants), public_cents);

  return TRUE;
}

static gboolean
read_financements (PvSyntheseDossiers *self, GError **error)
{
  PvSyntheseDossier *dossier = &self->dossier;
  PvSyntheseFil *fil = &self->financements;
  PvCents public_cents = PV_CENTS_NULL;

  for (guint etape = 0; etape < PV_N_ETAPES; etape++)
    {
      dossier->totaux[etape] = PV_CENTS_NULL;
      for (guint groupe = 0; groupe < PV_SYNTHESE_N_GROUPES; groupe++)
        dossier->montants[groupe][etape] = PV_CENTS_NULL;
    }

  if (!pv_synthese_fil_seek (fil, dossier->id, error))
    return FALSE;

  while (fil->dossier_id == dossier->id)
    {
      if (!dossier->chapeau && !add_financement (dossier, fil->lignes, &public_cents))
        return refuse_overflow (dossier, error);

      if (!pv_synthese_fil_next (fil, error))
        return FALSE;
    }

  dossier->taux_public_bp = pv_money_rate_bp (public_cents, dossier->cout_cents);
  return TRUE;
}

static gboolean
read_avis (PvSyntheseDossiers *self, GError **error)
{
  PvSyntheseFil *fil = &self->avis;

  for (guint i = 0; i < self->institutions->len; i++)
    self->dossier.avis[i] = NULL;

  if (!pv_synthese_fil_seek (fil, self->dossier.id, error))
    return FALSE;

  while (fil->dossier_id == self->dossier.id)
    {
      for (guint i = 0; i < self->institutions->len; i++)
        if (((PvInstitution *)self->institutions->pdata[i])->id ==
            pv_statement_get_int (fil->lignes, 1))
          self->dossier.avis[i] =
              label (&pv_avis_vocabulaire, pv_statement_get_text (fil->lignes, 2));

      if (!pv_synthese_fil_next (fil, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_decision (PvSyntheseDossiers *self, GError **error)
{
  PvSyntheseFil *fil = &self->decisions;

  self->dossier.decision = NULL;
  self->dossier.reserve = NULL;

  if (!pv_synthese_fil_seek (fil, self->dossier.id, error))
    return FALSE;

  while (fil->dossier_id == self->dossier.id)
    {
      const char *reserve = pv_statement_get_text (fil->lignes, 2);

      /* a decision bears the name of the status it leads to */
      self->dossier.decision =
          label (&pv_dossier_statut_vocabulaire, pv_statement_get_text (fil->lignes, 1));
      g_string_assign (self->reserve, reserve != NULL ? reserve : "");
      self->dossier.reserve = reserve != NULL ? self->reserve->str : NULL;

      if (!pv_synthese_fil_next (fil, error))
        return FALSE;
    }

  return TRUE;
}

static const char *
read_cpo (PvSyntheseDossiers *self)
{
  gint64 annee = pv_statement_get_int (self->rows, COL_CPO_ANNEE);
  gint64 duree = pv_statement_get_int (self->rows, COL_CPO_DUREE);

  if (duree == PV_INT_NULL)
    return NULL;

  if (annee == PV_INT_NULL)
    g_string_printf (self->cpo, "%" G_GINT64_FORMAT " ans", duree);
  else
    g_string_printf (self->cpo, "année %" G_GINT64_FORMAT " sur %" G_GINT64_FORMAT, annee, duree);

  return self->cpo->str;
}

static void
read_score (PvSyntheseDossiers *self)
{
  const PvScore *score = pv_scores_find (self->scores, self->dossier.id);

  self->dossier.score = score != NULL ? score->score : PV_INT_NULL;
  self->dossier.rang = score != NULL ? score->rang : PV_INT_NULL;
  self->dossier.dispersion = score != NULL ? score->dispersion : PV_INT_NULL;
}

static void
read_numbers (PvSyntheseDossier *dossier, PvStatement *row)
{
  gint64 non_ventiles = PV_INT_NULL;

  dossier->cout_cents = PV_CENTS_NULL;
  dossier->femmes = dossier->hommes = dossier->beneficiaires = dossier->qpv_bp = PV_INT_NULL;
  dossier->marqueur = pv_statement_get_int (row, COL_MARQUEUR);

  if (dossier->chapeau)
    return;

  dossier->cout_cents = pv_statement_get_int (row, COL_COUT);
  dossier->femmes = pv_statement_get_int (row, COL_FEMMES);
  dossier->hommes = pv_statement_get_int (row, COL_HOMMES);
  dossier->qpv_bp = pv_statement_get_int (row, COL_QPV);
  non_ventiles = pv_statement_get_int (row, COL_NON_VENTILES);

  if (dossier->femmes != PV_INT_NULL || dossier->hommes != PV_INT_NULL ||
      non_ventiles != PV_INT_NULL)
    dossier->beneficiaires =
        MAX (dossier->femmes, 0) + MAX (dossier->hommes, 0) + MAX (non_ventiles, 0);
}

static void
read_texts (PvSyntheseDossiers *self)
{
  PvSyntheseDossier *dossier = &self->dossier;
  PvStatement *row = self->rows;
  gint64 noeud_id = pv_statement_get_int (row, COL_NOEUD);

  dossier->numero = pv_statement_get_text (row, COL_NUMERO);
  dossier->porteur = pv_statement_get_text (row, COL_PORTEUR);
  dossier->siret = pv_statement_get_text (row, COL_SIRET);
  dossier->forme = label (&pv_forme_vocabulaire, pv_statement_get_text (row, COL_FORME));
  dossier->intitule = pv_statement_get_text (row, COL_INTITULE);
  dossier->axe = pv_synthese_referentiel_get_axe (self->referentiel, noeud_id);
  dossier->objectif = pv_synthese_referentiel_get_objectif (self->referentiel, noeud_id);
  if (dossier->objectif == NULL)
    dossier->objectif = pv_statement_get_text (row, COL_OBJECTIF);
  dossier->nature = label (&pv_dossier_nature_vocabulaire, pv_statement_get_text (row, COL_NATURE));
  dossier->cpo = read_cpo (self);
  dossier->debut = pv_statement_get_text (row, COL_DEBUT);
  dossier->fin = pv_statement_get_text (row, COL_FIN);
  dossier->statut = label (&pv_dossier_statut_vocabulaire, pv_statement_get_text (row, COL_STATUT));
}

/* "notifié 2/4", as the window shows it; the other statuses are whole words here. */
static gboolean
read_payeurs (PvSyntheseDossiers *self, GError **error)
{
  PvDossierStatut statut = PV_DOSSIER_STATUT_NULL;
  PvDossierPayeurs payeurs;

  pv_dossier_statut_from_id (pv_statement_get_text (self->rows, COL_STATUT), &statut);
  if (statut != PV_DOSSIER_STATUT_NOTIFIE)
    return TRUE;
  if (!pv_dossier_payeurs_store_get (self->db, self->dossier.id, &payeurs, error))
    return FALSE;

  g_free (self->affichage);
  self->affichage = pv_dossier_payeurs_to_affichage (&payeurs, statut);
  self->dossier.statut = self->affichage;

  return TRUE;
}

static gboolean
read_dossier (PvSyntheseDossiers *self, GError **error)
{
  self->dossier.id = pv_statement_get_int (self->rows, COL_ID);
  self->dossier.chapeau = pv_statement_get_int (self->rows, COL_CHAPEAU) == 1;
  read_texts (self);
  read_numbers (&self->dossier, self->rows);
  read_score (self);

  return read_territoires (self, error) && read_financements (self, error) &&
         read_avis (self, error) && read_decision (self, error) && read_payeurs (self, error);
}

PvSyntheseDossiers *
pv_synthese_dossiers_open (PvDb *db,
                           const PvFiltre *filtre,
                           GPtrArray *institutions,
                           const PvSyntheseReferentiel *referentiel,
                           GError **error)
{
  g_autoptr (PvSyntheseDossiers) self = g_new0 (PvSyntheseDossiers, 1);

  self->db = db;
  self->referentiel = referentiel;
  self->institutions = g_ptr_array_ref (institutions);
  self->dossier.avis = g_new0 (const char *, institutions->len + 1);
  self->communes = g_string_new (NULL);
  self->quartiers = g_string_new (NULL);
  self->cpo = g_string_new (NULL);
  self->reserve = g_string_new (NULL);
  self->communes_vues = g_array_new (FALSE, FALSE, sizeof (gint64));

  self->scores = pv_score_store_load (db, filtre, error);
  if (self->scores == NULL)
    return NULL;

  self->rows = pv_db_prepare (db, SQL_DOSSIERS, error);
  if (self->rows == NULL)
    return NULL;
  pv_filtre_bind (filtre, self->rows);

  if (!pv_synthese_fil_open (&self->financements, pv_db_prepare (db, SQL_FINANCEMENTS, error),
                             error) ||
      !pv_synthese_fil_open (&self->territoires, pv_db_prepare (db, SQL_TERRITOIRES, error),
                             error) ||
      !pv_synthese_fil_open (&self->avis, pv_db_prepare (db, SQL_AVIS, error), error) ||
      !pv_synthese_fil_open (&self->decisions, pv_db_prepare (db, SQL_DECISIONS, error), error))
    return NULL;

  return g_steal_pointer (&self);
}

gboolean
pv_synthese_dossiers_next (PvSyntheseDossiers *self,
                           const PvSyntheseDossier **dossier,
                           GError **error)
{
  *dossier = NULL;

  switch (pv_statement_step (self->rows, error))
    {
    case PV_STEP_ROW:
      if (!read_dossier (self, error))
        return FALSE;
      *dossier = &self->dossier;
      return TRUE;

    case PV_STEP_DONE:
      return TRUE;

    case PV_STEP_ERROR:
    default:
      return FALSE;
    }
}

void
pv_synthese_dossiers_free (PvSyntheseDossiers *self)
{
  g_clear_pointer (&self->rows, pv_statement_return);
  pv_synthese_fil_clear (&self->financements);
  pv_synthese_fil_clear (&self->territoires);
  pv_synthese_fil_clear (&self->avis);
  pv_synthese_fil_clear (&self->decisions);
  g_clear_pointer (&self->scores, g_array_unref);
  g_ptr_array_unref (self->institutions);
  g_free (self->dossier.avis);
  g_string_free (self->communes, TRUE);
  g_string_free (self->quartiers, TRUE);
  g_string_free (self->cpo, TRUE);
  g_string_free (self->reserve, TRUE);
  g_free (self->affichage);
  g_array_unref (self->communes_vues);
  g_free (self);
}
