/* pv-instruction-page-grille.c: the grid: its rows, its keys, the running score
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "instruction/pv-instruction-page-private.h"
#include "instruction/pv-instruction-service.h"
#include "instruction/pv-note-store.h"
#include "widget/pv-digit-key.h"
#include "widget/pv-format.h"

static PvNoteRow *
get_row (PvInstructionPage *self, int i)
{
  return (PvNoteRow *)gtk_list_box_get_row_at_index (self->criteres, i);
}

/* --- the score ----------------------------------------------------------------------------- */

static char *
hundredths_to_text (gint64 hundredths)
{
  return hundredths == PV_INT_NULL ? g_strdup (PV_TEXT_NULL)
                                   : g_strdup_printf ("%.2f", (double)hundredths / 100);
}

static char *
points_to_text (gint64 points)
{
  return g_strdup_printf (points % 10 == 0 ? "%.1f" : "%.2f", (double)points / 100);
}

static char *
dup_bilan (const PvInstructionBilan *bilan)
{
  g_autofree char *notes = NULL;
  g_autofree char *na = NULL;
  guint n = bilan->n_notes;

  if (bilan->n_notes + bilan->n_sans_objet == bilan->n_criteres)
    notes = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u criterion marked", "%u criteria marked", n), n);
  else
    notes = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u criterion marked of %u", "%u criteria marked of %u", n),
        n, bilan->n_criteres);
  if (bilan->n_sans_objet > 0)
    na = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, ", %u not applicable",
                                       ", %u not applicable", bilan->n_sans_objet),
                          bilan->n_sans_objet);

  return g_strdup_printf (_ ("%s%s · sum of the weights %d"), notes, na != NULL ? na : "",
                          (int)bilan->poids);
}

static void
show_etat (PvInstructionPage *self, const PvInstructionBilan *bilan)
{
  gboolean complete = bilan->n_notes + bilan->n_sans_objet == bilan->n_criteres;
  const PvInstruction *courante = self->fiche->courante;
  const char *icon = "content-loading-symbolic", *words = _ ("Incomplete"), *css = "secondary";

  if (courante != NULL && courante->etat == PV_INSTRUCTION_ETAT_SOUMISE)
    {
      icon = "object-select-symbolic";
      words = _ ("Submitted");
      css = "pv-success";
    }
  else if (complete && bilan->n_criteres > 0)
    {
      icon = "object-select-symbolic";
      words = _ ("Complete");
      css = "pv-success";
    }
  gtk_image_set_from_icon_name (self->etat_icon, icon);
  gtk_widget_remove_css_class (GTK_WIDGET (self->etat_icon), "pv-success");
  gtk_widget_remove_css_class (GTK_WIDGET (self->etat_icon), "secondary");
  gtk_widget_add_css_class (GTK_WIDGET (self->etat_icon), css);
  gtk_label_set_label (self->etat_label, words);
}

/* A source may give a score without its marks. */
static gint64
get_declare (PvInstructionPage *self, const PvInstructionBilan *bilan)
{
  const PvInstruction *courante = self->fiche->courante;

  return bilan->n_notes == 0 && courante != NULL && courante->etat == PV_INSTRUCTION_ETAT_SOUMISE
             ? courante->score_declare
             : PV_INT_NULL;
}

void
pv_instruction_page_show_score (PvInstructionPage *self)
{
  PvInstructionBilan bilan;
  g_autofree char *score = NULL, *words = NULL, *points = NULL, *total = NULL;
  gint64 declare, shown;

  pv_instruction_bilan_compute (self->fiche->criteres, self->fiche->notes, &bilan);
  declare = get_declare (self, &bilan);
  shown = declare != PV_INT_NULL ? declare : bilan.provisoire;
  score = hundredths_to_text (shown);
  words = declare != PV_INT_NULL ? g_strdup (_ ("Score as it was imported, without its marks"))
          : self->fiche->criteres->len > 0 ? dup_bilan (&bilan)
                                           : g_strdup (_ ("No grid, no score"));
  points = points_to_text (bilan.points);
  total = g_strdup_printf (_ ("Total of the points out of %d"), (int)bilan.poids);

  gtk_label_set_label (self->score_label, score);
  if (bilan.score == PV_INT_NULL && declare == PV_INT_NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->score_label), "pv-score-provisoire");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->score_label), "pv-score-provisoire");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->score_label),
                               bilan.score == PV_INT_NULL && shown != PV_INT_NULL &&
                                       declare == PV_INT_NULL
                                   ? _ ("On the criteria marked so far: it counts once all are")
                                   : NULL);
  gtk_progress_bar_set_fraction (self->score_bar, shown != PV_INT_NULL ? (double)shown / 10000 : 0);
  gtk_label_set_label (self->bilan_label, words);
  gtk_label_set_label (self->total_label, total);
  gtk_label_set_label (self->total_points, points);
  show_etat (self, &bilan);
}

/* --- a mark -------------------------------------------------------------------------------- */

static gboolean
write_note (PvDb *db, gint64 id, gpointer user_data, GError **error)
{
  gboolean changed = FALSE;

  return pv_instruction_noter (db, id, user_data, &changed, error);
}

/* What was written is shown at once; the page reads it again after. */
static void
keep_note (PvInstructionPage *self, const PvNote *note)
{
  GArray *notes = self->fiche->notes;
  guint i;

  for (i = 0; i < notes->len; i++)
    if (g_array_index (notes, PvNote, i).critere_id == note->critere_id)
      {
        g_array_remove_index (notes, i);
        break;
      }
  if (note->sans_objet || note->valeur != PV_INT_NULL)
    g_array_append_val (notes, *note);
}

static void
give (PvInstructionPage *self, PvNoteRow *row, gint64 valeur, gboolean sans_objet)
{
  PvNote note = { pv_note_row_get_critere (row)->id, valeur, sans_objet };
  g_autoptr (GError) error = NULL;
  gboolean first = self->fiche->courante == NULL;

  /* nothing to clear: no draft is made for it */
  if (valeur == PV_INT_NULL && !sans_objet &&
      pv_notes_find (self->fiche->notes, note.critere_id) == NULL)
    return;
  gtk_list_box_select_row (self->criteres, GTK_LIST_BOX_ROW (row));
  if (!pv_instruction_page_act (self, "instruction-note", write_note, &note, &error))
    pv_instruction_page_tell (self, error->message);
  else if (first)
    pv_instruction_page_load (self);
  else
    keep_note (self, &note);
  pv_note_row_set_note (row, pv_notes_find (self->fiche->notes, note.critere_id),
                        pv_instruction_page_can_edit (self));
  pv_instruction_page_show_score (self);
}

static void
noted_cb (PvInstructionPage *self, gint64 valeur, gboolean sans_objet, PvNoteRow *row)
{
  give (self, row, valeur, sans_objet);
}

static GtkListBoxRow *
get_focused (PvInstructionPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL ? (GtkListBoxRow *)gtk_widget_get_ancestor (focus, PV_TYPE_NOTE_ROW) : NULL;
}

gboolean
pv_instruction_page_key_cb (PvInstructionPage *self,
                            guint key,
                            guint keycode,
                            GdkModifierType modifiers,
                            GtkEventControllerKey *controller)
{
  GtkListBoxRow *row = get_focused (self);
  guint digit = pv_digit_key (controller, key, keycode, modifiers);

  if (row == NULL || !pv_instruction_page_can_edit (self) ||
      (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (!gtk_widget_is_focus (GTK_WIDGET (row))) /* a mark is being typed */
    return GDK_EVENT_PROPAGATE;

  if (digit != G_MAXUINT)
    {
      if (!pv_note_row_type (PV_NOTE_ROW (row), digit))
        give (self, PV_NOTE_ROW (row), digit, FALSE);
    }
  else if (key == GDK_KEY_n || key == GDK_KEY_N)
    give (self, PV_NOTE_ROW (row), PV_INT_NULL, TRUE);
  else if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete || key == GDK_KEY_BackSpace)
    give (self, PV_NOTE_ROW (row), PV_INT_NULL, FALSE);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* --- the rows ------------------------------------------------------------------------------ */

static gboolean
same_rows (PvInstructionPage *self)
{
  GPtrArray *criteres = self->fiche->criteres;

  for (guint i = 0; i < criteres->len; i++)
    {
      PvNoteRow *row = get_row (self, (int)i);

      if (row == NULL ||
          pv_note_row_get_critere (row)->id != ((PvCritere *)criteres->pdata[i])->id ||
          !pv_champs_equal (pv_critere_champs, pv_note_row_get_critere (row), criteres->pdata[i]))
        return FALSE;
    }

  return get_row (self, (int)criteres->len) == NULL;
}

static void
make_rows (PvInstructionPage *self)
{
  const PvNoteColumns columns = { self->poids_group, self->notes_group, self->points_group };
  PvNoteRow *row;

  while ((row = get_row (self, 0)) != NULL)
    gtk_list_box_remove (self->criteres, GTK_WIDGET (row));
  for (guint i = 0; i < self->fiche->criteres->len; i++)
    {
      GtkWidget *made = pv_note_row_new (self->fiche->criteres->pdata[i], i + 1, &columns);

      g_signal_connect_object (made, "noted", G_CALLBACK (noted_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->criteres, made);
    }
}

/* The highest mark by a key, of the grid. */
static void
show_maximum_key (PvInstructionPage *self)
{
  gint64 maximum = 0;

  for (guint i = 0; i < self->fiche->criteres->len; i++)
    maximum = MAX (maximum, ((PvCritere *)self->fiche->criteres->pdata[i])->maximum);
  pv_instruction_keys_set_maximum (self->keys, maximum > 0 ? (guint)MIN (maximum, 9) : 5);
}

void
pv_instruction_page_show_grille (PvInstructionPage *self)
{
  gboolean editable = pv_instruction_page_can_edit (self);
  gboolean some = self->fiche->criteres->len > 0;

  if (!same_rows (self))
    {
      self->begin = self->begin || get_row (self, 0) != NULL; /* the focus was on one of them */
      make_rows (self);
      show_maximum_key (self);
    }
  for (guint i = 0; i < self->fiche->criteres->len; i++)
    {
      PvNoteRow *row = get_row (self, (int)i);

      pv_note_row_set_note (
          row, pv_notes_find (self->fiche->notes, pv_note_row_get_critere (row)->id), editable);
    }
  gtk_widget_set_visible (self->columns_box, some);
  gtk_widget_set_visible (GTK_WIDGET (self->criteres), some);
  gtk_widget_set_visible (self->total_box, some);
  pv_instruction_page_show_score (self);
}

void
pv_instruction_page_focus_critere (PvInstructionPage *self, gint64 critere_id)
{
  GtkListBoxRow *found = GTK_LIST_BOX_ROW (get_row (self, 0));

  for (guint i = 0; i < self->fiche->criteres->len; i++)
    {
      PvNoteRow *row = get_row (self, (int)i);
      gint64 id = pv_note_row_get_critere (row)->id;

      if (critere_id == PV_INT_NULL ? pv_notes_find (self->fiche->notes, id) == NULL
                                    : id == critere_id)
        {
          found = GTK_LIST_BOX_ROW (row);
          break;
        }
    }
  if (found == NULL)
    return;
  gtk_list_box_select_row (self->criteres, found);
  gtk_widget_grab_focus (GTK_WIDGET (found));
}
