import { describe, expect, it } from 'vitest'
import { campaignParameters, fileName, isUri, resolveAddress } from '../src/url.js'

describe('resolveAddress', () => {
  it.each([
    // Host: IDNA, lower case, default port, IPv6 and IPv4.
    ['https://Müller.example/', 'https://xn--mller-kva.example/'],
    ['https://faß.example', 'https://xn--fa-hia.example/'],
    ['https://例え.テスト/路', 'https://xn--r8jz45g.xn--zckzah/%E8%B7%AF'],
    ['HTTPS://Office.EXAMPLE:443/A', 'https://office.example/A'],
    ['http://office.example:8080', 'http://office.example:8080/'],
    ['http://[2001:DB8::1]:8080/[x]', 'http://[2001:db8::1]:8080/%5Bx%5D'],
    ['http://192.0.2.1/', 'http://192.0.2.1/'],
    // Percent signs: kept where they encode, encoded where they stand alone.
    ['https://a.example/100%', 'https://a.example/100%25'],
    ['https://a.example/%zz%41%e9', 'https://a.example/%25zz%41%e9'],
    ['https://a.example/%2541', 'https://a.example/%2541'],
    ['https://a.example/?q=50%&r=%', 'https://a.example/?q=50%25&r=%25'],
    // Other characters.
    ['https://a.example/Bộ trưởng', 'https://a.example/B%E1%BB%99%20tr%C6%B0%E1%BB%9Fng'],
    ['https://a.example/e\u0301', 'https://a.example/e%CC%81'],
    ['https://a.example/ế', 'https://a.example/%E1%BA%BF'],
    ['https://a.example/👩‍👧', 'https://a.example/%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7'],
    ['https://a.example/?q="<>`{}|\\^', 'https://a.example/?q=%22%3C%3E%60%7B%7D%7C%5C%5E'],
    ["https://a.example/!$&'()*+,;=:@-._~", "https://a.example/!$&'()*+,;=:@-._~"],
    ['https://a.example/?a[]=b&c=[d]', 'https://a.example/?a%5B%5D=b&c=%5Bd%5D'],
    ['https://a.example/#a#b', 'https://a.example/#a%23b'],
    ['https://a.example/?a#b?c/d', 'https://a.example/?a#b?c/d'],
    ['  https://a.example/ \n', 'https://a.example/'],
  ])('reads %j', (value, href) => {
    expect(resolveAddress(value, undefined)).toEqual({ href })
    // What it wrote stays as it is.
    expect(resolveAddress(href, undefined)).toEqual({ href })
  })

  it.each([
    ['/x', 'https://a.example/x'],
    ['x', 'https://a.example/b/x'],
    ['../x', 'https://a.example/x'],
    ['?x=1', 'https://a.example/b/c?x=1'],
    ['#x', 'https://a.example/b/c?d#x'],
    ['//cdn.example/x', 'https://cdn.example/x'],
  ])('resolves %j', (value, href) => {
    expect(resolveAddress(value, 'https://a.example/b/c?d')).toEqual({ href })
  })

  it.each([
    ['', 'invalid-address'],
    ['https://', 'invalid-address'],
    ['https://a b.example/', 'invalid-address'],
    ['https://a.example:99999/', 'invalid-address'],
    ['http://[::1', 'invalid-address'],
    ['https://xn--a.example/', 'invalid-address'],
    ['/x', 'relative-address'],
    ['x.html', 'relative-address'],
    ['//cdn.example/x', 'relative-address'],
    ['javascript:alert(1)', 'address-scheme'],
    ['JavaScript:alert(1)', 'address-scheme'],
    ['data:text/html,x', 'address-scheme'],
    ['ftp://a.example/', 'address-scheme'],
    ['mailto:press@office.example', 'address-scheme'],
  ])('cannot use %j: %s', (value, fault) => {
    expect(resolveAddress(value, undefined)).toEqual({ fault })
  })

  it('takes other schemes where they are allowed', () => {
    const schemes = new Set(['mailto:'])
    expect(resolveAddress('mailto:press@office.example', undefined, schemes)).toEqual({
      href: 'mailto:press@office.example',
    })
    expect(resolveAddress('https://a.example/', undefined, schemes)).toEqual({
      fault: 'address-scheme',
    })
  })
})

it('campaignParameters names those of the query, and no others', () => {
  expect(campaignParameters('https://a.example/?utm_source=x&q=1&FBCLID=2&_hsenc=3')).toEqual([
    'utm_source',
    'FBCLID',
    '_hsenc',
  ])
  expect(campaignParameters('https://a.example/utm_source?q=utm_source#utm_source=1')).toEqual([])
  expect(campaignParameters('https://a.example/?utmost=1&my_utm_source=2')).toEqual([])
})

it('fileName is the last part of the path', () => {
  expect(fileName('https://a.example/b/c.jpg?d=/e.png#f/g.gif')).toBe('c.jpg')
  expect(fileName('https://a.example/b/')).toBe('')
  expect(fileName('https://a.example')).toBe('')
})

describe('isUri', () => {
  it.each(['tag:office.example,2026:1', 'urn:uuid:x', 'https://[::1]/?a#b', 'a:b', 'x+y.z-1:%20'])(
    '%s is one',
    (value) => {
      expect(isUri(value)).toBe(true)
    },
  )

  it.each(['', 'a', 'a:', ':b', '1a:b', 'a:b c', 'a:é', 'a:b\n', ' a:b', 'a:<b>', 'a_b:c'])(
    '%j is none',
    (value) => {
      expect(isUri(value)).toBe(false)
    },
  )
})
