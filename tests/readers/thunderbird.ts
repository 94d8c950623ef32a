/** Thunderbird: a mail program that a newsroom's subscribers have open anyway. It is asked through its own test interface. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Marionette } from './lab/marionette.js'
import { instant } from './lab/plain.js'
import { run, until } from './lab/program.js'
import {
  formats,
  type Format,
  type Reader,
  type Session,
  type Shown,
  type StoredArticle,
} from './lab/reader.js'
import { desk, openScreen, screenPackages, type Screen } from './lab/screen.js'

// The wrapper on the path would look for other profiles.
const program = '/usr/lib/thunderbird/thunderbird'

export const thunderbird: Reader = {
  name: 'Thunderbird',
  formats: ['rss', 'atom'],
  packages: { ...screenPackages, [program]: 'thunderbird' },
  version: async () => /[\d.]+/.exec(await run(program, ['--version']))?.[0] ?? '',
  open: async (folder) => {
    const profile = join(folder, 'profile')
    mkdirSync(profile)
    writeFileSync(join(profile, 'user.js'), preferences())
    return new Thunderbird(profile, await openScreen(folder, desk.width, desk.height))
  },
}

class Thunderbird implements Session {
  #marionette: Marionette | undefined
  readonly #names = new Map<string, string>()

  constructor(
    readonly profile: string,
    readonly screen: Screen,
  ) {}

  async subscribe(urls: readonly string[]): Promise<void> {
    for (const format of formats) {
      const folder = join(this.profile, 'Mail', format)
      mkdirSync(folder, { recursive: true })
      const mine = urls.filter((url) => formatOf(url) === format)
      const feeds = mine.map((url, index) => {
        const name = `${format}-${index}`
        this.#names.set(url, name)
        writeFileSync(join(folder, name), '')
        return subscription(url, name, format)
      })
      writeFileSync(join(folder, 'feeds.json'), JSON.stringify(feeds))
      writeFileSync(join(folder, 'feeditems.json'), '{}')
    }
    const environment = {
      ...this.screen.environment,
      MOZ_ENABLE_WAYLAND: '0',
      MOZ_CRASHREPORTER_DISABLE: '1',
    }
    const args = [
      '--no-remote',
      '--marionette',
      '--remote-allow-system-access',
      '--profile',
      this.profile,
    ]
    this.screen.start(program, args, { env: environment })
    const port = await until('Thunderbird', () => {
      const file = join(this.profile, 'MarionetteActivePort')
      return existsSync(file) && Number(readFileSync(file, 'utf8'))
    })
    this.#marionette = await Marionette.open(port)
    await this.#script(untilWindow)
    await this.refresh()
  }

  async refresh(): Promise<void> {
    await this.#script(download)
  }

  async read(url: string): Promise<readonly StoredArticle[]> {
    const messages = await this.#script<readonly Message[]>(list, this.#name(url))
    const sources = this.#sources(url)
    return messages.map((message) => {
      const source = sources.get(message.id) ?? ''
      return {
        title: message.subject,
        // The address that the message is based on.
        link: /^Content-Base: (.*)$/m.exec(source)?.[1]?.trim(),
        id: message.id.replace(/@localhost\.localdomain$/, ''),
        // A name without an address stands where the address would.
        authors: [message.author.replace(/^<(.*)>$/, '$1')],
        published: instant(message.date),
        tags: message.tags,
        html: /<body[^>]*>([^]*)<\/body>/.exec(source)?.[1],
      }
    })
  }

  show(url: string, article: StoredArticle): Promise<Shown> {
    return this.#script<Shown>(open, this.#name(url), article.id)
  }

  async screenshot(url: string, article: StoredArticle, path: string): Promise<void> {
    await this.show(url, article)
    await this.screen.scroll(900, 1150, 4)
    await this.screen.photograph(path)
  }

  async close(): Promise<void> {
    this.#marionette?.close()
    await this.screen.close()
  }

  #name(url: string): string {
    return this.#names.get(url) ?? ''
  }

  /** The messages of a folder as they lie on the disk, by their id. */
  #sources(url: string): ReadonlyMap<string, string> {
    const file = readFileSync(join(this.profile, 'Mail', formatOf(url), this.#name(url)), 'utf8')
    const messages = file.split(/^From - .*$/m).slice(1)
    return new Map(
      messages.map((message) => [
        /^Message-ID: <(.*)>$/im.exec(message.replace(/\r/g, ''))?.[1] ?? '',
        message,
      ]),
    )
  }

  #script<Result>(body: string, ...args: readonly unknown[]): Promise<Result> {
    if (this.#marionette === undefined) throw new Error('Thunderbird does not run.')
    return this.#marionette.script(body, ...args)
  }
}

interface Message {
  readonly id: string
  readonly subject: string
  readonly author: string
  readonly date: string
  readonly tags: readonly string[]
}

function formatOf(url: string): Format {
  return (
    formats.find((format) => url.includes(format === 'json' ? '.json' : `/${format}.`)) ?? 'rss'
  )
}

// As the dialog of subscriptions writes it, with tags made of categories, which a user has to turn on.
function subscription(url: string, name: string, account: string) {
  const updates = { enabled: true, updateMinutes: 100, updateUnits: 'min', lastUpdateTime: null }
  return {
    url,
    title: name,
    lastModified: '',
    destFolder: `mailbox://nobody@${account}/${name}`,
    quickMode: true,
    options: {
      version: 2,
      updates: {
        ...updates,
        lastDownloadTime: null,
        updatePeriod: '',
        updateFrequency: '',
        updateBase: '',
      },
      category: { enabled: true, prefixEnabled: false, prefix: '' },
    },
  }
}

// An account a format, since it knows an item by its id in all feeds of an account together.
function preferences(): string {
  const accounts = formats.flatMap(
    (format, index): readonly [string, string | boolean | number][] => {
      const server = `mail.server.server${index + 1}`
      return [
        [`mail.account.account${index + 1}.server`, `server${index + 1}`],
        [`${server}.type`, 'rss'],
        [`${server}.hostname`, format],
        [`${server}.userName`, 'nobody'],
        [`${server}.name`, format],
        [`${server}.directory-rel`, `[ProfD]Mail/${format}`],
        [`${server}.storeContractID`, '@mozilla.org/msgstore/berkeleystore;1'],
        [`${server}.check_new_mail`, false],
        [`${server}.quickMode`, true],
      ]
    },
  )
  const all: readonly (readonly [string, string | boolean | number])[] = [
    ['mail.accountmanager.accounts', formats.map((_, index) => `account${index + 1}`).join(',')],
    ['mail.accountmanager.defaultaccount', 'account1'],
    ...accounts,
    // It says in a file which port it has.
    ['marionette.port', 0],
    // Nothing that asks or tells anybody else.
    ['mail.provider.suppress_dialog_on_startup', true],
    ['mail.shell.checkDefaultClient', false],
    ['mail.spotlight.firstRunDone', true],
    ['mail.rights.version', 1],
    // The message below the list, so that a picture has room.
    ['mail.pane_config.dynamic', 0],
    ['mailnews.start_page.enabled', false],
    ['mail.inappnotifications.enabled', false],
    ['app.update.enabled', false],
    ['app.donation.eoy.version.viewed', 999],
    ['extensions.update.enabled', false],
    ['datareporting.policy.dataSubmissionEnabled', false],
    ['datareporting.policy.dataSubmissionPolicyBypassNotification', true],
    ['toolkit.telemetry.enabled', false],
    ['browser.safebrowsing.enabled', false],
    ['browser.safebrowsing.malware.enabled', false],
    ['browser.safebrowsing.phishing.enabled', false],
    ['network.captive-portal-service.enabled', false],
    ['network.connectivity-service.enabled', false],
    ['network.manage-offline-status', false],
    ['offline.startup_state', 0],
    // The text of the feed, not the page behind it.
    ['rss.show.summary', 1],
  ]
  return all.map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`).join('')
}

const modules = `
  const { FeedUtils } = ChromeUtils.importESModule('resource:///modules/FeedUtils.sys.mjs');
  const { MailServices } = ChromeUtils.importESModule('resource:///modules/MailServices.sys.mjs');
  const window = () => Services.wm.getMostRecentWindow('mail:3pane');
  const pane = () => window()?.document.getElementById('tabmail')?.currentAbout3Pane;
  const folders = () => FeedUtils.getAllRssServerRootFolders().flatMap((root) => [...root.descendants]);
  const until = async (what, ask) => {
    const end = Date.now() + 30000;
    for (;;) {
      const answer = await ask();
      if (answer) return answer;
      if (Date.now() > end) throw new Error('Waited in vain for ' + what);
      await new Promise((done) => window().setTimeout(done, 50));
    }
  };
`

const untilWindow = `${modules}
  const { setTimeout } = ChromeUtils.importESModule('resource://gre/modules/Timer.sys.mjs');
  for (let turn = 0; turn < 600 && !pane()?.threadTree; turn++) await new Promise((done) => setTimeout(done, 100));
  window().moveTo(0, 0);
  window().resizeTo(${desk.width}, ${desk.height});
  Services.io.offline = false;
  return folders().length;
`

const download = `${modules}
  for (const folder of folders()) {
    if (!FeedUtils.getFeedUrlsInFolder(folder)?.length) continue;
    FeedUtils.downloadFeed(folder, { OnStartRunningUrl() {}, OnStopRunningUrl() {} }, false, null);
  }
  await until('the feeds', () => !FeedUtils.progressNotifier.mNumPendingFeedDownloads);
`

const list = `${modules}
  const folder = folders().find(({ name }) => name === args[0]);
  const messages = [];
  for (const header of folder?.messages ?? []) {
    const keys = header.getStringProperty('keywords').split(' ').filter(Boolean);
    messages.push({
      id: header.messageId,
      subject: header.mime2DecodedSubject,
      author: header.mime2DecodedAuthor,
      date: new Date(header.date / 1000).toISOString(),
      tags: keys.flatMap((key) => { try { return [MailServices.tags.getTagForKey(key)] } catch { return [] } }),
    });
  }
  return messages;
`

// Opens the message as a click on its line does, and reads the page that is then shown.
const open = `${modules}
  const folder = folders().find(({ name }) => name === args[0]);
  const header = [...folder.messages].find(({ messageId }) => messageId.startsWith(args[1]));
  const about = pane();
  about.displayFolder(folder.URI);
  const index = await until('the line', () => {
    const place = about.gDBView?.msgFolder?.URI === folder.URI ? about.gDBView.findIndexOfMsgHdr(header, true) : -1;
    return place >= 0 && { place };
  });
  about.threadTree.selectedIndex = index.place;
  const uri = folder.getUriForMsg(header);
  const document = await until('the message', () => {
    const message = about.messageBrowser.contentWindow;
    if (message?.gMessageURI !== uri || !message.msgLoaded) return undefined;
    const shown = message.getMessagePaneBrowser().contentDocument;
    const isReady = shown?.readyState === 'complete' && shown.body?.innerText.trim() !== '';
    return isReady && [...shown.images].every(({ complete }) => complete) && shown;
  });
  const pictures = [...document.images].filter(({ naturalWidth }) => naturalWidth > 0).map(({ src }) => src);
  return { text: document.body.innerText, pictures };
`
