/* pv-convention-page.c: one convention: its life, its years, its payments, its dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-convention-page-private.h"

#include <glib/gi18n.h>

#include "convention/pv-convention-etat-label.h"
#include "convention/pv-convention-service.h"
#include "convention/pv-convention-suivi.h"
#include "document/pv-lettres-dialog.h"
#include "widget/pv-columns.h"
#include "widget/pv-format.h"

/* Their id in the template is their column. */
static const char *const columns[PV_CONVENTION_PAGE_N_FIELDS] = {
  "numero",
  "objet",
  "annee_debut",
  "annee_fin",
  "envoyee_le",
  "retournee_le",
  "signee_le",
  "notifiee_le",
  "paiement_delai_jours",
  "conditions_versement",
  "commentaire",
};

G_DEFINE_FINAL_TYPE (PvConventionPage, pv_convention_page, PV_TYPE_PAGE)

static PvDb *
get_reader (PvConventionPage *self)
{
  return pv_context_get_reader (pv_page_get_context (PV_PAGE (self)));
}

/* --- writing ---------------------------------------------------------------------------------- */

char *
pv_convention_page_dup_label (PvConventionPage *self)
{
  if (self->fiche == NULL)
    return g_strdup (_ ("Convention"));

  return self->fiche->convention->numero != NULL
             ? g_strdup_printf ("%s · %s", self->fiche->convention->numero, self->fiche->organisme)
             : g_strdup_printf ("%s · %s", self->fiche->financeur, self->fiche->organisme);
}

gboolean
pv_convention_page_act (PvConventionPage *self,
                        const char *action,
                        PvContextFunc func,
                        gpointer data)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  g_autofree char *label = pv_convention_page_dup_label (self);
  g_autoptr (GError) error = NULL;

  if (context == NULL)
    return FALSE;
  if (pv_context_act (context, action, label, func, data, &error))
    return TRUE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);

  return FALSE;
}

typedef struct
{
  gint64 id;
  const char *column;
  const char *value;
} Edit;

static gboolean
write_edit (PvDb *db, gpointer data, GError **error)
{
  const Edit *edit = data;

  return pv_convention_service_set_champ (db, edit->id, edit->column, edit->value, error);
}

static void
field_committed_cb (PvField *field, const char *value, PvConventionPage *self)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  Edit edit = { self->convention_id, gtk_buildable_get_buildable_id (GTK_BUILDABLE (field)),
                value };
  g_autofree char *label = pv_convention_page_dup_label (self);
  g_autoptr (GError) error = NULL;

  if (context != NULL &&
      !pv_context_act (context, "convention-edit", label, write_edit, &edit, &error))
    pv_field_refuse (field, error->message);
}

/* --- payments --------------------------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  PvEcheancier echeancier;
} Proposal;

static gboolean
write_echeancier (PvDb *db, gpointer data, GError **error)
{
  const Proposal *proposal = data;

  return pv_convention_service_apply_echeancier (db, proposal->id, proposal->echeancier, error);
}

static void
echeancier_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvConventionPage *self = PV_CONVENTION_PAGE (widget);
  Proposal proposal = { self->convention_id, PV_ECHEANCIER_UNIQUE };

  if (pv_echeancier_from_id (g_variant_get_string (parameter, NULL), &proposal.echeancier))
    pv_convention_page_act (self, "convention-echeancier", write_echeancier, &proposal);
}

static gboolean
write_echeance (PvDb *db, gpointer data, GError **error)
{
  return pv_convention_service_set_echeance (db, data, NULL, error);
}

/* What is left to pay of the first year that is not paid whole; its name is then typed. */
static void
ajouter_echeance_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvConventionPage *self = PV_CONVENTION_PAGE (widget);
  g_autoptr (PvConventionEcheance) echeance = pv_convention_echeance_new ();

  if (self->fiche == NULL)
    return;
  echeance->convention_id = self->convention_id;
  echeance->libelle = g_strdup (self->fiche->echeances->len > 0 ? "Solde" : "Acompte");
  echeance->exercice = self->fiche->convention->annee_debut;
  for (guint i = 0; i < self->fiche->annees->len; i++)
    {
      const PvConventionAnnee *annee = self->fiche->annees->pdata[i];
      PvCents attendu = annee->prevu_cents != PV_CENTS_NULL ? annee->prevu_cents : annee->cents;
      PvCents set = annee->echeances_cents != PV_CENTS_NULL ? annee->echeances_cents : 0;

      if (attendu == PV_CENTS_NULL || attendu <= set)
        continue;
      echeance->exercice = annee->exercice;
      echeance->montant_cents = attendu - set;
      break;
    }
  pv_convention_page_act (self, "convention-echeance", write_echeance, echeance);
}

/* --- dossiers --------------------------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  gint64 dossier_id;
} Link;

static gboolean
write_link (PvDb *db, gpointer data, GError **error)
{
  const Link *link = data;

  return pv_convention_service_add_dossier (db, link->id, link->dossier_id, error);
}

static gboolean
write_unlink (PvDb *db, gpointer data, GError **error)
{
  const Link *link = data;

  return pv_convention_service_remove_dossier (db, link->id, link->dossier_id, error);
}

static void
dossier_chosen_cb (PvConventionPage *self, gint64 key)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  Link link = { self->convention_id, key };
  g_autofree char *label = pv_convention_page_dup_label (self);
  g_autoptr (GError) error = NULL;

  if (context != NULL && key != PV_INT_NULL &&
      !pv_context_act (context, "convention-dossier", label, write_link, &link, &error))
    pv_choice_refuse (self->dossier_choice, error->message);
}

static void
retirer_dossier_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvConventionPage *self = PV_CONVENTION_PAGE (widget);
  Link link = { self->convention_id, g_variant_get_int64 (parameter) };

  pv_convention_page_act (self, "convention-dossier", write_unlink, &link);
}

/* --- printing --------------------------------------------------------------------------------- */

static void
imprimer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvConventionPage *self = PV_CONVENTION_PAGE (widget);
  GArray *sujets = g_array_new (FALSE, FALSE, sizeof (PvDocumentSujet));
  PvDocumentSujet sujet = PV_DOCUMENT_CONVENTION (self->convention_id);

  g_array_append_val (sujets, sujet);
  pv_lettres_dialog_present (widget, pv_page_get_context (PV_PAGE (self)),
                             PV_DOCUMENT_GENRE_CONVENTION, sujets);
}

/* --- removal ---------------------------------------------------------------------------------- */

static gboolean
write_removal (PvDb *db, gpointer data, GError **error)
{
  return pv_convention_service_remove (db, *(gint64 *)data, error);
}

static void
supprimer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvConventionPage *self = PV_CONVENTION_PAGE (widget);

  if (pv_convention_page_act (self, "convention-delete", write_removal, &self->convention_id))
    gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
organisme_cb (PvConventionPage *self)
{
  if (self->fiche != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-organisme", "x",
                                self->fiche->convention->organisme_id);
}

/* --- showing ---------------------------------------------------------------------------------- */

static void
show_title (PvConventionPage *self)
{
  const PvConvention *convention = self->fiche->convention;
  g_autofree char *title = convention->numero != NULL
                               ? g_strdup_printf (_ ("Convention n° %s"), convention->numero)
                               : g_strdup (_ ("Convention without a number"));
  g_autofree char *years = pv_convention_is_pluriannuelle (convention)
                               ? g_strdup_printf (_ ("CPO %d–%d"), (int)convention->annee_debut,
                                                  (int)convention->annee_fin)
                               : g_strdup_printf ("%d", (int)convention->annee_debut);
  g_autofree char *subtitle =
      g_strdup_printf ("%s → %s · %s", self->fiche->financeur, self->fiche->organisme, years);

  adw_window_title_set_title (self->title_widget, title);
  adw_window_title_set_subtitle (self->title_widget, subtitle);
}

/* Days since a grant was notified that needs it; as the list says. */
static gint64
get_retard (PvConventionPage *self, gboolean *obligatoire)
{
  g_autofree char *jour = pv_context_get_today (pv_page_get_context (PV_PAGE (self)));
  PvConventionLigne *ligne = pv_convention_ligne_new ();
  gint64 retard;

  ligne->etat = pv_convention_get_etat (self->fiche->convention);
  for (guint i = 0; i < self->fiche->annees->len; i++)
    {
      const PvConventionAnnee *annee = self->fiche->annees->pdata[i];

      if (annee->besoin != NULL)
        pv_convention_ligne_add (ligne, annee->besoin);
    }
  retard = pv_convention_ligne_get_retard (ligne, jour);
  *obligatoire = ligne->obligatoire;
  pv_convention_ligne_free (ligne);

  return retard;
}

static void
show_etat (PvConventionPage *self)
{
  gboolean obligatoire;
  gint64 retard = get_retard (self, &obligatoire);
  g_autofree char *warning = pv_convention_get_avertissement (self->fiche->convention);

  pv_convention_etat_label_show (adw_bin_get_child (self->etat),
                                 pv_convention_get_etat (self->fiche->convention), obligatoire,
                                 retard);
  gtk_widget_set_visible (self->warning_box, warning != NULL);
  gtk_label_set_label (self->warning, warning != NULL ? warning : "");
}

static void
show_delai (PvConventionPage *self)
{
  g_autofree char *hint =
      self->fiche->delai_jours != PV_INT_NULL
          ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "Empty: %u day after the notification (thresholds).",
                                          "Empty: %u days after the notification (thresholds).",
                                          (gulong)self->fiche->delai_jours),
                             (guint)self->fiche->delai_jours)
          : g_strdup (_ ("Empty: the thresholds have no delay for that year."));

  gtk_label_set_label (self->delai_hint, hint);
}

static void
show_fields (PvConventionPage *self, gboolean can_edit)
{
  for (guint i = 0; i < PV_CONVENTION_PAGE_N_FIELDS; i++)
    {
      const PvChamp *champ = pv_champs_find (pv_convention_champs, columns[i]);
      g_autofree char *value = pv_champ_to_text (champ, self->fiche->convention);

      pv_field_set_value (self->fields[i], value);
      pv_field_set_editable (self->fields[i], can_edit);
    }
  gtk_label_set_label (self->financeur, self->fiche->financeur);
  gtk_label_set_label (self->organisme, self->fiche->organisme);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->organisme_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->fiche->organisme, -1);
}

static void
pv_convention_page_refresh (PvPage *page)
{
  PvConventionPage *self = PV_CONVENTION_PAGE (page);
  PvContext *context = pv_page_get_context (page);
  gboolean can_edit = pv_context_can_edit (context);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->fiche, pv_convention_fiche_free);
  self->fiche = pv_convention_fiche_load (get_reader (self), self->convention_id, &error);
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  gtk_stack_set_visible_child_name (self->stack, self->fiche != NULL ? "convention" : "gone");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "convention.supprimer",
                                 can_edit && self->fiche != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "convention.imprimer", self->fiche != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "convention.echeancier", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "convention.ajouter-echeance", can_edit);
  if (self->fiche == NULL)
    return;

  show_title (self);
  show_fields (self, can_edit);
  show_etat (self);
  show_delai (self);
  pv_convention_page_show_annees (self, can_edit);
  pv_convention_page_show_echeances (self, can_edit);
  pv_convention_page_show_dossiers (self, can_edit);
  pv_modifications_card_refresh (self->history, context, "convention", self->convention_id);
}

/* Nobody can correct what is typed of a convention that is gone. */
static GtkWidget *
pv_convention_page_find_refused (PvPage *page)
{
  PvConventionPage *self = PV_CONVENTION_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "gone") == 0)
    return NULL;

  return PV_PAGE_CLASS (pv_convention_page_parent_class)->find_refused (page);
}

/* --- the object ------------------------------------------------------------------------------- */

static void
pv_convention_page_dispose (GObject *object)
{
  PvConventionPage *self = PV_CONVENTION_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_CONVENTION_PAGE);

  G_OBJECT_CLASS (pv_convention_page_parent_class)->dispose (object);
}

static void
pv_convention_page_finalize (GObject *object)
{
  PvConventionPage *self = PV_CONVENTION_PAGE (object);

  g_clear_pointer (&self->fiche, pv_convention_fiche_free);
  g_clear_pointer (&self->annees, g_ptr_array_unref);

  G_OBJECT_CLASS (pv_convention_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PvConventionPage, child)
  BIND (title_widget);
  BIND (stack);
  BIND (financeur);
  BIND (organisme);
  BIND (organisme_button);
  BIND (warning_box);
  BIND (warning);
  BIND (etat);
  BIND (delai_hint);
  BIND (annees_grid);
  BIND (seuil);
  BIND (echeances);
  BIND (somme_box);
  BIND (somme_icon);
  BIND (somme);
  BIND (echeancier_button);
  BIND (dossiers_grid);
  BIND (dossier_choice);
  BIND (history);
#undef BIND
  for (guint i = 0; i < PV_CONVENTION_PAGE_N_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, columns[i], FALSE,
        (gssize)(G_STRUCT_OFFSET (PvConventionPage, fields) + i * sizeof (gpointer)));
  gtk_widget_class_bind_template_callback (widget_class, field_committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, dossier_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, organisme_cb);
}

static void
pv_convention_page_class_init (PvConventionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_convention_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_convention_page_finalize;
  PV_PAGE_CLASS (klass)->refresh = pv_convention_page_refresh;
  PV_PAGE_CLASS (klass)->find_refused = pv_convention_page_find_refused;

  g_type_ensure (PV_TYPE_FIELD);
  g_type_ensure (PV_TYPE_CHOICE);
  g_type_ensure (PV_TYPE_COLUMNS);
  g_type_ensure (PV_TYPE_MODIFICATIONS_CARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/convention/pv-convention-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "convention.echeancier", "s", echeancier_cb);
  gtk_widget_class_install_action (widget_class, "convention.ajouter-echeance", NULL,
                                   ajouter_echeance_cb);
  gtk_widget_class_install_action (widget_class, "convention.retirer-dossier", "x",
                                   retirer_dossier_cb);
  gtk_widget_class_install_action (widget_class, "convention.imprimer", NULL, imprimer_cb);
  gtk_widget_class_install_action (widget_class, "convention.supprimer", NULL, supprimer_cb);
}

static void
pv_convention_page_init (PvConventionPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_bin_set_child (self->etat, pv_convention_etat_label_new ());
  pv_choice_set_func (self->dossier_choice, pv_convention_page_search_dossiers, self);
  for (guint i = 0; i < PV_N_ECHEANCIERS; i++)
    {
      g_autofree char *action =
          g_strdup_printf ("convention.echeancier::%s", pv_echeancier_to_id ((PvEcheancier)i));

      g_menu_append (menu, pv_echeancier_to_words ((PvEcheancier)i), action);
    }
  gtk_menu_button_set_menu_model (self->echeancier_button, G_MENU_MODEL (menu));
}

PvPage *
pv_convention_page_new (PvContext *context, gint64 convention_id)
{
  PvConventionPage *self;

  g_return_val_if_fail (PV_IS_CONTEXT (context), NULL);

  self = g_object_new (PV_TYPE_CONVENTION_PAGE, "context", context, NULL);
  self->convention_id = convention_id;

  return PV_PAGE (self);
}

gint64
pv_convention_page_get_convention_id (PvConventionPage *self)
{
  g_return_val_if_fail (PV_IS_CONVENTION_PAGE (self), PV_INT_NULL);

  return self->convention_id;
}
