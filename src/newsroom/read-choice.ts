/** Which articles a feed carries, as its definition says it. */
import { readLanguage } from '../create-feed/read-language.js'
import { readCount, readEach, readText, type Context } from '../create-feed/read-values.js'
import type { Choice } from './plan.js'
import type { FeedDefinitionShape } from './schema.js'

const usualLimit = 50
const usualArchiveSize = 50

type ChoiceShape = Pick<
  FeedDefinitionShape,
  'only' | 'limit' | 'maxAgeInDays' | 'archive' | 'allTranslations'
>

/** Reads selection, limit, age and archive. */
export function readChoice(
  { only, limit, maxAgeInDays, archive, allTranslations }: ChoiceShape,
  where: string,
  newsroom: { readonly allTranslations?: boolean | null | undefined },
  context: Context,
  byDefault = usualLimit,
): Choice {
  const texts = (name: 'tag' | 'subject') =>
    readTexts(only?.[name], `${where}.only.${name}`, (text, path) => readText(text, path, context))
  const choice = {
    tags: texts('tag'),
    subjects: texts('subject'),
    languages: readTexts(only?.language, `${where}.only.language`, (text, path) =>
      readLanguage(text, path, context),
    ),
    limit: readLimit(limit, `${where}.limit`, byDefault, context),
    maxAgeInDays: readAge(maxAgeInDays, `${where}.maxAgeInDays`, context),
    archiveSize: readArchiveSize(archive, `${where}.archive`, context),
    allTranslations: allTranslations ?? newsroom.allTranslations ?? false,
  }
  if (choice.archiveSize === undefined) return choice
  const without = choice.maxAgeInDays !== undefined ? 'maxAgeInDays' : 'limit: 0'
  if (choice.maxAgeInDays !== undefined || choice.limit === Infinity) {
    const message = `Cannot keep an archive together with ${without}: expected one of the two`
    context.findings.add('invalid-value', `${where}.archive`, message)
  }
  return choice
}

function readTexts(
  value: string | readonly (string | null | undefined)[] | null | undefined,
  where: string,
  read: (text: string, path: string) => string | undefined,
): readonly string[] {
  const list =
    typeof value === 'string'
      ? [read(value, where)]
      : readEach(value, where, (text, path) => read(text, path))
  return [...new Set(list)].filter((text) => text !== undefined)
}

function readLimit(
  value: number | null | undefined,
  where: string,
  byDefault: number,
  context: Context,
): number {
  if (value === 0) return Infinity
  return readCount(value, where, context) ?? byDefault
}

function readAge(value: number | null | undefined, where: string, { findings, now }: Context) {
  if (value === undefined || value === null) return undefined
  if (!(value > 0 && Number.isFinite(value))) {
    findings.add('invalid-value', where, `Cannot use ${value}: expected a number of days above 0`)
    return undefined
  }
  if (now === undefined && !findings.refused('now')) {
    findings.add('missing-field', 'now', 'No now: expected the present, for the age of articles')
  }
  return value
}

function readArchiveSize(
  value: FeedDefinitionShape['archive'],
  where: string,
  context: Context,
): number | undefined {
  if (value === undefined || value === null || value === false) return undefined
  if (value === true) return usualArchiveSize
  return readCount(value.size, `${where}.size`, context) ?? usualArchiveSize
}
