export type EmbeddedPostgresErrorCode =
  | 'unsupported_platform'
  | 'folder_unusable'
  | 'cluster_newer'
  | 'cluster_older'
  | 'start_failed';

/** The message is one line, meant to be shown to the person who started the program. */
export class EmbeddedPostgresError extends Error {
  readonly code: EmbeddedPostgresErrorCode;

  constructor(code: EmbeddedPostgresErrorCode, message: string) {
    super(message);
    this.name = 'EmbeddedPostgresError';
    this.code = code;
  }
}
