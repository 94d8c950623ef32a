import type { PageWords } from '../../words/page-words.js'

/** German. */
export const german: PageWords = {
  latestReleases: 'Neueste Pressemitteilungen',
  noReleases: 'Zurzeit gibt es keine Pressemitteilungen.',
  morePictures: 'Weitere Bilder in der Mitteilung: {count}',
  subscribe: 'Abonnieren',
  whatIsAFeed:
    'Ein Feed bringt Ihnen unsere Pressemitteilungen: Sobald eine erscheint, steht sie mit ihren Bildern in Ihrem Reader. Sie geben keine E-Mail-Adresse an und brauchen kein Konto bei uns.',
  howToSubscribe:
    'Sie brauchen einen Feedreader, eine App oder eine Website; viele sind kostenlos. Wählen Sie unten Ihren Reader, oder kopieren Sie eine Adresse und fügen Sie sie dort ein, wo Ihr Reader „Hinzufügen“ oder „Abonnieren“ anbietet.',
  addTo: 'Hinzufügen zu:',
  readerOfThisDevice: 'App auf diesem Gerät',
  copyAddress: 'Adresse kopieren',
  copied: 'Kopiert',
  allFeeds: 'Alle Feeds in einer Datei zum Importieren (OPML)',
  otherPages: 'Weitere Seiten',
  rawFeed:
    'Dies ist ein Feed. Kopieren Sie die Adresse dieser Seite in Ihren Feedreader, um ihn zu abonnieren.',
  rawFeedPage: 'Was ein Feed ist, und unsere Pressemitteilungen zum Lesen: {address}',
}
