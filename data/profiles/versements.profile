# Les versements des financeurs, un par ligne, rapprochés des financements qui sont dans le fichier :
# par le numéro du dossier, la référence du financeur ou le porteur, puis le financeur, le
# dispositif et l’exercice. Rien d’autre n’est créé.

[profil]
nom=Payments
nom[fr]=Versements
description=One row per payment: dossier or reference of the payer, payer, date, amount, kind, mandat
description[fr]=Une ligne par versement : dossier ou référence du financeur, financeur, date, montant, nature, mandat
systeme=versements
cible=versement
cle=numero|reference|porteur.siret|porteur.nom;payeur.nom|payeur.siret;dispositif;versement.date;versement.reference
priorite=25

[reconnaissance]
entetes=Date de versement|Date du versement|Date de paiement|Date du paiement|Date de mandatement|Versé le|Payé le;Montant|Montant versé|Montant du versement|Montant payé|Montant mandaté
minimum=3

[champ numero]
synonymes=n dossier;n;no;numéro;dossier;numéro de dossier;n de dossier;numéro du dossier

[champ reference]
synonymes=référence du financeur;référence financeur;référence;n engagement;engagement;numéro d'engagement;n ej;ej;référence de la subvention

[champ porteur.nom]
synonymes=porteur;bénéficiaire;tiers;organisme;association;nom du porteur;nom du bénéficiaire

[champ porteur.siret]
synonymes=siret;siret du porteur;siret du bénéficiaire;siret bénéficiaire;n siret

[champ payeur.nom]
synonymes=financeur;payeur;nom du financeur;attribuant

[champ payeur.siret]
synonymes=siret du financeur;siret du payeur;siret attribuant

[champ dispositif]
synonymes=dispositif;programme;ligne de crédits

[champ exercice]
synonymes=exercice;année

[champ versement.date]
synonymes=date de versement;date du versement;date de paiement;date du paiement;date de mandatement;versé le;payé le;date

[champ montant]
synonymes=montant;montant versé;montant du versement;montant payé;montant mandaté

[champ versement.genre]
synonymes=nature;nature du versement;type;type de versement;genre
vocabulaire=versements

[champ versement.reference]
synonymes=mandat;n mandat;numéro de mandat;n de mandat;référence du versement;demande de paiement;n dp;ordre de paiement;bordereau mandat

[vocabulaire versements]
acompte=avance;premier versement;1er versement;versement partiel;acompte 1;acompte 2
solde=versement unique;versement total;dernier versement;total;paiement unique;solde final
complement=complément;complémentaire
reversement=remboursement;ordre de reversement;trop perçu;titre de recette;titre de perception;annulation
