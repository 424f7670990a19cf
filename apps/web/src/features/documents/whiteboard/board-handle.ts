export type PictureFormat = 'png' | 'svg';

/** What a page can do with a whiteboard that is shown. */
export interface BoardHandle {
  /** Gives all that is drawn to the person as a file; false: nothing is drawn. Rejects when the picture can't be made. */
  download: (format: PictureFormat, name: string) => Promise<boolean>;
}
