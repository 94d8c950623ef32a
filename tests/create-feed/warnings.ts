import { articleWith, clean, feedWith } from '../hostile/feed-with.js'
import type { Provoked } from './refusals.js'

const [article] = clean.articles
const picture = { url: '/plant.jpg', alt: 'The plant', caption: 'The plant at dawn.' }
const figure = '<figure><img src="/plant.jpg"><figcaption>The old plant.</figcaption></figure>'

/** One input for each warning. */
export const warnings: readonly Provoked[] = [
  {
    ...{ code: 'removed-characters', path: 'articles[0].title' },
    input: articleWith({ title: 'One\u0000' }),
  },
  {
    ...{ code: 'replaced-characters', path: 'articles[0].title' },
    input: articleWith({ title: '\u0093One\u0094' }),
  },
  {
    ...{ code: 'unknown-field', path: 'articles[0].publised' },
    input: articleWith({ publised: '2026-03-02' }),
  },
  { code: 'markup-in-text', path: 'title', input: feedWith({ title: '<b>News</b>' }) },
  { code: 'entity-in-text', path: 'title', input: feedWith({ title: 'News &amp; more' }) },
  {
    ...{ code: 'no-words', path: 'words' },
    input: articleWith({ language: 'it', contacts: [{ name: 'Ufficio stampa' }] }),
  },
  {
    ...{ code: 'translation-repeated', path: 'articles[1].translationKey' },
    input: feedWith({
      articles: [
        { ...article, translationKey: 'plant' },
        { ...article, title: 'Two', link: '/2', published: '2026-03-03', translationKey: 'plant' },
      ],
    }),
  },
  {
    ...{ code: 'unknown-article', path: 'articles[0].replaces' },
    input: articleWith({ replaces: 'https://newsroom.example/old' }),
  },
  {
    ...{ code: 'duplicate-title', path: 'articles[1].title' },
    input: feedWith({ articles: [article, { ...article, link: '/2', published: '2026-03-03' }] }),
  },
  {
    ...{ code: 'same-updated', path: 'articles[0]' },
    input: feedWith({ articles: [article, { ...article, title: 'Two', link: '/2' }] }),
  },
  {
    ...{ code: 'date-in-future', path: 'articles[0].published' },
    ...{ input: clean, now: '2026-03-01' },
  },
  {
    ...{ code: 'date-before-1990', path: 'articles[0].published' },
    input: articleWith({ published: '1989-12-31' }),
  },
  { code: 'no-articles', path: 'articles', input: feedWith({ articles: [] }) },
  { code: 'weak-id', path: 'articles[0].id', input: articleWith({ id: 'https://News.example/1' }) },
  { code: 'id-not-uri', path: 'articles[0].id', input: articleWith({ id: 'a1b2c3d4e5' }) },
  {
    ...{ code: 'suspect-address', path: 'articles[0].link' },
    input: articleWith({ link: 'newsroom.example/1' }),
  },
  {
    ...{ code: 'campaign-parameters', path: 'articles[0].link' },
    input: articleWith({ link: '/1?utm_source=feed' }),
  },
  {
    ...{ code: 'address-with-ampersand', path: 'articles[0].images[0].url' },
    input: articleWith({ images: [{ ...picture, url: '/plant.jpg?w=1&h=2' }] }),
  },
  {
    ...{ code: 'tag-with-separator', path: 'articles[0].tags[1]' },
    input: articleWith({ tags: ['plants', 'wind, water'] }),
  },
  {
    ...{ code: 'picture-without-caption', path: 'articles[0].images[0].caption' },
    input: articleWith({ images: [{ ...picture, caption: null }] }),
  },
  {
    ...{ code: 'picture-without-alt', path: 'articles[0].images[0].alt' },
    input: articleWith({ images: [{ ...picture, alt: '' }] }),
  },
  {
    ...{ code: 'picture-without-type', path: 'articles[0].images[0].type' },
    input: articleWith({ images: [{ ...picture, url: '/render?id=5' }] }),
  },
  {
    ...{ code: 'picture-repeated', path: 'articles[0].images[1].url' },
    input: articleWith({ images: [picture, picture] }),
  },
  {
    ...{ code: 'caption-conflict', path: 'articles[0].body' },
    input: articleWith({ images: [picture], body: `<p>The text.</p>${figure}` }),
  },
  { code: 'empty-body', path: 'articles[0].body', input: articleWith({ body: null }) },
  {
    ...{ code: 'body-cleaned', path: 'articles[0].body' },
    input: articleWith({ body: '<p>The text.</p><script>x()</script>' }),
  },
  {
    ...{ code: 'body-address', path: 'articles[0].body' },
    input: articleWith({ body: '<p>The <a href="https://">text</a>.</p>' }),
  },
  { code: 'logo-left-out', path: 'logo', input: feedWith({ logo: '/logo.svg' }) },
]
