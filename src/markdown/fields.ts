/** The fields of an article as front matter has them: which are text, numbers, lists, groups. */
import type {
  ArticleInput,
  AttachmentInput,
  ContactInput,
  CorrectionInput,
  DatelineInput,
  ImageInput,
  LocationInput,
  PersonInput,
  QuoteInput,
  SourceInput,
  SubjectInput,
  TranslationInput,
  WithdrawnInput,
} from '../model/input.js'

/** How a value of YAML is read. */
export type Kind = 'text' | 'number' | 'switch' | 'own' | List | Group

/** A list; `single` also takes one item that stands without a list. */
export interface List {
  readonly items: Kind
  readonly single?: true
}

/** Named fields. */
export interface Group {
  readonly fields: Readonly<Record<string, Kind>>
}

type Fields<T> = Readonly<Record<keyof T, Kind>>

const person: Fields<Exclude<PersonInput, string>> = { name: 'text', url: 'text', email: 'text' }

const image: Fields<ImageInput> = {
  url: 'text',
  alt: 'text',
  caption: 'text',
  credit: 'text',
  title: 'text',
  type: 'text',
  bytes: 'number',
  width: 'number',
  height: 'number',
  copyright: 'text',
  license: 'text',
}

const attachment: Fields<AttachmentInput> = {
  url: 'text',
  title: 'text',
  type: 'text',
  bytes: 'number',
  durationInSeconds: 'number',
}

const subject: Fields<SubjectInput> = { scheme: 'text', code: 'text', label: 'text' }
const translation: Fields<TranslationInput> = { language: 'text', link: 'text' }
const source: Fields<SourceInput> = { name: 'text', link: 'text', feed: 'text' }
const location: Fields<LocationInput> = { name: 'text', latitude: 'number', longitude: 'number' }

const correction: Fields<CorrectionInput> = { date: 'text', note: 'text', announce: 'switch' }
const withdrawn: Fields<WithdrawnInput> = {
  date: 'text',
  reason: 'text',
  title: 'text',
  announce: 'switch',
}
const dateline: Fields<DatelineInput> = { place: 'text', date: 'text' }
const quote: Fields<QuoteInput> = { text: 'text', speaker: 'text', role: 'text' }
const contact: Fields<ContactInput> = {
  name: 'text',
  role: 'text',
  organization: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
}

const fields: Fields<ArticleInput> = {
  title: 'text',
  link: 'text',
  published: 'text',
  updated: 'text',
  id: 'text',
  body: 'text',
  base: 'text',
  draft: 'switch',
  embargo: 'text',
  corrections: { items: { fields: correction }, single: true },
  replaces: { items: 'text', single: true },
  withdrawn: { fields: withdrawn },
  dateline: { fields: dateline },
  quotes: { items: { fields: quote }, single: true },
  notesToEditors: 'text',
  boilerplate: 'text',
  contacts: { items: { fields: contact }, single: true },
  summary: 'text',
  images: { items: { fields: image } },
  attachments: { items: { fields: attachment } },
  authors: { items: { fields: person }, single: true },
  tags: { items: 'text', single: true },
  subjects: { items: { fields: subject }, single: true },
  language: 'text',
  translations: { items: { fields: translation } },
  translationKey: 'text',
  source: { fields: source },
  location: { fields: location },
  rights: 'text',
  license: 'text',
  releaseNumber: 'text',
  expires: 'text',
  data: 'own',
}

/**
 * An article. Every field of {@link ArticleInput} is here: the type sees to that. `author` is a name
 * that people write for `authors`.
 */
export const article: Group = { fields: { ...fields, author: fields.authors } }
