/* pv-accueil-page.c: the first page: the call at a glance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accueil/pv-accueil-page.h"

#include <glib/gi18n.h>

#include "accueil/pv-avancement-card.h"
#include "accueil/pv-controles-card.h"
#include "accueil/pv-echeances-card.h"
#include "accueil/pv-enveloppes-card.h"
#include "accueil/pv-figure-card.h"
#include "accueil/pv-marques-card.h"
#include "accueil/pv-modifications-card.h"
#include "accueil/pv-montants-card.h"
#include "context/pv-reading.h"
#include "instruction/pv-instruction-agent.h"
#include "instruction/pv-instruction-file.h"
#include "widget/pv-format.h"

struct _PvAccueilPage
{
  PvPage parent_instance;

  GCancellable *cancellable; /* of the reads under way */

  GtkStack *stack;
  AdwStatusPage *empty_page;
  AdwStatusPage *error_page;
  PvFigureCard *dossiers_card;
  PvFigureCard *cout_card;
  PvFigureCard *sollicite_card;
  PvFigureCard *engage_card;
  PvFigureCard *reste_card;
  PvFigureCard *verse_card;
  PvAvancementCard *avancement_card;
  GtkStack *credits;
  PvMontantsCard *montants_card;
  PvEnveloppesCard *enveloppes_card;
  PvControlesCard *controles_card;
  PvEcheancesCard *echeances_card;
  PvMarquesCard *marques_card;
  PvModificationsCard *modifications_card;
};

G_DEFINE_FINAL_TYPE (PvAccueilPage, pv_accueil_page, PV_TYPE_PAGE)

/* --- the figures --------------------------------------------------------------------- */

static void
set_amount (PvFigureCard *card, PvCents cents, const char *caption, gboolean severe)
{
  g_autofree char *amount = pv_amount_to_text (cents);

  pv_figure_card_set (card, amount, caption, severe);
}

/* A share of an amount; of one that is not known, nothing is said. */
static void
set_share (PvFigureCard *card, PvCents cents, PvCents part, PvCents whole)
{
  gint64 rate = pv_money_rate_bp (part, whole);
  g_autofree char *share = pv_rate_to_text (rate);
  g_autofree char *caption = rate != PV_INT_NULL
                                 ? g_strdup_printf (_ ("%s of the envelopes"), share)
                                 : g_strdup (_ ("without an envelope"));

  set_amount (card, cents, caption, FALSE);
}

static void
show_dossiers (PvAccueilPage *self, const PvAccueilChiffres *chiffres)
{
  g_autofree char *dossiers = pv_count_to_text (chiffres->dossiers);
  g_autofree char *porteurs = pv_count_to_text (chiffres->porteurs);
  g_autofree char *caption = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "by %s holder", "by %s holders", (gulong)chiffres->porteurs),
      porteurs);

  pv_figure_card_set (self->dossiers_card, dossiers, caption, FALSE);
}

static void
show_reste (PvAccueilPage *self, const PvAccueilChiffres *chiffres)
{
  gboolean known = chiffres->enveloppes_cents != PV_CENTS_NULL;
  PvCents engage = chiffres->engage_cents != PV_CENTS_NULL ? chiffres->engage_cents : 0;
  g_autofree char *caption = NULL;

  if (chiffres->n_depassees > 0)
    caption = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d envelope exceeded",
                                            "%d envelopes exceeded", (gulong)chiffres->n_depassees),
                               (int)chiffres->n_depassees);
  else if (known)
    caption = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "on %d envelope", "on %d envelopes",
                                            (gulong)chiffres->n_enveloppes),
                               (int)chiffres->n_enveloppes);
  else
    caption = g_strdup (_ ("no envelope known"));
  set_amount (self->reste_card, known ? chiffres->enveloppes_cents - engage : PV_CENTS_NULL,
              caption, chiffres->n_depassees > 0);
}

static void
show_verse (PvAccueilPage *self, const PvAccueilChiffres *chiffres)
{
  gint64 rate = pv_money_rate_bp (chiffres->etape_cents[PV_ETAPE_VERSE],
                                  chiffres->etape_cents[PV_ETAPE_NOTIFIE]);
  g_autofree char *share = pv_rate_to_text (rate);
  g_autofree char *caption = rate != PV_INT_NULL ? g_strdup_printf (_ ("%s of the notified"), share)
                                                 : g_strdup (_ ("nothing notified yet"));

  set_amount (self->verse_card, chiffres->etape_cents[PV_ETAPE_VERSE], caption, FALSE);
}

static void
show_figures (PvAccueilPage *self, const PvAccueilChiffres *chiffres)
{
  g_autofree char *today = pv_context_get_today (pv_page_get_context (PV_PAGE (self)));

  show_dossiers (self, chiffres);
  set_amount (self->cout_card, chiffres->cout_cents, _ ("without volunteering (86/87)"), FALSE);
  set_share (self->sollicite_card, chiffres->etape_cents[PV_ETAPE_SOLLICITE],
             chiffres->sollicite_enveloppes_cents, chiffres->enveloppes_cents);
  set_share (self->engage_card, chiffres->engage_cents, chiffres->engage_cents,
             chiffres->enveloppes_cents);
  show_reste (self, chiffres);
  show_verse (self, chiffres);
  pv_avancement_card_set (self->avancement_card, chiffres->pas, today);
}

/* --- reading ------------------------------------------------------------------------- */

typedef enum
{
  READ_CHIFFRES,
  READ_FINANCEURS,
  READ_ECHEANCES,
  READ_MARQUES,
  READ_CONTROLES,
} Read;

typedef struct
{
  Read what;
  PvFiltre filtre;
  gint64 institution_id; /* of the user */
  char *today;
} Request;

/* What is awaited, and the queue of the user. */
typedef struct
{
  GPtrArray *echeances;
  gint64 file;
} Attente;

static void
request_free (gpointer data)
{
  g_free (((Request *)data)->today);
  g_free (data);
}

static void
attente_free (gpointer data)
{
  Attente *self = data;

  g_clear_pointer (&self->echeances, g_ptr_array_unref);
  g_free (self);
}

static gpointer
read_echeances (PvDb *db, const Request *request, GError **error)
{
  Attente *self = g_new0 (Attente, 1);

  self->file = PV_INT_NULL;
  self->echeances = pv_echeances_load (db, &request->filtre, request->today, error);
  if (self->echeances != NULL &&
      (request->institution_id == PV_INT_NULL ||
       pv_instruction_file_count (db, &request->filtre, request->institution_id, &self->file,
                                  error)))
    return self;

  attente_free (self);
  return NULL;
}

static gpointer
read_in_worker (PvDb *db, gpointer query_data, GCancellable *cancellable, GError **error)
{
  const Request *request = query_data;

  switch (request->what)
    {
    case READ_CHIFFRES:
      return pv_accueil_load_chiffres (db, &request->filtre, error);
    case READ_FINANCEURS:
      return pv_accueil_load_financeurs (db, &request->filtre, error);
    case READ_ECHEANCES:
      return read_echeances (db, request, error);
    case READ_MARQUES:
      return pv_stats_compute (db, PV_STATS_MARQUEUR, PV_ETAPE_SOLLICITE, &request->filtre, error);
    case READ_CONTROLES:
      return pv_accueil_load_controles (db, &request->filtre, cancellable, error);
    }

  g_return_val_if_reached (NULL);
}

static void
show_error (PvAccueilPage *self, const GError *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  text = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->error_page, text);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

/* The envelopes of the year, else the amounts by category of funders. */
static void
show_enveloppes (PvAccueilPage *self)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  PvDb *db = pv_context_get_reader (context);
  g_autoptr (PvEnveloppeArbre) arbre = NULL;
  gint64 annee = PV_INT_NULL;
  gboolean any;

  if (pv_enveloppe_arbre_choose_annee (db, pv_context_get_appel (context), &annee, NULL))
    arbre = pv_enveloppe_arbre_load (db, annee, NULL);
  any = arbre != NULL && arbre->racines->len > 0;
  if (any)
    pv_enveloppes_card_set (self->enveloppes_card, arbre);
  gtk_stack_set_visible_child (self->credits, any ? GTK_WIDGET (self->enveloppes_card)
                                                  : GTK_WIDGET (self->montants_card));
}

static void
financeurs_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvAccueilPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) financeurs = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (financeurs != NULL)
    pv_montants_card_set (self->montants_card, financeurs);
  else
    show_error (self, error);
}

static void
echeances_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvAccueilPage) self = user_data;
  g_autoptr (GError) error = NULL;
  Attente *attente = pv_context_query_finish (PV_CONTEXT (source), result, &error);
  g_autofree char *today = pv_context_get_today (PV_CONTEXT (source));

  if (attente == NULL)
    {
      show_error (self, error);
      return;
    }
  pv_echeances_card_set (self->echeances_card, attente->echeances, attente->file, today);
  attente_free (attente);
}

static void
marques_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvAccueilPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvStats) stats = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (stats != NULL)
    pv_marques_card_set (self->marques_card, stats);
  else
    show_error (self, error);
}

static void
controles_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvAccueilPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) controles = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (controles != NULL)
    pv_controles_card_set (self->controles_card, controles);
  else
    show_error (self, error);
}

static void
start_read (PvAccueilPage *self,
            Read what,
            GDestroyNotify answer_free,
            GAsyncReadyCallback callback)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  g_autoptr (PvInstructionAgent) moi = pv_instruction_agent_load (context);
  Request *request = g_new0 (Request, 1);

  request->what = what;
  request->filtre = pv_context_get_filtre (context);
  request->institution_id = moi->institution_id;
  request->today = pv_context_get_today (context);
  pv_context_query_async (context, read_in_worker, request, request_free, answer_free,
                          self->cancellable, callback, g_object_ref (self));
}

/* The figures are not kept waiting by what lasts longer. */
static void
read_the_rest (PvAccueilPage *self)
{
  start_read (self, READ_FINANCEURS, (GDestroyNotify)g_array_unref, financeurs_cb);
  start_read (self, READ_MARQUES, (GDestroyNotify)pv_stats_free, marques_cb);
  start_read (self, READ_ECHEANCES, attente_free, echeances_cb);
  start_read (self, READ_CONTROLES, (GDestroyNotify)g_array_unref, controles_cb);
}

static void
chiffres_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvAccueilPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree PvAccueilChiffres *chiffres =
      pv_context_query_finish (PV_CONTEXT (source), result, &error);
  g_autofree char *count = NULL;

  if (chiffres == NULL)
    {
      show_error (self, error);
      return;
    }
  if (chiffres->dossiers > 0)
    {
      show_figures (self, chiffres);
      show_enveloppes (self);
    }
  gtk_stack_set_visible_child_name (self->stack, chiffres->dossiers > 0 ? "figures" : "empty");
  read_the_rest (self);
}

/* Figures of a state of the file that has passed are not waited for. */
static void
pv_accueil_page_refresh (PvPage *page)
{
  PvAccueilPage *self = PV_ACCUEIL_PAGE (page);

  pv_reading_renew (&self->cancellable);

  pv_modifications_card_refresh (self->modifications_card, pv_page_get_context (page), NULL, 0);
  pv_controles_card_set (self->controles_card, NULL);
  start_read (self, READ_CHIFFRES, g_free, chiffres_cb);
}

static void
pv_accueil_page_dispose (GObject *object)
{
  PvAccueilPage *self = PV_ACCUEIL_PAGE (object);

  pv_reading_stop (&self->cancellable);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_ACCUEIL_PAGE);

  G_OBJECT_CLASS (pv_accueil_page_parent_class)->dispose (object);
}

static void
pv_accueil_page_class_init (PvAccueilPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_accueil_page_dispose;
  PV_PAGE_CLASS (klass)->refresh = pv_accueil_page_refresh;

  g_type_ensure (PV_TYPE_FIGURE_CARD);
  g_type_ensure (PV_TYPE_AVANCEMENT_CARD);
  g_type_ensure (PV_TYPE_ENVELOPPES_CARD);
  g_type_ensure (PV_TYPE_MONTANTS_CARD);
  g_type_ensure (PV_TYPE_CONTROLES_CARD);
  g_type_ensure (PV_TYPE_ECHEANCES_CARD);
  g_type_ensure (PV_TYPE_MARQUES_CARD);
  g_type_ensure (PV_TYPE_MODIFICATIONS_CARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/accueil/pv-accueil-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PvAccueilPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PvAccueilPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, PvAccueilPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, PvAccueilPage, dossiers_card);
  gtk_widget_class_bind_template_child (widget_class, PvAccueilPage, cout_card);
  gtk_widget_class_bind_template_child (widget_class, PvAccueilPage, sollicite_card);
  gtk_widget_class_bind_template_child (widget_class, PvAccueilPage, engage_card);
  gtk_widget_class_bind_template_child (widget_class, PvAccueilPage, reste_card);
  gtk_widget_class_bind_template_child (widget_class, PvAccueilPage, verse_card);
  gtk_widget_class_bind_template_child (widget_class, PvAccueilPage, avancement_card);
  gtk_widget_class_bind_template_child (widget_class, PvAccueilPage, credits);
  gtk_widget_class_bind_template_child (widget_class, PvAccueilPage, enveloppes_card);
  gtk_widget_class_bind_template_child (widget_class, PvAccueilPage, montants_card);
  gtk_widget_class_bind_template_child (widget_class, PvAccueilPage, controles_card);
  gtk_widget_class_bind_template_child (widget_class, PvAccueilPage, echeances_card);
  gtk_widget_class_bind_template_child (widget_class, PvAccueilPage, marques_card);
  gtk_widget_class_bind_template_child (widget_class, PvAccueilPage, modifications_card);
}

static void
pv_accueil_page_init (PvAccueilPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
