/* pv-facette-store.c: the values a filter may take, and how many dossiers have each
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-facette-store.h"

#include <glib/gi18n-lib.h>

#include "controle/pv-controle.h"
#include "dossier/pv-dossier.h"
#include "financeur/pv-financeur.h"
#include "instruction/pv-instruction.h"
#include "accueil/pv-accueil.h"
#include "piece/pv-piece-sql.h"
#include "pv-statement.h"

#define PRINCIPAL "(SELECT id FROM cadre WHERE principal = 1 LIMIT 1)"

/* Columns: value, label (NULL: from a closed list), depth, count. */
static const char *const requetes[PV_N_CRITERES] = {
  [PV_CRITERE_STATUT] =
      "SELECT d.statut, NULL, 0, COUNT(*) FROM dossier d WHERE " PV_FILTRE_SQL " GROUP BY d.statut",
  [PV_CRITERE_AXE] =
      "WITH RECURSIVE arbre (id, code, libelle, niveau, chemin) AS ("
      "  SELECT id, code, libelle, 0, '/' || printf ('%09d', COALESCE (ordre, 0)) || code"
      "    FROM cadre_noeud WHERE cadre_id = " PRINCIPAL " AND parent_id IS NULL"
      "  UNION ALL"
      "  SELECT n.id, n.code, n.libelle, a.niveau + 1,"
      "         a.chemin || '/' || printf ('%09d', COALESCE (n.ordre, 0)) || n.code"
      "    FROM cadre_noeud n JOIN arbre a ON n.parent_id = a.id WHERE a.niveau < 20),"
      " compte (id, n) AS ("
      "  SELECT dn.noeud_id, COUNT(*) FROM dossier_noeud dn JOIN dossier d ON d.id = dn.dossier_id"
      "   WHERE dn.principal = 1 AND " PV_FILTRE_SQL " GROUP BY dn.noeud_id)"
      " SELECT a.code, a.code || ' · ' || a.libelle, a.niveau,"
      "        COALESCE ((SELECT SUM (c.n) FROM compte c JOIN arbre b ON b.id = c.id"
      "                    WHERE b.chemin = a.chemin"
      "                       OR substr (b.chemin, 1, length (a.chemin) + 1) = a.chemin || '/'), 0)"
      "   FROM arbre a ORDER BY a.chemin",
  [PV_CRITERE_COMMUNE] =
      "WITH lieu AS ("
      "  SELECT t.dossier_id, t.commune_id FROM dossier_territoire t"
      "   WHERE t.commune_id IS NOT NULL"
      "  UNION SELECT t.dossier_id, q.commune_id FROM dossier_territoire t"
      "   JOIN quartier_commune q ON q.quartier_id = t.quartier_id WHERE t.commune_id IS NULL)"
      " SELECT c.code_insee, c.nom, 0, COUNT(DISTINCT d.id) FROM lieu"
      "   JOIN commune c ON c.id = lieu.commune_id JOIN dossier d ON d.id = lieu.dossier_id"
      "  WHERE c.code_insee IS NOT NULL AND " PV_FILTRE_SQL " GROUP BY c.id ORDER BY c.nom_plie",
  [PV_CRITERE_QUARTIER] =
      "SELECT COALESCE (q.code, q.nom), q.nom, 0, COUNT(DISTINCT d.id) FROM dossier_territoire t"
      "  JOIN quartier q ON q.id = t.quartier_id JOIN dossier d ON d.id = t.dossier_id"
      " WHERE " PV_FILTRE_SQL " GROUP BY q.id ORDER BY q.nom_plie, q.code",
  [PV_CRITERE_FINANCEUR] =
      "SELECT f.categorie, NULL, 0, COUNT(DISTINCT d.id) FROM financement x"
      "  JOIN financeur f ON f.id = x.financeur_id JOIN dossier d ON d.id = x.dossier_id"
      " WHERE " PV_FILTRE_SQL " GROUP BY f.categorie",
  [PV_CRITERE_PORTEUR] = "SELECT o.uuid, o.nom, 0, COUNT(*) FROM dossier d"
                         "  JOIN organisme o ON o.id = d.porteur_id WHERE " PV_FILTRE_SQL
                         " GROUP BY o.id ORDER BY o.nom_plie",
  [PV_CRITERE_REFERENT] =
      "SELECT a.uuid, a.nom, 0, COUNT(*) FROM dossier d"
      "  JOIN agent a ON a.id = d.referent_id WHERE " PV_FILTRE_SQL " GROUP BY a.id ORDER BY a.nom",
  [PV_CRITERE_NATURE] = "SELECT d.nature, NULL, 0, COUNT(*) FROM dossier d"
                        " WHERE d.nature IS NOT NULL AND " PV_FILTRE_SQL " GROUP BY d.nature",
  [PV_CRITERE_CPO] = "SELECT CASE WHEN d.cpo_duree IS NULL THEN 'non' ELSE 'oui' END AS v, NULL, 0,"
                     " COUNT(*) FROM dossier d WHERE " PV_FILTRE_SQL " GROUP BY v",
  [PV_CRITERE_MARQUE] =
      "SELECT COALESCE (m.valeur, 'non-evalue') AS v, NULL, 0, COUNT(*) FROM dossier d"
      "  LEFT JOIN marqueur m ON m.dossier_id = d.id"
      "   AND m.axe_id = (SELECT id FROM axe_transversal WHERE code = 'egalite')"
      " WHERE " PV_FILTRE_SQL " GROUP BY v",
  [PV_CRITERE_AVIS] =
      "SELECT i.avis, NULL, 0, COUNT(DISTINCT d.id) FROM instruction i"
      "  JOIN dossier d ON d.id = i.dossier_id"
      " WHERE i.etat = 'soumise' AND i.avis IS NOT NULL AND " PV_FILTRE_SQL " GROUP BY i.avis"
      " UNION ALL SELECT 'divergents', NULL, 0, COUNT(*) FROM dossier d WHERE " PV_FILTRE_SQL
      "  AND (SELECT COUNT(DISTINCT i.avis) FROM instruction i WHERE i.dossier_id = d.id"
      "        AND i.etat = 'soumise' AND i.avis <> 'ne-se-prononce-pas') > 1",
  [PV_CRITERE_EXERCICE] = "SELECT CAST (d.exercice AS TEXT), CAST (d.exercice AS TEXT), 0, COUNT(*)"
                          "  FROM dossier d WHERE " PV_FILTRE_SQL " GROUP BY d.exercice",
  [PV_CRITERE_FINANCE] = "SELECT CASE WHEN " PV_CRITERE_FINANCE_SQL
                         " THEN 'oui' ELSE 'non' END AS v, NULL, 0, COUNT(*) FROM dossier d"
                         " WHERE " PV_FILTRE_SQL " GROUP BY v",
  [PV_CRITERE_REALISE] = "SELECT CASE WHEN " PV_CRITERE_REALISE_SQL
                         " THEN 'oui' ELSE 'non' END AS v, NULL, 0, COUNT(*) FROM dossier d"
                         " WHERE " PV_FILTRE_SQL " GROUP BY v",
  [PV_CRITERE_ENVELOPPE] =
      "SELECT e.uuid, e.libelle || ' (' || e.exercice || ')', 0, COUNT(DISTINCT d.id)"
      "  FROM financement f JOIN dossier d ON d.id = f.dossier_id"
      "  JOIN enveloppe e ON e.id = f.enveloppe_id"
      " WHERE " PV_FILTRE_SQL " GROUP BY e.id ORDER BY e.exercice, e.libelle",
  [PV_CRITERE_SANS] =
      "SELECT 'axe', NULL, 0, COUNT(*) FROM dossier d WHERE " PV_FILTRE_SQL
      "  AND NOT EXISTS (SELECT 1 FROM dossier_noeud n WHERE n.dossier_id = d.id"
      "    AND n.principal = 1)"
      " UNION ALL SELECT 'territoire', NULL, 0, COUNT(*) FROM dossier d WHERE " PV_FILTRE_SQL
      "  AND NOT EXISTS (SELECT 1 FROM dossier_territoire t WHERE t.dossier_id = d.id)"
      " UNION ALL SELECT 'referent', NULL, 0, COUNT(*) FROM dossier d WHERE " PV_FILTRE_SQL
      "  AND d.referent_id IS NULL"
      " UNION ALL SELECT 'siret', NULL, 0, COUNT(*) FROM dossier d"
      "  JOIN organisme o ON o.id = d.porteur_id WHERE " PV_FILTRE_SQL " AND o.siret IS NULL"
      " UNION ALL SELECT 'pieces', NULL, 0, COUNT(*) FROM dossier d WHERE d.chapeau = 0"
      "  AND NOT (" PV_SORTI_SQL ") AND " PV_FILTRE_SQL
      "  AND d.id IN (SELECT dossier_id FROM (" PV_PIECE_DEMANDEE_SQL "))",
};

/* One value in words; the parameter is :valeur. */
static const char *const libelles[PV_N_CRITERES] = {
  [PV_CRITERE_AXE] = "SELECT code FROM cadre_noeud WHERE code = :valeur AND cadre_id = " PRINCIPAL,
  [PV_CRITERE_COMMUNE] = "SELECT nom FROM commune WHERE code_insee = :valeur",
  [PV_CRITERE_QUARTIER] = "SELECT nom FROM quartier WHERE COALESCE (code, nom) = :valeur",
  [PV_CRITERE_PORTEUR] = "SELECT nom FROM organisme WHERE uuid = :valeur",
  [PV_CRITERE_REFERENT] = "SELECT nom FROM agent WHERE uuid = :valeur",
  [PV_CRITERE_ENVELOPPE] =
      "SELECT libelle || ' (' || exercice || ')' FROM enveloppe WHERE uuid = :valeur",
};

static const PvMot avis[] = {
  { "favorable", N_ ("favorable") },
  { "favorable-avec-reserves", N_ ("with reservations") },
  { "defavorable", N_ ("unfavorable") },
  { "a-reorienter", N_ ("to redirect") },
  { "ne-se-prononce-pas", N_ ("no opinion") },
  { "divergents", N_ ("diverging avis") },
};
static const PvMot cpo[] = {
  { "oui", N_ ("Multi-year agreement (CPO)") },
  { "non", N_ ("Without a CPO") },
};
static const PvMot finance[] = {
  { "oui", N_ ("Financed") },
  { "non", N_ ("Nothing granted") },
};
static const PvMot realise[] = {
  { "oui", N_ ("With realised charges") },
  { "non", N_ ("Without realised charges") },
};
static const PvMot marques[] = {
  { "0", N_ ("Mark 0") },
  { "1", N_ ("Mark 1") },
  { "2", N_ ("Mark 2") },
  { "non-evalue", N_ ("Not assessed") },
};
static const PvMot severites[] = {
  { "error", N_ ("Errors") },
  { "warning", N_ ("Warnings") },
  { "info", N_ ("For information") },
};
static const PvMot sans[] = {
  { "axe", N_ ("Without an axe") },
  { "territoire", N_ ("Without a territory") },
  { "referent", N_ ("Without a referent") },
  { "siret", N_ ("Holder without a SIRET") },
  { "pieces", N_ ("Asked pieces that did not come") },
};
static const PvMot pas[] = {
  { "deposes-atteinte", N_ ("Deposited") },
  { "deposes-attente", N_ ("Deposited, waiting") },
  { "deposes-sortis", N_ ("Deposited, left there") },
  { "recevables-atteinte", N_ ("Receivable or further") },
  { "recevables-attente", N_ ("Receivable, waiting") },
  { "recevables-sortis", N_ ("Receivable, left there") },
  { "instruits-atteinte", N_ ("Instructed or further") },
  { "instruits-attente", N_ ("Instructed, waiting") },
  { "instruits-sortis", N_ ("Instructed, left there") },
  { "proposes-atteinte", N_ ("Proposed or further") },
  { "proposes-attente", N_ ("Proposed, waiting") },
  { "proposes-sortis", N_ ("Proposed, left there") },
  { "programmes-atteinte", N_ ("Programmed or further") },
  { "programmes-attente", N_ ("Programmed, waiting") },
  { "programmes-sortis", N_ ("Programmed, left there") },
  { "notifies-atteinte", N_ ("Notified or further") },
  { "notifies-attente", N_ ("Notified, not paid yet") },
  { "notifies-sortis", N_ ("Notified, left there") },
  { "verses-atteinte", N_ ("Paid, in part or in full") },
  { "verses-attente", N_ ("Paid") },
  { "verses-sortis", N_ ("Paid, left there") },
};

#define LISTE(mots) ((PvVocabulaire){ mots, G_N_ELEMENTS (mots) })

/* The words of a closed list; @to_translate: ours, not those of the sheets. */
static gboolean
get_vocabulaire (PvCritereCle critere, PvVocabulaire *vocabulaire, gboolean *to_translate)
{
  *to_translate = FALSE;
  switch (critere)
    {
    case PV_CRITERE_STATUT:
      *vocabulaire = pv_dossier_statut_vocabulaire;
      return TRUE;
    case PV_CRITERE_FINANCEUR:
      *vocabulaire = pv_categorie_vocabulaire;
      return TRUE;
    case PV_CRITERE_NATURE:
      *vocabulaire = pv_dossier_nature_vocabulaire;
      return TRUE;
    case PV_CRITERE_AVIS:
      *vocabulaire = LISTE (avis);
      break;
    case PV_CRITERE_CPO:
      *vocabulaire = LISTE (cpo);
      break;
    case PV_CRITERE_MARQUE:
      *vocabulaire = LISTE (marques);
      break;
    case PV_CRITERE_FINANCE:
      *vocabulaire = LISTE (finance);
      break;
    case PV_CRITERE_REALISE:
      *vocabulaire = LISTE (realise);
      break;
    case PV_CRITERE_SEVERITE:
      *vocabulaire = LISTE (severites);
      break;
    case PV_CRITERE_SANS:
      *vocabulaire = LISTE (sans);
      break;
    case PV_CRITERE_PAS:
      *vocabulaire = LISTE (pas);
      break;
    case PV_CRITERE_AXE:
    case PV_CRITERE_COMMUNE:
    case PV_CRITERE_QUARTIER:
    case PV_CRITERE_PORTEUR:
    case PV_CRITERE_REFERENT:
    case PV_CRITERE_CONTROLE:
    case PV_CRITERE_EXERCICE:
    case PV_CRITERE_ENVELOPPE:
    default:
      return FALSE;
    }
  *to_translate = TRUE;

  return TRUE;
}

static const char *
mot_to_libelle (const PvMot *mot, gboolean to_translate)
{
  return to_translate ? g_dgettext (GETTEXT_PACKAGE, mot->libelle) : mot->libelle;
}

static void
facette_free (PvFacette *self)
{
  g_free (self->valeur);
  g_free (self->libelle);
  g_free (self);
}

static PvFacette *
add (GPtrArray *facettes, const char *valeur, const char *libelle, guint niveau, gint64 n)
{
  PvFacette *self = g_new0 (PvFacette, 1);

  self->valeur = g_strdup (valeur);
  self->libelle = g_strdup (libelle);
  self->niveau = niveau;
  self->n = n;
  g_ptr_array_add (facettes, self);

  return self;
}

static PvFacette *
find (GPtrArray *facettes, const char *valeur)
{
  for (guint i = 0; i < facettes->len; i++)
    {
      PvFacette *facette = facettes->pdata[i];

      if (g_strcmp0 (facette->valeur, valeur) == 0)
        return facette;
    }

  return NULL;
}

static gboolean
count_rows (PvDb *db,
            const PvFiltre *filtre,
            PvCritereCle critere,
            GPtrArray *facettes,
            GError **error)
{
  g_autoptr (PvStatement) row = pv_db_prepare (db, requetes[critere], error);
  PvVocabulaire mots;
  gboolean to_translate, closed = get_vocabulaire (critere, &mots, &to_translate);
  PvStep step;

  if (row == NULL)
    return FALSE;
  pv_filtre_bind (filtre, row);
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      const char *valeur = pv_statement_get_text (row, 0);
      PvFacette *facette = closed ? find (facettes, valeur) : NULL;

      if (facette != NULL)
        facette->n = pv_statement_get_int (row, 3);
      else if (!closed)
        add (facettes, valeur, pv_statement_get_text (row, 1), (guint)pv_statement_get_int (row, 2),
             pv_statement_get_int (row, 3));
    }

  return step == PV_STEP_DONE;
}

/* --- controls ---------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *facettes;
  gboolean by_severity;
  GHashTable *seen; /* "value/dossier" */
} Findings;

static void
finding_cb (const PvConstat *constat, gpointer user_data)
{
  Findings *self = user_data;
  const char *valeur =
      self->by_severity ? pv_severite_to_id (constat->severite) : constat->controle->id;
  PvFacette *facette = find (self->facettes, valeur);

  if (facette != NULL && constat->dossier_id != PV_INT_NULL &&
      g_hash_table_add (self->seen,
                        g_strdup_printf ("%s/%" G_GINT64_FORMAT, valeur, constat->dossier_id)))
    facette->n++;
}

static gboolean
count_findings (PvDb *db,
                const PvFiltre *filtre,
                PvCritereCle critere,
                GPtrArray *facettes,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Findings findings = { facettes, critere == PV_CRITERE_SEVERITE, seen };
  gsize n = 0;
  const PvControle *controles = pv_controle_registry (&n);

  if (critere == PV_CRITERE_CONTROLE)
    for (gsize i = 0; i < n; i++)
      add (facettes, controles[i].id, controles[i].titre, 0, 0);

  return pv_controles_run (db, filtre, finding_cb, &findings, cancellable, error);
}

/* The figures of the funnel. */
static gboolean
count_pas (PvDb *db, const PvFiltre *filtre, GPtrArray *facettes, GError **error)
{
  g_autofree PvAccueilChiffres *chiffres = pv_accueil_load_chiffres (db, filtre, error);

  if (chiffres == NULL)
    return FALSE;
  for (guint i = 0; i < facettes->len; i++)
    {
      PvFacette *facette = facettes->pdata[i];
      PvAccueilPas step = PV_ACCUEIL_DEPOSES;
      PvAccueilColonne colonne = PV_ACCUEIL_ATTEINTE;

      pv_accueil_pas_valeur_parse (facette->valeur, &step, &colonne);
      facette->n = colonne == PV_ACCUEIL_ATTEINTE  ? chiffres->pas[step].atteinte
                   : colonne == PV_ACCUEIL_ATTENTE ? chiffres->pas[step].attente
                                                   : chiffres->pas[step].sortis;
    }

  return TRUE;
}

GPtrArray *
pv_facette_store_list (PvDb *db,
                       const PvFiltre *filtre,
                       PvCritereCle critere,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GPtrArray) facettes = g_ptr_array_new_with_free_func ((GDestroyNotify)facette_free);
  PvVocabulaire mots;
  gboolean to_translate, done;

  g_return_val_if_fail (critere < PV_N_CRITERES, NULL);

  if (get_vocabulaire (critere, &mots, &to_translate))
    for (guint i = 0; i < mots.n; i++)
      add (facettes, mots.mots[i].id, mot_to_libelle (&mots.mots[i], to_translate), 0, 0);

  if (critere == PV_CRITERE_PAS)
    done = count_pas (db, filtre, facettes, error);
  else if (requetes[critere] != NULL)
    {
      pv_db_set_cancellable (db, cancellable);
      done = count_rows (db, filtre, critere, facettes, error);
      pv_db_set_cancellable (db, NULL);
    }
  else
    done = count_findings (db, filtre, critere, facettes, cancellable, error);

  return done ? g_steal_pointer (&facettes) : NULL;
}

char *
pv_facette_store_get_libelle (PvDb *db, PvCritereCle critere, const char *valeur)
{
  PvVocabulaire mots;
  gboolean to_translate;

  g_return_val_if_fail (critere < PV_N_CRITERES, NULL);
  g_return_val_if_fail (valeur != NULL, NULL);

  if (get_vocabulaire (critere, &mots, &to_translate))
    {
      int i = pv_vocabulaire_from_id (&mots, valeur);

      return g_strdup (i >= 0 ? mot_to_libelle (&mots.mots[i], to_translate) : valeur);
    }
  if (critere == PV_CRITERE_CONTROLE && pv_controle_by_id (valeur) != NULL)
    return g_strdup (pv_controle_by_id (valeur)->titre);
  if (libelles[critere] != NULL)
    {
      g_autoptr (PvStatement) row = pv_db_prepare (db, libelles[critere], NULL);

      if (row != NULL)
        {
          pv_statement_bind_text (row, ":valeur", valeur);
          if (pv_statement_step (row, NULL) == PV_STEP_ROW)
            return pv_statement_dup_text (row, 0);
        }
    }

  return g_strdup (valeur);
}

gboolean
pv_facette_store_count (PvDb *db, const PvFiltre *filtre, gint64 *n, GError **error)
{
  g_autoptr (PvStatement) row = pv_db_prepare (
      db, "SELECT COUNT(*) FROM dossier d WHERE d.chapeau = 0 AND " PV_FILTRE_SQL, error);

  if (row == NULL)
    return FALSE;
  pv_filtre_bind (filtre, row);
  if (pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;
  *n = pv_statement_get_int (row, 0);

  return TRUE;
}
