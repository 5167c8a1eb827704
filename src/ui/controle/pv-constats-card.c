/* pv-constats-card.c: some controls of one dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-constats-card.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"
#include "controle/pv-constat-row.h"
#include "controle/pv-controle.h"
#include "dossier/pv-dossier-store.h"
#include "financement/pv-financement-store.h"

/* Beyond, the page of the controls is the place. */
#define MAX_ROWS 3

struct _PvConstatsCard
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkListBox *list;
  GtkButton *others;
  char *badge;
  GCancellable *cancellable; /* (nullable): of the controls that run */
};

enum
{
  PROP_TITLE = 1,
  PROP_BADGE,
  N_PROPS
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvConstatsCard, pv_constats_card, ADW_TYPE_BIN)

/* --- in the worker -------------------------------------------------------------------- */

typedef struct
{
  gint64 dossier_id;
  const char *const *controles;
} Question;

typedef struct
{
  PvConstat constat; /* its texts are owned */
} Found;

typedef struct
{
  gint64 dossier_id;
  gint64 porteur_id;
  GPtrArray *financements;
  GPtrArray *found; /* of Found */
} Search;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_free ((char *)found->constat.table);
  g_free ((char *)found->constat.champ);
  g_free ((char *)found->constat.texte);
  g_free ((char *)found->constat.derogation);
  g_free (found);
}

static gboolean
is_on (const Search *search, gint64 enveloppe_id)
{
  for (guint i = 0; i < search->financements->len; i++)
    if (((const PvFinancement *)search->financements->pdata[i])->enveloppe_id == enveloppe_id)
      return TRUE;

  return FALSE;
}

static gboolean
concerns (const Search *search, const PvConstat *constat)
{
  if (constat->dossier_id != PV_INT_NULL)
    return constat->dossier_id == search->dossier_id;
  if (g_strcmp0 (constat->table, "enveloppe") == 0)
    return is_on (search, constat->cle);

  return g_strcmp0 (constat->table, "organisme") == 0 && constat->cle == search->porteur_id;
}

static void
found_cb (const PvConstat *constat, gpointer user_data)
{
  Search *search = user_data;
  Found *found;

  if (!concerns (search, constat))
    return;

  found = g_new0 (Found, 1);
  found->constat = *constat;
  found->constat.table = g_strdup (constat->table);
  found->constat.champ = g_strdup (constat->champ);
  found->constat.texte = g_strdup (constat->texte);
  found->constat.derogation = g_strdup (constat->derogation);
  found->constat.dossier_numero = NULL;
  g_ptr_array_add (search->found, found);
}

static gpointer
run_controles (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, question->dossier_id, error);
  g_autoptr (GPtrArray) financements = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (found_free);
  Search search = { question->dossier_id, PV_INT_NULL, NULL, found };
  PvFiltre filtre;

  if (dossier == NULL)
    return NULL;
  financements = pv_financement_store_list (db, question->dossier_id, error);
  if (financements == NULL)
    return NULL;

  search.porteur_id = dossier->porteur_id;
  search.financements = financements;
  filtre = (PvFiltre){ dossier->appel_id, dossier->exercice };
  for (gsize i = 0; question->controles[i] != NULL; i++)
    if (!pv_controles_run_one (db, question->controles[i], &filtre, found_cb, &search, cancellable,
                               error))
      return NULL;

  return g_steal_pointer (&found);
}

/* --- on the screen -------------------------------------------------------------------- */

static void
clear_list (PvConstatsCard *self)
{
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, row);
}

/* The worst first; of one severity, as they were found. */
static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *one = *(const Found *const *)a;
  const Found *other = *(const Found *const *)b;

  return (int)other->constat.severite - (int)one->constat.severite;
}

static void
show_others (PvConstatsCard *self, guint n)
{
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u other control", "%u other controls", n), n);

  gtk_button_set_label (self->others, text);
  gtk_widget_set_visible (GTK_WIDGET (self->others), n > 0);
}

static void
show (PvConstatsCard *self, GPtrArray *found)
{
  guint n = 0;

  g_ptr_array_sort (found, compare_found);
  clear_list (self);
  for (guint i = 0; i < found->len; i++)
    {
      const Found *one = found->pdata[i];

      n += one->constat.severite > PV_SEVERITE_INFO;
      if (i < MAX_ROWS)
        gtk_list_box_append (self->list, pv_constat_row_new (&one->constat));
    }
  show_others (self, found->len > MAX_ROWS ? found->len - MAX_ROWS : 0);
  g_free (self->badge);
  self->badge = n > 0 ? g_strdup_printf ("⚠ %u", n) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BADGE]);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvConstatsCard) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  /* cancelled: another answer comes; failed: what is shown stays */
  if (found != NULL)
    show (self, found);
}

static void
row_activated_cb (PvConstatsCard *self, GtkListBoxRow *row)
{
  PvConstatRow *constat = PV_CONSTAT_ROW (row);

  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, pv_constat_row_get_table (constat),
                 pv_constat_row_get_cle (constat), pv_constat_row_get_champ (constat));
}

static void
pv_constats_card_dispose (GObject *object)
{
  PvConstatsCard *self = PV_CONSTATS_CARD (object);

  pv_reading_stop (&self->cancellable);

  G_OBJECT_CLASS (pv_constats_card_parent_class)->dispose (object);
}

static void
pv_constats_card_finalize (GObject *object)
{
  g_free (PV_CONSTATS_CARD (object)->badge);

  G_OBJECT_CLASS (pv_constats_card_parent_class)->finalize (object);
}

static void
pv_constats_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PvConstatsCard *self = PV_CONSTATS_CARD (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title));
      break;
    case PROP_BADGE:
      g_value_set_string (value, self->badge);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_constats_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PvConstatsCard *self = PV_CONSTATS_CARD (object);

  switch (id)
    {
    case PROP_TITLE:
      gtk_label_set_label (self->title, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_constats_card_class_init (PvConstatsCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_constats_card_dispose;
  object_class->finalize = pv_constats_card_finalize;
  object_class->get_property = pv_constats_card_get_property;
  object_class->set_property = pv_constats_card_set_property;

  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BADGE] =
      g_param_spec_string ("badge", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", PV_TYPE_CONSTATS_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/controle/pv-constats-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PvConstatsCard, title);
  gtk_widget_class_bind_template_child (widget_class, PvConstatsCard, list);
  gtk_widget_class_bind_template_child (widget_class, PvConstatsCard, others);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
pv_constats_card_init (PvConstatsCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_constats_card_load (PvConstatsCard *self,
                       PvContext *context,
                       gint64 dossier_id,
                       const char *const *controles)
{
  Question *question;

  g_return_if_fail (PV_IS_CONSTATS_CARD (self));

  pv_reading_renew (&self->cancellable);
  question = g_new0 (Question, 1);
  question->dossier_id = dossier_id;
  question->controles = controles;
  pv_context_query_async (context, run_controles, question, g_free,
                          (GDestroyNotify)g_ptr_array_unref, self->cancellable, answered_cb,
                          g_object_ref (self));
}

const char *
pv_constats_card_get_badge (PvConstatsCard *self)
{
  g_return_val_if_fail (PV_IS_CONSTATS_CARD (self), NULL);

  return self->badge;
}
