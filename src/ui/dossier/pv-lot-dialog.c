/* pv-lot-dialog.c: changes several dossiers at once
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-lot-dialog.h"

#include <glib/gi18n.h>

#include "agent/pv-agent-store.h"
#include "appel/pv-appel-store.h"
#include "avis/pv-avis-externe-store.h"
#include "cadre/pv-cadre-store.h"
#include "cadre/pv-noeud-store.h"
#include "context/pv-reading.h"
#include "dossier/pv-dossier-lot.h"
#include "dossier/pv-dossier-store.h"
#include "pv-date.h"
#include "pv-text.h"
#include "pv-transaction.h"
#include "seance/pv-agenda-store.h"
#include "seance/pv-seance-mots.h"
#include "seance/pv-seance-service.h"
#include "widget/pv-format.h"

struct _PvLotDialog
{
  AdwMessageDialog parent_instance;

  PvContext *context;
  PvLotGenre genre;
  GArray *ids;
  GArray *permis; /* of the value chosen; NULL: not known yet */
  GArray *values; /* gint64: of each choice */
  GCancellable *cancellable;

  GtkDropDown *choice;
  GtkBox *motif_box;
  GtkEditable *motif;
  GtkLabel *summary;
  GtkScrolledWindow *refused_window;
  GtkLabel *refused;
};

G_DEFINE_FINAL_TYPE (PvLotDialog, pv_lot_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* --- choices ----------------------------------------------------------------------- */

static void
add_choice (PvLotDialog *self, GtkStringList *labels, gint64 value, const char *label)
{
  gtk_string_list_append (labels, label);
  g_array_append_val (self->values, value);
}

static void
list_statuts (PvLotDialog *self, GtkStringList *labels)
{
  for (gint64 i = 0; i < PV_N_DOSSIER_STATUTS; i++)
    {
      const char *mot = pv_dossier_statut_to_libelle ((PvDossierStatut)i);
      g_autofree char *first = g_utf8_substring (mot, 0, 1);
      g_autofree char *capital = g_utf8_strup (first, -1);
      g_autofree char *label = g_strconcat (capital, mot + strlen (first), NULL);

      add_choice (self, labels, i, label);
    }
}

static void
list_agents (PvLotDialog *self, GtkStringList *labels)
{
  g_autoptr (GPtrArray) agents = pv_agent_store_list (pv_context_get_reader (self->context), NULL);

  add_choice (self, labels, PV_INT_NULL, _ ("No referent"));
  for (guint i = 0; agents != NULL && i < agents->len; i++)
    {
      const PvAgent *agent = agents->pdata[i];

      add_choice (self, labels, agent->id, agent->nom);
    }
}

static void
list_children (PvLotDialog *self, GtkStringList *labels, gint64 cadre, gint64 parent, guint depth)
{
  g_autoptr (GPtrArray) noeuds =
      pv_noeud_store_list_children (pv_context_get_reader (self->context), cadre, parent, NULL);

  for (guint i = 0; noeuds != NULL && i < noeuds->len; i++)
    {
      const PvNoeud *noeud = noeuds->pdata[i];
      g_autofree char *indent = g_strnfill (depth * 4, ' ');
      g_autofree char *label = g_strdup_printf ("%s%s · %s", indent, noeud->code, noeud->libelle);

      add_choice (self, labels, noeud->id, label);
      if (depth < 8)
        list_children (self, labels, cadre, noeud->id, depth + 1);
    }
}

static void
list_noeuds (PvLotDialog *self, GtkStringList *labels)
{
  gint64 cadre = PV_INT_NULL;

  add_choice (self, labels, PV_INT_NULL, _ ("No axe"));
  if (pv_cadre_store_find_principal (pv_context_get_reader (self->context), &cadre, NULL) &&
      cadre != PV_INT_NULL)
    list_children (self, labels, cadre, PV_INT_NULL, 0);
}

static void
list_appels (PvLotDialog *self, GtkStringList *labels)
{
  g_autoptr (GPtrArray) appels = pv_appel_store_list (pv_context_get_reader (self->context), NULL);

  for (guint i = 0; appels != NULL && i < appels->len; i++)
    {
      const PvAppel *appel = appels->pdata[i];
      g_autofree char *label =
          g_strdup_printf ("%" G_GINT64_FORMAT " · %s", appel->exercice, appel->libelle);

      add_choice (self, labels, appel->id, label);
    }
}

/* Those that are not closed, the next one first. */
static void
list_seances (PvLotDialog *self, GtkStringList *labels)
{
  g_autoptr (GPtrArray) seances = pv_seance_store_list (pv_context_get_reader (self->context),
                                                        pv_context_get_appel (self->context), NULL);

  for (guint i = seances != NULL ? seances->len : 0; i > 0; i--)
    {
      const PvSeanceResume *resume = seances->pdata[i - 1];
      g_autofree char *label = pv_seance_dup_label (resume);

      if (resume->seance->etat != PV_SEANCE_ETAT_CLOSE)
        add_choice (self, labels, resume->seance->id, label);
    }
  if (self->values->len == 0)
    gtk_label_set_label (self->summary,
                         _ ("No séance is being prepared: prepare one in the page Séances."));
}

/* The value of each is its rank: what counts is the name. */
static void
list_services (PvLotDialog *self, GtkStringList *labels)
{
  g_autoptr (GPtrArray) more =
      pv_avis_externe_store_list_services (pv_context_get_reader (self->context), NULL);
  const char *const *services = pv_avis_externe_get_services ();
  guint n = 0;

  for (; services[n] != NULL; n++)
    add_choice (self, labels, n, services[n]);
  for (guint i = 0; more != NULL && i < more->len; i++)
    add_choice (self, labels, n + i, more->pdata[i]);
}

static char *
dup_service (PvLotDialog *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->choice);

  return self->genre == PV_LOT_AVIS && item != NULL ? g_strdup (gtk_string_object_get_string (item))
                                                    : NULL;
}

static gint64
get_value (PvLotDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  return selected < self->values->len ? g_array_index (self->values, gint64, selected)
                                      : PV_INT_NULL;
}

/* --- who may, who may not ------------------------------------------------------------ */

typedef struct
{
  PvLotGenre genre;
  GArray *ids;
  gint64 value;
  char *motif; /* or the service that is asked */
} Job;

typedef struct
{
  GPtrArray *refus;
  GArray *permis;
} Verdict;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_array_unref (job->ids);
  g_free (job->motif);
  g_free (job);
}

static void
verdict_free (gpointer data)
{
  Verdict *verdict = data;

  g_ptr_array_unref (verdict->refus);
  g_array_unref (verdict->permis);
  g_free (verdict);
}

/* Also those that are there already, or whose parts are decided: they are not added again. */
static GPtrArray *
check_seance (PvDb *db, const Job *job, GArray **permis, GError **error)
{
  g_autoptr (PvAgendaTri) tri = pv_agenda_store_trier (db, job->value, job->ids, error);

  if (tri == NULL)
    return NULL;
  *permis = g_array_ref (tri->permis);

  return g_ptr_array_ref (tri->refus);
}

static gpointer
query_verdict (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Job *job = data;
  g_autoptr (GPtrArray) refus = NULL;
  g_autoptr (GArray) permis = NULL;
  Verdict *verdict;

  if (job->genre == PV_LOT_STATUT)
    refus = pv_dossier_service_check_statut_many (db, job->ids, (PvDossierStatut)job->value,
                                                  &permis, error);
  else if (job->genre == PV_LOT_APPEL)
    refus = pv_dossier_service_check_appel_many (db, job->ids, job->value, &permis, error);
  else if (job->genre == PV_LOT_SEANCE)
    refus = check_seance (db, job, &permis, error);
  else if (job->genre == PV_LOT_AVIS)
    refus = pv_avis_externe_check_demander (db, job->ids, job->motif, &permis, error);
  else
    {
      refus = g_ptr_array_new ();
      permis = g_array_ref (job->ids);
    }
  if (refus == NULL)
    return NULL;

  verdict = g_new (Verdict, 1);
  *verdict = (Verdict){ g_steal_pointer (&refus), g_steal_pointer (&permis) };

  return verdict;
}

static gboolean
needs_motif (PvLotDialog *self)
{
  return self->genre == PV_LOT_STATUT && get_value (self) != PV_INT_NULL &&
         pv_dossier_statut_demande_motif ((PvDossierStatut)get_value (self));
}

static void
update_response (PvLotDialog *self)
{
  g_autofree char *motif = pv_text_clean (gtk_editable_get_text (self->motif), TRUE);

  gtk_widget_set_visible (GTK_WIDGET (self->motif_box), needs_motif (self));
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "apply",
                                           self->permis != NULL && self->permis->len > 0 &&
                                               (!needs_motif (self) || *motif != '\0'));
}

static void
show_verdict (PvLotDialog *self, const Verdict *verdict)
{
  g_autofree char *can = pv_count_to_text (verdict->permis->len);
  g_autofree char *cannot = pv_count_to_text (verdict->refus->len);
  g_autofree char *applied =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "It applies to %s dossier.",
                                    "It applies to %s dossiers.", verdict->permis->len),
                       can);
  g_autofree char *left =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s dossier stays as it is:",
                                    "%s dossiers stay as they are:", verdict->refus->len),
                       cannot);
  g_autofree char *both = g_strdup_printf ("%s %s", applied, left);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < verdict->refus->len; i++)
    {
      const PvDossierRefus *refus = verdict->refus->pdata[i];

      g_string_append_printf (list, "%s%s · %s", i > 0 ? "\n" : "", refus->numero, refus->raison);
    }
  gtk_label_set_label (self->summary, verdict->refus->len > 0 ? both : applied);
  gtk_label_set_label (self->refused, list->str);
  gtk_widget_set_visible (GTK_WIDGET (self->refused_window), verdict->refus->len > 0);
}

static void
verdict_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvLotDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Verdict *verdict = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (verdict == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_label_set_label (self->summary, error->message);
      return;
    }

  g_clear_pointer (&self->permis, g_array_unref);
  self->permis = g_array_ref (verdict->permis);
  show_verdict (self, verdict);
  update_response (self);
  verdict_free (verdict);
}

static void
chosen_cb (PvLotDialog *self)
{
  Job *job;

  pv_reading_stop (&self->cancellable);
  g_clear_pointer (&self->permis, g_array_unref);
  update_response (self);
  if (self->ids == NULL || gtk_drop_down_get_selected (self->choice) >= self->values->len)
    return;

  job = g_new0 (Job, 1);
  *job = (Job){ self->genre, g_array_ref (self->ids), get_value (self), dup_service (self) };
  self->cancellable = g_cancellable_new ();
  pv_context_query_async (self->context, query_verdict, job, job_free, verdict_free,
                          self->cancellable, verdict_cb, g_object_ref (self));
}

/* --- doing it ---------------------------------------------------------------------- */

/* As on the page of a dossier: asked today, to be answered within three weeks. */
static gboolean
ask_service (PvDb *db, const Job *job, GError **error)
{
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (PvAvisExterne) modele = pv_avis_externe_new ();
  g_autofree char *label = g_strdup_printf ("%s (%u)", job->motif, job->ids->len);
  guint n;

  modele->service = g_strdup (job->motif);
  modele->demande_le = pv_clock_today (pv_db_get_clock (db));
  modele->echeance_le = pv_date_add_days (modele->demande_le, PV_AVIS_EXTERNE_DELAI);
  transaction = pv_transaction_begin (db, "avis-externe-ask", label, error);

  return transaction != NULL &&
         pv_avis_externe_demander (db, (const gint64 *)(const void *)job->ids->data, job->ids->len,
                                   modele, &n, error) &&
         pv_transaction_commit (transaction, error);
}

static gboolean
add_to_seance (PvDb *db, const Job *job, GError **error)
{
  g_autoptr (PvSeanceResume) resume = pv_seance_store_get_resume (db, job->value, error);
  g_autofree char *label = resume != NULL ? pv_seance_dup_label (resume) : NULL;
  g_autoptr (PvTransaction) transaction =
      pv_transaction_begin (db, "seance-dossiers", label, error);

  return transaction != NULL &&
         pv_seance_ajouter_dossiers (db, job->value, job->ids, NULL, error) &&
         pv_transaction_commit (transaction, error);
}

static gpointer
work (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Job *job = data;
  gint64 n_changed;
  gboolean done = FALSE;

  switch (job->genre)
    {
    case PV_LOT_STATUT:
      done = pv_dossier_service_set_statut_many (db, job->ids, (PvDossierStatut)job->value,
                                                 job->motif, error);
      break;
    case PV_LOT_REFERENT:
      done = pv_dossier_service_set_referent_many (db, job->ids, job->value, &n_changed, error);
      break;
    case PV_LOT_AXE:
      done = pv_dossier_service_set_axe_many (db, job->ids, job->value, &n_changed, error);
      break;
    case PV_LOT_APPEL:
      done = pv_dossier_service_set_appel_many (db, job->ids, job->value, error);
      break;
    case PV_LOT_SEANCE:
      done = add_to_seance (db, job, error);
      break;
    case PV_LOT_AVIS:
      done = ask_service (db, job, error);
      break;
    default:
      g_assert_not_reached ();
    }

  return done ? g_strdup ("") : NULL;
}

/* The window announces what was done; here, only what was not. */
static void
worked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = pv_context_work_finish (PV_CONTEXT (source), result, &error);

  if (answer == NULL && error != NULL)
    gtk_widget_activate_action (parent, "win.toast", "s", error->message);
}

static void
response_cb (PvLotDialog *self, const char *response)
{
  g_autofree char *motif = NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  Job *job;

  if (!g_str_equal (response, "apply") || self->permis == NULL)
    return;

  motif = pv_text_clean (gtk_editable_get_text (self->motif), TRUE);
  job = g_new0 (Job, 1);
  *job = (Job){ self->genre, g_array_ref (self->permis), get_value (self),
                needs_motif (self) ? g_steal_pointer (&motif) : dup_service (self) };
  pv_context_work_async (self->context, work, job, job_free, g_free, NULL, worked_cb,
                         g_object_ref (parent));
}

/* --- the object -------------------------------------------------------------------- */

static void
pv_lot_dialog_dispose (GObject *object)
{
  PvLotDialog *self = PV_LOT_DIALOG (object);

  pv_reading_stop (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_LOT_DIALOG);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->permis, g_array_unref);
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_lot_dialog_parent_class)->dispose (object);
}

static void
pv_lot_dialog_class_init (PvLotDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_lot_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/progville/Progville/dossier/pv-lot-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PvLotDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, PvLotDialog, motif_box);
  gtk_widget_class_bind_template_child (widget_class, PvLotDialog, motif);
  gtk_widget_class_bind_template_child (widget_class, PvLotDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, PvLotDialog, refused_window);
  gtk_widget_class_bind_template_child (widget_class, PvLotDialog, refused);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_response);
  gtk_widget_class_bind_template_callback (widget_class, response_cb);
}

static void
pv_lot_dialog_init (PvLotDialog *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const struct
{
  const char *heading;
  const char *label;
  void (*list) (PvLotDialog *self, GtkStringList *labels);
} genres[] = {
  [PV_LOT_STATUT] = { N_ ("Change the Status"), N_ ("New status"), list_statuts },
  [PV_LOT_REFERENT] = { N_ ("Change the Referent"), N_ ("New referent"), list_agents },
  [PV_LOT_AXE] = { N_ ("Change the Axe"), N_ ("New axe"), list_noeuds },
  [PV_LOT_APPEL] = { N_ ("Move to Another Call"), N_ ("Call"), list_appels },
  [PV_LOT_AVIS] = { N_ ("Ask a Service for Its Avis"), N_ ("Service"), list_services },
  [PV_LOT_SEANCE] = { N_ ("Put on the Agenda of a Séance"), N_ ("Séance"), list_seances },
};

/* What comes next for the first of them. */
static guint
guess_statut (PvLotDialog *self)
{
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (pv_context_get_reader (self->context),
                                                        g_array_index (self->ids, gint64, 0), NULL);

  for (int i = dossier != NULL ? (int)dossier->statut + 1 : 0; i < PV_N_DOSSIER_STATUTS; i++)
    if (dossier == NULL ||
        (pv_dossier_statut_can_move (dossier->statut, (PvDossierStatut)i, NULL) &&
         !pv_dossier_statut_libere_enveloppe ((PvDossierStatut)i)))
      return (guint)i;

  return 0;
}

PvLotDialog *
pv_lot_dialog_new (GtkWindow *parent, PvContext *context, PvLotGenre genre, GArray *ids)
{
  PvLotDialog *self = g_object_new (PV_TYPE_LOT_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autofree char *count = pv_count_to_text (ids->len);
  g_autofree char *body = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s dossier selected", "%s dossiers selected", ids->len),
      count);

  self->context = g_object_ref (context);
  self->genre = genre;
  genres[genre].list (self, labels);
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), _ (genres[genre].heading));
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), body);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (genres[genre].label), -1);
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (labels));
  gtk_drop_down_set_enable_search (self->choice, self->values->len > 12);
  self->ids = ids;
  gtk_drop_down_set_selected (self->choice,
                              genre == PV_LOT_STATUT && ids->len > 0 ? guess_statut (self) : 0);
  chosen_cb (self);

  return self;
}

gboolean
pv_lot_dialog_choose (PvLotDialog *self, const char *label)
{
  GListModel *labels;

  g_return_val_if_fail (PV_IS_LOT_DIALOG (self), FALSE);

  labels = gtk_drop_down_get_model (self->choice);
  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (labels, i);
      g_autofree char *bare = g_strstrip (g_strdup (gtk_string_object_get_string (item)));

      if (g_str_equal (bare, label))
        {
          gtk_drop_down_set_selected (self->choice, i);
          return TRUE;
        }
    }

  return FALSE;
}
