/** A path of this site to go on to after signing in; never a way to another site. */
export const ownPath = (value: unknown): string | undefined => {
  if (typeof value !== 'string' || !value.startsWith('/')) return undefined;
  try {
    // Browsers read `//host`, `/\host` and tabs inside as another host: let the URL parser decide.
    return new URL(value, 'https://own.invalid').origin === 'https://own.invalid' ? value : undefined;
  } catch {
    return undefined;
  }
};
