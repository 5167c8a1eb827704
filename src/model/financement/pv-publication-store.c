/* pv-publication-store.c: the grants whose essential data are published
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-publication-store.h"

#include "commun/pv-entite.h"

/* Of a `financement f`, its `dossier d` and its `financeur fi`. */
#define A_PUBLIER_SQL                                                                              \
  "f.notifie_cents > 0 AND d.chapeau = 0"                                                          \
  " AND d.statut NOT IN ('irrecevable', 'refuse', 'reoriente')"                                    \
  " AND COALESCE(fi.public, fi.categorie <> 'prive') = 1"                                          \
  " AND (:financeur IS NULL OR fi.id = :financeur) AND " PV_FILTRE_SQL

/* The body that is paid. */
#define BENEFICIAIRE_SQL                                                                           \
  "COALESCE((SELECT r.organisme_id FROM dossier_organisme r WHERE r.dossier_id = d.id"             \
  "           AND r.role = 'beneficiaire_versement' ORDER BY r.id LIMIT 1), d.porteur_id)"

/* Its convention: one of the dossier, else one that names no dossier and covers the year. */
#define CONVENTION_SQL                                                                             \
  "COALESCE((SELECT k.id FROM convention_dossier kd JOIN convention k ON k.id = kd.convention_id"  \
  "           WHERE kd.dossier_id = d.id AND k.financeur_id = f.financeur_id"                      \
  "           ORDER BY k.signee_le IS NULL, k.signee_le, k.id LIMIT 1),"                           \
  "         (SELECT k.id FROM convention k"                                                        \
  "           WHERE k.financeur_id = f.financeur_id AND k.organisme_id = d.porteur_id"             \
  "             AND f.exercice BETWEEN k.annee_debut AND k.annee_fin"                              \
  "             AND NOT EXISTS (SELECT 1 FROM convention_dossier kd WHERE kd.convention_id = "     \
  "k.id)"                                                                                          \
  "           ORDER BY k.signee_le IS NULL, k.signee_le, k.id LIMIT 1))"

/* From the dossiers on: in their order without a sort. */
static const char SQL_LIGNES[] =
    "SELECT l.id, l.dossier_id, l.numero, l.intitule, l.exercice, l.notifie_cents, l.notifie_le,"
    "       l.notifie_acte, l.vote_le, l.vote_acte, l.financeur_id, l.attribuant, a.nom, a.siret,"
    "       l.beneficiaire, b.nom, b.siret, b.rna, b.forme, c.numero, c.signee_le,"
    "       c.conditions_versement,"
    "       (SELECT COUNT(*) FROM convention_echeance e WHERE e.convention_id = c.id"
    "         AND (e.exercice IS NULL OR e.exercice = l.exercice)),"
    "       (SELECT MIN(e.echeance_le) FROM convention_echeance e WHERE e.convention_id = c.id"
    "         AND (e.exercice IS NULL OR e.exercice = l.exercice)),"
    "       (SELECT MAX(e.echeance_le) FROM convention_echeance e WHERE e.convention_id = c.id"
    "         AND (e.exercice IS NULL OR e.exercice = l.exercice)),"
    "       (SELECT COUNT(*) FROM versement w WHERE w.financement_id = l.id"
    "         AND w.genre <> 'reversement'),"
    "       (SELECT MIN(w.verse_le) FROM versement w WHERE w.financement_id = l.id"
    "         AND w.genre <> 'reversement'),"
    "       (SELECT MAX(w.verse_le) FROM versement w WHERE w.financement_id = l.id"
    "         AND w.genre <> 'reversement'),"
    "       t.verse_cents, de.date_convention, de.nature, de.conditions_versement,"
    "       de.versement_debut, de.versement_fin, de.id_rae, de.notification_ue,"
    "       de.pourcentage_bp, de.dispositif_aide"
    "  FROM (SELECT f.id, f.dossier_id, d.numero, d.intitule, f.exercice, f.notifie_cents,"
    "               f.notifie_le, f.notifie_acte, f.vote_le, f.vote_acte, f.financeur_id,"
    "               fi.organisme_id AS attribuant, " BENEFICIAIRE_SQL " AS beneficiaire,"
    "               " CONVENTION_SQL " AS convention"
    "          FROM dossier d CROSS JOIN financement f ON f.dossier_id = d.id"
    "         CROSS JOIN financeur fi ON fi.id = f.financeur_id"
    "         WHERE " A_PUBLIER_SQL " ORDER BY d.id) l"
    " CROSS JOIN organisme a ON a.id = l.attribuant"
    " CROSS JOIN organisme b ON b.id = l.beneficiaire"
    "  LEFT JOIN total_financement t ON t.id = l.id"
    "  LEFT JOIN convention c ON c.id = l.convention"
    "  LEFT JOIN donnee_essentielle de ON de.financement_id = l.id";

static const char SQL_ANNUELS[] =
    "SELECT f.financeur_id, " BENEFICIAIRE_SQL ", f.exercice, f.notifie_cents"
    "  FROM dossier d CROSS JOIN financement f ON f.dossier_id = d.id"
    " WHERE f.notifie_cents > 0 AND d.chapeau = 0"
    "   AND d.statut NOT IN ('irrecevable', 'refuse', 'reoriente')";

static const char SQL_ATTRIBUANTS[] =
    "SELECT fi.id, a.nom, a.siret, COUNT(*)"
    "  FROM financement f JOIN dossier d ON d.id = f.dossier_id"
    "  JOIN financeur fi ON fi.id = f.financeur_id"
    "  JOIN organisme a ON a.id = fi.organisme_id"
    " WHERE " A_PUBLIER_SQL " GROUP BY fi.id ORDER BY a.nom_plie, fi.id";

static PvStatement *
open_rows (PvDb *db, const char *sql, const PvFiltre *filtre, gint64 financeur_id, GError **error)
{
  PvStatement *rows = pv_db_prepare (db, sql, error);

  if (rows == NULL)
    return NULL;

  pv_filtre_bind (filtre, rows);
  pv_statement_bind_int (rows, ":financeur", financeur_id);
  return rows;
}

PvStatement *
pv_publication_store_open (PvDb *db, const PvFiltre *filtre, gint64 financeur_id, GError **error)
{
  return open_rows (db, SQL_LIGNES, filtre, financeur_id, error);
}

void
pv_publication_store_read (PvStatement *row, PvPublication *publication)
{
  int i = 0;

#define INT() pv_statement_get_int (row, i++)
#define TEXT() pv_statement_get_text (row, i++)
  publication->financement_id = INT ();
  publication->dossier_id = INT ();
  publication->numero = TEXT ();
  publication->intitule = TEXT ();
  publication->exercice = INT ();
  publication->notifie_cents = INT ();
  publication->notifie_le = TEXT ();
  publication->notifie_acte = TEXT ();
  publication->vote_le = TEXT ();
  publication->vote_acte = TEXT ();
  publication->financeur_id = INT ();
  publication->attribuant_id = INT ();
  publication->attribuant_nom = TEXT ();
  publication->attribuant_siret = TEXT ();
  publication->beneficiaire_id = INT ();
  publication->beneficiaire_nom = TEXT ();
  publication->beneficiaire_siret = TEXT ();
  publication->beneficiaire_rna = TEXT ();
  publication->beneficiaire_forme = TEXT ();
  publication->convention_numero = TEXT ();
  publication->convention_signee_le = TEXT ();
  publication->convention_conditions = TEXT ();
  publication->n_echeances = INT ();
  publication->echeance_debut = TEXT ();
  publication->echeance_fin = TEXT ();
  publication->n_versements = INT ();
  publication->versement_debut = TEXT ();
  publication->versement_fin = TEXT ();
  publication->verse_cents = INT ();
  publication->date_convention = TEXT ();
  publication->nature = TEXT ();
  publication->conditions_versement = TEXT ();
  publication->periode_debut = TEXT ();
  publication->periode_fin = TEXT ();
  publication->id_rae = TEXT ();
  publication->notification_ue = INT ();
  publication->pourcentage_bp = INT ();
  publication->dispositif_aide = TEXT ();
#undef INT
#undef TEXT
}

static char *
make_cle (gint64 financeur_id, gint64 beneficiaire_id, gint64 exercice)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                          financeur_id, beneficiaire_id, exercice);
}

GHashTable *
pv_publication_store_load_annuels (PvDb *db, GError **error)
{
  g_autoptr (GHashTable) annuels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (PvStatement) rows = pv_db_prepare (db, SQL_ANNUELS, error);
  PvStep step;

  if (rows == NULL)
    return NULL;
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      g_autofree char *cle =
          make_cle (pv_statement_get_int (rows, 0), pv_statement_get_int (rows, 1),
                    pv_statement_get_int (rows, 2));
      gint64 *sum = g_hash_table_lookup (annuels, cle);

      if (sum == NULL)
        {
          sum = g_new0 (gint64, 1);
          g_hash_table_insert (annuels, g_steal_pointer (&cle), sum);
        }
      *sum += pv_statement_get_int (rows, 3);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&annuels) : NULL;
}

gint64
pv_publication_get_annuel (const PvPublication *publication, GHashTable *annuels)
{
  g_autofree char *cle =
      make_cle (publication->financeur_id, publication->beneficiaire_id, publication->exercice);
  const gint64 *sum = g_hash_table_lookup (annuels, cle);

  return sum != NULL ? *sum : 0;
}

void
pv_attribuant_free (PvAttribuant *self)
{
  g_free (self->nom);
  g_free (self->siret);
  g_free (self);
}

GPtrArray *
pv_publication_store_list_attribuants (PvDb *db, const PvFiltre *filtre, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_attribuant_free);
  g_autoptr (PvStatement) rows = open_rows (db, SQL_ATTRIBUANTS, filtre, PV_INT_NULL, error);
  PvStep step;

  if (rows == NULL)
    return NULL;
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      PvAttribuant *attribuant = g_new0 (PvAttribuant, 1);

      attribuant->financeur_id = pv_statement_get_int (rows, 0);
      attribuant->nom = g_strdup (pv_statement_get_text (rows, 1));
      attribuant->siret = g_strdup (pv_statement_get_text (rows, 2));
      attribuant->n_lignes = pv_statement_get_int (rows, 3);
      g_ptr_array_add (list, attribuant);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&list) : NULL;
}
