/* pv-filtre-cle.c: what the list of dossiers may be filtered by
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-filtre-cle.h"

#include <glib/gi18n.h>

#include "dossier/pv-facette-store.h"
#include "widget/pv-format.h"

/* A chip of many values names the first ones only. */
#define VALUES_SHOWN 3

static const struct
{
  const char *one;
  const char *many;
} titles[PV_N_FILTRE_CLES] = {
  [PV_CRITERE_STATUT] = { N_ ("Status"), N_ ("Statuses") },
  [PV_CRITERE_AXE] = { N_ ("Axe"), N_ ("Axes") },
  [PV_CRITERE_COMMUNE] = { N_ ("Commune"), N_ ("Communes") },
  [PV_CRITERE_QUARTIER] = { N_ ("Quartier"), N_ ("Quartiers") },
  [PV_CRITERE_FINANCEUR] = { N_ ("Funder"), N_ ("Funders") },
  [PV_CRITERE_PORTEUR] = { N_ ("Holder"), N_ ("Holders") },
  [PV_CRITERE_REFERENT] = { N_ ("Referent"), N_ ("Referents") },
  [PV_CRITERE_NATURE] = { N_ ("Nature"), N_ ("Natures") },
  [PV_CRITERE_CPO] = { N_ ("CPO"), N_ ("CPO") },
  [PV_CRITERE_MARQUE] = { N_ ("F/H mark"), N_ ("F/H marks") },
  [PV_CRITERE_AVIS] = { N_ ("Avis"), N_ ("Avis") },
  [PV_CRITERE_CONTROLE] = { N_ ("Control"), N_ ("Controls") },
  [PV_CRITERE_SEVERITE] = { N_ ("Severity"), N_ ("Severities") },
  [PV_CRITERE_SANS] = { N_ ("Missing"), N_ ("Missing") },
  [PV_CRITERE_EXERCICE] = { N_ ("Exercice"), N_ ("Exercices") },
  [PV_CRITERE_FINANCE] = { N_ ("Grant"), N_ ("Grants") },
  [PV_CRITERE_ENVELOPPE] = { N_ ("Envelope"), N_ ("Envelopes") },
  [PV_CRITERE_REALISE] = { N_ ("Realised charges"), N_ ("Realised charges") },
  [PV_CRITERE_PAS] = { N_ ("Progress"), N_ ("Progress") },
  [PV_FILTRE_CLE_INTERVALLE + PV_INTERVALLE_COUT] = { N_ ("Coût total"), N_ ("Coût total") },
  [PV_FILTRE_CLE_INTERVALLE + PV_INTERVALLE_SOLLICITE] = { N_ ("Sollicité"), N_ ("Sollicité") },
  [PV_FILTRE_CLE_INTERVALLE + PV_INTERVALLE_PROPOSE] = { N_ ("Proposé"), N_ ("Proposé") },
  [PV_FILTRE_CLE_INTERVALLE + PV_INTERVALLE_ARBITRE] = { N_ ("Arbitré"), N_ ("Arbitré") },
  [PV_FILTRE_CLE_INTERVALLE + PV_INTERVALLE_VOTE] = { N_ ("Voté"), N_ ("Voté") },
  [PV_FILTRE_CLE_INTERVALLE + PV_INTERVALLE_NOTIFIE] = { N_ ("Notifié"), N_ ("Notifié") },
  [PV_FILTRE_CLE_INTERVALLE + PV_INTERVALLE_VERSE] = { N_ ("Versé"), N_ ("Versé") },
  [PV_FILTRE_CLE_TEXTE] = { N_ ("Text"), N_ ("Text") },
};

gboolean
pv_filtre_cle_is_valeurs (PvFiltreCle cle)
{
  return cle >= 0 && cle < PV_FILTRE_CLE_INTERVALLE;
}

gboolean
pv_filtre_cle_is_intervalle (PvFiltreCle cle)
{
  return cle >= PV_FILTRE_CLE_INTERVALLE && cle < PV_FILTRE_CLE_TEXTE;
}

static PvIntervalleMontant
to_intervalle (PvFiltreCle cle)
{
  return (PvIntervalleMontant)(cle - PV_FILTRE_CLE_INTERVALLE);
}

const char *
pv_filtre_cle_to_id (PvFiltreCle cle)
{
  if (pv_filtre_cle_is_valeurs (cle))
    return pv_critere_cle_to_id ((PvCritereCle)cle);
  if (pv_filtre_cle_is_intervalle (cle))
    return pv_intervalle_to_id (to_intervalle (cle));

  return "texte";
}

PvFiltreCle
pv_filtre_cle_from_id (const char *id)
{
  for (PvFiltreCle cle = 0; cle < PV_N_FILTRE_CLES; cle++)
    if (g_strcmp0 (pv_filtre_cle_to_id (cle), id) == 0)
      return cle;

  return PV_FILTRE_CLE_NONE;
}

const char *
pv_filtre_cle_to_title (PvFiltreCle cle, guint n)
{
  g_return_val_if_fail (cle >= 0 && cle < PV_N_FILTRE_CLES, NULL);

  return _ (n > 1 ? titles[cle].many : titles[cle].one);
}

guint
pv_filtre_cle_count (PvFiltreCle cle, const PvDossierCritere *critere)
{
  PvCents min, max;
  const char *texte;

  if (pv_filtre_cle_is_valeurs (cle))
    return g_strv_length ((char **)pv_dossier_critere_get_valeurs (critere, (PvCritereCle)cle));
  if (pv_filtre_cle_is_intervalle (cle))
    return pv_dossier_critere_get_intervalle (critere, to_intervalle (cle), &min, &max) ? 1 : 0;

  texte = pv_dossier_critere_get_texte (critere);
  return texte != NULL && *texte != '\0' ? 1 : 0;
}

gboolean
pv_filtre_cle_is_set (PvFiltreCle cle, const PvDossierCritere *critere)
{
  return pv_filtre_cle_count (cle, critere) > 0;
}

void
pv_filtre_cle_clear (PvFiltreCle cle, PvDossierCritere *critere)
{
  if (pv_filtre_cle_is_valeurs (cle))
    pv_dossier_critere_set_valeurs (critere, (PvCritereCle)cle, NULL);
  else if (pv_filtre_cle_is_intervalle (cle))
    pv_dossier_critere_set_intervalle (critere, to_intervalle (cle), PV_CENTS_NULL, PV_CENTS_NULL);
  else
    pv_dossier_critere_set_texte (critere, NULL);
}

static char *
describe_valeurs (PvFiltreCle cle, const PvDossierCritere *critere, PvDb *db, guint shown)
{
  const char *const *valeurs = pv_dossier_critere_get_valeurs (critere, (PvCritereCle)cle);
  guint n = g_strv_length ((char **)valeurs);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, shown); i++)
    {
      g_autofree char *mot = pv_facette_store_get_libelle (db, (PvCritereCle)cle, valeurs[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", mot);
    }
  if (n > shown)
    g_string_append_printf (text, " + %u", n - shown);

  return g_strdup (text->str);
}

static char *
describe_intervalle (PvFiltreCle cle, const PvDossierCritere *critere)
{
  g_autofree char *least = NULL, *most = NULL;
  PvCents min, max;

  if (!pv_dossier_critere_get_intervalle (critere, to_intervalle (cle), &min, &max))
    return g_strdup ("");
  least = pv_amount_to_text (min);
  most = pv_amount_to_text (max);
  if (max == PV_CENTS_NULL)
    return g_strdup_printf ("≥ %s", least);
  if (min == PV_CENTS_NULL)
    return g_strdup_printf ("≤ %s", most);

  /* Translators: two amounts */
  return g_strdup_printf (_ ("%s to %s"), least, most);
}

static char *
describe (PvFiltreCle cle, const PvDossierCritere *critere, PvDb *db, guint shown)
{
  const char *texte;

  if (pv_filtre_cle_is_valeurs (cle))
    return describe_valeurs (cle, critere, db, shown);
  if (pv_filtre_cle_is_intervalle (cle))
    return describe_intervalle (cle, critere);

  texte = pv_dossier_critere_get_texte (critere);
  return g_strdup (texte != NULL ? texte : "");
}

char *
pv_filtre_cle_describe (PvFiltreCle cle, const PvDossierCritere *critere, PvDb *db)
{
  return describe (cle, critere, db, VALUES_SHOWN);
}

char *
pv_filtre_describe (const PvDossierCritere *critere, PvDb *db)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (PvFiltreCle cle = 0; cle < PV_N_FILTRE_CLES; cle++)
    {
      guint n = pv_filtre_cle_count (cle, critere);
      g_autofree char *valeurs = n > 0 ? describe (cle, critere, db, G_MAXUINT) : NULL;

      if (valeurs == NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, "   ▪   ");
      /* Translators: a criterion, then its values */
      g_string_append_printf (text, _ ("%s: %s"), pv_filtre_cle_to_title (cle, n), valeurs);
    }

  return g_strdup (text->len > 0 ? text->str : _ ("All dossiers"));
}
