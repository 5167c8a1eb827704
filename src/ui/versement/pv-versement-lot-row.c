/* pv-versement-lot-row.c: what is paid of one financement, in the dialog
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "versement/pv-versement-lot-row.h"

#include <glib/gi18n.h>

#include "versement/pv-versement-words.h"
#include "widget/pv-amount-entry.h"
#include "widget/pv-format.h"
#include "widget/pv-severity-icon.h"

struct _PvVersementLotRow
{
  GtkListBoxRow parent_instance;

  PvVersementSuivi suivi;
  gboolean showing;
  gboolean chosen; /* the kind: it does not follow the amount any more */

  GtkLabel *titre;
  GtkLabel *financeur;
  GtkLabel *reste;
  PvAmountEntry *montant;
  GtkDropDown *genre;
  GtkWidget *objection_box;
  PvSeverityIcon *objection_icon;
  GtkLabel *objection;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvVersementLotRow, pv_versement_lot_row, GTK_TYPE_LIST_BOX_ROW)

static void
select_genre (PvVersementLotRow *self, PvVersementGenre genre)
{
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->genre, (guint)genre);
  self->showing = FALSE;
}

/* What is typed, whether it was committed or not. */
static PvCents
get_typed (PvVersementLotRow *self)
{
  PvCents cents = PV_CENTS_NULL;
  g_autofree char *problem =
      pv_amount_parse (gtk_editable_get_text (GTK_EDITABLE (self->montant)), &cents);

  return problem == NULL ? cents : PV_CENTS_NULL;
}

static void
typed_cb (PvVersementLotRow *self)
{
  PvVersementLotLigne proposed;

  if (self->showing)
    return;
  if (!self->chosen && get_typed (self) != PV_CENTS_NULL)
    {
      pv_versement_propose (&self->suivi, get_typed (self), &proposed);
      select_genre (self, proposed.genre);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
genre_cb (PvVersementLotRow *self)
{
  if (self->showing)
    return;
  self->chosen = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
leave_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkWidget) kept = g_object_ref (widget);
  GtkWidget *list = gtk_widget_get_parent (widget);

  gtk_list_box_remove (GTK_LIST_BOX (list), widget);
  g_signal_emit (widget, signals[CHANGED], 0);
}

static void
pv_versement_lot_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_VERSEMENT_LOT_ROW);

  G_OBJECT_CLASS (pv_versement_lot_row_parent_class)->dispose (object);
}

static void
pv_versement_lot_row_class_init (PvVersementLotRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_versement_lot_row_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PV_TYPE_AMOUNT_ENTRY);
  g_type_ensure (PV_TYPE_SEVERITY_ICON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/versement/pv-versement-lot-row.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PvVersementLotRow, child)
  BIND (titre);
  BIND (financeur);
  BIND (reste);
  BIND (montant);
  BIND (genre);
  BIND (objection_box);
  BIND (objection_icon);
  BIND (objection);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, genre_cb);
  gtk_widget_class_install_action (widget_class, "versement-lot.leave-out", NULL, leave_out_cb);
}

static void
pv_versement_lot_row_init (PvVersementLotRow *self)
{
  g_autoptr (GtkStringList) genres = gtk_string_list_new (NULL);

  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < pv_versement_genre_vocabulaire.n; i++)
    gtk_string_list_append (genres, pv_versement_genre_to_libelle ((PvVersementGenre)i));
  gtk_drop_down_set_model (self->genre, G_LIST_MODEL (genres));
  self->showing = FALSE;
}

static void
show_words (PvVersementLotRow *self, const PvVersementLigne *ligne)
{
  const PvVersementSuivi *suivi = &self->suivi;
  g_autofree char *titre = g_strdup_printf ("%s · %s", ligne->numero, ligne->porteur);
  g_autofree char *financeur =
      ligne->dispositif != NULL
          ? g_strdup_printf ("%s · %s · %d", ligne->financeur, ligne->dispositif,
                             (int)suivi->exercice)
          : g_strdup_printf ("%s · %d", ligne->financeur, (int)suivi->exercice);
  g_autofree char *due = pv_versement_reste_to_text (suivi);
  g_autofree char *reste = g_strdup_printf (_ ("Due: %s"), due);
  g_autofree char *amount = g_strdup_printf (_ ("Amount paid to %s"), titre);
  g_autofree char *kind = g_strdup_printf (_ ("Kind of the payment to %s"), titre);

  gtk_label_set_text (self->titre, titre);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->titre), ligne->intitule);
  gtk_label_set_text (self->financeur, financeur);
  pv_format_label (self->reste, reste);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->montant), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  amount, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->genre), GTK_ACCESSIBLE_PROPERTY_LABEL, kind,
                                  -1);
}

GtkWidget *
pv_versement_lot_row_new (const PvVersementSuivi *suivi, const PvVersementLigne *ligne)
{
  PvVersementLotRow *self = g_object_new (PV_TYPE_VERSEMENT_LOT_ROW, NULL);
  PvVersementLotLigne proposed;

  self->suivi = *suivi;
  pv_versement_propose (suivi, PV_CENTS_NULL, &proposed);
  self->showing = TRUE;
  pv_amount_entry_set_cents (self->montant,
                             proposed.montant_cents > 0 ? proposed.montant_cents : PV_CENTS_NULL);
  self->showing = FALSE;
  select_genre (self, proposed.genre);
  show_words (self, ligne);

  return GTK_WIDGET (self);
}

void
pv_versement_lot_row_align (PvVersementLotRow *self, GtkSizeGroup *const *groups)
{
  GtkWidget *columns[PV_N_VERSEMENT_LOT_COLUMNS];

  g_return_if_fail (PV_IS_VERSEMENT_LOT_ROW (self));

  columns[0] = GTK_WIDGET (self->reste);
  columns[1] = GTK_WIDGET (self->montant);
  columns[2] = GTK_WIDGET (self->genre);
  for (guint i = 0; i < PV_N_VERSEMENT_LOT_COLUMNS; i++)
    gtk_size_group_add_widget (groups[i], columns[i]);
}

void
pv_versement_lot_row_get (PvVersementLotRow *self, PvVersementLotLigne *ligne)
{
  g_return_if_fail (PV_IS_VERSEMENT_LOT_ROW (self));

  ligne->financement_id = self->suivi.financement_id;
  ligne->genre = (PvVersementGenre)gtk_drop_down_get_selected (self->genre);
  ligne->montant_cents = get_typed (self);
}

gboolean
pv_versement_lot_row_commit (PvVersementLotRow *self)
{
  g_return_val_if_fail (PV_IS_VERSEMENT_LOT_ROW (self), FALSE);

  return pv_amount_entry_commit (self->montant) &&
         pv_amount_entry_get_problem (self->montant) == NULL;
}

static PvSeverite
to_severite (PvVersementGravite gravite)
{
  if (gravite == PV_VERSEMENT_REFUSE)
    return PV_SEVERITE_ERROR;

  return gravite == PV_VERSEMENT_A_CONFIRMER ? PV_SEVERITE_WARNING : PV_SEVERITE_INFO;
}

void
pv_versement_lot_row_show (PvVersementLotRow *self, const GPtrArray *objections, int index)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PvVersementGravite gravite = PV_VERSEMENT_SIGNALE;
  const char *problem;

  g_return_if_fail (PV_IS_VERSEMENT_LOT_ROW (self));

  problem = pv_amount_entry_get_problem (self->montant);
  if (problem != NULL)
    {
      g_string_append (text, problem);
      gravite = PV_VERSEMENT_REFUSE;
    }
  for (guint i = 0; problem == NULL && i < objections->len; i++)
    {
      const PvVersementObjection *objection = objections->pdata[i];

      if (objection->ligne != index)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", objection->texte);
      gravite = MAX (gravite, objection->gravite);
    }
  pv_format_label (self->objection, text->str);
  pv_severity_icon_set_severite (self->objection_icon, to_severite (gravite));
  gtk_widget_set_visible (self->objection_box, text->len > 0);
}
