/** Secrets come in the fragment, which is not sent to any server and stands in no log. */
export const tokenFromHash = (hash: string): string => new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? '';
