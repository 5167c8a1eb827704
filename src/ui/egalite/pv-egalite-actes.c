/* pv-egalite-actes.c: what the screens of the marking write
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite-actes.h"

#include "dossier/pv-dossier-edit.h"
#include "egalite/pv-egalite-reponse-store.h"
#include "egalite/pv-egalite-service.h"
#include "reglage/pv-reglage-store.h"

typedef struct
{
  gint64 dossier_id;
  gint64 axe_id;
  gint64 institution_id;
  PvEgaliteQuestion question;
  PvEgaliteReponse reponse;
  gint64 valeur;
  const char *texte;
  const char *autre;
} Acte;

static gboolean
act (PvContext *context, const char *action, PvContextFunc func, Acte *acte, GError **error)
{
  g_autofree char *label = pv_dossier_edit_label (context, acte->dossier_id);

  return pv_context_act (context, action, label, func, acte, error);
}

static gboolean
act_or_tell (GtkWidget *widget,
             PvContext *context,
             const char *action,
             PvContextFunc func,
             Acte *acte)
{
  g_autoptr (GError) error = NULL;

  if (act (context, action, func, acte, &error))
    return TRUE;
  gtk_widget_activate_action (widget, "win.toast", "s", error->message);

  return FALSE;
}

static gboolean
repondre (PvDb *db, gpointer user_data, GError **error)
{
  const Acte *acte = user_data;

  return pv_egalite_reponse_store_set (db, acte->dossier_id, acte->axe_id, acte->institution_id,
                                       acte->question, acte->reponse, error);
}

gboolean
pv_egalite_acte_repondre (GtkWidget *widget,
                          PvContext *context,
                          gint64 dossier_id,
                          gint64 axe_id,
                          gint64 institution_id,
                          PvEgaliteQuestion question,
                          PvEgaliteReponse reponse)
{
  Acte acte = { .dossier_id = dossier_id,
                .axe_id = axe_id,
                .institution_id = institution_id,
                .question = question,
                .reponse = reponse };

  return act_or_tell (widget, context,
                      institution_id == PV_INT_NULL ? "egalite-commune" : "egalite-reponse",
                      repondre, &acte);
}

static gboolean
commenter (PvDb *db, gpointer user_data, GError **error)
{
  const Acte *acte = user_data;

  return pv_egalite_reponse_store_comment (db, acte->dossier_id, acte->axe_id, acte->question,
                                           acte->texte, error);
}

gboolean
pv_egalite_acte_commenter (PvContext *context,
                           gint64 dossier_id,
                           gint64 axe_id,
                           PvEgaliteQuestion question,
                           const char *commentaire,
                           GError **error)
{
  Acte acte = {
    .dossier_id = dossier_id, .axe_id = axe_id, .question = question, .texte = commentaire
  };

  return act (context, "egalite-commune", commenter, &acte, error);
}

static gboolean
reprendre (PvDb *db, gpointer user_data, GError **error)
{
  const Acte *acte = user_data;

  return pv_egalite_service_reprendre (db, acte->dossier_id, acte->axe_id, error);
}

gboolean
pv_egalite_acte_reprendre (GtkWidget *widget, PvContext *context, gint64 dossier_id, gint64 axe_id)
{
  Acte acte = { .dossier_id = dossier_id, .axe_id = axe_id };

  return act_or_tell (widget, context, "egalite-commune", reprendre, &acte);
}

static gboolean
marquer (PvDb *db, gpointer user_data, GError **error)
{
  const Acte *acte = user_data;

  return pv_egalite_service_marquer (db, acte->dossier_id, acte->axe_id, acte->valeur, error);
}

gboolean
pv_egalite_acte_marquer (GtkWidget *widget,
                         PvContext *context,
                         gint64 dossier_id,
                         gint64 axe_id,
                         gint64 valeur)
{
  Acte acte = { .dossier_id = dossier_id, .axe_id = axe_id, .valeur = valeur };

  return act_or_tell (widget, context, "marqueur-edit", marquer, &acte);
}

static gboolean
justifier (PvDb *db, gpointer user_data, GError **error)
{
  const Acte *acte = user_data;

  return pv_egalite_service_justifier (db, acte->dossier_id, acte->axe_id, acte->texte, error);
}

gboolean
pv_egalite_acte_justifier (PvContext *context,
                           gint64 dossier_id,
                           gint64 axe_id,
                           const char *justification,
                           GError **error)
{
  Acte acte = { .dossier_id = dossier_id, .axe_id = axe_id, .texte = justification };

  return act (context, "marqueur-edit", justifier, &acte, error);
}

static gboolean
dater (PvDb *db, gpointer user_data, GError **error)
{
  const Acte *acte = user_data;

  return pv_egalite_service_dater (db, acte->dossier_id, acte->axe_id, acte->texte, acte->autre,
                                   error);
}

gboolean
pv_egalite_acte_dater (PvContext *context,
                       gint64 dossier_id,
                       gint64 axe_id,
                       const char *decide_le,
                       const char *decide_par,
                       GError **error)
{
  Acte acte = {
    .dossier_id = dossier_id, .axe_id = axe_id, .texte = decide_le, .autre = decide_par
  };

  return act (context, "marqueur-edit", dater, &acte, error);
}

static gboolean
regler (PvDb *db, gpointer user_data, GError **error)
{
  const Acte *acte = user_data;
  g_autofree char *valeur = g_strdup_printf ("%" G_GINT64_FORMAT, acte->valeur);
  gboolean changed = FALSE;

  return pv_reglage_store_set (db, acte->texte, valeur, &changed, error);
}

gboolean
pv_egalite_acte_regler (GtkWidget *widget, PvContext *context, const char *cle, gint64 valeur)
{
  g_autoptr (GError) error = NULL;
  Acte acte = { .texte = cle, .valeur = valeur };

  if (pv_context_act (context, "egalite-reglage", NULL, regler, &acte, &error))
    return TRUE;
  gtk_widget_activate_action (widget, "win.toast", "s", error->message);

  return FALSE;
}
