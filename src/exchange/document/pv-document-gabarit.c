/* pv-document-gabarit.c: the text of a template, read
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "document/pv-document-gabarit.h"

#include <glib/gi18n-lib.h>

#include "pv-error.h"

/* What is told of a text at once: the rest is told when these are mended. */
#define PROBLEMES_MAX 50

/* Some twenty pages: above it, what was pasted is no letter. */
#define TEXTE_MAX 60000

/* Keeps the lines of a value together. */
#define SAUT_DE_LIGNE "\342\200\250"

typedef enum
{
  JETON_TEXTE,
  JETON_CHAMP,
  JETON_TABLEAU,
  JETON_SI,
  JETON_SINON,
  JETON_FIN,
} JetonGenre;

typedef struct
{
  JetonGenre genre;
  char *texte;
  const PvDocumentChamp *champ; /* (nullable) */
  gboolean absent;              /* {{si pas …}} */
  gboolean sinon;               /* of a {{si}}: its {{sinon}} was met */
  guint ligne;
  guint colonne;
} Jeton;

struct _PvDocumentGabarit
{
  PvDocumentGenre genre;
  GPtrArray *jetons;
  GPtrArray *problemes;
  /* while it is read */
  const char *p;
  guint ligne;
  guint colonne;
};

static void
jeton_free (Jeton *self)
{
  g_free (self->texte);
  g_free (self);
}

void
pv_document_probleme_free (PvDocumentProbleme *self)
{
  g_free (self->champ);
  g_free (self->texte);
  g_free (self);
}

void
pv_document_gabarit_free (PvDocumentGabarit *self)
{
  g_ptr_array_unref (self->jetons);
  g_ptr_array_unref (self->problemes);
  g_free (self);
}

GPtrArray *
pv_document_gabarit_get_problemes (PvDocumentGabarit *self)
{
  return self->problemes;
}

gboolean
pv_document_gabarit_check (PvDocumentGabarit *self, const char *nom, GError **error)
{
  const PvDocumentProbleme *probleme = NULL;

  if (self->problemes->len == 0)
    return TRUE;

  probleme = self->problemes->pdata[0];
  g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_FORMAT,
               _ ("Template “%s”, line %u, column %u: %s"), nom, probleme->ligne, probleme->colonne,
               probleme->texte);

  return FALSE;
}

static gboolean
is_full (const PvDocumentGabarit *self)
{
  return self->problemes->len >= PROBLEMES_MAX;
}

/* @texte: (transfer full) */
static void
add_probleme (PvDocumentGabarit *self,
              guint ligne,
              guint colonne,
              const char *ecrit,
              const char *champ,
              char *texte)
{
  PvDocumentProbleme *probleme = NULL;

  if (is_full (self))
    {
      g_free (texte);
      return;
    }

  probleme = g_new0 (PvDocumentProbleme, 1);
  probleme->ligne = ligne;
  probleme->colonne = colonne;
  probleme->longueur = ecrit != NULL ? (guint)g_utf8_strlen (ecrit, -1) : 1;
  probleme->champ = g_strdup (champ);
  probleme->texte = texte;
  g_ptr_array_add (self->problemes, probleme);
}

static Jeton *
add_jeton (PvDocumentGabarit *self, JetonGenre genre, guint ligne, guint colonne)
{
  Jeton *jeton = g_new0 (Jeton, 1);

  jeton->genre = genre;
  jeton->ligne = ligne;
  jeton->colonne = colonne;
  g_ptr_array_add (self->jetons, jeton);

  return jeton;
}

/* --- reading ----------------------------------------------------------------------------- */

static void
advance (PvDocumentGabarit *self, const char *to)
{
  while (self->p < to)
    {
      if (*self->p == '\n')
        {
          self->ligne++;
          self->colonne = 0;
        }
      self->colonne++;
      self->p = g_utf8_next_char (self->p);
    }
}

/* A mark that removes or keeps, alone on its line, takes the line with it. */
static gboolean
is_alone (const char *texte, const char *debut, const char *fin)
{
  while (debut > texte && (debut[-1] == ' ' || debut[-1] == '\t'))
    debut--;
  while (*fin == ' ' || *fin == '\t')
    fin++;

  return (debut == texte || debut[-1] == '\n') && (*fin == '\n' || *fin == '\0');
}

static void
find_champ (PvDocumentGabarit *self,
            Jeton *jeton,
            const char *ecrit,
            const char *nom,
            gboolean tableau)
{
  g_autofree char *proches = NULL;
  char *texte = NULL;

  jeton->champ = pv_document_champ_find (nom, tableau);
  if (jeton->champ != NULL && (jeton->champ->genres & 1u << self->genre) != 0)
    return;

  proches = pv_document_champ_suggest (nom, tableau, self->genre);
  if (jeton->champ != NULL)
    texte = g_strdup_printf (_ ("“%s” is not a field of a %s: choose another in the list of "
                                "fields"),
                             nom, pv_document_genre_to_libelle (self->genre));
  else if (*nom == '\0')
    texte = g_strdup (_ ("the name of a field is missing: choose one in the list of fields"));
  else if (proches != NULL)
    texte = g_strdup_printf (tableau ? _ ("there is no table “%s”; the closest: %s")
                                     : _ ("there is no field “%s”; the closest: %s"),
                             nom, proches);
  else
    texte =
        g_strdup_printf (tableau ? _ ("there is no table “%s”: choose one in the list of fields")
                                 : _ ("there is no field “%s”: choose one in the list of fields"),
                         nom);
  jeton->champ = NULL;
  add_probleme (self, jeton->ligne, jeton->colonne, ecrit, nom, texte);
}

static const char *
after_word (const char *interieur, const char *mot)
{
  gsize n = strlen (mot);

  if (g_ascii_strncasecmp (interieur, mot, n) != 0 || (interieur[n] != '\0' && interieur[n] != ' '))
    return NULL;

  return interieur + n + strspn (interieur + n, " ");
}

/* What is between the braces. */
static JetonGenre
read_balise (PvDocumentGabarit *self, const char *interieur, const char *ecrit)
{
  guint ligne = self->ligne;
  guint colonne = self->colonne;
  const char *suite = NULL;
  Jeton *jeton = NULL;

  if (g_ascii_strcasecmp (interieur, "fin") == 0)
    jeton = add_jeton (self, JETON_FIN, ligne, colonne);
  else if (g_ascii_strcasecmp (interieur, "sinon") == 0)
    jeton = add_jeton (self, JETON_SINON, ligne, colonne);
  else if ((suite = after_word (interieur, "si")) != NULL)
    {
      const char *pas = after_word (suite, "pas");

      jeton = add_jeton (self, JETON_SI, ligne, colonne);
      jeton->absent = pas != NULL;
      find_champ (self, jeton, ecrit, pas != NULL ? pas : suite, FALSE);
    }
  else if ((suite = after_word (interieur, "tableau")) != NULL)
    {
      jeton = add_jeton (self, JETON_TABLEAU, ligne, colonne);
      find_champ (self, jeton, ecrit, suite, TRUE);
    }
  else
    {
      jeton = add_jeton (self, JETON_CHAMP, ligne, colonne);
      find_champ (self, jeton, ecrit, interieur, FALSE);
    }

  return jeton->genre;
}

/* Drops the spaces before a mark that takes its line with it. */
static void
trim_last (PvDocumentGabarit *self)
{
  Jeton *last = self->jetons->len > 0 ? self->jetons->pdata[self->jetons->len - 1] : NULL;
  gsize n = last != NULL && last->genre == JETON_TEXTE ? strlen (last->texte) : 0;

  while (n > 0 && (last->texte[n - 1] == ' ' || last->texte[n - 1] == '\t'))
    last->texte[--n] = '\0';
}

static void
read_braces (PvDocumentGabarit *self, const char *texte)
{
  const char *debut = self->p;
  const char *fin = strstr (debut, "}}");
  const char *bout = strchr (debut, '\n');
  g_autofree char *interieur = NULL;
  g_autofree char *ecrit = NULL;
  JetonGenre genre;

  if (fin == NULL || (bout != NULL && bout < fin))
    {
      bout = bout != NULL ? bout : debut + strlen (debut);
      ecrit = g_strndup (debut, (gsize)(bout - debut));
      add_probleme (self, self->ligne, self->colonne, ecrit, NULL,
                    g_strdup (_ ("the field that begins here is not closed: write “}}” after its "
                                 "name")));
      advance (self, bout);
      return;
    }

  interieur = g_strstrip (g_strndup (debut + 2, (gsize)(fin - debut - 2)));
  ecrit = g_strndup (debut, (gsize)(fin + 2 - debut));
  if (is_alone (texte, debut, fin + 2))
    trim_last (self);
  else if (after_word (interieur, "tableau") != NULL)
    add_probleme (self, self->ligne, self->colonne, ecrit, interieur,
                  g_strdup (_ ("a table stands alone on its line: put what is beside it above or "
                               "below")));
  genre = read_balise (self, interieur, ecrit);
  advance (self, fin + 2);
  if (genre >= JETON_SI && is_alone (texte, debut, fin + 2))
    {
      const char *next = self->p + strspn (self->p, " \t");

      advance (self, *next == '\n' ? next + 1 : next);
    }
}

static void
read_texte (PvDocumentGabarit *self)
{
  g_autoptr (GString) morceau = g_string_new (NULL);
  guint ligne = self->ligne;
  guint colonne = self->colonne;

  while (*self->p != '\0' && !g_str_has_prefix (self->p, "{{"))
    {
      const char *next = g_utf8_next_char (self->p);

      /* a backslash keeps what follows from being a mark */
      if (*self->p == '\\' && *next != '\0' && *next != '\n')
        next = g_utf8_next_char (next);
      if ((guchar)*self->p >= ' ' || *self->p == '\n')
        g_string_append_len (morceau, self->p, next - self->p);
      advance (self, next);
    }
  add_jeton (self, JETON_TEXTE, ligne, colonne)->texte =
      g_string_free (g_steal_pointer (&morceau), FALSE);
}

/* --- what holds over the whole ----------------------------------------------------------- */

static void
check_sinon (PvDocumentGabarit *self, Jeton *bloc, const Jeton *jeton)
{
  if (bloc->sinon)
    add_probleme (
        self, jeton->ligne, jeton->colonne, "{{sinon}}", NULL,
        g_strdup_printf (_ ("“%s” is already written for this “{{si …}}”: keep one"), "{{sinon}}"));
  bloc->sinon = TRUE;
}

static void
check_blocs (PvDocumentGabarit *self)
{
  g_autoptr (GPtrArray) ouverts = g_ptr_array_new ();

  for (guint i = 0; i < self->jetons->len; i++)
    {
      Jeton *jeton = self->jetons->pdata[i];

      if (jeton->genre == JETON_SI)
        g_ptr_array_add (ouverts, jeton);
      else if ((jeton->genre == JETON_FIN || jeton->genre == JETON_SINON) && ouverts->len == 0)
        add_probleme (self, jeton->ligne, jeton->colonne,
                      jeton->genre == JETON_FIN ? "{{fin}}" : "{{sinon}}", NULL,
                      g_strdup_printf (_ ("“%s” closes nothing: write “{{si …}}” before it, or "
                                          "remove it"),
                                       jeton->genre == JETON_FIN ? "{{fin}}" : "{{sinon}}"));
      else if (jeton->genre == JETON_SINON)
        check_sinon (self, ouverts->pdata[ouverts->len - 1], jeton);
      else if (jeton->genre == JETON_FIN)
        g_ptr_array_set_size (ouverts, (int)ouverts->len - 1);
    }
  for (guint i = 0; i < ouverts->len; i++)
    {
      const Jeton *jeton = ouverts->pdata[i];
      const char *nom = jeton->champ != NULL ? jeton->champ->id : "…";

      add_probleme (self, jeton->ligne, jeton->colonne, "{{si", nom,
                    g_strdup_printf (_ ("“{{si %s}}” is not closed: write “{{fin}}” where it "
                                        "ends"),
                                     nom));
    }
}

static gboolean
is_bold_open (const char *ligne)
{
  gboolean open = FALSE;

  for (const char *p = ligne; *p != '\0'; p++)
    if (*p == '\\' && p[1] != '\0')
      p++;
    else if (p[0] == '*' && p[1] == '*')
      {
        open = !open;
        p++;
      }

  return open;
}

static void
check_ligne (PvDocumentGabarit *self, const char *ligne, guint numero)
{
  const char *debut = ligne;

  /* what keeps or removes the line may stand before its mark */
  while (g_str_has_prefix (debut, "{{") && strstr (debut, "}}") != NULL)
    debut = strstr (debut, "}}") + 2;

  if (pv_document_marque_read (debut, NULL) == PV_MARQUE_INCONNUE)
    add_probleme (self, numero, (guint)g_utf8_pointer_to_offset (ligne, debut) + 1, debut, NULL,
                  g_strdup (_ ("these brackets are no layout that is known: choose one in the "
                               "list, or write “\\[” for a bracket")));
  if (is_bold_open (ligne))
    add_probleme (self, numero, 1, ligne, NULL,
                  g_strdup (_ ("“**” begins bold text that is not closed on this line: write “**” "
                               "where it ends")));
}

static int
compare_problemes (gconstpointer a, gconstpointer b)
{
  const PvDocumentProbleme *un = *(PvDocumentProbleme *const *)a;
  const PvDocumentProbleme *autre = *(PvDocumentProbleme *const *)b;

  if (un->ligne != autre->ligne)
    return un->ligne < autre->ligne ? -1 : 1;

  return (un->colonne > autre->colonne) - (un->colonne < autre->colonne);
}

static void
check_lignes (PvDocumentGabarit *self, const char *texte)
{
  g_auto (GStrv) lignes = g_strsplit (texte, "\n", -1);

  for (guint i = 0; lignes[i] != NULL && !is_full (self); i++)
    check_ligne (self, lignes[i], i + 1);
}

static void
read_tout (PvDocumentGabarit *self, const char *texte)
{
  self->p = texte;
  self->ligne = self->colonne = 1;
  while (*self->p != '\0' && !is_full (self))
    if (g_str_has_prefix (self->p, "{{"))
      read_braces (self, texte);
    else
      read_texte (self);
  self->p = NULL;

  check_blocs (self);
  check_lignes (self, texte);
}

PvDocumentGabarit *
pv_document_gabarit_read (PvDocumentGenre genre, const char *texte)
{
  PvDocumentGabarit *self = g_new0 (PvDocumentGabarit, 1);
  g_autofree char *valide = g_utf8_make_valid (texte, -1);
  g_autoptr (GString) propre = g_string_new (valide);

  g_string_replace (propre, "\r\n", "\n", 0);
  g_string_replace (propre, "\t", " ", 0);
  self->genre = genre;
  self->jetons = g_ptr_array_new_with_free_func ((GDestroyNotify)jeton_free);
  self->problemes = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_document_probleme_free);
  if (g_utf8_strlen (propre->str, -1) > TEXTE_MAX)
    add_probleme (self, 1, 1, NULL, NULL,
                  g_strdup (_ ("the text is too long: keep less than 60,000 characters of it")));
  else
    read_tout (self, propre->str);
  g_ptr_array_sort (self->problemes, compare_problemes);

  return self;
}

/* --- writing ----------------------------------------------------------------------------- */

static void
append_valeur (GString *texte, const char *valeur)
{
  for (const char *p = valeur; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '\n')
      g_string_append (texte, SAUT_DE_LIGNE);
    else if ((guchar)*p >= ' ')
      {
        if (strchr ("\\*#-[]{}|", *p) != NULL)
          g_string_append_c (texte, '\\');
        g_string_append_len (texte, p, g_utf8_next_char (p) - p);
      }
}

static char *
read_valeur (const Jeton *jeton, const PvDocumentDonnees *donnees)
{
  char *valeur = jeton->champ != NULL ? jeton->champ->lire (donnees) : NULL;

  if (valeur != NULL && *g_strstrip (valeur) == '\0')
    g_clear_pointer (&valeur, g_free);

  return valeur;
}

static void
append_jeton (GString *texte, const Jeton *jeton, const PvDocumentDonnees *donnees)
{
  g_autofree char *valeur = NULL;

  switch (jeton->genre)
    {
    case JETON_TEXTE:
      g_string_append (texte, jeton->texte);
      break;
    case JETON_CHAMP:
      valeur = read_valeur (jeton, donnees);
      append_valeur (texte, valeur != NULL ? valeur : "–");
      break;
    case JETON_TABLEAU:
      if (jeton->champ != NULL)
        g_string_append_printf (texte, "%c%s", PV_GABARIT_TABLEAU, jeton->champ->id);
      break;
    case JETON_SI:
    case JETON_SINON:
    case JETON_FIN:
    default:
      break;
    }
}

char *
pv_document_gabarit_fill (PvDocumentGabarit *self, const PvDocumentDonnees *donnees)
{
  g_autoptr (GString) texte = g_string_new (NULL);
  g_autoptr (GArray) gardes = g_array_new (FALSE, FALSE, sizeof (gboolean)); /* of each block */
  guint ecartes = 0;                                                         /* blocks left out */

  for (guint i = 0; i < self->jetons->len; i++)
    {
      const Jeton *jeton = self->jetons->pdata[i];

      if (jeton->genre == JETON_SI)
        {
          g_autofree char *valeur = read_valeur (jeton, donnees);
          gboolean garde = (valeur != NULL) != jeton->absent;

          g_array_append_val (gardes, garde);
          ecartes += !garde;
        }
      else if (jeton->genre == JETON_SINON && gardes->len > 0)
        {
          gboolean *garde = &g_array_index (gardes, gboolean, gardes->len - 1);

          ecartes = *garde ? ecartes + 1 : ecartes - 1;
          *garde = !*garde;
        }
      else if (jeton->genre == JETON_FIN && gardes->len > 0)
        {
          ecartes -= !g_array_index (gardes, gboolean, gardes->len - 1);
          g_array_set_size (gardes, gardes->len - 1);
        }
      else if (ecartes == 0)
        append_jeton (texte, jeton, donnees);
    }

  return g_string_free (g_steal_pointer (&texte), FALSE);
}
