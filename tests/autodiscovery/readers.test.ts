/**
 * From the address of a page, the discovery of real readers finds the feeds: sfeed_web, SimplePie (which FreshRSS is
 * built on) and Perl's Feed::Find, from Debian's packages. None of them knows JSON Feed.
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { cases, serveSite } from './site.js'

const packages = 'sfeed curl php-cli php-xml libphp-simplepie libxml-feed-perl'

async function run(program: string, ...args: readonly string[]): Promise<readonly string[]> {
  try {
    const { stdout } = await promisify(execFile)(program, [...args], { timeout: 60_000 })
    return stdout.split('\n').filter((line) => line !== '')
  } catch (cause) {
    const wanted = `apt-get install -y --no-install-recommends ${packages}`
    throw new Error(`${program} does not run. To install what this test needs: ${wanted}`, {
      cause,
    })
  }
}

// It looks where the page says, and nowhere else, and takes only what is a feed when it is fetched.
const simplePie = `
error_reporting(E_ALL & ~E_DEPRECATED & ~E_USER_NOTICE);
require '/usr/share/php/simplepie/autoloader.php';
$pie = new SimplePie();
$pie->enable_cache(false);
$pie->set_autodiscovery_level(SIMPLEPIE_LOCATOR_AUTODISCOVERY);
$pie->set_feed_url($argv[1]);
$pie->init();
foreach ($pie->get_all_discovered_feeds() ?? [] as $feed) echo $feed->url, "\\n";
`

const readers: readonly (readonly [string, (page: string) => Promise<readonly string[]>])[] = [
  [
    'sfeed_web',
    async (page) =>
      (await run('bash', '-o', 'pipefail', '-c', 'curl -sf "$0" | sfeed_web "$0"', page)).map(
        (line) => line.split('\t')[0] ?? '',
      ),
  ],
  [
    'SimplePie',
    // Its empty query and fragment are the mark of an old SimplePie on a new PHP.
    async (page) =>
      (await run('php', '-r', simplePie, '--', page)).map((line) => line.replace(/\?#$/, '')),
  ],
  [
    'Feed::Find',
    (page) => run('perl', '-MFeed::Find', '-e', 'print "$_\\n" for Feed::Find->find(shift)', page),
  ],
]

describe.each(readers)('%s', (_, find) => {
  it.each(cases)('$name', async (each) => {
    const site = await serveSite(each)
    const wanted = each.xml.map((path) => new URL(path, site).href)
    expect([...(await find(site))].sort()).toEqual(wanted.sort())
  })
})
