# Le tableau de programmation d'un EPCI : porteur, action, territoires, puis par financeur les étapes
# (« État sollicité », ou un bandeau par financeur au-dessus de Sollicité, Proposé, Arbitré…).

[profil]
nom=Programming table
nom[fr]=Tableau de programmation
description=Porteur, title, places, funders and their stages; at least four known headers
description[fr]=Porteur, intitulé, territoires, financeurs et étapes ; au moins quatre en-têtes connus
systeme=programmation
cible=dossier
cle=numero
cle_sinon=porteur.nom;intitule;exercice
cle_dans_appel=true
rapproche_par_numero=true
appel=Programmation
appel_genre=aap
statut=depose
montants_par_entete=true
# Un tableau est celui d'une année, même quand une action commence en décembre.
exercice_unique=true
enveloppe_unique=true
priorite=10

[reconnaissance]
entetes=porteur|porteur de projet|nom du porteur|structure|organisme|association|opérateur|porteur du projet|nom de la structure
minimum=4

[champ numero]
synonymes=n;no;numéro;num;n dossier;numéro de dossier;n action;n de dossier;référence

[champ partie_de]
synonymes=partie de

[champ precedent]
synonymes=dossier précédent;n du dossier précédent;numéro du dossier précédent;reconduction du dossier

[champ porteur.nom]
synonymes=porteur;porteur de projet;porteur du projet;nom du porteur;structure;organisme;association;opérateur;nom de la structure

[champ porteur.sigle]
synonymes=sigle

[champ porteur.siret]
synonymes=siret;n siret;numéro siret;siret du porteur;siret porteur

[champ porteur.rna]
synonymes=rna;n rna;rna du porteur

[champ porteur.forme]
synonymes=forme;forme juridique;statut juridique;type de structure
vocabulaire=formes

[champ porteur.commune]
synonymes=commune du porteur;commune porteur;siège;commune du siège

[champ porteur.adresse]
synonymes=adresse;adresse du porteur

[champ porteur.code_postal]
synonymes=code postal

[champ porteur.cer_signe_le]
synonymes=cer signé le;date du cer;contrat d'engagement républicain signé le

[champ intitule]
synonymes=intitulé;intitulé de l'action;intitulé du projet;action;nom de l'action;titre;projet;libellé de l'action

[champ resume]
synonymes=résumé;description;descriptif;résumé de l'action;contenu

[champ communes]
synonymes=commune;communes;commune(s);communes concernées;territoire communal;commune de l'action

[champ quartiers]
synonymes=quartier;quartiers;qpv;quartier(s);quartiers prioritaires;quartiers concernés

[champ territoire]
synonymes=territoire;territoires;lieu

[champ axe]
synonymes=axe;axes;pilier;enjeu;thématique;thème;axe principal

[champ objectif]
synonymes=objectif;objectifs;orientation;ambition;sous-thème

[champ nature]
synonymes=nouvelle/reconduction;nouvelle ou reconduction;nature;n/r;nouveau/reconduction;type de demande
vocabulaire=natures

[champ cpo]
synonymes=cpo;année cpo;cpo (année)

[champ debut]
synonymes=début;date de début;démarrage

[champ fin]
synonymes=fin;date de fin

[champ statut]
synonymes=statut;décision;état;avis du comité;statut de l'action
vocabulaire=statuts

[champ statut_motif]
synonymes=motif;motif de la décision

[champ exercice]
synonymes=exercice;année;annee

[champ cout_total]
synonymes=coût total;cout total;budget total;coût total de l'action;coût;budget;coût global

[champ autres_produits]
synonymes=autres produits

[champ beneficiaires.femmes]
synonymes=bénéficiaires femmes;femmes;nombre de femmes

[champ beneficiaires.hommes]
synonymes=bénéficiaires hommes;hommes;nombre d'hommes

[champ beneficiaires.total]
synonymes=bénéficiaires total;bénéficiaires;nombre de bénéficiaires;total bénéficiaires

[champ beneficiaires.part_qpv]
synonymes=part qpv;% qpv;part de bénéficiaires qpv

[champ marqueur]
synonymes=marqueur f/h;marqueur;marqueur égalité;égalité f/h;marqueur égalité f/h;f/h;f-h

[champ marqueur.justification]
synonymes=justification du marqueur

[champ commentaire]
synonymes=commentaire;commentaires;observations;remarques

[champ payeur.nom]
synonymes=financeur

[champ dispositif]
synonymes=dispositif

[champ section]
synonymes=section
vocabulaire=sections

[champ avis]
synonymes=avis *
vocabulaire=avis

[champ note]
synonymes=note *;score *

# Les lignes du budget portent leur compte du Cerfa 12156 en tête.
[champ budget]
synonymes=60 *;61 *;62 *;63 *;64 *;65 *;66 *;67 *;68 *;69 *;70 *;73 *;74 *;75 *;76 *;77 *;78 *;79 *;86 *;87 *;charges indirectes;ressources propres
