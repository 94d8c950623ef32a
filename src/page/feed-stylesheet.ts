/** The stylesheet of raw feeds: what a browser shows of them is legible, and says where the page for people is. */
import { isRightToLeft, fillText, type OwnWords } from '../words/words.js'
import { findPageWords } from './words.js'

/** Where people find a page, in a language. */
export interface PageFor {
  readonly language: string
  readonly url: string
}

// Hidden is whatever is not named, so that no vocabulary of somebody's own shows.
const rules = `:root{color-scheme:light dark;--bg:#fff;--fg:#1b1d22;--dim:#535a66;--accent:#0a4a8c;--soft:#f3f5f8;--line:#cfd5de}
@media(prefers-color-scheme:dark){:root{--bg:#14171c;--fg:#e8eaee;--dim:#a9b1bd;--accent:#8fc1ff;--soft:#1d2229;--line:#3a424e}}
*{display:none}
rss,channel,item,feed,entry,channel>title,channel>description,feed>title,feed>subtitle,item>title,item>pubDate,item>description,item>link,entry>title,entry>published,entry>summary,entry>link[rel=alternate]{display:block}
rss,feed{min-height:100vh;box-sizing:border-box;margin:0;padding:1.5rem max(1rem,50vw - 23rem) 3rem;background:var(--bg);color:var(--fg);border-top:.4rem solid var(--accent);font:1.0625rem/1.6 system-ui,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",Arial,sans-serif;overflow-wrap:break-word}
rss::before,feed::before{display:block;white-space:pre-line;margin-bottom:1.75rem;padding:.8rem 1rem;border-inline-start:.3rem solid var(--accent);background:var(--soft)}
channel>title,feed>title{font-size:1.9rem;font-weight:700;line-height:1.25}
channel>description,feed>subtitle{color:var(--dim);margin-top:.4rem}
title,description,subtitle,summary{unicode-bidi:plaintext}
item,entry{margin-top:1.5rem;padding-top:1.5rem;border-top:1px solid var(--line)}
item,entry{display:flex;flex-direction:column}
item>title,entry>title{order:1;font-size:1.2rem;font-weight:700;line-height:1.3}
item>pubDate,entry>published{order:2;direction:ltr;align-self:flex-start;color:var(--dim);font-size:.9375rem}
item>description,entry>summary{order:3;margin-top:.5rem}
item>link,entry>link{order:4;margin-top:.4rem;color:var(--accent);font-size:.9375rem;direction:ltr;align-self:flex-start;overflow-wrap:anywhere}
entry>link::before{content:attr(href)}
`

/**
 * Writes it for feeds in these languages, each with the address of its page. A feed without a language that it knows is in the
 * first.
 */
export function feedStylesheet(
  pages: readonly PageFor[],
  own: ReadonlyMap<string, OwnWords>,
): string {
  const ofLanguages = pages.filter(isTag).map((page) => {
    const at = `:lang(${page.language})`
    const direction = isRightToLeft(page.language) ? 'rtl' : 'ltr'
    return ruleFor(at, page, own) + `rss${at},feed${at}{direction:${direction}}\n`
  })
  return [rules, ...pages.slice(0, 1).map((first) => ruleFor('', first, own)), ...ofLanguages].join(
    '',
  )
}

function ruleFor(
  at: string,
  { language, url }: PageFor,
  own: ReadonlyMap<string, OwnWords>,
): string {
  const words = findPageWords(language, own)
  // Within a line from the right, the end of an address would be pulled to its beginning.
  const address = isRightToLeft(language) ? `\u2066${url}\u2069` : url
  const text = `${words.rawFeed}\n${fillText(words.rawFeedPage, { address })}`
  return `rss${at}::before,feed${at}::before{content:${quoted(text)}}\n`
}

// Else it would be another selector; what is no tag refuses the feeds anyway.
function isTag({ language }: PageFor): boolean {
  return /^[a-z][a-z\d-]*$/i.test(language)
}

// CSS Syntax, section 4.3.5: an escape is the code point and a space.
function quoted(text: string): string {
  const escaped = text.replace(
    /["\\\p{Cc}<]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  )
  return `"${escaped}"`
}
