// Rows of a database become article records, a hundred at a time, whatever their number.

const atOnce = 100

// One query, so that one cursor gives all: each release with its pictures as a list.
const releases = `
  select
    release.*,
    coalesce(
      (select json_agg(picture order by picture.position) from picture where picture.release = release.id),
      '[]'
    ) as pictures
  from release
  order by published desc, id desc`

/**
 * Article records from a database that has the tables of schema.sql. Rows wait on the server until they
 * are asked for. Whoever stops early, or is stopped by an error, closes the cursor too.
 */
export async function* articles(db) {
  // A cursor lives in a transaction; this kind shows every row as it was at the beginning.
  await db.query('begin isolation level repeatable read read only')
  try {
    await db.query(`declare releases cursor for ${releases}`)
    for (;;) {
      const { rows } = await db.query(`fetch ${atOnce} from releases`)
      yield* rows.map(toArticle)
      if (rows.length < atOnce) return
    }
  } finally {
    // Closes the cursor with the transaction, also after an error, when Postgres would refuse `close`.
    await db.query('rollback')
  }
}

function toArticle(row) {
  return {
    title: row.title,
    link: `/news/${row.slug}/`,
    published: row.published, // timestamptz comes as a Date
    updated: row.updated,
    summary: row.summary,
    body: row.body,
    tags: row.tags,
    releaseNumber: row.number,
    draft: row.draft,
    images: row.pictures.map(toImage),
  }
}

function toImage({ file, alt, caption, credit, width, height }) {
  return { url: `/pictures/${file}`, alt, caption, credit, width, height }
}
