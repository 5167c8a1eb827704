/* pv-compte-rendu-publics.c: the beneficiaries realised beside those planned
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-compte-rendu-publics.h"

#include <glib/gi18n.h>

#include "bilan/pv-bilan-store.h"
#include "bilan/pv-compte-rendu-section.h"
#include "dossier/pv-dossier-edit.h"
#include "dossier/pv-dossier-lien-store.h"
#include "dossier/pv-dossier-store.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-field.h"
#include "widget/pv-format.h"

/* The column of the dossier and that of its bilan have one name. */
static const struct
{
  const char *column;
  const char *title;
  PvFieldKind kind;
} people[] = {
  { "beneficiaires_femmes", N_ ("Women"), PV_FIELD_KIND_COUNT },
  { "beneficiaires_hommes", N_ ("Men"), PV_FIELD_KIND_COUNT },
  { "beneficiaires_non_ventiles", N_ ("Not broken down"), PV_FIELD_KIND_COUNT },
  { "beneficiaires_qpv_bp", N_ ("Share from a QPV"), PV_FIELD_KIND_PERCENT },
};

#define N_PEOPLE G_N_ELEMENTS (people)

typedef struct
{
  PvAmountLabel *planned;
  PvField *field;
} Row;

struct _PvCompteRenduPublics
{
  AdwBin parent_instance;

  Row rows[N_PEOPLE];
  Row *ages; /* by pv_tranche_age_vocabulaire */
  GtkGrid *grid;
  PvAmountLabel *planned_total;
  PvAmountLabel *total;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (PvCompteRenduPublics, pv_compte_rendu_publics, ADW_TYPE_BIN)

static PvDossierSection *
get_section (GtkWidget *self)
{
  return PV_DOSSIER_SECTION (gtk_widget_get_ancestor (self, PV_TYPE_DOSSIER_SECTION));
}

/* --- writing --------------------------------------------------------------------------------- */

static void
committed_cb (PvField *field, const char *value, PvCompteRenduPublics *self)
{
  const char *column = g_object_get_data (G_OBJECT (field), "pv-column");
  g_autoptr (GError) error = NULL;

  if (!pv_compte_rendu_set_champ (get_section (GTK_WIDGET (self)), column, value, &error))
    pv_field_refuse (field, error->message);
}

typedef struct
{
  gint64 dossier_id;
  const char *tranche;
  gint64 nombre;
} Age;

static gboolean
write_age (PvDb *db, gpointer data, GError **error)
{
  const Age *age = data;
  gboolean changed;

  return pv_dossier_store_set_age (db, age->dossier_id, PV_MOMENT_REALISE, age->tranche,
                                   age->nombre, &changed, error);
}

static void
age_committed_cb (PvField *field, const char *value, PvCompteRenduPublics *self)
{
  PvDossierSection *section = get_section (GTK_WIDGET (self));
  Age age = { pv_dossier_section_get_dossier_id (section),
              g_object_get_data (G_OBJECT (field), "pv-column"),
              value != NULL ? g_ascii_strtoll (value, NULL, 10) : PV_INT_NULL };
  g_autoptr (GError) error = NULL;

  if (!pv_dossier_edit_act (section, "bilan-edit", write_age, &age, &error))
    pv_field_refuse (field, error->message);
}

/* --- showing --------------------------------------------------------------------------------- */

static gint64
get_typed (PvField *field)
{
  gint64 value = PV_INT_NULL;

  return pv_field_get_typed_int (field, &value) ? value : pv_field_get_int (field);
}

static gint64
add (gint64 sum, gint64 value)
{
  if (value == PV_INT_NULL)
    return sum;

  return (sum != PV_INT_NULL ? sum : 0) + value;
}

/* The total follows what is typed; ages that do not make it are told. */
static void
update_totals (PvCompteRenduPublics *self)
{
  gint64 total = PV_INT_NULL, by_age = PV_INT_NULL;
  g_autofree char *count = NULL;
  g_autofree char *ages = NULL;
  g_autofree char *note = NULL;
  gboolean differ;

  for (guint i = 0; i < 3; i++)
    total = add (total, get_typed (self->rows[i].field));
  for (guint i = 0; i < pv_tranche_age_vocabulaire.n; i++)
    by_age = add (by_age, get_typed (self->ages[i].field));
  count = pv_count_to_text (total);
  ages = pv_count_to_text (by_age);
  pv_amount_label_set_text (self->total, count);
  differ = total != PV_INT_NULL && by_age != PV_INT_NULL && total != by_age;
  note = g_strdup_printf (_ ("⚠ The ages make %s, and %s people are given."), ages, count);
  gtk_label_set_label (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), differ);
}

static char *
planned_to_text (const PvChamp *champ, const PvDossier *dossier, PvFieldKind kind)
{
  g_autofree char *value = pv_champ_to_text (champ, dossier);
  gint64 number = value != NULL ? g_ascii_strtoll (value, NULL, 10) : PV_INT_NULL;

  return kind == PV_FIELD_KIND_PERCENT ? pv_rate_to_text (number) : pv_count_to_text (number);
}

static void
show_people (PvCompteRenduPublics *self,
             const PvDossier *dossier,
             const PvBilan *bilan,
             gboolean editable)
{
  g_autofree char *total = pv_count_to_text (pv_dossier_get_beneficiaires (dossier));

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *planned = planned_to_text (
          pv_champs_find (pv_dossier_champs, people[i].column), dossier, people[i].kind);
      g_autofree char *value =
          pv_champ_to_text (pv_champs_find (pv_bilan_champs, people[i].column), bilan);

      pv_amount_label_set_text (self->rows[i].planned, planned);
      pv_field_set_value (self->rows[i].field, value);
      pv_field_set_editable (self->rows[i].field, editable);
    }
  pv_amount_label_set_text (self->planned_total, total);
}

static gint64
find_age (GArray *ages, PvMoment moment, const char *tranche)
{
  for (guint i = 0; ages != NULL && i < ages->len; i++)
    {
      const PvDossierAge *age = &g_array_index (ages, PvDossierAge, i);

      if (age->moment == moment && g_str_equal (age->tranche, tranche))
        return age->nombre;
    }

  return PV_INT_NULL;
}

void
pv_compte_rendu_publics_load (PvCompteRenduPublics *self, PvDossierSection *section)
{
  PvContext *context = pv_dossier_section_get_context (section);
  PvDb *db = pv_context_get_reader (context);
  gint64 id = pv_dossier_section_get_dossier_id (section);
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, id, NULL);
  g_autoptr (PvBilan) bilan = pv_bilan_store_load (db, id, NULL);
  g_autoptr (GArray) ages = pv_dossier_store_list_ages (db, id, NULL);

  g_return_if_fail (PV_IS_COMPTE_RENDU_PUBLICS (self));

  if (dossier == NULL || bilan == NULL)
    return;
  show_people (self, dossier, bilan, pv_context_can_edit (context));
  for (guint i = 0; i < pv_tranche_age_vocabulaire.n; i++)
    {
      const char *tranche = pv_tranche_age_vocabulaire.mots[i].id;
      g_autofree char *planned = pv_count_to_text (find_age (ages, PV_MOMENT_PREVU, tranche));

      pv_amount_label_set_text (self->ages[i].planned, planned);
      pv_field_set_int (self->ages[i].field, find_age (ages, PV_MOMENT_REALISE, tranche));
      pv_field_set_editable (self->ages[i].field, pv_context_can_edit (context));
    }
  update_totals (self);
}

gboolean
pv_compte_rendu_publics_show_field (PvCompteRenduPublics *self,
                                    const char *table,
                                    const char *column)
{
  g_return_val_if_fail (PV_IS_COMPTE_RENDU_PUBLICS (self), FALSE);

  for (guint i = 0; g_str_equal (table, "bilan") && i < N_PEOPLE; i++)
    if (g_strcmp0 (people[i].column, column) == 0)
      return gtk_widget_grab_focus (GTK_WIDGET (self->rows[i].field));

  return FALSE;
}

/* --- the object ------------------------------------------------------------------------------ */

static GtkWidget *
title_new (const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

static Row
add_row (PvCompteRenduPublics *self,
         int position,
         const char *title,
         const char *column,
         PvFieldKind kind)
{
  GtkWidget *field = pv_field_new (kind, title);
  GtkWidget *planned = pv_amount_label_new (PV_CENTS_NULL);

  g_object_set (field, "hide-title", TRUE, NULL);
  g_object_set_data (G_OBJECT (field), "pv-column", (gpointer)column);
  g_signal_connect_object (field, "typed", G_CALLBACK (update_totals), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, title_new (title), 0, position, 1, 1);
  gtk_grid_attach (self->grid, planned, 1, position, 1, 1);
  gtk_grid_attach (self->grid, field, 2, position, 1, 1);

  return (Row){ PV_AMOUNT_LABEL (planned), PV_FIELD (field) };
}

static void
add_total (PvCompteRenduPublics *self, int position)
{
  self->planned_total = PV_AMOUNT_LABEL (pv_amount_label_new (PV_CENTS_NULL));
  self->total = PV_AMOUNT_LABEL (pv_amount_label_new (PV_CENTS_NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->planned_total), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->total), "heading");
  gtk_grid_attach (self->grid, title_new (_ ("Total")), 0, position, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (self->planned_total), 1, position, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (self->total), 2, position, 1, 1);
}

static void
make_rows (PvCompteRenduPublics *self)
{
  int position = 1; /* after the heads */

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      if (i == 3)
        add_total (self, position++);
      self->rows[i] =
          add_row (self, position++, _ (people[i].title), people[i].column, people[i].kind);
      g_signal_connect_object (self->rows[i].field, "committed", G_CALLBACK (committed_cb), self,
                               0);
    }
  self->ages = g_new0 (Row, pv_tranche_age_vocabulaire.n);
  for (guint i = 0; i < pv_tranche_age_vocabulaire.n; i++)
    {
      const PvMot *mot = &pv_tranche_age_vocabulaire.mots[i];

      self->ages[i] = add_row (self, position++, mot->libelle, mot->id, PV_FIELD_KIND_COUNT);
      g_signal_connect_object (self->ages[i].field, "committed", G_CALLBACK (age_committed_cb),
                               self, 0);
    }
}

static void
pv_compte_rendu_publics_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_COMPTE_RENDU_PUBLICS);

  G_OBJECT_CLASS (pv_compte_rendu_publics_parent_class)->dispose (object);
}

static void
pv_compte_rendu_publics_finalize (GObject *object)
{
  g_free (PV_COMPTE_RENDU_PUBLICS (object)->ages);

  G_OBJECT_CLASS (pv_compte_rendu_publics_parent_class)->finalize (object);
}

static void
pv_compte_rendu_publics_class_init (PvCompteRenduPublicsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_compte_rendu_publics_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_compte_rendu_publics_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/bilan/pv-compte-rendu-publics.ui");
  gtk_widget_class_bind_template_child (widget_class, PvCompteRenduPublics, grid);
  gtk_widget_class_bind_template_child (widget_class, PvCompteRenduPublics, note);
}

static void
pv_compte_rendu_publics_init (PvCompteRenduPublics *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_rows (self);
}
