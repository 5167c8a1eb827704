# Les notes des institutions, une ligne par dossier, institution et critère. Un appel sans grille
# reçoit celle que la table décrit (critère, poids, note maximale).

[profil]
nom=Marks
nom[fr]=Notes d’instruction
description=One row per dossier, institution and criterion: mark or N/A
description[fr]=Une ligne par dossier, institution et critère : note ou N/A
systeme=notes
cible=note
cle=numero;institution;critere;exercice
priorite=20

[reconnaissance]
entetes=Dossier|N°|N° dossier|Numéro;Institution;Critère;Note
minimum=4

[champ numero]
synonymes=dossier;n;no;n dossier;numéro;numéro de dossier;n de dossier

[champ institution]
synonymes=institution;instructeur;service instructeur

[champ grille]
synonymes=grille;grille de notation

[champ critere]
synonymes=critère;critere;libellé du critère

[champ critere.poids]
synonymes=poids;pondération;coefficient

[champ critere.maximum]
synonymes=note maximale;maximum;note sur;barème;sur

[champ critere.note]
synonymes=note;note donnée

[champ exercice]
synonymes=exercice;année
