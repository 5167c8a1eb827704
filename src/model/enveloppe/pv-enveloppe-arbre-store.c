/* pv-enveloppe-arbre-store.c: the SQL of pv-enveloppe-arbre
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "commun/pv-entite.h"
#include "enveloppe/pv-enveloppe-arbre-private.h"

/* Of the categories, as the people of the field say them. */
#define RANG                                                                                       \
  "instr ('etat region departement caf epci ars cpam bailleur europe banque_des_territoires anru"  \
  " autre prive inconnu commune', f.categorie)"

static const char enveloppes[] =
    "SELECT e.id, e.parent_id, e.uuid, e.libelle, e.section, e.montant_cents, e.dispositif_id,"
    "       s.nom, s.financeur_id, o.nom, c.nom,"
    "       t.sollicite_cents, t.propose_cents, t.arbitre_cents, t.vote_cents, t.notifie_cents,"
    "       t.verse_cents, t.engage_cents, t.arbitre_ou_plus_cents, t.ajourne_cents,"
    "       t.n_financements,"
    "       p.propose_cents, p.arbitre_cents, p.vote_cents, p.notifie_cents, p.verse_cents,"
    "       x.motif, x.faite_a, x.agent_nom, f.categorie = 'commune'"
    "  FROM enveloppe e"
    "  JOIN dispositif s ON s.id = e.dispositif_id"
    "  JOIN financeur f ON f.id = s.financeur_id"
    "  JOIN organisme o ON o.id = f.organisme_id"
    "  JOIN total_enveloppe t ON t.id = e.id"
    "  JOIN total_partie p ON p.id = e.id"
    "  LEFT JOIN commune c ON c.id = e.commune_id"
    "  LEFT JOIN derogation x ON x.controle = 'enveloppe-depassee' AND x.nom_table = 'enveloppe'"
    "                        AND x.cle = e.id"
    " WHERE e.exercice = :exercice"
    " ORDER BY COALESCE (f.ordre, 9999), " RANG
    ", o.nom_plie, f.id, s.id, e.section, e.libelle, e.id";

static const char annees[] =
    "SELECT exercice FROM enveloppe UNION SELECT exercice FROM appel ORDER BY 1";

static const char annee[] =
    "SELECT COALESCE ((SELECT exercice FROM appel WHERE id = :appel),"
    "                 (SELECT MAX (exercice) FROM enveloppe), (SELECT MAX (exercice) FROM appel))";

static const char modele[] = "SELECT exercice FROM enveloppe WHERE exercice <> :annee"
                             " ORDER BY exercice > :annee, ABS (exercice - :annee) LIMIT 1";

static const char hors_appel[] =
    "SELECT d.id FROM enveloppe e CROSS JOIN financement f ON f.enveloppe_id = e.id"
    "  JOIN dossier d ON d.id = f.dossier_id"
    " WHERE e.exercice = :exercice AND d.appel_id <> :appel LIMIT 1";

static PvEnveloppeNoeud *
read_noeud (PvStatement *row)
{
  PvEnveloppeNoeud *self = pv_enveloppe_noeud_new ();
  int column = 11;

  self->enveloppe_id = pv_statement_get_int (row, 0);
  self->parent_id = pv_statement_get_int (row, 1);
  self->uuid = pv_statement_dup_text (row, 2);
  self->libelle = pv_statement_dup_text (row, 3);
  self->titre = g_strdup (self->libelle);
  pv_section_from_id (pv_statement_get_text (row, 4), &self->section);
  self->situation.montant_cents = pv_statement_get_int (row, 5);
  self->dispositif_id = pv_statement_get_int (row, 6);
  self->dispositif = pv_statement_dup_text (row, 7);
  self->financeur_id = pv_statement_get_int (row, 8);
  self->financeur = pv_statement_dup_text (row, 9);
  self->commune = pv_statement_dup_text (row, 10);
  for (guint i = 0; i < PV_N_ETAPES; i++)
    self->situation.etape_cents[i] = pv_statement_get_int (row, column++);
  self->situation.engage_cents = pv_statement_get_int (row, column++);
  self->situation.arbitre_ou_plus_cents = pv_statement_get_int (row, column++);
  self->situation.ajourne_cents = pv_statement_get_int (row, column++);
  self->situation.n_financements = (guint)pv_statement_get_int (row, column++);
  for (guint i = PV_ETAPE_PROPOSE; i < PV_N_ETAPES; i++)
    self->parts_cents[i] = pv_statement_get_int (row, column++);
  self->motif = pv_statement_dup_text (row, column++);
  self->motif_le = pv_statement_dup_text (row, column++);
  self->motif_agent = pv_statement_dup_text (row, column++);
  self->communale = pv_statement_get_int (row, column) == 1;

  return self;
}

PvEnveloppeArbre *
pv_enveloppe_arbre_load (PvDb *db, gint64 exercice, GError **error)
{
  g_autoptr (PvStatement) rows = pv_sql_prepare (db, enveloppes, error, "i", exercice);
  g_autoptr (GPtrArray) noeuds = g_ptr_array_new ();
  PvEnveloppeArbre *arbre;
  PvStep step = PV_STEP_ERROR;

  while (rows != NULL && (step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    g_ptr_array_add (noeuds, read_noeud (rows));
  arbre = pv_enveloppe_arbre_new (exercice, noeuds);
  if (step != PV_STEP_DONE)
    g_clear_pointer (&arbre, pv_enveloppe_arbre_unref);

  return arbre;
}

GArray *
pv_enveloppe_arbre_list_annees (PvDb *db, GError **error)
{
  return pv_sql_list_ids (db, annees, error, "");
}

gboolean
pv_enveloppe_arbre_choose_annee (PvDb *db, gint64 appel_id, gint64 *choisie, GError **error)
{
  return pv_sql_find (db, annee, choisie, error, "i", appel_id);
}

gboolean
pv_enveloppe_arbre_find_modele (PvDb *db, gint64 exercice, gint64 *trouvee, GError **error)
{
  return pv_sql_find (db, modele, trouvee, error, "i", exercice);
}

gboolean
pv_enveloppe_is_hors_appel (PvDb *db,
                            gint64 exercice,
                            gint64 appel_id,
                            gboolean *hors,
                            GError **error)
{
  gint64 dossier = PV_INT_NULL;

  if (appel_id != PV_INT_NULL &&
      !pv_sql_find (db, hors_appel, &dossier, error, "ii", exercice, appel_id))
    return FALSE;
  *hors = dossier != PV_INT_NULL;

  return TRUE;
}
