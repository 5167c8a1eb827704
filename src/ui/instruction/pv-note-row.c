/* pv-note-row.c: a criterion, marked
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-note-row.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "instruction/pv-instruction-fiche.h"
#include "widget/pv-digit-key.h"
#include "widget/pv-format.h"

struct _PvNoteRow
{
  GtkListBoxRow parent_instance;

  PvCritere *critere;
  guint rang;
  gboolean showing; /* a mark is being shown: the buttons move by themselves */
  GPtrArray *marks; /* of GtkToggleButton, from 0; empty with an entry */

  GtkLabel *title;
  GtkLabel *help;
  GtkLabel *poids_label;
  GtkBox *notes_box;
  GtkBox *marks_box;
  GtkBox *entry_box;
  GtkEntry *entry;
  GtkLabel *maximum_label;
  GtkToggleButton *na_button;
  GtkLabel *points_label;
};

enum
{
  NOTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvNoteRow, pv_note_row, GTK_TYPE_LIST_BOX_ROW)

static void
tell (PvNoteRow *self, gint64 valeur, gboolean sans_objet)
{
  g_signal_emit (self, signals[NOTED], 0, valeur, sans_objet);
}

/* A button of the mark that is given takes it away. */
static void
mark_cb (PvNoteRow *self, GtkToggleButton *button)
{
  guint valeur = 0;

  if (self->showing || !g_ptr_array_find (self->marks, button, &valeur))
    return;
  tell (self, gtk_toggle_button_get_active (button) ? (gint64)valeur : PV_INT_NULL, FALSE);
}

static void
na_cb (PvNoteRow *self)
{
  if (!self->showing)
    tell (self, PV_INT_NULL, gtk_toggle_button_get_active (self->na_button));
}

/* --- an entry, beyond the buttons ---------------------------------------------------------- */

static void
commit (PvNoteRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gint64 valeur = PV_INT_NULL;

  if (self->showing || !gtk_widget_get_sensitive (GTK_WIDGET (self->entry)))
    return;
  if (*text != '\0' && !g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &valeur, NULL))
    valeur = -1; /* which is refused with the bounds in words */
  if (g_strcmp0 (text, g_object_get_data (G_OBJECT (self->entry), "pv-shown")) != 0)
    tell (self, valeur, FALSE);
}

static void
entry_activate_cb (PvNoteRow *self)
{
  commit (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* A mark is made of digits: a French keyboard needs no Shift for them here either. */
static gboolean
type_digit (PvNoteRow *self, guint key, guint digit, GdkModifierType modifiers)
{
  GtkEditable *editable = GTK_EDITABLE (self->entry);
  char text[] = { (char)('0' + (digit <= 9 ? digit : 0)), '\0' };
  int position;

  if (digit > 9 || gdk_keyval_to_unicode (key) == (guint32)text[0] ||
      !gtk_editable_get_editable (editable) ||
      (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  gtk_editable_delete_selection (editable);
  position = gtk_editable_get_position (editable);
  gtk_editable_insert_text (editable, text, 1, &position);
  gtk_editable_set_position (editable, position);

  return GDK_EVENT_STOP;
}

static gboolean
entry_key_cb (PvNoteRow *self,
              guint key,
              guint keycode,
              GdkModifierType modifiers,
              GtkEventControllerKey *controller)
{
  if (key != GDK_KEY_Escape)
    return type_digit (self, key, pv_digit_key (controller, key, keycode, modifiers), modifiers);
  gtk_editable_set_text (GTK_EDITABLE (self->entry),
                         g_object_get_data (G_OBJECT (self->entry), "pv-shown"));
  gtk_widget_grab_focus (GTK_WIDGET (self));

  return GDK_EVENT_STOP;
}

gboolean
pv_note_row_type (PvNoteRow *self, guint digit)
{
  char text[] = { (char)('0' + digit), '\0' };

  g_return_val_if_fail (PV_IS_NOTE_ROW (self), FALSE);
  g_return_val_if_fail (digit <= 9, FALSE);

  if (self->marks->len > 0)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);

  return TRUE;
}

/* --- what is shown ------------------------------------------------------------------------- */

static void
show_points (PvNoteRow *self, const PvNote *note)
{
  gint64 points = pv_instruction_get_points (self->critere, note);
  g_autofree char *text =
      points == PV_INT_NULL
          ? g_strdup (PV_TEXT_NULL)
          : g_strdup_printf (points % 10 == 0 ? "%.1f" : "%.2f", (double)points / 100);

  gtk_label_set_label (self->points_label, text);
}

static void
show_name (PvNoteRow *self, const PvNote *note)
{
  const char *title = gtk_label_get_label (self->title);
  g_autofree char *name = NULL;

  if (note == NULL)
    /* Translators: a criterion of a grid */
    name = g_strdup_printf (_ ("%s: no mark yet"), title);
  else if (note->sans_objet)
    name = g_strdup_printf (_ ("%s: not applicable"), title);
  else
    name = g_strdup_printf (_ ("%s: %d out of %d"), title, (int)note->valeur,
                            (int)self->critere->maximum);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
pv_note_row_set_note (PvNoteRow *self, const PvNote *note, gboolean editable)
{
  gboolean marked = note != NULL && !note->sans_objet && note->valeur != PV_INT_NULL;
  g_autofree char *shown = marked ? g_strdup_printf ("%d", (int)note->valeur) : g_strdup ("");

  g_return_if_fail (PV_IS_NOTE_ROW (self));

  self->showing = TRUE;
  for (guint i = 0; i < self->marks->len; i++)
    {
      gtk_toggle_button_set_active (self->marks->pdata[i], marked && note->valeur == (gint64)i);
      gtk_widget_set_sensitive (self->marks->pdata[i], editable);
    }
  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)))) ||
      g_strcmp0 (shown, g_object_get_data (G_OBJECT (self->entry), "pv-shown")) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), shown);
  g_object_set_data_full (G_OBJECT (self->entry), "pv-shown", g_strdup (shown), g_free);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), editable);
  gtk_toggle_button_set_active (self->na_button, note != NULL && note->sans_objet);
  gtk_widget_set_sensitive (GTK_WIDGET (self->na_button),
                            editable && self->critere->sans_objet_permis);
  self->showing = FALSE;
  show_points (self, note);
  show_name (self, note);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
pv_note_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_NOTE_ROW);

  G_OBJECT_CLASS (pv_note_row_parent_class)->dispose (object);
}

static void
pv_note_row_finalize (GObject *object)
{
  PvNoteRow *self = PV_NOTE_ROW (object);

  g_ptr_array_unref (self->marks);
  pv_critere_free (self->critere);

  G_OBJECT_CLASS (pv_note_row_parent_class)->finalize (object);
}

static void
pv_note_row_class_init (PvNoteRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_note_row_dispose;
  object_class->finalize = pv_note_row_finalize;
  signals[NOTED] = g_signal_new ("noted", PV_TYPE_NOTE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/instruction/pv-note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PvNoteRow, title);
  gtk_widget_class_bind_template_child (widget_class, PvNoteRow, help);
  gtk_widget_class_bind_template_child (widget_class, PvNoteRow, poids_label);
  gtk_widget_class_bind_template_child (widget_class, PvNoteRow, notes_box);
  gtk_widget_class_bind_template_child (widget_class, PvNoteRow, marks_box);
  gtk_widget_class_bind_template_child (widget_class, PvNoteRow, entry_box);
  gtk_widget_class_bind_template_child (widget_class, PvNoteRow, entry);
  gtk_widget_class_bind_template_child (widget_class, PvNoteRow, maximum_label);
  gtk_widget_class_bind_template_child (widget_class, PvNoteRow, na_button);
  gtk_widget_class_bind_template_child (widget_class, PvNoteRow, points_label);
  gtk_widget_class_bind_template_callback (widget_class, na_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, commit);
}

static void
pv_note_row_init (PvNoteRow *self)
{
  self->marks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_marks (PvNoteRow *self)
{
  for (gint64 i = 0; i <= self->critere->maximum; i++)
    {
      g_autofree char *label = g_strdup_printf ("%d", (int)i);
      g_autofree char *name = g_strdup_printf (_ ("Mark %d"), (int)i);
      GtkWidget *button = gtk_toggle_button_new_with_label (label);

      gtk_widget_set_focusable (button, FALSE);
      gtk_widget_add_css_class (button, "numeric");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_signal_connect_object (button, "toggled", G_CALLBACK (mark_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->marks_box, button);
      g_ptr_array_add (self->marks, button);
    }
}

static void
show_critere (PvNoteRow *self)
{
  g_autofree char *title = g_strdup_printf ("%u. %s", self->rang, self->critere->libelle);
  g_autofree char *poids = g_strdup_printf ("× %" PRId64, self->critere->poids);
  g_autofree char *maximum = g_strdup_printf (_ ("out of %d"), (int)self->critere->maximum);
  gboolean buttons = self->critere->maximum <= PV_NOTE_ROW_BOUTONS;

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->help, self->critere->aide);
  gtk_widget_set_visible (GTK_WIDGET (self->help), self->critere->aide != NULL);
  gtk_label_set_label (self->poids_label, poids);
  gtk_label_set_label (self->maximum_label, maximum);
  gtk_widget_set_visible (GTK_WIDGET (self->marks_box), buttons);
  gtk_widget_set_visible (GTK_WIDGET (self->entry_box), !buttons);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->na_button),
                               self->critere->sans_objet_permis
                                   ? _ ("Not applicable (N)")
                                   : _ ("This criterion is always marked"));
  if (buttons)
    add_marks (self);
}

GtkWidget *
pv_note_row_new (const PvCritere *critere, guint rang, const PvNoteColumns *columns)
{
  PvNoteRow *self = g_object_new (PV_TYPE_NOTE_ROW, NULL);

  self->critere = pv_critere_copy (critere);
  self->rang = rang;
  show_critere (self);
  gtk_size_group_add_widget (columns->poids, GTK_WIDGET (self->poids_label));
  gtk_size_group_add_widget (columns->notes, GTK_WIDGET (self->notes_box));
  gtk_size_group_add_widget (columns->points, GTK_WIDGET (self->points_label));

  return GTK_WIDGET (self);
}

const PvCritere *
pv_note_row_get_critere (PvNoteRow *self)
{
  g_return_val_if_fail (PV_IS_NOTE_ROW (self), NULL);

  return self->critere;
}

const char *
pv_note_row_get_points (PvNoteRow *self)
{
  g_return_val_if_fail (PV_IS_NOTE_ROW (self), NULL);

  return gtk_label_get_label (self->points_label);
}
