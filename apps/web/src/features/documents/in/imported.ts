export type ImportedKind = 'markdown' | 'html' | 'docx';

const kinds: Record<string, ImportedKind> = { md: 'markdown', markdown: 'markdown', txt: 'markdown', html: 'html', htm: 'html', docx: 'docx' };

/** What a file dialogue offers. */
const IMPORTED = Object.keys(kinds).map((ending) => `.${ending}`).join(',');

/** By its name; undefined for what can't be imported. */
export const kindOf = ({ name }: File): ImportedKind | undefined => kinds[/\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''];

/** Lets one choose the files; nothing is called when none are. */
export function chooseImports(onChosen: (files: File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = IMPORTED;
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    if (files.length > 0) onChosen(files);
  });
  input.click();
}
