/** What ffmpeg reads, each file once. */
export class InputFiles {
  private readonly files: { file: string; fromMs?: number }[];

  /** `fromMs`: of tracks, where their first packet lies; of still pictures none. */
  constructor(files: readonly { file: string; fromMs?: number }[]) {
    this.files = files.map(({ file, fromMs }) => ({ file, ...(fromMs !== undefined && { fromMs }) }));
  }

  /** Of a still picture, which becomes one where it is none yet. */
  numberOf(file: string): number {
    const known = this.files.findIndex((each) => each.file === file);
    return known === -1 ? this.files.push({ file }) - 1 : known;
  }

  /** Tracks may change their size, and be damaged. */
  get args(): string[] {
    return this.files.flatMap(({ file, fromMs }) => (fromMs === undefined
      ? ['-i', file]
      : ['-reinit_filter', '0', '-fflags', '+genpts+discardcorrupt', '-err_detect', 'ignore_err', '-itsoffset', (fromMs / 1_000).toFixed(3), '-i', file]));
  }
}
