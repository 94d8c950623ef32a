/** The one thing that a page cannot do without a script: to copy an address with one press. */

const lines = `
const said = document.querySelector('[role=status]')
for (const button of document.querySelectorAll('button')) {
  const address = button.parentNode.querySelector('a')
  const label = button.firstChild.data
  button.hidden = false
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(address.href)
    } catch {
      getSelection().selectAllChildren(address)
      if (!document.execCommand('copy')) return
    }
    said.textContent = button.firstChild.data = button.dataset.copied
    setTimeout(() => {
      button.firstChild.data = label
      said.textContent = ''
    }, 4000)
  }
}
`

/**
 * The script, as it stands in the page. The buttons are hidden until it runs. Where the clipboard is out of reach, as
 * without TLS, it copies what it selects; failing that too, the address stays selected.
 */
export const script = lines.trim().replace(/\n */g, '\n')

/** Its digest, for the content security policy. A test holds it to the script. */
export const scriptDigest = 'sha256-H2B2p84ejsHlFxqrzMzRHLyUj8vFhv4B9LvChk58d64='
