/* pv-classement-vue.c: the dossiers by score, against an envelope
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "classement/pv-classement-vue-private.h"

#include <glib/gi18n.h>

#include "classement/pv-classement-colonnes.h"
#include "classement/pv-classement-modele.h"
#include "classement/pv-classement-store.h"
#include "classement/pv-sensibilite-pane.h"
#include "context/pv-reading.h"
#include "reglage/pv-reglage-store.h"
#include "widget/pv-drop-down.h"
#include "widget/pv-format.h"

#define KEY_ENVELOPPE "classement-enveloppe"
#define KEY_SENSIBILITE "classement-sensibilite"

/* How all envelopes are written in the settings. */
#define TOUTES_EN_REGLAGE (-1)

struct _PvClassementVue
{
  AdwBin parent_instance;

  PvContext *context;
  GCancellable *cancellable; /* of the read under way */
  PvClassement *classement;  /* (nullable) */
  gint64 enveloppe;          /* as pv_classement_store_load() takes it */
  PvClassementModele *modele;
  GtkSingleSelection *selection;
  gboolean filling;

  GtkStack *stack;
  GtkDropDown *choice;
  GtkLabel *count;
  GtkLabel *phrase;
  GtkToggleButton *sensibilite_button;
  GtkColumnView *columns;
  GtkScrolledWindow *scrolled;
  PvSensibilitePane *sensibilite;
};

enum
{
  PROP_CONTEXT = 1,
  PROP_PONDERE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvClassementVue, pv_classement_vue, ADW_TYPE_BIN)

/* --- reading ------------------------------------------------------------------------------- */

typedef struct
{
  PvFiltre filtre;
  gint64 enveloppe;
  char *jour;
} Demande;

typedef struct
{
  PvClassement *classement;
  GPtrArray *enveloppes;
} Reponse;

static void
demande_free (gpointer data)
{
  Demande *demande = data;

  g_free (demande->jour);
  g_free (demande);
}

static void
reponse_free (Reponse *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->classement, pv_classement_unref);
  g_clear_pointer (&self->enveloppes, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reponse, reponse_free)

static gpointer
read_in_worker (PvDb *db, gpointer query_data, GCancellable *cancellable, GError **error)
{
  const Demande *demande = query_data;
  g_autoptr (Reponse) reponse = g_new0 (Reponse, 1);

  reponse->enveloppes = pv_classement_store_enveloppes (db, &demande->filtre, error);
  if (reponse->enveloppes == NULL)
    return NULL;
  reponse->classement =
      pv_classement_store_load (db, &demande->filtre, demande->enveloppe, demande->jour, error);

  return reponse->classement != NULL ? g_steal_pointer (&reponse) : NULL;
}

/* --- the choice of an envelope ------------------------------------------------------------- */

static char *
name_enveloppe (const char *label, PvCents montant, guint niveau)
{
  g_autofree char *amount = pv_amount_to_text (montant);
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < niveau; i++)
    g_string_append (name, "\u2003");
  g_string_append_printf (name, "%s : %s", label, amount);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* First all of them, then each, then none. FALSE: the one chosen is gone. */
static gboolean
fill_choice (PvClassementVue *self, const GPtrArray *enveloppes)
{
  g_autoptr (GPtrArray) items = pv_choice_items_new ();
  g_autofree char *all = NULL;
  PvCents total = PV_CENTS_NULL;
  gboolean there;

  for (guint i = 0; i < enveloppes->len; i++)
    {
      const PvClassementEnveloppe *enveloppe = enveloppes->pdata[i];

      if (enveloppe->niveau == 0)
        pv_money_add (total, enveloppe->montant, &total);
    }
  all = name_enveloppe (_ ("All envelopes"), total, 0);
  pv_choice_add (items, PV_CLASSEMENT_TOUTES, all, NULL);
  for (guint i = 0; i < enveloppes->len; i++)
    {
      const PvClassementEnveloppe *enveloppe = enveloppes->pdata[i];
      g_autofree char *name =
          name_enveloppe (enveloppe->libelle, enveloppe->montant, enveloppe->niveau);

      pv_choice_add (items, enveloppe->id, name, NULL);
    }
  pv_choice_add (items, PV_CLASSEMENT_SANS_ENVELOPPE, _ ("No envelope: no line"), NULL);

  self->filling = TRUE;
  there = pv_drop_down_show (self->choice, items, self->enveloppe);
  self->filling = FALSE;

  return there;
}

static void
chosen_cb (PvClassementVue *self)
{
  if (self->filling || self->classement == NULL)
    return;

  self->enveloppe = pv_drop_down_get_key (self->choice);
  g_settings_set_int64 (pv_context_get_file_settings (self->context), KEY_ENVELOPPE,
                        self->enveloppe == PV_CLASSEMENT_TOUTES ? TOUTES_EN_REGLAGE
                                                                : self->enveloppe);
  pv_classement_vue_refresh (self);
}

/* --- what is shown ------------------------------------------------------------------------- */

static char *
count_to_text (const PvClassement *classement)
{
  g_autofree char *ranked = pv_count_to_text (classement->n_classes);
  g_autofree char *without = pv_count_to_text (classement->n_sans_score);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%s dossier ranked", "%s dossiers ranked",
                                       classement->n_classes),
                          ranked);
  if (classement->n_sans_score > 0)
    g_string_append_printf (text, _ (", %s without a score"), without);
  if (classement->notation->pondere)
    g_string_append (text, _ (", weighted mean"));
  if (classement->n_divergents > 0)
    {
      g_autofree char *divergents = pv_count_to_text (classement->n_divergents);

      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, ", %s divergent", ", %s divergent",
                                           classement->n_divergents),
                              divergents);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
update_sensibilite (PvClassementVue *self)
{
  gboolean shown = gtk_toggle_button_get_active (self->sensibilite_button);

  gtk_widget_set_visible (GTK_WIDGET (self->sensibilite), shown);
  pv_sensibilite_pane_set (self->sensibilite, self->context, shown ? self->classement : NULL);
}

/* Nothing to rank is said with what to do. */
static const char *
find_part (const PvClassement *classement)
{
  if (classement->n_classes > 0)
    return "list";
  if (classement->lignes->len == 0)
    return "no-dossier";

  return classement->a_grille ? "no-score" : "no-grid";
}

static gint64
get_selected_dossier (PvClassementVue *self)
{
  PvClassementRang *rang = gtk_single_selection_get_selected_item (self->selection);

  return rang != NULL ? pv_classement_rang_get_ligne (rang)->dossier_id : PV_INT_NULL;
}

static void
show_rows (PvClassementVue *self)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double value = gtk_adjustment_get_value (place);
  gint64 dossier = get_selected_dossier (self);
  guint position;

  pv_classement_modele_set (self->modele, self->classement);
  position = pv_classement_modele_find (self->modele, dossier);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, position);
  gtk_adjustment_set_value (place, value);
}

static void
show_reponse (PvClassementVue *self, Reponse *reponse)
{
  g_autofree char *phrase = NULL;
  g_autofree char *count = NULL;

  g_clear_pointer (&self->classement, pv_classement_unref);
  self->classement = g_steal_pointer (&reponse->classement);
  /* an envelope that is gone leaves its place to all of them */
  if (!fill_choice (self, reponse->enveloppes))
    {
      self->enveloppe = PV_CLASSEMENT_TOUTES;
      pv_classement_vue_refresh (self);
      return;
    }

  phrase = pv_classement_to_phrase (self->classement);
  count = count_to_text (self->classement);
  pv_format_label (self->phrase, phrase);
  pv_format_label (self->count, count);
  show_rows (self);
  gtk_stack_set_visible_child_name (self->stack, find_part (self->classement));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "classement.goto-line",
                                 self->classement->enveloppe != PV_CENTS_NULL &&
                                     self->classement->coupure < self->classement->n_classes);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "classement.copy", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "classement.export", TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PONDERE]);
  update_sensibilite (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvClassementVue) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Reponse) reponse = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (reponse != NULL)
    show_reponse (self, reponse);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

void
pv_classement_vue_refresh (PvClassementVue *self)
{
  Demande *demande;

  g_return_if_fail (PV_IS_CLASSEMENT_VUE (self));

  pv_reading_renew (&self->cancellable);
  demande = g_new0 (Demande, 1);
  demande->filtre = pv_context_get_filtre (self->context);
  demande->enveloppe = self->enveloppe;
  demande->jour = pv_context_get_today (self->context);
  pv_context_query_async (self->context, read_in_worker, demande, demande_free,
                          (GDestroyNotify)reponse_free, self->cancellable, read_cb,
                          g_object_ref (self));
}

/* --- actions ------------------------------------------------------------------------------- */

static void
activate_cb (PvClassementVue *self, guint position)
{
  g_autoptr (PvClassementRang) rang = g_list_model_get_item (G_LIST_MODEL (self->modele), position);

  if (rang != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-dossier", "x",
                                pv_classement_rang_get_ligne (rang)->dossier_id);
}

/* GTK 4.8 has the scroll as an action of the list inside the view. */
static void
goto_line_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvClassementVue *self = PV_CLASSEMENT_VUE (widget);
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->columns));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->modele));
  guint coupure = self->classement->coupure;

  gtk_single_selection_set_selected (self->selection, coupure);
  /* with what is around it */
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", MIN (coupure + 6, n - 1));
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", coupure > 6 ? coupure - 6 : 0);
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", coupure);
}

static void
sensibilite_cb (PvClassementVue *self)
{
  g_settings_set_boolean (pv_context_get_file_settings (self->context), KEY_SENSIBILITE,
                          gtk_toggle_button_get_active (self->sensibilite_button));
  if (self->classement != NULL)
    update_sensibilite (self);
}

static gboolean
write_pondere (PvDb *db, gpointer user_data, GError **error)
{
  return pv_reglage_store_set (db, PV_REGLAGE_SCORE_PONDERE, user_data, NULL, error);
}

/* The page reads again when the file says that it changed. */
static void
set_pondere (PvClassementVue *self, gboolean pondere)
{
  g_autoptr (GError) error = NULL;

  if (self->classement == NULL || pondere == self->classement->notation->pondere)
    return;
  if (!pv_context_act (self->context, "score-ponderer", NULL, write_pondere,
                       pondere ? (gpointer) "1" : NULL, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* --- class --------------------------------------------------------------------------------- */

static void
pv_classement_vue_constructed (GObject *object)
{
  PvClassementVue *self = PV_CLASSEMENT_VUE (object);
  GSettings *settings = pv_context_get_file_settings (self->context);

  G_OBJECT_CLASS (pv_classement_vue_parent_class)->constructed (object);

  self->enveloppe = g_settings_get_int64 (settings, KEY_ENVELOPPE);
  if (self->enveloppe < 0)
    self->enveloppe = PV_CLASSEMENT_TOUTES;
  self->modele = pv_classement_modele_new (self->context);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->modele)));
  gtk_column_view_set_model (self->columns, GTK_SELECTION_MODEL (self->selection));
  gtk_toggle_button_set_active (self->sensibilite_button,
                                g_settings_get_boolean (settings, KEY_SENSIBILITE));
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sensibilite_button, "toggled", G_CALLBACK (sensibilite_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
pv_classement_vue_dispose (GObject *object)
{
  PvClassementVue *self = PV_CLASSEMENT_VUE (object);

  pv_reading_stop (&self->cancellable);
  if (self->columns != NULL)
    gtk_column_view_set_model (self->columns, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->modele);
  g_clear_pointer (&self->classement, pv_classement_unref);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_CLASSEMENT_VUE);

  G_OBJECT_CLASS (pv_classement_vue_parent_class)->dispose (object);
}

static void
pv_classement_vue_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PvClassementVue *self = PV_CLASSEMENT_VUE (object);

  switch (id)
    {
    case PROP_PONDERE:
      g_value_set_boolean (value, self->classement != NULL && self->classement->notation->pondere);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_classement_vue_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PvClassementVue *self = PV_CLASSEMENT_VUE (object);

  switch (id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_PONDERE:
      set_pondere (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_classement_vue_class_init (PvClassementVueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = pv_classement_vue_constructed;
  object_class->dispose = pv_classement_vue_dispose;
  object_class->get_property = pv_classement_vue_get_property;
  object_class->set_property = pv_classement_vue_set_property;

  properties[PROP_CONTEXT] =
      g_param_spec_object ("context", NULL, NULL, PV_TYPE_CONTEXT,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PONDERE] =
      g_param_spec_boolean ("pondere", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PV_TYPE_SENSIBILITE_PANE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/classement/pv-classement-vue.ui");
  gtk_widget_class_bind_template_child (widget_class, PvClassementVue, stack);
  gtk_widget_class_bind_template_child (widget_class, PvClassementVue, choice);
  gtk_widget_class_bind_template_child (widget_class, PvClassementVue, count);
  gtk_widget_class_bind_template_child (widget_class, PvClassementVue, phrase);
  gtk_widget_class_bind_template_child (widget_class, PvClassementVue, sensibilite_button);
  gtk_widget_class_bind_template_child (widget_class, PvClassementVue, columns);
  gtk_widget_class_bind_template_child (widget_class, PvClassementVue, scrolled);
  gtk_widget_class_bind_template_child (widget_class, PvClassementVue, sensibilite);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "classement.copy", NULL, pv_classement_vue_copy);
  gtk_widget_class_install_action (widget_class, "classement.export", NULL,
                                   pv_classement_vue_export);
  gtk_widget_class_install_property_action (widget_class, "classement.pondere", "pondere");
  gtk_widget_class_install_action (widget_class, "classement.goto-line", NULL, goto_line_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "classement.copy", NULL);
}

static void
pv_classement_vue_init (PvClassementVue *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pv_classement_colonnes_add (self->columns);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "classement.goto-line", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "classement.copy", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "classement.export", FALSE);
}

GtkWidget *
pv_classement_vue_new (PvContext *context)
{
  return g_object_new (PV_TYPE_CLASSEMENT_VUE, "context", context, NULL);
}

PvClassement *
pv_classement_vue_get_classement (PvClassementVue *self)
{
  return self->classement;
}

PvContext *
pv_classement_vue_get_context (PvClassementVue *self)
{
  return self->context;
}

char *
pv_classement_vue_dup_contexte (PvClassementVue *self)
{
  return pv_classement_to_phrase (self->classement);
}
