# Mots partagés par tous les profils / words that all profiles share.
# Voir README.md : notre valeur = les mots de la source, séparés par des points-virgules.

[categories]
etat=état;préfecture;préfet;préfecture de région;ministère;dilcrah;dreets;ddets;drac;drajes;dihal;anct;services de l'état
region=région;conseil régional;la région
departement=département;conseil départemental;conseil général;le département
caf=caf;caisse d'allocations familiales;caisse des allocations familiales;la caf
epci=epci;métropole;communauté;communauté de communes;communauté d'agglomération;communauté urbaine;agglomération;agglo;intercommunalité;mel
commune=commune;communes;ville;villes;commune de;ville de;mairie;mairie de
ars=ars;agence régionale de santé
cpam=cpam;caisse primaire d'assurance maladie
europe=europe;union européenne;fse;feder;fonds européens
bailleur=bailleur;bailleurs;bailleur social;bailleurs sociaux
banque_des_territoires=banque des territoires;caisse des dépôts;cdc
anru=anru
autre=autre;autres;autres financeurs;autres financements;autres publics
prive=privé;privés;mécénat;mécènes;financeurs privés

[vocabulaire oui-non]
oui=o;yes;y;true;vrai;1;on;x
non=n;no;false;faux;0;off

[vocabulaire vides]
vide=ne rien indiquer;non renseigné;non renseignée;non communiqué;sans objet;nr;ns;n/a;#n/a

[vocabulaire statuts]
depose=déposé;déposée;transmis;transmise;reçu
incomplet=dossier incomplet;incomplète
recevable=recevabilité ok
irrecevable=non recevable;inéligible;non éligible
en-instruction=en instruction;en cours d'instruction;à instruire
instruit=instruite
propose=proposé;proposée
programme=programmé;programmée;retenu;retenue;accepté;acceptée;validé;validée
programme-sous-reserve=programmé sous réserve;sous réserve;favorable sous réserve
ajourne=ajourné;ajournée;reporté
refuse=refusé;refusée;rejeté;rejetée;non retenu;non retenue
reoriente=réorienté;réorientée;réorienté vers le droit commun;droit commun
notifie=notifié;notifiée
en-cours=en cours;en cours de réalisation
bilan-recu=bilan reçu;bilan transmis
solde=soldé;soldée;clos;clôturé;clôturée
abandonne=abandonné;abandonnée;annulé;annulée;désistement

[vocabulaire avis]
favorable=f;avis favorable;oui
favorable-avec-reserves=favorable avec réserves;favorable avec réserve;favorable sous réserve;favorable sous réserves;fr;réservé
defavorable=défavorable;d;avis défavorable;non
a-reorienter=à réorienter;réorienter;à réorienter vers le droit commun
ne-se-prononce-pas=ne se prononce pas;sans avis;nspp;nsp

[vocabulaire natures]
nouvelle=n;nouveau;nouvelle action;1ère demande;première demande;initiale
reconduction=r;renouvellement;reconduite;reconduit;renouvelée

[vocabulaire sections]
fonctionnement=fonct;f
investissement=invest;i

[vocabulaire formes]
association=association loi 1901;asso;assoc;association déclarée
fondation=fondation reconnue d'utilité publique
commune=ville;mairie
epci=intercommunalité;métropole;communauté d'agglomération;communauté de communes;communauté urbaine;établissement public de coopération intercommunale
ccas=cias;ccas ou cias;ccas/cias
etablissement_scolaire=établissement scolaire;collège;lycée;école
bailleur=bailleur social;oph;esh
gip=groupement d'intérêt public
entreprise=société;sarl;sas;sa;scop;scic
siae=structure d'insertion par l'activité économique;structure d'insertion par l'activité économique (siae);régie de quartier;chantier d'insertion
etat=service de l'état
collectivite=région;département;région ou département;collectivité
etablissement_public=établissement public
autre=

[vocabulaire comptes]
CHARGINDIRECT=charges indirectes
RESSPROPRES=ressources propres;ressources propres affectées au projet

[etapes]
sollicite=sollicité;sollicitée;sollicités;sollicitées;demandé;demandée;demandés;demandées;demande;montant demandé;montant sollicité;subvention demandée;subvention sollicitée
propose=proposé;proposée;proposés;proposées;proposition;montant proposé
arbitre=arbitré;arbitrée;arbitrés;arbitrage;montant arbitré
vote=voté;votée;votés;accordé;accordée;accordés;attribué;attribuée;montant accordé;montant voté;subvention accordée
notifie=notifié;notifiée;notifiés;engagé;engagée;montant notifié;montant engagé
verse=versé;versée;versés;payé;payée;réalisé;montant versé
mots_vides=montant;montants;subvention;subventions;de;du;des;la;le;les;l;d;en;euros;euro;eur;part;crédits;financement;financeur;pour;par;à;k
exclusions=date;dates;numéro;no;nom;taux;observation;observations;commentaire;commentaires;statut;motif;nombre;type;nature;acte;objet;avis

[ignores]
coordonnées bancaires, jamais conservées=IBAN;BIC;RIB;code banque;code guichet;numéro de compte;clé RIB
données personnelles de contact, jamais conservées=téléphone;téléphone portable;n téléphone;numéro de téléphone;mobile;date de naissance;adresse personnelle
