/* pv-fusion-table.c: two records side by side, and what their merge makes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "organisme/pv-fusion-table.h"

#include <glib/gi18n.h>

#include "accueil/pv-card-cell.h"
#include "pv-date.h"
#include "territoire/pv-commune-store.h"
#include "widget/pv-format.h"

struct _PvFusionTable
{
  AdwBin parent_instance;

  GtkGrid *grid;
  PvDb *db; /* during a set: names of communes */
};

G_DEFINE_FINAL_TYPE (PvFusionTable, pv_fusion_table, ADW_TYPE_BIN)

typedef enum
{
  FIELD_NOM,
  FIELD_SIGLE,
  FIELD_FORME,
  FIELD_SIRET,
  FIELD_RNA,
  FIELD_ADRESSE,
  FIELD_CODE_POSTAL,
  FIELD_COMMUNE,
  FIELD_CER,
} Field;

static const char *const field_names[] = {
  N_ ("Name"),     N_ ("Acronym"), N_ ("Form"),
  N_ ("SIRET"),    N_ ("RNA"),     N_ ("Address"),
  N_ ("Postcode"), N_ ("Commune"), N_ ("Republican contract signed on"),
};

static const char *const part_names[PV_N_FUSION_PARTS] = {
  N_ ("Dossiers carried"),   N_ ("Other roles in dossiers"),
  N_ ("Applications"),       N_ ("Contacts"),
  N_ ("Documents"),          N_ ("Agreements"),
  N_ ("Financings it pays"),
};

static char *
dup_commune (PvDb *db, const PvOrganisme *organisme)
{
  g_autoptr (PvCommune) commune = organisme->commune_id != PV_INT_NULL
                                      ? pv_commune_store_get (db, organisme->commune_id, NULL)
                                      : NULL;

  return g_strdup (commune != NULL ? commune->nom : organisme->commune_nom);
}

/* Returns: (transfer full) (nullable) */
static char *
dup_value (PvFusionTable *self, const PvOrganisme *organisme, Field field)
{
  switch (field)
    {
    case FIELD_NOM:
      return g_strdup (organisme->nom);
    case FIELD_SIGLE:
      return g_strdup (organisme->sigle);
    case FIELD_FORME:
      return g_strdup (pv_forme_to_libelle (organisme->forme));
    case FIELD_SIRET:
      return g_strdup (organisme->siret != NULL ? organisme->siret : organisme->siret_declare);
    case FIELD_RNA:
      return g_strdup (organisme->rna);
    case FIELD_ADRESSE:
      return g_strdup (organisme->adresse);
    case FIELD_CODE_POSTAL:
      return g_strdup (organisme->code_postal);
    case FIELD_COMMUNE:
      return dup_commune (self->db, organisme);
    case FIELD_CER:
      return organisme->cer_signe_le != NULL
                 ? pv_date_format_french (organisme->cer_signe_le, PV_DATE_FORMAT_SHORT)
                 : NULL;
    }

  g_return_val_if_reached (NULL);
}

static GtkWidget *
add_cell (PvFusionTable *self, int column, int line, const char *text)
{
  GtkWidget *cell = pv_card_cell_new_text (text != NULL ? text : PV_TEXT_NULL, 0);

  gtk_label_set_wrap (GTK_LABEL (cell), column > 0);
  gtk_widget_set_hexpand (cell, column > 0);
  gtk_grid_attach (self->grid, cell, column, line, 1, 1);

  return cell;
}

static void
strike (GtkWidget *cell)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (GTK_LABEL (cell), attributes);
  pango_attr_list_unref (attributes);
  gtk_widget_set_tooltip_text (cell, _ ("Not kept"));
}

static void
add_field (PvFusionTable *self, int line, const PvFusionApercu *apercu, gboolean left, Field field)
{
  g_autofree char *kept = dup_value (self, apercu->garde, field);
  g_autofree char *gone = dup_value (self, apercu->retire, field);
  g_autofree char *made = dup_value (self, apercu->resultat, field);
  g_autofree char *shown = NULL;
  gboolean completed = g_strcmp0 (made, kept) != 0;
  GtkWidget *gone_cell, *made_cell;

  gtk_widget_add_css_class (add_cell (self, 0, line, _ (field_names[field])), "secondary");
  add_cell (self, left ? 1 : 2, line, kept);
  gone_cell = add_cell (self, left ? 2 : 1, line, gone);
  if (gone != NULL && g_strcmp0 (gone, made) != 0)
    strike (gone_cell);
  /* Translators: a value that is taken from the other record. */
  shown = completed ? g_strdup_printf (_ ("%s (completed)"), made) : g_strdup (made);
  made_cell = add_cell (self, 3, line, shown);
  if (completed)
    gtk_widget_add_css_class (made_cell, "strong");
}

static void
add_part (PvFusionTable *self, int line, const PvFusionApercu *apercu, gboolean left, guint part)
{
  gint64 kept = apercu->parts_garde[part], gone = apercu->parts_retire[part];
  g_autofree char *kept_text = pv_count_to_text (kept);
  g_autofree char *gone_text = pv_count_to_text (gone);
  g_autofree char *sum = pv_count_to_text (kept + gone);
  g_autofree char *made =
      gone > 0 ? g_strdup_printf (_ ("%s (moved: %s)"), sum, gone_text) : g_strdup (sum);
  GtkWidget *cell;

  gtk_widget_add_css_class (add_cell (self, 0, line, _ (part_names[part])), "secondary");
  add_cell (self, left ? 1 : 2, line, kept_text);
  add_cell (self, left ? 2 : 1, line, gone_text);
  cell = add_cell (self, 3, line, made);
  if (gone > 0)
    gtk_widget_add_css_class (cell, "strong");
}

static void
pv_fusion_table_class_init (PvFusionTableClass *klass)
{
}

static void
pv_fusion_table_init (PvFusionTable *self)
{
  GtkWidget *grid = gtk_grid_new ();

  self->grid = GTK_GRID (grid);
  adw_bin_set_child (ADW_BIN (self), grid);
}

void
pv_fusion_table_set (PvFusionTable *self, PvDb *db, const PvFusionApercu *apercu, gboolean left)
{
  const char *heads[] = { "", left ? _ ("Kept") : _ ("Taken away"),
                          left ? _ ("Taken away") : _ ("Kept"), _ ("After the merge") };
  GtkWidget *child;
  int line = 0;

  g_return_if_fail (PV_IS_FUSION_TABLE (self));
  g_return_if_fail (apercu != NULL);

  self->db = db;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (int i = 0; i < (int)G_N_ELEMENTS (heads); i++)
    gtk_grid_attach (self->grid, pv_card_head_new (heads[i], 0), i, line, 1, 1);
  line++;
  for (guint i = 0; i < G_N_ELEMENTS (field_names); i++)
    add_field (self, line++, apercu, left, (Field)i);
  for (guint i = 0; i < PV_N_FUSION_PARTS; i++)
    if (apercu->parts_garde[i] + apercu->parts_retire[i] > 0)
      add_part (self, line++, apercu, left, i);
  self->db = NULL;
}
