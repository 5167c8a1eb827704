/* pv-fiche-noms-instance.c: instances, in words
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "instance/pv-instance-service.h"
#include "instance/pv-instance-store.h"
#include "parametres/pv-fiche-nom.h"

static gpointer
instance_creer (void)
{
  return pv_instance_new ();
}

static void
instance_liberer (gpointer record)
{
  pv_instance_free (record);
}

static gpointer
instance_obtenir (PvDb *db, gint64 id, GError **error)
{
  return pv_instance_store_get (db, id, error);
}

static gboolean
instance_inserer (PvDb *db, gpointer record, GError **error)
{
  return pv_instance_store_insert (db, record, error);
}

static gboolean
instance_modifier (PvDb *db, gpointer record, GError **error)
{
  return pv_instance_service_set (db, record, NULL, error);
}

static void
effet_choix (PvDb *db, GPtrArray *ids, GPtrArray *labels)
{
  static const char *const words[] = { N_ ("Proposed amounts (avis)"),
                                       N_ ("Arbitrated amounts (decision)") };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_ptr_array_add (ids, g_strdup (pv_instance_effet_to_id ((PvInstanceEffet)i)));
      g_ptr_array_add (labels, g_strdup (_ (words[i])));
    }
}

static const PvFicheChamp instance_fiche[] = {
  { "nom", N_ ("Name"), PV_SAISIE_TEXTE, TRUE },
  { "effet", N_ ("What its decisions become"), PV_SAISIE_CHOIX, TRUE, effet_choix },
  { "quorum", N_ ("Quorum"), PV_SAISIE_ENTIER, FALSE, NULL, NULL, NULL,
    N_ ("Members that must be present; empty: none is asked") },
  { "source", N_ ("Source"), PV_SAISIE_TEXTE },
  { NULL },
};

static gboolean
instance_prepare (PvDb *db, gpointer record, gint64 pres_de, guint n, GError **error)
{
  PvInstance *instance = record;

  instance->nom = pv_fiche_number (_ ("New instance"), n);
  instance->effet = PV_INSTANCE_EFFET_DECISION;

  return TRUE;
}

static char *
instance_title (PvDb *db, gconstpointer record)
{
  return g_strdup (((const PvInstance *)record)->nom);
}

static char *
instance_subtitle (PvDb *db, gconstpointer record)
{
  const PvInstance *instance = record;
  g_autoptr (GPtrArray) membres = pv_instance_store_list_membres (db, instance->id, NULL);
  guint n = membres != NULL ? membres->len : 0;
  g_autofree char *count =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u member", "%u members", n), n);

  return g_strdup_printf ("%s · %s", pv_instance_effet_to_libelle (instance->effet), count);
}

const PvFicheNom pv_fiche_noms_instance[] = {
  { "instance", N_ ("Instances"), N_ ("Add an Instance"), PV_USAGE_INSTANCE, pv_instance_champs,
    .creer = instance_creer, .liberer = instance_liberer, .get = instance_obtenir,
    .insert = instance_inserer, .update = instance_modifier, .fiche = instance_fiche,
    .list = pv_instance_store_list, .supprimer = pv_instance_service_delete,
    .prepare = instance_prepare, .title = instance_title, .subtitle = instance_subtitle },
  { NULL },
};
