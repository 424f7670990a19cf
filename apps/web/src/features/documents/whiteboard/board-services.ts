/** What a whiteboard needs from the rest of Parvis. */
export interface BoardServices {
  /** Puts a file where everybody who reads this whiteboard reads it; answers its id. Rejects when that isn't possible now. */
  uploadFile: (file: File) => Promise<string>;
  /** Address of the bytes of such a file. */
  fileUrl: (fileId: string) => string;
  /** Follows a link that somebody gave to an element. */
  openLink: (url: string) => void;
}
