import { useEffect } from 'react';

/** The tab's title; the shell puts the number of mentions before it. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Parvis` : 'Parvis';
  }, [title]);
}
