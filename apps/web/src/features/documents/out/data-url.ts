import type { OutPicture } from './out-document.ts';

/** Bytes as letters, a piece at a time: one call takes only so many arguments. */
export function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** A picture as an address that holds it. */
export const dataUrl = ({ bytes, type }: OutPicture): string => `data:image/${type === 'jpg' ? 'jpeg' : type};base64,${base64(bytes)}`;
