# Les réponses à l’arbre de l’égalité, une ligne par dossier et institution ; sans institution, les
# réponses communes, avec la marque collective et sa justification.

[profil]
nom=Equality answers
nom[fr]=Réponses égalité F-H
description=One row per dossier and institution: answers to the tree; without an institution, the common ones
description[fr]=Une ligne par dossier et institution : réponses à l’arbre ; sans institution, les réponses communes
systeme=egalite
cible=egalite
cle=numero;institution;exercice
priorite=20

[reconnaissance]
entetes=Dossier|N°|N° dossier|Numéro;Mixte|Public mixte;Objectif égalité|Objectif|Objectif principal égalité
minimum=3

[champ numero]
synonymes=dossier;n;no;n dossier;numéro;numéro de dossier;n de dossier

[champ institution]
synonymes=institution;instructeur;service instructeur

[champ exercice]
synonymes=exercice;année

[champ egalite.mixte]
synonymes=mixte;public mixte

[champ egalite.objectif]
synonymes=objectif égalité;objectif;objectif principal égalité

[champ egalite.a]
synonymes=a;diagnostic sexué;a diagnostic sexué;3 a

[champ egalite.b]
synonymes=b;participation équilibrée;b participation équilibrée;3 b

[champ egalite.c]
synonymes=c;indicateurs sexués;c indicateurs sexués;3 c

[champ egalite.coherent]
synonymes=coherent;cohérent;cohérence;non mixité cohérente;3 bis

[champ marqueur]
synonymes=marque;marqueur;marqueur f/h;marque collective;f/h

[champ marqueur.justification]
synonymes=justification;justification de la marque
