/* pv-import-session.c: one table on its way into the programme file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/pv-import-session.h"

#include "import/pv-import-ligne.h"

#define PROGRESS_MS 80

struct _PvImportSession
{
  GObject parent_instance;

  PvContext *context;
  PvImportEtat etat;
  PvImportDemande *asked; /* what the next request asks */
  PvImportDemande *running;
  PvImportLecture *lecture;
  PvImportApercu *apercu;
  GCancellable *cancellable; /* of the request under way */
  char *problem;
  double progress;
  guint tick_id;
};

enum
{
  PROP_PROGRESS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvImportSession, pv_import_session, G_TYPE_OBJECT)

/* --- requests ---------------------------------------------------------------------- */

static void
set_progress (PvImportSession *self, double progress)
{
  self->progress = progress;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

static gboolean
tick_cb (gpointer user_data)
{
  PvImportSession *self = user_data;

  set_progress (self, g_atomic_int_get (&self->running->done_bp) / 10000.0);
  return G_SOURCE_CONTINUE;
}

/* A copy: the worker reads it while the window goes on. */
static PvImportDemande *
demande_copy (const PvImportDemande *from)
{
  PvImportDemande *copy = pv_import_demande_new ();
  GHashTableIter iter;
  gpointer column, field;

  copy->path = g_strdup (from->path);
  copy->profile = g_strdup (from->profile);
  copy->appel = g_strdup (from->appel);
  copy->exercice = from->exercice;
  g_hash_table_iter_init (&iter, from->corrections);
  while (g_hash_table_iter_next (&iter, &column, &field))
    g_hash_table_insert (copy->corrections, column, g_strdup (field));

  return copy;
}

static GCancellable *
begin (PvImportSession *self, PvImportDemande *demande)
{
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->running, pv_import_demande_unref);
  self->running = demande;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->tick_id == 0)
    self->tick_id = g_timeout_add (PROGRESS_MS, tick_cb, self);
  set_progress (self, 0);

  return self->cancellable;
}

/* Of a request that another one replaced, nothing is kept. */
static gboolean
end (PvImportSession *self, GAsyncResult *result, GError *error)
{
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return FALSE;

  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_pointer (&self->running, pv_import_demande_unref);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->problem = g_strdup (error->message);

  return TRUE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvImportSession) self = user_data;
  g_autoptr (GError) error = NULL;
  PvImportLecture *lecture = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (!end (self, result, error))
    {
      g_clear_pointer (&lecture, pv_import_lecture_free);
      return;
    }

  if (lecture != NULL)
    {
      g_clear_pointer (&self->lecture, pv_import_lecture_free);
      self->lecture = lecture;
      self->etat = PV_IMPORT_ETAT_LU;
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
read_file (PvImportSession *self)
{
  PvImportDemande *demande = demande_copy (self->asked);
  GCancellable *cancellable = begin (self, demande);

  g_clear_pointer (&self->apercu, pv_import_apercu_free);
  if (self->etat > PV_IMPORT_ETAT_LU)
    self->etat = PV_IMPORT_ETAT_LU;
  pv_context_query_async (self->context, pv_import_lire, pv_import_demande_ref (demande),
                          (GDestroyNotify)pv_import_demande_unref,
                          (GDestroyNotify)pv_import_lecture_free, cancellable, read_cb,
                          g_object_ref (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take_apercu (PvImportSession *self, PvImportApercu *apercu, PvImportEtat etat)
{
  if (apercu == NULL)
    return;

  g_clear_pointer (&self->apercu, pv_import_apercu_free);
  self->apercu = apercu;
  self->etat = etat;
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvImportSession) self = user_data;
  g_autoptr (GError) error = NULL;
  PvImportApercu *apercu = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (!end (self, result, error))
    {
      pv_import_apercu_free (apercu);
      return;
    }

  take_apercu (self, apercu, PV_IMPORT_ETAT_PREVU);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvImportSession) self = user_data;
  g_autoptr (GError) error = NULL;
  PvImportApercu *apercu = pv_context_work_finish (PV_CONTEXT (source), result, &error);

  if (!end (self, result, error))
    {
      pv_import_apercu_free (apercu);
      return;
    }

  take_apercu (self, apercu, PV_IMPORT_ETAT_FAIT);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- class ------------------------------------------------------------------------- */

static void
pv_import_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_PROGRESS)
    g_value_set_double (value, PV_IMPORT_SESSION (object)->progress);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
pv_import_session_finalize (GObject *object)
{
  PvImportSession *self = PV_IMPORT_SESSION (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->asked, pv_import_demande_unref);
  g_clear_pointer (&self->running, pv_import_demande_unref);
  g_clear_pointer (&self->lecture, pv_import_lecture_free);
  g_clear_pointer (&self->apercu, pv_import_apercu_free);
  g_clear_object (&self->context);
  g_free (self->problem);

  G_OBJECT_CLASS (pv_import_session_parent_class)->finalize (object);
}

static void
pv_import_session_class_init (PvImportSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pv_import_session_get_property;
  object_class->finalize = pv_import_session_finalize;

  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
pv_import_session_init (PvImportSession *self)
{
  self->asked = pv_import_demande_new ();
}

/* --- public ------------------------------------------------------------------------ */

PvImportSession *
pv_import_session_new (PvContext *context)
{
  PvImportSession *self;

  g_return_val_if_fail (PV_IS_CONTEXT (context), NULL);

  self = g_object_new (PV_TYPE_IMPORT_SESSION, NULL);
  self->context = g_object_ref (context);

  return self;
}

PvContext *
pv_import_session_get_context (PvImportSession *self)
{
  g_return_val_if_fail (PV_IS_IMPORT_SESSION (self), NULL);

  return self->context;
}

PvImportEtat
pv_import_session_get_etat (PvImportSession *self)
{
  g_return_val_if_fail (PV_IS_IMPORT_SESSION (self), PV_IMPORT_ETAT_VIDE);

  return self->etat;
}

gboolean
pv_import_session_is_busy (PvImportSession *self)
{
  g_return_val_if_fail (PV_IS_IMPORT_SESSION (self), FALSE);

  return self->cancellable != NULL;
}

gboolean
pv_import_session_is_applying (PvImportSession *self)
{
  g_return_val_if_fail (PV_IS_IMPORT_SESSION (self), FALSE);

  return self->running != NULL && self->running->apply;
}

double
pv_import_session_get_progress (PvImportSession *self)
{
  g_return_val_if_fail (PV_IS_IMPORT_SESSION (self), 0);

  return self->progress;
}

const char *
pv_import_session_get_problem (PvImportSession *self)
{
  g_return_val_if_fail (PV_IS_IMPORT_SESSION (self), NULL);

  return self->problem;
}

const char *
pv_import_session_get_path (PvImportSession *self)
{
  g_return_val_if_fail (PV_IS_IMPORT_SESSION (self), NULL);

  return self->asked->path;
}

char *
pv_import_session_dup_name (PvImportSession *self)
{
  g_return_val_if_fail (PV_IS_IMPORT_SESSION (self), NULL);

  return self->asked->path != NULL ? g_filename_display_basename (self->asked->path)
                                   : g_strdup ("");
}

const PvImportLecture *
pv_import_session_get_lecture (PvImportSession *self)
{
  g_return_val_if_fail (PV_IS_IMPORT_SESSION (self), NULL);

  return self->lecture;
}

const PvImportApercu *
pv_import_session_get_apercu (PvImportSession *self)
{
  g_return_val_if_fail (PV_IS_IMPORT_SESSION (self), NULL);

  return self->apercu;
}

void
pv_import_session_open (PvImportSession *self, const char *path)
{
  g_return_if_fail (PV_IS_IMPORT_SESSION (self));
  g_return_if_fail (path != NULL && !pv_import_session_is_applying (self));

  g_free (self->asked->path);
  self->asked->path = g_strdup (path);
  g_clear_pointer (&self->asked->profile, g_free);
  g_hash_table_remove_all (self->asked->corrections);
  g_clear_pointer (&self->lecture, pv_import_lecture_free);
  self->etat = PV_IMPORT_ETAT_VIDE;
  read_file (self);
}

void
pv_import_session_set_profile (PvImportSession *self, const char *profile)
{
  g_return_if_fail (PV_IS_IMPORT_SESSION (self));
  g_return_if_fail (self->asked->path != NULL && !pv_import_session_is_applying (self));

  g_free (self->asked->profile);
  self->asked->profile = g_strdup (profile);
  g_hash_table_remove_all (self->asked->corrections);
  self->etat = PV_IMPORT_ETAT_VIDE;
  read_file (self);
}

void
pv_import_session_set_target (PvImportSession *self, const char *appel, gint64 exercice)
{
  g_return_if_fail (PV_IS_IMPORT_SESSION (self));

  g_free (self->asked->appel);
  self->asked->appel = g_strdup (appel);
  self->asked->exercice = exercice;
}

void
pv_import_session_set_field (PvImportSession *self, guint column, const char *field)
{
  g_return_if_fail (PV_IS_IMPORT_SESSION (self));
  g_return_if_fail (field != NULL && !pv_import_session_is_applying (self));

  g_hash_table_insert (self->asked->corrections, GUINT_TO_POINTER (column), g_strdup (field));
  read_file (self);
}

void
pv_import_session_preview (PvImportSession *self)
{
  PvImportDemande *demande;
  GCancellable *cancellable;

  g_return_if_fail (PV_IS_IMPORT_SESSION (self));
  g_return_if_fail (self->lecture != NULL && !pv_import_session_is_applying (self));

  demande = demande_copy (self->asked);
  cancellable = begin (self, demande);
  g_clear_pointer (&self->apercu, pv_import_apercu_free);
  self->etat = PV_IMPORT_ETAT_LU;
  pv_context_query_async (self->context, pv_import_executer, pv_import_demande_ref (demande),
                          (GDestroyNotify)pv_import_demande_unref,
                          (GDestroyNotify)pv_import_apercu_free, cancellable, previewed_cb,
                          g_object_ref (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_replaced (GListModel *liste, guint position)
{
  g_autoptr (PvImportLigne) ligne = g_list_model_get_item (liste, position);

  return pv_import_ligne_is_conflict (ligne) &&
         pv_import_ligne_get_choice (ligne) == PV_IMPORT_CHOICE_REPLACE;
}

static void
add_choices (PvImportSession *self, PvImportDemande *demande)
{
  GListModel *liste = G_LIST_MODEL (self->apercu->listes[PV_APERCU_MISES_A_JOUR]);

  for (guint i = 0; i < g_list_model_get_n_items (liste); i++)
    if (is_replaced (liste, i))
      g_ptr_array_add (demande->choices, g_list_model_get_item (liste, i));
}

void
pv_import_session_apply (PvImportSession *self)
{
  PvImportDemande *demande;
  GCancellable *cancellable;

  g_return_if_fail (PV_IS_IMPORT_SESSION (self));
  g_return_if_fail (self->etat == PV_IMPORT_ETAT_PREVU && !pv_import_session_is_busy (self));

  demande = demande_copy (self->asked);
  demande->apply = TRUE;
  add_choices (self, demande);
  cancellable = begin (self, demande);
  pv_context_work_async (self->context, pv_import_executer, pv_import_demande_ref (demande),
                         (GDestroyNotify)pv_import_demande_unref,
                         (GDestroyNotify)pv_import_apercu_free, cancellable, applied_cb,
                         g_object_ref (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

guint
pv_import_session_count_writes (PvImportSession *self)
{
  GListModel *liste;
  guint n;
  gboolean only_conflicts = FALSE;
  gboolean replaced = FALSE;

  g_return_val_if_fail (PV_IS_IMPORT_SESSION (self), 0);

  if (self->apercu == NULL)
    return 0;

  /* Rows that only conflicts would change count when one of them is settled so. */
  n = self->apercu->report->created + self->apercu->report->updated;
  liste = G_LIST_MODEL (self->apercu->listes[PV_APERCU_MISES_A_JOUR]);
  for (guint i = 0; i < g_list_model_get_n_items (liste); i++)
    {
      g_autoptr (PvImportLigne) ligne = g_list_model_get_item (liste, i);

      if (pv_import_ligne_is_first (ligne))
        {
          n += only_conflicts && replaced;
          only_conflicts = TRUE;
          replaced = FALSE;
        }
      only_conflicts = only_conflicts && pv_import_ligne_is_conflict (ligne);
      replaced = replaced || is_replaced (liste, i);
    }

  return n + (only_conflicts && replaced);
}

void
pv_import_session_cancel (PvImportSession *self)
{
  g_return_if_fail (PV_IS_IMPORT_SESSION (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}
