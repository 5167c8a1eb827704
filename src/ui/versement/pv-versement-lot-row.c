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
#include "widget/pv-tooltip.h"

struct _PvVersementLotRow
{
  AdwBin parent_instance;

  PvVersementLotItem *item; /* (nullable) */
  gboolean showing;

  GtkLabel *titre;
  GtkLabel *financeur;
  GtkLabel *reste;
  PvAmountEntry *montant;
  GtkDropDown *genre;
  GtkWidget *objection_box;
  PvSeverityIcon *objection_icon;
  GtkLabel *objection;
};

G_DEFINE_FINAL_TYPE (PvVersementLotRow, pv_versement_lot_row, ADW_TYPE_BIN)

/* --- what is typed ------------------------------------------------------------------------- */

static void
typed_cb (PvVersementLotRow *self)
{
  if (!self->showing && self->item != NULL)
    pv_versement_lot_item_type (self->item, gtk_editable_get_text (GTK_EDITABLE (self->montant)));
}

static void
genre_cb (PvVersementLotRow *self)
{
  if (!self->showing && self->item != NULL)
    pv_versement_lot_item_choose (self->item,
                                  (PvVersementGenre)gtk_drop_down_get_selected (self->genre));
}

static void
leave_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (PvVersementLotItem) item = NULL;

  if (g_set_object (&item, PV_VERSEMENT_LOT_ROW (widget)->item))
    pv_versement_lot_item_leave_out (item);
}

/* --- showing ------------------------------------------------------------------------------- */

static void
changed_cb (PvVersementLotRow *self)
{
  PvVersementLotLigne demande;

  pv_versement_lot_item_get (self->item, &demande);
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->genre, (guint)demande.genre);
  self->showing = FALSE;
}

static PvSeverite
to_severite (PvVersementGravite gravite)
{
  if (gravite == PV_VERSEMENT_REFUSE)
    return PV_SEVERITE_ERROR;

  return gravite == PV_VERSEMENT_A_CONFIRMER ? PV_SEVERITE_WARNING : PV_SEVERITE_INFO;
}

static void
checked_cb (PvVersementLotRow *self)
{
  PvVersementGravite gravite;
  const char *text = pv_versement_lot_item_get_objection (self->item, &gravite);

  pv_format_label (self->objection, text);
  pv_severity_icon_set_severite (self->objection_icon, to_severite (gravite));
  gtk_widget_set_visible (self->objection_box, *text != '\0');
}

static void
show_amount (PvVersementLotRow *self)
{
  const char *refused = pv_versement_lot_item_get_text (self->item);
  PvVersementLotLigne demande;

  pv_versement_lot_item_get (self->item, &demande);
  self->showing = TRUE;
  pv_amount_entry_revert (self->montant);
  pv_amount_entry_set_cents (self->montant, demande.montant_cents);
  if (refused != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->montant), refused);
  self->showing = FALSE;
}

/* --- the object ---------------------------------------------------------------------------- */

static void
forget (PvVersementLotRow *self)
{
  if (self->item == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->item, changed_cb, self);
  g_signal_handlers_disconnect_by_func (self->item, checked_cb, self);
  g_clear_object (&self->item);
}

static void
pv_versement_lot_row_dispose (GObject *object)
{
  PvVersementLotRow *self = PV_VERSEMENT_LOT_ROW (object);

  self->showing = TRUE;
  forget (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_VERSEMENT_LOT_ROW);

  G_OBJECT_CLASS (pv_versement_lot_row_parent_class)->dispose (object);
}

static void
pv_versement_lot_row_class_init (PvVersementLotRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_versement_lot_row_dispose;

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
show_words (PvVersementLotRow *self)
{
  const PvVersementLigne *ligne = pv_versement_lot_item_get_ligne (self->item);
  const PvVersementSuivi *suivi = pv_versement_lot_item_get_suivi (self->item);
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
  pv_tooltip_set (GTK_WIDGET (self->titre), ligne->intitule);
  gtk_label_set_text (self->financeur, financeur);
  pv_format_label (self->reste, reste);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->montant), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  amount, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->genre), GTK_ACCESSIBLE_PROPERTY_LABEL, kind,
                                  -1);
}

GtkWidget *
pv_versement_lot_row_new (void)
{
  return g_object_new (PV_TYPE_VERSEMENT_LOT_ROW, NULL);
}

void
pv_versement_lot_row_set_item (PvVersementLotRow *self, PvVersementLotItem *item)
{
  g_return_if_fail (PV_IS_VERSEMENT_LOT_ROW (self));

  forget (self);
  if (!g_set_object (&self->item, item))
    return;
  show_words (self);
  show_amount (self);
  changed_cb (self);
  checked_cb (self);
  g_signal_connect_object (item, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "checked", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
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
