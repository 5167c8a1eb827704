# Le Compte Asso / OSIRIS, export SuiviDossiers : un dépôt par ligne. Ses montants sont gardés tels
# que déclarés et ne sont jamais additionnés : l'argent est porté par les actions.

[profil]
nom=OSIRIS applications (Le Compte Asso)
nom[fr]=Dossiers OSIRIS (Le Compte Asso)
description=SuiviDossiers: two header rows, N° Dossier Osiris
description[fr]=SuiviDossiers : deux lignes d’en-têtes, N° Dossier Osiris
systeme=osiris
cible=depot
cle=numero
appel=Le Compte Asso
appel_genre=autre
priorite=40

[reconnaissance]
entetes=N° Dossier Osiris;Etat Dossier
minimum=8

[champ numero]
synonymes=n dossier osiris

[champ statut]
synonymes=dossier / etat dossier;etat dossier
vocabulaire=statuts

[champ exercice]
synonymes=exercice début

[champ porteur.nom]
synonymes=association / nom

[champ porteur.sigle]
synonymes=association / sigle;sigle

[champ porteur.siret]
synonymes=n siret

[champ porteur.rna]
synonymes=n rna

[champ porteur.forme]
synonymes=type structure
vocabulaire=formes

[champ porteur.insee]
synonymes=code insee

[champ porteur.adresse]
synonymes=coordonnées correspondance publipostage / voie

[champ porteur.code_postal]
synonymes=association / code postal

[champ porteur.commune]
synonymes=coordonnées correspondance publipostage / commune

[champ sollicite]
synonymes=montants / demandé;demandé

[champ propose]
synonymes=montants / proposé;proposé

[champ vote]
synonymes=montants / accordé;accordé

[champ verse]
synonymes=versements / réalisé;réalisé

[ignores]
personne physique, jamais conservée=représentant légal / civilité;représentant légal / nom;représentant légal / prénom;représentant légal / fonction;représentant légal / n téléphone;représentant légal / courriel
