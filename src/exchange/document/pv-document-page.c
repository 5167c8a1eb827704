/* pv-document-page.c: the lines of a filled template, on pages
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "document/pv-document-page.h"

#include "document/pv-document-gabarit.h"

#define ESPACE 6.5       /* between paragraphs */
#define ENSEMBLE 60.0    /* what is lower than this is not cut */
#define ESPACE_LIGNE 2.5 /* between the lines of a list */
#define RETRAIT 13.0     /* of a list */
#define SIGNATURE 42.0   /* room to sign */
#define TABLEAU 110.0    /* a small table, which stays with what announces it */
#define FORMULE 18.0     /* a line of closing */
#define SIGNATAIRE 26.0  /* two lines of who does */

/* A word that is longer is no word: it is cut, for it lasts to lay out. */
#define MOT_MAX 1000

/* The window of a DL envelope on the right: NF Z 11-001, from 105 mm and 50 mm down. */
#define FENETRE_X 297.6
#define FENETRE_Y 141.7
#define FENETRE_LARGEUR 240.0
#define FENETRE_BAS 246.0

/* Who signs does not stand alone on a page, nor with the closing alone. */
typedef enum
{
  SUITE_AUTRE,
  SUITE_SIGNATURES,
  SUITE_FORMULE, /* the closing, then who signs */
  SUITE_TABLEAU,
} Suite;

typedef struct
{
  PvImprime *imprime;
  const PvDocumentDonnees *donnees;
  GString *paragraphe; /* markup of the lines under way */
  Suite suite;         /* what comes after the lines under way */
  Suite apres;         /* the same, after the line itself */
  PvDocumentMarque avant;
} Mise;

/* --- marks inside a line ----------------------------------------------------------------- */

/* What a letter needs of typography that a keyboard does not give: nothing is broken before a
 * high mark or after an opening one. */
static void
append_char (GString *markup, const char *p)
{
  const char *next = g_utf8_next_char (p);

  if (*p == ' ' && (*next == ':' || *next == ';' || *next == '!' || *next == '?' || *next == '%' ||
                    g_str_has_prefix (next, "»") || g_str_has_prefix (next, "€")))
    g_string_append (markup, "\302\240");
  else if (g_str_has_prefix (p, "« "))
    g_string_append (markup, "«");
  else if (*p == ' ' && markup->len >= 2 && strcmp (markup->str + markup->len - 2, "«") == 0)
    g_string_append (markup, "\302\240");
  else if (*p == '&')
    g_string_append (markup, "&amp;");
  else if (*p == '<')
    g_string_append (markup, "&lt;");
  else if (*p == '>')
    g_string_append (markup, "&gt;");
  else if (*p == '\'')
    g_string_append (markup, "’");
  else
    g_string_append_len (markup, p, next - p);
}

static char *
make_markup (const char *ligne)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  gboolean gras = FALSE;
  guint mot = 0;

  for (const char *p = ligne; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == ' ')
      {
        mot = 0;
        append_char (markup, p);
      }
    else if (++mot > MOT_MAX)
      {
        mot = 0;
        g_string_append_c (markup, '\n');
        p = g_utf8_prev_char (p);
      }
    else if (*p == '\\' && p[1] != '\0')
      append_char (markup, ++p);
    else if (p[0] == '*' && p[1] == '*')
      {
        g_string_append (markup, gras ? "</b>" : "<b>");
        gras = !gras;
        p++;
      }
    else
      append_char (markup, p);
  if (gras)
    g_string_append (markup, "</b>");

  return g_string_free (g_steal_pointer (&markup), FALSE);
}

/* Parts of a line between |, as markup. */
static GPtrArray *
split_parts (const char *ligne)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const char *debut = ligne;

  for (const char *p = ligne;; p++)
    if (*p == '\\' && p[1] != '\0')
      p++;
    else if (*p == '|' || *p == '\0')
      {
        g_autofree char *part = g_strstrip (g_strndup (debut, (gsize)(p - debut)));

        g_ptr_array_add (parts, make_markup (part));
        debut = p + 1;
        if (*p == '\0')
          break;
      }

  return parts;
}

/* --- blocks ------------------------------------------------------------------------------ */

static double
measure (Mise *self, const char *markup, double width)
{
  g_autoptr (PangoLayout) layout = pv_imprime_layout (self->imprime, PV_STYLE_TEXTE, markup, width);
  double height = 0;

  pv_imprime_measure (layout, NULL, &height);
  return height;
}

static void
add_block (Mise *self, const char *markup, double retrait, PangoAlignment align, gboolean justifie)
{
  pv_imprime_add_paragraph (self->imprime, PV_STYLE_TEXTE, markup, retrait, align, justifie,
                            ENSEMBLE);
}

/* Room for a paragraph of that height and the signature it is to stay with. */
static void
need_suite (Mise *self, Suite suite, double height)
{
  double formule = suite == SUITE_FORMULE ? FORMULE : 0;

  if (suite == SUITE_TABLEAU)
    pv_imprime_need (self->imprime, MIN (height, 2 * ENSEMBLE) + TABLEAU);
  else if (suite != SUITE_AUTRE)
    pv_imprime_need (self->imprime,
                     MIN (height, 2 * ENSEMBLE) + formule + 2 * ESPACE + SIGNATAIRE + SIGNATURE);
}

static void
end_paragraph (Mise *self)
{
  if (self->paragraphe->len == 0)
    return;

  if (self->suite != SUITE_AUTRE)
    need_suite (self, self->suite,
                measure (self, self->paragraphe->str, pv_imprime_get_width (self->imprime)));
  add_block (self, self->paragraphe->str, 0, PANGO_ALIGN_LEFT,
             strstr (self->paragraphe->str, "\n") == NULL &&
                 strstr (self->paragraphe->str, "\342\200\250") == NULL);
  g_string_truncate (self->paragraphe, 0);
  pv_imprime_skip (self->imprime, ESPACE);
}

static void
write_titre (Mise *self, const char *markup, PangoAlignment align)
{
  g_autofree char *fort = g_strdup_printf ("<b>%s</b>", markup);

  pv_imprime_need (self->imprime, 90);
  pv_imprime_add_paragraph (self->imprime, PV_STYLE_SOUS_TITRE, fort, 0, align, FALSE, 0);
  pv_imprime_skip (self->imprime, ESPACE);
}

static void
write_section (Mise *self, const char *markup)
{
  g_autofree char *fort = g_strdup_printf ("<span weight='bold' size='108%%' foreground='%s'>%s"
                                           "</span>",
                                           PV_ENCRE_ACCENT, markup);

  if (self->avant != PV_MARQUE_TITRE)
    pv_imprime_skip (self->imprime, 7);
  pv_imprime_need (self->imprime, self->apres == SUITE_TABLEAU ? 22 + TABLEAU : 62);
  pv_imprime_add_paragraph (self->imprime, PV_STYLE_TEXTE, fort, 0, PANGO_ALIGN_LEFT, FALSE, 0);
  pv_imprime_skip (self->imprime, 4);
}

/* The dash is drawn where the first line went. */
static void
draw_dash (Mise *self, double y)
{
  g_autoptr (PangoLayout) puce = pv_imprime_layout (self->imprime, PV_STYLE_TEXTE, "–", 0);

  pv_imprime_set_ink (self->imprime, PV_ENCRE_TEXTE);
  cairo_move_to (pv_imprime_get_cairo (self->imprime), pv_imprime_get_margin (self->imprime) + 2,
                 y);
  pango_cairo_show_layout (pv_imprime_get_cairo (self->imprime), puce);
}

static void
write_puce (Mise *self, const char *markup)
{
  g_autoptr (PangoLayout) layout = NULL;
  double width = pv_imprime_get_width (self->imprime) - RETRAIT;
  double height = 0;

  layout = pv_imprime_layout (self->imprime, PV_STYLE_TEXTE, markup, width);
  pv_imprime_measure (layout, NULL, &height);
  /* what precedes the closing goes with it to the next page */
  if (self->apres == SUITE_FORMULE)
    need_suite (self, SUITE_FORMULE, height);
  if (height <= ENSEMBLE)
    {
      pv_imprime_need (self->imprime, height);
      draw_dash (self, pv_imprime_get_y (self->imprime));
      cairo_move_to (pv_imprime_get_cairo (self->imprime),
                     pv_imprime_get_margin (self->imprime) + RETRAIT,
                     pv_imprime_get_y (self->imprime));
      pango_cairo_show_layout (pv_imprime_get_cairo (self->imprime), layout);
      pv_imprime_skip (self->imprime, height);
    }
  else
    {
      pv_imprime_need (self->imprime, ENSEMBLE);
      draw_dash (self, pv_imprime_get_y (self->imprime));
      add_block (self, markup, RETRAIT, PANGO_ALIGN_LEFT, FALSE);
    }
  pv_imprime_skip (self->imprime, ESPACE_LIGNE);
}

/* A name on the left, what it is on the right. */
static void
write_ligne (Mise *self, const char *reste)
{
  g_autoptr (GPtrArray) parts = split_parts (reste);
  double x = pv_imprime_get_margin (self->imprime);
  double width = pv_imprime_get_width (self->imprime);
  double retrait = width * 0.3;
  g_autofree char *nom = g_strdup_printf ("<span foreground='%s'>%s</span>", PV_ENCRE_SECONDAIRE,
                                          (const char *)parts->pdata[0]);
  g_autoptr (PangoLayout) layout =
      pv_imprime_layout (self->imprime, PV_STYLE_TEXTE, nom, retrait - 8);
  const char *valeur = parts->len > 1 ? parts->pdata[1] : "";
  double height = 0;
  double debut = 0;

  pv_imprime_measure (layout, NULL, &height);
  pv_imprime_need (self->imprime, MIN (MAX (height, measure (self, valeur, width - retrait)), 60));
  debut = pv_imprime_get_y (self->imprime);
  cairo_move_to (pv_imprime_get_cairo (self->imprime), x, debut);
  pango_cairo_show_layout (pv_imprime_get_cairo (self->imprime), layout);
  pv_imprime_add_paragraph (self->imprime, PV_STYLE_TEXTE, valeur, retrait, PANGO_ALIGN_LEFT, FALSE,
                            0);
  if (pv_imprime_get_y (self->imprime) > debut && pv_imprime_get_y (self->imprime) < debut + height)
    pv_imprime_set_y (self->imprime, debut + height);
  pv_imprime_skip (self->imprime, ESPACE_LIGNE);
}

/* Who signs, side by side, with the room to do it; one alone is on the right. */
static void
write_signatures (Mise *self, const char *reste)
{
  g_autoptr (GPtrArray) parts = split_parts (reste);
  double step = pv_imprime_get_width (self->imprime) / MAX (parts->len, 2);
  double highest = 0;
  double debut = 0;

  for (guint i = 0; i < parts->len; i++)
    highest = MAX (highest, measure (self, parts->pdata[i], step - 12));
  pv_imprime_skip (self->imprime, ESPACE);
  pv_imprime_need (self->imprime, highest + SIGNATURE);
  debut = pv_imprime_get_y (self->imprime);
  for (guint i = 0; i < parts->len; i++)
    {
      g_autoptr (PangoLayout) layout =
          pv_imprime_layout (self->imprime, PV_STYLE_TEXTE, parts->pdata[i], step - 12);

      pv_imprime_set_ink (self->imprime, PV_ENCRE_TEXTE);
      cairo_move_to (pv_imprime_get_cairo (self->imprime),
                     pv_imprime_get_margin (self->imprime) + step * (parts->len == 1 ? 1 : i),
                     debut);
      pango_cairo_show_layout (pv_imprime_get_cairo (self->imprime), layout);
    }
  pv_imprime_set_y (self->imprime, debut + highest + SIGNATURE);
}

/* --- letterhead and window --------------------------------------------------------------- */

static void
write_en_tete (Mise *self)
{
  const PvContrat *contrat = self->donnees->contrat;
  const char *epci = contrat != NULL && contrat->epci_nom != NULL ? contrat->epci_nom
                     : contrat != NULL                            ? contrat->nom
                                                                  : NULL;
  g_autofree char *nom = epci != NULL ? g_markup_escape_text (epci, -1) : NULL;
  g_autofree char *fort = nom != NULL ? g_strdup_printf ("<span weight='bold' foreground='%s'>%s"
                                                         "</span>",
                                                         PV_ENCRE_ACCENT, nom)
                                      : NULL;
  g_autoptr (GString) sous = g_string_new (NULL);

  if (contrat == NULL)
    return;

  /* « Contrat de ville · Lens-Liévin · 2024–2030 », without saying anything twice */
  if (!g_str_has_prefix (contrat->nom, "Contrat"))
    g_string_append (sous, "Contrat de ville");
  if (g_strcmp0 (contrat->nom, epci) != 0)
    g_string_append_printf (sous, "%s%s", sous->len > 0 ? " · " : "", contrat->nom);
  if (contrat->annee_debut != PV_INT_NULL && contrat->annee_fin != PV_INT_NULL)
    g_string_append_printf (sous, " · %" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, contrat->annee_debut,
                            contrat->annee_fin);
  nom = (g_free (nom), g_markup_escape_text (sous->str, -1));
  pv_imprime_add_paragraph (self->imprime, PV_STYLE_SOUS_TITRE, fort, 0, PANGO_ALIGN_LEFT, FALSE,
                            0);
  pv_imprime_add_paragraph (self->imprime, PV_STYLE_PETIT, nom, 0, PANGO_ALIGN_LEFT, FALSE, 0);
  pv_imprime_skip (self->imprime, 5);
  pv_imprime_rule (self->imprime, pv_imprime_get_margin (self->imprime),
                   pv_imprime_get_y (self->imprime), pv_imprime_get_width (self->imprime),
                   PV_ENCRE_ACCENT);
  pv_imprime_skip (self->imprime, 12);
}

static void
append_adresse (GString *adresse, const char *texte)
{
  g_autofree char *markup = texte != NULL ? g_markup_escape_text (texte, -1) : NULL;

  if (markup != NULL)
    g_string_append_printf (adresse, "%s%s", adresse->len > 0 ? "\n" : "", markup);
}

static void
write_destinataire (Mise *self)
{
  const PvDocumentPorteur *porteur = self->donnees->porteur;
  g_autoptr (GString) adresse = g_string_new (NULL);
  g_autofree char *ville = g_strjoin (" ", porteur->code_postal != NULL ? porteur->code_postal : "",
                                      porteur->commune != NULL ? porteur->commune : "", NULL);
  g_autofree char *haute = g_utf8_strup (g_strstrip (ville), -1);
  g_autofree char *contact =
      porteur->contact == NULL
          ? NULL
          : g_strconcat (porteur->contact, porteur->fonction != NULL ? ", " : NULL,
                         porteur->fonction, NULL);
  g_autoptr (PangoLayout) layout = NULL;
  double height = 0;
  double y = MAX (pv_imprime_get_y (self->imprime), FENETRE_Y);

  append_adresse (adresse, porteur->nom);
  g_string_prepend (adresse, "<b>");
  g_string_append (adresse, "</b>");
  append_adresse (adresse, contact);
  append_adresse (adresse, porteur->adresse);
  append_adresse (adresse, *haute != '\0' ? haute : NULL);
  layout = pv_imprime_layout (self->imprime, PV_STYLE_TEXTE, adresse->str, FENETRE_LARGEUR);
  pv_imprime_measure (layout, NULL, &height);
  pv_imprime_set_ink (self->imprime, PV_ENCRE_TEXTE);
  cairo_move_to (pv_imprime_get_cairo (self->imprime), FENETRE_X, y);
  pango_cairo_show_layout (pv_imprime_get_cairo (self->imprime), layout);
  pv_imprime_set_y (self->imprime, MAX (y + height + 18, FENETRE_BAS));
}

/* --- lines ------------------------------------------------------------------------------- */

/* What stands on the right or in the middle may be a title. */
static void
write_aligned (Mise *self, const char *reste, PangoAlignment align)
{
  const char *texte = NULL;
  PvDocumentMarque marque = pv_document_marque_read (reste, &texte);
  gboolean titre = marque == PV_MARQUE_TITRE || marque == PV_MARQUE_SECTION;
  g_autofree char *markup = make_markup (titre ? texte : reste);

  if (titre)
    {
      write_titre (self, markup, align);
      return;
    }

  add_block (self, markup, align == PANGO_ALIGN_RIGHT ? RETRAIT : 0, align, FALSE);
  pv_imprime_skip (self->imprime, ESPACE_LIGNE);
}

static void
write_petit (Mise *self, const char *reste)
{
  g_autofree char *markup = make_markup (reste);

  if (self->apres != SUITE_AUTRE)
    need_suite (self, self->apres, measure (self, markup, pv_imprime_get_width (self->imprime)));
  pv_imprime_add_paragraph (self->imprime, PV_STYLE_PETIT, markup, 0, PANGO_ALIGN_LEFT, FALSE, 0);
  pv_imprime_skip (self->imprime, ESPACE_LIGNE);
}

static void
write_filet (Mise *self)
{
  pv_imprime_skip (self->imprime, 3);
  pv_imprime_rule (self->imprime, pv_imprime_get_margin (self->imprime),
                   pv_imprime_get_y (self->imprime), pv_imprime_get_width (self->imprime),
                   "#d5dbe3");
  pv_imprime_skip (self->imprime, 6);
}

static void
write_mark (Mise *self, PvDocumentMarque marque, const char *reste)
{
  g_autofree char *markup = make_markup (reste);

  switch (marque)
    {
    case PV_MARQUE_TITRE:
      write_titre (self, markup, PANGO_ALIGN_LEFT);
      break;
    case PV_MARQUE_SECTION:
      write_section (self, markup);
      break;
    case PV_MARQUE_PUCE:
      write_puce (self, markup);
      break;
    case PV_MARQUE_EN_TETE:
      write_en_tete (self);
      break;
    case PV_MARQUE_DESTINATAIRE:
      write_destinataire (self);
      break;
    case PV_MARQUE_DROITE:
      write_aligned (self, reste, PANGO_ALIGN_RIGHT);
      break;
    case PV_MARQUE_CENTRE:
      write_aligned (self, reste, PANGO_ALIGN_CENTER);
      break;
    case PV_MARQUE_PETIT:
      write_petit (self, reste);
      break;
    case PV_MARQUE_LIGNE:
      write_ligne (self, reste);
      break;
    case PV_MARQUE_SIGNATURES:
      write_signatures (self, reste);
      break;
    case PV_MARQUE_FILET:
      write_filet (self);
      break;
    case PV_MARQUE_ESPACE:
      pv_imprime_skip (self->imprime, 18);
      break;
    case PV_MARQUE_SAUT:
      pv_imprime_begin_page (self->imprime, FALSE);
      break;
    case PV_MARQUE_TABLEAU:
      pv_document_tableau_write (self->imprime, reste, self->donnees);
      pv_imprime_skip (self->imprime, ESPACE + 3);
      break;
    case PV_MARQUE_AUCUNE:
    case PV_MARQUE_INCONNUE:
    default:
      break;
    }
}

static void
write_line (Mise *self, const char *ligne)
{
  const char *reste = NULL;
  PvDocumentMarque marque = pv_document_marque_read (ligne, &reste);
  g_autofree char *markup = NULL;

  if (*ligne == '\0' || (marque != PV_MARQUE_AUCUNE && marque != PV_MARQUE_INCONNUE))
    end_paragraph (self);
  /* an empty line after a list or small text gives it the space of a paragraph */
  if (*ligne == '\0' && (self->avant == PV_MARQUE_PUCE || self->avant == PV_MARQUE_LIGNE ||
                         self->avant == PV_MARQUE_PETIT))
    pv_imprime_skip (self->imprime, ESPACE - ESPACE_LIGNE);
  if (*ligne == '\0')
    {
      if (self->avant != PV_MARQUE_TITRE)
        self->avant = PV_MARQUE_AUCUNE;
      return;
    }

  self->avant = marque;
  if (marque != PV_MARQUE_AUCUNE && marque != PV_MARQUE_INCONNUE)
    {
      write_mark (self, marque, reste);
      return;
    }

  markup = make_markup (ligne);
  if (self->paragraphe->len > 0)
    g_string_append_c (self->paragraphe, '\n');
  g_string_append (self->paragraphe, markup);
}

/* What a line is to the paragraph before it. */
static Suite
read_suite (const char *ligne, const char *next, Suite apres)
{
  PvDocumentMarque marque = pv_document_marque_read (ligne, NULL);
  gboolean texte = marque == PV_MARQUE_AUCUNE || marque == PV_MARQUE_INCONNUE;

  if (*ligne == '\0')
    return apres;
  if (marque == PV_MARQUE_SIGNATURES)
    return SUITE_SIGNATURES;
  if (marque == PV_MARQUE_TABLEAU)
    return SUITE_TABLEAU;
  /* the lines of a paragraph are one */
  if (texte && next != NULL && *next != '\0' &&
      pv_document_marque_read (next, NULL) == PV_MARQUE_AUCUNE)
    return apres;

  return (texte || marque == PV_MARQUE_PETIT || marque == PV_MARQUE_PUCE) &&
                 apres == SUITE_SIGNATURES
             ? SUITE_FORMULE
             : SUITE_AUTRE;
}

void
pv_document_page_write (PvImprime *imprime, const char *lignes, const PvDocumentDonnees *donnees)
{
  Mise self = { .imprime = imprime, .donnees = donnees, .paragraphe = g_string_new (NULL) };
  g_auto (GStrv) toutes = g_strsplit (lignes, "\n", -1);
  guint n = g_strv_length (toutes);
  g_autofree Suite *suites = g_new0 (Suite, n + 1);

  for (guint i = n; i > 0; i--)
    suites[i - 1] = read_suite (g_strchomp (toutes[i - 1]), toutes[i], suites[i]);
  for (guint i = 0; i < n && !pv_imprime_is_stopped (imprime); i++)
    {
      self.suite = suites[i];
      self.apres = suites[i + 1];
      write_line (&self, toutes[i]);
    }
  self.suite = SUITE_AUTRE;
  end_paragraph (&self);
  g_string_free (self.paragraphe, TRUE);
}
