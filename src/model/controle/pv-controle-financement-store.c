/* pv-controle-financement-store.c: checks of what payers engage
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle-private.h"

#include "pv-langue.h"

/* ---- enveloppe-depassee ---- */

static const char enveloppe_sql[] =
    "WITH RECURSIVE arbre (racine_id, id) AS ("
    " SELECT id, id FROM enveloppe WHERE montant_cents IS NOT NULL"
    " UNION ALL"
    " SELECT a.racine_id, e.id FROM enveloppe e JOIN arbre a ON e.parent_id = a.id),"
    " depassee (id, engage) AS ("
    " SELECT e.id, SUM(t.engage_cents)"
    "   FROM arbre a"
    "   JOIN enveloppe e ON e.id = a.racine_id"
    "   JOIN total_enveloppe t ON t.id = a.id"
    "  WHERE (:dossier IS NULL OR e.id IN"
    "         (SELECT r.racine_id FROM financement g JOIN arbre r ON r.id = g.enveloppe_id"
    "           WHERE g.dossier_id = :dossier))"
    "  GROUP BY e.id, e.montant_cents HAVING SUM(t.engage_cents) > e.montant_cents)"
    " SELECT e.id, e.libelle, e.exercice, e.montant_cents, x.engage, d.numero,"
    "        SUM(" PV_ENGAGE_SQL "), MAX(" PV_PORTEE_SQL ")"
    "   FROM depassee x"
    "   JOIN enveloppe e ON e.id = x.id"
    "   JOIN arbre a ON a.racine_id = x.id"
    "   JOIN financement f ON f.enveloppe_id = a.id"
    "   JOIN dossier d ON d.id = f.dossier_id"
    "  WHERE d.chapeau = 0 AND NOT " PV_SORTI_SQL " AND " PV_ENGAGE_SQL " > 0"
    "  GROUP BY e.id, e.libelle, e.exercice, e.montant_cents, x.engage, d.id, d.numero"
    /* Order of engagement: the dated ones first, then as they were entered. */
    "  ORDER BY e.id, MIN(COALESCE(f.notifie_le, f.vote_le, '9999')), MIN(f.id)";

/* One exceeded envelope, its dossiers added up in the order of engagement. */
typedef struct
{
  gint64 id;
  char *libelle;
  gint64 exercice;
  PvCents montant;
  PvCents engage;
  PvCents cumul;
  GString *causes;
  guint n;
  gboolean dans_filtre;
} Depassement;

static void
depassement_emit (PvControleRun *run, Depassement *self)
{
  g_autofree char *montant = pv_controle_montant (self->montant);
  g_autofree char *engage = pv_controle_montant (self->engage);
  g_autofree char *exces = pv_controle_montant (self->engage - self->montant);
  g_autofree char *texte = NULL;
  PvConstat constat = {
    .severite = run->controle->severite,
    .dossier_id = PV_INT_NULL,
    .table = "enveloppe",
    .cle = self->id,
    .champ = "montant_cents",
  };

  if (!self->dans_filtre)
    return;
  pv_controle_liste_end (self->causes, self->n);
  texte = g_strdup_printf (_ ("“%s” (%d) engages %s for an amount of %s: %s too much, by the "
                              "dossiers n° %s."),
                           self->libelle, (int)self->exercice, engage, montant, exces,
                           self->causes->str);
  constat.texte = texte;
  pv_controle_emit (run, &constat);
}

static void
depassement_start (Depassement *self, PvStatement *row)
{
  self->id = pv_statement_get_int (row, 0);
  g_free (self->libelle);
  self->libelle = pv_statement_dup_text (row, 1);
  self->exercice = pv_statement_get_int (row, 2);
  self->montant = pv_statement_get_int (row, 3);
  self->engage = pv_statement_get_int (row, 4);
  self->cumul = 0;
  self->n = 0;
  self->dans_filtre = FALSE;
  g_string_truncate (self->causes, 0);
}

static void
depassement_add (Depassement *self, PvStatement *row)
{
  self->cumul += pv_statement_get_int (row, 6);
  self->dans_filtre = self->dans_filtre || pv_statement_get_int (row, 7) == 1;
  if (self->cumul > self->montant)
    pv_controle_liste_add (self->causes, self->n++, pv_statement_get_text (row, 5));
}

gboolean
pv_controle_enveloppe_depassee (PvControleRun *run, GError **error)
{
  g_autoptr (PvStatement) statement = pv_controle_prepare (run, enveloppe_sql, error);
  g_autoptr (GString) causes = g_string_new (NULL);
  g_autoptr (GError) local = NULL;
  Depassement depassement = { .id = PV_INT_NULL, .causes = causes };

  if (statement == NULL)
    return FALSE;
  while (pv_controle_step (run, statement, &local))
    {
      if (pv_statement_get_int (statement, 0) != depassement.id)
        {
          depassement_emit (run, &depassement);
          depassement_start (&depassement, statement);
        }
      depassement_add (&depassement, statement);
    }
  if (local == NULL)
    depassement_emit (run, &depassement);
  g_free (depassement.libelle);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* ---- post-plusieurs-contrats ---- */

static const char poste_sql[] =
    "WITH poste (dispositif_id, exercice, reference, n, dossier_id) AS ("
    " SELECT f.dispositif_id, f.exercice, f.reference, COUNT(DISTINCT d.id),"
    "        MIN(CASE WHEN " PV_PORTEE_SQL " THEN d.id END)"
    "   FROM financement f JOIN dossier d ON d.id = f.dossier_id"
    "  WHERE f.dispositif_id IS NOT NULL AND TRIM(f.reference) <> '' AND d.chapeau = 0"
    "    AND NOT " PV_SORTI_SQL
    "    AND (:dossier IS NULL OR (f.dispositif_id, f.exercice, f.reference) IN"
    "         (SELECT g.dispositif_id, g.exercice, g.reference FROM financement g"
    "           WHERE g.dossier_id = :dossier))"
    "  GROUP BY f.dispositif_id, f.exercice, f.reference HAVING COUNT(DISTINCT d.id) > 1)"
    " SELECT p.dossier_id, x.numero, f.id, p.reference, di.nom, p.exercice, p.n, d.numero,"
    "        COALESCE(c.nom, a.libelle), COALESCE(" PV_ENGAGE_SQL ", f.sollicite_cents), di.id"
    "   FROM poste p"
    "   JOIN dossier x ON x.id = p.dossier_id"
    "   JOIN financement f ON f.dispositif_id = p.dispositif_id AND f.exercice = p.exercice"
    "    AND f.reference = p.reference"
    "   JOIN dispositif di ON di.id = p.dispositif_id"
    "   JOIN dossier d ON d.id = f.dossier_id"
    "   JOIN appel a ON a.id = d.appel_id"
    "   LEFT JOIN contrat c ON c.id = a.contrat_id"
    "  WHERE d.chapeau = 0 AND NOT " PV_SORTI_SQL
    "  ORDER BY p.dossier_id, di.id, p.exercice, p.reference, f.id";

/* One post and the dossiers it is on. */
typedef struct
{
  PvConstat constat;
  char *numero;
  char *reference;
  char *dispositif;
  gint64 dispositif_id;
  gint64 exercice;
  guint n_dossiers;
  GString *liste;
  guint n;
} Poste;

static void
poste_emit (PvControleRun *run, Poste *self)
{
  g_autofree char *texte = NULL;

  if (self->n == 0)
    return;
  pv_controle_liste_end (self->liste, self->n);
  texte =
      g_strdup_printf (_ ("“%s” (%s, %d) is on %u dossiers: n° %s."), self->reference,
                       self->dispositif, (int)self->exercice, self->n_dossiers, self->liste->str);
  self->constat.severite = run->controle->severite;
  self->constat.texte = texte;
  pv_controle_emit (run, &self->constat);
}

static void
poste_clear (Poste *self)
{
  g_clear_pointer (&self->numero, g_free);
  g_clear_pointer (&self->reference, g_free);
  g_clear_pointer (&self->dispositif, g_free);
}

static void
poste_start (Poste *self, PvStatement *row)
{
  poste_clear (self);
  self->numero = pv_statement_dup_text (row, 1);
  self->reference = pv_statement_dup_text (row, 3);
  self->dispositif = pv_statement_dup_text (row, 4);
  self->exercice = pv_statement_get_int (row, 5);
  self->n_dossiers = (guint)pv_statement_get_int (row, 6);
  self->dispositif_id = pv_statement_get_int (row, 10);
  self->n = 0;
  g_string_truncate (self->liste, 0);
  self->constat = (PvConstat){
    .dossier_id = pv_statement_get_int (row, 0),
    .dossier_numero = self->numero,
    .table = "financement",
    .cle = pv_statement_get_int (row, 2),
    .champ = "reference",
  };
}

static gboolean
poste_is (const Poste *self, PvStatement *row)
{
  return self->reference != NULL && pv_statement_get_int (row, 10) == self->dispositif_id &&
         pv_statement_get_int (row, 5) == self->exercice &&
         g_strcmp0 (pv_statement_get_text (row, 3), self->reference) == 0;
}

static void
poste_add (Poste *self, PvStatement *row)
{
  g_autofree char *montant = pv_controle_montant (pv_statement_get_int (row, 9));
  g_autofree char *nom = g_strdup_printf ("%s (%s, %s)", pv_statement_get_text (row, 7),
                                          pv_statement_get_text (row, 8), montant);

  pv_controle_liste_add (self->liste, self->n++, nom);
}

gboolean
pv_controle_post_plusieurs_contrats (PvControleRun *run, GError **error)
{
  g_autoptr (PvStatement) statement = pv_controle_prepare (run, poste_sql, error);
  g_autoptr (GString) liste = g_string_new (NULL);
  g_autoptr (GError) local = NULL;
  Poste poste = { .liste = liste };

  if (statement == NULL)
    return FALSE;
  while (pv_controle_step (run, statement, &local))
    {
      if (!poste_is (&poste, statement))
        {
          poste_emit (run, &poste);
          poste_start (&poste, statement);
        }
      poste_add (&poste, statement);
    }
  if (local == NULL)
    poste_emit (run, &poste);
  poste_clear (&poste);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
