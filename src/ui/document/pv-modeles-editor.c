/* pv-modeles-editor.c: the templates of documents, in the settings
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "document/pv-document-gabarit.h"
#include "document/pv-modeles-editor-private.h"
#include "widget/pv-undo-key.h"

/* After the last key: the pages are drawn, then what is typed is saved. */
#define APERCU_MS 400
#define SAVE_MS 900

G_DEFINE_FINAL_TYPE (PvModelesEditor, pv_modeles_editor, ADW_TYPE_BIN)

static const PvDocumentModele *
get_modele (PvModelesEditor *self)
{
  for (guint i = 0; self->modeles != NULL && i < self->modeles->len; i++)
    {
      const PvDocumentModele *modele = self->modeles->pdata[i];

      if (modele->genre == self->genre && g_strcmp0 (modele->nom, self->nom) == 0)
        return modele;
    }

  return NULL;
}

static char *
dup_texte (PvModelesEditor *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static void
tell (PvModelesEditor *self, const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* --- pages ------------------------------------------------------------------------------- */

/* Of the dossier of the number that was typed, else of one that suits: the worker finds it. */
static void
show_apercu (PvModelesEditor *self)
{
  gboolean convention = self->genre == PV_DOCUMENT_GENRE_CONVENTION;
  const char *numero = convention ? "" : gtk_editable_get_text (self->numero);
  g_autofree char *texte = dup_texte (self);

  pv_document_apercu_show (
      self->apercu, self->context,
      pv_document_demande_new_exemple (
          self->genre, self->nom, texte, pv_context_get_filtre (self->context), numero,
          convention ? _ ("No convention is prepared yet: its pages show as soon as there is one.")
          : *numero != '\0'
              ? _ ("There is no dossier of that number in the appel in use.")
              : _ ("No dossier suits this template yet: write the number of one above.")));
}

/* --- problems ---------------------------------------------------------------------------- */

static void
underline (PvModelesEditor *self, const PvDocumentProbleme *probleme)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line_offset (self->buffer, &start, (int)probleme->ligne - 1,
                                           (int)probleme->colonne - 1);
  end = start;
  for (guint i = 0; i < probleme->longueur && !gtk_text_iter_ends_line (&end); i++)
    gtk_text_iter_forward_char (&end);
  gtk_text_buffer_apply_tag_by_name (self->buffer, "probleme", &start, &end);
}

static void
add_probleme (PvModelesEditor *self, const PvDocumentProbleme *probleme)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-error-symbolic");
  g_autofree char *texte = g_strdup_printf (_ ("Line %u: %s"), probleme->ligne, probleme->texte);
  GtkWidget *label = gtk_label_new (texte);

  gtk_widget_add_css_class (icon, "pv-error");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "document-probleme");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, _ ("Go to this place of the text"));
  g_object_set_data (G_OBJECT (row), "pv-ligne", GUINT_TO_POINTER (probleme->ligne));
  g_object_set_data (G_OBJECT (row), "pv-colonne", GUINT_TO_POINTER (probleme->colonne));
  gtk_list_box_append (self->problemes, row);
}

/* Whether there is none. */
static gboolean
check (PvModelesEditor *self)
{
  g_autofree char *texte = dup_texte (self);
  g_autoptr (PvDocumentGabarit) gabarit = pv_document_gabarit_read (self->genre, texte);
  GPtrArray *problemes = pv_document_gabarit_get_problemes (gabarit);
  GtkTextIter start, end;
  GtkWidget *row = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (self->buffer, "probleme", &start, &end);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->problemes))) != NULL)
    gtk_list_box_remove (self->problemes, row);
  for (guint i = 0; i < problemes->len; i++)
    {
      underline (self, problemes->pdata[i]);
      add_probleme (self, problemes->pdata[i]);
    }
  gtk_widget_set_visible (self->problemes_box, problemes->len > 0);

  return problemes->len == 0;
}

static void
probleme_cb (PvModelesEditor *self, GtkListBoxRow *row)
{
  guint ligne = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "pv-ligne"));
  guint colonne = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "pv-colonne"));
  GtkTextIter place;

  gtk_text_buffer_get_iter_at_line_offset (self->buffer, &place, (int)ligne - 1, (int)colonne - 1);
  gtk_text_buffer_place_cursor (self->buffer, &place);
  gtk_text_view_scroll_to_iter (self->texte, &place, 0.1, FALSE, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->texte));
}

/* --- when the typing pauses -------------------------------------------------------------- */

static gboolean
apercu_cb (gpointer user_data)
{
  PvModelesEditor *self = user_data;

  self->apercu_id = 0;
  if (check (self))
    show_apercu (self);
  return G_SOURCE_REMOVE;
}

static void
queue_apercu (PvModelesEditor *self)
{
  g_clear_handle_id (&self->apercu_id, g_source_remove);
  self->apercu_id = g_timeout_add (APERCU_MS, apercu_cb, self);
}

static void
numero_cb (PvModelesEditor *self)
{
  if (self->nom != NULL)
    queue_apercu (self);
}

/* --- saving ------------------------------------------------------------------------------ */

typedef struct
{
  PvDocumentGenre genre;
  const char *nom;
  const char *texte;
} Texte;

static gboolean
save_func (PvDb *db, gpointer data, GError **error)
{
  const Texte *acte = data;

  return pv_document_modele_save (db, acte->genre, acte->nom, acte->texte, error);
}

void
pv_modeles_editor_settle (PvModelesEditor *self)
{
  g_autofree char *texte = NULL;
  g_autoptr (GError) error = NULL;
  Texte acte;

  g_return_if_fail (PV_IS_MODELES_EDITOR (self));

  if (self->save_id == 0)
    return;

  g_clear_handle_id (&self->save_id, g_source_remove);
  texte = dup_texte (self);
  acte = (Texte){ .genre = self->genre, .nom = self->nom, .texte = texte };
  if (!pv_context_act (self->context, "modele-edit", self->nom, save_func, &acte, &error))
    tell (self, error);
}

static gboolean
save_cb (gpointer user_data)
{
  PvModelesEditor *self = user_data;

  pv_modeles_editor_settle (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (PvModelesEditor *self)
{
  if (self->filling || self->nom == NULL)
    return;

  queue_apercu (self);
  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (SAVE_MS, save_cb, self);
}

/* Once it is saved, what was typed is taken back with the others. */
static gboolean
key_cb (PvModelesEditor *self, guint key, guint code, GdkModifierType modifiers)
{
  return self->save_id == 0 && pv_undo_key (GTK_WIDGET (self->texte), key, modifiers);
}

static void
leave_cb (PvModelesEditor *self)
{
  pv_modeles_editor_settle (self);
}

/* --- what is shown ----------------------------------------------------------------------- */

static void
update_actions (PvModelesEditor *self, const PvDocumentModele *modele)
{
  gboolean can = modele != NULL && pv_context_can_edit (self->context);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "modeles.duplicate", can);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "modeles.reset",
                                 can && modele->modele_id != PV_INT_NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "modeles.rename", can && !modele->livre);
  gtk_text_view_set_editable (self->texte, can);
}

static void
show_modele (PvModelesEditor *self)
{
  const PvDocumentModele *modele = get_modele (self);
  g_autofree char *texte = dup_texte (self);

  update_actions (self, modele);
  gtk_label_set_label (self->titre, self->nom != NULL ? self->nom : "");
  gtk_label_set_label (self->etat, modele == NULL   ? ""
                                   : !modele->livre ? _ ("Yours")
                                   : modele->modele_id != PV_INT_NULL
                                       ? _ ("Changed in this programme")
                                       : _ ("As shipped"));
  if (modele == NULL)
    return;

  pv_champs_list_set_genre (self->champs, modele->genre);
  if (self->save_id != 0 || g_strcmp0 (texte, modele->texte) == 0)
    return;

  self->filling = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, modele->texte, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->filling = FALSE;
  if (check (self))
    show_apercu (self);
}

void
pv_modeles_editor_choose (PvModelesEditor *self, PvDocumentGenre genre, const char *nom)
{
  char *copy = g_strdup (nom);

  pv_modeles_editor_settle (self);
  self->genre = genre;
  g_free (self->nom);
  self->nom = copy;
}

static void
row_selected_cb (PvModelesEditor *self, GtkListBoxRow *row)
{
  const PvDocumentModele *modele = NULL;

  if (self->filling || row == NULL)
    return;

  modele = self->modeles->pdata[gtk_list_box_row_get_index (row)];
  pv_modeles_editor_choose (self, modele->genre, modele->nom);
  show_modele (self);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  PvModelesEditor *self = user_data;
  const PvDocumentModele *modele = self->modeles->pdata[gtk_list_box_row_get_index (row)];
  const PvDocumentModele *other =
      before != NULL ? self->modeles->pdata[gtk_list_box_row_get_index (before)] : NULL;
  GtkWidget *line = NULL;

  if (other != NULL && other->genre != modele->genre)
    line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_list_box_row_set_header (row, line);
}

static void
add_modele (PvModelesEditor *self, const PvDocumentModele *modele)
{
  GtkWidget *label = gtk_label_new (modele->nom);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_append (self->liste, label);
}

/* Rows are made again only when they changed, so that the focus stays. */
static void
fill_liste (PvModelesEditor *self, GPtrArray *modeles)
{
  gboolean same = self->modeles != NULL && self->modeles->len == modeles->len;
  GtkWidget *row = NULL;

  for (guint i = 0; same && i < modeles->len; i++)
    same = g_strcmp0 (((const PvDocumentModele *)modeles->pdata[i])->nom,
                      ((const PvDocumentModele *)self->modeles->pdata[i])->nom) == 0;
  g_clear_pointer (&self->modeles, g_ptr_array_unref);
  self->modeles = g_ptr_array_ref (modeles);
  if (!same)
    {
      while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->liste))) != NULL)
        gtk_list_box_remove (self->liste, row);
      for (guint i = 0; i < modeles->len; i++)
        add_modele (self, modeles->pdata[i]);
    }
}

static void
select_row (PvModelesEditor *self)
{
  for (guint i = 0; i < self->modeles->len; i++)
    {
      const PvDocumentModele *modele = self->modeles->pdata[i];

      if (modele->genre == self->genre && g_strcmp0 (modele->nom, self->nom) == 0)
        gtk_list_box_select_row (self->liste, gtk_list_box_get_row_at_index (self->liste, (int)i));
    }
}

void
pv_modeles_editor_refresh (PvModelesEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) modeles = NULL;

  g_return_if_fail (PV_IS_MODELES_EDITOR (self));

  modeles = pv_document_modele_list (pv_context_get_reader (self->context), &error);
  if (modeles == NULL)
    {
      tell (self, error);
      return;
    }

  self->filling = TRUE;
  fill_liste (self, modeles);
  if (get_modele (self) == NULL)
    {
      const PvDocumentModele *first = modeles->pdata[0];

      g_clear_handle_id (&self->save_id, g_source_remove);
      pv_modeles_editor_choose (self, first->genre, first->nom);
    }
  select_row (self);
  self->filling = FALSE;
  show_modele (self);
}

/* --- fields ------------------------------------------------------------------------------ */

/* At the cursor; what stands on a line of its own begins one. */
static void
insert_cb (PvModelesEditor *self, const char *texte, gboolean ligne)
{
  GtkTextIter place;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &place,
                                    gtk_text_buffer_get_insert (self->buffer));
  gtk_text_buffer_begin_user_action (self->buffer);
  if (ligne && !gtk_text_iter_starts_line (&place))
    gtk_text_buffer_insert_interactive_at_cursor (self->buffer, "\n", -1,
                                                  gtk_text_view_get_editable (self->texte));
  gtk_text_buffer_insert_interactive_at_cursor (self->buffer, texte, -1,
                                                gtk_text_view_get_editable (self->texte));
  gtk_text_buffer_end_user_action (self->buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self->texte));
}

/* --- class ------------------------------------------------------------------------------- */

static void
pv_modeles_editor_dispose (GObject *object)
{
  PvModelesEditor *self = PV_MODELES_EDITOR (object);

  g_clear_handle_id (&self->apercu_id, g_source_remove);
  g_clear_handle_id (&self->save_id, g_source_remove);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_MODELES_EDITOR);

  G_OBJECT_CLASS (pv_modeles_editor_parent_class)->dispose (object);
}

static void
pv_modeles_editor_finalize (GObject *object)
{
  PvModelesEditor *self = PV_MODELES_EDITOR (object);

  g_clear_pointer (&self->modeles, g_ptr_array_unref);
  g_free (self->nom);

  G_OBJECT_CLASS (pv_modeles_editor_parent_class)->finalize (object);
}

/* The page is left: nothing typed waits. */
static void
pv_modeles_editor_unmap (GtkWidget *widget)
{
  PvModelesEditor *self = PV_MODELES_EDITOR (widget);

  if (self->context != NULL)
    pv_modeles_editor_settle (self);

  GTK_WIDGET_CLASS (pv_modeles_editor_parent_class)->unmap (widget);
}

static void
pv_modeles_editor_class_init (PvModelesEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_modeles_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_modeles_editor_finalize;
  widget_class->unmap = pv_modeles_editor_unmap;

  g_type_ensure (PV_TYPE_DOCUMENT_APERCU);
  g_type_ensure (PV_TYPE_CHAMPS_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/document/pv-modeles-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, PvModelesEditor, liste);
  gtk_widget_class_bind_template_child (widget_class, PvModelesEditor, titre);
  gtk_widget_class_bind_template_child (widget_class, PvModelesEditor, etat);
  gtk_widget_class_bind_template_child (widget_class, PvModelesEditor, texte);
  gtk_widget_class_bind_template_child (widget_class, PvModelesEditor, buffer);
  gtk_widget_class_bind_template_child (widget_class, PvModelesEditor, problemes_box);
  gtk_widget_class_bind_template_child (widget_class, PvModelesEditor, problemes);
  gtk_widget_class_bind_template_child (widget_class, PvModelesEditor, apercu);
  gtk_widget_class_bind_template_child (widget_class, PvModelesEditor, numero);
  gtk_widget_class_bind_template_child (widget_class, PvModelesEditor, champs);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, probleme_cb);
  gtk_widget_class_bind_template_callback (widget_class, numero_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);

  pv_modeles_editor_install_actions (widget_class);
}

static void
pv_modeles_editor_init (PvModelesEditor *self)
{
  self->genre = PV_DOCUMENT_GENRE_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_text_buffer_create_tag (self->buffer, "probleme", "underline", PANGO_UNDERLINE_ERROR, NULL);
  gtk_list_box_set_header_func (self->liste, header_cb, self, NULL);
}

GtkWidget *
pv_modeles_editor_new (PvContext *context)
{
  PvModelesEditor *self = g_object_new (PV_TYPE_MODELES_EDITOR, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}
