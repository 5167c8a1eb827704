/* pv-sensibilite-row.c: a criterion and what its weight moves
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "classement/pv-sensibilite-row.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "dossier/pv-dossier-liste-store.h"
#include "widget/pv-format.h"

/* Numbers named in a cell; the others are counted. */
#define MAX_NAMED 12

struct _PvSensibiliteRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *critere;
  GtkLabel *poids;
  GtkLabel *baisse;
  GtkLabel *hausse;
};

G_DEFINE_FINAL_TYPE (PvSensibiliteRow, pv_sensibilite_row, GTK_TYPE_LIST_BOX_ROW)

/* --- the answer ------------------------------------------------------------------------------ */

void
pv_sensibilite_reponse_free (PvSensibiliteReponse *self)
{
  if (self == NULL)
    return;

  pv_classement_unref (self->classement);
  g_ptr_array_unref (self->cas);
  g_hash_table_unref (self->numeros);
  g_free (self);
}

static void
note_movers (GHashTable *movers, const GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (movers, &g_array_index (ids, gint64, i));
}

static gboolean
read_numeros (PvSensibiliteReponse *self, GHashTable *movers, PvDb *db, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) lignes = NULL;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, movers);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (ids, key, 1);
  lignes = pv_dossier_liste_store_lignes (db, (const gint64 *)(void *)ids->data, ids->len,
                                          PV_ETAPE_PROPOSE, error);
  if (lignes == NULL)
    return FALSE;

  for (guint i = 0; i < lignes->len; i++)
    {
      const PvDossierResume *resume = lignes->pdata[i];

      if (resume != NULL)
        g_hash_table_insert (self->numeros, g_memdup2 (&resume->id, sizeof resume->id),
                             g_strdup (resume->numero));
    }

  return TRUE;
}

PvSensibiliteReponse *
pv_sensibilite_reponse_new (PvClassement *classement, GPtrArray *cas, PvDb *db, GError **error)
{
  g_autoptr (PvSensibiliteReponse) self = g_new0 (PvSensibiliteReponse, 1);
  g_autoptr (GHashTable) movers = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) named = g_hash_table_new (g_int64_hash, g_int64_equal);

  self->classement = pv_classement_ref (classement);
  self->cas = g_ptr_array_ref (cas);
  self->numeros = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->n_criteres = cas->len / 2;
  for (guint i = 0; i < cas->len; i++)
    {
      const PvSensibiliteCas *un = g_ptr_array_index (cas, i);
      const GArray *both[] = { un->entrants, un->sortants };

      for (guint j = 0; j < G_N_ELEMENTS (both); j++)
        {
          note_movers (movers, both[j]);
          for (guint k = 0; k < MIN (both[j]->len, MAX_NAMED); k++)
            g_hash_table_add (named, &g_array_index (both[j], gint64, k));
        }
      if (i % 2 == 1)
        {
          const PvSensibiliteCas *other = g_ptr_array_index (cas, i - 1);

          self->n_sensibles +=
              un->entrants->len + un->sortants->len + other->entrants->len + other->sortants->len >
              0;
        }
    }
  self->n_mobiles = g_hash_table_size (movers);

  return read_numeros (self, named, db, error) ? g_steal_pointer (&self) : NULL;
}

/* --- the row --------------------------------------------------------------------------------- */

static void
append_numbers (GString *markup,
                const char *icon,
                const char *words,
                const GArray *ids,
                GHashTable *numeros)
{
  if (ids->len == 0)
    return;

  g_string_append_printf (markup, "%s%s %s ", markup->len > 0 ? "\n" : "", icon, words);
  for (guint i = 0; i < MIN (ids->len, MAX_NAMED); i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      const char *numero = g_hash_table_lookup (numeros, &id);
      g_autofree char *escaped = g_markup_escape_text (numero != NULL ? numero : "?", -1);

      g_string_append_printf (markup, "%s<a href=\"dossier:%" PRId64 "\">%s</a>", i > 0 ? ", " : "",
                              id, escaped);
    }
  if (ids->len > MAX_NAMED)
    {
      g_autofree char *more = pv_count_to_text (ids->len - MAX_NAMED);
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "and %s more", "and %s more", ids->len - MAX_NAMED), more);

      g_string_append_printf (markup, " %s", text);
    }
}

static void
show_cas (GtkLabel *label, const PvSensibiliteCas *cas, GHashTable *numeros)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  append_numbers (markup, "↑", _ ("enter:"), cas->entrants, numeros);
  append_numbers (markup, "↓", _ ("leave:"), cas->sortants, numeros);
  if (markup->len == 0)
    {
      gtk_label_set_label (label, _ ("no change"));
      gtk_widget_add_css_class (GTK_WIDGET (label), "secondary");
    }
  else
    gtk_label_set_markup (label, markup->str);
}

static gboolean
link_cb (PvSensibiliteRow *self, const char *uri)
{
  gint64 id;

  if (!g_str_has_prefix (uri, "dossier:"))
    return FALSE;

  id = g_ascii_strtoll (uri + strlen ("dossier:"), NULL, 10);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-dossier", "x", id);

  return TRUE;
}

static void
pv_sensibilite_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_SENSIBILITE_ROW);

  G_OBJECT_CLASS (pv_sensibilite_row_parent_class)->dispose (object);
}

static void
pv_sensibilite_row_class_init (PvSensibiliteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_sensibilite_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/classement/pv-sensibilite-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PvSensibiliteRow, critere);
  gtk_widget_class_bind_template_child (widget_class, PvSensibiliteRow, poids);
  gtk_widget_class_bind_template_child (widget_class, PvSensibiliteRow, baisse);
  gtk_widget_class_bind_template_child (widget_class, PvSensibiliteRow, hausse);
  gtk_widget_class_bind_template_callback (widget_class, link_cb);
}

static void
pv_sensibilite_row_init (PvSensibiliteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_sensibilite_row_new (const PvSensibiliteReponse *reponse,
                        const PvSensibiliteCas *baisse,
                        const PvSensibiliteCas *hausse)
{
  PvSensibiliteRow *self = g_object_new (PV_TYPE_SENSIBILITE_ROW, NULL);
  g_autofree char *poids = g_strdup_printf ("× %" PRId64, baisse->poids);

  gtk_label_set_label (self->critere, baisse->critere);
  gtk_label_set_label (self->poids, poids);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->critere), baisse->grille);
  show_cas (self->baisse, baisse, reponse->numeros);
  show_cas (self->hausse, hausse, reponse->numeros);

  return GTK_WIDGET (self);
}
