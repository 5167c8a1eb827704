/* pv-versement-entente-store.c: what conventions say of payment
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "versement/pv-versement-entente-store.h"

#include <string.h>

#include "bilan/pv-bilan-sql.h"
#include "commun/pv-entite.h"

/* Which dossiers of conventions are looked at: those of the filter, one, or that of one
 * financement; then which conventions: all, or those of that dossier. */
#define DU_FILTRE PV_FILTRE_SQL
#define DU_DOSSIER "d.id = :dossier"
#define DU_FINANCEMENT                                                                             \
  "d.id = (SELECT dossier_id FROM financement WHERE id = :financement) AND f.id = :financement"
#define CONVENTIONS_DU_FILTRE                                                                      \
  "c.id IN (SELECT x.convention_id FROM dossier d"                                                 \
  " CROSS JOIN convention_dossier x ON x.dossier_id = d.id WHERE " PV_FILTRE_SQL ")"
#define SES_CONVENTIONS(dossier)                                                                   \
  "c.id IN (SELECT x.convention_id FROM convention_dossier x WHERE x.dossier_id = " dossier ")"

/* What conventions say of payment: a row for each date of their schedule, in order, those of
 * an exercice before those of none. Its %s is the condition. */
static const char sql_ententes[] =
    "SELECT c.id, c.financeur_id, c.paiement_delai_jours, c.signee_le, e.exercice, e.echeance_le,"
    "       e.montant_cents"
    "  FROM convention c LEFT JOIN convention_echeance e ON e.convention_id = c.id"
    "   AND e.montant_cents > 0 AND e.echeance_le IS NOT NULL"
    " WHERE (c.paiement_delai_jours IS NOT NULL OR e.id IS NOT NULL) AND %s"
    " ORDER BY c.id, e.exercice IS NULL, e.echeance_le, e.id";

/* The financements of the dossiers of conventions. From there on in the order written: the
 * planner has no statistics. */
static const char sql_lies[] = "SELECT f.id, cd.convention_id, f.financeur_id FROM dossier d"
                               " CROSS JOIN convention_dossier cd ON cd.dossier_id = d.id"
                               " CROSS JOIN financement f ON f.dossier_id = d.id"
                               " WHERE f.notifie_cents > 0 AND %s";

/* What was paid under each convention that has a schedule, by exercice; what a bilan took back
 * was paid on its date. */
static const char sql_paye[] =
    "SELECT c.id, f.exercice, SUM (t.verse_cents + " PV_RENDU_SQL ") FROM convention c"
    " CROSS JOIN convention_dossier cd ON cd.convention_id = c.id"
    " CROSS JOIN financement f ON f.dossier_id = cd.dossier_id AND +f.financeur_id = c.financeur_id"
    " CROSS JOIN total_financement t ON t.id = f.id"
    " LEFT JOIN bilan b ON b.dossier_id = f.dossier_id"
    " WHERE EXISTS (SELECT 1 FROM convention_echeance e WHERE e.convention_id = c.id) AND %s"
    " GROUP BY c.id, f.exercice";

typedef struct
{
  gint64 exercice; /* PV_INT_NULL: of none */
  char le[11];
  PvCents cents;
} Echeance;

/* What a convention says of payment. */
typedef struct
{
  gint64 id;
  gint64 financeur_id;
  gint64 delai;
  char signee_le[11];
  GArray *echeances; /* of Echeance */
} Entente;

static void
entente_free (gpointer data)
{
  Entente *self = data;

  g_array_unref (self->echeances);
  g_free (self);
}

static void
copy_date (char date[11], const char *text)
{
  g_strlcpy (date, text != NULL ? text : "", 11);
}

static char *
paid_key (gint64 convention, gint64 exercice)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, convention, exercice);
}

static void
add_paid (GHashTable *paye, gint64 convention, gint64 exercice, PvCents cents)
{
  char *key = paid_key (convention, exercice);
  const PvCents *before = g_hash_table_lookup (paye, key);
  PvCents *sum = g_new (PvCents, 1);

  *sum = (before != NULL ? *before : 0) + cents;
  g_hash_table_replace (paye, key, sum);
}

static PvCents
get_paid (GHashTable *paye, gint64 convention, gint64 exercice)
{
  g_autofree char *key = paid_key (convention, exercice);
  const PvCents *cents = g_hash_table_lookup (paye, key);

  return cents != NULL ? *cents : 0;
}

static gboolean
is_filtered (const PvVersementQuestion *question)
{
  return question->filtre.appel_id != PV_INT_NULL || question->filtre.exercice != PV_INT_NULL;
}

static const char *
get_conventions (const PvVersementQuestion *question)
{
  if (question->financement_id != PV_INT_NULL)
    return SES_CONVENTIONS ("(SELECT dossier_id FROM financement WHERE id = :financement)");

  if (question->dossier_id != PV_INT_NULL)
    return SES_CONVENTIONS (":dossier");

  return is_filtered (question) ? CONVENTIONS_DU_FILTRE : "1";
}

static const char *
get_dossiers (const PvVersementQuestion *question)
{
  if (question->financement_id != PV_INT_NULL)
    return DU_FINANCEMENT;
  if (question->dossier_id != PV_INT_NULL)
    return DU_DOSSIER;

  return is_filtered (question) ? DU_FILTRE : "1";
}

/* Binds what the condition names. @sql: (transfer full) */
static PvStatement *
prepare_of (PvDb *db, char *taken, const PvVersementQuestion *question, GError **error)
{
  g_autofree char *sql = taken;
  PvStatement *row = pv_db_prepare (db, sql, error);

  if (row == NULL)
    return NULL;
  if (strstr (sql, ":appel") != NULL)
    pv_filtre_bind (&question->filtre, row);
  if (strstr (sql, ":dossier") != NULL)
    pv_statement_bind_int (row, ":dossier", question->dossier_id);
  if (strstr (sql, ":financement") != NULL)
    pv_statement_bind_int (row, ":financement", question->financement_id);

  return row;
}

static gboolean
load_paid (PvDb *db,
           const PvVersementQuestion *question,
           PvVersementAccords *accords,
           GError **error)
{
  g_autoptr (PvStatement) row =
      prepare_of (db, g_strdup_printf (sql_paye, get_conventions (question)), question, error);
  PvStep step;

  if (row == NULL)
    return FALSE;
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      gint64 convention = pv_statement_get_int (row, 0);
      PvCents cents = pv_statement_get_int (row, 2);

      /* under the key of no exercice: all of them */
      add_paid (accords->paye, convention, pv_statement_get_int (row, 1), cents);
      add_paid (accords->paye, convention, PV_INT_NULL, cents);
    }

  return step == PV_STEP_DONE;
}

static Entente *
take_entente (PvVersementAccords *accords, PvStatement *row)
{
  gint64 id = pv_statement_get_int (row, 0);
  Entente *entente = g_hash_table_lookup (accords->ententes, &id);

  if (entente != NULL)
    return entente;

  entente = g_new0 (Entente, 1);
  entente->id = id;
  entente->financeur_id = pv_statement_get_int (row, 1);
  entente->delai = pv_statement_get_int (row, 2);
  copy_date (entente->signee_le, pv_statement_get_text (row, 3));
  entente->echeances = g_array_new (FALSE, FALSE, sizeof (Echeance));
  g_hash_table_insert (accords->ententes, &entente->id, entente);

  return entente;
}

static gboolean
load_ententes (PvDb *db,
               const PvVersementQuestion *question,
               PvVersementAccords *accords,
               GError **error)
{
  g_autoptr (PvStatement) row =
      prepare_of (db, g_strdup_printf (sql_ententes, get_conventions (question)), question, error);
  PvStep step;

  if (row == NULL)
    return FALSE;
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      Entente *entente = take_entente (accords, row);
      Echeance echeance = { pv_statement_get_int (row, 4), "", pv_statement_get_int (row, 6) };

      copy_date (echeance.le, pv_statement_get_text (row, 5));
      if (echeance.le[0] != '\0')
        g_array_append_val (entente->echeances, echeance);
    }

  return step == PV_STEP_DONE;
}

static gboolean
is_later (const Entente *entente, const Entente *other)
{
  int order = strcmp (entente->signee_le, other->signee_le);

  return order != 0 ? order > 0 : entente->id > other->id;
}

static gboolean
load_liees (PvDb *db,
            const PvVersementQuestion *question,
            PvVersementAccords *accords,
            GError **error)
{
  g_autoptr (PvStatement) row =
      prepare_of (db, g_strdup_printf (sql_lies, get_dossiers (question)), question, error);
  PvStep step;

  if (row == NULL)
    return FALSE;
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      gint64 id = pv_statement_get_int (row, 0);
      gint64 convention = pv_statement_get_int (row, 1);
      Entente *entente = g_hash_table_lookup (accords->ententes, &convention);
      const Entente *before = g_hash_table_lookup (accords->liees, &id);

      if (entente != NULL && entente->financeur_id == pv_statement_get_int (row, 2) &&
          (before == NULL || is_later (entente, before)))
        g_hash_table_insert (accords->liees, g_memdup2 (&id, sizeof id), entente);
    }

  return step == PV_STEP_DONE;
}

/* A schedule by exercice says it all for that one. The next date is the first that what was
 * paid does not reach. Returns whether there is a schedule. */
static gboolean
follow_schedule (PvVersementSuivi *self, const Entente *entente, GHashTable *paye)
{
  gint64 exercice = PV_INT_NULL;
  gboolean some = FALSE;
  PvCents left;

  for (guint i = 0; i < entente->echeances->len; i++)
    if (g_array_index (entente->echeances, Echeance, i).exercice == self->exercice)
      exercice = self->exercice;
  left = -get_paid (paye, entente->id, exercice);
  for (guint i = 0; i < entente->echeances->len; i++)
    {
      const Echeance *echeance = &g_array_index (entente->echeances, Echeance, i);

      if (echeance->exercice != exercice)
        continue;
      some = TRUE;
      left += echeance->cents;
      if (left <= 0 || self->echeance_le[0] != '\0')
        continue;
      copy_date (self->echeance_le, echeance->le);
      self->echeance_cents = MIN (MIN (echeance->cents, left), self->reste_cents);
    }

  return some;
}

void
pv_versement_accords_clear (PvVersementAccords *self)
{
  g_clear_pointer (&self->liees, g_hash_table_unref);
  g_clear_pointer (&self->ententes, g_hash_table_unref);
  g_clear_pointer (&self->paye, g_hash_table_unref);
}

gboolean
pv_versement_accords_load (PvDb *db,
                           const PvVersementQuestion *question,
                           PvVersementAccords *accords,
                           GError **error)
{
  accords->ententes = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, entente_free);
  accords->liees = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  accords->paye = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!load_ententes (db, question, accords, error))
    return FALSE;

  return g_hash_table_size (accords->ententes) == 0 ||
         (load_liees (db, question, accords, error) && load_paid (db, question, accords, error));
}

gint64
pv_versement_accords_get_delai (const PvVersementAccords *self, gint64 financement_id)
{
  const Entente *entente = g_hash_table_lookup (self->liees, &financement_id);

  return entente != NULL ? entente->delai : PV_INT_NULL;
}

gboolean
pv_versement_accords_follow (const PvVersementAccords *self, PvVersementSuivi *suivi)
{
  const Entente *entente = g_hash_table_lookup (self->liees, &suivi->financement_id);

  return entente != NULL && follow_schedule (suivi, entente, self->paye);
}
