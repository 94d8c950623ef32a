/** Languages of the input. */
import { show } from './findings.js'
import type { Context, Given } from './read-values.js'

// Two or three letters, then subtags (RFC 5646); four and more letters are reserved, so "english" is none.
const bcp47 =
  /^[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?$/i

// ISO 639-1, so that vn (for vi) or cz (for cs) is told; of three letters there are some 8,000.
const iso6391: ReadonlySet<string> = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de ' +
    'dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ' +
    'ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu ' +
    'lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu ' +
    'rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to ' +
    'tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
)

/** A language tag, as written. */
export function readLanguage(value: Given<string>, path: string, { findings }: Context) {
  const tag = (value ?? '').trim()
  if (tag === '') return undefined
  const [language = ''] = tag.toLowerCase().split('-')
  if (bcp47.test(tag) && (language.length > 2 || iso6391.has(language))) return tag
  const message = `Cannot use language ${show(value)}: expected a BCP 47 tag such as en, fr-CA or vi`
  findings.add('invalid-language', path, message)
  return undefined
}
