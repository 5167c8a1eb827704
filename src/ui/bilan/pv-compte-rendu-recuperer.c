/* pv-compte-rendu-recuperer.c: what is to recover, and why
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-compte-rendu-recuperer.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "bilan/pv-bilan-store.h"
#include "bilan/pv-bilan-suivi.h"
#include "bilan/pv-compte-rendu-section.h"
#include "commun/pv-etape.h"
#include "widget/pv-amount-entry.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"

struct _PvCompteRenduRecuperer
{
  AdwBin parent_instance;

  PvCents propose;
  GtkLabel *why;
  GtkGrid *grid;
  PvAmountEntry *entry;
  GtkLabel *problem;
  GtkButton *take_button;
};

G_DEFINE_FINAL_TYPE (PvCompteRenduRecuperer, pv_compte_rendu_recuperer, ADW_TYPE_BIN)

static PvDossierSection *
get_section (GtkWidget *self)
{
  return PV_DOSSIER_SECTION (gtk_widget_get_ancestor (self, PV_TYPE_DOSSIER_SECTION));
}

/* --- writing --------------------------------------------------------------------------------- */

static gboolean
save (PvCompteRenduRecuperer *self, PvCents cents, GError **error)
{
  g_autofree char *value = cents != PV_CENTS_NULL ? g_strdup_printf ("%" PRId64, cents) : NULL;

  return pv_compte_rendu_set_champ (get_section (GTK_WIDGET (self)), "a_recuperer_cents", value,
                                    error);
}

static PvCents
get_kept (PvCompteRenduRecuperer *self)
{
  PvDossierSection *section = get_section (GTK_WIDGET (self));
  g_autoptr (PvBilan) bilan =
      pv_bilan_store_load (pv_context_get_reader (pv_dossier_section_get_context (section)),
                           pv_dossier_section_get_dossier_id (section), NULL);

  return bilan != NULL ? bilan->a_recuperer_cents : PV_CENTS_NULL;
}

static void
committed_cb (PvCompteRenduRecuperer *self, gint64 cents)
{
  g_autoptr (GError) error = NULL;

  if (!save (self, cents, &error))
    pv_amount_entry_refuse (self->entry, get_kept (self), error->message);
}

static void
problem_cb (PvCompteRenduRecuperer *self)
{
  const char *problem = self->entry != NULL ? pv_amount_entry_get_problem (self->entry) : NULL;

  if (self->problem == NULL)
    return;
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static void
confirmer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvCompteRenduRecuperer *self = PV_COMPTE_RENDU_RECUPERER (widget);
  g_autoptr (GError) error = NULL;

  pv_amount_entry_revert (self->entry);
  if (!save (self, self->propose, &error))
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

/* --- showing --------------------------------------------------------------------------------- */

static void
attach (PvCompteRenduRecuperer *self, GtkWidget *cell, int column, int row)
{
  gtk_grid_attach (self->grid, cell, column, row, 1, 1);
}

static GtkWidget *
head_new (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "secondary");

  return label;
}

static void
show_parts (PvCompteRenduRecuperer *self, PvDb *db, GArray *parts, const PvBilanLigne *ligne)
{
  const char *const heads[] = { _ ("Funder"), pv_etape_to_libelle (PV_ETAPE_NOTIFIE),
                                _ ("Justified"), pv_etape_to_libelle (PV_ETAPE_VERSE),
                                _ ("Beyond") };
  g_autoptr (GPtrArray) payers = pv_bilan_suivi_list_financeurs (db, NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (int i = 0; i < (int)G_N_ELEMENTS (heads); i++)
    attach (self, head_new (heads[i], i == 0 ? 0 : 1), i, 0);
  for (guint i = 0; i < parts->len; i++)
    {
      const PvBilanPart *part = &g_array_index (parts, PvBilanPart, i);
      PvCents justified =
          pv_bilan_compute_justifie (part, ligne->prevu_cents, ligne->realise_cents);
      GtkWidget *name = gtk_label_new (PV_TEXT_NULL);

      for (guint j = 0; payers != NULL && j < payers->len; j++)
        if (((PvBilanFinanceur *)payers->pdata[j])->id == part->financeur_id)
          gtk_label_set_label (GTK_LABEL (name), ((PvBilanFinanceur *)payers->pdata[j])->nom);
      gtk_label_set_xalign (GTK_LABEL (name), 0);
      gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (name), 8);
      gtk_widget_set_tooltip_text (name, gtk_label_get_label (GTK_LABEL (name)));
      gtk_widget_set_hexpand (name, TRUE);
      attach (self, name, 0, (int)i + 1);
      attach (self, pv_amount_label_new (part->notifie_cents), 1, (int)i + 1);
      attach (self, pv_amount_label_new (justified), 2, (int)i + 1);
      attach (self, pv_amount_label_new (part->verse_cents), 3, (int)i + 1);
      attach (self,
              pv_amount_label_new (
                  pv_bilan_compute_a_recuperer (part, 1, ligne->prevu_cents, ligne->realise_cents)),
              4, (int)i + 1);
    }
}

/* Those that gave nothing say nothing. */
static GArray *
list_parts (PvDb *db, gint64 dossier_id)
{
  GArray *parts = pv_bilan_store_list_parts (db, dossier_id, NULL);

  for (guint i = parts != NULL ? parts->len : 0; i > 0; i--)
    {
      const PvBilanPart *part = &g_array_index (parts, PvBilanPart, i - 1);

      if (MAX (part->notifie_cents, part->verse_cents) <= 0)
        g_array_remove_index (parts, i - 1);
    }

  return parts;
}

static void
show_why (PvCompteRenduRecuperer *self, const PvBilanLigne *ligne)
{
  g_autofree char *amount = pv_amount_to_text (ligne->propose_cents);
  g_autofree char *rate = pv_rate_to_text (ligne->taux_bp);
  g_autofree char *text = NULL;

  if (ligne->propose_cents == PV_CENTS_NULL)
    text = g_strdup (_ ("What is to recover is proposed once the planned and the realised charges"
                        " are known."));
  else if (ligne->propose_cents == 0)
    text = g_strdup_printf (_ ("%s of the plan is realised: nothing was paid beyond what it"
                               " justifies."),
                            rate);
  else
    text = g_strdup_printf (_ ("%s of the plan is realised. Each grant is justified in that"
                               " share, at most whole; %s was paid beyond."),
                            rate, amount);
  pv_format_label (self->why, text);
}

void
pv_compte_rendu_recuperer_load (PvCompteRenduRecuperer *self, PvDossierSection *section)
{
  PvContext *context = pv_dossier_section_get_context (section);
  PvDb *db = pv_context_get_reader (context);
  gint64 id = pv_dossier_section_get_dossier_id (section);
  gboolean editable = pv_context_can_edit (context);
  g_autoptr (PvBilanLigne) ligne = pv_bilan_suivi_get (db, id, NULL);
  g_autoptr (GArray) parts = list_parts (db, id);
  g_autofree char *amount = NULL;
  g_autofree char *take = NULL;

  g_return_if_fail (PV_IS_COMPTE_RENDU_RECUPERER (self));

  if (ligne == NULL || parts == NULL)
    return;
  self->propose = ligne->propose_cents;
  show_why (self, ligne);
  show_parts (self, db, parts, ligne);
  gtk_widget_set_visible (GTK_WIDGET (self->grid), parts->len > 0);
  pv_amount_entry_set_cents (self->entry, ligne->recuperer_cents);
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), editable);
  amount = pv_amount_to_text (self->propose);
  take = g_strdup_printf (_ ("Confirm %s"), amount);
  gtk_button_set_label (self->take_button, take);
  gtk_widget_set_visible (GTK_WIDGET (self->take_button),
                          self->propose != PV_CENTS_NULL &&
                              self->propose != ligne->recuperer_cents);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "recuperer.confirmer",
                                 editable && self->propose != PV_CENTS_NULL);
}

gboolean
pv_compte_rendu_recuperer_focus (PvCompteRenduRecuperer *self)
{
  g_return_val_if_fail (PV_IS_COMPTE_RENDU_RECUPERER (self), FALSE);

  return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* --- the object ------------------------------------------------------------------------------ */

static void
pv_compte_rendu_recuperer_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_COMPTE_RENDU_RECUPERER);

  G_OBJECT_CLASS (pv_compte_rendu_recuperer_parent_class)->dispose (object);
}

static void
pv_compte_rendu_recuperer_class_init (PvCompteRenduRecupererClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_compte_rendu_recuperer_dispose;
  g_type_ensure (PV_TYPE_AMOUNT_ENTRY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/bilan/pv-compte-rendu-recuperer.ui");
#define BIND(child)                                                                                \
  gtk_widget_class_bind_template_child (widget_class, PvCompteRenduRecuperer, child)
  BIND (why);
  BIND (grid);
  BIND (entry);
  BIND (problem);
  BIND (take_button);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_cb);
  gtk_widget_class_install_action (widget_class, "recuperer.confirmer", NULL, confirmer_cb);
}

static void
pv_compte_rendu_recuperer_init (PvCompteRenduRecuperer *self)
{
  self->propose = PV_CENTS_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
}
