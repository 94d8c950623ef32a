export default {
  serverExternalPackages: ['pressfeed'],
  outputFileTracingIncludes: { '/**': ['./content/**/*', './public/pictures/**/*'] },
}
