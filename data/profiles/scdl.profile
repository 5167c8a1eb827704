# Données essentielles des conventions de subvention (SCDL « subventions » 2.1.1, et les
# intitulés longs ou anciens des fichiers publiés depuis 2017).

[profil]
nom=Published grants (SCDL)
nom[fr]=Subventions publiées (SCDL)
description=Essential data of grants: nomBeneficiaire, montant, objet
description[fr]=Données essentielles des subventions : nomBeneficiaire, montant, objet
systeme=scdl
cible=dossier
cle=payeur.siret|payeur.nom;convention.date;vote_acte;porteur.siret|porteur.rna|porteur.nom;intitule
appel=Subventions publiées (SCDL)
appel_genre=autre
statut=notifie
# Une subvention publiée est votée et notifiée (décret n° 2017-779).
montant=vote;notifie
formes_strictes=true
pourcentage_fraction=true
priorite=30

[reconnaissance]
entetes=nomBeneficiaire|Nom du bénéficiaire;objet|Objet de la convention|Objet de la subvention;montant|Montant total de la subvention
minimum=6

[champ payeur.nom]
synonymes=nomAttribuant;nom attribuant;nom attributaire;nom de l'attributaire;nom de l'attribuant

[champ payeur.siret]
synonymes=idAttribuant;id attribuant;identification de l'attributaire*;identification de l'attribuant*

[champ convention.date]
synonymes=dateConvention;date de convention;date de la convention;date de la convention de subvention

[champ vote_acte]
synonymes=referenceDecision;référence de la décision

[champ porteur.nom]
synonymes=nomBeneficiaire;nom du bénéficiaire;nom du bénéficiaire de la subvention

[champ porteur.siret]
synonymes=idBeneficiaire;identification du bénéficiaire*;identification de l'attributaire bénéficiaire

[champ porteur.rna]
synonymes=rnaBeneficiaire;rna du bénéficiaire;rna

[champ intitule]
synonymes=objet;objet de la convention;objet de la subvention

[champ montant]
synonymes=montant;montant total de la subvention;montant de la subvention

[champ aide.nature]
synonymes=nature;nature de la subvention
vocabulaire=aides

[champ aide.conditions]
synonymes=conditionsVersement;conditions de versement

[champ aide.periode]
synonymes=datesPeriodeVersement;date de versement;dates de versement;date s ou période s de versement;dates ou périodes de versement

[champ aide.rae]
synonymes=idRAE;numéro unique de référencement au RAE;numéro de référencement au répertoire des entreprises

[champ aide.notification_ue]
synonymes=notificationUE;aide notifiée à l'europe;aide notifiée Ã  l'europe;aide d'état notifié à la commission européenne;aide d'état notifiée à la commission européenne

[champ aide.pourcentage]
synonymes=pourcentageSubvention;pourcentage du montant de la subvention*

[champ aide.dispositif]
synonymes=dispositifAide

# Les clés de ce vocabulaire sont les valeurs du schéma.
[vocabulaire aides]
aide en numéraire=numéraire;en numéraire;subvention en numéraire
aide en nature=nature;en nature
aide en numéraire;aide en nature=aide en numéraire et en nature;aide en nature aide en numéraire;aide en numéraire aide en nature
