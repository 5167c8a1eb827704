/* pv-dossier-liste.c: the dossiers of a filter, in an order, by pages
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-liste.h"

#include <string.h>

#include "dossier/pv-dossier-ligne-private.h"

/* Rows read at once; the last pages read are kept, beside the rows that are shown. */
#define PAGE_ROWS 128
#define KEPT_PAGES 6

/* A list view makes the widgets of 200 rows at once, where a window shows 30: rows are told
 * of in steps, each of its own frame, so that the first ones are seen and the window answers. */
#define FIRST_ROWS 40
#define STEP_ROWS 24
#define LAST_STEP 208

/* A change of the file moves few rows: beyond, the list begins anew. */
#define MAX_SPLICE 256

/* A row that somebody holds, found by its dossier. */
typedef struct
{
  PvDossierListe *liste;
  gint64 id;
  PvDossierLigne *ligne; /* not owned */
} Vivante;

struct _PvDossierListe
{
  GObject parent_instance;

  PvContext *context;
  PvDossierCritere *critere;
  PvDossierOrdre ordre;
  GArray *ids;         /* of gint64 */
  guint n_told;        /* how many of them the list view knows of */
  guint grow_id;       /* of the idle that tells of more */
  GHashTable *lignes;  /* key of the dossier → Vivante: the rows alive */
  GQueue pages;        /* of GPtrArray of PvDossierLigne: the last ones read, owned */
  GCancellable *query; /* of the query under way */
  guint query_id;      /* of the idle that starts it */
  gboolean stale;      /* the file may say something else of the rows */
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
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PvDossierListe,
                               pv_dossier_liste,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* --- rows ---------------------------------------------------------------------------- */

static gint64
get_key (const GArray *ids, guint position)
{
  return g_array_index (ids, gint64, position);
}

static void
ligne_gone_cb (gpointer data, GObject *where)
{
  Vivante *vivante = data;

  g_hash_table_remove (vivante->liste->lignes, &vivante->id);
  g_free (vivante);
}

static PvDossierLigne *
find_ligne (PvDossierListe *self, gint64 id)
{
  const Vivante *vivante = g_hash_table_lookup (self->lignes, &id);

  return vivante != NULL ? vivante->ligne : NULL;
}

static PvDossierLigne *
add_ligne (PvDossierListe *self, gint64 id)
{
  Vivante *vivante = g_new0 (Vivante, 1);

  vivante->liste = self;
  vivante->id = id;
  vivante->ligne = pv_dossier_ligne_new (id);
  g_object_weak_ref (G_OBJECT (vivante->ligne), ligne_gone_cb, vivante);
  g_hash_table_insert (self->lignes, &vivante->id, vivante);

  return vivante->ligne;
}

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

/* Reads what the file says of those rows. */
static void
fill_lignes (PvDossierListe *self, GPtrArray *lignes)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) resumes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < lignes->len; i++)
    {
      gint64 id = pv_dossier_ligne_get_id (g_ptr_array_index (lignes, i));

      g_array_append_val (ids, id);
    }
  resumes = pv_dossier_liste_store_lignes (pv_context_get_reader (self->context),
                                           (const gint64 *)(gpointer)ids->data, ids->len,
                                           self->ordre.etape, &error);
  set_error (self, error);
  for (guint i = 0; resumes != NULL && i < lignes->len; i++)
    pv_dossier_ligne_take_resume (g_ptr_array_index (lignes, i),
                                  g_steal_pointer (&g_ptr_array_index (resumes, i)));
}

static void
load_page (PvDossierListe *self, guint position)
{
  guint first = position - position % PAGE_ROWS;
  guint end = MIN (first + PAGE_ROWS, self->ids->len);
  GPtrArray *page = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  for (guint i = first; i < end; i++)
    {
      PvDossierLigne *ligne = find_ligne (self, get_key (self->ids, i));

      if (ligne != NULL)
        g_object_ref (ligne);
      else
        {
          ligne = add_ligne (self, get_key (self->ids, i));
          g_ptr_array_add (missing, ligne);
        }
      g_ptr_array_add (page, ligne);
    }
  fill_lignes (self, missing);

  g_queue_push_head (&self->pages, page);
  if (self->pages.length > KEPT_PAGES)
    g_ptr_array_unref (g_queue_pop_tail (&self->pages));
}

static void
forget_pages (PvDossierListe *self)
{
  g_queue_clear_full (&self->pages, (GDestroyNotify)g_ptr_array_unref);
}

/* Those that somebody shows, read again. */
static void
refill_lignes (PvDossierListe *self)
{
  g_autoptr (GPtrArray) lignes = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer value;

  forget_pages (self);
  g_hash_table_iter_init (&iter, self->lignes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (lignes, g_object_ref (((Vivante *)value)->ligne));
  if (lignes->len > 0)
    fill_lignes (self, lignes);
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
  PvDossierLigne *ligne;

  if (position >= self->n_told)
    return NULL;

  ligne = find_ligne (self, get_key (self->ids, position));
  if (ligne == NULL)
    {
      load_page (self, position);
      ligne = find_ligne (self, get_key (self->ids, position));
    }

  return g_object_ref (ligne);
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

  self->n_told = MIN (n, self->ids->len);
  if (self->n_told > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->n_told - before);
  if (self->n_told == self->ids->len)
    {
      g_clear_handle_id (&self->grow_id, g_source_remove);
      g_signal_emit (self, signals[RESET], 0);
    }
}

static gboolean
grow_cb (gpointer data)
{
  PvDossierListe *self = data;

  if (self->n_told + STEP_ROWS < LAST_STEP)
    {
      tell (self, self->n_told + STEP_ROWS);
      return self->grow_id != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
    }
  self->grow_id = 0;
  tell (self, G_MAXUINT);

  return G_SOURCE_REMOVE;
}

/* The first rows take the widgets of those before; told of all the others at once, the
 * list view would ask for each of them. */
static void
replace_ids (PvDossierListe *self, GArray *ids)
{
  guint before = self->n_told;

  g_signal_emit (self, signals[RESETTING], 0);
  forget_pages (self);
  g_array_unref (self->ids);
  self->ids = g_array_ref (ids);
  self->n_told = MIN (FIRST_ROWS, ids->len);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->n_told);
  if (self->n_told == ids->len)
    g_signal_emit (self, signals[RESET], 0);
  else /* after the frame, which is painted first */
    self->grow_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, grow_cb, self, NULL);
}

/* Rows that only come or go in one place leave the others, the selection and the scroll
 * where they are. */
static void
take_ids (PvDossierListe *self, GArray *ids)
{
  guint old = self->ids->len;
  guint new = ids->len;
  guint start = 0;
  guint end = 0;

  pv_dossier_liste_complete (self);
  while (start < MIN (old, new) && get_key (self->ids, start) == get_key (ids, start))
    start++;
  while (end < MIN (old, new) - start &&
         get_key (self->ids, old - 1 - end) == get_key (ids, new - 1 - end))
    end++;

  if (start == old && start == new)
    return;
  if (old > 0 && new > 0 && MAX (old, new) - start - end <= MIN (MAX_SPLICE, MAX (old, new) - 1))
    {
      g_array_unref (self->ids);
      self->ids = g_array_ref (ids);
      self->n_told = ids->len;
      g_list_model_items_changed (G_LIST_MODEL (self), start, old - start - end, new - start - end);
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
        forget_pages (self);
      take_ids (self, ids);
      if (stale)
        refill_lignes (self);
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

/* --- the object -------------------------------------------------------------------------- */

static void
pv_dossier_liste_dispose (GObject *object)
{
  PvDossierListe *self = PV_DOSSIER_LISTE (object);
  GHashTableIter iter;
  gpointer value;

  stop_query (self);
  g_clear_handle_id (&self->grow_id, g_source_remove);
  forget_pages (self);
  g_hash_table_iter_init (&iter, self->lignes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Vivante *vivante = value;

      g_object_weak_unref (G_OBJECT (vivante->ligne), ligne_gone_cb, vivante);
      g_hash_table_iter_remove (&iter);
      g_free (vivante);
    }

  G_OBJECT_CLASS (pv_dossier_liste_parent_class)->dispose (object);
}

static void
pv_dossier_liste_finalize (GObject *object)
{
  PvDossierListe *self = PV_DOSSIER_LISTE (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->lignes, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_array_unref);
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
      g_value_set_uint (value, self->ids->len);
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
  signals[RESET] = g_signal_new ("reset", PV_TYPE_DOSSIER_LISTE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
pv_dossier_liste_init (PvDossierListe *self)
{
  self->critere = pv_dossier_critere_new ();
  self->ordre.etape = PV_ETAPE_PROPOSE;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->lignes = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_queue_init (&self->pages);
}

PvDossierListe *
pv_dossier_liste_new (PvContext *context)
{
  PvDossierListe *self;

  g_return_val_if_fail (PV_IS_CONTEXT (context), NULL);

  self = g_object_new (PV_TYPE_DOSSIER_LISTE, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (context, "notify::appel", G_CALLBACK (queue_query), self,
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
  refill_lignes (self);
  if (pv_dossier_colonne_get_groupe (self->ordre.colonne) >= 0)
    queue_query (self);
}

void
pv_dossier_liste_refresh (PvDossierListe *self)
{
  g_return_if_fail (PV_IS_DOSSIER_LISTE (self));

  self->stale = TRUE;
  queue_query (self);
}

gboolean
pv_dossier_liste_is_loading (PvDossierListe *self)
{
  g_return_val_if_fail (PV_IS_DOSSIER_LISTE (self), FALSE);

  return self->query_id != 0 || self->query != NULL;
}

gint64
pv_dossier_liste_get_id (PvDossierListe *self, guint position)
{
  g_return_val_if_fail (PV_IS_DOSSIER_LISTE (self), 0);

  return position < self->ids->len ? get_key (self->ids, position) : 0;
}

void
pv_dossier_liste_complete (PvDossierListe *self)
{
  g_return_if_fail (PV_IS_DOSSIER_LISTE (self));

  if (self->n_told < self->ids->len)
    {
      g_clear_handle_id (&self->grow_id, g_source_remove);
      tell (self, G_MAXUINT);
    }
}

guint
pv_dossier_liste_find (PvDossierListe *self, gint64 id)
{
  g_return_val_if_fail (PV_IS_DOSSIER_LISTE (self), G_MAXUINT);

  for (guint i = 0; i < self->ids->len; i++)
    if (get_key (self->ids, i) == id)
      return i;

  return G_MAXUINT; /* GTK_INVALID_LIST_POSITION */
}

GArray *
pv_dossier_liste_dup_ids (PvDossierListe *self)
{
  g_return_val_if_fail (PV_IS_DOSSIER_LISTE (self), NULL);

  return g_array_copy (self->ids);
}
