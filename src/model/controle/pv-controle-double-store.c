/* pv-controle-double-store.c: the same action deposited twice
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle-private.h"

#include "pv-langue.h"
#include <string.h>

#include "pv-text.h"

#define SEUIL PV_SEUIL_SQL ("double_depot_similarite", "8500", "a.exercice")

/* Intitulés of one porteur and exercice are compared two by two. */
typedef struct
{
  gint64 id;
  char *numero;
  char *intitule;
  GArray *trigrammes; /* (nullable) none for a porteur with one dossier */
  gint64 partie_de;
  char *reference;
  gboolean dans_filtre;
} Depose;

static void
depose_clear (Depose *depose)
{
  g_free (depose->numero);
  g_free (depose->intitule);
  g_clear_pointer (&depose->trigrammes, g_array_unref);
  g_free (depose->reference);
}

/* Parts of one action, and posts that their payer numbers apart, are not
 * doubles. */
static gboolean
are_told_apart (const Depose *a, const Depose *b)
{
  return (a->partie_de != PV_INT_NULL && a->partie_de == b->partie_de) ||
         (a->reference != NULL && b->reference != NULL && strcmp (a->reference, b->reference) != 0);
}

static int
similarity (const Depose *a, const Depose *b)
{
  return are_told_apart (a, b) ? 0 : pv_trigrams_similarity_bp (a->trigrammes, b->trigrammes);
}

static void
emit (PvControleRun *run, const Depose *depose, const char *liste, int plus_proche)
{
  g_autofree char *taux = pv_controle_taux (plus_proche);
  g_autofree char *texte = g_strdup_printf (
      _ ("“%s” is %s alike the intitulé of n° %s, of the same porteur and exercice."),
      depose->intitule, taux, liste);
  PvConstat constat = {
    .severite = run->controle->severite,
    .dossier_id = depose->id,
    .dossier_numero = depose->numero,
    .table = "dossier",
    .cle = depose->id,
    .champ = "intitule",
    .texte = texte,
  };

  pv_controle_emit (run, &constat);
}

/* Looks for the dossiers before @rang that are near it; a few are enough. */
static void
compare_with_previous (PvControleRun *run, GArray *groupe, guint rang, gint64 seuil)
{
  const Depose *depose = &g_array_index (groupe, Depose, rang);
  g_autoptr (GString) liste = g_string_new (NULL);
  gboolean dans_filtre = depose->dans_filtre;
  int plus_proche = 0;
  guint n = 0;

  for (guint i = 0; i < rang && n < PV_CONTROLE_LISTE_MAX; i++)
    {
      const Depose *autre = &g_array_index (groupe, Depose, i);
      int bp = similarity (depose, autre);

      if (bp < seuil || bp == 0)
        continue;
      plus_proche = MAX (plus_proche, bp);
      dans_filtre = dans_filtre || autre->dans_filtre;
      pv_controle_liste_add (liste, n++, autre->numero);
    }
  if (n > 0 && dans_filtre)
    emit (run, depose, liste->str, plus_proche);
}

static void
prepare (Depose *depose)
{
  depose->trigrammes = pv_text_trigrams (depose->intitule);
}

static void
compare_group (PvControleRun *run, GArray *groupe, gint64 seuil)
{
  if (seuil != PV_INT_NULL && groupe->len > 1)
    {
      for (guint i = 0; i < groupe->len; i++)
        prepare (&g_array_index (groupe, Depose, i));
      for (guint i = 1; i < groupe->len; i++)
        compare_with_previous (run, groupe, i, seuil);
    }
  g_array_set_size (groupe, 0);
}

static void
take (GArray *groupe, PvStatement *row)
{
  Depose depose = {
    .id = pv_statement_get_int (row, 0),
    .numero = pv_statement_dup_text (row, 1),
    .intitule = pv_statement_dup_text (row, 4),
    .partie_de = pv_statement_get_int (row, 5),
    .reference = pv_statement_dup_text (row, 6),
    .dans_filtre = pv_statement_get_int (row, 7) == 1,
  };

  g_array_append_val (groupe, depose);
}

#define DEPOTS_SQL(exercice, condition)                                                            \
  "WITH annee (exercice, seuil) AS ("                                                              \
  " SELECT a.exercice, " SEUIL " FROM (SELECT DISTINCT exercice FROM dossier"                      \
  "         WHERE " PV_PORTEE_DE_SQL (                                                             \
      "id") ") a)"                                                                                 \
            " SELECT d.id, d.numero, d.porteur_id, d.exercice, d.intitule, d.partie_de_id,"        \
            "        (SELECT MIN(f.reference) FROM financement f WHERE f.dossier_id = d.id),"      \
            "        " PV_PORTEE_SQL ", a.seuil"                                                   \
            "   FROM dossier d"                                                                    \
            "   JOIN annee a ON a.exercice = " exercice                                            \
            "  WHERE d.chapeau = 0 AND d.statut NOT IN ('irrecevable', 'abandonne')" condition     \
            "  ORDER BY d.porteur_id, d.exercice, d.id"

static const char du_fichier[] = DEPOTS_SQL ("d.exercice", "");

/* `+`: found by its porteur, who has few dossiers, not by the year, that has most. */
static const char d_un_dossier[] =
    DEPOTS_SQL ("+d.exercice",
                " AND d.porteur_id = (SELECT p.porteur_id FROM dossier p WHERE p.id = :dossier)");

gboolean
pv_controle_double_depot (PvControleRun *run, GError **error)
{
  g_autoptr (PvStatement) statement =
      pv_controle_prepare (run, run->dossier_id != PV_INT_NULL ? d_un_dossier : du_fichier, error);
  g_autoptr (GArray) groupe = g_array_new (FALSE, FALSE, sizeof (Depose));
  g_autoptr (GError) local = NULL;
  gint64 porteur = PV_INT_NULL, exercice = PV_INT_NULL, seuil = PV_INT_NULL;

  if (statement == NULL)
    return FALSE;
  g_array_set_clear_func (groupe, (GDestroyNotify)depose_clear);
  while (pv_controle_step (run, statement, &local))
    {
      if (pv_statement_get_int (statement, 2) != porteur ||
          pv_statement_get_int (statement, 3) != exercice)
        compare_group (run, groupe, seuil);
      porteur = pv_statement_get_int (statement, 2);
      exercice = pv_statement_get_int (statement, 3);
      seuil = pv_statement_get_int (statement, 8);
      take (groupe, statement);
    }
  if (local == NULL)
    {
      compare_group (run, groupe, seuil);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
