import type { GenericSchema } from 'valibot'
import type { Group } from '../src/markdown/fields.js'

/** A JSON Schema, draft-07. */
export type JsonSchema = Readonly<Record<string, unknown>>

export declare function makeSchemas(from: {
  readonly articleSchema: GenericSchema
  readonly newsroomSchema: GenericSchema | undefined
  readonly frontMatter: Group
}): Readonly<Record<string, JsonSchema>>

export declare function formatSchema(schema: JsonSchema): string
