/* pv-proces-verbal-store.c: reads all of a séance at once
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-proces-verbal-store.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "commun/pv-entite.h"
#include "commun/pv-filtre.h"
#include "pv-date.h"
#include "pv-error.h"
#include "pv-statement.h"
#include "seance/pv-seance-sql.h"

/* The contrat of the appel, else the only one of the file. */
static const char lit_seance[] =
    "SELECT i.nom, i.effet = 'decision', i.quorum, s.date_le, s.lieu, s.etat = 'preparee',"
    "       s.etat = 'close', s.ouverte_a, s.close_a, s.proces_verbal, a.libelle,"
    "       COALESCE ((SELECT c.nom FROM contrat c WHERE c.id = a.contrat_id),"
    "                 (SELECT MAX (c.nom) FROM contrat c HAVING COUNT (*) = 1))"
    "  FROM seance s JOIN instance i ON i.id = s.instance_id"
    "  LEFT JOIN appel a ON a.id = s.appel_id"
    " WHERE s.id = :seance";

/* Before anybody is expected by name, the members of the instance are. */
static const char lit_presences[] =
    "SELECT n.nom, a.personne, a.present FROM ("
    "  SELECT p.institution_id, p.personne, p.present FROM seance_presence p"
    "   WHERE p.seance_id = :seance"
    "  UNION ALL"
    "  SELECT m.institution_id, m.representant, NULL FROM seance s"
    "    JOIN instance_membre m ON m.instance_id = s.instance_id"
    "   WHERE s.id = :seance"
    "     AND NOT EXISTS (SELECT 1 FROM seance_presence q WHERE q.seance_id = s.id)) a"
    "  JOIN institution n ON n.id = a.institution_id"
    " ORDER BY n.ordre IS NULL, n.ordre, n.nom, a.personne IS NULL, a.personne";

/* Of a closed séance, those of its copy: others came after it. */
static const char lit_financeurs[] =
    "SELECT fi.id, o.nom, o.sigle, fi.categorie FROM financeur fi"
    "  JOIN organisme o ON o.id = fi.organisme_id"
    " WHERE fi.id IN (SELECT f.financeur_id FROM seance s"
    "                   JOIN seance_dossier sd ON sd.seance_id = s.id"
    "                   JOIN financement f ON f.dossier_id = sd.dossier_id"
    "                  WHERE s.id = :seance AND (s.etat <> 'close' OR EXISTS ("
    "                    SELECT 1 FROM decision c JOIN decision_montant m ON m.decision_id = c.id"
    "                     WHERE c.seance_dossier_id = sd.id AND m.financement_id = f.id)))"
    " ORDER BY fi.ordre IS NULL, fi.ordre, o.nom, fi.id";

static const char lit_dossiers[] =
    "SELECT d.id, sd.id, d.numero, o.nom, d.intitule,"
    "       CASE WHEN t.n_charges > 0 THEN t.charges_cents ELSE d.cout_total_declare_cents END"
    "  FROM seance_dossier sd JOIN dossier d ON d.id = sd.dossier_id"
    "  LEFT JOIN organisme o ON o.id = d.porteur_id"
    "  LEFT JOIN total_dossier t ON t.id = d.id"
    " WHERE sd.seance_id = :seance ORDER BY sd.ordre, sd.id";

static const char lit_lignes[] =
    "SELECT f.id, f.financeur_id, p.nom, f.sollicite_cents, f.propose_cents,"
    "       " PV_SEANCE_VERROU_SQL ", " PV_SEANCE_FERME_SQL
    "  FROM seance_dossier s JOIN financement f ON f.dossier_id = s.dossier_id"
    "  LEFT JOIN dispositif p ON p.id = f.dispositif_id"
    " WHERE s.id = :ligne ORDER BY f.id";

/* Its own copy: what the last version says of each line that any version had. */
static const char lit_copie[] =
    "SELECT m.financement_id, f.financeur_id, p.nom, m.sollicite_cents, m.propose_cents,"
    "       m.verrou, m.montant_cents"
    "  FROM decision c JOIN decision_montant m ON m.decision_id = c.id"
    "  JOIN financement f ON f.id = m.financement_id"
    "  LEFT JOIN dispositif p ON p.id = f.dispositif_id"
    " WHERE c.seance_dossier_id = :ligne"
    "   AND c.version = (SELECT MAX (v.version) FROM decision v"
    "                      JOIN decision_montant w ON w.decision_id = v.id"
    "                     WHERE v.seance_dossier_id = c.seance_dossier_id"
    "                       AND w.financement_id = m.financement_id)"
    " ORDER BY m.financement_id";

static const char lit_versions[] =
    "SELECT c.id, c.version, c.decision, c.reserve, c.rectification_motif, c.decidee_a,"
    "       i.nom, r.date_le"
    "  FROM decision c LEFT JOIN seance r ON r.id = c.ajourne_seance_id"
    "  LEFT JOIN instance i ON i.id = r.instance_id"
    " WHERE c.seance_dossier_id = :ligne ORDER BY c.version";

static const char lit_montants[] =
    "SELECT m.financement_id, m.montant_cents FROM decision_montant m"
    " WHERE m.decision_id = :id AND m.verrou IS NULL";

static const char lit_deports[] =
    "SELECT n.nom, e.motif FROM deport e JOIN institution n ON n.id = e.institution_id"
    " WHERE e.seance_dossier_id = :ligne ORDER BY n.ordre IS NULL, n.ordre, n.nom";

/* What is left counts the furthest stage of each financement, as the kept totals do: those this
 * séance decides on are taken out, then counted with what it puts there. */
#define SQL_ENVELOPPES(total, etapes, mis)                                                         \
  "WITH decide (financement_id, cents) AS ("                                                       \
  "  SELECT m.financement_id, " mis " FROM seance_dossier sd"                                      \
  "    JOIN decision c ON c.seance_dossier_id = sd.id"                                             \
  "     AND c.version = (SELECT MAX (v.version) FROM decision v"                                   \
  "                       WHERE v.seance_dossier_id = sd.id)"                                      \
  "    JOIN decision_montant m ON m.decision_id = c.id"                                            \
  "   WHERE sd.seance_id = :seance AND m.verrou IS NULL AND m.montant_cents IS NOT NULL"           \
  "     AND c.decision IS NOT NULL),"                                                              \
  " prise (id, cents, compte) AS ("                                                                \
  "  SELECT f.enveloppe_id, SUM (m.cents),"                                                        \
  "         SUM (CASE WHEN " PV_SORTI_SQL                                                          \
  "                     OR d.chapeau = 1 THEN 0 ELSE COALESCE (" etapes ", 0) END)"                \
  "    FROM decide m JOIN financement f ON f.id = m.financement_id"                                \
  "    JOIN dossier d ON d.id = f.dossier_id GROUP BY f.enveloppe_id) "                            \
  "SELECT e.id, e.libelle, COALESCE (o.sigle, o.nom), p.nom, e.montant_cents,"                     \
  "       e.montant_cents - k." total " + COALESCE (x.compte, 0), x.cents,"                        \
  "       (SELECT g.motif FROM derogation g WHERE g.controle = 'enveloppe-depassee'"               \
  "           AND g.nom_table = 'enveloppe' AND g.cle = e.id)"                                     \
  "  FROM enveloppe e JOIN dispositif p ON p.id = e.dispositif_id"                                 \
  "  JOIN financeur fi ON fi.id = p.financeur_id JOIN organisme o ON o.id = fi.organisme_id"       \
  "  JOIN total_enveloppe k ON k.id = e.id LEFT JOIN prise x ON x.id = e.id"                       \
  " WHERE e.id IN (SELECT f.enveloppe_id FROM seance_dossier sd"                                   \
  "                  JOIN financement f ON f.dossier_id = sd.dossier_id"                           \
  "                 WHERE sd.seance_id = :seance)"                                                 \
  " ORDER BY fi.ordre IS NULL, fi.ordre, o.nom, p.nom, e.exercice, e.libelle, e.id"

/* What is reoriented keeps its amounts, and takes nothing: it leaves the programme. */
static const char lit_enveloppes_arbitre[] =
    SQL_ENVELOPPES ("arbitre_ou_plus_cents",
                    "f.notifie_cents, f.vote_cents, f.arbitre_cents",
                    "CASE WHEN c.decision IN ('refuse', 'reoriente') THEN 0"
                    " ELSE m.montant_cents END");
static const char lit_enveloppes_avis[] =
    SQL_ENVELOPPES ("engage_cents",
                    "f.notifie_cents, f.vote_cents, f.arbitre_cents, f.propose_cents",
                    "m.montant_cents");

static const char lit_choix[] =
    "SELECT s.id, i.nom, s.date_le, s.etat = 'preparee', s.etat = 'close',"
    "       (SELECT COUNT (*) FROM seance_dossier sd WHERE sd.seance_id = s.id)"
    "  FROM seance s JOIN instance i ON i.id = s.instance_id ORDER BY s.date_le DESC, s.id DESC";

/* Gives every row of @sql to @read. */
typedef void (*ReadRow) (PvStatement *row, gpointer user_data);

static gboolean
read_rows (PvDb *db, const char *sql, gint64 id, ReadRow read, gpointer user_data, GError **error)
{
  g_autoptr (PvStatement) rows = pv_sql_prepare (db, sql, error, "i", id);
  PvStep step = PV_STEP_ERROR;

  if (rows == NULL)
    return FALSE;

  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    read (rows, user_data);

  return step == PV_STEP_DONE;
}

/* --- the séance and who was there --------------------------------------------------------- */

static gboolean
read_seance (PvProcesVerbal *self, PvDb *db, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, lit_seance, error, "i", self->id);
  PvStep step = row != NULL ? pv_statement_step (row, error) : PV_STEP_ERROR;

  if (step == PV_STEP_DONE)
    g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                 _ ("There is no séance %" PRId64 " any more. Read the list again."), self->id);
  if (step != PV_STEP_ROW)
    return FALSE;

  self->instance = pv_statement_dup_text (row, 0);
  self->effet_decision = pv_statement_get_int (row, 1) == 1;
  self->quorum = pv_statement_get_int (row, 2);
  self->date_le = pv_statement_dup_text (row, 3);
  self->lieu = pv_statement_dup_text (row, 4);
  self->preparee = pv_statement_get_int (row, 5) == 1;
  self->close = pv_statement_get_int (row, 6) == 1;
  self->ouverte_a = pv_statement_dup_text (row, 7);
  self->close_a = pv_statement_dup_text (row, 8);
  self->observations = pv_statement_dup_text (row, 9);
  self->appel = pv_statement_dup_text (row, 10);
  self->contrat = pv_statement_dup_text (row, 11);
  return TRUE;
}

static void
read_presence (PvStatement *row, gpointer user_data)
{
  PvProcesVerbal *self = user_data;
  PvProcesVerbalPresence *presence = g_new0 (PvProcesVerbalPresence, 1);

  presence->institution = pv_statement_dup_text (row, 0);
  presence->personne = pv_statement_dup_text (row, 1);
  presence->present = pv_statement_get_int (row, 2);
  if (presence->present == 1)
    self->n_presents++;
  g_ptr_array_add (self->presences, presence);
}

/* --- payers ------------------------------------------------------------------------------ */

static void
read_financeur (PvStatement *row, gpointer user_data)
{
  PvProcesVerbal *self = user_data;
  PvProcesVerbalFinanceur *financeur = g_new0 (PvProcesVerbalFinanceur, 1);

  financeur->id = pv_statement_get_int (row, 0);
  financeur->nom = pv_statement_dup_text (row, 1);
  financeur->court = pv_statement_dup_text (row, 2);
  financeur->categorie = PV_CATEGORIE_INCONNU;
  pv_categorie_from_id (pv_statement_get_text (row, 3), &financeur->categorie);
  g_ptr_array_add (self->financeurs, financeur);
}

static int
compare_financeurs (gconstpointer a, gconstpointer b)
{
  const PvProcesVerbalFinanceur *left = *(const PvProcesVerbalFinanceur *const *)a;
  const PvProcesVerbalFinanceur *right = *(const PvProcesVerbalFinanceur *const *)b;

  if (left->categorie != right->categorie)
    return left->categorie < right->categorie ? -1 : 1;

  return g_utf8_collate (left->nom, right->nom);
}

/* Only one Région is « Région »; two communes go by their names. */
static gboolean
is_alone (const PvProcesVerbal *self, const PvProcesVerbalFinanceur *financeur)
{
  guint n = 0;

  for (guint i = 0; i < self->financeurs->len; i++)
    n += ((const PvProcesVerbalFinanceur *)self->financeurs->pdata[i])->categorie ==
         financeur->categorie;

  return n == 1 && financeur->categorie < PV_CATEGORIE_EPCI;
}

static void
name_financeurs (PvProcesVerbal *self)
{
  g_ptr_array_sort (self->financeurs, compare_financeurs);
  for (guint i = 0; i < self->financeurs->len; i++)
    {
      PvProcesVerbalFinanceur *financeur = self->financeurs->pdata[i];

      if (is_alone (self, financeur))
        {
          g_free (financeur->court);
          financeur->court = g_strdup (pv_categorie_to_libelle (financeur->categorie));
        }
      else if (financeur->court == NULL)
        financeur->court = g_strdup (financeur->nom);
    }
}

static guint
find_financeur (const PvProcesVerbal *self, gint64 id)
{
  guint i = 0;

  while (i < self->financeurs->len - 1 &&
         ((const PvProcesVerbalFinanceur *)self->financeurs->pdata[i])->id != id)
    i++;

  return i;
}

/* --- dossiers ---------------------------------------------------------------------------- */

static void
read_dossier (PvStatement *row, gpointer user_data)
{
  PvProcesVerbal *self = user_data;
  PvProcesVerbalDossier *dossier = g_new0 (PvProcesVerbalDossier, 1);

  dossier->id = pv_statement_get_int (row, 0);
  dossier->seance_dossier_id = pv_statement_get_int (row, 1);
  dossier->ordre = self->dossiers->len + 1;
  dossier->numero = pv_statement_dup_text (row, 2);
  dossier->porteur = pv_statement_dup_text (row, 3);
  dossier->intitule = pv_statement_dup_text (row, 4);
  dossier->cout_cents = pv_statement_get_int (row, 5);
  dossier->lignes = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_proces_verbal_ligne_free);
  dossier->versions =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_proces_verbal_version_free);
  dossier->deports = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_proces_verbal_deport_free);
  g_ptr_array_add (self->dossiers, dossier);
}

typedef struct
{
  const PvProcesVerbal *pv;
  PvProcesVerbalDossier *dossier;
} Lecture;

static void
read_ligne (PvStatement *row, gpointer user_data)
{
  Lecture *lecture = user_data;
  PvProcesVerbalLigne *ligne = g_new0 (PvProcesVerbalLigne, 1);

  ligne->id = pv_statement_get_int (row, 0);
  ligne->financeur = find_financeur (lecture->pv, pv_statement_get_int (row, 1));
  ligne->dispositif = pv_statement_dup_text (row, 2);
  ligne->sollicite_cents = pv_statement_get_int (row, 3);
  ligne->propose_cents = pv_statement_get_int (row, 4);
  ligne->verrou = PV_SEANCE_VERROU_NULL;
  ligne->acquis_cents = PV_CENTS_NULL;
  if (pv_seance_verrou_from_id (pv_statement_get_text (row, 5), &ligne->verrou))
    ligne->acquis_cents = pv_statement_get_int (row, 6);
  g_ptr_array_add (lecture->dossier->lignes, ligne);
}

static int
compare_lignes (gconstpointer a, gconstpointer b)
{
  const PvProcesVerbalLigne *left = *(const PvProcesVerbalLigne *const *)a;
  const PvProcesVerbalLigne *right = *(const PvProcesVerbalLigne *const *)b;

  if (left->financeur != right->financeur)
    return left->financeur < right->financeur ? -1 : 1;

  return (left->id > right->id) - (left->id < right->id);
}

static void
read_version (PvStatement *row, gpointer user_data)
{
  PvProcesVerbalDossier *dossier = user_data;
  PvProcesVerbalVersion *version = g_new0 (PvProcesVerbalVersion, 1);
  const char *instance = pv_statement_get_text (row, 6);

  version->id = pv_statement_get_int (row, 0);
  version->version = pv_statement_get_int (row, 1);
  version->decision = pv_proces_verbal_decision_from_id (pv_statement_get_text (row, 2));
  version->reserve = pv_statement_dup_text (row, 3);
  version->motif = pv_statement_dup_text (row, 4);
  version->decidee_a = pv_statement_dup_text (row, 5);
  if (instance != NULL)
    {
      g_autofree char *date =
          pv_date_format_french (pv_statement_get_text (row, 7), PV_DATE_FORMAT_LONG);

      version->retour = g_strdup_printf ("%s du %s", instance, date);
    }
  version->montants = g_new (PvCents, MAX (dossier->lignes->len, 1));
  for (guint i = 0; i < dossier->lignes->len; i++)
    version->montants[i] = PV_CENTS_NULL;
  g_ptr_array_add (dossier->versions, version);
}

typedef struct
{
  const PvProcesVerbalDossier *dossier;
  PvProcesVerbalVersion *version;
} Montants;

static void
read_montant (PvStatement *row, gpointer user_data)
{
  Montants *montants = user_data;
  gint64 id = pv_statement_get_int (row, 0);

  for (guint i = 0; i < montants->dossier->lignes->len; i++)
    if (((const PvProcesVerbalLigne *)montants->dossier->lignes->pdata[i])->id == id)
      montants->version->montants[i] = pv_statement_get_int (row, 1);
}

static void
read_deport (PvStatement *row, gpointer user_data)
{
  PvProcesVerbalDossier *dossier = user_data;
  PvProcesVerbalDeport *deport = g_new0 (PvProcesVerbalDeport, 1);

  deport->institution = pv_statement_dup_text (row, 0);
  deport->motif = pv_statement_dup_text (row, 1);
  g_ptr_array_add (dossier->deports, deport);
}

static gboolean
fill_dossier (const PvProcesVerbal *self, PvProcesVerbalDossier *dossier, PvDb *db, GError **error)
{
  Lecture lecture = { self, dossier };

  if (!read_rows (db, self->close ? lit_copie : lit_lignes, dossier->seance_dossier_id, read_ligne,
                  &lecture, error))
    return FALSE;

  g_ptr_array_sort (dossier->lignes, compare_lignes);
  if (!read_rows (db, lit_versions, dossier->seance_dossier_id, read_version, dossier, error) ||
      !read_rows (db, lit_deports, dossier->seance_dossier_id, read_deport, dossier, error))
    return FALSE;

  for (guint i = 0; i < dossier->versions->len; i++)
    {
      Montants montants = { dossier, dossier->versions->pdata[i] };

      /* on the table is not decided */
      if (montants.version->decision != PV_PROCES_VERBAL_SANS_DECISION &&
          !read_rows (db, lit_montants, montants.version->id, read_montant, &montants, error))
        return FALSE;
    }

  return TRUE;
}

/* --- envelopes --------------------------------------------------------------------------- */

static void
read_enveloppe (PvStatement *row, gpointer user_data)
{
  PvProcesVerbal *self = user_data;
  PvProcesVerbalEnveloppe *enveloppe = g_new0 (PvProcesVerbalEnveloppe, 1);

  enveloppe->id = pv_statement_get_int (row, 0);
  enveloppe->libelle = pv_statement_dup_text (row, 1);
  enveloppe->financeur = pv_statement_dup_text (row, 2);
  enveloppe->dispositif = pv_statement_dup_text (row, 3);
  enveloppe->montant_cents = pv_statement_get_int (row, 4);
  enveloppe->avant_cents = pv_statement_get_int (row, 5);
  enveloppe->decide_cents = pv_statement_get_int (row, 6);
  enveloppe->derogation = pv_statement_dup_text (row, 7);
  enveloppe->apres_cents = enveloppe->avant_cents;
  if (enveloppe->avant_cents != PV_CENTS_NULL && enveloppe->decide_cents != PV_CENTS_NULL)
    enveloppe->apres_cents = enveloppe->avant_cents - enveloppe->decide_cents;
  g_ptr_array_add (self->enveloppes, enveloppe);
}

/* --- all --------------------------------------------------------------------------------- */

static gboolean
read_all (PvProcesVerbal *self, PvDb *db, GError **error)
{
  if (!read_seance (self, db, error) ||
      !read_rows (db, lit_presences, self->id, read_presence, self, error) ||
      !read_rows (db, lit_financeurs, self->id, read_financeur, self, error) ||
      !read_rows (db, lit_dossiers, self->id, read_dossier, self, error))
    return FALSE;

  name_financeurs (self);
  for (guint i = 0; i < self->dossiers->len; i++)
    if (!fill_dossier (self, self->dossiers->pdata[i], db, error))
      return FALSE;

  return read_rows (db, self->effet_decision ? lit_enveloppes_arbitre : lit_enveloppes_avis,
                    self->id, read_enveloppe, self, error) &&
         pv_proces_verbal_sum (self, error);
}

PvProcesVerbal *
pv_proces_verbal_store_load (PvDb *db, gint64 seance_id, GError **error)
{
  g_autoptr (PvProcesVerbal) self = pv_proces_verbal_new ();

  self->id = seance_id;

  return read_all (self, db, error) ? g_steal_pointer (&self) : NULL;
}

void
pv_proces_verbal_choix_free (PvProcesVerbalChoix *self)
{
  g_free (self->nom);
  g_free (self->instance);
  g_free (self->date_le);
  g_free (self);
}

static void
read_choix (PvStatement *row, gpointer element)
{
  PvProcesVerbalChoix *choix = element;
  g_autofree char *date = NULL;

  choix->id = pv_statement_get_int (row, 0);
  choix->instance = pv_statement_dup_text (row, 1);
  choix->date_le = pv_statement_dup_text (row, 2);
  choix->preparee = pv_statement_get_int (row, 3) == 1;
  choix->close = pv_statement_get_int (row, 4) == 1;
  choix->dossiers = (guint)pv_statement_get_int (row, 5);
  date = pv_date_format_french (choix->date_le, PV_DATE_FORMAT_LONG);
  choix->nom = g_strdup_printf ("%s du %s", choix->instance, date);
}

GPtrArray *
pv_proces_verbal_store_list (PvDb *db, GError **error)
{
  return pv_sql_list_records (db, lit_choix, sizeof (PvProcesVerbalChoix), read_choix,
                              (GDestroyNotify)pv_proces_verbal_choix_free, error, "");
}
