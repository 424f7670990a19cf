import { useEffect, useState } from 'react';

/** Undefined until the dictionaries are there, which are loaded with the first character typed. */
export function usePasswordScore(password: string, about: readonly string[]): number | undefined {
  const [score, setScore] = useState<number>();
  const known = about.join('\n');
  useEffect(() => {
    if (password === '') {
      setScore(undefined);
      return;
    }
    let current = true;
    import('./password-strength.ts').then(
      ({ passwordScore }) => { if (current) setScore(passwordScore(password, known.split('\n'))); },
      // The meter is a help, the server decides.
      () => undefined,
    );
    return () => { current = false; };
  }, [password, known]);
  return score;
}
