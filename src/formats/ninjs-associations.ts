/** What belongs to a news item in ninjs: its pictures and files, and the items that it stands beside. */
import type { Article, Attachment, Picture, Reference, Translation } from '../model/feed.js'
import { isUri } from '../url.js'

/** The URI that ninjs requires of an item: its id, or its page when the id is none. */
export function identity({ id, link }: { readonly id: string; readonly link: string }): string
export function identity(item: Reference | Translation): string | undefined
export function identity({ id, link }: Reference): string | undefined {
  return id !== undefined && isUri(id) ? id : link
}

/** Every object needs a name: what it is, and its number among its kind. */
export function associationMembers(article: Article): readonly object[] {
  const { images, attachments, translations, replaces, replacedBy, announces } = article
  const announced = announces === undefined ? [] : [{ id: announces }]
  return [
    ...images.map((picture, index) => ({
      name: `picture-${index + 1}`,
      ...pictureMembers(picture),
    })),
    ...attachments.map((file, index) => ({
      name: `attachment-${index + 1}`,
      ...fileMembers(file),
    })),
    ...translations.map((translation, index) => ({
      name: `translation-${index + 1}`,
      rel: 'translation',
      uri: identity(translation),
      ...pageMembers(translation),
      language: translation.language,
    })),
    ...referenceMembers('replaces', replaces),
    ...referenceMembers('replacedBy', replacedBy),
    ...referenceMembers('announces', announced),
  ]
}

function pictureMembers(picture: Picture) {
  const texts = [
    { role: 'caption', value: picture.caption },
    { role: 'alt', value: picture.alt === '' ? undefined : picture.alt },
  ].filter(({ value }) => value !== undefined)
  return {
    uri: picture.url,
    type: 'picture',
    headlines: picture.title === undefined ? undefined : [{ value: picture.title }],
    descriptions: texts.length === 0 ? undefined : texts,
    by: picture.credit,
    copyrightNotice: picture.copyright,
    rightsInfo: picture.license === undefined ? undefined : { linkedRights: picture.license },
    renditions: [
      {
        name: 'main',
        href: picture.url,
        contentType: picture.type,
        width: picture.width,
        height: picture.height,
        sizeInBytes: picture.bytes,
      },
    ],
  }
}

function fileMembers({ url, type, title, bytes, durationInSeconds }: Attachment) {
  return {
    uri: url,
    // ninjs has no word for a document.
    type: /^(?:audio|video)(?=\/)/.exec(type)?.[0],
    headlines: title === undefined ? undefined : [{ value: title }],
    renditions: [
      {
        name: 'main',
        href: url,
        contentType: type,
        sizeInBytes: bytes,
        duration: durationInSeconds,
      },
    ],
  }
}

function referenceMembers(rel: string, references: readonly Reference[]) {
  return references.flatMap((reference, index) => {
    // An id that is no URI, of an article whose page is not known, names nothing here.
    const uri = identity(reference)
    if (uri === undefined) return []
    const { title, published } = reference
    return [
      {
        name: `${rel}-${index + 1}`,
        rel,
        uri,
        ...pageMembers(reference),
        firstCreated: published,
        headlines: title === undefined ? undefined : [{ value: title }],
      },
    ]
  })
}

function pageMembers({ link }: { readonly link?: string | undefined }) {
  return {
    type: 'text',
    representationType: 'partial',
    altIds: link === undefined ? undefined : [{ role: 'web', value: link }],
  }
}
