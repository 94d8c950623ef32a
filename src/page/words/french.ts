import type { PageWords } from '../../words/page-words.js'

/** French, with no-break spaces before the signs that have one. */
export const french: PageWords = {
  latestReleases: 'Derniers communiqués de presse',
  noReleases: 'Aucun communiqué de presse pour le moment.',
  morePictures: 'Autres images dans le communiqué\u00A0: {count}',
  subscribe: 'S’abonner',
  whatIsAFeed:
    'Un flux vous apporte nos communiqués\u00A0: dès sa publication, chacun arrive dans votre lecteur, avec ses images. Vous ne donnez aucune adresse électronique et n’avez besoin d’aucun compte chez nous.',
  howToSubscribe:
    'Il vous faut un lecteur de flux, application ou site\u00A0; beaucoup sont gratuits. Choisissez le vôtre ci-dessous, ou copiez une adresse et collez-la là où votre lecteur propose «\u00A0Ajouter\u00A0» ou «\u00A0S’abonner\u00A0».',
  addTo: 'Ajouter à\u00A0:',
  readerOfThisDevice: 'l’application de cet appareil',
  copyAddress: 'Copier l’adresse',
  copied: 'Copié',
  allFeeds: 'Tous les flux dans un seul fichier, à importer (OPML)',
  otherPages: 'Autres pages',
  rawFeed:
    'Ceci est un flux. Pour vous abonner, copiez l’adresse de cette page dans votre lecteur de flux.',
  rawFeedPage: 'Ce qu’est un flux, et nos communiqués à lire\u00A0: {address}',
}
