/** Pictures, documents, recordings and films, as `feed` and as pressfeed have them. */
import { lookup } from 'mrmime'
import type { Article, Attachment, Picture } from '../model/feed.js'
import type { AttachmentInput, ImageInput } from '../model/input.js'
import { hasOnly } from './carried.js'
import type { FeedPackageEnclosure, FeedPackageItem } from './feed-package-types.js'
import { given } from './given.js'
import { forAttribute, fromAttribute } from './xml-gaps.js'

const places = ['image', 'enclosure', 'audio', 'video'] as const

type ItemFiles = {
  readonly [Place in (typeof places)[number]]?: FeedPackageItem[Place] | undefined
}

/** Files for the input, and those as they were that say more. */
export interface ReadFiles {
  readonly images: readonly ImageInput[]
  readonly attachments: readonly AttachmentInput[]
  readonly unsaid: ItemFiles
}

/**
 * Reads the four places for files. `image`, and an `enclosure` that is a picture by its type or else by
 * its address, are images; the rest are attachments.
 */
export function readFiles(item: ItemFiles): ReadFiles {
  const files = places.flatMap((place) => {
    const value = item[place]
    if (value === undefined || value === '') return []
    const file = typeof value === 'string' ? { url: value } : value
    return [{ place, file, isImage: place === 'image' || (place === 'enclosure' && isImage(file)) }]
  })
  const unsaid = files.filter(({ file, isImage }) => !isSaid(file, isImage))
  return {
    images: files.filter(({ isImage }) => isImage).map(({ file }) => toImage(file)),
    attachments: files.filter(({ isImage }) => !isImage).map(({ file }) => toAttachment(file)),
    unsaid: Object.fromEntries(unsaid.map(({ place, file }) => [place, file])),
  }
}

function isImage({ type, url }: FeedPackageEnclosure): boolean {
  const known = type ?? lookup(url.split(/[?#]/, 1)[0] ?? '')
  return known?.toLowerCase().startsWith('image/') === true
}

function isSaid(file: FeedPackageEnclosure, isImage: boolean): boolean {
  const names = ['url', 'type', 'length', 'title']
  return hasOnly(file, isImage ? names : [...names, 'duration'])
}

function toImage({ url, type, length, title }: FeedPackageEnclosure): ImageInput {
  return { url, type, title: toTitle(title), bytes: toSize(length) }
}

function toAttachment({ duration, ...file }: FeedPackageEnclosure): AttachmentInput {
  const { url, type, length, title } = file
  return {
    url,
    type,
    title: toTitle(title),
    bytes: toSize(length),
    durationInSeconds: toSize(duration),
  }
}

function toTitle(title: string | undefined): string | undefined {
  return title === undefined ? undefined : fromAttribute(title)
}

// RSS demands a length, and 0 stands for one that is not known (rule R-48).
function toSize(size: number | undefined): number | undefined {
  return size === 0 ? undefined : size
}

/**
 * Files for `feed`, which has a place for one of each kind: the first picture, document, recording and
 * film. In RSS it writes only the last of document, picture, recording and film. So that a document is
 * not lost there, a picture is left out beside one: it stands in the content anyhow.
 */
export function writeFiles({ images, attachments }: Article) {
  const isSound = ({ type }: Attachment) => type.startsWith('audio/')
  const isFilm = ({ type }: Attachment) => type.startsWith('video/')
  const document = attachments.find((file) => !isSound(file) && !isFilm(file))
  return given({
    enclosure: toEnclosure(document),
    image: document === undefined ? toEnclosure(images[0]) : undefined,
    audio: toEnclosure(attachments.find(isSound)),
    video: toEnclosure(attachments.find(isFilm)),
  })
}

function toEnclosure(file: Picture | Attachment | undefined): FeedPackageEnclosure | undefined {
  if (file === undefined) return undefined
  const { url, type, title, bytes } = file
  return {
    url,
    ...given({
      type,
      length: bytes,
      title: title === undefined ? undefined : forAttribute(title),
      duration: 'durationInSeconds' in file ? file.durationInSeconds : undefined,
    }),
  }
}
