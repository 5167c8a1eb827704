/* pv-filtres-bar.c: the filter of a list, as chips
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-filtres-bar.h"

#include "dossier/pv-critere-chip.h"
#include "dossier/pv-wrap-layout.h"

struct _PvFiltresBar
{
  AdwBin parent_instance;

  PvContext *context;
  PvDossierCritere *critere;
  PvFiltreCle pending; /* being chosen: shown before it has a value */
  guint popup_id;
  guint drop_id;

  GtkBox *chips;
  GtkWidget *add_button;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvFiltresBar, pv_filtres_bar, ADW_TYPE_BIN)

static void sync_chips (PvFiltresBar *self);

static void
edited_cb (PvFiltresBar *self, PvCriterePopover *popover)
{
  pv_dossier_critere_free (self->critere);
  self->critere = pv_dossier_critere_copy (pv_critere_popover_get_critere (popover));
  sync_chips (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
drop_cb (gpointer user_data)
{
  PvFiltresBar *self = user_data;

  self->drop_id = 0;
  self->pending = PV_FILTRE_CLE_NONE;
  sync_chips (self);

  return G_SOURCE_REMOVE;
}

/* A chip is not removed by its own popover while that one closes. */
static void
closed_cb (PvFiltresBar *self)
{
  if (self->drop_id == 0)
    self->drop_id = g_idle_add (drop_cb, self);
}

/* --- chips ------------------------------------------------------------------------- */

/* At @index, or NULL beyond the last chip. */
static PvCritereChip *
get_chip (PvFiltresBar *self, int index)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->chips));

  for (int i = 0; child != NULL && i < index; i++)
    child = gtk_widget_get_next_sibling (child);

  return PV_IS_CRITERE_CHIP (child) ? PV_CRITERE_CHIP (child) : NULL;
}

static PvCritereChip *
find_chip (PvFiltresBar *self, PvFiltreCle cle)
{
  PvCritereChip *chip;

  for (int i = 0; (chip = get_chip (self, i)) != NULL; i++)
    if (pv_critere_chip_get_cle (chip) == cle)
      return chip;

  return NULL;
}

static void
add_chip (PvFiltresBar *self, PvFiltreCle cle, int index)
{
  GtkWidget *chip = pv_critere_chip_new (self->context, cle);

  g_signal_connect_object (chip, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chip, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (self->chips, chip,
                              index > 0 ? GTK_WIDGET (get_chip (self, index - 1)) : NULL);
}

/* Chips stay in the order of the criteria; one that is open is kept as it is. */
static void
sync_chips (PvFiltresBar *self)
{
  int index = 0;

  if (self->context == NULL)
    return;

  for (PvFiltreCle cle = 0; cle < PV_N_FILTRE_CLES; cle++)
    {
      gboolean wanted = pv_filtre_cle_is_set (cle, self->critere) || cle == self->pending;
      PvCritereChip *chip = get_chip (self, index);
      gboolean present = chip != NULL && pv_critere_chip_get_cle (chip) == cle;

      if (present && !wanted)
        gtk_box_remove (self->chips, GTK_WIDGET (chip));
      if (!wanted)
        continue;
      if (!present)
        add_chip (self, cle, index);
      pv_critere_chip_set_critere (get_chip (self, index), self->critere);
      index++;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "filtres.clear", index > 0);
}

/* --- actions ----------------------------------------------------------------------- */

static gboolean
popup_cb (gpointer user_data)
{
  PvFiltresBar *self = user_data;
  PvCritereChip *chip = find_chip (self, self->pending);

  self->popup_id = 0;
  if (chip != NULL)
    pv_critere_chip_popup (chip);

  return G_SOURCE_REMOVE;
}

/* The menu that asks for it closes first. */
static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvFiltresBar *self = PV_FILTRES_BAR (widget);
  PvFiltreCle cle = pv_filtre_cle_from_id (g_variant_get_string (parameter, NULL));

  if (cle == PV_FILTRE_CLE_NONE)
    return;
  g_clear_handle_id (&self->drop_id, g_source_remove);
  self->pending = cle;
  sync_chips (self);
  if (self->popup_id == 0)
    self->popup_id = g_timeout_add (50, popup_cb, self);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvFiltresBar *self = PV_FILTRES_BAR (widget);
  PvFiltreCle cle = pv_filtre_cle_from_id (g_variant_get_string (parameter, NULL));

  if (cle == PV_FILTRE_CLE_NONE)
    return;
  if (self->pending == cle)
    self->pending = PV_FILTRE_CLE_NONE;
  pv_filtre_cle_clear (cle, self->critere);
  gtk_widget_grab_focus (self->add_button);
  sync_chips (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
clear_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvFiltresBar *self = PV_FILTRES_BAR (widget);

  pv_dossier_critere_free (self->critere);
  self->critere = pv_dossier_critere_new ();
  self->pending = PV_FILTRE_CLE_NONE;
  gtk_widget_grab_focus (self->add_button);
  sync_chips (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
pv_filtres_bar_dispose (GObject *object)
{
  PvFiltresBar *self = PV_FILTRES_BAR (object);

  g_clear_handle_id (&self->popup_id, g_source_remove);
  g_clear_handle_id (&self->drop_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_FILTRES_BAR);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_filtres_bar_parent_class)->dispose (object);
}

static void
pv_filtres_bar_finalize (GObject *object)
{
  pv_dossier_critere_free (PV_FILTRES_BAR (object)->critere);

  G_OBJECT_CLASS (pv_filtres_bar_parent_class)->finalize (object);
}

static void
pv_filtres_bar_class_init (PvFiltresBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_filtres_bar_dispose;
  object_class->finalize = pv_filtres_bar_finalize;

  signals[CHANGED] = g_signal_new ("changed", PV_TYPE_FILTRES_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_install_action (widget_class, "filtres.add", "s", add_cb);
  gtk_widget_class_install_action (widget_class, "filtres.remove", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "filtres.clear", NULL, clear_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/dossier/pv-filtres-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PvFiltresBar, chips);
  gtk_widget_class_bind_template_child (widget_class, PvFiltresBar, add_button);
}

static void
pv_filtres_bar_init (PvFiltresBar *self)
{
  self->critere = pv_dossier_critere_new ();
  self->pending = PV_FILTRE_CLE_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_filtres_bar_set_context (PvFiltresBar *self, PvContext *context)
{
  g_return_if_fail (PV_IS_FILTRES_BAR (self));

  g_set_object (&self->context, context);
  sync_chips (self);
}

const PvDossierCritere *
pv_filtres_bar_get_critere (PvFiltresBar *self)
{
  g_return_val_if_fail (PV_IS_FILTRES_BAR (self), NULL);

  return self->critere;
}

void
pv_filtres_bar_set_critere (PvFiltresBar *self, const PvDossierCritere *critere)
{
  g_return_if_fail (PV_IS_FILTRES_BAR (self));
  g_return_if_fail (critere != NULL);

  if (critere != self->critere)
    {
      pv_dossier_critere_free (self->critere);
      self->critere = pv_dossier_critere_copy (critere);
    }
  sync_chips (self);
}
