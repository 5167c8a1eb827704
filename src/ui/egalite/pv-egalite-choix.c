/* pv-egalite-choix.c: what the page of the marking lets one choose
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite-choix.h"

#include "dossier/pv-dossier-liste-store.h"
#include "dossier/pv-dossier-resume.h"
#include "widget/pv-choice.h"

/* The button of a long name stays short; its list shows it whole. */
static void
name_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (GPOINTER_TO_INT (user_data))
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 8);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
    }
  gtk_list_item_set_child (item, label);
}

static void
name_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkStringObject *name = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (name));
}

static GtkListItemFactory *
names_new (gboolean shorten)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (name_setup_cb), GINT_TO_POINTER (shorten));
  g_signal_connect (factory, "bind", G_CALLBACK (name_bind_cb), NULL);

  return factory;
}

void
pv_egalite_choix_shorten (GtkDropDown *choice)
{
  g_autoptr (GtkListItemFactory) button = names_new (TRUE);
  g_autoptr (GtkListItemFactory) list = names_new (FALSE);

  g_return_if_fail (GTK_IS_DROP_DOWN (choice));

  gtk_drop_down_set_factory (choice, button);
  gtk_drop_down_set_list_factory (choice, list);
}

GPtrArray *
pv_egalite_choix_search (PvContext *context, const PvEgaliteFile *file, const char *text)
{
  PvFiltre filtre = pv_context_get_filtre (context);
  PvDb *db = pv_context_get_reader (context);
  GPtrArray *items = pv_choice_items_new ();
  g_autoptr (PvDossierCritere) critere = pv_dossier_critere_new ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) found = NULL;

  pv_dossier_critere_set_texte (critere, text);
  if (*text == '\0' && file != NULL && file->ids->len > 0)
    ids = g_array_ref (file->ids);
  else
    ids = pv_dossier_liste_store_ids (db, &filtre, critere, NULL, NULL, NULL);
  if (ids == NULL)
    return items;
  found = pv_dossier_liste_store_lignes (db, (const gint64 *)(gpointer)ids->data,
                                         MIN (ids->len, PV_CHOICE_MAX), PV_ETAPE_SOLLICITE, NULL);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const PvDossierResume *resume = found->pdata[i];
      g_autofree char *label = NULL;

      if (resume == NULL)
        continue;
      label = g_strdup_printf ("%s · %s", resume->numero, resume->porteur);
      pv_choice_add (items, resume->id, label, resume->intitule);
    }

  return items;
}
