/* pv-controle-double-store.c: the same action deposited twice
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pv-text.h"

#define DEFAUT_BP "8500"
#define ENTIER_BP 10000
#define N_MOTS 4

/* Intitulés of one porteur and exercice are compared two by two. Comparing two
 * texts is slow; a bit per trigram says at once that most cannot be alike. */
typedef struct
{
  gint64 id;
  char *numero;
  char *intitule;
  char *plie;
  guint n_trigrammes;
  guint64 bits[N_MOTS];
  gint64 partie_de;
  char *reference;
  gboolean dans_filtre;
} Depose;

static void
depose_clear (Depose *depose)
{
  g_free (depose->numero);
  g_free (depose->intitule);
  g_free (depose->plie);
  g_free (depose->reference);
}

/* The trigrams of pv_text_similarity_bp(): one per byte of the folded text. */
static void
sign (Depose *depose)
{
  gsize n = strlen (depose->plie);

  depose->n_trigrammes = (guint)n;
  for (gsize i = 0; i < n; i++)
    {
      guint32 trigram = (guint32)(i > 0 ? (guchar)depose->plie[i - 1] : ' ') << 16 |
                        (guint32)(guchar)depose->plie[i] << 8 |
                        (i + 1 < n ? (guchar)depose->plie[i + 1] : ' ');
      guint bit = (trigram * 2654435761u) >> 24;

      depose->bits[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
    }
}

/* A bit that only one has is at least one trigram not shared: the similarity
 * cannot be over what this says. */
static gboolean
may_be_near (const Depose *a, const Depose *b, gint64 seuil)
{
  guint64 total = (guint64)a->n_trigrammes + b->n_trigrammes;
  guint64 apart = 0;

  for (guint i = 0; i < N_MOTS; i++)
    apart += (guint64)__builtin_popcountll (a->bits[i] ^ b->bits[i]);
  return apart * ENTIER_BP <= (guint64)(ENTIER_BP - MIN (seuil, ENTIER_BP) + 1) * total;
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
similarity (const Depose *a, const Depose *b, gint64 seuil)
{
  if (are_told_apart (a, b) || !may_be_near (a, b, seuil))
    return 0;
  if (*a->plie != '\0' && strcmp (a->plie, b->plie) == 0)
    return ENTIER_BP;
  return pv_text_similarity_bp (a->intitule, b->intitule);
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
      int bp = similarity (depose, autre, seuil);

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
compare_group (PvControleRun *run, GArray *groupe, gint64 seuil)
{
  if (seuil != PV_INT_NULL)
    for (guint i = 1; i < groupe->len; i++)
      compare_with_previous (run, groupe, i, seuil);
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

  depose.plie = pv_text_fold (depose.intitule);
  sign (&depose);
  g_array_append_val (groupe, depose);
}

gboolean
pv_controle_double_depot (PvControleRun *run, GError **error)
{
  /* Only groups of two or more are read. */
  static const char sql[] =
      "WITH annee (exercice, seuil) AS ("
      " SELECT a.exercice, " PV_SEUIL_SQL (
          "double_depot_similarite", DEFAUT_BP,
          "a.exercice") "   FROM (SELECT DISTINCT exercice FROM dossier) a),"
                        " groupe (porteur_id, exercice) AS ("
                        " SELECT d.porteur_id, d.exercice FROM dossier d"
                        "  WHERE d.chapeau = 0 AND d.statut NOT IN ('irrecevable', 'abandonne')"
                        "  GROUP BY d.porteur_id, d.exercice HAVING COUNT(*) > 1)"
                        " SELECT d.id, d.numero, d.porteur_id, d.exercice, d.intitule, "
                        "d.partie_de_id,"
                        "        (SELECT MIN(f.reference) FROM financement f WHERE f.dossier_id = "
                        "d.id),"
                        "        " PV_FILTRE_SQL ", a.seuil"
                        "   FROM groupe g"
                        "   JOIN dossier d ON d.porteur_id = g.porteur_id AND d.exercice = "
                        "g.exercice"
                        "   JOIN annee a ON a.exercice = d.exercice"
                        "  WHERE d.chapeau = 0 AND d.statut NOT IN ('irrecevable', 'abandonne')"
                        "  ORDER BY d.porteur_id, d.exercice, d.id";
  g_autoptr (PvStatement) statement = pv_controle_prepare (run, sql, error);
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
