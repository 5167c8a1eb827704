/* pv-vote-row.c: one dossier of an act
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "vote/pv-vote-row.h"

#include <glib/gi18n.h>

#include "widget/pv-amount-entry.h"
#include "widget/pv-format.h"
#include "widget/pv-tooltip.h"

struct _PvVoteRow
{
  AdwBin parent_instance;

  PvVoteItem *item;
  gboolean showing;

  GtkLabel *numero;
  GtkLabel *intitule;
  GtkLabel *porteur;
  GtkLabel *avant;
  PvAmountEntry *montant;
  GtkButton *retirer;
  GtkBox *remarks;
};

G_DEFINE_FINAL_TYPE (PvVoteRow, pv_vote_row, ADW_TYPE_BIN)

/* --- what is typed --------------------------------------------------------------------------- */

static void
committed_cb (PvVoteRow *self, gint64 cents)
{
  if (!self->showing && self->item != NULL)
    pv_vote_item_set_cents (self->item, cents);
}

/* What is typed and refused is no amount. */
static void
problem_cb (PvVoteRow *self)
{
  if (!self->showing && self->item != NULL && pv_amount_entry_get_problem (self->montant) != NULL &&
      pv_vote_item_get_cents (self->item) != PV_CENTS_NULL)
    pv_vote_item_set_cents (self->item, PV_CENTS_NULL);
}

void
pv_vote_row_commit (PvVoteRow *self)
{
  pv_amount_entry_commit (self->montant);
}

/* --- showing --------------------------------------------------------------------------------- */

static GtkWidget *
remark_new (const PvVoteConstat *constat)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon =
      gtk_image_new_from_icon_name (constat->refuse ? "pv-error-symbolic" : "pv-warning-symbolic");
  GtkWidget *label = gtk_label_new (NULL);

  pv_format_label (GTK_LABEL (label), constat->texte);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, constat->refuse ? "pv-error" : "pv-warning");
  gtk_widget_add_css_class (box, "pv-vote-remark");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static void
show_remarks (PvVoteRow *self)
{
  const GPtrArray *constats = self->item != NULL ? pv_vote_item_get_constats (self->item) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->remarks))) != NULL)
    gtk_box_remove (self->remarks, child);
  for (guint i = 0; constats != NULL && i < constats->len; i++)
    gtk_box_append (self->remarks, remark_new (constats->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), constats != NULL && constats->len > 0);
}

static void
changed_cb (PvVoteRow *self)
{
  self->showing = TRUE;
  pv_amount_entry_set_cents (self->montant, pv_vote_item_get_cents (self->item));
  self->showing = FALSE;
  show_remarks (self);
}

/* What is proposed, and where it comes from. */
static void
show_avant (PvVoteRow *self, const PvVoteLigne *ligne, PvEtape etape)
{
  gboolean voted = etape == PV_ETAPE_NOTIFIE && ligne->vote_cents != PV_CENTS_NULL;
  g_autofree char *amount = pv_amount_to_text (voted ? ligne->vote_cents : ligne->arbitre_cents);
  g_autofree char *text = g_strdup_printf (voted ? _ ("voted %s") : _ ("arbitrated %s"), amount);

  pv_format_label (self->avant, text);
}

static void
name_controls (PvVoteRow *self, const PvVoteLigne *ligne)
{
  g_autofree char *amount = g_strdup_printf (_ ("Amount of dossier %s"), ligne->numero);
  g_autofree char *out = g_strdup_printf (_ ("Take dossier %s out"), ligne->numero);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->montant), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  amount, -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self->montant))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, amount, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->retirer), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  out, -1);
  pv_tooltip_set (GTK_WIDGET (self->retirer), out);
}

void
pv_vote_row_set_item (PvVoteRow *self, PvVoteItem *item, PvEtape etape)
{
  const PvVoteLigne *ligne;

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, changed_cb, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  ligne = pv_vote_item_get_ligne (item);
  gtk_label_set_label (self->numero, ligne->numero);
  gtk_label_set_label (self->intitule, ligne->intitule);
  pv_tooltip_set (GTK_WIDGET (self->intitule), ligne->intitule);
  gtk_label_set_label (self->porteur, ligne->porteur);
  show_avant (self, ligne, etape);
  name_controls (self, ligne);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->retirer), "x", ligne->id);
  self->showing = TRUE;
  pv_amount_entry_revert (self->montant);
  self->showing = FALSE;
  changed_cb (self);
  g_signal_connect_object (item, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
pv_vote_row_dispose (GObject *object)
{
  PvVoteRow *self = PV_VOTE_ROW (object);

  self->showing = TRUE;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, changed_cb, self);
  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_VOTE_ROW);

  G_OBJECT_CLASS (pv_vote_row_parent_class)->dispose (object);
}

static void
pv_vote_row_class_init (PvVoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_vote_row_dispose;
  g_type_ensure (PV_TYPE_AMOUNT_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/progville/Progville/vote/pv-vote-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PvVoteRow, numero);
  gtk_widget_class_bind_template_child (widget_class, PvVoteRow, intitule);
  gtk_widget_class_bind_template_child (widget_class, PvVoteRow, porteur);
  gtk_widget_class_bind_template_child (widget_class, PvVoteRow, avant);
  gtk_widget_class_bind_template_child (widget_class, PvVoteRow, montant);
  gtk_widget_class_bind_template_child (widget_class, PvVoteRow, retirer);
  gtk_widget_class_bind_template_child (widget_class, PvVoteRow, remarks);
  gtk_widget_class_bind_template_callback (widget_class, committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_cb);
}

static void
pv_vote_row_init (PvVoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_vote_row_new (void)
{
  return g_object_new (PV_TYPE_VOTE_ROW, NULL);
}
