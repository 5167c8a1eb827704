/* pv-controle-piece-store.c: documents that are required and missing
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle-private.h"

#include "piece/pv-piece-sql.h"
#include "pv-langue.h"

static const char sql[] =
    "WITH requise (dossier_id, numero, porteur_id, exercice, statut, type_id) AS ("
    " SELECT DISTINCT d.id, d.numero, d.porteur_id, d.exercice, d.statut, "
    "q.piece_type_id" PV_PIECE_REQUISE_FROM_SQL "  WHERE d.chapeau = 0 AND NOT " PV_SORTI_SQL
    " AND " PV_PORTEE_SQL ")"
    " SELECT q.dossier_id, q.numero, q.statut IN ('notifie', 'en-cours', 'bilan-recu', 'solde'),"
    "        t.libelle,"
    "        EXISTS (SELECT 1 FROM piece p WHERE p.piece_type_id = t.id AND p.recue_le IS NOT NULL"
    "                 AND (p.dossier_id = q.dossier_id OR p.organisme_id = q.porteur_id))"
    "   FROM requise q JOIN piece_type t ON t.id = q.type_id"
    "  WHERE " PV_PIECE_MANQUE_SQL "  ORDER BY q.dossier_id, t.id";

/* The missing documents of one dossier, gathered. */
typedef struct
{
  gint64 dossier_id;
  char *numero;
  gboolean notifie;
  GString *liste;
  guint n;
} Manque;

static void
manque_emit (PvControleRun *run, Manque *manque)
{
  g_autofree char *texte = NULL;
  PvConstat constat = {
    .severite = manque->notifie ? PV_SEVERITE_INFO : run->controle->severite,
    .dossier_id = manque->dossier_id,
    .dossier_numero = manque->numero,
    .table = "dossier",
    .cle = manque->dossier_id,
    .champ = "piece",
  };

  if (manque->n == 0)
    return;
  pv_controle_liste_end (manque->liste, manque->n);
  texte = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u document is missing: %s.",
                                        "%u documents are missing: %s.", manque->n),
                           manque->n, manque->liste->str);
  constat.texte = texte;
  pv_controle_emit (run, &constat);
}

static void
manque_start (Manque *manque, PvStatement *row)
{
  manque->dossier_id = pv_statement_get_int (row, 0);
  g_free (manque->numero);
  manque->numero = pv_statement_dup_text (row, 1);
  manque->notifie = pv_statement_get_int (row, 2) == 1;
  g_string_truncate (manque->liste, 0);
  manque->n = 0;
}

static void
manque_add (Manque *manque, PvStatement *row)
{
  const char *libelle = pv_statement_get_text (row, 3);
  g_autofree char *nom = pv_statement_get_int (row, 4) == 1
                             ? g_strdup_printf (_ ("%s (expired)"), libelle)
                             : g_strdup (libelle);

  pv_controle_liste_add (manque->liste, manque->n++, nom);
}

gboolean
pv_controle_piece_manquante (PvControleRun *run, GError **error)
{
  g_autoptr (PvStatement) statement = pv_controle_prepare (run, sql, error);
  g_autoptr (GString) liste = g_string_new (NULL);
  g_autoptr (GError) local = NULL;
  Manque manque = { .dossier_id = PV_INT_NULL, .liste = liste };

  if (statement == NULL)
    return FALSE;
  while (pv_controle_step (run, statement, &local))
    {
      if (pv_statement_get_int (statement, 0) != manque.dossier_id)
        {
          manque_emit (run, &manque);
          manque_start (&manque, statement);
        }
      manque_add (&manque, statement);
    }
  if (local == NULL)
    manque_emit (run, &manque);
  g_free (manque.numero);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
