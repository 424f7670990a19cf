/** Languages offered for code, as the highlighter calls them and as people do. Any other name can be written after the fence. */
export const codeLanguages: readonly (readonly [name: string, label: string])[] = [
  ['bash', 'Bash'],
  ['c', 'C'],
  ['cpp', 'C++'],
  ['csharp', 'C#'],
  ['css', 'CSS'],
  ['diff', 'Diff'],
  ['go', 'Go'],
  ['graphql', 'GraphQL'],
  ['html', 'HTML'],
  ['ini', 'INI, TOML'],
  ['java', 'Java'],
  ['javascript', 'JavaScript'],
  ['json', 'JSON'],
  ['kotlin', 'Kotlin'],
  ['lua', 'Lua'],
  ['makefile', 'Makefile'],
  ['markdown', 'Markdown'],
  ['perl', 'Perl'],
  ['php', 'PHP'],
  ['python', 'Python'],
  ['r', 'R'],
  ['ruby', 'Ruby'],
  ['rust', 'Rust'],
  ['scss', 'SCSS'],
  ['sql', 'SQL'],
  ['swift', 'Swift'],
  ['typescript', 'TypeScript'],
  ['xml', 'XML'],
  ['yaml', 'YAML'],
];

const shortNames: Readonly<Record<string, string>> = {
  'c#': 'csharp', 'c++': 'cpp', golang: 'go', js: 'javascript', jsx: 'javascript', kt: 'kotlin', md: 'markdown', pl: 'perl', py: 'python',
  rb: 'ruby', rs: 'rust', sh: 'bash', shell: 'bash', toml: 'ini', ts: 'typescript', tsx: 'typescript', yml: 'yaml', zsh: 'bash',
}; // prettier-ignore

/** The name that a language is offered by; another stays as it is. */
export function offeredLanguage(name: string): string {
  const lower = name.toLowerCase();
  return shortNames[lower] ?? lower;
}

/** What people call a language. */
export function languageLabel(name: string): string {
  const offered = offeredLanguage(name);
  return codeLanguages.find(([known]) => known === offered)?.[1] ?? name;
}
