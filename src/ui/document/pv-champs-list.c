/* pv-champs-list.c: the fields of templates, to be inserted
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "document/pv-champs-list.h"

#include <glib/gi18n.h>

#include "document/pv-document-champ.h"
#include "document/pv-document-gabarit.h"
#include "pv-text.h"

/* A field of every genre, and often not known. */
#define CONDITION "dossier.referent"

struct _PvChampsList
{
  AdwBin parent_instance;

  PvDocumentGenre genre;
  char *plie; /* (nullable): what is searched */

  GtkSearchEntry *recherche;
  GtkListBox *liste;
};

G_DEFINE_FINAL_TYPE (PvChampsList, pv_champs_list, ADW_TYPE_BIN)

enum
{
  INSERT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_text (GtkListBoxRow *row, const char *key)
{
  return g_object_get_data (G_OBJECT (row), key);
}

/* @ligne: stands on a line of its own */
static void
add_row (PvChampsList *self,
         const char *groupe,
         const char *libelle,
         const char *balise,
         const char *exemple,
         gboolean ligne)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *sous =
      exemple != NULL ? g_strdup_printf ("%s\n%s", balise, exemple) : g_strdup (balise);
  g_autofree char *tout = g_strjoin (" ", groupe, libelle, balise, NULL);
  g_autofree char *premier = g_utf8_substring (libelle, 0, 1);
  g_autofree char *haut = g_utf8_strup (premier, -1);
  g_autofree char *titre = g_strconcat (haut, g_utf8_next_char (libelle), NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), titre);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sous);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _ ("Insert in the text"));
  g_object_set_data_full (G_OBJECT (row), "pv-balise", g_strdup (balise), g_free);
  g_object_set_data_full (G_OBJECT (row), "pv-groupe", g_strdup (groupe), g_free);
  g_object_set_data_full (G_OBJECT (row), "pv-plie", pv_text_fold (tout), g_free);
  g_object_set_data (G_OBJECT (row), "pv-ligne", GINT_TO_POINTER (ligne));
  gtk_list_box_append (self->liste, row);
}

static void
add_marques (PvChampsList *self)
{
  const char *libelle = NULL;
  const char *mot = NULL;

  for (guint i = 0; (mot = pv_document_marque_get (i, &libelle)) != NULL; i++)
    {
      g_autofree char *debut = g_strconcat (mot, " ", NULL);

      add_row (self, _ ("Layout"), libelle, debut, NULL, TRUE);
    }
  add_row (self, _ ("Layout"), _ ("a title"), "# ", NULL, TRUE);
  add_row (self, _ ("Layout"), _ ("a section"), "## ", NULL, TRUE);
  add_row (self, _ ("Layout"), _ ("an item of a list"), "- ", NULL, TRUE);
  add_row (self, _ ("Layout"), _ ("bold text"), "**…**", NULL, FALSE);
}

static void
fill (PvChampsList *self)
{
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->liste))) != NULL)
    gtk_list_box_remove (self->liste, row);
  for (guint i = 0; i < pv_document_champ_get_n (); i++)
    {
      const PvDocumentChamp *champ = pv_document_champ_get (i);
      g_autofree char *balise = pv_document_champ_dup_balise (champ);

      if ((champ->genres & 1u << self->genre) != 0)
        add_row (self, pv_document_champ_get_groupe (champ), pv_document_champ_get_libelle (champ),
                 balise, champ->exemple, pv_document_champ_is_tableau (champ));
    }
  add_row (self, _ ("Conditions"), _ ("text that is there only when a field is known"),
           "{{si " CONDITION "}}…{{sinon}}…{{fin}}", NULL, FALSE);
  add_marques (self);
}

void
pv_champs_list_set_genre (PvChampsList *self, PvDocumentGenre genre)
{
  g_return_if_fail (PV_IS_CHAMPS_LIST (self));

  if (self->genre == genre)
    return;

  self->genre = genre;
  fill (self);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *groupe = get_text (row, "pv-groupe");
  GtkWidget *label = NULL;

  if (before != NULL && g_strcmp0 (get_text (before, "pv-groupe"), groupe) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (groupe);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "document-groupe");
  gtk_list_box_row_set_header (row, label);
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  PvChampsList *self = user_data;

  return self->plie == NULL || strstr (get_text (row, "pv-plie"), self->plie) != NULL;
}

static void
search_cb (PvChampsList *self)
{
  g_free (self->plie);
  self->plie = pv_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->recherche)));
  gtk_list_box_invalidate_filter (self->liste);
}

static void
activated_cb (PvChampsList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[INSERT], 0, get_text (row, "pv-balise"),
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "pv-ligne")));
}

static void
pv_champs_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_CHAMPS_LIST);

  G_OBJECT_CLASS (pv_champs_list_parent_class)->dispose (object);
}

static void
pv_champs_list_finalize (GObject *object)
{
  g_free (PV_CHAMPS_LIST (object)->plie);

  G_OBJECT_CLASS (pv_champs_list_parent_class)->finalize (object);
}

static void
pv_champs_list_class_init (PvChampsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_champs_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_champs_list_finalize;

  signals[INSERT] = g_signal_new ("insert", PV_TYPE_CHAMPS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/document/pv-champs-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PvChampsList, recherche);
  gtk_widget_class_bind_template_child (widget_class, PvChampsList, liste);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
pv_champs_list_init (PvChampsList *self)
{
  self->genre = PV_DOCUMENT_GENRE_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->liste, header_cb, NULL, NULL);
  gtk_list_box_set_filter_func (self->liste, filter_cb, self, NULL);
}
