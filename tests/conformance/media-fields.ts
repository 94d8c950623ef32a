import { inFirst, type FieldRow } from './field-map.js'

const lead = 'https://newsroom.example/img/lead.jpg'
const above =
  '<p><strong>Correction, 3 March 2026:</strong> The plant makes rotors, not motors.</p>' +
  '<p>This press release replaces “<a href="https://newsroom.example/vi/ban-tin">Tiếng Việt: bản tin về năng lượng</a>” (1 March 2026).</p>'
const text =
  '<figure><img src="https://newsroom.example/img/lead.jpg" alt="The minister at the gate" width="1200" height="800"><figcaption><p>The minister opens the gate. <small>Photo: Press office</small></p></figcaption></figure>' +
  '<p><strong>LYON (2 March 2026)</strong> – The plant will make <a href="https://newsroom.example/rotors/">rotors</a> for US&#36; 12.</p>' +
  '<figure><img src="https://newsroom.example/img/plant.jpg" alt="The plant at dawn" width="640" height="480"><figcaption><p>The plant at dawn – “blue hour”. <small>Photo: Works photographer</small></p></figcaption></figure>' +
  '<p>Visitors are welcome.</p>' +
  '<figure><img src="https://cdn.newsroom.example/hall.png" alt="The hall"><figcaption><p>The hall. <small>Photo: Press office</small></p></figcaption></figure>'
const below =
  '<blockquote><p>We build for a century.</p><p>— The minister, Minister of Energy</p></blockquote>' +
  '<h2>Notes to editors</h2><p>The pictures are <a href="https://newsroom.example/free">free of charge</a>.</p>' +
  '<h2>About us</h2><p>The Ministry looks after energy.</p>' +
  '<h2>Press contact</h2><p><a href="https://newsroom.example/press">Duty desk, Press office</a><br>The Ministry<br>' +
  '<a href="mailto:press@newsroom.example">press@newsroom.example</a><br><a href="tel:+33123456789">+33 1 23 45 67 89</a></p>'
const body = above + text + below
const pictures = [
  lead,
  'https://newsroom.example/img/plant.jpg',
  'https://cdn.newsroom.example/hall.png',
]
const files = ['facts.pdf', 'speech.mp3', 'tour.mp4'].map(
  (name) => `https://newsroom.example/files/${name}`,
)

/** Body, pictures and documents as wholes, shown on the first article of `full`. */
export const mediaFields: readonly FieldRow[] = [
  {
    field: 'articles.0.body',
    arrives: inFirst(
      { 'content:encoded': [body] },
      { content: [body], 'content@type': ['html'] },
      { content_html: [body], content_text: [] },
    ),
    otherwise: bodyWithoutText(),
    missing: ['empty-body articles[0].body'],
    wrong: [
      [['<p>One</p>'], 'wrong-type'],
      ['<p>One</p><script>two()</script>', 'body-cleaned'],
      ['<p>Half \uD800</p>', 'removed-characters'],
    ],
  },
  {
    field: 'articles.0.images',
    arrives: inFirst(
      {
        'media:content{medium=image}@url': pictures,
        'media:content{medium=image}@isDefault': ['true'],
        'media:content/media:thumbnail@url': pictures,
        'enclosure@url': [files[0]],
      },
      {
        'media:content{medium=image}@url': pictures,
        'media:content{medium=image}@isDefault': ['true'],
        'media:content/media:thumbnail@url': pictures,
        'link{rel=enclosure}@href': files,
      },
      { image: [lead], banner_image: [], 'attachments.0.url': [lead] },
    ),
    otherwise: inFirst(
      { 'enclosure@url': [files[0]] },
      { 'link{rel=enclosure}@href': files },
      { 'attachments.0.url': [files[0]] },
    ),
    wrong: [
      ['/img/lead.jpg', 'wrong-type'],
      [[{ alt: 'a', caption: 'c' }], 'missing-field', 'articles[0].images[0].url'],
    ],
  },
  {
    field: 'articles.0.attachments',
    arrives: inFirst(
      {
        'enclosure@url': [files[0]],
        'enclosure@length': ['4096'],
        'enclosure@type': ['application/pdf'],
        'media:content[4]@url': [files[0]],
        'media:content[4]@medium': ['document'],
        'media:content[4]@fileSize': ['4096'],
        'media:content[4]/media:title': ['Fact sheet'],
        'media:content[5]@type': ['audio/mpeg'],
        'media:content[5]@medium': ['audio'],
        'media:content[5]@duration': ['61'],
        'media:content[6]@type': ['video/mp4'],
        'media:content[6]@medium': ['video'],
      },
      {
        'link{rel=enclosure}@href': files,
        'link{rel=enclosure}@type': ['application/pdf', 'audio/mpeg', 'video/mp4'],
        'link{rel=enclosure}@length': ['4096', '8192'],
        'link{rel=enclosure}@title': ['Fact sheet', 'The speech', 'A tour'],
        'media:content[4]@url': [files[0]],
      },
      {
        'attachments.3': [
          { url: files[0], mime_type: 'application/pdf', title: 'Fact sheet', size_in_bytes: 4096 },
        ],
        'attachments.4': [
          {
            url: files[1],
            mime_type: 'audio/mpeg',
            title: 'The speech',
            size_in_bytes: 8192,
            duration_in_seconds: 61,
          },
        ],
        'attachments.5': [{ url: files[2], mime_type: 'video/mp4', title: 'A tour' }],
      },
    ),
    wrong: [
      ['/files/facts.pdf', 'wrong-type'],
      [[{ title: 'A' }], 'missing-field', 'articles[0].attachments[0].url'],
      [[{ url: '/download' }], 'missing-media-type', 'articles[0].attachments[0].type'],
      [[{ url: '/a.pdf', type: 'pdf' }], 'invalid-media-type', 'articles[0].attachments[0].type'],
      [[{ url: '/a.pdf', bytes: 0 }], 'invalid-value', 'articles[0].attachments[0].bytes'],
      [
        [{ url: '/a.mp3', durationInSeconds: -1 }],
        'invalid-value',
        'articles[0].attachments[0].durationInSeconds',
      ],
    ],
  },
]

// Without a body the summary stands in for it, between the first picture and the others.
function bodyWithoutText(): FieldRow['arrives'] {
  const instead =
    '<p><strong>LYON (2 March 2026)</strong> – The plant on the river makes rotors. It costs US&#36; 12 &amp; is paid for.</p>'
  const figures = text.match(/<figure>.*?<\/figure>/g) ?? []
  const html = [above, figures[0], instead, ...figures.slice(1), below].join('')
  return inFirst(
    { 'content:encoded': [html] },
    { content: [html], 'content@type': ['html'] },
    { content_html: [html] },
  )
}
