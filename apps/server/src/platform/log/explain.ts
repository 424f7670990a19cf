/** What a person at the terminal can do something about, in one line. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port, path, syscall } = error as NodeJS.ErrnoException & { port?: number };
  const [message = ''] = error.message.split('\n');
  if (code === 'EADDRINUSE') return `port ${port ?? ''} is in use; set PARVIS_PORT to a free one`;
  if (code === 'EACCES' && syscall === 'listen') return `no right to listen on port ${port ?? ''}; set PARVIS_PORT to one above 1023`;
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return `no right to write ${path ?? ''}; set PARVIS_DATA_DIR to a folder that is yours`;
  if (code === 'ECONNREFUSED') return `the database does not answer (${message || 'connection refused'}); check DATABASE_URL`;
  return message || error.name;
}
