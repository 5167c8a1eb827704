/* pv-avis-externe-row.c: one question put to a service
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "avis/pv-avis-externe-row.h"

#include <glib/gi18n.h>

#include "pv-date.h"
#include "widget/pv-columns.h"
#include "widget/pv-field.h"

#define N_FIELDS 6

/* Fields and columns bear the same names. */
static const char *const columns[N_FIELDS] = {
  "service", "question", "demande_le", "echeance_le", "repondu_le", "reponse",
};

struct _PvAvisExterneRow
{
  AdwExpanderRow parent_instance;

  PvAvisExterne *avis;
  char *jour;
  gboolean filling;

  PvField *fields[N_FIELDS];
  GtkDropDown *avis_choice;
  GtkImage *icon;
  GtkLabel *state;
};

enum
{
  EDITED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvAvisExterneRow, pv_avis_externe_row, ADW_TYPE_EXPANDER_ROW)

/* Why it is refused (transfer full), or NULL: then it is kept at once, for the row is shown
 * again only later, and a second edit starts from it. */
static char *
offer (PvAvisExterneRow *self, PvAvisExterne *avis)
{
  char *reason = NULL;
  const char *champ;

  if (pv_avis_externe_check (avis, &reason, &champ))
    g_signal_emit (self, signals[EDITED], 0, avis, &reason);
  if (reason == NULL)
    {
      pv_avis_externe_free (self->avis);
      self->avis = pv_avis_externe_copy (avis);
    }

  return reason;
}

static void
committed_cb (PvAvisExterneRow *self, const char *value, PvField *field)
{
  g_autoptr (PvAvisExterne) avis = pv_avis_externe_copy (self->avis);
  g_autofree char *reason = NULL;

  for (guint i = 0; i < N_FIELDS; i++)
    if (self->fields[i] == field)
      pv_champ_from_text (pv_champs_find (pv_avis_externe_champs, columns[i]), avis, value);
  reason = offer (self, avis);
  if (reason != NULL)
    pv_field_refuse (field, reason);
}

/* An avis that is given and has no date was given today. */
static void
avis_chosen_cb (PvAvisExterneRow *self)
{
  g_autoptr (PvAvisExterne) avis = NULL;
  g_autofree char *reason = NULL;
  guint selected = gtk_drop_down_get_selected (self->avis_choice);

  if (self->filling || self->avis == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  avis = pv_avis_externe_copy (self->avis);
  avis->avis = (PvAvis)((int)selected - 1);
  if (avis->avis != PV_AVIS_NULL && avis->repondu_le == NULL)
    avis->repondu_le = g_strdup (self->jour);
  reason = offer (self, avis);
  if (reason != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", reason);
}

static void
remind_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvAvisExterneRow *self = PV_AVIS_EXTERNE_ROW (widget);
  g_autoptr (PvAvisExterne) avis = pv_avis_externe_copy (self->avis);
  g_autofree char *reason = NULL;

  pv_champ_set_text (&avis->relance_le, self->jour);
  reason = offer (self, avis);
  if (reason != NULL)
    gtk_widget_activate_action (widget, "win.toast", "s", reason);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[REMOVED], 0, PV_AVIS_EXTERNE_ROW (widget)->avis);
}

/* The lists inside an AdwExpanderRow have no names of their own. */
static void
name_lists (GtkWidget *widget, const char *name)
{
  if (GTK_IS_LIST_BOX (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_lists (child, name);
}

/* --- showing --------------------------------------------------------------------------------- */

static void
append_date (GString *text, const char *format, const char *iso)
{
  g_autofree char *date = iso != NULL ? pv_date_format_french (iso, PV_DATE_FORMAT_SHORT) : NULL;

  if (date != NULL)
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "", format, date);
}

static void
show_subtitle (PvAvisExterneRow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->avis->avis != PV_AVIS_NULL)
    g_string_append (text, pv_avis_to_libelle (self->avis->avis));
  append_date (text, _ ("asked on"), self->avis->demande_le);
  append_date (text, _ ("due on"), self->avis->echeance_le);
  append_date (text, _ ("reminded on"), self->avis->relance_le);
  append_date (text, _ ("answered on"), self->avis->repondu_le);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text->str);
}

static void
show_state (PvAvisExterneRow *self)
{
  static const struct
  {
    const char *icon;
    const char *style;
  } looks[PV_N_AVIS_EXTERNE_ETATS] = {
    { "pv-warning-symbolic", "pv-error" },
    { "pv-avis-attendu-symbolic", "pv-warning" },
    { "pv-avis-attendu-symbolic", "secondary" },
    { "object-select-symbolic", "pv-success" },
  };
  PvAvisExterneEtat etat = pv_avis_externe_get_etat (self->avis, self->jour);
  g_autofree char *words = pv_avis_externe_etat_to_words (self->avis, self->jour);

  gtk_label_set_label (self->state, words);
  gtk_image_set_from_icon_name (self->icon, looks[etat].icon);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->state), looks[i].style);
      gtk_widget_remove_css_class (GTK_WIDGET (self->icon), looks[i].style);
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->state), looks[etat].style);
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), looks[etat].style);
}

static void
show_fields (PvAvisExterneRow *self, gboolean other, gboolean editable)
{
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *value =
          pv_champ_to_text (pv_champs_find (pv_avis_externe_champs, columns[i]), self->avis);

      if (other)
        pv_field_restore (self->fields[i]);
      pv_field_set_value (self->fields[i], value);
      pv_field_set_editable (self->fields[i], editable);
    }
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->avis_choice, (guint)(self->avis->avis + 1));
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->avis_choice), editable);
}

void
pv_avis_externe_row_show (PvAvisExterneRow *self,
                          const PvAvisExterne *avis,
                          const char *jour,
                          gboolean editable)
{
  gboolean other = self->avis == NULL || self->avis->id != avis->id;
  PvAvisExterne *copy = pv_avis_externe_copy (avis);

  g_clear_pointer (&self->avis, pv_avis_externe_free);
  self->avis = copy;
  g_free (self->jour);
  self->jour = g_strdup (jour);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), avis->service);
  name_lists (GTK_WIDGET (self), avis->service);
  show_subtitle (self);
  show_state (self);
  show_fields (self, other, editable);
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "avis-externe.remind",
      editable && pv_avis_externe_get_etat (avis, jour) != PV_AVIS_EXTERNE_REPONDU &&
          g_strcmp0 (avis->relance_le, jour) != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "avis-externe.remove", editable);
}

gint64
pv_avis_externe_row_get_id (PvAvisExterneRow *self)
{
  return self->avis != NULL ? self->avis->id : PV_INT_NULL;
}

void
pv_avis_externe_row_open (PvAvisExterneRow *self, gboolean on_service)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->fields[on_service ? 0 : 1]));
}

/* --- the object ------------------------------------------------------------------------------ */

static void
pv_avis_externe_row_dispose (GObject *object)
{
  PvAvisExterneRow *self = PV_AVIS_EXTERNE_ROW (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_AVIS_EXTERNE_ROW);

  G_OBJECT_CLASS (pv_avis_externe_row_parent_class)->dispose (object);
}

static void
pv_avis_externe_row_finalize (GObject *object)
{
  PvAvisExterneRow *self = PV_AVIS_EXTERNE_ROW (object);

  g_clear_pointer (&self->avis, pv_avis_externe_free);
  g_free (self->jour);

  G_OBJECT_CLASS (pv_avis_externe_row_parent_class)->finalize (object);
}

static void
pv_avis_externe_row_class_init (PvAvisExterneRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_avis_externe_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_avis_externe_row_finalize;

  signals[EDITED] = g_signal_new ("edited", PV_TYPE_AVIS_EXTERNE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  signals[REMOVED] = g_signal_new ("removed", PV_TYPE_AVIS_EXTERNE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (PV_TYPE_FIELD);
  g_type_ensure (PV_TYPE_COLUMNS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/avis/pv-avis-externe-row.ui");
  for (guint i = 0; i < N_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, columns[i], FALSE,
        (gssize)(G_STRUCT_OFFSET (PvAvisExterneRow, fields) + i * sizeof (gpointer)));
  gtk_widget_class_bind_template_child (widget_class, PvAvisExterneRow, avis_choice);
  gtk_widget_class_bind_template_child (widget_class, PvAvisExterneRow, icon);
  gtk_widget_class_bind_template_child (widget_class, PvAvisExterneRow, state);
  gtk_widget_class_bind_template_callback (widget_class, committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, avis_chosen_cb);
  gtk_widget_class_install_action (widget_class, "avis-externe.remind", NULL, remind_cb);
  gtk_widget_class_install_action (widget_class, "avis-externe.remove", NULL, remove_cb);
}

static void
pv_avis_externe_row_init (PvAvisExterneRow *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (labels, _ ("Not given yet"));
  for (int avis = 0; avis <= PV_AVIS_NE_SE_PRONONCE_PAS; avis++)
    gtk_string_list_append (labels, pv_avis_to_libelle ((PvAvis)avis));
  gtk_drop_down_set_model (self->avis_choice, G_LIST_MODEL (labels));
  self->filling = FALSE;
}

GtkWidget *
pv_avis_externe_row_new (void)
{
  return g_object_new (PV_TYPE_AVIS_EXTERNE_ROW, NULL);
}
