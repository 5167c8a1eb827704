/* pv-financement-store.c: the SQL of pv-financement
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-financement-store.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "commun/pv-entite.h"
#include "enveloppe/pv-enveloppe-store.h"
#include "pv-error.h"

/* clang-format off */
#define COLONNES \
  "dossier_id, financeur_id, dispositif_id, exercice, section, enveloppe_id, " \
  "sollicite_cents, propose_cents, arbitre_cents, vote_cents, notifie_cents, " \
  "vote_le, vote_acte, notifie_le, notifie_acte, reference, commentaire"
#define VALEURS \
  ":dossier_id, :financeur_id, :dispositif_id, :exercice, :section, :enveloppe_id, " \
  ":sollicite_cents, :propose_cents, :arbitre_cents, :vote_cents, :notifie_cents, " \
  ":vote_le, :vote_acte, :notifie_le, :notifie_acte, :reference, :commentaire"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvFinancement, "financement", pv_financement, COLONNES, VALEURS);

static const char par_payeur[] =
    "SELECT id FROM financement WHERE dossier_id = :dossier AND financeur_id = :financeur"
    "   AND dispositif_id IS NOT DISTINCT FROM :dispositif AND exercice = :exercice"
    "   AND section IS NOT DISTINCT FROM :section ORDER BY id";

static const char verse[] = "SELECT verse_cents FROM total_financement WHERE id = :id";

static const char met_enveloppe[] =
    "UPDATE financement SET enveloppe_id = :enveloppe, revision = revision + 1"
    " WHERE id = :id AND enveloppe_id IS DISTINCT FROM :enveloppe";

static const char supprime_versements[] = "DELETE FROM versement WHERE financement_id = :id";

static const char liste[] =
    PV_SQL_LECTURE ("financement", COLONNES) "WHERE dossier_id = :dossier ORDER BY id";

gboolean
pv_financement_store_insert (PvDb *db, PvFinancement *financement, GError **error)
{
  return pv_entite_insert (&entite, db, financement, error);
}

gboolean
pv_financement_store_update (PvDb *db,
                             const PvFinancement *financement,
                             gboolean *changed,
                             GError **error)
{
  return pv_entite_update (&entite, db, financement, changed, error);
}

gboolean
pv_financement_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_sql_run (db, supprime_versements, error, "i", id) &&
         pv_entite_delete (&entite, db, id, error);
}

PvFinancement *
pv_financement_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

GPtrArray *
pv_financement_store_list (PvDb *db, gint64 dossier_id, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "i", dossier_id);
}

gboolean
pv_financement_store_find (PvDb *db,
                           gint64 dossier_id,
                           gint64 financeur_id,
                           gint64 dispositif_id,
                           gint64 exercice,
                           PvSection section,
                           gint64 *id,
                           GError **error)
{
  return pv_sql_find (db, par_payeur, id, error, "iiiit", dossier_id, financeur_id, dispositif_id,
                      exercice, pv_section_to_id (section));
}

gboolean
pv_financement_store_get_verse (PvDb *db, gint64 id, PvCents *cents, GError **error)
{
  return pv_sql_find (db, verse, cents, error, "i", id);
}

gboolean
pv_financement_store_set_enveloppe (PvDb *db,
                                    gint64 id,
                                    gint64 enveloppe_id,
                                    gboolean *changed,
                                    GError **error)
{
  gboolean feuille = TRUE;

  if (enveloppe_id != PV_INT_NULL &&
      !pv_enveloppe_store_is_feuille (db, enveloppe_id, &feuille, error))
    return FALSE;

  if (!feuille)
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
                   _ ("Envelope %" PRId64 " is divided in others, so nothing is put on it."
                      " Choose one of those below it."),
                   enveloppe_id);
      return FALSE;
    }

  if (changed != NULL)
    *changed = FALSE;
  return pv_sql_write (db, met_enveloppe, changed, error, "ii", enveloppe_id, id);
}
