/** The text of docs/readers.md around what was measured. */

export const opening = `# What does a subscriber see?

For press officers who ask what arrives, and for developers who ask why a feed is written as it is.

A feed can be valid and still lose a caption on the way. So these readers are run as their users run them: they
subscribe to two newsrooms and to the life of one release, and what they stored and what they show is read back.
**The lab writes this page** (\`npm run test:readers -- --write\`); a reader that shows less than is written here fails the run.

- The first newsroom is [the example](../examples/press-release/README.md). The second is hard: Arabic, Hebrew, Vietnamese, a table,
  quotations, ten pictures, none, documents, a report of 240 paragraphs, and characters that readers have stumbled over.
- ✓ is: all that is promised is there. 10/11 is: in ten of eleven places. – is: nowhere.
- **title, link, id, author, date, summary, tags, language**: the reader has what the record says. For Arabic and Hebrew, *language* is
  also that the text runs from right to left.
- **full text**: each paragraph, cell and quotation is shown, in order. **each picture**: it is there. **shown once**: once, and no
  other. **caption, credit**: the caption once, and the credit with it.
- **correction**: the release says what was wrong, the wrong text is gone, nothing is there twice, and the correction came as an item of its
  own. **withdrawal**: the notice stands in the place of the release, its text is gone, and the notice came as an item of its own.
- **unchanged**: the reader asks with the version that it has, and takes a 304 for an answer.

## Who shows what?`

/** What follows the limits; `packages` are those of Debian that all readers need. */
export const ending = (
  packages: readonly string[],
): string => `## What does pressfeed do for these readers?

| What the feed does                                               | For whom                                              |
| ---------------------------------------------------------------- | ----------------------------------------------------- |
| Every picture stands in the text, with caption and credit.       | All: of what stands beside the text hardly one shows a caption. |
| A picture is never an enclosure.                                 | Thunderbird and Akregator would offer it a second time. |
| \`media:content\` comes after the text.                            | Python's feedparser takes the first text for the body; Liferea knows by then that the picture is shown. |
| A caption has a paragraph of its own.                            | newsboat, which would write it into the line of the picture. |
| A dollar sign in a body is written as \`&#36;\`.                   | Thunderbird, which loses text behind \`$&\` otherwise.  |
| Authors are names in \`dc:creator\`, never \`author\` as well.       | Liferea would show both, Python's feedparser make one of two. |
| The first link of an Atom entry is the article's page.           | @extractus/feed-extractor takes the first.            |
| Blocks in Arabic or Hebrew say \`dir="rtl"\`.                      | All with windows: none takes the direction from the language. |
| An entry of Atom without authors names those of the feed.        | Liferea, newsboat, sfeed, Python's feedparser, rss-parser: they look nowhere else. |
| \`&\` is \`&amp;\` in addresses and attributes, though \`&#x26;\` in titles. | @rowanmanning/feed-parser, which reads no numbers there. |
| Instants have whole seconds.                                     | newsboat reads fractions as if they were hours.       |
| A correction and a withdrawal come as items of their own too.    | Those whose release stays as it was.                  |

## How do I run it?

On Debian 12; a run without one of these packages fails and names it:

\`\`\`sh
apt-get install -y --no-install-recommends ${packages.join(' ')}
npm run test:readers
\`\`\`

[CONTRIBUTING.md](../CONTRIBUTING.md) says how to add a reader.`
