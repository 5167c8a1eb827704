/* pv-dossier-decisions.c: what the séances decided of a dossier, one line each
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/cloture/pv-dossier-decisions.h"

#include <glib/gi18n.h>

#include "seance/pv-dossier-decision-store.h"
#include "seance/session/pv-session-mots.h"

struct _PvDossierDecisions
{
  AdwBin parent_instance;

  GPtrArray *shown; /* of PvDossierDecision */
};

G_DEFINE_FINAL_TYPE (PvDossierDecisions, pv_dossier_decisions, ADW_TYPE_BIN)

/* « Comité de pilotage du 17 mars 2026 : programmé sous réserve » */
static char *
describe (const PvDossierDecision *decision)
{
  const char *words = decision->decision != PV_DECISION_GENRE_NULL
                          ? pv_decision_genre_to_libelle (decision->decision)
                          : _ ("on the agenda");

  if (decision->version > 1)
    /* Translators: a séance, then its decision. */
    return g_strdup_printf (_ ("%s: %s, rectified"), decision->seance, words);
  if (decision->decision != PV_DECISION_GENRE_NULL && decision->etat == PV_SEANCE_ETAT_OUVERTE)
    return g_strdup_printf (_ ("%s: %s, séance under way"), decision->seance, words);

  return g_strdup_printf (_ ("%s: %s"), decision->seance, words);
}

static GtkWidget *
text_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
icon_new (PvDecisionGenre genre)
{
  gboolean decided = genre != PV_DECISION_GENRE_NULL;
  GtkWidget *icon = gtk_image_new_from_icon_name (decided ? pv_session_decision_to_icon_name (genre)
                                                          : "x-office-calendar-symbolic");
  const char *css_class = decided ? pv_session_decision_to_css_class (genre) : NULL;

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  if (css_class != NULL)
    gtk_widget_add_css_class (icon, css_class);

  return icon;
}

static GtkWidget *
row_new (const PvDossierDecision *decision)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *text = describe (decision);

  gtk_box_append (GTK_BOX (box), icon_new (decision->decision));
  gtk_box_append (GTK_BOX (texts), text_new (text, NULL));
  if (decision->reserve != NULL)
    gtk_box_append (GTK_BOX (texts), text_new (decision->reserve, "secondary"));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Open the séance"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", decision->seance_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-seance");

  return button;
}

static gboolean
same (const PvDossierDecision *one, const PvDossierDecision *other)
{
  return one->seance_id == other->seance_id && one->etat == other->etat &&
         one->decision == other->decision && one->version == other->version &&
         g_strcmp0 (one->seance, other->seance) == 0 &&
         g_strcmp0 (one->reserve, other->reserve) == 0;
}

/* A refresh keeps what has the focus. */
static gboolean
is_shown (PvDossierDecisions *self, GPtrArray *list)
{
  if (self->shown == NULL || self->shown->len != list->len)
    return FALSE;

  for (guint i = 0; i < list->len; i++)
    if (!same (self->shown->pdata[i], list->pdata[i]))
      return FALSE;

  return TRUE;
}

void
pv_dossier_decisions_show (PvDossierDecisions *self, PvDb *db, gint64 dossier_id)
{
  g_autoptr (GPtrArray) list = pv_dossier_decision_store_list (db, dossier_id, NULL);
  GtkWidget *box = NULL;

  g_return_if_fail (PV_IS_DOSSIER_DECISIONS (self));

  if (list == NULL || is_shown (self, list))
    return;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (guint i = 0; i < list->len; i++)
    gtk_box_append (GTK_BOX (box), row_new (list->pdata[i]));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), list->len > 0);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_steal_pointer (&list);
}

static void
pv_dossier_decisions_finalize (GObject *object)
{
  g_clear_pointer (&PV_DOSSIER_DECISIONS (object)->shown, g_ptr_array_unref);

  G_OBJECT_CLASS (pv_dossier_decisions_parent_class)->finalize (object);
}

static void
pv_dossier_decisions_class_init (PvDossierDecisionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pv_dossier_decisions_finalize;
}

static void
pv_dossier_decisions_init (PvDossierDecisions *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "pv-dossier-decisions");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
