/** From front matter to the fields of an article. */
import { isMap } from 'yaml'
import { issue } from '../issue.js'
import { article } from './fields.js'
import { parseYaml, syntaxFault } from './parse-yaml.js'
import { readFields, type ReadFields } from './read-fields.js'

/**
 * The fields of front matter, by the names of `ArticleInput`. No front matter, or an empty one, has none.
 * `body` is refused: there would be two of them.
 */
export function readFrontMatter(source = ''): ReadFields {
  const { contents, placeOf, fault } = parseYaml(source)
  if (fault !== undefined) return { values: new Map(), places: new Map(), issues: [], fault }
  if (contents === null) return { values: new Map(), places: new Map(), issues: [] }
  if (!isMap(contents)) {
    const expected = 'fields such as "title: Second plant opens"'
    const fault = syntaxFault(expected, placeOf(contents.range[0]))
    return { values: new Map(), places: new Map(), issues: [], fault }
  }
  const fields = withAuthors(readFields(contents, article, source, placeOf))
  const body = fields.places.get('body')
  if (!fields.values.has('body') || fields.values.get('body') === '') {
    // Editors read there which JSON Schema the fields follow.
    return { ...fields, values: new Map([...fields.values].filter(([name]) => name !== '$schema')) }
  }
  const message = 'Cannot use body in the front matter: expected the text of the article below it'
  return { ...fields, fault: fields.fault ?? issue('invalid-value', 'body', message, body) }
}

// People write `author`. Beside `authors` it stays what it is, an unknown field.
function withAuthors(fields: ReadFields): ReadFields {
  if (!fields.values.has('author') || fields.values.has('authors')) return fields
  const rename = (path: string) => path.replace(/^author(?![^.[])/, 'authors')
  const renamed = <T>(map: ReadonlyMap<string, T>) =>
    new Map([...map].map(([path, value]) => [rename(path), value]))
  return {
    ...fields,
    values: renamed(fields.values),
    places: renamed(fields.places),
    issues: fields.issues.map((found) => ({ ...found, path: rename(found.path) })),
  }
}
