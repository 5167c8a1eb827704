/* pv-comptes-rendus-vue-liste.c: what the list of comptes rendus shows
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "bilan/pv-comptes-rendus-vue-private.h"
#include "pv-text.h"
#include "widget/pv-format.h"
#include "widget/pv-selection.h"
#include "widget/pv-toggles.h"

static const struct
{
  const char *id;
  const char *label;
  const char *empty;
} filtres[PV_N_CRF_FILTRES] = {
  { "attente", N_ ("Awaited"), N_ ("No Compte Rendu Is Awaited") },
  { "retard", N_ ("Late"), N_ ("No Compte Rendu Is Late") },
  { "recus", N_ ("To validate"), N_ ("No Compte Rendu Is to Be Validated") },
  { "valides", N_ ("Validated"), N_ ("No Compte Rendu Is Validated Yet") },
  { "recuperer", N_ ("To recover"), N_ ("Nothing Is to Be Recovered") },
  { "tous", N_ ("All"), N_ ("No Compte Rendu Is Expected") },
};

const char *
pv_crf_filtre_get_id (PvCrfFiltre filtre)
{
  return filtres[filtre].id;
}

const char *
pv_crf_filtre_get_label (PvCrfFiltre filtre)
{
  return _ (filtres[filtre].label);
}

static gboolean
is_to_recover (const PvBilanLigne *ligne)
{
  PvCents confirme = pv_bilan_ligne_get_recuperer (ligne);
  PvCents cents = confirme != PV_CENTS_NULL ? confirme : ligne->propose_cents;

  return cents != PV_CENTS_NULL && cents > 0;
}

static gboolean
is_of (PvCrfFiltre filtre, const PvBilanLigne *ligne, const char *jour)
{
  PvBilanEtat etat = pv_bilan_ligne_get_etat (ligne, jour);

  switch (filtre)
    {
    case PV_CRF_FILTRE_ATTENTE:
      return etat <= PV_BILAN_A_VENIR;
    case PV_CRF_FILTRE_RETARD:
      return etat == PV_BILAN_EN_RETARD;
    case PV_CRF_FILTRE_RECUS:
      return etat == PV_BILAN_RECU;
    case PV_CRF_FILTRE_VALIDES:
      return etat == PV_BILAN_VALIDE;
    case PV_CRF_FILTRE_RECUPERER:
      return is_to_recover (ligne);
    case PV_CRF_FILTRE_TOUS:
    default:
      return TRUE;
    }
}

static gboolean
has_words (PvComptesRendusVue *self, const PvBilanLigne *ligne)
{
  g_autofree char *all = NULL;
  g_autofree char *folded = NULL;

  if (self->words == NULL || self->words[0] == NULL)
    return TRUE;
  all = g_strjoin (" ", ligne->numero, ligne->porteur, ligne->intitule, ligne->appel, NULL);
  folded = pv_text_fold (all);
  for (char **word = self->words; *word != NULL; word++)
    if (strstr (folded, *word) == NULL)
      return FALSE;

  return TRUE;
}

/* Whatever the state. */
static gboolean
is_looked_at (PvComptesRendusVue *self, const PvBilanLigne *ligne)
{
  return (self->exercice == PV_INT_NULL || ligne->exercice == self->exercice) &&
         has_words (self, ligne);
}

/* --- rows ---------------------------------------------------------------------------------- */

static gint64
get_dossier (GListModel *rows, guint position)
{
  g_autoptr (PvCompteRenduItem) item = g_list_model_get_item (rows, position);

  return pv_compte_rendu_item_get_nth (item, 0)->dossier_id;
}

static gint64
get_porteur (GListModel *rows, guint position)
{
  g_autoptr (PvCompteRenduItem) item = g_list_model_get_item (rows, position);

  return pv_compte_rendu_item_get_nth (item, 0)->porteur_id;
}

static GPtrArray *
make_items (PvComptesRendusVue *self, const char *jour)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) porteurs = g_hash_table_new (g_int64_hash, g_int64_equal);
  gboolean by_porteur = gtk_toggle_button_get_active (self->porteurs_button);

  for (guint i = 0; i < self->lignes->len; i++)
    {
      PvBilanLigne *ligne = self->lignes->pdata[i];
      PvCompteRenduItem *item;

      if (!is_looked_at (self, ligne) || !is_of (self->filtre, ligne, jour))
        continue;
      item = by_porteur ? g_hash_table_lookup (porteurs, &ligne->porteur_id) : NULL;
      if (item == NULL)
        {
          item = pv_compte_rendu_item_new (self->lignes, jour);
          g_ptr_array_add (items, item);
          g_hash_table_insert (porteurs, &ligne->porteur_id, item);
        }
      pv_compte_rendu_item_add (item, ligne);
    }

  return items;
}

/* Only the rows that differ are replaced: the others keep their place, their selection, and
 * the list where it was scrolled. */
static void
splice (PvComptesRendusVue *self, GPtrArray *items)
{
  GListModel *model = G_LIST_MODEL (self->store);
  guint n = g_list_model_get_n_items (model), first = 0, last = 0;

  while (first < n && first < items->len)
    {
      g_autoptr (PvCompteRenduItem) old = g_list_model_get_item (model, first);

      if (!pv_compte_rendu_item_equal (old, items->pdata[first]))
        break;
      first++;
    }
  while (last < n - first && last < items->len - first)
    {
      g_autoptr (PvCompteRenduItem) old = g_list_model_get_item (model, n - last - 1);

      if (!pv_compte_rendu_item_equal (old, items->pdata[items->len - last - 1]))
        break;
      last++;
    }
  if (n - first - last > 0 || items->len - first - last > 0)
    g_list_store_splice (self->store, first, n - first - last, items->pdata + first,
                         items->len - first - last);
}

/* --- counts and totals --------------------------------------------------------------------- */

static void
show_counts (PvComptesRendusVue *self, const char *jour)
{
  for (int f = 0; f < PV_N_CRF_FILTRES; f++)
    {
      guint n = 0;

      for (guint i = 0; i < self->lignes->len; i++)
        n += is_looked_at (self, self->lignes->pdata[i]) &&
             is_of ((PvCrfFiltre)f, self->lignes->pdata[i], jour);
      pv_toggle_show_count (self->buttons[f], _ (filtres[f].label), n);
    }
}

static void
append_amount (GString *text, const char *format, PvCents cents)
{
  g_autofree char *amount = pv_amount_to_text (cents);

  if (cents == PV_CENTS_NULL || cents == 0)
    return;
  g_string_append (text, "  ·  ");
  g_string_append (text, format);
  g_string_replace (text, "%s", amount, 0);
}

static void
show_totals (PvComptesRendusVue *self, GPtrArray *items, const char *jour)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PvBilanTotaux totaux;
  guint n = 0;

  pv_bilan_totaux_init (&totaux);
  for (guint i = 0; i < items->len; i++)
    for (guint j = 0; j < pv_compte_rendu_item_get_n (items->pdata[i]); j++, n++)
      pv_bilan_totaux_add (&totaux, pv_compte_rendu_item_get_nth (items->pdata[i], j), jour);
  g_string_append_printf (
      text, g_dngettext (GETTEXT_PACKAGE, "%u compte rendu", "%u comptes rendus", n), n);
  append_amount (text, _ ("notified %s"), totaux.notifie_cents);
  append_amount (text, _ ("paid %s"), totaux.verse_cents);
  append_amount (text, _ ("to recover %s"), totaux.recuperer_cents);
  append_amount (text, _ ("%s more proposed"), totaux.propose_cents);
  pv_format_label (self->totals, text->str);
}

static gboolean
is_searching (PvComptesRendusVue *self)
{
  return (self->words != NULL && self->words[0] != NULL) || self->exercice != PV_INT_NULL ||
         self->financeur_id != PV_INT_NULL;
}

void
pv_comptes_rendus_vue_show (PvComptesRendusVue *self)
{
  gboolean by_porteur = gtk_toggle_button_get_active (self->porteurs_button);
  PvSelectionKey key = by_porteur ? get_porteur : get_dossier;
  g_autofree char *jour = pv_context_get_today (self->context);
  g_autoptr (GPtrArray) items = make_items (self, jour);
  g_autoptr (GArray) selected = pv_selection_dup_keys (self->selection, key);

  splice (self, items);
  pv_selection_select_keys (self->selection, key, selected);
  adw_status_page_set_title (self->empty, _ (filtres[self->filtre].empty));
  adw_status_page_set_description (
      self->empty,
      is_searching (self)
          ? _ ("None that is looked for: clear the search, or choose all years and funders.")
          : _ ("A compte rendu is expected of every dossier with a grant that is notified or"
               " paid, six months after its year."));
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "list" : "empty");
  show_counts (self, jour);
  show_totals (self, items, jour);
  pv_comptes_rendus_vue_update_actes (self);
}
