/* pv-controle-convention-store.c: checks of the conventions the law asks for
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle-private.h"

#include "convention/pv-convention-besoin.h"
#include "pv-langue.h"

#define FERME_SQL "COALESCE (f.notifie_cents, f.vote_cents)"

/*
 * One payer, one organisme and one year without a signed convention, once, with its first dossier:
 * over the threshold with what @ferme says of it.
 */
#define SEUIL PV_SEUIL_CONVENTION_SQL ("a.exercice")

#define COUVRE                                                                                     \
  "c.organisme_id = s.porteur_id AND c.financeur_id = s.financeur_id"                              \
  " AND s.exercice BETWEEN c.annee_debut AND c.annee_fin"

#define REQUETE(quand)                                                                             \
  "WITH somme (financeur_id, porteur_id, exercice, cents, accorde, ferme, notifie, n,"             \
  "  n_ferme, n_notifie, financement_id, dossier_id) AS ("                                         \
  " SELECT f.financeur_id, d.porteur_id, f.exercice, SUM(" PV_ENGAGE_SQL "),"                      \
  "        SUM(" PV_ACCORDE_SQL "), SUM(" FERME_SQL "), SUM(f.notifie_cents),"                     \
  "        COUNT(DISTINCT d.id), COUNT(DISTINCT CASE WHEN " FERME_SQL " > 0 THEN d.id END),"       \
  "        COUNT(DISTINCT CASE WHEN f.notifie_cents > 0 THEN d.id END), MIN(f.id),"                \
  "        MIN(CASE WHEN " PV_PORTEE_SQL " THEN d.id END)"                                         \
  "   FROM financement f"                                                                          \
  "   JOIN financeur fi ON fi.id = f.financeur_id AND fi.public = 1"                               \
  "   JOIN dossier d ON d.id = f.dossier_id"                                                       \
  "   JOIN organisme o ON o.id = d.porteur_id AND " PV_DROIT_PRIVE_SQL                             \
  "  WHERE d.chapeau = 0 AND NOT " PV_SORTI_SQL " AND " PV_ENGAGE_SQL " > 0"                       \
  "    AND (:dossier IS NULL"                                                                      \
  "         OR d.porteur_id = (SELECT p.porteur_id FROM dossier p WHERE p.id = :dossier))"         \
  "  GROUP BY f.financeur_id, d.porteur_id, f.exercice),"                                          \
  " annee (exercice, seuil) AS MATERIALIZED ("                                                     \
  " SELECT a.exercice, " SEUIL " FROM (SELECT DISTINCT exercice FROM somme) a)"                    \
  " SELECT s.dossier_id, d.numero, s.financement_id, fo.nom, po.nom, s.exercice, a.seuil, s.n,"    \
  "        s.cents, s.accorde, s.ferme, s.notifie, s.n_ferme, s.n_notifie,"                        \
  "        (SELECT COUNT(*) FROM convention c WHERE " COUVRE ")"                                   \
  "   FROM somme s"                                                                                \
  "   JOIN annee a ON a.exercice = s.exercice AND s.cents > a.seuil"                               \
  "   JOIN dossier d ON d.id = s.dossier_id"                                                       \
  "   JOIN organisme po ON po.id = s.porteur_id"                                                   \
  "   JOIN financeur fi ON fi.id = s.financeur_id"                                                 \
  "   JOIN organisme fo ON fo.id = fi.organisme_id"                                                \
  "  WHERE " quand " AND NOT EXISTS (SELECT 1 FROM convention c"                                   \
  "         WHERE (c.signee_le IS NOT NULL OR c.notifiee_le IS NOT NULL) AND " COUVRE ")"          \
  "  ORDER BY s.dossier_id, s.financeur_id, s.exercice"

enum
{
  FINANCEUR = PV_CONTROLE_FIGURES,
  PORTEUR,
  EXERCICE,
  SEUIL_CENTS,
  N_DOSSIERS,
  ENGAGE,
  ACCORDE,
  FERME,
  NOTIFIE,
  N_FERME,
  N_NOTIFIE,
  N_CONVENTIONS,
};

static gboolean
is_over (PvStatement *row, int column)
{
  gint64 cents = pv_statement_get_int (row, column);

  return cents != PV_CENTS_NULL && cents > pv_statement_get_int (row, SEUIL_CENTS);
}

/* ---- seuil-convention ---- */

/* A sum that is over the threshold only with what is still proposed announces a convention. */
static char *
dire_seuil (PvStatement *row, PvConstat *constat)
{
  gboolean accorde = is_over (row, ACCORDE);
  g_autofree char *total =
      pv_controle_montant (pv_statement_get_int (row, accorde ? ACCORDE : ENGAGE));
  g_autofree char *seuil = pv_controle_montant (pv_statement_get_int (row, SEUIL_CENTS));
  guint n = (guint)pv_statement_get_int (row, N_DOSSIERS);
  const char *financeur = pv_statement_get_text (row, FINANCEUR);
  const char *porteur = pv_statement_get_text (row, PORTEUR);
  int exercice = (int)pv_statement_get_int (row, EXERCICE);

  if (accorde)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%s grants %s to %s in %d, over %u dossier: more than %s, without a signed "
                     "convention.",
                     "%s grants %s to %s in %d, over %u dossiers: more than %s, without a signed "
                     "convention.",
                     n),
        financeur, total, porteur, exercice, n, seuil);

  constat->severite = PV_SEVERITE_INFO;
  return g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE,
          "%s proposes %s to %s in %d, over %u dossier: more than %s, so a convention will "
          "be needed.",
          "%s proposes %s to %s in %d, over %u dossiers: more than %s, so a convention will "
          "be needed.",
          n),
      financeur, total, porteur, exercice, n, seuil);
}

/* Until what is voted is itself over it: then it is convention-manquante that tells. */
gboolean
pv_controle_seuil_convention (PvControleRun *run, GError **error)
{
  static const PvControleRequete requete = { "financement", "notifie_cents",
                                             REQUETE ("COALESCE(s.ferme, 0) <= a.seuil"),
                                             dire_seuil };

  return pv_controle_run_requete (run, &requete, error);
}

/* ---- convention-manquante ---- */

static char *
dire_manquante (PvStatement *row, PvConstat *constat)
{
  gboolean notifie = is_over (row, NOTIFIE);
  gboolean existe = pv_statement_get_int (row, N_CONVENTIONS) > 0;
  g_autofree char *total =
      pv_controle_montant (pv_statement_get_int (row, notifie ? NOTIFIE : FERME));
  g_autofree char *seuil = pv_controle_montant (pv_statement_get_int (row, SEUIL_CENTS));
  guint n = (guint)pv_statement_get_int (row, notifie ? N_NOTIFIE : N_FERME);
  const char *financeur = pv_statement_get_text (row, FINANCEUR);
  const char *porteur = pv_statement_get_text (row, PORTEUR);
  int exercice = (int)pv_statement_get_int (row, EXERCICE);
  g_autofree char *fait =
      notifie ? g_strdup_printf (
                    g_dngettext (GETTEXT_PACKAGE,
                                 "%s notified %s to %s in %d, over %u dossier: more than %s",
                                 "%s notified %s to %s in %d, over %u dossiers: more than %s", n),
                    financeur, total, porteur, exercice, n, seuil)
              : g_strdup_printf (
                    g_dngettext (GETTEXT_PACKAGE,
                                 "%s voted %s to %s in %d, over %u dossier: more than %s",
                                 "%s voted %s to %s in %d, over %u dossiers: more than %s", n),
                    financeur, total, porteur, exercice, n, seuil);

  return existe ? g_strdup_printf (_ ("%s, and its convention is not signed."), fait)
                : g_strdup_printf (_ ("%s, and there is no convention."), fait);
}

gboolean
pv_controle_convention_manquante (PvControleRun *run, GError **error)
{
  static const PvControleRequete requete = { "financement", "notifie_cents",
                                             REQUETE ("s.ferme > a.seuil"), dire_manquante };

  return pv_controle_run_requete (run, &requete, error);
}
