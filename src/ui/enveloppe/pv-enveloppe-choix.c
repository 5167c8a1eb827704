/* pv-enveloppe-choix.c: what an envelope and a limit are chosen among
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-enveloppe-choix.h"

#include <string.h>

#include "cadre/pv-cadre-store.h"
#include "cadre/pv-noeud-store.h"
#include "enveloppe/pv-enveloppe-store.h"
#include "financement/pv-financement-choix.h"
#include "financeur/pv-dispositif-store.h"
#include "pv-text.h"
#include "territoire/pv-commune-store.h"

/* @folded: of the search; "" answers all. */
static gboolean
answers (const char *folded, const char *text)
{
  g_autofree char *other = *folded != '\0' ? pv_text_fold (text) : NULL;

  return other == NULL || strstr (other, folded) != NULL;
}

static void
add_heading (GPtrArray *items, const char *label)
{
  pv_choice_add (items, PV_INT_NULL, label, NULL);
  ((PvChoiceItem *)items->pdata[items->len - 1])->heading = TRUE;
}

static gboolean
add_dispositifs (PvDb *db,
                 GPtrArray *items,
                 const PvFinancementChoix *financeur,
                 const char *folded)
{
  g_autoptr (GPtrArray) dispositifs =
      pv_financement_choix_list_dispositifs (db, financeur->id, NULL);
  gboolean whole = answers (folded, financeur->nom);
  gboolean headed = FALSE;

  for (guint i = 0; dispositifs != NULL && i < dispositifs->len; i++)
    {
      const PvFinancementChoix *dispositif = dispositifs->pdata[i];

      if (!whole && !answers (folded, dispositif->nom))
        continue;
      if (!headed)
        add_heading (items, financeur->nom);
      headed = TRUE;
      pv_choice_add (items, dispositif->id, dispositif->nom, NULL);
    }

  return headed;
}

GPtrArray *
pv_enveloppe_choix_dispositifs (PvDb *db, const char *text)
{
  g_autoptr (GPtrArray) financeurs = pv_financement_choix_list_financeurs (db, NULL);
  g_autofree char *folded = pv_text_fold (text);
  GPtrArray *items = pv_choice_items_new ();

  for (guint i = 0; financeurs != NULL && i < financeurs->len; i++)
    add_dispositifs (db, items, financeurs->pdata[i], folded);

  return items;
}

static gint64
get_financeur (PvDb *db, gint64 dispositif_id)
{
  g_autoptr (PvDispositif) dispositif =
      dispositif_id != PV_INT_NULL ? pv_dispositif_store_get (db, dispositif_id, NULL) : NULL;

  return dispositif != NULL ? dispositif->financeur_id : PV_INT_NULL;
}

GPtrArray *
pv_enveloppe_choix_parents (PvDb *db, const PvEnveloppe *enveloppe, const char *text)
{
  g_autoptr (GPtrArray) enveloppes = pv_enveloppe_store_list (db, enveloppe->exercice, NULL);
  g_autofree char *folded = pv_text_fold (text);
  gint64 financeur = get_financeur (db, enveloppe->dispositif_id);
  GPtrArray *items = pv_choice_items_new ();

  for (guint i = 0; enveloppes != NULL && i < enveloppes->len; i++)
    {
      const PvEnveloppe *other = enveloppes->pdata[i];

      if (other->id != enveloppe->id && other->parent_id != enveloppe->id &&
          get_financeur (db, other->dispositif_id) == financeur && answers (folded, other->libelle))
        pv_choice_add (items, other->id, other->libelle, NULL);
    }

  return items;
}

GPtrArray *
pv_enveloppe_choix_enveloppes (PvDb *db, gint64 exercice, const char *text)
{
  g_autoptr (GPtrArray) enveloppes = pv_enveloppe_store_list (db, exercice, NULL);
  g_autofree char *folded = pv_text_fold (text);
  GPtrArray *items = pv_choice_items_new ();

  for (guint i = 0; enveloppes != NULL && i < enveloppes->len; i++)
    {
      const PvEnveloppe *enveloppe = enveloppes->pdata[i];
      g_autofree char *dispositif =
          pv_enveloppe_choix_name_dispositif (db, enveloppe->dispositif_id);

      if (answers (folded, enveloppe->libelle))
        pv_choice_add (items, enveloppe->id, enveloppe->libelle, dispositif);
    }

  return items;
}

GPtrArray *
pv_enveloppe_choix_communes (PvDb *db, const char *text)
{
  g_autoptr (GPtrArray) communes = pv_commune_store_list (db, NULL);
  g_autofree char *folded = pv_text_fold (text);
  GPtrArray *items = pv_choice_items_new ();

  for (guint i = 0; communes != NULL && i < communes->len && items->len <= PV_CHOICE_MAX; i++)
    {
      const PvCommune *commune = communes->pdata[i];

      if (answers (folded, commune->nom))
        pv_choice_add (items, commune->id, commune->nom, commune->code_insee);
    }

  return items;
}

static char *
name_noeud (const PvNoeud *noeud)
{
  return g_strdup_printf ("%s %s", noeud->code, noeud->libelle);
}

GPtrArray *
pv_enveloppe_choix_noeuds (PvDb *db, const char *text)
{
  gint64 cadre = PV_INT_NULL;
  g_autoptr (GPtrArray) noeuds = NULL;
  g_autofree char *folded = pv_text_fold (text);
  GPtrArray *items = pv_choice_items_new ();

  if (pv_cadre_store_find_principal (db, &cadre, NULL) && cadre != PV_INT_NULL)
    noeuds = pv_noeud_store_list (db, cadre, NULL);
  for (guint i = 0; noeuds != NULL && i < noeuds->len && items->len <= PV_CHOICE_MAX; i++)
    {
      const PvNoeud *noeud = noeuds->pdata[i];
      g_autofree char *name = name_noeud (noeud);

      if (answers (folded, name))
        pv_choice_add (items, noeud->id, name, NULL);
    }

  return items;
}

/* --- names ------------------------------------------------------------------------------------ */

char *
pv_enveloppe_choix_name_dispositif (PvDb *db, gint64 id)
{
  g_autoptr (PvDispositif) dispositif =
      id != PV_INT_NULL ? pv_dispositif_store_get (db, id, NULL) : NULL;

  return dispositif != NULL ? g_strdup (dispositif->nom) : NULL;
}

char *
pv_enveloppe_choix_name_enveloppe (PvDb *db, gint64 id)
{
  g_autoptr (PvEnveloppe) enveloppe =
      id != PV_INT_NULL ? pv_enveloppe_store_get (db, id, NULL) : NULL;

  return enveloppe != NULL ? g_strdup (enveloppe->libelle) : NULL;
}

char *
pv_enveloppe_choix_name_commune (PvDb *db, gint64 id)
{
  g_autoptr (PvCommune) commune = id != PV_INT_NULL ? pv_commune_store_get (db, id, NULL) : NULL;

  return commune != NULL ? g_strdup (commune->nom) : NULL;
}

char *
pv_enveloppe_choix_name_noeud (PvDb *db, gint64 id)
{
  g_autoptr (PvNoeud) noeud = id != PV_INT_NULL ? pv_noeud_store_get (db, id, NULL) : NULL;

  return noeud != NULL ? name_noeud (noeud) : NULL;
}
