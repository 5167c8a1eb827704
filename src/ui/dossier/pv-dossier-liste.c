/* pv-dossier-liste.c: the dossiers of a filter, in an order, by pages
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-liste.h"

#include <string.h>

#include "dossier/pv-dossier-rangees.h"

/* A list view makes the widgets of 200 rows at once, where a window shows 30: rows are told
 * of, and read again, in steps, each of its own frame, so that the first ones are seen and
 * the window answers. */
#define FIRST_ROWS 30
#define STEP_ROWS 16
#define LAST_STEP 208

/* A change of the file moves few rows: beyond, the list begins anew. */
#define MAX_SPLICE 256

struct _PvDossierListe
{
  GObject parent_instance;

  PvContext *context;
  PvDossierCritere *critere;
  PvDossierOrdre ordre;
  PvDossierRangees *rangees;
  guint n_told;        /* how many rows the list view knows of */
  guint step_id;       /* of the idle that tells of more, or reads more */
  GCancellable *query; /* of the query under way */
  guint query_id;      /* of the idle that starts it */
  gboolean stale;      /* the file may say something else of the rows */
  guint contents;
  char *error;
};

enum
{
  PROP_LOADING = 1,
  PROP_N_ITEMS,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  RESETTING,
  RESET,
  SPLICED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PvDossierListe,
                               pv_dossier_liste,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
set_error (PvDossierListe *self, const GError *error)
{
  const char *message = error != NULL ? error->message : NULL;

  if (g_strcmp0 (self->error, message) == 0)
    return;
  g_free (self->error);
  self->error = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
read_cb (const GError *error, gpointer data)
{
  set_error (data, error);
}

static GArray *
get_ids (PvDossierListe *self)
{
  return pv_dossier_rangees_get_ids (self->rangees);
}

static gint64
get_key (const GArray *ids, guint position)
{
  return g_array_index (ids, gint64, position);
}

/* --- the list model ------------------------------------------------------------------- */

static GType
get_item_type (GListModel *model)
{
  return PV_TYPE_DOSSIER_LIGNE;
}

static guint
get_n_items (GListModel *model)
{
  return PV_DOSSIER_LISTE (model)->n_told;
}

static gpointer
get_item (GListModel *model, guint position)
{
  PvDossierListe *self = PV_DOSSIER_LISTE (model);

  return position < self->n_told ? pv_dossier_rangees_get (self->rangees, position) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
notify_n_items (PvDossierListe *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
tell (PvDossierListe *self, guint n)
{
  guint before = self->n_told;

  self->n_told = MIN (n, get_ids (self)->len);
  if (self->n_told > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->n_told - before);
  if (self->n_told == get_ids (self)->len)
    g_signal_emit (self, signals[RESET], 0);
}

static gboolean
is_told (PvDossierListe *self)
{
  return self->n_told == get_ids (self)->len;
}

static gboolean
step_cb (gpointer data)
{
  PvDossierListe *self = data;

  if (pv_dossier_rangees_read (self->rangees, STEP_ROWS))
    return G_SOURCE_CONTINUE;
  if (!is_told (self))
    tell (self, self->n_told + STEP_ROWS < LAST_STEP ? self->n_told + STEP_ROWS : G_MAXUINT);
  if (!is_told (self))
    return G_SOURCE_CONTINUE;
  self->step_id = 0;

  return G_SOURCE_REMOVE;
}

/* @priority: below that of a redraw, each step leaves a frame be painted before. */
static void
queue_steps (PvDossierListe *self, int priority)
{
  g_clear_handle_id (&self->step_id, g_source_remove);
  self->step_id = g_idle_add_full (priority, step_cb, self, NULL);
}

/* Rows stay where they are and become those of other dossiers: a list view keeps its
 * widgets, makes and destroys few. */
static void
replace_ids (PvDossierListe *self, GArray *ids)
{
  guint before = self->n_told;

  g_signal_emit (self, signals[RESETTING], 0);
  pv_dossier_rangees_set_ids (self->rangees, ids);
  if (ids->len < before)
    {
      self->n_told = ids->len;
      g_list_model_items_changed (G_LIST_MODEL (self), ids->len, before - ids->len, 0);
    }
  tell (self, before >= LAST_STEP ? G_MAXUINT : MAX (before, FIRST_ROWS));
  pv_dossier_rangees_read (self->rangees, FIRST_ROWS);
  queue_steps (self, G_PRIORITY_DEFAULT_IDLE);
}

/* Rows that only come or go in one place leave the others, the selection and the scroll
 * where they are. */
static void
take_ids (PvDossierListe *self, GArray *ids)
{
  const GArray *known = get_ids (self);
  guint old = known->len;
  guint new = ids->len;
  guint start = 0;
  guint end = 0;

  pv_dossier_liste_complete (self);
  while (start < MIN (old, new) && get_key (known, start) == get_key (ids, start))
    start++;
  while (end < MIN (old, new) - start &&
         get_key (known, old - 1 - end) == get_key (ids, new - 1 - end))
    end++;

  if (start == old && start == new)
    return;
  if (old > 0 && new > 0 && MAX (old, new) - start - end <= MIN (MAX_SPLICE, MAX (old, new) - 1))
    {
      gboolean moved = old > start + end && new > start + end; /* a row may be in both */

      if (moved)
        g_signal_emit (self, signals[RESETTING], 0);
      pv_dossier_rangees_splice (self->rangees, ids, start, old - start - end, new - start - end);
      self->n_told = ids->len;
      g_list_model_items_changed (G_LIST_MODEL (self), start, old - start - end, new - start - end);
      if (moved)
        g_signal_emit (self, signals[SPLICED], 0);
    }
  else
    replace_ids (self, ids);
  if (old != new)
    notify_n_items (self);
}

/* --- queries --------------------------------------------------------------------------- */

typedef struct
{
  PvFiltre filtre;
  PvDossierCritere *critere;
  PvDossierOrdre ordre;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  pv_dossier_critere_free (question->critere);
  g_free (question);
}

/* What is shown is read again before it is painted again. */
static void
refill (PvDossierListe *self)
{
  pv_dossier_rangees_set_stale (self->rangees, self->ordre.etape);
  if (self->step_id == 0)
    queue_steps (self, G_PRIORITY_HIGH_IDLE);
}

static gpointer
find_ids (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;

  return pv_dossier_liste_store_ids (db, &question->filtre, question->critere, &question->ordre,
                                     cancellable, error);
}

static void
ids_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PvDossierListe) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  /* superseded: the last query answers */
  if (self->query == NULL || g_task_get_cancellable (G_TASK (result)) != self->query)
    return;

  g_clear_object (&self->query);
  set_error (self, error);
  if (ids != NULL)
    {
      gboolean stale = self->stale;

      self->stale = FALSE;
      if (stale)
        refill (self);
      take_ids (self, ids);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static gboolean
query_cb (gpointer data)
{
  PvDossierListe *self = data;
  Question *question = g_new0 (Question, 1);

  self->query_id = 0;
  self->query = g_cancellable_new ();
  question->filtre = pv_context_get_filtre (self->context);
  question->critere = pv_dossier_critere_copy (self->critere);
  question->ordre = self->ordre;
  pv_context_query_async (self->context, find_ids, question, question_free,
                          (GDestroyNotify)g_array_unref, self->query, ids_found_cb,
                          g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
stop_query (PvDossierListe *self)
{
  g_clear_handle_id (&self->query_id, g_source_remove);
  g_cancellable_cancel (self->query);
  g_clear_object (&self->query);
}

/* Several setters in a row ask once. */
static void
queue_query (PvDossierListe *self)
{
  gboolean loading = pv_dossier_liste_is_loading (self);

  stop_query (self);
  self->query_id = g_idle_add_full (G_PRIORITY_DEFAULT, query_cb, self, NULL);
  if (!loading)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
appel_cb (PvDossierListe *self)
{
  self->contents++;
  queue_query (self);
}

/* --- the object -------------------------------------------------------------------------- */

static void
pv_dossier_liste_dispose (GObject *object)
{
  PvDossierListe *self = PV_DOSSIER_LISTE (object);

  stop_query (self);
  g_clear_handle_id (&self->step_id, g_source_remove);

  G_OBJECT_CLASS (pv_dossier_liste_parent_class)->dispose (object);
}

static void
pv_dossier_liste_finalize (GObject *object)
{
  PvDossierListe *self = PV_DOSSIER_LISTE (object);

  g_clear_pointer (&self->rangees, pv_dossier_rangees_free);
  g_clear_object (&self->context);
  pv_dossier_critere_free (self->critere);
  g_free (self->error);

  G_OBJECT_CLASS (pv_dossier_liste_parent_class)->finalize (object);
}

static void
pv_dossier_liste_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PvDossierListe *self = PV_DOSSIER_LISTE (object);

  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, pv_dossier_liste_is_loading (self));
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, get_ids (self)->len);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_dossier_liste_class_init (PvDossierListeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pv_dossier_liste_dispose;
  object_class->finalize = pv_dossier_liste_finalize;
  object_class->get_property = pv_dossier_liste_get_property;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] =
      g_param_spec_string ("error", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[RESETTING] = g_signal_new ("resetting", PV_TYPE_DOSSIER_LISTE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  signals[SPLICED] = g_signal_new ("spliced", PV_TYPE_DOSSIER_LISTE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[RESET] = g_signal_new ("reset", PV_TYPE_DOSSIER_LISTE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
pv_dossier_liste_init (PvDossierListe *self)
{
  self->critere = pv_dossier_critere_new ();
  self->contents = 1;
  self->ordre.etape = PV_ETAPE_PROPOSE;
}

PvDossierListe *
pv_dossier_liste_new (PvContext *context)
{
  PvDossierListe *self;

  g_return_val_if_fail (PV_IS_CONTEXT (context), NULL);

  self = g_object_new (PV_TYPE_DOSSIER_LISTE, NULL);
  self->context = g_object_ref (context);
  self->rangees = pv_dossier_rangees_new (context, read_cb, self);
  g_signal_connect_object (context, "notify::appel", G_CALLBACK (appel_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

PvContext *
pv_dossier_liste_get_context (PvDossierListe *self)
{
  g_return_val_if_fail (PV_IS_DOSSIER_LISTE (self), NULL);

  return self->context;
}

const PvDossierCritere *
pv_dossier_liste_get_critere (PvDossierListe *self)
{
  g_return_val_if_fail (PV_IS_DOSSIER_LISTE (self), NULL);

  return self->critere;
}

void
pv_dossier_liste_set_critere (PvDossierListe *self, const PvDossierCritere *critere)
{
  PvDossierCritere *copy;

  g_return_if_fail (PV_IS_DOSSIER_LISTE (self));
  g_return_if_fail (critere != NULL);

  if (pv_dossier_critere_equal (self->critere, critere))
    return;
  copy = pv_dossier_critere_copy (critere);
  pv_dossier_critere_free (self->critere);
  self->critere = copy;
  self->contents++;
  queue_query (self);
}

PvDossierColonne
pv_dossier_liste_get_colonne (PvDossierListe *self)
{
  g_return_val_if_fail (PV_IS_DOSSIER_LISTE (self), PV_DOSSIER_COLONNE_NUMERO);

  return self->ordre.colonne;
}

gboolean
pv_dossier_liste_get_descending (PvDossierListe *self)
{
  g_return_val_if_fail (PV_IS_DOSSIER_LISTE (self), FALSE);

  return self->ordre.decroissant;
}

void
pv_dossier_liste_set_ordre (PvDossierListe *self, PvDossierColonne colonne, gboolean descending)
{
  g_return_if_fail (PV_IS_DOSSIER_LISTE (self));
  g_return_if_fail (colonne >= 0 && colonne < PV_N_DOSSIER_COLONNES);

  if (self->ordre.colonne == colonne && self->ordre.decroissant == descending)
    return;
  self->ordre.colonne = colonne;
  self->ordre.decroissant = descending;
  queue_query (self);
}

PvEtape
pv_dossier_liste_get_etape (PvDossierListe *self)
{
  g_return_val_if_fail (PV_IS_DOSSIER_LISTE (self), PV_ETAPE_PROPOSE);

  return self->ordre.etape;
}

void
pv_dossier_liste_set_etape (PvDossierListe *self, PvEtape etape)
{
  g_return_if_fail (PV_IS_DOSSIER_LISTE (self));
  g_return_if_fail (etape < PV_N_ETAPES);

  if (self->ordre.etape == etape)
    return;
  self->ordre.etape = etape;
  refill (self);
  if (pv_dossier_colonne_get_groupe (self->ordre.colonne) >= 0)
    queue_query (self);
}

void
pv_dossier_liste_refresh (PvDossierListe *self)
{
  g_return_if_fail (PV_IS_DOSSIER_LISTE (self));

  self->stale = TRUE;
  self->contents++;
  queue_query (self);
}

gboolean
pv_dossier_liste_is_loading (PvDossierListe *self)
{
  g_return_val_if_fail (PV_IS_DOSSIER_LISTE (self), FALSE);

  return self->query_id != 0 || self->query != NULL;
}

guint
pv_dossier_liste_get_contents (PvDossierListe *self)
{
  g_return_val_if_fail (PV_IS_DOSSIER_LISTE (self), 0);

  return self->contents;
}

gint64
pv_dossier_liste_get_id (PvDossierListe *self, guint position)
{
  g_return_val_if_fail (PV_IS_DOSSIER_LISTE (self), 0);

  return position < get_ids (self)->len ? get_key (get_ids (self), position) : 0;
}

void
pv_dossier_liste_complete (PvDossierListe *self)
{
  g_return_if_fail (PV_IS_DOSSIER_LISTE (self));

  if (!is_told (self))
    tell (self, G_MAXUINT);
}

guint
pv_dossier_liste_find (PvDossierListe *self, gint64 id)
{
  g_return_val_if_fail (PV_IS_DOSSIER_LISTE (self), G_MAXUINT);

  for (guint i = 0; i < get_ids (self)->len; i++)
    if (get_key (get_ids (self), i) == id)
      return i;

  return G_MAXUINT; /* GTK_INVALID_LIST_POSITION */
}

GArray *
pv_dossier_liste_dup_ids (PvDossierListe *self)
{
  g_return_val_if_fail (PV_IS_DOSSIER_LISTE (self), NULL);

  return g_array_copy (get_ids (self));
}
