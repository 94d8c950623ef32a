declare const safeHtml: unique symbol

/**
 * HTML that the html room made: cleaned by the allow-list, balanced, every address absolute. Only this
 * room makes the type, so a writer cannot be handed raw HTML by mistake.
 */
export type SafeHtml = string & { readonly [safeHtml]: true }
