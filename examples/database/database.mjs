// A real Postgres, in this process and in memory: https://pglite.dev. Yours is a connection of `pg` or
// `postgres` instead; articles.mjs asks for no more than `query(text)` and `{ rows }`.
import { readFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { pictures, releases } from './seed.mjs'

/** A database with the tables of schema.sql and the rows of seed.mjs. To be closed by whoever opens it. */
export async function openDatabase() {
  const db = await PGlite.create()
  await db.exec(await readFile(new URL('schema.sql', import.meta.url), 'utf8'))
  await fill(db, 'release', releases)
  await fill(db, 'picture', pictures)
  return db
}

// All rows in one command; names that a row does not have become null.
async function fill(db, table, rows) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].join(', ')
  await db.query(
    `insert into ${table} (${columns})
     select ${columns} from json_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  )
}
