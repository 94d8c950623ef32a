// Article records of about 5 kB, the same ones for the same number on every machine: a headline, paragraphs with
// links and emphasis, a list, a picture with caption and credit, tags, an author.

const vocabularies = {
  ascii:
    'the plant on the river makes rotors for turbines and the office says that work begins in spring with four hundred people from all parts of the country',
  french:
    'le ministère annonce que la nouvelle usine près de la rivière fabriquera dès l’été des rotors pour les éoliennes où quatre cents employés qualifiés ont été recrutés à côté de la cité',
  vietnamese:
    'bộ công thương cho biết nhà máy mới bên bờ sông sẽ sản xuất cánh quạt cho điện gió và tuyển bốn trăm lao động từ các tỉnh phía bắc trong mùa xuân năm nay',
}

const languages = { ascii: 'en', french: 'fr', vietnamese: 'vi' }

/** The texts that there are. */
export const texts = Object.keys(vocabularies)

/** A feed's input with `count` articles. */
export function feedOf(text, count) {
  return {
    title: 'Office of Energy',
    link: 'https://office.example/press/',
    description: 'Releases of the office',
    language: languages[text],
    id: 'https://office.example/press/',
    copyright: '2026 Office of Energy',
    updated: '2026-01-01T00:00:00Z',
    articles: Array.from({ length: count }, (_, number) => record(text, number)),
  }
}

function record(text, number) {
  const words = vocabularies[text].split(' ')
  const published = new Date(Date.UTC(2010, 0, 1) + number * 78 * 60_000).toISOString()
  return {
    title: sentence(words, number, 9),
    link: `https://office.example/press/${number}`,
    id: `https://office.example/press/${number}`,
    published,
    summary: sentence(words, number + 5, 24),
    body: bodyOf(words, number),
    tags: ['energy', ['water', 'health', 'R&D'][number % 3]],
    authors: ['Press office'],
    images: [
      {
        url: `https://pictures.office.example/${number}.jpg`,
        type: 'image/jpeg',
        alt: sentence(words, number + 1, 7),
        caption: sentence(words, number + 2, 12),
        credit: 'Press office',
        width: 1200,
        height: 800,
      },
    ],
  }
}

function bodyOf(words, number) {
  const parts = []
  let size = 0
  for (let index = 0; size < 4700; index += 1) {
    const part = block(words, number * 7 + index, index)
    size += part.length
    parts.push(part)
  }
  return parts.join('\n')
}

function block(words, seed, index) {
  if (index % 5 === 3) return `<h2>${sentence(words, seed, 6)}</h2>`
  if (index % 5 === 4) {
    const items = [1, 2, 3].map((step) => `<li>${sentence(words, seed + step, 8)}</li>`)
    return `<ul>\n${items.join('\n')}\n</ul>`
  }
  const link = `<a href="/press/more-${seed}">${words[seed % words.length]}</a>`
  return `<p>${sentence(words, seed, 30)} ${link} <strong>${sentence(words, seed + 3, 4)}</strong> ${sentence(words, seed + 9, 30)}</p>`
}

function sentence(words, seed, length) {
  const start = (seed * 13) % words.length
  const said = Array.from({ length }, (_, index) => words[(start + index * 3) % words.length])
  const text = said.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
