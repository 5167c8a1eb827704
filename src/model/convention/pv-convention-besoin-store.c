/* pv-convention-besoin-store.c: the SQL of pv-convention-besoin
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-convention-besoin.h"

#include <glib/gi18n-lib.h>

#include "commun/pv-entite.h"
#include "seuil/pv-seuil-store.h"

#define SOURCE                                                                                     \
  "(SELECT s.source FROM seuil s WHERE s.code = 'convention_obligatoire'"                          \
  "   AND COALESCE (s.valable_du, '') <= a.exercice || '-12-31'"                                   \
  "   AND COALESCE (s.valable_au, '9999') >= a.exercice || '-01-01'"                               \
  "   ORDER BY COALESCE (s.valable_du, '') DESC LIMIT 1)"

#define SEUIL PV_SEUIL_CONVENTION_SQL ("a.exercice")

/* What counts of a financement that is neither of a chapeau nor of a dossier that is out. */
#define COMPTE "d.chapeau = 0 AND NOT " PV_SORTI_SQL " AND " PV_ACCORDE_SQL " > 0"

/*
 * First the sums, of @quels dossiers; then, of those that are over the threshold or covered,
 * their dossiers. The convention of a year is the one that is the furthest. The order of the
 * joins is said (CROSS): else all that a payer gives is read for each of its needs.
 */
/* clang-format off */
#define LIT(quels)                                                                                 \
  "WITH somme (financeur_id, organisme_id, exercice, cents, vue) AS MATERIALIZED ("                \
  " SELECT f.financeur_id, d.porteur_id, f.exercice, SUM (" PV_ACCORDE_SQL "),"                    \
  "        MAX (" PV_FILTRE_SQL ")"                                                                \
  "   FROM dossier d CROSS JOIN financement f ON f.dossier_id = d.id"                              \
  "  WHERE " quels " AND " COMPTE                                                                  \
  "  GROUP BY f.financeur_id, d.porteur_id, f.exercice),"                                          \
  " annee (exercice, seuil, source) AS MATERIALIZED ("                                             \
  " SELECT a.exercice, " SEUIL ", " SOURCE                                                         \
  "   FROM (SELECT DISTINCT exercice FROM somme) a),"                                              \
  " retenue AS MATERIALIZED ("                                                                     \
  " SELECT s.financeur_id, fo.nom AS financeur, s.organisme_id, o.nom AS organisme, s.exercice,"   \
  "        a.seuil, a.source,"                                                                     \
  "        fi.public IS 1 AND " PV_DROIT_PRIVE_SQL " AND s.cents > a.seuil AS obligatoire, s.vue," \
  "        (SELECT c.id FROM convention c"                                                         \
  "          WHERE c.financeur_id = s.financeur_id AND c.organisme_id = s.organisme_id"            \
  "            AND s.exercice BETWEEN c.annee_debut AND c.annee_fin"                               \
  "          ORDER BY c.notifiee_le IS NULL, c.signee_le IS NULL, c.retournee_le IS NULL,"         \
  "                   c.envoyee_le IS NULL, c.id LIMIT 1) AS convention_id"                        \
  "   FROM somme s JOIN annee a ON a.exercice = s.exercice"                                        \
  "   JOIN financeur fi ON fi.id = s.financeur_id"                                                 \
  "   JOIN organisme fo ON fo.id = fi.organisme_id"                                                \
  "   JOIN organisme o ON o.id = s.organisme_id)"                                                  \
  " SELECT r.financeur_id, r.financeur, r.organisme_id, r.organisme, r.exercice, r.seuil,"         \
  "        r.source, r.obligatoire, r.convention_id, c.numero, c.envoyee_le, c.retournee_le,"      \
  "        c.signee_le, c.notifiee_le, d.id, d.numero, d.intitule, f.arbitre_cents,"               \
  "        f.vote_cents, f.notifie_cents, f.notifie_le, " PV_FILTRE_SQL ","                        \
  "        EXISTS (SELECT 1 FROM convention_dossier x"                                             \
  "                 WHERE x.dossier_id = d.id AND x.convention_id = r.convention_id)"              \
  "   FROM dossier d CROSS JOIN financement f ON f.dossier_id = d.id"                              \
  "   CROSS JOIN retenue r ON r.organisme_id = d.porteur_id"                                       \
  "    AND r.financeur_id = f.financeur_id AND r.exercice = f.exercice"                            \
  "   LEFT JOIN convention c ON c.id = r.convention_id"                                            \
  "  WHERE (r.obligatoire AND r.vue OR r.convention_id IS NOT NULL)"                               \
  "    AND " quels " AND " COMPTE                                                                  \
  "  ORDER BY r.exercice DESC, r.financeur, r.financeur_id, r.organisme, r.organisme_id,"          \
  "           d.numero, d.id, f.id"
/* clang-format on */

static const char lit_tous[] = LIT ("1");
static const char lit_du_porteur[] = LIT ("d.porteur_id = :organisme");

static const char lit_porteur[] = "SELECT porteur_id FROM dossier WHERE id = :dossier";

static void
part_free (gpointer data)
{
  PvConventionPart *self = data;

  g_free (self->numero);
  g_free (self->intitule);
  g_free (self);
}

static gboolean
is_of (const PvConventionBesoin *self, PvStatement *row)
{
  return self->financeur_id == pv_statement_get_int (row, 0) &&
         self->organisme_id == pv_statement_get_int (row, 2) &&
         self->exercice == pv_statement_get_int (row, 4);
}

static PvConventionEtat
read_etat (PvStatement *row)
{
  PvConvention dates = {
    .envoyee_le = (char *)pv_statement_get_text (row, 10),
    .retournee_le = (char *)pv_statement_get_text (row, 11),
    .signee_le = (char *)pv_statement_get_text (row, 12),
    .notifiee_le = (char *)pv_statement_get_text (row, 13),
  };

  return pv_statement_get_int (row, 8) != PV_INT_NULL ? pv_convention_get_etat (&dates)
                                                      : PV_CONVENTION_ETAT_ABSENTE;
}

static PvConventionBesoin *
read_besoin (PvStatement *row)
{
  PvConventionBesoin *self = g_rc_box_new0 (PvConventionBesoin);

  self->financeur_id = pv_statement_get_int (row, 0);
  self->financeur = pv_statement_dup_text (row, 1);
  self->organisme_id = pv_statement_get_int (row, 2);
  self->organisme = pv_statement_dup_text (row, 3);
  self->exercice = pv_statement_get_int (row, 4);
  self->cents = PV_CENTS_NULL;
  self->ferme_cents = PV_CENTS_NULL;
  self->seuil_cents = pv_statement_get_int (row, 5);
  self->source = pv_statement_dup_text (row, 6);
  if (self->source == NULL)
    self->source =
        g_strdup (_ ("loi n° 2000-321 of 12 April 2000, art. 10; décret n° 2001-495, art. 1"));
  self->obligatoire = pv_statement_get_int (row, 7) == 1;
  self->convention_id = pv_statement_get_int (row, 8);
  self->convention_numero = pv_statement_dup_text (row, 9);
  self->etat = read_etat (row);
  self->parts = g_ptr_array_new_with_free_func (part_free);

  return self;
}

static PvConventionPart *
find_part (PvConventionBesoin *self, PvStatement *row, PvEtape etape)
{
  PvConventionPart *part = self->parts->len > 0 ? self->parts->pdata[self->parts->len - 1] : NULL;

  if (part != NULL && part->dossier_id == pv_statement_get_int (row, 14))
    {
      part->etape = MIN (part->etape, etape);
      return part;
    }
  part = g_new0 (PvConventionPart, 1);
  part->dossier_id = pv_statement_get_int (row, 14);
  part->numero = pv_statement_dup_text (row, 15);
  part->intitule = pv_statement_dup_text (row, 16);
  part->cents = PV_CENTS_NULL;
  part->etape = etape;
  part->lie = pv_statement_get_int (row, 22) == 1;
  g_ptr_array_add (self->parts, part);

  return part;
}

/* One financement. The sums fit: SQL made them, and none is negative. */
static void
add_financement (PvConventionBesoin *self, PvStatement *row)
{
  PvEtape etape = PV_ETAPE_NOTIFIE;
  PvConventionPart *part;
  PvCents cents;
  const char *notifie_le = pv_statement_get_text (row, 20);

  while (etape > PV_ETAPE_ARBITRE &&
         pv_statement_get_int (row, 17 + (int)(etape - PV_ETAPE_ARBITRE)) == PV_CENTS_NULL)
    etape--;
  cents = pv_statement_get_int (row, 17 + (int)(etape - PV_ETAPE_ARBITRE));
  part = find_part (self, row, etape);
  pv_money_add (part->cents, cents, &part->cents);
  pv_money_add (self->cents, cents, &self->cents);
  if (etape > PV_ETAPE_ARBITRE)
    pv_money_add (self->ferme_cents, cents, &self->ferme_cents);
  if (notifie_le != NULL &&
      (self->notifie_le == NULL || g_strcmp0 (notifie_le, self->notifie_le) < 0))
    {
      g_free (self->notifie_le);
      self->notifie_le = g_strdup (notifie_le);
    }
  self->dans_filtre = self->dans_filtre || pv_statement_get_int (row, 21) == 1;
}

static GPtrArray *
read_all (PvStatement *rows, GError **error)
{
  g_autoptr (GPtrArray) besoins =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_convention_besoin_unref);
  PvConventionBesoin *besoin = NULL;
  PvStep step;

  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      if (besoin == NULL || !is_of (besoin, rows))
        {
          besoin = read_besoin (rows);
          g_ptr_array_add (besoins, besoin);
        }
      add_financement (besoin, rows);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&besoins) : NULL;
}

GPtrArray *
pv_convention_besoin_list (PvDb *db, const PvFiltre *filtre, GError **error)
{
  g_autoptr (PvStatement) rows = NULL;

  g_return_val_if_fail (PV_IS_DB (db), NULL);

  rows = pv_db_prepare (db, lit_tous, error);
  if (rows == NULL)
    return NULL;
  pv_filtre_bind (filtre != NULL ? filtre : &PV_FILTRE_TOUT, rows);

  return read_all (rows, error);
}

GPtrArray *
pv_convention_besoin_list_for_organisme (PvDb *db, gint64 organisme_id, GError **error)
{
  g_autoptr (PvStatement) rows = NULL;

  g_return_val_if_fail (PV_IS_DB (db), NULL);

  rows = pv_db_prepare (db, lit_du_porteur, error);
  if (rows == NULL)
    return NULL;
  pv_filtre_bind (&PV_FILTRE_TOUT, rows);
  pv_statement_bind_int (rows, ":organisme", organisme_id);

  return read_all (rows, error);
}

GPtrArray *
pv_convention_besoin_list_for_dossier (PvDb *db, gint64 dossier_id, GError **error)
{
  g_autoptr (GPtrArray) besoins = NULL;
  gint64 porteur_id;

  g_return_val_if_fail (PV_IS_DB (db), NULL);

  if (!pv_sql_find (db, lit_porteur, &porteur_id, error, "i", dossier_id))
    return NULL;
  besoins = pv_convention_besoin_list_for_organisme (db, porteur_id, error);
  for (guint i = besoins != NULL ? besoins->len : 0; i > 0; i--)
    if (!pv_convention_besoin_has_dossier (besoins->pdata[i - 1], dossier_id))
      g_ptr_array_remove_index (besoins, i - 1);

  return g_steal_pointer (&besoins);
}
