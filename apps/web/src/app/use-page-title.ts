import { useEffect } from 'react';

let page = '';
let waiting = 0;

function write(): void {
  const name = page ? `${page} · Parvis` : 'Parvis';
  document.title = waiting > 0 ? `(${waiting > 99 ? '99+' : waiting}) ${name}` : name;
}

/** The tab's title. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    page = title;
    write();
  }, [title]);
}

/** The number of mentions and direct messages that wait, before the tab's title. */
export function useTitleBadge(count: number): void {
  useEffect(() => {
    waiting = count;
    write();
    return () => {
      waiting = 0;
      write();
    };
  }, [count]);
}
