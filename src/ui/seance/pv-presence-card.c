/* pv-presence-card.c: who sits, who is there, and whether they are enough
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-presence-card.h"

#include <glib/gi18n.h>

#include "institution/pv-institution-store.h"
#include "pv-text.h"
#include "seance/pv-presence-row.h"
#include "seance/pv-seance-mots.h"
#include "seance/pv-seance-service.h"
#include "widget/pv-choice.h"

struct _PvPresenceCard
{
  AdwBin parent_instance;

  PvContext *context;
  gint64 seance_id;
  char *label; /* of the séance, for the history */
  GPtrArray *presences;

  GtkImage *quorum_icon;
  GtkLabel *quorum_label;
  GtkListBox *list;
  PvChoice *add_choice;
};

G_DEFINE_FINAL_TYPE (PvPresenceCard, pv_presence_card, ADW_TYPE_BIN)

/* --- writing ------------------------------------------------------------------------------- */

static gboolean
act (PvPresenceCard *self, PvContextFunc func, gpointer data, GError **error)
{
  return pv_context_act (self->context, "seance-presence", self->label, func, data, error);
}

static void
act_or_tell (PvPresenceCard *self, PvContextFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (self->context != NULL && !act (self, func, data, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static const PvSeancePresence *
find_presence (PvPresenceCard *self, gint64 id)
{
  for (guint i = 0; self->presences != NULL && i < self->presences->len; i++)
    if (((PvSeancePresence *)self->presences->pdata[i])->id == id)
      return self->presences->pdata[i];

  return NULL;
}

static gboolean
write_presence (PvDb *db, gpointer data, GError **error)
{
  const PvSeancePresence *presence = data;

  return pv_seance_set_presence (db, presence->seance_id, presence->institution_id,
                                 presence->personne, presence->present, error);
}

static void
toggled_cb (PvPresenceCard *self, gboolean present, PvPresenceRow *row)
{
  const PvSeancePresence *known = find_presence (self, pv_presence_row_get_id (row));
  PvSeancePresence presence;

  if (known == NULL)
    return;
  presence = *known;
  presence.present = present;
  act_or_tell (self, write_presence, &presence);
}

static gboolean
write_personne (PvDb *db, gpointer data, GError **error)
{
  const PvSeancePresence *presence = data;

  return pv_seance_set_personne (db, presence->id, presence->personne, error);
}

static void
personne_cb (PvPresenceCard *self, const char *value, PvField *field, PvPresenceRow *row)
{
  PvSeancePresence presence = { .id = pv_presence_row_get_id (row), .personne = (char *)value };
  g_autoptr (GError) error = NULL;

  if (self->context != NULL && !act (self, write_personne, &presence, &error))
    pv_field_refuse (field, error->message);
}

static gboolean
write_removal (PvDb *db, gpointer data, GError **error)
{
  return pv_seance_retirer_presence (db, *(gint64 *)data, error);
}

static void
removed_cb (PvPresenceCard *self, PvPresenceRow *row)
{
  gint64 id = pv_presence_row_get_id (row);

  act_or_tell (self, write_removal, &id);
}

static gboolean
write_all (PvDb *db, gpointer data, GError **error)
{
  PvPresenceCard *self = data;

  for (guint i = 0; i < self->presences->len; i++)
    {
      PvSeancePresence presence = *(PvSeancePresence *)self->presences->pdata[i];

      presence.present = TRUE;
      if (!write_presence (db, &presence, error))
        return FALSE;
    }

  return TRUE;
}

static void
all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  act_or_tell (PV_PRESENCE_CARD (widget), write_all, widget);
}

static void
chosen_cb (PvPresenceCard *self, gint64 key, const char *text)
{
  PvSeancePresence presence = { .seance_id = self->seance_id,
                                .institution_id = key,
                                .present = TRUE };
  g_autoptr (GError) error = NULL;

  if (self->context != NULL && !act (self, write_presence, &presence, &error))
    pv_choice_refuse (self->add_choice, error->message);
}

/* --- showing ------------------------------------------------------------------------------- */

static gboolean
sits (PvPresenceCard *self, gint64 institution_id)
{
  for (guint i = 0; self->presences != NULL && i < self->presences->len; i++)
    if (((PvSeancePresence *)self->presences->pdata[i])->institution_id == institution_id)
      return TRUE;

  return FALSE;
}

static GPtrArray *
find_institutions (const char *text, gpointer user_data)
{
  PvPresenceCard *self = user_data;
  GPtrArray *items = pv_choice_items_new ();
  g_autoptr (GPtrArray) all =
      pv_institution_store_list (pv_context_get_reader (self->context), NULL);
  g_autofree char *wanted = pv_text_fold (text);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const PvInstitution *institution = all->pdata[i];
      g_autofree char *folded = pv_text_fold (institution->nom);

      if (strstr (folded, wanted) != NULL && !sits (self, institution->id))
        pv_choice_add (items, institution->id, institution->nom, NULL);
    }

  return items;
}

static void
show_quorum (PvPresenceCard *self, const PvSeanceResume *resume)
{
  gboolean enough = pv_seance_resume_has_quorum (resume) && resume->n_presents > 0;
  g_autofree char *words = resume->n_membres == 0
                               ? g_strdup (_ ("Nobody is expected yet: add who sits."))
                               : pv_seance_dup_quorum (resume);
  const char *classes[] = { enough ? "pv-success" : "pv-warning", NULL };

  gtk_image_set_from_icon_name (self->quorum_icon,
                                enough ? "object-select-symbolic" : "pv-warning-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->quorum_icon), classes);
  gtk_label_set_label (self->quorum_label, words);
}

static GtkListBoxRow *
add_row (PvPresenceCard *self)
{
  GtkWidget *row = pv_presence_row_new ();

  g_signal_connect_object (row, "present-toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "personne-committed", G_CALLBACK (personne_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);

  return GTK_LIST_BOX_ROW (row);
}

static void
show_rows (PvPresenceCard *self, gboolean editable)
{
  GtkListBoxRow *row;

  for (guint i = 0; i < self->presences->len; i++)
    {
      row = gtk_list_box_get_row_at_index (self->list, (int)i);
      if (row == NULL)
        row = add_row (self);
      pv_presence_row_show (PV_PRESENCE_ROW (row), self->presences->pdata[i], editable);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int)self->presences->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->presences->len > 0);
}

void
pv_presence_card_show (PvPresenceCard *self, const PvSeanceResume *resume)
{
  GPtrArray *presences;
  gboolean editable;

  g_return_if_fail (PV_IS_PRESENCE_CARD (self));
  g_return_if_fail (resume != NULL);

  self->seance_id = resume->seance->id;
  g_free (self->label);
  self->label = pv_seance_dup_label (resume);
  presences =
      pv_seance_store_list_presences (pv_context_get_reader (self->context), self->seance_id, NULL);
  if (presences == NULL)
    return;
  editable = pv_context_can_edit (self->context);
  g_clear_pointer (&self->presences, g_ptr_array_unref);
  self->presences = presences;
  show_quorum (self, resume);
  show_rows (self, editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "presence.all",
                                 editable && resume->n_presents < resume->n_membres);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_choice), editable);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
pv_presence_card_dispose (GObject *object)
{
  PvPresenceCard *self = PV_PRESENCE_CARD (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_PRESENCE_CARD);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_presence_card_parent_class)->dispose (object);
}

static void
pv_presence_card_finalize (GObject *object)
{
  PvPresenceCard *self = PV_PRESENCE_CARD (object);

  g_clear_pointer (&self->presences, g_ptr_array_unref);
  g_free (self->label);

  G_OBJECT_CLASS (pv_presence_card_parent_class)->finalize (object);
}

static void
pv_presence_card_class_init (PvPresenceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_presence_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_presence_card_finalize;

  g_type_ensure (PV_TYPE_CHOICE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/pv-presence-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PvPresenceCard, quorum_icon);
  gtk_widget_class_bind_template_child (widget_class, PvPresenceCard, quorum_label);
  gtk_widget_class_bind_template_child (widget_class, PvPresenceCard, list);
  gtk_widget_class_bind_template_child (widget_class, PvPresenceCard, add_choice);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_install_action (widget_class, "presence.all", NULL, all_cb);
}

static void
pv_presence_card_init (PvPresenceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pv_choice_set_func (self->add_choice, find_institutions, self);
}

void
pv_presence_card_set_context (PvPresenceCard *self, PvContext *context)
{
  g_return_if_fail (PV_IS_PRESENCE_CARD (self));

  g_set_object (&self->context, context);
}
