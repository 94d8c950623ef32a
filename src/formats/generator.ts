/** How feeds name the program that made them: name and version, no date. A test holds it to package.json. */
export const generator = {
  name: 'pressfeed',
  version: '0.1.0',
  uri: 'https://www.npmjs.com/package/pressfeed',
} as const
