/* pv-organisme-liste-store.c: organismes with what they carried over the years
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "organisme/pv-organisme-liste-store.h"

#include "commun/pv-entite.h"
#include "pv-statement.h"
#include "pv-text.h"

/* Both sums go through the dossiers once, before any organisme is read. */
static const char SQL_RESUMES[] =
    "WITH porte AS MATERIALIZED ("
    " SELECT d.porteur_id AS id, COUNT (*) AS dossiers,"
    "        SUM (CASE WHEN t.n_sollicite > 0 THEN t.sollicite_cents END) AS sollicite,"
    "        SUM (CASE WHEN t.n_verse > 0 THEN t.verse_cents END) AS verse,"
    "        MAX (d.exercice) AS annee"
    "   FROM dossier d CROSS JOIN total_dossier t ON t.id = d.id"
    "  WHERE d.chapeau = 0 AND " PV_FILTRE_SQL " GROUP BY d.porteur_id),"
    " recu AS MATERIALIZED ("
    " SELECT d.porteur_id AS id, SUM (f.accorde) AS accorde"
    "   FROM (SELECT dossier_id, SUM (COALESCE (vote_cents, arbitre_cents)) AS accorde"
    "           FROM financement GROUP BY dossier_id) f"
    "  CROSS JOIN dossier d ON d.id = f.dossier_id"
    "  WHERE d.chapeau = 0 AND " PV_FILTRE_SQL " GROUP BY d.porteur_id)"
    " SELECT o.id, o.nom, o.sigle, o.forme, o.siret, o.siret_declare,"
    "        COALESCE (c.nom, o.commune_nom), o.rna, o.cer_signe_le,"
    "        COALESCE (p.dossiers, 0), p.sollicite, r.accorde, p.verse, p.annee"
    "   FROM organisme o"
    "   LEFT JOIN commune c ON c.id = o.commune_id"
    "   LEFT JOIN porte p ON p.id = o.id"
    "   LEFT JOIN recu r ON r.id = o.id"
    "  WHERE p.id IS NOT NULL OR (:porteurs_seuls = 0"
    "        AND NOT EXISTS (SELECT 1 FROM financeur f WHERE f.organisme_id = o.id))"
    "  ORDER BY o.nom_plie, o.id";

static const char SQL_PORTEURS[] = "SELECT COUNT (DISTINCT d.porteur_id) FROM dossier d"
                                   " WHERE d.chapeau = 0 AND " PV_FILTRE_SQL;

static const char SQL_CUMULS[] =
    "SELECT f.exercice, f.financeur_id, o.nom, SUM (f.sollicite_cents),"
    "       SUM (COALESCE (f.vote_cents, f.arbitre_cents)), SUM (t.verse_cents)"
    "  FROM dossier d JOIN financement f ON f.dossier_id = d.id"
    "  JOIN financeur fi ON fi.id = f.financeur_id"
    "  JOIN organisme o ON o.id = fi.organisme_id"
    "  LEFT JOIN total_financement t ON t.id = f.id"
    " WHERE d.porteur_id = :id AND d.chapeau = 0"
    " GROUP BY f.financeur_id, f.exercice"
    " ORDER BY fi.ordre IS NULL, fi.ordre, f.financeur_id, f.exercice";

static const char SQL_DOSSIERS[] =
    "SELECT d.id, d.numero, d.intitule, d.exercice, d.statut,"
    "       CASE WHEN t.n_sollicite > 0 THEN t.sollicite_cents END,"
    "       (SELECT SUM (COALESCE (f.vote_cents, f.arbitre_cents)) FROM financement f"
    "         WHERE f.dossier_id = d.id),"
    "       CASE WHEN t.n_verse > 0 THEN t.verse_cents END"
    "  FROM dossier d JOIN total_dossier t ON t.id = d.id"
    " WHERE d.porteur_id = :id AND d.chapeau = 0"
    " ORDER BY d.exercice DESC, d.numero";

static const char SQL_PIECES[] = "SELECT p.id, t.libelle, p.recue_le, p.valable_jusque, p.dispensee"
                                 "  FROM piece p JOIN piece_type t ON t.id = p.piece_type_id"
                                 " WHERE p.organisme_id = :id ORDER BY t.libelle, p.recue_le";

void
pv_organisme_resume_free (PvOrganismeResume *self)
{
  if (self == NULL)
    return;
  g_free (self->nom);
  g_free (self->sigle);
  g_free (self->siret);
  g_free (self->siret_declare);
  g_free (self->commune);
  g_free (self->cherche);
  g_free (self);
}

PvOrganismeResume *
pv_organisme_resume_copy (const PvOrganismeResume *self)
{
  PvOrganismeResume *copy = g_memdup2 (self, sizeof *self);

  copy->nom = g_strdup (self->nom);
  copy->sigle = g_strdup (self->sigle);
  copy->siret = g_strdup (self->siret);
  copy->siret_declare = g_strdup (self->siret_declare);
  copy->commune = g_strdup (self->commune);
  copy->cherche = g_strdup (self->cherche);

  return copy;
}

gboolean
pv_organisme_resume_equal (const PvOrganismeResume *a, const PvOrganismeResume *b)
{
  return a->id == b->id && a->forme == b->forme && a->sans_cer == b->sans_cer &&
         a->dossiers == b->dossiers && a->sollicite_cents == b->sollicite_cents &&
         a->accorde_cents == b->accorde_cents && a->verse_cents == b->verse_cents &&
         a->annee == b->annee && g_strcmp0 (a->nom, b->nom) == 0 &&
         g_strcmp0 (a->cherche, b->cherche) == 0 && g_strcmp0 (a->siret, b->siret) == 0 &&
         g_strcmp0 (a->siret_declare, b->siret_declare) == 0 &&
         g_strcmp0 (a->commune, b->commune) == 0 && g_strcmp0 (a->sigle, b->sigle) == 0;
}

static char *
make_searched (const PvOrganismeResume *self, const char *rna)
{
  g_autofree char *text =
      g_strdup_printf ("%s %s %s %s %s", self->nom, self->sigle != NULL ? self->sigle : "",
                       self->commune != NULL ? self->commune : "",
                       self->siret != NULL           ? self->siret
                       : self->siret_declare != NULL ? self->siret_declare
                                                     : "",
                       rna != NULL ? rna : "");

  return pv_text_fold (text);
}

static PvOrganismeResume *
read_resume (PvStatement *row)
{
  PvOrganismeResume *self = g_new0 (PvOrganismeResume, 1);

  self->id = pv_statement_get_int (row, 0);
  self->nom = pv_statement_dup_text (row, 1);
  self->sigle = pv_statement_dup_text (row, 2);
  self->forme = PV_FORME_NULL;
  pv_forme_from_id (pv_statement_get_text (row, 3), &self->forme);
  self->siret = pv_statement_dup_text (row, 4);
  self->siret_declare = pv_statement_dup_text (row, 5);
  self->commune = pv_statement_dup_text (row, 6);
  self->cherche = make_searched (self, pv_statement_get_text (row, 7));
  self->sans_cer = pv_forme_doit_cer (self->forme) && pv_statement_is_null (row, 8);
  self->dossiers = pv_statement_get_int (row, 9);
  self->sollicite_cents = pv_statement_get_int (row, 10);
  self->accorde_cents = pv_statement_get_int (row, 11);
  self->verse_cents = pv_statement_get_int (row, 12);
  self->annee = pv_statement_get_int (row, 13);

  return self;
}

GPtrArray *
pv_organisme_store_list_resumes (PvDb *db,
                                 const PvFiltre *filtre,
                                 gboolean porteurs_seuls,
                                 GError **error)
{
  g_autoptr (PvStatement) rows = pv_db_prepare (db, SQL_RESUMES, error);
  g_autoptr (GPtrArray) resumes =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_organisme_resume_free);
  PvStep step;

  if (rows == NULL)
    return NULL;
  pv_filtre_bind (filtre, rows);
  pv_statement_bind_int (rows, ":porteurs_seuls", porteurs_seuls ? 1 : 0);
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    g_ptr_array_add (resumes, read_resume (rows));

  return step == PV_STEP_DONE ? g_steal_pointer (&resumes) : NULL;
}

gboolean
pv_organisme_store_count_porteurs (PvDb *db, const PvFiltre *filtre, gint64 *n, GError **error)
{
  g_autoptr (PvStatement) row = pv_db_prepare (db, SQL_PORTEURS, error);

  if (row == NULL)
    return FALSE;
  pv_filtre_bind (filtre, row);
  if (pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;
  *n = pv_statement_get_int (row, 0);

  return TRUE;
}

typedef gpointer (*ReadFunc) (PvStatement *row);

static GPtrArray *
list (PvDb *db,
      const char *sql,
      gint64 organisme_id,
      ReadFunc read,
      GDestroyNotify free_func,
      GError **error)
{
  g_autoptr (PvStatement) rows = pv_sql_prepare (db, sql, error, "i", organisme_id);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (free_func);
  PvStep step;

  if (rows == NULL)
    return NULL;
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    g_ptr_array_add (items, read (rows));

  return step == PV_STEP_DONE ? g_steal_pointer (&items) : NULL;
}

static void
cumul_free (gpointer data)
{
  PvOrganismeCumul *self = data;

  g_free (self->financeur);
  g_free (self);
}

static gpointer
read_cumul (PvStatement *row)
{
  PvOrganismeCumul *self = g_new0 (PvOrganismeCumul, 1);

  self->exercice = pv_statement_get_int (row, 0);
  self->financeur_id = pv_statement_get_int (row, 1);
  self->financeur = pv_statement_dup_text (row, 2);
  self->sollicite_cents = pv_statement_get_int (row, 3);
  self->accorde_cents = pv_statement_get_int (row, 4);
  self->verse_cents = pv_statement_get_int (row, 5);

  return self;
}

GPtrArray *
pv_organisme_store_list_cumuls (PvDb *db, gint64 organisme_id, GError **error)
{
  return list (db, SQL_CUMULS, organisme_id, read_cumul, cumul_free, error);
}

static void
dossier_free (gpointer data)
{
  PvOrganismeDossier *self = data;

  g_free (self->numero);
  g_free (self->intitule);
  g_free (self);
}

static gpointer
read_dossier (PvStatement *row)
{
  PvOrganismeDossier *self = g_new0 (PvOrganismeDossier, 1);

  self->id = pv_statement_get_int (row, 0);
  self->numero = pv_statement_dup_text (row, 1);
  self->intitule = pv_statement_dup_text (row, 2);
  self->exercice = pv_statement_get_int (row, 3);
  self->statut = PV_DOSSIER_STATUT_NULL;
  pv_dossier_statut_from_id (pv_statement_get_text (row, 4), &self->statut);
  self->sollicite_cents = pv_statement_get_int (row, 5);
  self->accorde_cents = pv_statement_get_int (row, 6);
  self->verse_cents = pv_statement_get_int (row, 7);

  return self;
}

GPtrArray *
pv_organisme_store_list_dossiers (PvDb *db, gint64 organisme_id, GError **error)
{
  return list (db, SQL_DOSSIERS, organisme_id, read_dossier, dossier_free, error);
}

static void
piece_free (gpointer data)
{
  PvOrganismePiece *self = data;

  g_free (self->libelle);
  g_free (self->recue_le);
  g_free (self->valable_jusque);
  g_free (self);
}

static gpointer
read_piece (PvStatement *row)
{
  PvOrganismePiece *self = g_new0 (PvOrganismePiece, 1);

  self->id = pv_statement_get_int (row, 0);
  self->libelle = pv_statement_dup_text (row, 1);
  self->recue_le = pv_statement_dup_text (row, 2);
  self->valable_jusque = pv_statement_dup_text (row, 3);
  self->dispensee = pv_statement_get_int (row, 4) == 1;

  return self;
}

GPtrArray *
pv_organisme_store_list_pieces (PvDb *db, gint64 organisme_id, GError **error)
{
  return list (db, SQL_PIECES, organisme_id, read_piece, piece_free, error);
}
