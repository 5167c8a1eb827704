/* pv-deports-card.c: who takes no part in the decision on which dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-deports-card.h"

#include <glib/gi18n.h>

#include "seance/pv-agenda-store.h"
#include "seance/pv-seance-mots.h"
#include "seance/pv-seance-service.h"

struct _PvDeportsCard
{
  AdwBin parent_instance;

  PvContext *context;
  char *label; /* of the séance, for the history */
  GPtrArray *suggeres;
  char *shown; /* what the rows say: they are made again only when it changes */

  GtkWidget *suggest_button;
  GtkWidget *hint;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PvDeportsCard, pv_deports_card, ADW_TYPE_BIN)

/* --- writing ------------------------------------------------------------------------------- */

static void
act (PvDeportsCard *self, PvContextFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (self->context != NULL &&
      !pv_context_act (self->context, "seance-deport", self->label, func, data, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static gboolean
write_record (PvDb *db, gpointer data, GError **error)
{
  const PvDeport *deport = data;

  return pv_seance_set_deport (db, deport->seance_dossier_id, deport->institution_id, TRUE,
                               _ ("It carries the action"), error);
}

static gboolean
write_removal (PvDb *db, gpointer data, GError **error)
{
  const PvDeport *deport = data;

  return pv_seance_set_deport (db, deport->seance_dossier_id, deport->institution_id, FALSE, NULL,
                               error);
}

static gboolean
write_suggested (PvDb *db, gpointer data, GError **error)
{
  PvDeportsCard *self = data;

  for (guint i = 0; i < self->suggeres->len; i++)
    if (!write_record (db, self->suggeres->pdata[i], error))
      return FALSE;

  return TRUE;
}

static void
one_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvDeport deport = { 0 };

  g_variant_get (parameter, "(xx)", &deport.seance_dossier_id, &deport.institution_id);
  act (PV_DEPORTS_CARD (widget),
       g_str_equal (name, "deports.record") ? write_record : write_removal, &deport);
}

static void
suggested_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  act (PV_DEPORTS_CARD (widget), write_suggested, widget);
}

/* --- showing ------------------------------------------------------------------------------- */

static GtkWidget *
label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);

  return label;
}

static GtkWidget *
text_new (const char *first, const char *second)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *detail = label_new (second);

  gtk_widget_add_css_class (detail, "dense");
  gtk_widget_add_css_class (detail, "secondary");
  gtk_widget_set_visible (detail, second != NULL);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label_new (first));
  gtk_box_append (GTK_BOX (box), detail);

  return box;
}

static GtkWidget *
button_new (const PvDeport *deport, gboolean suggested, const char *name)
{
  GtkWidget *button = suggested ? gtk_button_new_with_label (_ ("Record"))
                                : gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  suggested ? "deports.record" : "deports.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", deport->seance_dossier_id,
                                    deport->institution_id);
  gtk_widget_add_css_class (button, "compact");
  if (!suggested)
    gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static void
add_row (PvDeportsCard *self,
         const PvDeport *deport,
         const PvSeanceDossier *dossier,
         gboolean suggested)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image =
      gtk_image_new_from_icon_name (suggested ? "pv-info-symbolic" : "system-users-symbolic");
  g_autofree char *first =
      g_strdup_printf ("%s · %s %s", deport->institution, dossier->numero, dossier->porteur);
  g_autofree char *name = g_strdup_printf (
      suggested ? _ ("Recuse %s on dossier %s") : _ ("%s is not recused on dossier %s any more"),
      deport->institution, dossier->numero);

  gtk_widget_add_css_class (image, suggested ? "pv-violet" : "secondary");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box),
                  text_new (first, suggested ? _ ("Suggested: this member carries the action")
                                             : deport->motif));
  gtk_box_append (GTK_BOX (box), button_new (deport, suggested, name));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
}

static const PvSeanceDossier *
find_dossier (GPtrArray *dossiers, gint64 id)
{
  for (guint i = 0; i < dossiers->len; i++)
    if (((PvSeanceDossier *)dossiers->pdata[i])->id == id)
      return dossiers->pdata[i];

  return NULL;
}

typedef struct
{
  const PvSeanceDossier *dossier;
  const PvDeport *deport;
  gboolean suggested;
} Ligne;

static void
add_ligne (GArray *lignes,
           const PvSeanceDossier *dossier,
           const PvDeport *deport,
           gboolean suggested)
{
  Ligne ligne = { dossier, deport, suggested };

  g_array_append_val (lignes, ligne);
}

/* (transfer full): what the rows say */
static char *
describe (GArray *lignes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lignes->len; i++)
    {
      const Ligne *ligne = &g_array_index (lignes, Ligne, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "/%d/%s/%s/%s\n",
                              ligne->deport->seance_dossier_id, ligne->deport->institution_id,
                              ligne->suggested, ligne->deport->institution, ligne->dossier->numero,
                              ligne->deport->motif != NULL ? ligne->deport->motif : "");
    }

  return g_string_free (text, FALSE);
}

static void
show_rows (PvDeportsCard *self, GArray *lignes)
{
  g_autofree char *shown = describe (lignes);
  GtkWidget *child;

  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < lignes->len; i++)
    {
      const Ligne *ligne = &g_array_index (lignes, Ligne, i);

      add_row (self, ligne->deport, ligne->dossier, ligne->suggested);
    }
}

/* @kept: owns what the lines refer to */
static void
list_recorded (PvDeportsCard *self, GPtrArray *dossiers, GArray *lignes, GPtrArray *kept)
{
  for (guint i = 0; i < dossiers->len; i++)
    {
      const PvSeanceDossier *dossier = dossiers->pdata[i];
      GPtrArray *deports = dossier->n_deports > 0
                               ? pv_seance_store_list_deports (
                                     pv_context_get_reader (self->context), dossier->id, NULL)
                               : NULL;

      if (deports == NULL)
        continue;
      g_ptr_array_add (kept, deports);
      for (guint j = 0; j < deports->len; j++)
        add_ligne (lignes, dossier, deports->pdata[j], FALSE);
    }
}

static void
list_suggested (PvDeportsCard *self, GPtrArray *dossiers, GArray *lignes)
{
  for (guint i = 0; i < self->suggeres->len; i++)
    {
      const PvDeport *deport = self->suggeres->pdata[i];
      const PvSeanceDossier *dossier = find_dossier (dossiers, deport->seance_dossier_id);

      if (dossier != NULL)
        add_ligne (lignes, dossier, deport, TRUE);
    }
}

static void
update_actions (PvDeportsCard *self)
{
  static const char *const actions[] = { "deports.suggested", "deports.record", "deports.remove" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i],
                                   pv_context_can_edit (self->context));
  gtk_widget_set_visible (self->suggest_button, self->suggeres->len > 1);
}

void
pv_deports_card_show (PvDeportsCard *self, const PvSeanceResume *resume)
{
  PvDb *db;
  g_autoptr (GPtrArray) dossiers = NULL;
  g_autoptr (GPtrArray) suggeres = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GArray) lignes = NULL;

  g_return_if_fail (PV_IS_DEPORTS_CARD (self));
  g_return_if_fail (resume != NULL);

  db = pv_context_get_reader (self->context);
  g_free (self->label);
  self->label = pv_seance_dup_label (resume);
  dossiers = pv_seance_store_list_dossiers (db, resume->seance->id, NULL);
  suggeres = pv_agenda_store_list_deports_suggeres (db, resume->seance->id, NULL);
  if (dossiers == NULL || suggeres == NULL)
    return;
  g_clear_pointer (&self->suggeres, g_ptr_array_unref);
  self->suggeres = g_steal_pointer (&suggeres);

  kept = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  lignes = g_array_new (FALSE, FALSE, sizeof (Ligne));
  list_suggested (self, dossiers, lignes);
  list_recorded (self, dossiers, lignes, kept);
  show_rows (self, lignes);
  gtk_widget_set_visible (GTK_WIDGET (self->list), lignes->len > 0);
  gtk_widget_set_visible (self->hint, lignes->len == 0);
  update_actions (self);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
pv_deports_card_dispose (GObject *object)
{
  PvDeportsCard *self = PV_DEPORTS_CARD (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_DEPORTS_CARD);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_deports_card_parent_class)->dispose (object);
}

static void
pv_deports_card_finalize (GObject *object)
{
  PvDeportsCard *self = PV_DEPORTS_CARD (object);

  g_clear_pointer (&self->suggeres, g_ptr_array_unref);
  g_free (self->label);
  g_free (self->shown);

  G_OBJECT_CLASS (pv_deports_card_parent_class)->finalize (object);
}

static void
pv_deports_card_class_init (PvDeportsCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_deports_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_deports_card_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/pv-deports-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PvDeportsCard, suggest_button);
  gtk_widget_class_bind_template_child (widget_class, PvDeportsCard, hint);
  gtk_widget_class_bind_template_child (widget_class, PvDeportsCard, list);
  gtk_widget_class_install_action (widget_class, "deports.record", "(xx)", one_cb);
  gtk_widget_class_install_action (widget_class, "deports.remove", "(xx)", one_cb);
  gtk_widget_class_install_action (widget_class, "deports.suggested", NULL, suggested_cb);
}

static void
pv_deports_card_init (PvDeportsCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_deports_card_set_context (PvDeportsCard *self, PvContext *context)
{
  g_return_if_fail (PV_IS_DEPORTS_CARD (self));

  g_set_object (&self->context, context);
}
