/* pv-scenario-dialog.c: a new scenario, seen before it is made
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario/pv-scenario-dialog-private.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"
#include "scenario/pv-scenario-apercu.h"
#include "scenario/pv-scenario-phrase.h"
#include "scenario/pv-scenario-service.h"
#include "widget/pv-format.h"

static const PvArrondi arrondis[] = { PV_ARRONDI_CENTIME, PV_ARRONDI_EURO, PV_ARRONDI_DIX_EUROS,
                                      PV_ARRONDI_CENT_EUROS };

/* 130 % */
#define LARGE_DPI (96 * 1024 * 13 / 10)

/* Of the figures beside the questions. */
#define PREVIEW_WIDTH 630

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvScenarioDialog, pv_scenario_dialog, ADW_TYPE_WINDOW)

/* --- what is asked -------------------------------------------------------------------------- */

static PvEssaiGenre
get_genre (PvScenarioDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->essai);

  return pv_scenario_dialog_get_genre (selected);
}

static gboolean
is_of_payer (PvEssaiGenre genre)
{
  return genre == PV_ESSAI_RETRAIT || genre == PV_ESSAI_REDUCTION;
}

static const PvScenarioFinanceur *
get_financeur (PvScenarioDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->financeur);

  return selected < self->financeurs->len
             ? pv_scenario_donnees_get_financeur (self->lecture->donnees,
                                                  g_array_index (self->financeurs, guint, selected))
             : NULL;
}

static const PvScenarioEnveloppe *
get_enveloppe (PvScenarioDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->enveloppe);

  return selected < self->enveloppes->len
             ? pv_scenario_donnees_get_enveloppe (self->lecture->donnees,
                                                  g_array_index (self->enveloppes, guint, selected))
             : NULL;
}

static GArray *
list_repreneurs (PvScenarioDialog *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      {
        guint position = g_array_index (self->financeurs, guint, i);
        gint64 id = pv_scenario_donnees_get_financeur (self->lecture->donnees, position)->id;

        g_array_append_val (ids, id);
      }

  return ids;
}

static PvEssai *
make_essai (PvScenarioDialog *self)
{
  PvEssai *essai = pv_essai_new (get_genre (self));
  guint arrondi = gtk_drop_down_get_selected (self->arrondi);
  const PvScenarioFinanceur *financeur = get_financeur (self);
  const PvScenarioEnveloppe *enveloppe = get_enveloppe (self);

  if (financeur != NULL)
    essai->financeur_id = financeur->id;
  if (enveloppe != NULL)
    essai->enveloppe_id = enveloppe->id;
  essai->taux_bp = (gint64)(gtk_spin_button_get_value (self->taux) * 100 + 0.5);
  essai->total = pv_amount_entry_get_cents (self->total);
  essai->coupure =
      gtk_drop_down_get_selected (self->coupure) == 1 ? PV_COUPURE_PARTAGE : PV_COUPURE_AVANT;
  if (arrondi < G_N_ELEMENTS (arrondis))
    essai->arrondi = arrondis[arrondi];
  if (is_of_payer (essai->genre))
    essai->repreneurs = list_repreneurs (self);

  return essai;
}

static gint64
get_base (PvScenarioDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->base);

  return selected == 0 || selected > self->lecture->scenarios->len
             ? PV_INT_NULL
             : ((const PvScenario *)self->lecture->scenarios->pdata[selected - 1])->id;
}

/* --- the name ------------------------------------------------------------------------------- */

static void
update_create (PvScenarioDialog *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->nom));
  const char *refusal = pv_scenario_service_check_nom (
      pv_context_get_reader (self->context), self->lecture->donnees->appel_id, PV_INT_NULL, typed);
  gboolean tried = *gtk_label_get_text (self->problem) == '\0';

  gtk_label_set_text (self->nom_problem, refusal != NULL && *typed != '\0' ? refusal : "");
  gtk_widget_set_visible (GTK_WIDGET (self->nom_problem), refusal != NULL && *typed != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "nouveau.create",
                                 refusal == NULL && tried && !self->working);
}

/* A name that was typed is kept; another scenario's is followed by a number. */
static void
propose_nom (PvScenarioDialog *self, const PvEssai *essai)
{
  const PvScenarioFinanceur *financeur = get_financeur (self);
  const PvScenarioEnveloppe *enveloppe = get_enveloppe (self);
  const char *libelle = is_of_payer (essai->genre) ? (financeur != NULL ? financeur->nom : "")
                                                   : (enveloppe != NULL ? enveloppe->libelle : "");
  g_autofree char *first = pv_essai_to_nom (essai, libelle);
  g_autofree char *nom = g_strdup (first);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->nom));

  if (*typed != '\0' && g_strcmp0 (typed, self->proposed) != 0)
    return;

  for (guint i = 2; i < 100 && pv_scenario_service_check_nom (pv_context_get_reader (self->context),
                                                              self->lecture->donnees->appel_id,
                                                              PV_INT_NULL, nom) != NULL;
       i++)
    {
      g_free (nom);
      nom = g_strdup_printf ("%s (%u)", first, i);
    }
  g_free (self->proposed);
  self->proposed = g_steal_pointer (&nom);
  gtk_editable_set_text (GTK_EDITABLE (self->nom), self->proposed);
}

/* --- where it leads ------------------------------------------------------------------------- */

static void
show_apercu (PvScenarioDialog *self, const PvScenarioApercu *apercu)
{
  g_autofree char *phrase = NULL;

  gtk_label_set_text (self->problem, apercu->refus != NULL ? apercu->refus : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), apercu->refus != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->phrase), apercu->refus == NULL);
  pv_scenario_grille_set (self->grille, apercu->lecture);
  if (apercu->refus == NULL)
    {
      phrase = pv_essai_bilan_to_text (apercu->essai, &apercu->bilan);
      pv_format_label (self->phrase, phrase);
    }
  update_create (self);
}

static void
apercu_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvScenarioDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvScenarioApercu) apercu =
      pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->lecture == NULL)
    return;

  g_clear_object (&self->cancellable);
  if (apercu != NULL)
    show_apercu (self, apercu);
  else
    {
      gtk_label_set_text (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      update_create (self);
    }
}

static void
stop (PvScenarioDialog *self)
{
  pv_reading_stop (&self->cancellable);
}

static void
look (PvScenarioDialog *self)
{
  g_autoptr (PvEssai) essai = make_essai (self);
  const char *nom = gtk_editable_get_text (GTK_EDITABLE (self->nom));

  stop (self);
  self->cancellable = g_cancellable_new ();
  pv_scenario_apercu_read_async (self->context, self->lecture->donnees, get_base (self), essai,
                                 *nom != '\0' ? nom : _ ("New Scenario"), self->cancellable,
                                 apercu_cb, g_object_ref (self));
}

/* Only what a try asks for is there. */
static void
update_rows (PvScenarioDialog *self, PvEssaiGenre genre)
{
  gboolean of_payer = is_of_payer (genre);
  gboolean of_envelope = genre == PV_ESSAI_PARTAGE || genre == PV_ESSAI_RANG;

  gtk_widget_set_visible (self->financeur_box, of_payer);
  gtk_widget_set_visible (self->taux_box, genre == PV_ESSAI_REDUCTION);
  gtk_widget_set_visible (self->repreneurs_box, of_payer);
  gtk_widget_set_visible (self->enveloppe_box, of_envelope);
  gtk_widget_set_visible (self->total_box, genre == PV_ESSAI_PARTAGE);
  gtk_widget_set_visible (self->coupure_box, genre == PV_ESSAI_RANG);
  gtk_widget_set_visible (self->arrondi_box, genre != PV_ESSAI_COPIE && genre != PV_ESSAI_RETRAIT);
}

/* The total proposed is what the envelope has. */
static void
propose_total (PvScenarioDialog *self)
{
  const PvScenarioEnveloppe *enveloppe = get_enveloppe (self);

  if (enveloppe != NULL)
    pv_amount_entry_set_cents (self->total, enveloppe->montant);
}

/* Who withdraws takes nothing over. */
static void
update_repreneurs (PvScenarioDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->financeur);

  for (guint i = 0; i < self->checks->len; i++)
    gtk_widget_set_sensitive (self->checks->pdata[i], i != selected);
}

void
pv_scenario_dialog_update (PvScenarioDialog *self)
{
  g_autoptr (PvEssai) essai = NULL;

  if (self->filling || self->lecture == NULL)
    return;

  update_rows (self, get_genre (self));
  update_repreneurs (self);
  essai = make_essai (self);
  propose_nom (self, essai);
  look (self);
}

static void
enveloppe_cb (PvScenarioDialog *self)
{
  if (self->filling || self->lecture == NULL)
    return;
  propose_total (self);
  pv_scenario_dialog_update (self);
}

static void
nom_cb (PvScenarioDialog *self)
{
  if (self->lecture != NULL)
    update_create (self);
}

/* --- wide or high --------------------------------------------------------------------------- */

/* In large text the figures are under the questions. */
static void
follow_text (PvScenarioDialog *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  gtk_scrolled_window_set_min_content_width (self->preview, dpi > LARGE_DPI ? -1 : PREVIEW_WIDTH);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->body), dpi > LARGE_DPI
                                                                   ? GTK_ORIENTATION_VERTICAL
                                                                   : GTK_ORIENTATION_HORIZONTAL);
}

/* --- making it ------------------------------------------------------------------------------ */

typedef struct
{
  gint64 appel_id;
  gint64 base_id;
  char *nom;
  PvEssai *essai;
} Travail;

static void
travail_free (gpointer data)
{
  Travail *travail = data;

  g_free (travail->nom);
  pv_essai_free (travail->essai);
  g_free (travail);
}

static gpointer
create_in_worker (PvDb *db, gpointer work_data, GCancellable *cancellable, GError **error)
{
  const Travail *travail = work_data;
  gint64 id;

  return pv_scenario_service_create (db, travail->appel_id, travail->nom, travail->base_id,
                                     travail->essai, &id, NULL, error)
             ? g_memdup2 (&id, sizeof id)
             : NULL;
}

static void
set_working (PvScenarioDialog *self, gboolean working)
{
  self->working = working;
  gtk_spinner_set_spinning (self->spinner, working);
  update_create (self);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvScenarioDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = pv_context_work_finish (PV_CONTEXT (source), result, &error);

  if (id != NULL)
    g_signal_emit (self, signals[CREATED], 0, *id);
  if (self->lecture == NULL)
    return; /* closed meanwhile */

  g_clear_object (&self->cancellable);
  set_working (self, FALSE);
  if (id != NULL)
    gtk_window_close (GTK_WINDOW (self));
  else
    {
      gtk_label_set_text (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
    }
}

/* Closing the dialog stops it. */
static void
create_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvScenarioDialog *self = PV_SCENARIO_DIALOG (widget);
  Travail *travail = g_new (Travail, 1);

  pv_amount_entry_commit (self->total);
  *travail =
      (Travail){ self->lecture->donnees->appel_id, get_base (self),
                 g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->nom))), make_essai (self) };
  stop (self);
  self->cancellable = g_cancellable_new ();
  set_working (self, TRUE);
  pv_context_work_async (self->context, create_in_worker, travail, travail_free, g_free,
                         self->cancellable, created_cb, g_object_ref (self));
}

/* --- class ---------------------------------------------------------------------------------- */

static gboolean
pv_scenario_dialog_close_request (GtkWindow *window)
{
  stop (PV_SCENARIO_DIALOG (window));

  return GTK_WINDOW_CLASS (pv_scenario_dialog_parent_class)->close_request (window);
}

static void
pv_scenario_dialog_dispose (GObject *object)
{
  PvScenarioDialog *self = PV_SCENARIO_DIALOG (object);

  stop (self);
  g_clear_pointer (&self->lecture, pv_scenario_lecture_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_SCENARIO_DIALOG);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_scenario_dialog_parent_class)->dispose (object);
}

static void
pv_scenario_dialog_finalize (GObject *object)
{
  PvScenarioDialog *self = PV_SCENARIO_DIALOG (object);

  g_array_unref (self->financeurs);
  g_array_unref (self->enveloppes);
  g_ptr_array_unref (self->checks);
  g_free (self->proposed);

  G_OBJECT_CLASS (pv_scenario_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (PV_TYPE_AMOUNT_ENTRY);
  g_type_ensure (PV_TYPE_SCENARIO_GRILLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/scenario/pv-scenario-dialog.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PvScenarioDialog, child)
  BIND (body);
  BIND (preview);
  BIND (financeur_box);
  BIND (taux_box);
  BIND (repreneurs_box);
  BIND (enveloppe_box);
  BIND (total_box);
  BIND (coupure_box);
  BIND (arrondi_box);
  BIND (nom);
  BIND (nom_problem);
  BIND (base);
  BIND (essai);
  BIND (financeur);
  BIND (enveloppe);
  BIND (taux);
  BIND (total);
  BIND (coupure);
  BIND (arrondi);
  BIND (repreneurs);
  BIND (grille);
  BIND (phrase);
  BIND (problem);
  BIND (spinner);
#undef BIND
  gtk_widget_class_bind_template_callback_full (widget_class, "update",
                                                G_CALLBACK (pv_scenario_dialog_update));
  gtk_widget_class_bind_template_callback (widget_class, enveloppe_cb);
  gtk_widget_class_bind_template_callback (widget_class, nom_cb);
}

static void
pv_scenario_dialog_class_init (PvScenarioDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_scenario_dialog_dispose;
  object_class->finalize = pv_scenario_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = pv_scenario_dialog_close_request;

  signals[CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "nouveau.create", NULL, create_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "nouveau.create", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pv_scenario_dialog_init (PvScenarioDialog *self)
{
  self->financeurs = g_array_new (FALSE, FALSE, sizeof (guint));
  self->enveloppes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->checks = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  follow_text (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (follow_text), self, G_CONNECT_SWAPPED);
}

PvScenarioDialog *
pv_scenario_dialog_new (PvContext *context, GtkWindow *parent, PvScenarioLecture *lecture)
{
  PvScenarioDialog *self = g_object_new (PV_TYPE_SCENARIO_DIALOG, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  self->lecture = pv_scenario_lecture_ref (lecture);
  pv_scenario_dialog_fill (self);
  gtk_drop_down_set_selected (self->arrondi, 1);
  self->filling = FALSE;
  propose_total (self);
  pv_scenario_dialog_update (self);

  return self;
}
