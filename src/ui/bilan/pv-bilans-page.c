/* pv-bilans-page.c: after the decision: bilan, votes, conventions, payments, comptes rendus
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilans-page.h"

#include <glib/gi18n.h>

#include "bilan/pv-bilan-analyse-vue.h"
#include "bilan/pv-comptes-rendus-vue.h"
#include "convention/pv-conventions-vue.h"
#include "versement/pv-versements-vue.h"
#include "vote/pv-votes-vue.h"

struct _PvBilansPage
{
  PvPage parent_instance;

  char *search; /* what is searched, in the tab that is shown and in the next */

  AdwViewStack *stack;
};

/* A tab: its view, how it is made and read again, and (nullable) searched by Ctrl+F. */
typedef struct
{
  const char *id;
  const char *title;
  const char *icon;
  GtkWidget *(*make) (PvContext *context);
  void (*refresh) (gpointer vue);
  void (*search) (gpointer vue, const char *text);
  void (*show_detail) (gpointer vue, const char *detail);
} Onglet;

/* In the order of the switcher. */
static const Onglet onglets[] = {
  { "bilan", N_ ("Bilan"), "pv-bilan-symbolic", pv_bilan_analyse_vue_new,
    (void (*) (gpointer))pv_bilan_analyse_vue_refresh, NULL },
  { "votes", N_ ("Votes"), "object-select-symbolic", pv_votes_vue_new,
    (void (*) (gpointer))pv_votes_vue_refresh,
    (void (*) (gpointer, const char *))pv_votes_vue_search },
  { "conventions", N_ ("Conventions"), "emblem-documents-symbolic", pv_conventions_vue_new,
    (void (*) (gpointer))pv_conventions_vue_refresh,
    (void (*) (gpointer, const char *))pv_conventions_vue_search },
  { "versements", N_ ("Payments"), "pv-enveloppe-symbolic", pv_versements_vue_new,
    (void (*) (gpointer))pv_versements_vue_refresh,
    (void (*) (gpointer, const char *))pv_versements_vue_search },
  { "comptes-rendus", N_ ("Comptes rendus"), "x-office-document-symbolic",
    pv_comptes_rendus_vue_new, (void (*) (gpointer))pv_comptes_rendus_vue_refresh,
    (void (*) (gpointer, const char *))pv_comptes_rendus_vue_search,
    (void (*) (gpointer, const char *))pv_comptes_rendus_vue_show_detail },
};

G_DEFINE_FINAL_TYPE (PvBilansPage, pv_bilans_page, PV_TYPE_PAGE)

static const Onglet *
find_onglet (const char *id)
{
  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (onglets); i++)
    if (g_str_equal (onglets[i].id, id))
      return &onglets[i];

  return NULL;
}

static const Onglet *
get_onglet (PvBilansPage *self)
{
  return find_onglet (adw_view_stack_get_visible_child_name (self->stack));
}

GtkWidget *
pv_bilans_page_get_vue (PvBilansPage *self, const char *id)
{
  const Onglet *onglet = find_onglet (id);
  AdwBin *place;

  g_return_val_if_fail (PV_IS_BILANS_PAGE (self), NULL);

  if (onglet == NULL)
    return NULL;
  place = ADW_BIN (adw_view_stack_get_child_by_name (self->stack, id));
  if (adw_bin_get_child (place) == NULL)
    adw_bin_set_child (place, onglet->make (pv_page_get_context (PV_PAGE (self))));

  return adw_bin_get_child (place);
}

/* The tab that is shown; the others are read when they are. */
static void
pv_bilans_page_refresh (PvPage *page)
{
  PvBilansPage *self = PV_BILANS_PAGE (page);
  const Onglet *onglet = get_onglet (self);

  if (onglet != NULL)
    onglet->refresh (pv_bilans_page_get_vue (self, onglet->id));
}

/* A tab is told of the search as it is shown: it may have begun, changed or ended meanwhile. */
static void
apply_search (PvBilansPage *self)
{
  const Onglet *onglet = get_onglet (self);

  if (onglet != NULL && onglet->search != NULL)
    onglet->search (pv_bilans_page_get_vue (self, onglet->id), self->search);
}

static void
onglet_cb (PvBilansPage *self)
{
  /* the first tab is shown as it is added */
  if (pv_page_get_context (PV_PAGE (self)) != NULL)
    apply_search (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    pv_page_queue_refresh (PV_PAGE (self));
}

/* A tab, then `:` and what it shows. */
static void
pv_bilans_page_show_detail (PvPage *page, const char *detail)
{
  PvBilansPage *self = PV_BILANS_PAGE (page);
  g_auto (GStrv) parts = g_strsplit (detail, ":", 2);
  const Onglet *onglet = find_onglet (parts[0]);

  if (onglet == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->stack, onglet->id);
  if (parts[1] != NULL && onglet->show_detail != NULL)
    onglet->show_detail (pv_bilans_page_get_vue (self, onglet->id), parts[1]);
}

static gboolean
pv_bilans_page_can_search (PvPage *page)
{
  const Onglet *onglet = get_onglet (PV_BILANS_PAGE (page));

  return onglet != NULL && onglet->search != NULL;
}

static void
pv_bilans_page_search (PvPage *page, const char *text)
{
  PvBilansPage *self = PV_BILANS_PAGE (page);

  g_free (self->search);
  self->search = g_strdup (text);
  apply_search (self);
}

static void
pv_bilans_page_constructed (GObject *object)
{
  PvBilansPage *self = PV_BILANS_PAGE (object);

  G_OBJECT_CLASS (pv_bilans_page_parent_class)->constructed (object);

  for (guint i = 0; i < G_N_ELEMENTS (onglets); i++)
    adw_view_stack_add_titled_with_icon (self->stack, adw_bin_new (), onglets[i].id,
                                         g_dgettext (GETTEXT_PACKAGE, onglets[i].title),
                                         onglets[i].icon);
}

static void
pv_bilans_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_BILANS_PAGE);

  G_OBJECT_CLASS (pv_bilans_page_parent_class)->dispose (object);
}

static void
pv_bilans_page_finalize (GObject *object)
{
  g_free (PV_BILANS_PAGE (object)->search);

  G_OBJECT_CLASS (pv_bilans_page_parent_class)->finalize (object);
}

/* What is worked on comes before the tabs. */
static gboolean
pv_bilans_page_grab_focus (GtkWidget *widget)
{
  PvBilansPage *self = PV_BILANS_PAGE (widget);
  const Onglet *onglet = get_onglet (self);
  GtkWidget *vue = onglet != NULL ? pv_bilans_page_get_vue (self, onglet->id) : NULL;

  return vue != NULL &&
         (gtk_widget_grab_focus (vue) || gtk_widget_child_focus (vue, GTK_DIR_TAB_FORWARD));
}

static void
pv_bilans_page_class_init (PvBilansPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PvPageClass *page_class = PV_PAGE_CLASS (klass);

  object_class->constructed = pv_bilans_page_constructed;
  object_class->dispose = pv_bilans_page_dispose;
  object_class->finalize = pv_bilans_page_finalize;
  widget_class->grab_focus = pv_bilans_page_grab_focus;
  page_class->refresh = pv_bilans_page_refresh;
  page_class->show_detail = pv_bilans_page_show_detail;
  page_class->can_search = pv_bilans_page_can_search;
  page_class->search = pv_bilans_page_search;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/progville/Progville/bilan/pv-bilans-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PvBilansPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, onglet_cb);
}

static void
pv_bilans_page_init (PvBilansPage *self)
{
  self->search = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}
