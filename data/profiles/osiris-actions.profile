# Le Compte Asso / OSIRIS, export SuiviActions : une action par ligne, liée à son dépôt par le numéro
# (DD00-21-0000-1 est l'action 1 du dossier DD00-21-0000).

[profil]
nom=OSIRIS actions (Le Compte Asso)
nom[fr]=Actions OSIRIS (Le Compte Asso)
description=SuiviActions: two header rows, Numero Action Osiris
description[fr]=SuiviActions : deux lignes d’en-têtes, Numero Action Osiris
systeme=osiris
cible=dossier
cle=numero
appel=Le Compte Asso
appel_genre=autre
statut=depose
payeur=État
payeur_categorie=etat
depot_du_numero=^(.+)-[0-9]+$
priorite=45

[reconnaissance]
entetes=Numero Action Osiris
minimum=10

[champ numero]
synonymes=numero action osiris

[champ dispositif]
synonymes=n programme type financement

[champ statut]
synonymes=etat dossier
vocabulaire=statuts

[champ exercice]
synonymes=exercice début

[champ nature]
synonymes=récurrence
vocabulaire=natures

[champ porteur.nom]
synonymes=bénéficiaire / nom

[champ porteur.sigle]
synonymes=bénéficiaire / sigle;sigle

[champ porteur.siret]
synonymes=n siret

[champ porteur.rna]
synonymes=n rna

[champ porteur.forme]
synonymes=type structure
vocabulaire=formes

[champ porteur.insee]
synonymes=code insee

[champ porteur.code_postal]
synonymes=code postal

[champ intitule]
synonymes=intitulé

[champ resume]
synonymes=caractéristiques actions / description;description

[champ beneficiaires.total]
synonymes=publics bénéficiaires / nombre

[champ cout_total]
synonymes=coût total charges

[champ sollicite]
synonymes=montants et versements / demandé;demandé

[champ propose]
synonymes=montants et versements / proposé;proposé

[champ vote]
synonymes=montants et versements / accordé;accordé

[champ verse]
synonymes=montants et versements / réalisé;réalisé

[ignores]
personne physique, jamais conservée=nom du salarié;responsable de l'action
