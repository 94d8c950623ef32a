/** The style of the page for people: everything that it needs, in the page itself. */

/**
 * Newsrooms give other values to the `--pressfeed-…` properties; those without are of one page and no promise.
 * Colours keep a contrast of 4.5 to 1 in both schemes (WCAG 2.2, 1.4.3).
 */
const rules = `:root{color-scheme:light dark;--bg:var(--pressfeed-background,#fff);--fg:var(--pressfeed-text,#1b1d22);--dim:var(--pressfeed-muted,#535a66);--accent:var(--pressfeed-accent,#0a4a8c);--soft:var(--pressfeed-surface,#f3f5f8);--line:var(--pressfeed-border,#cfd5de);--note:var(--pressfeed-notice,#fff3d1)}
@media(prefers-color-scheme:dark){:root{--bg:var(--pressfeed-background,#14171c);--fg:var(--pressfeed-text,#e8eaee);--dim:var(--pressfeed-muted,#a9b1bd);--accent:var(--pressfeed-accent,#8fc1ff);--soft:var(--pressfeed-surface,#1d2229);--line:var(--pressfeed-border,#3a424e);--note:var(--pressfeed-notice,#3a3010)}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--bg);color:var(--fg);font:1.0625rem/1.6 var(--pressfeed-font,system-ui,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",Arial,sans-serif);overflow-wrap:break-word}
.in{max-width:var(--pressfeed-width,72rem);margin-inline:auto;padding-inline:clamp(1rem,4vw,2.5rem)}
a{color:var(--accent);text-underline-offset:.16em;text-decoration-thickness:.07em}
a:hover{text-decoration-thickness:.14em}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:2px}
h1,h2,h3,p,ul,figure{margin:0}
h1,h2,h3{line-height:1.25}
h1{font-size:clamp(1.65rem,1.2rem + 2vw,2.5rem);letter-spacing:-.01em;text-wrap:balance}
h2{font-size:1.4rem}
h3{font-size:1.2rem}
:lang(ar) h1{letter-spacing:0}
ul{padding:0;list-style:none}
body>header{border-top:.4rem solid var(--accent);border-bottom:1px solid var(--line);background:var(--soft)}
body>header .in{padding-block:clamp(1.5rem,4vw,2.5rem) clamp(1rem,2.5vw,1.5rem)}
.name{display:flex;flex-wrap:wrap;align-items:center;gap:.75rem 1.25rem}
.name img{max-height:4.5rem;max-width:11rem;width:auto;height:auto}
header p{max-width:42rem;margin-top:.6rem;color:var(--dim)}
.links{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin-top:.9rem}
.links a,footer a,.to a{display:inline-block;padding-block:.2rem}
main.in{padding-block:2rem 3rem}
article{padding-block:1.6rem;border-top:1px solid var(--line)}
h2+article{margin-top:1rem}
article p{margin-top:.6rem}
h3+.when{margin-top:.35rem}
.when,figcaption,small,.more,footer{color:var(--dim);font-size:.9375rem;line-height:1.5}
.note{padding:.6rem .9rem;border-inline-start:.3rem solid var(--accent);background:var(--note)}
figure{margin-top:1rem}
figure img{display:block;max-width:100%;height:auto;max-height:26rem;background:var(--soft);border-radius:var(--pressfeed-radius,.35rem)}
figcaption{margin-top:.45rem}
small{font-size:inherit;font-style:italic}
:lang(ar) small{font-style:normal}
aside h2+p{margin-top:.9rem}
aside>p+p{margin-top:.75rem}
.feed{margin-top:1.25rem;padding:1rem 1.1rem;border:1px solid var(--line);border-radius:var(--pressfeed-radius,.35rem);background:var(--soft)}
.feed h3{font-size:1.0625rem}
.feed li{display:grid;grid-template-columns:1fr auto;align-items:center;gap:.25rem .75rem;margin-top:.6rem;font-size:.9375rem}
.kind{font-weight:600}
.feed li a{grid-column:1/-1;overflow-wrap:anywhere;text-align:start;justify-self:start;padding-block:.1rem}
button{min-height:2rem;padding:.2rem .75rem;border:1px solid currentColor;border-radius:var(--pressfeed-radius,.35rem);background:var(--bg);color:var(--accent);font:inherit;font-size:.875rem;font-weight:600;cursor:pointer}
button[hidden]{display:none}
.to{margin-top:.7rem;font-size:.9375rem}
.to a{margin-inline-end:.85rem}
.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
body>footer{border-top:1px solid var(--line)}
body>footer .in{display:flex;flex-wrap:wrap;gap:.25rem 2rem;padding-block:1.25rem 2rem}
@media(min-width:40rem){.pictured{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,16rem);column-gap:2rem}.pictured figure{margin-top:.3rem}}
@media(min-width:64rem){main.in{display:grid;grid-template-columns:minmax(0,1fr) 21rem;column-gap:3.5rem;align-items:start}}
@media print{aside,.links{display:none}}
`

// Each line is a rule; a page needs no line ends between them.
/** The style sheet, as it stands in the page. */
export const style = rules.replaceAll('\n', '')

/** Its digest, for the content security policy. A test holds it to the style. */
export const styleDigest = 'sha256-VJDk9Jveh/V9V+q4wkSNkI3UYGWqfBxYG0ktpDPJjRs='
