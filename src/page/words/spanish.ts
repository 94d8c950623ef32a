import type { PageWords } from '../../words/page-words.js'

/** Spanish. */
export const spanish: PageWords = {
  latestReleases: 'Últimos comunicados de prensa',
  noReleases: 'No hay comunicados de prensa por el momento.',
  morePictures: 'Más imágenes en el comunicado: {count}',
  subscribe: 'Suscribirse',
  whatIsAFeed:
    'Un canal de noticias le lleva nuestros comunicados: en cuanto se publica uno, aparece en su lector, con sus imágenes. No tiene que dar su correo electrónico ni crear una cuenta con nosotros.',
  howToSubscribe:
    'Necesita un lector de canales, una aplicación o un sitio web; muchos son gratuitos. Elija el suyo más abajo, o copie una dirección y péguela donde su lector diga «Añadir» o «Suscribirse».',
  addTo: 'Añadir a:',
  readerOfThisDevice: 'la aplicación de este dispositivo',
  copyAddress: 'Copiar la dirección',
  copied: 'Copiado',
  allFeeds: 'Todos los canales en un archivo, para importar (OPML)',
  otherPages: 'Otras páginas',
  rawFeed:
    'Esto es un canal de noticias. Para suscribirse, copie la dirección de esta página en su lector de canales.',
  rawFeedPage: 'Qué es un canal, y nuestros comunicados para leer: {address}',
}
