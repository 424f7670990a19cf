/** What a style element of ours bears so that the Content-Security-Policy of this page lets it be; empty without one. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
