/* pv-session-ligne.c: a payer of the dossier that is on the table
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/session/pv-session-ligne.h"

#include <glib/gi18n.h>

#include "seance/session/pv-session-mots.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"

struct _PvSessionLigne
{
  AdwBin parent_instance;

  gint64 id;
  GtkWidget *cells[PV_SESSION_N_COLONNES];
  GtkLabel *financeur;
  GtkLabel *dispositif;
  PvAmountLabel *sollicite;
  PvAmountLabel *propose;
  PvAmountEntry *entry;
  GtkWidget *verrou_box;
  GtkWidget *verrou_icon;
  PvAmountLabel *verrou_label;
  PvAmountLabel *taux;
  GtkWidget *avant_icon;
  PvAmountLabel *avant;
  GtkWidget *apres_icon;
  PvAmountLabel *apres;
  PvAmountLabel *ecart;
  GtkWidget *problem_box;
  GtkLabel *problem;
};

enum
{
  SIGNAL_COMMITTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvSessionLigne, pv_session_ligne, ADW_TYPE_BIN)

void
pv_session_bind_colonnes (GtkWidgetClass *klass, const char *prefix, gssize offset)
{
  static const char *const names[PV_SESSION_N_COLONNES] = { "nom",     "sollicite", "propose",
                                                            "arbitre", "taux",      "avant",
                                                            "apres",   "ecart" };

  for (guint i = 0; i < PV_SESSION_N_COLONNES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s_%s", prefix, names[i]);

      gtk_widget_class_bind_template_child_full (klass, g_intern_string (name), FALSE,
                                                 offset + (gssize)(i * sizeof (gpointer)));
    }
}

static void
committed_cb (PvSessionLigne *self, gint64 cents)
{
  g_signal_emit (self, signals[SIGNAL_COMMITTED], 0, cents);
}

static void
problem_cb (PvSessionLigne *self)
{
  const char *problem = pv_amount_entry_get_problem (self->entry);

  gtk_widget_set_visible (self->problem_box, problem != NULL);
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
}

static void
pv_session_ligne_class_init (PvSessionLigneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_COMMITTED] = g_signal_new ("committed", PV_TYPE_SESSION_LIGNE, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/session/pv-session-ligne.ui");
  pv_session_bind_colonnes (widget_class, "cell", G_STRUCT_OFFSET (PvSessionLigne, cells));
  gtk_widget_class_bind_template_child (widget_class, PvSessionLigne, financeur);
  gtk_widget_class_bind_template_child (widget_class, PvSessionLigne, dispositif);
  gtk_widget_class_bind_template_child (widget_class, PvSessionLigne, sollicite);
  gtk_widget_class_bind_template_child (widget_class, PvSessionLigne, propose);
  gtk_widget_class_bind_template_child (widget_class, PvSessionLigne, entry);
  gtk_widget_class_bind_template_child (widget_class, PvSessionLigne, verrou_box);
  gtk_widget_class_bind_template_child (widget_class, PvSessionLigne, verrou_icon);
  gtk_widget_class_bind_template_child (widget_class, PvSessionLigne, verrou_label);
  gtk_widget_class_bind_template_child (widget_class, PvSessionLigne, taux);
  gtk_widget_class_bind_template_child (widget_class, PvSessionLigne, avant_icon);
  gtk_widget_class_bind_template_child (widget_class, PvSessionLigne, avant);
  gtk_widget_class_bind_template_child (widget_class, PvSessionLigne, apres_icon);
  gtk_widget_class_bind_template_child (widget_class, PvSessionLigne, apres);
  gtk_widget_class_bind_template_child (widget_class, PvSessionLigne, ecart);
  gtk_widget_class_bind_template_child (widget_class, PvSessionLigne, problem_box);
  gtk_widget_class_bind_template_child (widget_class, PvSessionLigne, problem);
  gtk_widget_class_bind_template_callback (widget_class, committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_cb);
}

static void
pv_session_ligne_init (PvSessionLigne *self)
{
  self->id = PV_INT_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_session_ligne_new (void)
{
  return g_object_new (PV_TYPE_SESSION_LIGNE, NULL);
}

gint64
pv_session_ligne_get_id (PvSessionLigne *self)
{
  g_return_val_if_fail (PV_IS_SESSION_LIGNE (self), PV_INT_NULL);

  return self->id;
}

GtkWidget *
pv_session_ligne_get_cell (PvSessionLigne *self, guint column)
{
  g_return_val_if_fail (PV_IS_SESSION_LIGNE (self), NULL);
  g_return_val_if_fail (column < PV_SESSION_N_COLONNES, NULL);

  return self->cells[column];
}

PvAmountEntry *
pv_session_ligne_get_entry (PvSessionLigne *self)
{
  g_return_val_if_fail (PV_IS_SESSION_LIGNE (self), NULL);

  return self->entry;
}

gboolean
pv_session_ligne_can_edit (PvSessionLigne *self)
{
  g_return_val_if_fail (PV_IS_SESSION_LIGNE (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->entry)) &&
         gtk_editable_get_editable (GTK_EDITABLE (self->entry));
}

/* --- what it shows ------------------------------------------------------------------------ */

static void
set_class (gpointer widget, const char *css_class, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (GTK_WIDGET (widget), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (widget), css_class);
}

static void
show_arbitre (PvSessionLigne *self, const PvSeanceLigne *ligne, gboolean can_edit)
{
  gboolean locked = ligne->verrou != PV_SEANCE_VERROU_NULL;
  g_autofree char *name = g_strdup_printf (_ ("%s, decided"), ligne->financeur);

  pv_amount_entry_set_cents (self->entry, ligne->table_cents);
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), can_edit);
  set_class (self->entry, "fige", !can_edit);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), !locked);
  gtk_widget_set_visible (self->verrou_box, locked);
  pv_amount_label_set_cents (self->verrou_label, ligne->table_cents);
  gtk_widget_set_tooltip_text (self->verrou_box,
                               locked ? pv_seance_verrou_to_libelle (ligne->verrou) : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->verrou_icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  locked ? pv_seance_verrou_to_libelle (ligne->verrou) : "", -1);
}

/* What is left is red and has a shape once it is below zero. */
static void
show_reste (GtkWidget *icon, PvAmountLabel *label, PvCents cents)
{
  gboolean exceeded = cents != PV_CENTS_NULL && cents < 0;

  pv_amount_label_set_cents (label, cents);
  gtk_widget_set_visible (icon, exceeded);
  gtk_widget_set_hexpand (GTK_WIDGET (label), !exceeded);
  set_class (label, "pv-error", exceeded);
}

static void
show_enveloppe (PvSessionLigne *self, const PvSeanceLigne *ligne)
{
  gboolean moves = ligne->avant_cents != ligne->apres_cents;
  g_autofree char *ecart = pv_session_ecart_to_text (ligne->avant_cents, ligne->apres_cents);
  const char *enveloppe = ligne->enveloppe != NULL ? ligne->enveloppe : _ ("No envelope");

  show_reste (self->avant_icon, self->avant, ligne->avant_cents);
  show_reste (self->apres_icon, self->apres, ligne->apres_cents);
  set_class (self->avant, "session-change",
             ligne->avant_cents < 0 && ligne->avant_cents != PV_CENTS_NULL);
  set_class (self->apres, "session-change",
             moves || (ligne->apres_cents < 0 && ligne->apres_cents != PV_CENTS_NULL));
  pv_amount_label_set_text (self->ecart, ecart);
  set_class (self->ecart, "secondary", !moves);
  for (guint i = PV_SESSION_COLONNE_AVANT; i < PV_SESSION_N_COLONNES; i++)
    gtk_widget_set_tooltip_text (self->cells[i], enveloppe);
}

void
pv_session_ligne_show (PvSessionLigne *self, const PvSeanceLigne *ligne, gboolean can_edit)
{
  g_autofree char *taux = NULL;

  g_return_if_fail (PV_IS_SESSION_LIGNE (self));
  g_return_if_fail (ligne != NULL);

  self->id = ligne->financement_id;
  taux = pv_rate_to_text (ligne->taux_bp);
  gtk_label_set_label (self->financeur, ligne->financeur);
  gtk_label_set_label (self->dispositif, ligne->dispositif != NULL ? ligne->dispositif : "");
  gtk_widget_set_visible (GTK_WIDGET (self->dispositif), ligne->dispositif != NULL);
  gtk_widget_set_tooltip_text (self->cells[PV_SESSION_COLONNE_NOM], ligne->financeur);
  pv_amount_label_set_cents (self->sollicite, ligne->sollicite_cents);
  pv_amount_label_set_cents (self->propose, ligne->propose_cents);
  show_arbitre (self, ligne, can_edit);
  pv_amount_label_set_text (self->taux, taux);
  show_enveloppe (self, ligne);
}
